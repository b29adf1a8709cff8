# The rows of a PNG picture go into the PDF as the file stores them where a PDF can hold them so, and only
# where nothing is before, between or behind them that should not be there; what is seen is the same, in
# three readers, as where they are stored anew.
python3 -B pictures_plain.py "$TMP"
stored() { python3 -B pictures_plain.py "$TMP" "$@"; }
for day in plain odd single; do
    "$GRIOT" compose --date 2025-11-25 -o "$TMP/$day.pdf" "$TMP/$day/day.md" >"$TMP/said" 2>&1
    qpdf --check "$TMP/$day.pdf" >"$TMP/said" 2>&1
done
names=$(cd "$TMP/plain" && ls -- *.png)
stored "$TMP/plain.pdf" $names | diff - /dev/fd/3 3<<END
$names
END
stored "$TMP/odd.pdf" $names >"$TMP/none"
[ ! -s "$TMP/none" ]
stored "$TMP/single.pdf" whole parts gamma-srgb palette-short gamma-linear behind-end behind-end-apart \
    rows-more not-deflated | diff - /dev/fd/3 3<<END
whole
parts
gamma-srgb
palette-short
END
for day in plain odd; do
    pdftoppm -r 70 -png "$TMP/$day.pdf" "$TMP/$day-poppler"
    mutool draw -q -r 70 -o "$TMP/$day-mupdf-%d.png" "$TMP/$day.pdf"
    gs -q -dBATCH -dNOPAUSE -sDEVICE=png16m -r70 -o "$TMP/$day-gs-%d.png" "$TMP/$day.pdf"
done
[ "$(ls "$TMP"/plain-*.png | wc -l)" -ge 3 ]
for page in "$TMP"/plain-*.png; do cmp "$page" "$TMP/odd-${page##*/plain-}"; done
