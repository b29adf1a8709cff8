# Nothing is sent but over an encrypted connection to a server whose certificate holds; secrets are read
# from where others cannot see them, and told to nobody.
. "$TOP/tests/mail/post.inc"
make_certificates
publish_seed
printf 'address\nawa@example.org\n' >list.csv
left='archive: error: letters of 2025-11-25 not sent: 1; run the command again, which sends these only [mail-left]'
cannot() { echo "griot: error: the server $1://localhost:$port cannot be used; it says, or is said to: $2 [mail-server]"; }
none='sent: 0; sent before: 0; refused: 0; not yet: 1'
# a certificate by nobody we trust; the right one, but nobody to vouch for it
start_server false.pem
make_newsroom
expect 3 "$none" "$left
$(cannot smtp 'SSL certificate problem: self-signed certificate')" mail 2025-11-25
start_server server.pem
make_newsroom
expect 3 "$none" "$left
$(cannot smtp 'SSL certificate problem: unable to get local issuer certificate')" mail --cacert false.crt 2025-11-25
# its name is not the one we asked for
openssl req -newkey rsa:2048 -nodes -keyout key.pem -subj /CN=other.example -out o.csr 2>/dev/null
openssl x509 -req -in o.csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 3 -out o.crt 2>/dev/null
cat o.crt key.pem >other.pem
start_server other.pem
make_newsroom
expect 3 "$none" "$left
$(cannot smtp "SSL: certificate subject name 'other.example' does not match target host name 'localhost'")" \
    mail 2025-11-25
# no encryption to be had
start_server server.pem plain
make_newsroom
expect 3 "$none" "$left
$(cannot smtp 'STARTTLS not supported.')" mail 2025-11-25
[ ! -s box/log ]
# passwords: wrong, readable by others, empty, none, in the environment
start_server server.pem
make_newsroom
(umask 077; echo Wr0ng >secret)
expect 3 "$none" "$left
$(cannot smtp 'Login denied')" mail 2025-11-25
! grep -rq Wr0ng got.1 got.2 archive
chmod 640 secret
expect 3 '' 'secret: error: others may read this file, which holds a secret; run: chmod 600 secret [secret-shared]' mail 2025-11-25
(umask 077; rm secret; : >secret)
expect 1 '' 'secret: error: the first line of this file must be the secret, of 1 to 1024 bytes [secret-empty]' mail 2025-11-25
sed -i '/password-file/d' newsroom.yaml
expect 1 '' 'newsroom.yaml: error: “user” is set without a password: name its file with “password-file:”, or set GRIOT_MAIL_PASSWORD [mail-setting]' mail 2025-11-25
GRIOT_MAIL_PASSWORD=s3cret
export GRIOT_MAIL_PASSWORD
expect 0 'sent: 1; sent before: 0; refused: 0; not yet: 0' '' mail 2025-11-25
! grep -rq s3cret got.1 got.2 archive
# TLS from the start
start_server server.pem implicit
make_newsroom
sed -i 's|smtp://|smtps://|' newsroom.yaml
echo bakary@example.org >>list.csv
expect 0 'sent: 1; sent before: 1; refused: 0; not yet: 0' '' mail 2025-11-25
# nobody there
end_server
echo c@example.org >>list.csv
status=0
mail 2025-11-25 >got.1 2>got.2 || status=$?
[ $status -eq 3 ]
grep -q 'cannot be used; it says, or is said to: Failed to connect to localhost port' got.2
[ "$(wc -l <got.2)" -eq 2 ]
