# Files that are no sound pictures are refused, each by its own fault, all at once and with nothing
# left; what the libraries say of them stays as they say it.
. ../says.sh
python3 -B ../pdf/pictures_turned.py make "$TMP"
cjpeg "$TMP/1.ppm" >"$TMP/sound.jpg"
mkdir "$TMP/day"
python3 -B pictures_broken.py "$TMP/day" "$TMP/sound.jpg"
cd "$TMP/day"
cjpeg -arithmetic "$TMP/1.ppm" >arithmetic.jpg
# more scans than any program writes: each coefficient by itself
{ echo "0: 0-0, 0, 0;"; awk 'BEGIN { for (i = 1; i < 64; i++) printf "0: %d-%d, 0, 0;\n", i, i }'; } >"$TMP/scans"
cjpeg -grayscale -scans "$TMP/scans" "$TMP/1.ppm" >scans.jpg
cat >"$TMP/faults" <<'LIST'
check.png IDAT: CRC error
cut.png the file ends too early
no-size.png Invalid IHDR data
no-palette.png IDAT: Missing PLTE before IDAT
huge.png Invalid IHDR data
large.png more pixels than are read
few-rows.png Not enough image data
cut-frame.jpg Premature end of JPEG file
cut-scan.jpg Premature end of JPEG file
lossless.jpg Unsupported JPEG process: SOF type 0xc3
precise.jpg Unsupported JPEG data precision 12
large.jpg more pixels than are read
arithmetic.jpg arithmetic coding
scans.jpg more scans than are read
byte.png
byte.jpg
gif.png
LIST
line=6 english= french=
printf -- '---\ntitle: Images\nministry: MSDS\n---\nTexte.\n' >day.md
while read -r name why; do
    printf '\n![Image](%s)\n' "$name" >>day.md
    line=$((line + 1)) place=day.md:$line:1
    if [ -n "$why" ]; then
        en="the picture “$name” cannot be used: $why; open it in a picture program, save it again, or ask for another copy [picture-broken]"
        fr="l’image « $name » est inutilisable : $why ; ouvrez-la dans un logiciel d’images et enregistrez-la de nouveau, ou demandez-en un autre exemplaire [picture-broken]"
    else
        en="“$name” is neither a PNG nor a JPEG picture; save it as one of these [picture-kind]"
        fr="« $name » n’est ni une image PNG ni une image JPEG ; enregistrez-la dans l’un de ces formats [picture-kind]"
    fi
    english="$english${english:+
}$place: error: $en" french="$french${french:+
}$place: error: $fr"
    line=$((line + 1))
done <"$TMP/faults"
says 1 "$english" "$french" compose --date 2025-11-25 -o day.pdf day.md
