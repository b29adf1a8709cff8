# Each of those rules is broken by files made wrong on purpose, and by them alone. Neither the
# checker nor qpdf looks at the locale: once is enough.
[ "$LC_ALL" = C ] || exit 0
. ./inputs
make_inputs
compose seed
/usr/bin/python3 -B rules/broken.py "$TMP/seed.pdf" "$TMP"
