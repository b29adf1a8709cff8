# A font whose file is not the one of fonts.yaml is used, told, and recorded with the edition that is
# kept: the hash in its recipe is that of the file that was used.
mkdir "$TMP/here"
cd "$TMP/here"
printf 'Titre\n\nUne phrase. MSDS\n' >2025-11-25.txt
cp -rs "$(dirname "$GRIOT")/../share/griot" share
export GRIOT_SHARE=share
font=share/fonts/GentiumBookPlus-Bold.ttf
listed=$(sha256sum <$font | cut -c 1-64)
cp --remove-destination "$(readlink -f $font)" $font
echo >>$font
found=$(sha256sum <$font | cut -c 1-64)
told() { # LANG
    "$GRIOT" compose --lang "$1" -o x.pdf 2025-11-25.txt 2>told >printed
    printf 'x.pdf\nx.html\n' | diff - printed
    pdffonts x.pdf | grep -q '+GentiumBookPlus-Bold '
}
start() { echo "$1" | cut -c 1-16; }
told en
diff - told <<END
$font: warning: the font of “Gentium Book Plus Bold” is not the one of fonts.yaml (it hashes to $(start "$found")…, not $(start "$listed")…); lines may break elsewhere than before. Package: fonts-sil-gentiumplus [font-changed]
END
told fr
diff - told <<END
$font: warning: la police « Gentium Book Plus Bold » n’est pas celle de fonts.yaml (empreinte $(start "$found")… et non $(start "$listed")…) ; des lignes peuvent se couper autrement qu’avant. Paquet : fonts-sil-gentiumplus [font-changed]
END
"$GRIOT" publish --archive kept 2025-11-25.txt >printed 2>told
unzip -p kept/editions/2025/2025-11-25.zip '*/data/recipe.yaml' >recipe
grep -qF "$found" recipe
! grep -qF "$listed" recipe
