# Word files as Word writes them, and as only an enemy would: what becomes of each stands in
# made.expected, with what is said in both languages.
python3 docx.py "$TMP"
for lang in en fr; do
    for file in "$TMP"/*.docx; do
        name=${file##*/}
        echo "== $name"
        status=0
        (cd "$TMP" && "$GRIOT" convert --lang $lang "$name") >"$TMP/markdown" 2>"$TMP/told" || status=$?
        [ $lang = fr ] || cat "$TMP/markdown"
        cat "$TMP/told"
        echo "status $status"
    done
done >"$TMP/got"
diff made.expected "$TMP/got"
