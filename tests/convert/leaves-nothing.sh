# What was deleted, hidden or remarked in a Word file leaves the house in nothing: not in the PDF, its
# attachments or its twin, nor in the bundle that is kept.
mkdir "$TMP/day"
cp word/tracked.docx word/comment.docx word/hidden.docx word/box.docx "$TMP/day"
cd "$TMP"
"$GRIOT" publish --date 2025-11-25 --archive "$TMP/archive" -o "$TMP/out.pdf" day >"$TMP/said" 2>&1
mkdir files bundle
pdfdetach -saveall -o files out.pdf >/dev/null
pdftotext out.pdf out.txt
qpdf --qdf --object-streams=disable out.pdf plain.pdf
unzip -q -d bundle archive/editions/2025/2025-11-25.zip
for words in 'un secret' 'vérifier avant' 'ce qui est masqué' 'Dans la zone'; do
    ! grep -ra "$words" out.txt out.html plain.pdf files bundle
done
grep -q 'Le texte visible est publié' out.txt
ls bundle/2025-11-25/data/sources/day | grep -c 'docx.md$' | grep -qx 4
! find bundle -name '*.docx' | grep .
