# A revision is sent to all who had the edition it replaces, as a correction that says why.
. "$TOP/tests/mail/post.inc"
make_certificates
cp "$TOP/seeds/2025-11-25.txt" .
"$GRIOT" publish --archive archive 2025-11-25.txt >said 2>&1
start_server server.pem
make_newsroom
printf 'address,language\nawa@example.org,fr\nbakary@example.org,en\n' >list.csv
expect 0 'sent: 2; sent before: 0; refused: 0; not yet: 0' '' mail 2025-11-25
sed -i 's/TOURE/TOURÉ/' 2025-11-25.txt
"$GRIOT" publish --archive archive --because 'Le nom de la ministre est TOURÉ.' 2025-11-25.txt >said 2>&1
printf 'address,language\nawa@example.org,fr\nc@example.org,en\n' >list.csv
status=0
mail 2025-11-25 >got.1 2>got.2 || status=$?
[ $status -eq 0 ]
grep -q 'addresses that had the earlier edition and are not on the list: 1; they get the correction too \[mail-former\]' got.2
echo 'sent: 3; sent before: 0; refused: 0; not yet: 0' | diff - got.1
tail -n 3 box/log | cut -d' ' -f1 | sort | tr '\n' ' ' >to
echo -n 'awa@example.org bakary@example.org c@example.org ' | diff - to
python3 - <<'END'
import email, email.policy, glob
m = {}
for path in glob.glob('box/taken/*.eml'):
    one = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.default)
    m[one['to'].addresses[0].addr_spec, len(one['subject']) > 50] = one
title = 'Bulletin du Gouvernement n°\xa0329, 25\xa0novembre 2025'
assert m['awa@example.org', False]['subject'] == title
assert m['awa@example.org', True]['subject'] == 'Rectificatif\xa0: ' + title
assert m['bakary@example.org', True]['subject'] == 'Correction: ' + title
assert m['awa@example.org', False]['message-id'] != m['awa@example.org', True]['message-id']
attached, = m['awa@example.org', True].iter_attachments()
assert attached.get_filename() == 'bulletin-2025-11-25.r2.pdf'
assert 'Le nom de la ministre est TOURÉ.' in m['awa@example.org', True].get_body(('plain',)).get_content()
assert 'Le nom de la ministre est TOURÉ.' in m['awa@example.org', True].get_body(('html',)).get_content()
END
# once
status=0
mail 2025-11-25 >got.1 2>got.2 || status=$?
echo 'sent: 0; sent before: 3; refused: 0; not yet: 0' | diff - got.1
