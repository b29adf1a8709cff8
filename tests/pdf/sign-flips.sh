# Any byte changed outside the gap is found: by inspect, in each part of the file and on both edges
# of the gap; within the gap, so is one of the structure or of the zeros behind it.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
"$GRIOT" compose --sign key.pem --cert chain.pem -o a.pdf "$seed" >said 2>&1
"$GRIOT" inspect a.pdf >said
python3 - >places <<'END'
import re
b = open('a.pdf', 'rb').read()
r = [int(x) for x in re.search(rb'/ByteRange \[(\d+) (\d+) (\d+) (\d+)', b).groups()]
places = {0, 5, 12, r[1] - 1, r[1], r[1] + 1, r[1] + 2000, r[2] - 2, r[2] - 1, r[2], len(b) - 1,
          b.index(b'/ByteRange') + 1, b.index(b'/ByteRange [') + 12, b.index(b'/M(') + 5,
          b.index(b'ETSI') + 1, b.rindex(b'startxref') + 10, b.rindex(b'%%EOF'), b.index(b'<rdf:'),
          b.rindex(b'/Root')}
places |= set(range(777, len(b), len(b) // 20))
for p in sorted(places):
    # a digit of the gap stays one, so that it is the structure that is changed; its fourth says
    # how long it is
    old, gap = b[p:p + 1], r[1] < p < r[2] - 1
    new = b'1' if gap and old != b'1' else b'2' if gap else bytes([b[p] ^ 1])
    open('flip-%d.pdf' % p, 'wb').write(b[:p] + new + b[p + 1:])
    print(p)
END
[ "$(wc -l <places)" -ge 35 ]
while read -r place; do
    status=0
    "$GRIOT" inspect --lang en "flip-$place.pdf" >out 2>got || status=$?
    [ $status -eq 1 ] || { echo "byte $place: status $status"; exit 1; }
    grep -qE '\[(signature-(broken|range|unreadable|kind)|pdf-unreadable)\]$' got ||
        { echo "byte $place:"; cat got; exit 1; }
done <places
