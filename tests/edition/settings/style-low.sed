s/^  top: .*/  top: 700pt/
