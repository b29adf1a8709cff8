# Every reader takes the file without a word: qpdf, poppler, MuPDF and Ghostscript, whatever the
# text has in it.
. ./inputs
make_inputs
# Written from right to left.
text right 'Les écritures : ߒߞߏ' 'Le texte ߒߞߏ et العربية.'
failed=0
silent() { # NAME COMMAND...
    what=$1; shift
    if ! "$@" >"$TMP/words" 2>&1 || [ -s "$TMP/words" ]; then
        echo "$what: $*"; head -n 5 "$TMP/words"; failed=1
    fi
}
for name in $inputs right; do
    compose "$name"
    file=$TMP/$name.pdf
    qpdf --check "$file" >"$TMP/words" 2>&1 || { echo "$name: qpdf"; cat "$TMP/words"; failed=1; }
    silent "$name" sh -c 'pdfinfo "$1" >/dev/null' - "$file"
    silent "$name" pdftoppm -r 20 "$file" "$TMP/picture"
    silent "$name" mutool draw -N -q -r 20 -o "$TMP/picture.png" "$file"
    silent "$name" mutool clean -gg "$file" "$TMP/cleaned.pdf"
    silent "$name" gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=nullpage "$file"
done
exit $failed
