# Keys of both kinds sign: RSA in its old and new form, encrypted with the passphrase in a file, with
# or without a line's end; EC on two curves, with its parameters before it.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_authority
valid() { # KEY OPTIONS...
    key=$1; shift
    rm -f a.pdf
    "$GRIOT" compose --sign "$key" --cert "${key%-key*}.pem" "$@" -o a.pdf "$seed" >said 2>&1
    pdfsig a.pdf >sig
    grep -q 'Signature is Valid' sig
    grep -q 'Total document signed' sig
    "$GRIOT" inspect --trust ca.pem a.pdf >said
}
openssl genrsa -out rsa-key.pem 3072 2>/dev/null
certify rsa "/CN=RSA" basicConstraints=CA:FALSE
openssl rsa -in rsa-key.pem -traditional -out rsa-key-old.pem 2>/dev/null
valid rsa-key-old.pem
printf 'été à Ségou' >pass
openssl rsa -in rsa-key.pem -aes256 -passout file:pass -out rsa-key-locked.pem 2>/dev/null
valid rsa-key-locked.pem --pass-file pass
printf 'été à Ségou\r\nanother line\n' >pass.crlf
valid rsa-key-locked.pem --pass-file pass.crlf
for curve in prime256v1 secp384r1; do
    openssl ecparam -name $curve -genkey -out ec-key.pem 2>/dev/null
    certify ec "/CN=EC" basicConstraints=CA:FALSE
    valid ec-key.pem
done
