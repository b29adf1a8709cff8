# Numbers go up by one from day to day; one that would not is refused until it is told.
. "$TOP/tests/archive.inc"
for d in 2025-11-24 2025-11-25 2025-11-26 2025-11-27 2025-11-28 2025-12-31 2026-01-03; do day $d "Le $d"; done
number() { recipe "$1" | sed -n 's/^number: //p'; }
griot publish 2025-11-25.txt >printed
[ "$(number 2025-11-25)" = 329 ]
refused 1 'griot: error: the number would be 331, and the last one is 329: publish 2025-11-26, declare it without edition (griot skip 2025-11-26 --because "…"), or say the number with --number [number-gap]' \
    publish 2025-11-27.txt
lang=fr refused 1 'griot: error: le numéro serait 332, et le dernier est 329 : publiez 2025-11-26..2025-11-27, déclarez-le sans édition (griot skip 2025-11-26..2025-11-27 --because "…"), ou donnez le numéro avec --number [number-gap]' \
    publish 2025-11-28.txt
griot publish --number 331 2025-11-27.txt >printed
griot publish 2025-11-26.txt >printed # late, between both
[ "$(number 2025-11-26)" = 330 ]
griot publish --number 400 2025-11-28.txt >printed
day 2025-11-29 'Le 29'
refused 1 'griot: error: the number would be 333, which does not go on from 400, that of 2025-11-28; say the number with --number [number-back]' \
    publish 2025-11-29.txt

# an earlier day than all; a folder that says its number; a new year
griot publish 2025-11-24.txt >printed
[ "$(number 2025-11-24)" = 328 ]
mkdir 2025-12-31 && mv 2025-12-31.txt 2025-12-31/a.txt && echo 'number: 12' >2025-12-31/edition.yaml
griot publish 2025-12-31/ >printed
[ "$(number 2025-12-31)" = 12 ]
griot publish 2026-01-03.txt >printed
[ "$(number 2026-01-03)" = 3 ]

# a revision keeps its number, whatever the rule says; a number that is told is another edition
day 2025-11-28 'Le 28, corrigé'
griot publish --because Corrigé 2025-11-28.txt >printed
[ "$(number 2025-11-28.r2)" = 400 ]
refused 2 'griot: error: 2025-11-28.r2 is kept already; say what the revision is for: --because "…" [publish-because]' \
    publish --number 332 2025-11-28.txt

# a count from a day: before it began there is no number, nor one to go on from
sed 's/^number:.*/number:\n  since: 2020-01-01\n  first: 100/' "$TOP/styles/newsroom.yaml" >count.yaml
rm -r out
day 2020-01-02 'Le 2'
griot publish --newsroom count.yaml 2020-01-02.txt >printed
[ "$(number 2020-01-02)" = 101 ]
day 2019-12-31 'Trop tôt'
refused 1 "$(griot compose --newsroom count.yaml 2019-12-31.txt 2>&1)" publish --newsroom count.yaml 2019-12-31.txt
