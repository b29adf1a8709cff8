# On a terminal the passphrase is asked for, in the language of messages, and not shown; the right one
# signs, Control-C gives up without a file, and the terminal shows again what is typed. Where the system
# has no terminals to give (a root without /dev/pts), a word is left.
cd "$TMP"
python3 -c 'import os; os.openpty()' 2>no-terminal || { echo 'no terminal can be opened: left out'; exit 0; }
. "$TOP/tests/keys.inc"
make_signer
openssl rsa -in key.pem -aes256 -passout pass:secret -out locked.pem 2>/dev/null
cat >terminal.py <<'END'
import os, pty, sys, termios, time
typed, words = sys.argv[1].encode().decode('unicode_escape').encode(), sys.argv[2:]
pid, fd = pty.fork()
if not pid:
    os.execv(words[0], words)
seen = b''
while b' : ' not in seen.replace(b'\xc2\xa0', b' '):
    seen += os.read(fd, 1000)
while termios.tcgetattr(fd)[3] & termios.ECHO:
    time.sleep(0.01)
os.write(fd, typed)
try:
    while True:
        piece = os.read(fd, 1000)
        if not piece:
            break
        seen += piece
except OSError:
    pass
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.stdout.write(seen.decode().replace('\r', ''))
sys.exit(status)
END
timeout 60 python3 terminal.py 'secret\n' "$GRIOT" compose --lang fr --sign locked.pem --cert chain.pem -o a.pdf "$seed" >seen
printf 'Phrase de passe de locked.pem : \na.pdf\na.html\n' | diff - seen
"$GRIOT" inspect a.pdf >said
rm a.pdf
status=0
timeout 60 python3 terminal.py '\x03' "$GRIOT" compose --lang fr --sign locked.pem --cert chain.pem -o a.pdf "$seed" >seen || status=$?
[ $status -eq 1 ]
grep -q '\[passphrase-needed\]$' seen
[ ! -e a.pdf ]
