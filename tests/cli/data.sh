# A font, the patterns or the settings that griot needs are not there, or are not what they should be.
. "$TOP/tests/says.sh"
mkdir "$TMP/here"
cd "$TMP/here"
printf 'Titre\n\nUne phrase. MSDS\n' >2025-11-25.txt
export GRIOT_SHARE=share
whole=$(dirname "$GRIOT")/../share/griot
bold=share/fonts/GentiumBookPlus-Bold.ttf
without() { # FILE
    rm -rf share
    cp -rs "$whole" share
    rm -r "share/$1"
}
refused() { # STATUS ENGLISH FRENCH
    says "$@" compose -o x.pdf 2025-11-25.txt
}
broken() {
    refused 3 "$bold: error: this is no usable font for “Gentium Book Plus Bold”; install the package fonts-sil-gentiumplus again, then griot (make, make install) [font-broken]" \
        "$bold: error: ce n’est pas une police utilisable pour « Gentium Book Plus Bold » ; réinstallez le paquet fonts-sil-gentiumplus, puis griot (make, make install) [font-broken]"
}
without fonts/GentiumBookPlus-Bold.ttf
refused 3 "$bold: error: the font of “Gentium Book Plus Bold” is missing; install the package fonts-sil-gentiumplus, then griot again (make, make install) [font-missing]" \
    "$bold: error: la police « Gentium Book Plus Bold » manque ; installez le paquet fonts-sil-gentiumplus, puis griot de nouveau (make, make install) [font-missing]"
: >$bold
broken
head -c 100000 "$whole/fonts/GentiumBookPlus-Bold.ttf" >$bold
broken
without hyphens/hyph_fr.dic
refused 3 'share/hyphens/hyph_fr.dic: error: the French hyphenation patterns are missing; install the package hyphen-fr, then griot again (make, make install) [hyphens-missing]' \
    'share/hyphens/hyph_fr.dic: error: les motifs de coupure du français manquent ; installez le paquet hyphen-fr, puis griot de nouveau (make, make install) [hyphens-missing]'
without styles
refused 3 'share/styles: error: the folder with styles and fonts is not found; reinstall griot, or set GRIOT_SHARE [no-share]' \
    'share/styles: error: le dossier des styles et polices est introuvable ; réinstallez griot, ou définissez GRIOT_SHARE [no-share]'
for file in styles/ministries.yaml styles/newsroom.yaml styles/officiel.yaml fonts/fonts.yaml; do
    without $file
    refused 1 "share/$file: error: there is no such file or folder; check the name and the folder you are in [no-such-file]" \
        "share/$file: error: ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant [no-such-file]"
done
