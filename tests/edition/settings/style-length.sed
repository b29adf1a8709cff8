s/^  width: .*/  width: 210/
