# What may not be read or written: status 3, and what stood there stays. Root may do everything: it
# gives that up here, by leaving all capabilities.
. "$TOP/tests/says.sh"
[ "$(id -u)" -ne 0 ] || runner setpriv --inh-caps=-all --bounding-set=-all
mkdir -p "$TMP/here/closed" "$TMP/here/out"
cd "$TMP/here"
printf 'Titre\n\nUne phrase. MSDS\n' >2025-11-25.txt
cp 2025-11-25.txt closed/2025-11-25.txt
cp 2025-11-25.txt "secret's.txt"
chmod 0 closed "secret's.txt"
chmod 500 out
echo kept >kept.pdf
chmod 400 kept.pdf
denied() { # FILE WORD...
    file=$1
    shift
    says 3 "$file: error: you have no permission to write here; name another output with -o [not-writable]" \
        "$file: error: vous n’avez pas le droit d’écrire ici ; nommez une autre sortie avec -o [not-writable]" "$@"
}
says 3 "secret's.txt: error: you have no permission to read it; ask its owner for it, or run: chmod u+r 'secret'\\''s.txt' [not-readable]" \
    "secret's.txt: error: vous n’avez pas le droit de le lire ; demandez-le à son propriétaire, ou lancez : chmod u+r 'secret'\\''s.txt' [not-readable]" \
    compose --date 2025-11-25 -o x.pdf "secret's.txt"
says 3 "closed/2025-11-25.docx: error: you have no permission to read it; ask its owner for it, or run: chmod u+r closed/2025-11-25.docx [not-readable]" \
    "closed/2025-11-25.docx: error: vous n’avez pas le droit de le lire ; demandez-le à son propriétaire, ou lancez : chmod u+r closed/2025-11-25.docx [not-readable]" \
    compose --date 2025-11-25 -o x.pdf closed/2025-11-25.docx
says 3 "closed: error: you have no permission to read it; ask its owner for it, or run: chmod u+r closed [not-readable]" \
    "closed: error: vous n’avez pas le droit de le lire ; demandez-le à son propriétaire, ou lancez : chmod u+r closed [not-readable]" \
    compose --date 2025-11-25 -o x.pdf closed
denied out/x.pdf compose -o out/x.pdf 2025-11-25.txt
denied out/2025-11-25.pdf compose 2025-11-25.txt
denied kept.pdf compose -o kept.pdf 2025-11-25.txt
[ "$(cat kept.pdf)" = kept ]
chmod 700 closed
