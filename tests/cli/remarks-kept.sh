# What a Markdown source says beyond what is printed of it leaves the house in nothing: comments of the
# front matter, definitions that nothing uses, links without words, words behind a code's language. Its
# text as it was set is attached in its place; a source without such, as it came.
cd "$TMP"
source_with() { # NAME FRONT BODY
    printf -- '---\nministry: MSDS\n%b---\n# Un titre\n\nLe corps est bref.\n\n%b\n' "$2" "$3" >"$1.md"
}
source_with front 'place: Bamako # secret\n' ''
source_with front-line '# secret\n' ''
source_with definition '' '[//]: # (secret)'
source_with twice '' 'Un [lien][a].\n\n[a]: https://site.example/\n[a]: https://site.example/secret'
source_with parted '' '[un\nsecret]: https://site.example/'
source_with wordless '' '[](https://site.example/secret)'
source_with fence '' '```sh secret\nls\n```'
for name in front front-line definition twice parted wordless fence; do
    rm -rf files; mkdir files
    "$GRIOT" compose --date 2025-11-25 -o a.pdf "$name.md" >said 2>&1
    qpdf --qdf --object-streams=disable a.pdf plain.pdf
    ! grep -a secret plain.pdf a.html || { echo "$name: told"; exit 1; }
    pdfdetach -saveall -o files a.pdf >/dev/null
    [ "$(ls files)" = "$name.md.txt" ] || { echo "$name: $(ls files)"; exit 1; }
    grep -q 'Le corps est bref.' "files/$name.md.txt"
done
source_with open 'place: "Bamako#1"\n' '## Titre #\n\n[Lien][a], `[x]` et [autre](https://site.example/#b).\n\n[a]: https://site.example/ "Là"\n\n```sh\n# ls\n```'
"$GRIOT" compose --date 2025-11-25 -o a.pdf open.md >said 2>&1
rm -rf files; mkdir files
pdfdetach -saveall -o files a.pdf >/dev/null
cmp open.md files/open.md
