# What inspect says of a signed bulletin, in both languages and as JSON, to the letter; an unsigned one
# is no fault.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
"$GRIOT" compose --signing-time "$at" --sign key.pem --cert chain.pem -o a.pdf "$seed" >said 2>&1
hash=$(sha256sum <a.pdf | cut -d' ' -f1)
source=$(sha256sum <"$seed" | cut -d' ' -f1)
size=$(wc -c <"$seed")
instant() { date -u -d "$(openssl x509 -in signer.pem -noout "-$1" | cut -d= -f2)" +%Y-%m-%dT%H:%M:%SZ; }
from=$(instant startdate) to=$(instant enddate)
serial=$(openssl x509 -in signer.pem -noout -serial | cut -d= -f2 | tr A-F a-f)
# 25 November 2025, 18:30:00 UTC; the day tied to its month
english() { LC_ALL=C date -u -d "$1" "+%-d$(printf '\302\240')%B %Y, %H:%M:%S UTC"; }
french() {
    english "$1" | sed 's/January/janvier/; s/February/février/; s/March/mars/; s/April/avril/; s/May/mai/
        s/June/juin/; s/July/juillet/; s/August/août/; s/September/septembre/; s/October/octobre/
        s/November/novembre/; s/December/décembre/'"; s/^1$(printf '\302\240')/1er$(printf '\302\240')/"
}
program="griot $("$GRIOT" --version | sed -n 's/^griot //p')"
cat >en <<END
Edition      25 November 2025, no. 329
Title        Bulletin du Gouvernement n° 329, 25 novembre 2025
Publisher    Centre d’Information gouvernementale du Mali (CIGMA)
Made with    $program
Pages        4
Language     fr
Claims to be PDF/A-3a, PDF/UA-1
SHA-256      $hash
Attached     2025-11-25.txt ($size bytes, text/plain, Source)
             SHA-256 $source
Signature    holds, and covers the whole file
Signed at    $(english "$at"), as the signer says
Signer       C = ML, O = Gouvernement, CN = Cellule de communication
Issued by    C = ML, O = État, CN = Autorité
Valid from   $(english "$from")
     to      $(english "$to")
END
{ cat en; echo "Trust        not judged; name whom you trust with --trust CA.pem"; } >want
"$GRIOT" inspect --lang en a.pdf | diff want -
{ cat en; echo "Trust        C = ML, O = Gouvernement, CN = Cellule de communication: yes"; } >want
"$GRIOT" inspect --lang en --trust ca.pem a.pdf | diff want -
cat >want <<END
Édition      25 novembre 2025, n° 329
Titre        Bulletin du Gouvernement n° 329, 25 novembre 2025
Éditeur      Centre d’Information gouvernementale du Mali (CIGMA)
Fait avec    $program
Pages        4
Langue       fr
Se dit       PDF/A-3a, PDF/UA-1
SHA-256      $hash
Joint        2025-11-25.txt ($size octets, text/plain, Source)
             SHA-256 $source
Signature    elle tient, et couvre tout le fichier
Signé le     $(french "$at"), au dire du signataire
Signataire   C = ML, O = Gouvernement, CN = Cellule de communication
Émis par     C = ML, O = État, CN = Autorité
Valable du   $(french "$from")
     au      $(french "$to")
Confiance    non jugée ; nommez à qui vous vous fiez avec --trust CA.pem
END
"$GRIOT" inspect --lang fr a.pdf | diff want -

facts() { # FILE HASH SIGNATURES
    printf '%s' "{\"file\":\"$1\",\"sha256\":\"$2\",\"edition\":{\"date\":\"2025-11-25\",\"number\":329}," \
        '"title":"Bulletin du Gouvernement n° 329, 25 novembre 2025",' \
        '"publisher":"Centre d’Information gouvernementale du Mali (CIGMA)",' \
        "\"program\":\"$program\",\"pages\":4,\"lang\":\"fr\",\"pdfa\":\"3a\",\"pdfua\":\"1\"," \
        '"attachments":[{"name":"2025-11-25.txt","relationship":"Source","type":"text/plain",' \
        "\"size\":$size,\"sha256\":\"$source\"}],\"signatures\":[$3]}"
    echo
}
signer='"subject":"C = ML, O = Gouvernement, CN = Cellule de communication",'
signer="$signer\"issuer\":\"C = ML, O = État, CN = Autorité\",\"serial\":\"$serial\","
signer="$signer\"from\":\"$from\",\"to\":\"$to\",\"self-made\":false,\"trusted\":true,\"why\":null"
facts a.pdf "$hash" "{\"field\":\"Signature\",\"kind\":\"ETSI.CAdES.detached\",\"time\":\"$at\",\"holds\":true,\"covers-file\":true,\"fault\":null,\"signer\":{$signer},\"stamp\":null}" >want
for lang in en fr; do "$GRIOT" inspect --json --lang $lang --trust ca.pem a.pdf | diff want -; done

"$GRIOT" compose -o u.pdf "$seed" >said 2>&1
facts u.pdf "$(sha256sum <u.pdf | cut -d' ' -f1)" "" >want
"$GRIOT" inspect --json u.pdf | diff want -
"$GRIOT" inspect --lang en u.pdf | tail -n 1 >got
echo "Signature    none" | diff - got
