# What is wrong with the settings of a press, or with what is to be printed, is told at its place, in both
# languages, and nothing is left.
. "$TOP/tests/says.sh"
cd "$TMP"
seed=$TOP/seeds/2025-11-25.txt
share=$(dirname "$(dirname "$GRIOT")")/share/griot/styles
cp "$share/ministries.yaml" .
touch own.yaml newsroom.yaml no.icc out.pdf wanted told printed names names-before
room() { sed "s/^press:.*/press: { $1 }/" "$share/newsroom.yaml" >newsroom.yaml; }
style() { sed "$1" "$share/officiel.yaml" >own.yaml; }
line() { grep -n "$1" "$2" | head -n 1 | cut -d : -f 1; }
print() { says 1 "$1" "$2" compose --for print --newsroom newsroom.yaml --style own.yaml -o press.pdf "$seed"; }
at() { # PLACE SENTENCE SENTENCE
    print "$1: error: $2" "$1: error: $3"
}
style ''
for press in 'ink-limit: 90' 'ink-limit: 401' 'sheet-weight: 20' 'sheet-weight: 401'; do
    room "$press"
    at "newsroom.yaml:$(line '^press:' newsroom.yaml):8" \
        'ink-limit may be 100 to 400 (per cent), sheet-weight 30 to 400 (g/m²) [press-bounds]' \
        'ink-limit peut aller de 100 à 400 (pour cent), sheet-weight de 30 à 400 (g/m²) [press-bounds]'
done
room 'inks: rgb'
at "newsroom.yaml:$(line '^press:' newsroom.yaml):16" '“inks” must be one of cmyk, black, not “rgb” [yaml-not-choice]' \
    '« inks » doit valoir cmyk, black, et non « rgb » [yaml-not-choice]'
room 'profile: no.icc'
# a profile of a screen, and one of a version that PDF 1.6 does not know
profile=$share/../profiles/FOGRA29.icc
sed '1s/prtrCMYK/mntrCMYK/' "$profile" >screen.icc
{ head -c 8 "$profile"; printf '\005'; tail -c +10 "$profile"; } >late.icc
for bad in no screen late; do
    cp $bad.icc out.pdf 2>printed
    room "profile: $bad.icc"
    at $bad.icc 'this is not a colour profile of a press with four inks (ICC, class prtr, CMYK); ask the printer for it, or leave “profile” out [press-profile]' \
        'ce n’est pas le profil de couleur d’une presse à quatre encres (ICC, classe prtr, CMYK) ; demandez-le à l’imprimeur, ou retirez « profile » [press-profile]'
done
room 'profile: none.icc'
at none.icc 'there is no such file or folder; check the name and the folder you are in [no-such-file]' \
    'ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant [no-such-file]'
room 'ink-limit: 300'
for inks in '100, 0, 90' '100, 0, 90, 140' '100, 0, 90, x'; do
    style "s/press: \[100, 0, 90, 40\]/press: [$inks]/"
    at "own.yaml:$(line 'accent:' own.yaml):39" \
        '“press” must be four whole numbers from 0 to 100, the per cent of cyan, magenta, yellow and black, like [80, 0, 90, 30] [yaml-not-ink]' \
        '« press » doit être quatre nombres entiers de 0 à 100, les pour cent de cyan, magenta, jaune et noir, comme [80, 0, 90, 30] [yaml-not-ink]'
done
rules=$(line '^rules:' "$share/officiel.yaml")
style 's/hairline: 0.5pt/hairline: 0.2pt/'
at "own.yaml:$((rules + 1)):3" 'a rule of 0.2 pt in “colour” is thinner than a press prints; make it 0.25pt or more [press-rule]' \
    'un filet de 0.2 pt en « colour » est plus fin qu’une presse n’imprime ; portez-le à 0.25pt au moins [press-rule]'
style 's/press: \[0, 0, 0, 100\] }$/press: [0, 0, 0, 60] }/'
at "own.yaml:$((rules + 1)):3" 'a rule of 0.25 pt in “colour” is a tint, which is too thin for a screen of dots; make it 0.5pt, or its “press” [0, 0, 0, 100] [press-rule]' \
    'un filet de 0.25 pt en « colour » est tramé, trop fin pour des points de trame ; portez-le à 0.5pt, ou son « press » à [0, 0, 0, 100] [press-rule]'
# sheets
for which in '' '--booklet --2up'; do
    # shellcheck disable=SC2086
    says 2 'griot: error: say which sheets: --booklet or --2up [impose-which]' \
        'griot: error: dites quelles feuilles : --booklet ou --2up [impose-which]' impose $which -o press.pdf "$seed"
done
says 1 'screen.pdf: error: sheets are not made from a PDF; give its sources, or the day it has in the archive [impose-pdf]' \
    'screen.pdf: error: on ne fait pas de feuilles d’un PDF ; donnez ses sources, ou son jour dans les archives [impose-pdf]' \
    impose --2up -o press.pdf screen.pdf
# a day that was declared without edition
"$GRIOT" skip --archive kept --because 'Jour férié' 2025-11-26 >printed
skipped=kept/editions/2025/2025-11-26.zip
printf 'subscribers: list.csv\nmail: { from: a@example.org, server: "smtp://localhost:1" }\n' >>newsroom.yaml
sed -i '/^mail:$/,/^ *$/d' newsroom.yaml
echo address,a@example.org | tr , '\n' >list.csv
for words in print 'impose --booklet'; do
    # shellcheck disable=SC2086
    says 1 "$skipped: error: 2025-11-26 is declared a day without edition, and has no pages; its reason: Jour férié [print-skipped]" \
        "$skipped: error: 2025-11-26 est déclaré jour sans édition, et n’a pas de pages ; le motif : Jour férié [print-skipped]" \
        $words --archive kept -o press.pdf 2025-11-26
done
