# The next publish finishes what one that was stopped has left: temporaries, a head that is behind, a
# torn line of the journal.
. "$TOP/tests/archive.inc"
for n in 1 2 3 4; do day 2025-12-0$n "Le titre $n"; done
for n in 1 2 3; do griot publish 2025-12-0$n.txt >said 2>&1; done
a=out/archive
sum() { sha256sum <$a/editions/2025/$1.zip | cut -c 1-64; }
sound() { # NOTES: all that verify says but its result
    griot verify >said 2>&1
    sed -n 's/.*\[\(.*\)\]$/\1/p' said | sed '/^verified$/d' | LC_ALL=C sort -u | tr '\n' ' ' >notes
    [ "$(cat notes)" = "$1" ] || { cat notes said; exit 1; }
}
sound ''
# two bundles behind, with and without the catalogue, and without any head
for lost in '' $a/catalogue.sqlite; do
    for head in 1 0; do
        rm -rf was; cp -r out was
        rm -f $lost
        if [ $head -eq 1 ]; then sum 2025-12-01 >$a/head; else rm $a/head $a/journal.jsonl; fi
        griot publish 2025-12-04.txt >said 2>&1
        sound ''
        recipe 2025-12-04 | grep -q "$(sum 2025-12-03)"
        [ "$(cat $a/head)" = "$(sum 2025-12-04)" ]
        rm -rf out; mv was out
    done
done
# temporaries, wherever there may be some; folders and what looks alike stay
resource=$(find $a/resources -mindepth 1 -type d | head -n 1)
for folder in $a $a/editions/2025 "$resource"; do echo x >"$folder/.griot-abcdef"; done
mkdir $a/.griot-folder
echo x >$a/.griotte
printf '{"time":' >>$a/journal.jsonl
sound 'archive-stale archive-strange journal-broken '
griot publish 2025-12-04.txt >said 2>&1
[ "$(find out -name '.griot*' | LC_ALL=C sort | tr '\n' ' ')" = "$a/.griot-folder $a/.griotte " ]
[ "$(wc -l <$a/journal.jsonl)" -eq 5 ]
tail -n 1 $a/journal.jsonl | jq -e '.edition == "2025-12-04"' >/dev/null
sound 'archive-stale archive-strange journal-broken '
