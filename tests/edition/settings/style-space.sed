s/^  stretch: .*/  stretch: 0%/
