s/^  gutter:/  guter:/
