s/^  width: .*/  width: 2000mm/
