# Trust is told apart from whether a signature holds: a self-made certificate that holds is status 0;
# who is not vouched for is warned of; dates are judged at the time of the signature.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
"$GRIOT" compose --sign key.pem --cert chain.pem -o a.pdf "$seed" >said 2>&1
openssl req -x509 -new -key key.pem -days 30 -subj "/CN=Moi" -out own.pem
openssl req -x509 -newkey rsa:2048 -nodes -keyout other-key.pem -days 30 -subj "/C=ML/O=État/CN=Autorité" \
    -utf8 -out other.pem 2>/dev/null
"$GRIOT" compose --sign key.pem --cert own.pem -o own.pdf "$seed" >said 2>&1
"$GRIOT" inspect --lang en own.pdf >out
grep -qx 'Issued by    the signer itself' out
"$GRIOT" inspect --lang en --trust own.pem own.pdf | tail -n 1 >out
echo "Trust        CN = Moi: yes" | diff - out
# nobody: another authority, of the same name too
warn() { # ENGLISH FRENCH OPTIONS...
    english=$1 french=$2; shift 2
    expect 0 "$english [signer-untrusted]" "$GRIOT" inspect --lang en "$@"
    expect 0 "$french [signer-untrusted]" "$GRIOT" inspect --lang fr "$@"
}
who="C = ML, O = Gouvernement, CN = Cellule de communication"
warn "a.pdf: warning: nobody in own.pem vouches for “$who”: self-signed certificate in certificate chain" \
    "a.pdf: warning: personne dans own.pem ne répond de « $who » : self-signed certificate in certificate chain" \
    --trust own.pem a.pdf
tail -n 1 out >line
echo "Confiance    $who : NON (self-signed certificate in certificate chain)" | diff - line
status=0
"$GRIOT" inspect --trust other.pem a.pdf >out 2>got || status=$?
[ $status -eq 0 ]
grep -q 'signer-untrusted' got
warn "own.pdf: warning: nobody in ca.pem vouches for “CN = Moi”: self-signed certificate" \
    "own.pdf: warning: personne dans ca.pem ne répond de « CN = Moi » : self-signed certificate" \
    --trust ca.pem own.pdf
expect 1 "key.pem: error: this holds no certificate in PEM form (a file that begins “-----BEGIN CERTIFICATE-----”) [no-certificate]" \
    "$GRIOT" inspect --lang en --trust key.pem a.pdf
