s/^  colophon-head:/  colofon-head:/
