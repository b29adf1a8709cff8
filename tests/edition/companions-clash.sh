# Two sources of one edition may name one table, but not two tables of one name: the archive could not keep
# both.
. ../says.sh
mkdir "$TMP/day" "$TMP/day/a" "$TMP/day/b"
cd "$TMP/day"
for folder in a b; do
    printf -- '---\ntitle: De %s\nministry: MSDS\n---\n![Les prix](prix.csv)\n' $folder >$folder/$folder.md
done
printf 'a,b\nx,1\n' >a/prix.csv
printf 'a,b\nx,2\n' >b/prix.csv
says 1 'b/b.md:5:1: error: another source of this edition has a different file “prix.csv”; rename one of them [companion-clash]' \
    'b/b.md:5:1: error: une autre source de cette édition a un fichier « prix.csv » différent ; renommez l’un d’eux [companion-clash]' \
    compose --date 2025-11-25 -o day.pdf a/a.md b/b.md
cp a/prix.csv b/prix.csv
"$GRIOT" compose --date 2025-11-25 -o "$TMP/day.pdf" a/a.md b/b.md >"$TMP/printed"
