# A file held to a number of bytes: pictures are brought to 150 pixels an inch, those that save most
# first and no more of them than it takes; what is kept comes out the same again; nothing is left of
# what cannot be held.
. "$TOP/tests/archive.inc"
python3 - <<'END'
import struct, zlib
def png(name, width, height, colours):
    chunk = lambda kind, data: (struct.pack('>I', len(data)) + kind + data +
                                struct.pack('>I', zlib.crc32(kind + data)))
    rows, seed = b'', 1
    for y in range(height):
        row = bytearray(b'\0')
        for x in range(width):
            for c in range(colours):
                seed = seed * 16807 % 2147483647
                row.append(min(255, x) if c == 3 else (x + 2 * y + 40 * c + seed % 16) % 256)
        rows += bytes(row)
    head = struct.pack('>IIBBBBB', width, height, 8, {3: 2, 4: 6}[colours], 0, 0, 0)
    open(name, 'wb').write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) +
                           chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
png('plan.png', 900, 700, 4)
png('small.png', 300, 200, 3)
END
source=2025-03-05.md
page() { printf -- '---\ntitle: "Des images"\nministry: MSDS\n---\n\nUn texte.\n'; printf '\n![Une vue](%s)\n' "$@"; }
page plan.png >$source
griot compose -o plan.pdf $source >/dev/null
pdftoppm -r 220 -jpeg -singlefile plan.pdf photo
page photo.jpg plan.png small.png >$source

size() { wc -c <"$1"; }
images() { pdfimages -list "$1" | awk 'NR > 2 { print $3, $4 "x" $5, $9, $13 }'; }
griot compose -o whole.pdf $source >/dev/null 2>&1
whole=$(size whole.pdf)
# what fits stays as it is, to the byte
griot compose --max-bytes "$whole" -o same.pdf $source >/dev/null 2>told
cmp whole.pdf same.pdf
! grep -v picture-coarse told
# one byte less: the picture that saves most gives way, and no other
griot compose --max-bytes $((whole - 1)) -o one.pdf $source >/dev/null 2>told
[ "$(size one.pdf)" -lt "$whole" ]
grep -c budget-reduced told | grep -qx 1
grep -qF "$source:10:1: note: the picture “plan.png” is brought from 900 × 700 to " told
cmp whole.html same.html
images whole.pdf >was
images one.pdf >is
[ "$(diff was is | grep -c '^>')" -eq 2 ] # the plan, and its mask
# all that can: to 150 pixels an inch, and the small one as it was
griot compose --max-bytes "$(($(size one.pdf) - 1))" -o all.pdf $source >/dev/null 2>told
grep -c budget-reduced told | grep -qx 2
images all.pdf | awk '$4 != 150' >others
images whole.pdf | grep ' 300x200 ' | diff - others
qpdf --check all.pdf >/dev/null
mutool draw -q -r 60 -o all.png all.pdf
# what is seen stays: no pixel of the page, seen small, moves by more than JPEG and means do
for name in whole all; do pdftoppm -r 40 -gray -singlefile $name.pdf $name; done
python3 - <<'END'
was, now = (open(name + '.pgm', 'rb').read() for name in ('whole', 'all'))
assert len(was) == len(now)
assert sum(abs(a - b) for a, b in zip(was, now)) < 2 * len(was), 'another picture'
assert max(abs(a - b) for a, b in zip(was, now)) < 90, 'a pixel moved'
END

# too little: the parts are told, and nothing is left
refused=0
lang=fr griot compose --max-bytes 9k -o none.pdf $source >printed 2>told || refused=$?
[ $refused -eq 1 ] && [ ! -s printed ] && [ ! -e none.pdf ] && [ ! -e none.html ]
spaced <told | grep -v -e budget-reduced -e picture-coarse | sed 's/[0-9][0-9]*/N/g' >said
diff - said <<END
griot: error: le PDF ferait N octets, et --max-bytes en permet N ; abrégez l’édition, prenez moins d’images, ou permettez davantage [budget-missed]
griot: note: octets de ses parties : polices N, code des pages N, images N, sources jointes N [budget-parts]
END

# kept: the recipe says so, and the edition comes out the same again; other bytes are a revision
griot publish --max-bytes 2M $source >/dev/null 2>&1
griot publish --max-bytes "$(size one.pdf)" --because 'moins lourd' $source >/dev/null 2>&1
[ "$(size out/2025-03-05.r2.pdf)" -le "$(size one.pdf)" ]
recipe 2025-03-05.r2 | grep -qx "max-bytes: \"$(size one.pdf)\""
griot regenerate 2025-03-05.r2 -o again >/dev/null
cmp out/2025-03-05.r2.pdf again/2025-03-05.r2.pdf
griot publish --max-bytes "$(size one.pdf)" $source 2>&1 | grep -qF '[publish-same]'
