# The README names only files that exist, and every library and package that the program is made of.
cd "$TOP"
grep -oE '`?(\./)?(src|tests|styles|fonts|seeds)/[A-Za-z0-9_./-]*' README.md | tr -d '`' | sed 's/[.]$//' |
    sort -u | while read -r path; do
        case $path in tests/FOLDER*) continue;; esac
        [ -e "$path" ] || { echo "README.md: no $path"; exit 1; }
    done
"$GRIOT" --version | sed -n '2,$s/^\([^ ]*\) .*/\1/p' >"$TMP/parts"
sed -n '/^PACKAGES_DATA = /,/[^\\]$/ { s/.* = //; s/\\$//; p; }' Makefile | tr -s ' \t' '\n\n' | grep . >>"$TMP/parts"
[ "$(wc -l <"$TMP/parts")" -ge 8 ]
while read -r part; do
    grep -q "^|.*$part" README.md || { echo "README.md: no row for $part"; exit 1; }
done <"$TMP/parts"
