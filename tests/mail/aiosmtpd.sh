# A server that is not ours takes letters to the byte of the dry run: with an attachment larger than
# what is sent at once, too long for their form, with lines that start with dots.
. "$TOP/tests/mail/post.inc"
make_certificates
awk 'BEGIN { srand(7); for (i = 0; i < 60; i++) { printf "Titre %d\n\n", i
    for (k = 0; k < 300; k++) printf "%c%d ", 97 + int(rand() * 26), int(rand() * 1e9); print "fin. MSDS\n" } }' >2025-11-25.txt
printf '.Titre à point\n\n..une phrase.\n.\n.. MSDS\n' >2025-11-26.txt
for day in 25 26; do "$GRIOT" publish --archive archive 2025-11-$day.txt >said 2>&1; done
cat >server.py <<'END'
import os, socket, ssl, time
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult
os.makedirs('box', exist_ok=True)
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
tls.load_cert_chain('server.pem')
class Box:
    async def handle_DATA(self, server, session, envelope):
        with open(f'box/{envelope.rcpt_tos[0]}.eml', 'wb') as f:
            f.write(envelope.original_content)
        return '250 kept'
class Server(Controller):
    def factory(self):
        return SMTP(self.handler, tls_context=tls, require_starttls=True, auth_required=True,
                    authenticator=lambda *a: AuthResult(success=a[4].login == b'user' and a[4].password == b's3cret'))
with socket.socket() as free:
    free.bind(('127.0.0.1', 0))
    port = free.getsockname()[1]
c = Server(Box(), hostname='127.0.0.1', port=port)
c.start()
with open('box/port.new', 'w') as f:
    f.write(str(port))
os.rename('box/port.new', 'box/port')
time.sleep(1000)
END
/usr/bin/python3 server.py 2>server.err &
server=$!
while [ ! -s box/port ]; do kill -0 $server || { cat server.err; exit 1; }; sleep 0.05; done
port=$(cat box/port)
make_newsroom
printf '%s\n' address,form a@example.org,pdf b@example.org,html c@example.org,text d@example.org,link >list.csv
expect 0 'sent: 4; sent before: 0; refused: 0; not yet: 0' '' mail 2025-11-25
mail --dry-run -o letters 2025-11-25 >said
n=0
for one in a b c d; do
    n=$((n + 1))
    cmp box/$one@example.org.eml letters/000$n-$one@example.org.eml
done
[ "$(stat -c %s box/a@example.org.eml)" -gt 200000 ]
# the letter whose lines start with dots, which the protocol doubles on the way
expect 0 'sent: 4; sent before: 0; refused: 0; not yet: 0' '' mail 2025-11-26
mail --dry-run -o dots 2025-11-26 >said
cmp box/c@example.org.eml dots/0003-c@example.org.eml
grep -q '^\.\.une phrase' box/c@example.org.eml
