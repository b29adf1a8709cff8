# A signed edition keeps its signature beside it, and comes out again with it, to the byte, where there is
# no key.
. "$TOP/tests/archive.inc"
. "$TOP/tests/keys.inc"
make_authority
openssl genrsa -out desk-key.pem 3072 2>/dev/null
certify desk "/CN=Desk" basicConstraints=CA:FALSE
day 2025-11-25 'Un titre'
hour=$(date -u -d '+1 hour' +%Y-%m-%dT%H) # the certificates are of today
griot publish --sign desk-key.pem --cert desk.pem --signing-time "${hour}:30:00Z" 2025-11-25.txt >printed
pdfsig out/2025-11-25.pdf >sig
grep -q 'Signature is Valid' sig
grep -q 'Total document signed' sig
recipe 2025-11-25 | sed -n '/^signature:/,/room/p' | diff - /dev/fd/3 3<<END
signature:
  file: "signature.p7s"
  field: "Signature"
  time: "$hour:30:00Z"
  room: 8192
END
# what is kept is a signature of the bytes around the gap, as OpenSSL reads it
unzip -p out/archive/editions/2025/2025-11-25.zip 2025-11-25/data/signature.p7s >kept.p7s
range=$(grep -a -o '/ByteRange *\[[0-9 ]*\]' out/2025-11-25.pdf | tr -dc '0-9 ')
set -- $range
{ tail -c +$(($1 + 1)) out/2025-11-25.pdf | head -c "$2"; tail -c +$(($3 + 1)) out/2025-11-25.pdf | head -c "$4"; } >signed
openssl cms -verify -binary -inform DER -in kept.p7s -content signed -CAfile ca.pem -purpose any -out /dev/null 2>said

refused 0 'griot: note: 2025-11-25 is kept already, from the same sources and settings; nothing was done [publish-same]' \
    publish --sign desk-key.pem --cert desk.pem 2025-11-25.txt
refused 2 'griot: error: 2025-11-25 is kept already; say what the revision is for: --because "…" [publish-because]' \
    publish 2025-11-25.txt
refused 2 'griot: error: --cert goes with --sign; give that too [usage]' publish --cert desk.pem 2025-11-25.txt
rm desk-key.pem desk.pem ca.pem
griot regenerate all -o again >printed
cmp again/2025-11-25.pdf out/2025-11-25.pdf
griot verify 2>told
