# What is no Word file or letter by its name, and a converter that ends at fault, in words of both languages.
. ../says.sh
mkdir -p "$TMP/day" "$TMP/bin" "$TMP/libexec/griot"
cp "$GRIOT" "$TMP/bin/griot"
GRIOT_SHARE=$(dirname "$(dirname "$GRIOT")")/share/griot GRIOT=$TMP/bin/griot
export GRIOT_SHARE
printf '#!/bin/sh\nkill -SEGV $$\n' >"$TMP/libexec/griot/griot-convert"
chmod +x "$TMP/libexec/griot/griot-convert"
cp word/plain.docx "$TMP/day/"
cd "$TMP/day"
printf 'Un titre\n\nUn texte. MSDS\n' >a.txt
says 1 'a.txt: error: this is neither a Word file (.docx) nor a letter (.eml) [not-converted-kind]' \
    'a.txt: error: ce n’est ni un fichier Word (.docx) ni un courrier (.eml) [not-converted-kind]' convert -o b a.txt
for command in 'convert -o b' 'compose --date 2025-11-25 -o b.pdf'; do
    says 1 'plain.docx: error: this file cannot be read; the program griot-convert ended with: Segmentation fault [not-converted]' \
        'plain.docx: error: ce fichier ne peut être lu ; le programme griot-convert a fini par : Segmentation fault [not-converted]' \
        $command plain.docx
done
