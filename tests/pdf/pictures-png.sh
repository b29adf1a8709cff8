# PNG pictures of every colour type, depth and way of being transparent are in the PDF file with the
# samples they have; what they say besides is neither there nor in the twin.
python3 -B ../png.py "$TMP"
"$GRIOT" compose --date 2025-11-25 -o "$TMP/day.pdf" "$TMP/day.md" >"$TMP/said" 2>&1
qpdf --json=2 --json-stream-data=inline --decode-level=generalized "$TMP/day.pdf" >"$TMP/dump"
python3 -B pictures_compare.py "$TMP/dump"
qpdf --qdf --object-streams=disable "$TMP/day.pdf" "$TMP/plain.pdf"
tr -d '\n' <"$TMP/day.html" | grep -o 'data:image/png;base64,[A-Za-z0-9+/=]*' | cut -d , -f 2 >"$TMP/twins"
[ "$(wc -l <"$TMP/twins")" -eq "$(ls "$TMP"/*.png | wc -l)" ]
while read -r line; do echo "$line" | base64 -d; done <"$TMP/twins" >"$TMP/plain.html"
for f in plain.pdf plain.html; do
    if grep -aq 'told to nobody' "$TMP/$f"; then echo "a comment is in $f"; exit 1; fi
done
