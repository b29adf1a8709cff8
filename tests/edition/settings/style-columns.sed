s/^  count: 2/  count: 9/
