s/^  left: .*/  left: 140mm/
