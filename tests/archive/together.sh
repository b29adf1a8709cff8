# Two publishers at once: both editions are kept, one behind the other. Readers during publishing: what
# they say is right, and no more than that something is late or being written.
. "$TOP/tests/archive.inc"
for n in 1 2 3 4 5 6; do day 2025-12-0$n "Le titre $n"; done
a=out/archive
griot publish 2025-12-01.txt >said 2>&1
griot publish 2025-12-02.txt >one 2>&1 & first=$!
griot publish --number 337 2025-12-03.txt >two 2>&1 & second=$!
wait $first; wait $second
[ "$(ls $a/editions/2025 | wc -l)" -eq 3 ]
griot verify >said 2>&1 || { cat said; exit 1; }
! grep -v 'verified' said || exit 1

# a new archive, by two who both make it
griot publish --archive new 2025-12-01.txt >one 2>&1 & first=$!
griot publish --archive new --number 336 2025-12-02.txt >two 2>&1 & second=$!
wait $first; wait $second
griot verify --archive new >said 2>&1
[ "$(wc -l <new/journal.jsonl)" -eq 2 ]

(for n in 4 5 6; do griot publish 2025-12-0$n.txt; done >publisher 2>&1; : >done) &
while [ ! -e done ]; do
    griot verify >printed 2>said || { echo "verify:"; cat said; exit 1; }
    sed -n 's/.*\[\(.*\)\]$/\1/p' said >>codes
    griot list all >listed 2>said
    [ "$(wc -l <listed)" -ge 3 ]
    griot show 2025-12-03 >printed 2>said
    griot regenerate -o again 2025-12-02 >printed 2>said
    griot search titre >found 2>said
    [ "$(wc -l <found)" -ge 3 ]
done
wait
! LC_ALL=C sort -u codes | grep -vx 'verified\|chain-head-behind\|archive-stale\|resource-unused\|journal-late\|catalogue-behind\|catalogue-lacks' || exit 1
[ "$(wc -l <$a/journal.jsonl)" -eq 6 ]
griot verify >said 2>&1
! grep -v 'verified' said || exit 1
