# Sources are kept as they came, however they were given, and the edition is made again from them.
. "$TOP/tests/archive.inc"
mkdir -p '2025-11-25 100%' a b
day 2025-11-25 'Un titre' && cp 2025-11-25.txt '2025-11-25 100%/z.txt'
day 2025-11-25 'Un autre' && cp 2025-11-25.txt '2025-11-25 100%/é.txt' && mv 2025-11-25.txt a
day 2025-11-25 'Un troisième' && mv 2025-11-25.txt b
printf 'order:\n  - z.txt\n' >'2025-11-25 100%/edition.yaml'
kept() { # NAME FILES...: these sources are kept, as they came
    name=$1; shift
    rm -rf bag && unzip -q -d bag "out/archive/editions/2025/$name.zip"
    (cd "bag/$name/data" && find sources -type f | LC_ALL=C sort) >found
    printf '%s\n' "$@" | diff - found
    (cd "bag/$name" && sed 's/%25/%/' manifest-sha256.txt | sha256sum --quiet -c)
    griot regenerate "$name" -o again >printed
    cmp "again/$name.pdf" "out/$name.pdf"
}
griot publish '2025-11-25 100%/' >printed
kept 2025-11-25 'sources/2025-11-25 100%/edition.yaml' 'sources/2025-11-25 100%/z.txt' 'sources/2025-11-25 100%/é.txt'
cmp '2025-11-25 100%/é.txt' 'bag/2025-11-25/data/sources/2025-11-25 100%/é.txt'

(cd '2025-11-25 100%' && "$GRIOT" publish --date 2025-11-25 --because x --archive ../out/archive -o ../out/2025-11-25.r2.pdf .) >printed
kept 2025-11-25.r2 sources/day/edition.yaml sources/day/z.txt sources/day/é.txt

griot publish --because y a/2025-11-25.txt b/2025-11-25.txt >printed
kept 2025-11-25.r3 sources/1/2025-11-25.txt sources/2/2025-11-25.txt

griot publish --because z --date 2025-11-25 '2025-11-25 100%' b/2025-11-25.txt >printed
kept 2025-11-25.r4 'sources/2025-11-25 100%/edition.yaml' 'sources/2025-11-25 100%/z.txt' \
    'sources/2025-11-25 100%/é.txt' sources/2025-11-25.txt
