# A day without edition is declared by a bundle of its own in the chain, whose words anybody can read;
# an edition that comes after all says that it is belated.
. "$TOP/tests/archive.inc"
for d in 2025-11-25 2025-11-28; do day $d "Le $d"; done
griot publish 2025-11-25.txt >printed
refused 2 'griot: error: griot skip needs --because; see griot skip --help [usage]' skip 2025-11-26
refused 2 'griot: error: griot skip needs DATE; see griot skip --help [usage]' skip --because x
for days in all 2025-11-26.s1 demain 2024-01-01..2025-01-31; do
    refused 2 "griot: error: “$days” is not a day, or a range of at most 366 days: write 2025-11-25 or A..B [skip-days]" \
        skip "$days" --because x
done
refused 1 'griot: error: 2025-11-25 is kept: that day has an edition [skip-kept]' skip 2025-11-25..2025-11-26 --because x
refused 1 'griot: error: the number would be 331, and the last one is 329: publish 2025-11-26, declare it without edition (griot skip 2025-11-26 --because "…"), or say the number with --number [number-gap]' \
    skip 2025-11-27 --because x
griot skip 2025-11-26..2025-11-27 --because 'Jours fériés' >printed
diff - printed <<END
out/archive/editions/2025/2025-11-26.zip
out/archive/editions/2025/2025-11-27.zip
END
refused 0 'griot: note: 2025-11-27 is declared a day without edition already; nothing was done [skip-same]' \
    skip 2025-11-27 --because 'Jours fériés'
griot publish 2025-11-28.txt >printed
griot verify 2>told
unzip -p out/archive/editions/2025/2025-11-26.zip 2025-11-26/data/text.txt | spaced | diff - /dev/fd/3 3<<END
Bulletin du Gouvernement n° 330, 26 novembre 2025

Aucune édition n’a paru ce jour. Motif : Jours fériés
END
recipe 2025-11-27 | grep -qxF 'skipped: true'

day 2025-11-26 'Après tout'
refused 2 'griot: error: 2025-11-26 is kept already; say what the revision is for: --because "…" [publish-because]' publish 2025-11-26.txt
griot publish --because 'Un communiqué est venu tard' 2025-11-26.txt >printed
text -l 1 out/2025-11-26.r2.pdf |
    grep -qF 'Édition tardive : le jour avait été déclaré sans édition. Motif : Un communiqué est venu tard.'
for jobs in 1 2 3 2 3; do # what is told comes in the order of days, whoever found it
    griot regenerate -j $jobs 2025-11 -o again >printed 2>told
    diff - told <<END
out/archive/editions/2025/2025-11-26.zip: note: 2025-11-26 is a day without edition: Jours fériés [again-skipped]
out/archive/editions/2025/2025-11-27.zip: note: 2025-11-27 is a day without edition: Jours fériés [again-skipped]
END
done
cmp again/2025-11-26.r2.pdf out/2025-11-26.r2.pdf
