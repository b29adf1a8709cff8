# What is no readable PDF is refused in words, encrypted files too, and hostile ones end in a complaint:
# bombs, loops, depth, names with control characters.
cd "$TMP"
. "$TOP/tests/keys.inc"
tell() { # FILE CODE STATUS
    status=0
    "$GRIOT" inspect --lang en "$1" >out 2>got || status=$?
    [ $status -eq "$3" ] || { echo "$1: status $status"; cat got; exit 1; }
    [ "$(grep -c "^$1: error: .* \[$2\]$" got)" -eq 1 ] || { echo "$1:"; cat got; exit 1; }
}
expect 2 "griot: error: griot inspect needs FILE.pdf; see griot inspect --help [usage]" "$GRIOT" inspect --lang en
expect 2 "griot: error: griot inspect demande FICHIER.pdf ; voyez griot inspect --help [usage]" "$GRIOT" inspect --lang fr
expect 2 "griot: error: griot inspect takes no argument “b.pdf”; see griot inspect --help [usage]" \
    "$GRIOT" inspect --lang en a.pdf b.pdf
tell none.pdf no-such-file 1
mkdir folder.pdf
tell folder.pdf is-folder 1
: >empty.pdf
cp "$seed" text.pdf
"$GRIOT" compose -o a.pdf "$seed" >said 2>&1
qpdf --encrypt secret owner 256 -- a.pdf locked.pdf
tell locked.pdf pdf-unreadable 1
grep -q 'invalid password' got
qpdf --encrypt '' owner 256 -- a.pdf open.pdf # read by anyone; it stays no PDF/A, and is not signed
"$GRIOT" inspect --lang en open.pdf >out
grep -q '^Title  *Bulletin du Gouvernement' out
head -c 3000 a.pdf >cut.pdf
tail -c 3000 a.pdf >tail.pdf
for file in empty text cut tail; do tell $file.pdf pdf-unreadable 1; done
grep -q 'this is no readable PDF: ' got
"$GRIOT" inspect --lang fr tail.pdf 2>got >out || true
grep -q '^tail.pdf: error: ce n’est pas un PDF lisible : ' got
dd if=/dev/zero of=large.pdf bs=1 count=0 seek=70000000 2>/dev/null
tell large.pdf too-large 1
python3 - <<'END'
import zlib

def pdf(name, objects):
    out, at = b'%PDF-1.7\n', []
    for i, o in enumerate(objects, 1):
        at.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (i, o)
    start = len(out)
    out += b'xref\n0 %d\n0000000000 65535 f \n' % (len(at) + 1)
    out += b''.join(b'%010d 00000 n \n' % x for x in at)
    out += b'trailer\n<</Root 1 0 R/Info 4 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n' % (len(at) + 1, start)
    open(name, 'wb').write(out)

def stream(keys, data):
    return b'<<%s/Length %d>>stream\n%s\nendstream' % (keys, len(data), data)

pages = [b'<</Type/Pages/Kids[3 0 R]/Count 1>>', b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>']
info = b'<</Title(a\\033[31m\\nb\\000\\202)/Author<FEFF001B202E0041>>>'
pdf('controls.pdf', [b'<</Type/Catalog/Pages 2 0 R>>'] + pages + [info])
loop = b'<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>/Names<</EmbeddedFiles 6 0 R>>>>'
pdf('loops.pdf', [loop] + pages + [info, b'<</FT/Sig/Kids[5 0 R 5 0 R 5 0 R]>>',
                                   b'<</Kids[6 0 R 6 0 R 6 0 R]>>'])
deep = b'<</Type/Catalog/Pages 2 0 R/Metadata ' + b'[' * 5000 + b']' * 5000 + b'>>'
pdf('deep.pdf', [deep] + pages + [info])
many = b'<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[' + b'5 0 R ' * 50000 + b']>>>>'
pdf('many.pdf', [many] + pages + [info, b'<</FT/Sig/V<</SubFilter/x>>>>'])
bomb = zlib.compress(zlib.compress(zlib.compress(b'\0' * 400000000, 9), 9), 9)
names = b'<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 5 0 R>>>>]>>>>>>'
pdf('bomb.pdf', [names] + pages + [info, stream(b'/Filter[/FlateDecode/FlateDecode/FlateDecode]', bomb)])
pdf('cycle.pdf', [b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[2 0 R]/Count 1>>', b'null', info])
END
for file in controls loops; do
    "$GRIOT" inspect --lang en $file.pdf >out
    "$GRIOT" inspect --json $file.pdf | python3 -m json.tool >json
    [ -z "$(tr -d '\n' <out | LC_ALL=C tr -cd '\000-\037\177')" ]
done
"$GRIOT" inspect --lang en controls.pdf >out
printf '%s\n' 'Title        a˙[31m�b�‡' 'Publisher    ��A' 'Pages        1' >want
head -n 3 out | diff want -
for file in deep cycle; do
    status=0
    timeout 60 "$GRIOT" inspect $file.pdf >out 2>got || status=$?
    [ $status -le 1 ] || { echo "$file: $status"; cat got; exit 1; }
done
status=0
timeout 60 "$GRIOT" inspect --lang en many.pdf >out 2>got || status=$?
[ $status -eq 1 ]
[ "$(grep -c '^Signature ' out)" -eq 100 ]
# the bomb: by the program as it is released, which bounds its memory
status=0
timeout 100 "$GRIOT_RELEASE" inspect --lang en bomb.pdf >out 2>got || status=$?
[ $status -le 1 ]
