s/^  grid: .*/  grid: 12pt/
