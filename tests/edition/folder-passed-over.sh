# In a folder, endings count in capitals, too; a file that would be missed is told, and not what Word
# and desktops leave there, nor what sources may name; the archive keeps it and composes it again.
day=$TMP/2025-11-25
mkdir -p "$day/photos"
printf 'Un texte\n\nIl est court. MSDS\n' >"$day/A.TXT"
printf -- '---\ntitle: Un autre\nministry: MIC\n---\n\nIl est court.\n' >"$day/B.MD"
cp "$TOP/tests/convert/word/plain.docx" "$day/c-msds.docx"
touch "$day/.caché" "$day/~\$c-msds.docx" "$day/Thumbs.db" "$day/desktop.ini" "$day/prix.CSV" "$day/a.JPG"
touch "$day/note.doc" "$day/note.pdf"
cd "$TMP"
"$GRIOT" compose --lang en --dump=edition 2025-11-25 2>told | grep '^communique' >got
diff - got <<'END'
communique 1 MSDS fr 2025-11-25/A.TXT
communique 2 MIC fr 2025-11-25/B.MD
communique 3 MSDS fr 2025-11-25/c-msds.docx
END
says='this file of the folder is not printed: sources end in .txt, .md, .docx or .eml; save it as one of these, or take it out of the folder'
diff - told <<END
2025-11-25/note.doc: warning: $says [source-passed-over]
2025-11-25/note.pdf: warning: $says [source-passed-over]
END
rm "$day"/note.*
"$GRIOT" publish -o a.pdf --archive archive 2025-11-25 >/dev/null 2>told
[ ! -s told ]
"$GRIOT" regenerate --archive archive -o again 2025-11-25 >/dev/null
cmp a.pdf again/2025-11-25.pdf
