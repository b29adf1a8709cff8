# Proposals are listed; what is left in the list is applied, and every other byte stays: with CRLF,
# a byte order mark, letters in two parts. What changed since, what touches, and strangers are refused
# in words, and nothing is written.
. "$TOP/tests/check.inc"
check() { "$GRIOT" check --lang en --newsroom newsroom.yaml --date 2025-11-25 "$@"; }
fails() { # STATUS COMMAND...
    wanted=$1 status=0; shift
    "$@" >out 2>told || status=$?
    [ $status -eq "$wanted" ] || { cat told; exit 1; }
}
printf '\357\273\277Le 2e\314\200me jour  de mai\r\n\r\n  A l’ordre du jour. Il a a dit “oui”. MSDS\r\n' >a.txt
check --fix-list a.txt >list
diff - list <<END
griot fixes 1
# Delete the blocks that are not to be applied, change what stands behind + if you like.
# Lines that start with “# + ” are guesses and change nothing: delete the “# ” before the one that is meant.
# Then run:
#   griot check --apply LIST --in-place a.txt

a.txt:1:4 ordinal
- 2ème
+ 2e

a.txt:1:9 doubled-space
- jour  de
+ jour de

a.txt:3:3 capital-accent
- A l’ordre
+ À l’ordre

a.txt:3:25 doubled-word
- a a
+ a

a.txt:3:33 english-quotes
- “oui”
+ « oui »
END
check --apply list -o b.txt a.txt >out 2>told
echo b.txt | diff - out
echo "griot: note: fixes applied: 5 [fixed]" | diff - told
printf '\357\273\277Le 2e jour de mai\r\n\r\n  À l’ordre du jour. Il a dit « oui ». MSDS\r\n' | cmp - b.txt
# what the editor leaves, and how the editor has it
sed -e '/capital/,+3d' -e 's/^+ a$/+/' list >left
check --apply left -o - a.txt >out 2>told
printf '\357\273\277Le 2e jour de mai\r\n\r\n  A l’ordre du jour. Il  dit « oui ». MSDS\r\n' | cmp - out
# in place, once
cp a.txt c.txt; sed 's/^a\.txt/c.txt/' list >listc
check --apply listc --in-place c.txt >out 2>told
cmp b.txt c.txt
fails 1 check --apply listc --in-place c.txt
cmp b.txt c.txt
head -n 2 told | diff - /dev/fd/3 3<<END
listc:7: error: “2ème” no longer stands at c.txt:1:4: the source was changed since the list was made; make it again with --fix-list [fix-changed]
listc:11: error: “jour  de” no longer stands at c.txt:1:9: the source was changed since the list was made; make it again with --fix-list [fix-changed]
END
# two that touch, a stranger, a line that is none, a list that is none
{ cat list; printf '\na.txt:3:5 x\n- l’ordre\n+ le\n'; } >touching
fails 1 check --apply touching -o d.txt a.txt
grep -q '^touching:27: error: this fix touches the same words as the one of line 15; keep one of them' told
sed 's/^a\.txt/..\/a.txt/' list >stranger
fails 1 check --apply stranger -o d.txt a.txt
grep -q '“../a.txt” is none of the sources that were named' told
sed 's/^+ 2e/2e/' list >broken
fails 1 check --apply broken -o d.txt a.txt
grep -q '^broken:9: error: “2e” is no line of a list of fixes' told
fails 1 check --apply a.txt -o d.txt a.txt
grep -q 'a.txt: error: this is no list of fixes' told
fails 2 check --apply list a.txt
fails 2 check --in-place a.txt
fails 2 check --fix-list --json a.txt
[ ! -e d.txt ]
