# A file for a press: as readers take it, with its boxes, with the pages that were kept, and with body
# text on the black plate alone; the same bytes each time.
cd "$TMP"
seed=$TOP/seeds/2025-11-25.txt
"$GRIOT" publish --archive kept "$seed" >/dev/null
"$GRIOT" print --archive kept -o press.pdf 2025-11-25 >said
printf 'press.pdf\npress-ticket.pdf\n' | diff - said
"$GRIOT" print --archive kept -o again.pdf 2025-11-25 >/dev/null
cmp press.pdf again.pdf

# readers
qpdf --check press.pdf >/dev/null
mutool draw -q -o /dev/null press.pdf 2>/dev/null
pdfinfo press.pdf >info
grep -q '^PDF version: *1.6' info
grep -q '^PDF subtype: *PDF/X-4' info
[ -z "$(pdfdetach -list press.pdf | grep -v '^0')" ]
! grep -aqE '/(Annots|StructTreeRoot|AcroForm|ObjStm|XRef|Outlines)\b' press.pdf
[ "$(pdffonts press.pdf | sed 1,2d | grep -vc ' yes yes yes ')" -eq 0 ]

# boxes: 3 mm of bleed, 11 mm of paper around the trim
for page in $(seq "$(sed -n 's/^Pages: *//p' info)"); do
    pdfinfo -box -f "$page" -l "$page" press.pdf | sed -n "s/^Page *$page \([A-Z][a-z]*Box\): */\1 /p" |
        grep -E 'Media|Bleed|Trim' | tr -s ' ' >boxes
    diff - boxes <<END
MediaBox 0.00 0.00 657.64 904.25
BleedBox 22.68 22.68 634.96 881.57
TrimBox 31.18 31.18 626.46 873.07
END
done

# the pages are those of the kept edition: each word stands where it stood, moved by the margin
words() { # FILE DX DY
    pdftotext -bbox "$1" - | LC_ALL=C awk -v dx="$2" -v dy="$3" -F '"' '
        /<page/ { print "page" }
        /<word/ { sub(/<\/word>/, ""); sub(/^>/, "", $9); printf "%.0f %.0f %s\n", $2 - dx, $4 - dy, $9 }'
}
unzip -qp kept/editions/2025/2025-11-25.zip '*/data/bulletin.pdf' >bulletin.pdf
words bulletin.pdf 0 0 | LC_ALL=C awk '/^page/ { n++ } { print n, $0 }' | sort >kept.words
words press.pdf 31.18 31.18 | LC_ALL=C awk '/^page/ { n++ } { print n, $0 }' | sort >press.words
[ "$(grep -c . kept.words)" -gt 500 ]
diff kept.words press.words

# inks: where style and newsroom have black only, cyan, magenta and yellow are left empty in the trim
share=$(dirname "$(dirname "$GRIOT")")/share/griot/styles
sed 's/"#00693e"/"#000000"/; s/press: \[100, 0, 90, 40\]/press: [0, 0, 0, 100]/' "$share/officiel.yaml" >black.yaml
sed '/^flag:/,/^  - .*ce1126/d' "$share/newsroom.yaml" >newsroom.yaml
cp "$share/ministries.yaml" .
"$GRIOT" compose --for print --style black.yaml --newsroom newsroom.yaml -o black.pdf "$seed" >/dev/null
gs -q -dUseTrimBox -sDEVICE=inkcov -o - black.pdf >inks
[ -s inks ]
! LC_ALL=C awk '$1 + $2 + $3 > 0 || $4 < 0.02' inks | grep .
gs -q -dUseTrimBox -dFirstPage=2 -dLastPage=2 -r50 -sDEVICE=tiffsep -o plate%d.tif black.pdf
# one plate has ink, and the same plate as bare paper is that of a blank page
cmp 'plate1(Cyan).tif' 'plate1(Magenta).tif'
cmp 'plate1(Cyan).tif' 'plate1(Yellow).tif'
! cmp -s 'plate1(Cyan).tif' 'plate1(Black).tif'
# a run in one ink
sed 's/^press:.*/press: { inks: black }/' "$share/newsroom.yaml" >newsroom.yaml
"$GRIOT" compose --for print --newsroom newsroom.yaml -o one.pdf "$seed" >/dev/null
gs -q -sDEVICE=inkcov -o - one.pdf >inks
! LC_ALL=C awk '$1 + $2 + $3 > 0' inks | grep .
