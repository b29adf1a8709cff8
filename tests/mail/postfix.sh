# Postfix takes the letters and delivers them: each subscriber has one, once, whose PDF is the archive's to
# the byte, though the sender is killed amid them; whom Postfix does not know is refused and told.
# An instance of its own, as root, for it delivers as others; where that cannot be, or its users may not
# enter the root of the system, a word and no more.
[ "$LC_ALL" = C ] || exit 0
postfix=/usr/lib/postfix/sbin/master
[ "$(id -u)" -eq 0 ] && [ -x $postfix ] || { echo 'not as root, or no Postfix: left out'; exit 0; }
. "$TOP/tests/mail/post.inc"
make_certificates
publish_seed
home=$(mktemp -d) # which others than root can enter, unlike $TMP
end_postfix() { [ -z "$server" ] || { kill "$server" 2>said && wait "$server" || true; }; rm -rf "$home"; }
trap end_postfix EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
chmod 755 "$home"
mkdir "$home/box" "$home/data" "$home/queue"
(cd "$home/queue" && mkdir active bounce corrupt defer deferred flush hold incoming maildrop pid private \
    public saved trace && chown postfix ./* && chown root pid)
chown postfix "$home/data"
chown nobody "$home/box"
cp server.pem "$home"
seq 40 | sed 's|.*|s&@example.org s&/|' >"$home/boxes"
cat >"$home/main.cf" <<END
compatibility_level = 3.6
queue_directory = $home/queue
data_directory = $home/data
maillog_file = $home/log
maillog_file_prefixes = $home
myhostname = server.example
mydestination =
alias_maps =
alias_database =
mynetworks = 127.0.0.1
inet_protocols = ipv4
virtual_mailbox_domains = example.org
virtual_mailbox_base = $home/box
virtual_mailbox_maps = texthash:$home/boxes
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
smtpd_tls_cert_file = $home/server.pem
smtpd_tls_security_level = encrypt
END
{ echo "127.0.0.1:$port inet n - n - - smtpd"
  echo 'cleanup unix n - n - 0 cleanup'
  echo 'qmgr unix n - n - 1 qmgr'
  echo 'virtual unix - n n - - virtual'
  for each in tlsmgr=1 anvil=1 bounce=0 proxymap=- error=-; do
      echo "${each%=*} unix - - n - ${each#*=} ${each%=*}"; done
  for each in defer trace; do echo "$each unix - - n - 0 bounce"; done
  echo 'rewrite unix - - n - - trivial-rewrite'
  echo 'postlog unix-dgram n - n - 1 postlogd'; } >"$home/master.cf"
$postfix -c "$home" -d >server.err 2>&1 &
server=$!
python3 - "$port" <<'END' || { echo 'Postfix does not start here: left out'; cat server.err; exit 0; }
import socket, sys, time
for i in range(400):
    try:
        socket.create_connection(('127.0.0.1', int(sys.argv[1])))
        sys.exit(0)
    except ConnectionRefusedError:
        time.sleep(0.05)
sys.exit(1)
END
make_newsroom 'connections: 4'
sed -i '/^  user:/d; /^  password-file:/d; s/^  timeout:.*/  timeout: 60/' newsroom.yaml
{ echo address,name,form; seq 40 | sed 's/.*/s&@example.org,S &,pdf/'; echo nobody@example.org,,text; } >list.csv
# the sender is killed when some letters are in their boxes
"$GRIOT" mail --archive archive --newsroom newsroom.yaml 2025-11-25 >said 2>&1 &
sender=$!
n=0
until [ "$(find "$home/box" -path '*/new/*' | wc -l)" -ge 5 ]; do
    n=$((n + 1)); [ $n -lt 600 ] || { cat said server.err "$home/log"; exit 1; }
    sleep 0.05
done
kill -9 $sender 2>said || true
wait $sender 2>said || true
status=0
mail 2025-11-25 >got.1 2>got.2 || status=$?
[ $status -eq 0 ] || { cat got.2 "$home/log"; exit 1; }
grep -q '^griot: warning: nobody@example.org: .*550 5.1.1 .*User unknown in virtual mailbox table \[letter-refused\]$' got.2
mail --status --json 2025-11-25 >status
until [ "$(ls "$home/queue/active" "$home/queue/incoming" | grep -c '^[0-9A-F]')" -eq 0 ]; do sleep 0.05; done
"$GRIOT" extract --archive archive -o kept 2025-11-25 >said
python3 - "$home/box" <<'END'
import email, email.policy, glob, json, sys
pdf = open('kept/2025-11-25/data/bulletin.pdf', 'rb').read()
status = {one['address']: one for one in map(json.loads, open('status'))}
assert len(status) == 41 and sum(one['uncertain'] for one in status.values()) <= 4
for i in range(1, 41):
    address = f's{i}@example.org'
    found = glob.glob(f'{sys.argv[1]}/s{i}/new/*')
    assert status[address]['fate'] == 'sent' and 1 <= len(found) <= 1 + status[address]['uncertain'], address
    for path in found:
        m = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.default)
        assert m['to'].addresses[0].addr_spec == m['delivered-to'] == address
        assert m['message-id'] == '<' + status[address]['id'] + '>'
        attached, = m.iter_attachments()
        assert attached.get_content() == pdf and not any(p.defects for p in m.walk())
assert status['nobody@example.org']['fate'] == 'refused'
END
