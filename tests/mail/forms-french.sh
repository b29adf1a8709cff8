# The table of subscribers may be French throughout, the words for forms too.
cd "$TMP"
printf 'Un titre\n\nIl est court. MSDS\n' >2025-11-25.txt
printf 'adresse;forme\na@example.org;texte\nb@example.org;lien\nc@example.org;text\nd@example.org;link\n' >list.csv
"$GRIOT" publish 2025-11-25.txt >/dev/null
"$GRIOT" mail --dry-run -o letters --subscribers list.csv 2025-11-25 >/dev/null
type() { grep -m 1 '^Content-Type' "letters/000$1"-*; }
[ "$(type 1)" = "$(type 3)" ]
[ "$(type 2 | cut -d ';' -f 1)" = "$(type 4 | cut -d ';' -f 1)" ]
[ "$(type 1)" != "$(type 2)" ]
