# A time stamp of a local authority goes into the signature, and holds; an authority that is down, or
# refuses, or answers with nonsense, with another's stamp, an old one or a changed one, is told of,
# and no file is left.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
make_tsa
at=$(date -u +%Y-%m-%dT%H:%M:%SZ) # one for all, so that the signature's value is the same
sign() { "$GRIOT" compose --lang "$1" --signing-time "$at" --sign key.pem --cert chain.pem --tsa "$url" \
    -o a.pdf "$seed"; }
start_authority stamp
sign en >said 2>&1
pdfsig a.pdf >sig
grep -q 'Signature is Valid' sig
grep -q 'Total document signed' sig
"$GRIOT" inspect --json --trust ca.pem a.pdf >report
python3 - <<'END'
import json
s = json.load(open('report'))['signatures'][0]
assert s['holds'] and s['covers-file'] and s['signer']['trusted'] and s['fault'] is None, s
stamp = s['stamp']
assert stamp['holds'] and stamp['authority']['trusted'] and stamp['time'][:2] == '20', stamp
assert stamp['authority']['subject'] == 'C = ML, O = Horloge, CN = Horodatage', stamp
END
part a.pdf
[ "$(wc -c <a.pdf.der)" -eq 16384 ]
rm a.pdf
tell() { # HOW CODE ENGLISH FRENCH
    start_authority "$1"
    expect 3 "$url: error: $3 [$2]" sign en
    expect 3 "$url: error: $4 [$2]" sign fr
    [ ! -e a.pdf ]
}
none() { # HOW WHY
    tell "$1" authority-answer "what the time stamp authority answered is no time stamp of this signature ($2)" \
        "la réponse de l’autorité d’horodatage n’est pas un jeton pour cette signature ($2)"
}
none nonsense "nested asn1 error"
none other "message imprint mismatch"
none forge "verification failure"
none long "> 65536 B"
why="status code: rejection, status text: Message digest algorithm is not supported., failure codes: badAlg"
tell refuse authority-refused "the time stamp authority gave no stamp: $why" \
    "l’autorité d’horodatage n’a pas donné de jeton : $why"
tell error authority-down \
    "the time stamp authority cannot be reached (HTTP 500); check the address and the network, or leave --tsa out" \
    "l’autorité d’horodatage n’est pas joignable (HTTP 500) ; vérifiez l’adresse et le réseau, ou omettez --tsa"
# a stamp is for one question only
start_authority again
sign en >said 2>&1
rm a.pdf
expect 3 "$url: error: what the time stamp authority answered is no time stamp of this signature (nonce mismatch) [authority-answer]" \
    sign en
stop_authority
expect 3 "$url: error: the time stamp authority cannot be reached (Couldn't connect to server); check the address and the network, or leave --tsa out [authority-down]" \
    sign en
[ ! -e a.pdf ]
