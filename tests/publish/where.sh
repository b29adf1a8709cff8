# The twin stands beside a PDF that is a file, under its name; nothing else has one.
mkdir "$TMP/at"
cd "$TMP/at"
cp "$TOP/seeds/2025-11-25.txt" .
made() { # FILES OPTION...: what is there afterwards, besides the source
    files=$1; shift
    "$GRIOT" compose "$@" 2025-11-25.txt >"$TMP/out" 2>"$TMP/said"
    find . -type f -o -type l | LC_ALL=C sort | tr '\n' ' ' >"$TMP/got"
    echo -n "./2025-11-25.txt $files" | diff - "$TMP/got"
    rm -rf out ./*.pdf ./*.PDF ./*.html jour.v1*
}
made './out/2025-11-25.html ./out/2025-11-25.pdf '
printf 'out/2025-11-25.pdf\nout/2025-11-25.html\n' | diff - "$TMP/out"
made './x.PDF ./x.html ' -o x.PDF
made './jour.v1 ./jour.v1.html ' -o jour.v1
made '' -o -
[ "$(head -c 5 "$TMP/out")" = %PDF- ] && ! grep -aq '<!DOCTYPE' "$TMP/out"
made '' -o /dev/null
[ ! -e /dev/null.html ]
made '' --dump=edition
made '' --dump=pages
touch real.pdf
ln -s real.pdf link.pdf
made './link.pdf ./real.pdf ' -o link.pdf
