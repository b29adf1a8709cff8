# A batch keeps what single calls would have kept, to the byte; it ends at the first edition that
# fails, and keeps those before it.
. "$TOP/tests/archive.inc"
for d in 1 2 3 4 5; do day 2025-03-0$d "Le $d mars"; done
mkdir 2025-03-06 && day a 'Premier' && day b 'Deuxième' && mv a.txt b.txt 2025-03-06
for d in 1 2 3 4 5; do griot publish 2025-03-0$d.txt >>printed; done
griot publish 2025-03-06 >>printed
mv out singly
griot publish --batch 2025-03-0[1-5].txt 2025-03-06/ >printed.batch
diff printed printed.batch
for f in editions head resources; do diff -r singly/archive/$f out/archive/$f; done
for f in singly/*.*; do cmp "$f" out/"$(basename "$f")"; done
griot verify 2>told
grep -q 'editions verified: 6' told
[ "$(wc -l <out/archive/journal.jsonl)" -eq 6 ]
griot list >listed && [ "$(wc -l <listed)" -eq 6 ]

griot publish --batch 2025-03-0*.txt >printed 2>told
[ ! -s printed ] && [ "$(grep -c 'nothing was done' told)" -eq 5 ]

for d in 7 8 9; do day 2025-03-0$d "Le $d mars"; done
echo 'Un titre seul' >2025-03-08.txt
status=0
griot publish --batch 2025-03-0[789].txt >printed 2>told || status=$?
[ $status -eq 1 ]
tail -n 1 printed | grep -qxF out/archive/editions/2025/2025-03-07.zip
[ ! -e out/archive/editions/2025/2025-03-08.zip ] && [ ! -e out/archive/editions/2025/2025-03-09.zip ]
griot verify 2>told
for o in '--date 2025-03-08' '--number 4' '--revises 2025-03-08' '-o x.pdf'; do
    refused 2 "griot: error: --batch and ${o%% *} exclude each other; give one of them [usage]" publish --batch $o 2025-03-08.txt
done
# a revision of an edition that waits in the same batch
day 2025-03-08 'Le 8'
mkdir again && cp 2025-03-08.txt again && echo >>again/2025-03-08.txt
griot publish --batch --because 'Une ligne' 2025-03-08.txt again/2025-03-08.txt >printed 2>told
ls out/archive/editions/2025/2025-03-08.r2.zip
griot verify 2>told
# one that cannot be proven, while the next is made: neither is kept, and of the next nothing is told
face=$(recipe 2025-03-01 | sed -n '/GentiumBookPlus-Regular/{n;s/.*"\(..\)\(.*\)"/\1\/\1\2.gz/p}')
printf x >>"out/archive/resources/$face"
echo 'Un titre seul' >2025-03-10.txt && day 2025-03-10.s 'Le 10' && mkdir ten && mv 2025-03-10.s.txt ten/2025-03-10.txt
broken="out/archive/resources/$face: error: this resource is damaged: editions that need it cannot be made again [resource-broken]"
refused 1 "$broken" publish --batch 2025-03-09.txt 2025-03-10.txt
refused 1 "$broken" publish --batch 2025-03-09.txt ten/2025-03-10.txt
