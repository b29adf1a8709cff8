# Word files, which LibreOffice made from the .fodt beside them, and letters become the Markdown that
# stands beside them (.md; none where they are refused), with these complaints and this status (.diag, .diag.fr).
for source in word/*.docx letters/*.eml; do
    stem=${source%.*}
    for lang in en fr; do
        expected=$stem.diag
        [ $lang = en ] || expected=$stem.diag.fr
        [ -e "$expected" ] || continue
        status=0
        "$GRIOT" convert --lang $lang "$source" >"$TMP/md" 2>"$TMP/diag" || status=$?
        echo "status $status" >>"$TMP/diag"
        if [ -e "$stem.md" ]; then diff "$stem.md" "$TMP/md"; else diff /dev/null "$TMP/md"; fi
        diff "$expected" "$TMP/diag"
    done
done
# pictures and tables come with it
"$GRIOT" convert -o "$TMP/out" word/picture.docx word/table-caption.docx letters/markdown.eml
printf '"Région","2024","2025"\r\n"Kayes","1,5","2,25"\r\n"Ségou, ville","10,0",""\r\n' |
    cmp - "$TMP/out/table-caption.docx-1.csv"
printf 'a,b\r\n1,2\r\n' | cmp - "$TMP/out/chiffres.csv"
python3 - "$TMP/out/picture.docx-1.png" <<'END'
import base64, re, sys
given = base64.b64decode(re.search('<office:binary-data>(.*?)<', open('word/picture.fodt').read())[1])
assert open(sys.argv[1], 'rb').read() == given
END
