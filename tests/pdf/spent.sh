# Pages are given back as they are written, with all that they show; what links, figures and notes of
# later pages need stays: the bytes are those of a file whose pages are kept, as they are where it may have
# to be written again (--max-bytes).
mkdir "$TMP/day"
cp "$TOP/styles/officiel.png" "$TMP/day/page.png"
printf 'Région;Puits\nKayes;12\nMopti;7\n' >"$TMP/day/wells.csv"
body=$(sed -n 3p "$TOP/seeds/2025-11-25.txt")
for i in $(seq 100 199); do
    cat >"$TMP/day/$i.md" <<END
---
title: Communiqué $i
ministry: MCENMA
place: Bamako
date: 2025-11-24
corrects: {title: "Communiqué du jour $i", date: 2025-11-20}
---
Voir [le site](https://exemple.ml/$i "le site") et [la carte](https://exemple.ml/carte).

$body

![Les puits](wells.csv)
END
done
printf '\n![La page](page.png)\n' | tee -a "$TMP/day/101.md" "$TMP/day/168.md" >"$TMP/said"
set -- --lang en --date 2025-11-25 --style large-print
"$GRIOT" compose "$@" -o "$TMP/spent.pdf" "$TMP/day" >"$TMP/said" 2>&1
"$GRIOT" compose "$@" --max-bytes 100000000 -o "$TMP/kept.pdf" "$TMP/day" >"$TMP/said" 2>&1
[ "$(qpdf --show-npages "$TMP/kept.pdf")" -gt 128 ]
cmp "$TMP/kept.pdf" "$TMP/spent.pdf"
