# Letters as an independent reader has them (Python's email): headers, bodies, the PDF to the byte; lines
# within their limits; the same bytes whenever they are made; nothing in a name, an address or a title
# that makes a header.
. "$TOP/tests/mail/post.inc"
port=1
make_newsroom
sed -i 's/^  from:.*/&\n  name: Œuvres d’Aïcha, « rédaction » \& suites d’un nom qui déborde de sa ligne/' newsroom.yaml
# a title that would be a header, if a day text could hold a line end there
cp "$TOP/seeds/2025-11-25.txt" .
sed -i '1s/.*/<b>Titre<\/b> \& suite/' 2025-11-25.txt
"$GRIOT" publish --archive archive 2025-11-25.txt >said 2>&1
printf '%s\r\n' 'Adresse;Nom;Langue;Forme;Remarque' 'awa@example.org;"Coulibaly; Awa";fr;pdf;' \
    'b@example.org;Bakary Ɛ. Traoré ߞߊ߲ ⵣ;fr-ML;html;x' 'c@example.org;;en;text;' \
    "o'neil+x@sub.example.org;\"« Dit \"\"Le Long \"\" » $(printf 'é%.0s' $(seq 80))\";bm;link;" 'e@example.org;Eve;en;;' >list.csv
expect 0 letters '' mail --dry-run -o letters 2025-11-25
expect 0 again '' mail --dry-run -o again 2025-11-25
diff -r letters again
ls letters | tr '\n' ' ' >names
echo -n "0001-awa@example.org.eml 0002-b@example.org.eml 0003-c@example.org.eml 0004-o'neil+x@sub.example.org.eml 0005-e@example.org.eml " | diff - names
"$GRIOT" extract --archive archive -o kept 2025-11-25 >said
sha256=$(sha256sum archive/editions/2025/2025-11-25.zip)
cat >read.py <<'END'
import email, email.header, email.policy, email.utils, glob, re, sys
from html.parser import HTMLParser
data = 'kept/2025-11-25/data/'
kept = {n: open(data + n, 'rb').read() for n in ('bulletin.pdf', 'bulletin.html', 'text.txt')}
digits = sys.argv[1][:16]
names = {'1': 'Coulibaly; Awa', '2': 'Bakary Ɛ. Traoré ߞߊ߲ ⵣ', '3': '', '4': '« Dit "Le Long " » ' + 'é' * 80, '5': 'Eve'}
addresses = ['awa@example.org', 'b@example.org', 'c@example.org', "o'neil+x@sub.example.org", 'e@example.org']
seen = set()


def mailbox(raw, header):
    """Name and address; decoded by decode_header, for the newer parser of Python 3.11 puts blanks
    between encoded words that RFC 2047 (6.2) has none between."""
    name, address = email.utils.parseaddr(email.message_from_bytes(raw)[header])
    return str(email.header.make_header(email.header.decode_header(name))), address


class Page(HTMLParser):
    """What a page loads, and its text."""
    def __init__(self):
        super().__init__()
        self.loads, self.words = [], []

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag in ('img', 'script', 'iframe', 'object', 'link', 'form', 'video', 'audio', 'embed') or \
                'src' in a or 'background' in a or 'onload' in a:
            self.loads.append(tag)

    def handle_data(self, data):
        self.words.append(data)


for number, path in enumerate(sorted(glob.glob('letters/*.eml')), 1):
    raw = open(path, 'rb').read()
    bare = raw.replace(b'\r\n', b'')
    assert b'\r' not in bare and b'\n' not in bare and b'\0' not in bare and raw.endswith(b'\r\n')
    assert all(b < 128 for b in raw), 'seven bits'
    head, _, body = raw.partition(b'\r\n\r\n')
    assert max(map(len, head.split(b'\r\n'))) <= 110 and max(map(len, body.split(b'\r\n'))) <= 78, [l for l in raw.split(b'\r\n') if len(l) > 78]
    m = email.message_from_bytes(raw, policy=email.policy.default)
    assert not any(p.defects for p in m.walk())
    for name in ('to', 'from', 'subject', 'date', 'message-id', 'list-id', 'list-unsubscribe',
                 'list-unsubscribe-post', 'auto-submitted', 'mime-version'):
        assert len(m.get_all(name)) == 1, name
    assert set(n.lower() for n in m.keys()) == {
        'to', 'message-id', 'list-unsubscribe', 'from', 'subject', 'date', 'list-id',
        'list-unsubscribe-post', 'auto-submitted', 'mime-version', 'content-type'} | (
        {'content-transfer-encoding'} if not m.is_multipart() else set())
    assert len(m['to'].addresses) == len(m['from'].addresses) == 1
    assert mailbox(raw, 'to') == (names[str(number)], addresses[number - 1])
    assert mailbox(raw, 'from')[0] == 'Œuvres d’Aïcha, « rédaction » & suites d’un nom qui déborde de sa ligne'
    assert m['subject'] == 'Bulletin du Gouvernement n°\xa0329, 25\xa0novembre 2025'
    assert m['date'] == 'Tue, 25 Nov 2025 18:00:00 +0000'
    assert re.fullmatch('<[0-9a-f]{32}@gouvernement.example>', m['message-id'])
    assert m['list-unsubscribe-post'] == 'List-Unsubscribe=One-Click'
    assert re.fullmatch('<https://x.example/leave[?][0-9a-f]{32}>, <mailto:bulletin@gouvernement.example[?]'
                        'subject=unsubscribe>', m['list-unsubscribe']), m['list-unsubscribe']
    assert m['list-id'] == 'Bulletin du Gouvernement <bulletin.gouvernement.example>'
    seen |= {m['message-id'], m['list-unsubscribe']}
    plain = m.get_body(('plain',)).get_content()
    assert digits in plain and '<b>Titre</b> & suite' in plain
    attached = list(m.iter_attachments())
    assert len(raw) - sum(len(bytes(p)) for p in attached) < 100000
    if number in (1, 5):
        assert [p.get_filename() for p in attached] == ['bulletin-2025-11-25.pdf']
        assert attached[0].get_content_type() == 'application/pdf'
        assert attached[0].get_content() == kept['bulletin.pdf']
    elif number == 2:
        html = m.get_body(('html',)).get_payload(decode=True).replace(b'\r\n', b'\n')
        assert html == kept['bulletin.html']
    if number in (2, 3):
        whole = m.get_body(('plain',)).get_payload(decode=True).replace(b'\r\n', b'\n')
        assert whole.startswith(kept['text.txt'])
    if number == 4:
        assert 'https://bulletin.gouvernement.example/2025-11-25.html' in plain
    if number in (1, 4, 5):
        page = Page()
        page.feed(m.get_body(('html',)).get_content())
        assert not page.loads and digits in ''.join(page.words)
        assert '<b>Titre</b> & suite' in ''.join(page.words)
    assert ('Chain of editions' in plain) == (number in (3, 5)), 'language'
assert len(seen) == 10
END
python3 read.py "$sha256"
