# Files that are no sound pictures are refused, each by its own fault in words of both languages, all at
# once and with nothing left.
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
check.png damaged
cut.png cut
no-size.png header
no-palette.png header
huge.png large
large.png large
boast.png cut
few-rows.png cut
cut-frame.jpg cut
cut-scan.jpg cut
lossless.jpg coding
precise.jpg coding
large.jpg large
arithmetic.jpg coding
scans.jpg scans
byte.png
byte.jpg
gif.png
LIST
again_en='open it in a picture program, save it again, or ask for another copy'
again_fr='ouvrez-la dans un logiciel d’images et enregistrez-la de nouveau, ou demandez-en un autre exemplaire'
plain_en='save it as an ordinary JPEG' plain_fr='enregistrez-la en JPEG ordinaire'
words() { # FAULT: $en and $fr, what is said of the picture
    case $1 in
    cut) en="ends too early, and a part of it is missing; $again_en"
        fr="s’arrête trop tôt, et une partie en manque ; $again_fr";;
    damaged) en="is damaged: its data are not what was saved; $again_en"
        fr="est abîmée : ses données ne sont pas ce qui a été enregistré ; $again_fr";;
    header) en="begins with what no picture can be (its size, its kind of colours); $again_en"
        fr="commence par ce qu’aucune image ne peut être (sa taille, son genre de couleurs) ; $again_fr";;
    large) en="has more pixels than are read, 50 million, and 30,000 a side; save it smaller"
        fr="a plus de pixels que ce qui est lu, 50 millions, et 30 000 par côté ; enregistrez-la plus petite";;
    coding) en="is coded in a way that a PDF cannot show (arithmetic, lossless, hierarchical, more than 8 bits, or two channels); $plain_en"
        fr="est codée d’une façon qu’un PDF ne sait pas montrer (arithmétique, sans perte, hiérarchique, plus de 8 bits, ou deux canaux) ; $plain_fr";;
    scans) en="goes over its pixels more than 50 times, as if to cost time; $plain_en"
        fr="repasse plus de 50 fois sur ses pixels, comme pour coûter du temps ; $plain_fr";;
    esac
}
line=6 english= french=
printf -- '---\ntitle: Images\nministry: MSDS\n---\nTexte.\n' >day.md
while read -r name why; do
    printf '\n![Image](%s)\n' "$name" >>day.md
    line=$((line + 1)) place=day.md:$line:1
    if [ -n "$why" ]; then
        words "$why"
        en="the picture “$name” $en [picture-broken]"
        fr="l’image « $name » $fr [picture-broken]"
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
