s/^  expand: .*/  expand: 5%/
