# Each rule for a press is broken by files made wrong on purpose, and by them alone. Neither the checker
# nor qpdf looks at the locale: once is enough.
[ "$LC_ALL" = C ] || exit 0
"$GRIOT" compose --for print -o "$TMP/seed.pdf" "$TOP/seeds/2025-11-25.txt" >/dev/null
/usr/bin/python3 -B rules/broken_press.py "$TMP/seed.pdf" "$TMP"
