# Markdown that is larger, deeper or fuller of marks than is read is refused at its place, in words of both
# languages, and nothing is made.
. ../says.sh
mkdir "$TMP/day"
cd "$TMP/day"
refused() { # PLACE ENGLISH FRENCH CODE: what day.md is told
    says 1 "day.md$1: error: $2 [$4]" "day.md$1: error: $3 [$4]" compose --date 2025-11-25 -o day.pdf day.md
}
head() { printf -- '---\ntitle: Un titre\nministry: MSDS\n---\n'; }
{ head; awk 'BEGIN { for (i = 0; i < 30000; i++) print "Une ligne parmi beaucoup d’autres.\n" }'; } >day.md
refused '' 'this source is larger than 1024 kB, the most that is read as Markdown; is it the right file?' \
    'cette source dépasse 1024 ko, le plus qui soit lu comme Markdown ; est-ce le bon fichier ?' markdown-large
{ head; printf 'Texte.\n\n>>>>>>>>>>>>>>>>> Trop loin.\n'; } >day.md
refused :7 'lists and quotations stand here within each other more than 16 deep; flatten them' \
    'listes et citations s’emboîtent ici à plus de 16 niveaux ; aplatissez-les' markdown-deep
{ head; printf 'Texte.\n\n'; awk 'BEGIN { for (i = 0; i < 20001; i++) printf "["; print "" }'; } >day.md
refused :7 'this paragraph has more than 20000 brackets, asterisks and the like; is it text?' \
    'ce paragraphe a plus de 20000 crochets, astérisques et semblables ; est-ce du texte ?' markdown-marked
