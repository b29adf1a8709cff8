# What cannot sign is refused in words, in both languages, and leaves no file: a passphrase that is
# wrong or missing, files that are no key or certificate or not there, a key of another certificate or
# kind, certificates before and after their time or for another use.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
refuse() { # CODE CULPRIT ENGLISH FRENCH OPTIONS...
    code=$1 culprit=$2 english=$3 french=$4; shift 4
    expect 1 "$culprit: error: $english [$code]" \
        setsid "$GRIOT" compose --lang en -o a.pdf "$seed" "$@"
    expect 1 "$culprit: error: $french [$code]" \
        setsid "$GRIOT" compose --lang fr -o a.pdf "$seed" "$@"
    [ -z "$(find . -name 'a.pdf' -o -name 'a.html' -o -name '.griot*')" ]
}
openssl rsa -in key.pem -aes256 -passout pass:right -out locked.pem 2>/dev/null
echo wrong >wrong
: >empty
for pass in wrong empty; do
    refuse wrong-passphrase locked.pem "the passphrase does not open this key" \
        "la phrase de passe n’ouvre pas cette clé" --sign locked.pem --cert chain.pem --pass-file $pass
done
refuse passphrase-needed locked.pem \
    "this key needs its passphrase: name a file that holds it with --pass-file, or run the command in a terminal" \
    "cette clé demande sa phrase de passe : nommez avec --pass-file un fichier qui la contient, ou lancez la commande dans un terminal" \
    --sign locked.pem --cert chain.pem
head -c 300 key.pem >half.pem
for file in ca.pem half.pem empty; do
    refuse no-key $file "this is no private key in PEM form (a file that begins “-----BEGIN PRIVATE KEY-----”)" \
        "ce n’est pas une clé privée en forme PEM (un fichier qui commence par « -----BEGIN PRIVATE KEY----- »)" \
        --sign $file --cert chain.pem
done
head -c 1500 chain.pem >cut.pem
for file in key.pem cut.pem empty; do
    refuse no-certificate $file \
        "this holds no certificate in PEM form (a file that begins “-----BEGIN CERTIFICATE-----”)" \
        "il n’y a là aucun certificat en forme PEM (un fichier qui commence par « -----BEGIN CERTIFICATE----- »)" \
        --sign key.pem --cert $file
done
refuse no-such-file none.pem "there is no such file or folder; check the name and the folder you are in" \
    "ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant" --sign none.pem --cert chain.pem
refuse no-such-file none.pem "there is no such file or folder; check the name and the folder you are in" \
    "ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant" --sign key.pem --cert none.pem
refuse no-such-file none "there is no such file or folder; check the name and the folder you are in" \
    "ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant" \
    --sign key.pem --cert chain.pem --pass-file none
refuse key-not-of-certificate ca.pem \
    "no certificate here belongs to the key key.pem; give the certificate that was issued for it" \
    "aucun certificat ici n’est celui de la clé key.pem ; donnez celui qui a été émis pour elle" \
    --sign key.pem --cert ca.pem
openssl genpkey -algorithm ed25519 -out ed.pem
refuse key-kind ed.pem "this key is of the kind ED25519; RSA and EC keys can sign" \
    "cette clé est du genre ED25519 ; les clés RSA et EC peuvent signer" --sign ed.pem --cert chain.pem
# a certificate of its own, so that one complaint comes
openssl req -x509 -new -key key.pem -days 30 -subj "/CN=Seul" -out own.pem
instant() { date -u -d "$(openssl x509 -in own.pem -noout "-$1" | cut -d= -f2)" +%Y-%m-%dT%H:%M:%SZ; }
from=$(instant startdate) to=$(instant enddate)
refuse certificate-expired own.pem \
    "the certificate of “CN = Seul” expired at $to, before the time of signing, 2099-01-02T03:04:05Z" \
    "le certificat de « CN = Seul » a expiré à $to, avant l’heure de la signature, 2099-01-02T03:04:05Z" \
    --sign key.pem --cert own.pem --signing-time 2099-01-02T03:04:05Z
refuse certificate-not-yet-valid own.pem \
    "the certificate of “CN = Seul” is valid from $from only, after the time of signing, 2019-12-31T23:30:00Z" \
    "le certificat de « CN = Seul » ne vaut qu’à partir de $from, après l’heure de la signature, 2019-12-31T23:30:00Z" \
    --sign key.pem --cert own.pem --signing-time 2020-01-01T00:30:00+01:00
# to the second: valid at its first and last
for at in "$from" "$to"; do
    "$GRIOT" compose --sign key.pem --cert own.pem --signing-time "$at" -o ok.pdf "$seed" >out
done
certify signer "/CN=Serveur" keyUsage=critical,keyEncipherment
refuse certificate-use signer.pem \
    "the certificate of “CN = Serveur” is not meant for signatures (its key usage forbids them)" \
    "le certificat de « CN = Serveur » n’est pas fait pour signer (son usage de clé l’interdit)" \
    --sign key.pem --cert signer.pem
# key and certificate are both at fault, and both are told
expect 1 "empty: error: this holds no certificate in PEM form (a file that begins “-----BEGIN CERTIFICATE-----”) [no-certificate]
half.pem: error: this is no private key in PEM form (a file that begins “-----BEGIN PRIVATE KEY-----”) [no-key]" \
    "$GRIOT" compose --lang en -o a.pdf "$seed" --sign half.pem --cert empty
[ ! -e a.pdf ]
