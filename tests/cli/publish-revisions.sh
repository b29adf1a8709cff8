# A day that is kept already: the same sources and settings make nothing; others make a revision, which
# needs a reason and says on its first page, in its own language, what it replaces and why.
. "$TOP/tests/archive.inc"
day 2025-11-25 'Un titre'
griot publish 2025-11-25.txt >printed
diff - printed <<END
out/2025-11-25.pdf
out/2025-11-25.html
out/archive/editions/2025/2025-11-25.zip
END
for again in 2025-11-25.txt ./2025-11-25.txt "$TMP/2025-11-25.txt"; do
    refused 0 'griot: note: 2025-11-25 is kept already, from the same sources and settings; nothing was done [publish-same]' \
        publish "$again"
done
refused 0 'griot: note: 2025-11-25 is kept already, from the same sources and settings; nothing was done [publish-same]' \
    publish --because 'Par mégarde' 2025-11-25.txt

needs='griot: error: 2025-11-25 is kept already; say what the revision is for: --because "…" [publish-because]'
refused 2 "$needs" publish --style large-print 2025-11-25.txt
day 2025-11-25 'Un autre titre'
refused 2 "$needs" publish 2025-11-25.txt
lang=fr refused 2 \
    'griot: error: 2025-11-25 est déjà gardée ; dites pourquoi une révision : --because "…" [publish-because]' \
    publish 2025-11-25.txt

griot publish --because 'Erreur dans le titre' 2025-11-25.txt >printed
diff - printed <<END
out/2025-11-25.r2.pdf
out/2025-11-25.r2.html
out/archive/editions/2025/2025-11-25.r2.zip
END
words='Édition révisée : la version 2 remplace la version 1. Motif : Erreur dans le titre.'
text -l 1 out/2025-11-25.r2.pdf | grep -qF "$words"
spaced <out/2025-11-25.r2.html | grep -qF "<p class=\"notice\">$words</p>"
! text out/2025-11-25.pdf | grep -q révisée
recipe 2025-11-25.r2 | grep -qxF 'because: "Erreur dans le titre"'
recipe 2025-11-25.r2 | grep -qxF "before: \"$(sha256sum <out/archive/editions/2025/2025-11-25.zip | cut -c 1-64)\""

# each prints how the hash of the one before begins
before=$(sha256sum <out/archive/editions/2025/2025-11-25.zip | cut -c 1-16)
text out/2025-11-25.r2.pdf | grep -qF "Empreinte de l’édition gardée avant celle-ci : $before."
spaced <out/2025-11-25.r2.html | grep -qF "<p>Empreinte de l’édition gardée avant celle-ci : $before.</p>"
text out/2025-11-25.pdf | grep -qF 'Première édition de ses archives.'

# a full stop is set once; in an English bulletin the words are English
sed 's/^language:.*/language: en/' "$TOP/styles/newsroom.yaml" >english.yaml
day 2025-11-25 'Un troisième titre'
griot publish --newsroom english.yaml --because 'A name was wrong!' 2025-11-25.txt >printed 2>told
text -l 1 out/2025-11-25.r3.pdf |
    grep -qF 'Revised edition: version 3 replaces version 2. Reason: A name was wrong!'
! text -l 1 out/2025-11-25.r3.pdf | grep -qF 'wrong!.'
griot regenerate all -o again >printed
for r in '' .r2 .r3; do cmp again/2025-11-25$r.pdf out/2025-11-25$r.pdf; done

# what the desk says is spaced as the texts are
day 2025-11-25 'Un quatrième titre'
griot publish --because 'Lire «589 000 tonnes»' 2025-11-25.txt >printed
grep -qF "$(printf 'Motif\302\240: Lire «\302\240589\342\200\257000\302\240tonnes\302\240».')" out/2025-11-25.r4.html
