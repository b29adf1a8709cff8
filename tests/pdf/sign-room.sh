# The room for the signature is what is asked for; where it is too small, the complaint says how much
# is needed, that much is enough, one byte less is not, and no file is left.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
lang=en
sign() { "$GRIOT" compose --lang $lang --signing-time "$at" --sign key.pem --cert chain.pem -o a.pdf "$@" "$seed"; }
status=0
sign --signature-room 100 >out 2>got || status=$?
[ $status -eq 1 ]
takes=$(sed -n 's/^griot: error: the signature takes \([0-9]*\) bytes, and 100 are reserved; give --signature-room \1, or a little more \[signature-room\]$/\1/p' got)
[ -n "$takes" ]
expect 1 "griot: error: the signature takes $takes bytes, and $((takes - 1)) are reserved; give --signature-room $takes, or a little more [signature-room]" \
    sign --signature-room $((takes - 1))
lang=fr
expect 1 "griot: error: la signature prend $takes octets, et 1 sont réservés ; donnez --signature-room $takes, ou un peu plus [signature-room]" \
    sign --signature-room 1
[ ! -e a.pdf ]
sign --signature-room "$takes" >out
"$GRIOT" inspect a.pdf >out
part a.pdf
[ "$(wc -c <a.pdf.der)" -eq "$takes" ]
sign >out
part a.pdf
[ "$(wc -c <a.pdf.der)" -eq 8192 ]
[ "$(openssl cms -cmsout -inform DER -in a.pdf.der -outform DER | wc -c)" -eq "$takes" ]
# more certificates than any PDF/A holds
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
    openssl req -x509 -key key.pem -days 9 -subj "/CN=$i" -addext "nsComment=$(head -c 2000 /dev/zero | tr '\0' x)"
done >many.pem
status=0
"$GRIOT" compose --lang en --sign key.pem --cert many.pem -o b.pdf "$seed" >out 2>got || status=$?
[ $status -eq 1 ]
grep -q '^griot: error: the signature takes [0-9]* bytes, and a PDF holds 32767 at most; leave certificates out of --cert \[signature-room\]$' got
[ ! -e b.pdf ]
