# With an RSA key and --signing-time, signing gives the same bytes each time; unsigned, the file is
# the signed one without field: the pages have the same words.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
at=$(date -u -d '1 hour' +%Y-%m-%dT%H:%M:%SZ) # not now, so that a clock would show
for file in a b; do
    "$GRIOT" compose --signing-time "$at" --sign key.pem --cert chain.pem -o $file.pdf "$seed" >said 2>&1
done
cmp a.pdf b.pdf
# the same instant, said in another zone
there=$(TZ=XXX-1 date -d "$at" +%Y-%m-%dT%H:%M:%S+01:00)
TZ=Pacific/Kiritimati "$GRIOT_RELEASE" compose --signing-time "$there" --sign key.pem --cert chain.pem \
    -o c.pdf "$seed" >said 2>&1
cmp a.pdf c.pdf
"$GRIOT" compose -o u.pdf "$seed" >said 2>&1
pdftotext a.pdf a.txt
pdftotext u.pdf - | diff a.txt -
