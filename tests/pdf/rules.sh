# The file meets the rules of PDF/A-3a and PDF/UA-1, whatever the text has in it and in every style.
. ./inputs
make_inputs
files=
for name in $inputs; do
    compose "$name"
    files="$files $TMP/$name.pdf"
done
for style in large-print phone; do
    cp "$TMP/seed.txt" "$TMP/$style.txt"
    compose "$style" --style "$style"
    files="$files $TMP/$style.pdf"
done
# shellcheck disable=SC2086
/usr/bin/python3 -B rules/check.py $files
