# A signed bulletin is one that others find signed: poppler, and OpenSSL over the bytes of the
# ByteRange, as CAdES; all of the file but the gap is covered, the time is the PDF's alone, and the
# chain goes along.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
day="--signing-time $(date -u +%Y-%m-%dT%H:%M:%SZ)"
m=$(date -u -d "${day#* }" +D:%Y%m%d%H%M%SZ)
# shellcheck disable=SC2086
"$GRIOT" compose $day --sign key.pem --cert chain.pem -o a.pdf "$seed" >said 2>&1
pdfsig a.pdf >sig
grep -q 'Signature Validation: Signature is Valid.' sig
grep -q 'Total document signed' sig
grep -q 'Signature Type: ETSI.CAdES.detached' sig
grep -q 'Signature Field Name: Signature' sig
grep -aq "/M($m)" a.pdf
part a.pdf
openssl cms -verify -cades -purpose any -binary -inform DER -in a.pdf.der -content a.pdf.tbs \
    -CAfile ca.pem -out /dev/null 2>said
openssl cms -cmsout -print -noout -inform DER -in a.pdf.der >cms
# just the three attributes that PAdES asks for, and no time among them
sed -n '/signedAttrs:/,/signatureAlgorithm:/s/^ *object: \([^ ]*\) .*/\1/p' cms >attributes
printf '%s\n' contentType messageDigest id-smime-aa-signingCertificateV2 | diff - attributes
[ "$(grep -c 'cert_info:' cms)" -eq 2 ]
# changed by one bit, it is found so
python3 - <<'END'
b = bytearray(open('a.pdf', 'rb').read())
b[b.index(b'<rdf:') + 1] ^= 1
open('flipped.pdf', 'wb').write(b)
END
pdfsig flipped.pdf >sig
grep -q 'Signature Validation: Digest Mismatch.' sig
LC_ALL=C tr '\200' '\201' <a.pdf.tbs >b.tbs
! openssl cms -verify -binary -inform DER -in a.pdf.der -content b.tbs -CAfile ca.pem \
    -out /dev/null 2>said || exit 1
