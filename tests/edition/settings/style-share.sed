s/^  shrink: .*/  shrink: a third/
