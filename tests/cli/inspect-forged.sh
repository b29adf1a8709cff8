# What was done to a signed file is told: bytes added behind it, a revision by another program, a range
# that leaves out more or less, an object that differs from its place, a structure of something else,
# a signature or a time stamp taken from another file, and a certificate exchanged for another of the same key.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
make_tsa
"$GRIOT" compose --sign key.pem --cert chain.pem -o a.pdf "$seed" >said 2>&1
"$GRIOT" compose --number 330 --sign key.pem --cert chain.pem -o other.pdf "$seed" >said 2>&1
start_authority stamp
for n in 329 330; do
    "$GRIOT" compose --number $n --sign key.pem --cert chain.pem --tsa "$url" -o $n.pdf "$seed" >said 2>&1
done
stop_authority
# the signer's certificate once more, with the same number and other dates
openssl x509 -req -in signer.csr -CA ca.pem -CAkey ca-key.pem -days 31 -extfile signer.ext -extensions v \
    -set_serial "0x$(openssl x509 -in signer.pem -noout -serial | cut -d= -f2)" -out again.pem 2>/dev/null
openssl x509 -in again.pem -outform DER -out again.der
openssl x509 -in signer.pem -outform DER -out signer.der
python3 - <<'END'
import re
b = open('a.pdf', 'rb').read()
form = re.compile(rb'/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]')
m = form.search(b)
r = [int(x) for x in m.groups()]

def put(name, data):
    open(name + '.pdf', 'wb').write(data)

def ranged(name, values, data=b):
    text = b'/ByteRange [' + ' '.join(map(str, values)).encode()
    put(name, data[:m.start()] + text.ljust(m.end() - m.start() - 1) + b']' + data[m.end():])

def der(data):
    r = [int(x) for x in form.search(data).groups()]
    return bytes.fromhex(data[r[1] + 1:r[2] - 1].decode())

def filled(name, cms):
    put(name, b[:r[1] + 1] + cms.hex().encode().ljust(r[2] - r[1] - 2, b'0') + b[r[2] - 1:])

put('added', b + b'\n% more\n')
# another catalogue behind the end, as an editor would write it
start = b.rindex(b'startxref') + 10
put('revised', b + b'1 0 obj\n<</Hidden true>>\nendobj\nxref\n0 0\ntrailer\n<</Root 1 0 R/Size 2/Prev ' +
    b[start:b.index(b'\n', start)] + b'>>\nstartxref\n%d\n%%%%EOF\n' % (len(b) + 32))
ranged('start', [10, r[1] - 10, r[2], r[3]])
ranged('short', [r[0], r[1], r[2], r[3] - 100])
ranged('wide', [r[0], r[1] - 40, r[2], r[3]])
ranged('three', r[:3])
ranged('negative', [0, r[1], r[2], -r[3]])
ranged('large', [0, r[1], r[2], 9223372036854775807])
ranged('overlap', [0, r[2], r[1], r[3]])
filled('moved', der(open('other.pdf', 'rb').read()).rstrip(b'\0'))
filled('nothing', b'')
filled('data', bytes.fromhex('300d06092a864886f70d010701a000'))
put('kind', b.replace(b'ETSI.CAdES.detached', b'ETSI.RFC3161.unkown'[:19]))
cms = der(b).rstrip(b'\0')
filled('padded', cms + b'\1')
old, new = open('signer.der', 'rb').read(), open('again.der', 'rb').read()
assert old in cms and len(old) == len(new) and old != new
filled('exchanged', cms.replace(old, new))
s = open('329.pdf', 'rb').read()
value, theirs = der(s), der(open('330.pdf', 'rb').read())
# the stamp's own signature is the structure's end
n = len(value.rstrip(b'\0')) - 1
q = [int(x) for x in form.search(s).groups()]
flipped = value[:n] + bytes([value[n] ^ 1]) + value[n + 1:]
token = value.index(bytes.fromhex('060b2a864886f70d010910020e'))
assert token == theirs.index(value[token:token + 13])
for name, cms in ('stamp', flipped), ('grafted', value[:token] + theirs[token:]):
    put(name, s[:q[1] + 1] + cms.hex().encode() + s[q[2] - 1:])
END
tell() { # FILE CODE ENGLISH FRENCH
    expect 1 "$1.pdf: error: $3 [$2]" "$GRIOT" inspect --lang en "$1.pdf"
    expect 1 "$1.pdf: error: $4 [$2]" "$GRIOT" inspect --lang fr "$1.pdf"
    [ ! -s out ] || grep -q '^Signature    ' out
}
tell added signature-partial "the signature does not cover the last 8 bytes: they were added after signing" \
    "la signature ne couvre pas les 8 derniers octets : ils ont été ajoutés après elle"
for file in short moved exchanged; do
    tell $file signature-broken "the signature does not hold: the file was changed after it was signed" \
        "la signature ne tient pas : le fichier a été modifié après avoir été signé"
done
for file in start wide three negative large overlap; do
    tell $file signature-range \
        "the signature does not say that it covers all but its own gap: the file was not signed so, or was changed" \
        "la signature ne dit pas couvrir tout sauf sa propre place : le fichier n’a pas été signé ainsi, ou a été modifié"
done
for file in nothing data padded; do
    tell $file signature-unreadable "the signature is no CMS structure with one signer" \
        "la signature n’est pas une structure CMS à un signataire"
done
tell kind signature-kind \
    "the signature is of the kind “ETSI.RFC3161.unkown”; ETSI.CAdES.detached and adbe.pkcs7.detached are checked" \
    "la signature est du genre « ETSI.RFC3161.unkown » ; ETSI.CAdES.detached et adbe.pkcs7.detached sont vérifiées"
"$GRIOT" inspect 329.pdf >out
for file in stamp grafted; do
    tell $file stamp-broken "the signature’s time stamp does not hold" \
        "l’horodatage de la signature ne tient pas"
done
status=0
"$GRIOT" inspect --lang en revised.pdf >out 2>got || status=$?
[ $status -eq 1 ] || { cat out got; exit 1; }
# holds is told, and so is that it covers a part only
"$GRIOT" inspect --lang en added.pdf >out 2>got || true
grep -qx 'Signature    holds, but covers only the beginning of the file' out
"$GRIOT" inspect --json added.pdf 2>got | grep -q '"holds":true,"covers-file":false,"fault":null' 
