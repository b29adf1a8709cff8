s/^  accent: .*/  accent: green/
