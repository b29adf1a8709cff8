# A line that cannot be set well, for want of places to divide words or of any space, is told with its
# place and words; the bulletin is composed all the same.
. "$TOP/tests/says.sh"
mkdir "$TMP/here"
cd "$TMP/here"
sed 's/^  count: 2$/  count: 4/' "$TOP/styles/officiel.yaml" >narrow.yaml
printf 'Titre\n\nOuverture par le Colonel SANOGOKEITADIA et le Général OUEDRAOGOTRAORE de Ouagadougou. La suite vient.\nPar SANOGOKEITADIA OUEDRAOGOTRAORE et les autres. MSDS\n' >2025-11-25.txt
touch x.pdf x.html
says 0 '2025-11-25.txt:3:1: warning: this line could only be set with wide spaces: “Ouverture par le Colonel”; change a word there if it shows [loose-line]
2025-11-25.txt:4:1: warning: this line could only be set with wide spaces: “Par SANOGOKEITADIA”; change a word there if it shows [loose-line]' \
    '2025-11-25.txt:3:1: warning: cette ligne n’a pu être composée qu’avec de grands blancs : « Ouverture par le Colonel » ; changez-y un mot si cela se voit [loose-line]
2025-11-25.txt:4:1: warning: cette ligne n’a pu être composée qu’avec de grands blancs : « Par SANOGOKEITADIA » ; changez-y un mot si cela se voit [loose-line]' \
    compose --style narrow.yaml -o x.pdf 2025-11-25.txt
pdftotext x.pdf - | grep -q 'SANOGOKEITADIA$'
