# Files for a press meet the rules of PDF/X-4 and of print, whatever is in them, in every style and as
# sheets: the seed, pictures of each kind, Markdown with links and tables, one ink, reduced pages.
[ "$LC_ALL" = C ] || exit 0
. ./inputs
make_inputs
cd "$TMP"
share=$(dirname "$(dirname "$GRIOT")")/share/griot/styles
files=
print() { # NAME SOURCE OPTION...
    name=$1 source=$2; shift 2
    "$GRIOT" compose --date 2025-11-25 --for print "$@" -o "$name.pdf" "$source" >said 2>&1
    files="$files $name.pdf"
}
for name in $inputs; do print "$name" "$(source_of "$name")"; done
for style in large-print phone; do print "$style" seed.txt --style "$style"; done
sed 's/^press:.*/press: { inks: black, ink-limit: 100, sheet-weight: 90 }/' "$share/newsroom.yaml" >newsroom.yaml
cp "$share/ministries.yaml" .
for style in officiel large-print phone; do print "black-$style" seed.txt --style $style --newsroom newsroom.yaml; done
# pictures: of every kind that PNG has; JPEG of inks with a profile and without
python3 -B "$TOP/tests/png.py" .
printf '%s\n' '<< /PageSize [240 160] >> setpagedevice 1 0 0 .5 setcmykcolor 0 0 120 80 rectfill showpage' |
    gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=jpegcmyk -r72 -o profiled.jpg -
jpegtran -copy none profiled.jpg >inks.jpg
printf '\n![Encres](%s)\n' profiled.jpg inks.jpg >>day.md
print pictures day.md
cp "$TOP/tests/page/markdown.md" .
print markdown markdown.md
for sheet in --booklet '--booklet --reduce' --2up; do
    # shellcheck disable=SC2086
    "$GRIOT" impose $sheet -o "sheet$(echo "$sheet" | tr -d ' ').pdf" --date 2025-11-25 forty.txt >said 2>&1
done
rm ./*-ticket.pdf
/usr/bin/python3 -B "$TOP/tests/pdf/rules/check.py" --press $files sheet*.pdf
