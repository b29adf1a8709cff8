s/Noto Sans NKo Regular/Noto Kufi/
