# A folder of texts, Markdown, Word files and letters is one edition: by the ministries' precedence,
# then by name; edition.yaml may name a Word file by its own name; who sent a letter when is noted.
mkdir "$TMP/2025-11-25"
day=$TMP/2025-11-25
cp word/plain.docx "$day/b-msds.docx"
cp letters/flowed.eml "$day/c.eml"
printf 'Un titre\n\nUn texte. PRIMATURE\n' >"$day/z.txt"
printf -- '---\ntitle: En Markdown\nministry: MIC\n---\n\nUn *texte*.\n' >"$day/a.md"
cd "$TMP"
titles() { "$GRIOT" compose --lang en --dump=edition 2025-11-25 | sed -n 's/^  title [0-9:]* //p'; }
titles >got
cat >expected <<'END'
"Un titre"
"En Markdown"
"Le ministre reçoit les partenaires"
"Une rencontre avec la diaspora"
END
diff expected got
printf 'order: [c.eml, b-msds.docx]\n' >"$day/edition.yaml"
titles >got
cat >expected <<'END'
"Une rencontre avec la diaspora"
"Le ministre reçoit les partenaires"
"Un titre"
"En Markdown"
END
diff expected got
"$GRIOT" publish --archive "$TMP/archive" -o "$TMP/out.pdf" 2025-11-25 >/dev/null
unzip -p archive/editions/2025/2025-11-25.zip 2025-11-25/data/recipe.yaml | grep -q 'c.eml: com@mmeia.example, 2025-11-24T17:30:00Z'
# kept as text, it comes again from what is kept
"$GRIOT" regenerate --archive "$TMP/archive" -o again 2025-11-25 >/dev/null
cmp out.pdf again/2025-11-25.pdf
