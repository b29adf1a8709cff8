# Word files and letters are checked as the Markdown that they are read as, alone and in a folder.
mkdir "$TMP/2025-11-25"
cp "$TOP/tests/convert/word/plain.docx" "$TMP/2025-11-25/mot.docx"
sed 's/ a re=E7u/ a a re=E7u/' "$TOP/tests/convert/letters/flowed.eml" >"$TMP/2025-11-25/lettre.eml"
cd "$TMP"
printf 'publisher: P\ntitle: T\nlanguage: fr\nnumber: day-of-year\ncheck: { spelling: off }\n' >newsroom.yaml
cp "$TOP/styles/ministries.yaml" .
check() { "$GRIOT" check --lang en --newsroom newsroom.yaml --date 2025-11-25 "$@" >>told 2>&1; }
check 2025-11-25/mot.docx 2025-11-25/lettre.eml
check 2025-11-25
diff - told <<'END'
2025-11-25/lettre.eml:6:13: warning: a word stands twice: “a a” [doubled-word]
2025-11-25/lettre.eml:6:13: warning: a word stands twice: “a a” [doubled-word]
END
