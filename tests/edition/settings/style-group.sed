s/^  columns: 2$/  - 2/
