# Special editions of a day are numbered .s1, .s2, have the day's number and say what they are; one of
# them is revised by its name.
. "$TOP/tests/archive.inc"
day 2025-11-25 'Un titre'
griot publish --number 7 2025-11-25.txt >printed
refused 2 'griot: error: --special and --revises exclude each other; give one of them [usage]' \
    publish --special --revises 2025-11-25 2025-11-25.txt
day 2025-11-25 'Un remaniement'
griot publish --special 2025-11-25.txt >printed 2>told
[ ! -s told ]
head -n 1 printed | grep -qxF out/2025-11-25.s1.pdf
refused 0 'griot: note: 2025-11-25.s1 is kept already, from the same sources and settings; nothing was done [publish-same]' \
    publish --special 2025-11-25.txt
day 2025-11-25 'Un deuil national'
griot publish --special 2025-11-25.txt >printed
head -n 1 printed | grep -qxF out/2025-11-25.s2.pdf
for s in s1 s2; do
    text -l 1 out/2025-11-25.$s.pdf | grep -qF 'Édition spéciale.'
    recipe 2025-11-25.$s | grep -qxF 'number: 7'
    recipe 2025-11-25.$s | grep -qxF "special: ${s#s}"
done

refused 2 'griot: error: --revises names an edition of the sources’ own day, 2025-11-25 or 2025-11-25.s1, not “2025-11-26.s1” [publish-revises]' \
    publish --revises 2025-11-26.s1 2025-11-25.txt
refused 1 'out/archive: error: the archive has no edition of 2025-11-25.s3 [no-edition]' \
    publish --revises 2025-11-25.s3 --because x 2025-11-25.txt
refused 2 'griot: error: 2025-11-25.s1 is kept already; say what the revision is for: --because "…" [publish-because]' \
    publish --revises 2025-11-25.s1 2025-11-25.txt
day 2025-11-25 'Un remaniement ministériel'
griot publish --revises 2025-11-25.s1 --because 'Titre incomplet' 2025-11-25.txt >printed
head -n 1 printed | grep -qxF out/2025-11-25.s1.r2.pdf
text -l 1 out/2025-11-25.s1.r2.pdf |
    grep -qF 'Édition spéciale. Édition révisée : la version 2 remplace la version 1. Motif : Titre incomplet.'
griot regenerate all -o again >printed
for r in '' .s1 .s1.r2 .s2; do cmp again/2025-11-25$r.pdf out/2025-11-25$r.pdf; done
