# A newsroom that names a key has its bulletins signed with it, by the files beside newsroom.yaml,
# wherever griot is run; an option names another key, and a proof is signed only where one does.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
make_tsa
mkdir room elsewhere
cp "$TOP/styles/newsroom.yaml" "$TOP/styles/ministries.yaml" room
openssl rsa -in key.pem -aes256 -passout pass:secret -out room/key.pem 2>/dev/null
echo secret >room/pass
cp chain.pem room
usual() { # LINE...
    cp "$TOP/styles/newsroom.yaml" room
    printf '%s\n' 'sign:' '  key: key.pem' '  cert: chain.pem' "$@" >>room/newsroom.yaml
}
sign() { # OPTIONS...
    rm -f a.pdf
    (cd elsewhere && setsid "$GRIOT" compose --lang en --newsroom ../room/newsroom.yaml "$@" -o ../a.pdf "$seed")
}
signer() {
    "$GRIOT" inspect --lang en a.pdf >report
    sed -n 's/^Signer .*, CN = //p; s/^Signer  *CN = //p; s/^Signature    none$/nobody/p' report
}
usual '  pass-file: pass'
sign >said 2>&1
[ "$(signer)" = 'Cellule de communication' ]
# where a proof is made, nothing is signed, unless a key is named
sign --proof >said 2>&1
[ "$(signer)" = nobody ]
openssl req -x509 -newkey rsa:2048 -nodes -keyout own-key.pem -days 30 -subj "/CN=Moi" -out own.pem 2>/dev/null
sign --proof --sign "$PWD/own-key.pem" --cert "$PWD/own.pem" >said 2>&1
[ "$(signer)" = Moi ]
# another key has no part of the newsroom's
sign --sign "$PWD/own-key.pem" --cert "$PWD/own.pem" >said 2>&1
[ "$(signer)" = Moi ]
# options complete what the newsroom says, and what is missing is told by the name in the newsroom
echo wrong >wrong
expect 1 "../room/key.pem: error: the passphrase does not open this key [wrong-passphrase]" \
    sign --pass-file "$PWD/wrong"
usual
expect 1 "../room/key.pem: error: this key needs its passphrase: name a file that holds it with --pass-file, or run the command in a terminal [passphrase-needed]" sign
sign --pass-file "$PWD/room/pass" --signing-time "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >said 2>&1
[ "$(signer)" = 'Cellule de communication' ]
usual '  pass-file: none'
expect 1 "../room/none: error: there is no such file or folder; check the name and the folder you are in [no-such-file]" sign
[ ! -e a.pdf ]
# the authority stamps, whatever the key is, unless an option names another
start_authority stamp
usual '  pass-file: pass' "  tsa: $url"
sign >said 2>&1
"$GRIOT" inspect --json a.pdf | grep -q '"stamp":{"holds":true'
sign --sign "$PWD/own-key.pem" --cert "$PWD/own.pem" >said 2>&1
"$GRIOT" inspect --json a.pdf | grep -q '"stamp":{"holds":true'
expect 3 "http://127.0.0.1:1/: error: the time stamp authority cannot be reached (Couldn't connect to server); check the address and the network, or leave --tsa out [authority-down]" \
    sign --tsa http://127.0.0.1:1/
# publish signs likewise
mkdir day
printf 'Titre\n\nUne phrase. MSDS\n' >day/2025-11-26.txt
usual '  pass-file: pass'
(cd day && "$GRIOT" publish --newsroom ../room/newsroom.yaml --archive ../kept -o ../a.pdf 2025-11-26.txt) >said 2>&1
[ "$(signer)" = 'Cellule de communication' ]
"$GRIOT" regenerate --archive kept -o again 2025-11-26 >said 2>&1
cmp a.pdf again/2025-11-26.pdf
