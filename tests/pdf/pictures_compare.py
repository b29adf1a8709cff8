"""pictures_compare.py DUMP: whether each picture of ../png.py is in the PDF file, sample by sample.

DUMP is what `qpdf --json=2 --json-stream-data=inline --decode-level=generalized` prints.
"""
import base64
import json
import sys

sys.path.insert(0, '..')
import png  # noqa: E402

objects = json.load(open(sys.argv[1]))['qpdf'][1]
images = {}
for key, value in objects.items():
    d = value.get('stream', {}).get('dict', {})
    if d.get('/Subtype') == '/Image':
        images.setdefault(d['/Width'], []).append(value['stream'])


def data(stream):
    return base64.b64decode(stream['data'])


def samples(stream):
    """Eight bits a channel, of rows of any depth, and of numbers in a palette."""
    d, rows = stream['dict'], data(stream)
    depth, space = d['/BitsPerComponent'], d['/ColorSpace']
    palette = bytes.fromhex(space[3][2:]) if space[0] == '/Indexed' else None
    channels = len(rows) * 8 // depth // (d['/Width'] * d['/Height']) if depth == 8 and not palette else 1
    row = (d['/Width'] * channels * depth + 7) // 8
    out = []
    for y in range(d['/Height']):
        bits = int.from_bytes(rows[y * row:(y + 1) * row], 'big')
        for x in range(d['/Width'] * channels):
            v = bits >> (row * 8 - (x + 1) * depth) & ((1 << depth) - 1)
            out += palette[3 * v:3 * v + 3] if palette else [png.to_8(v, depth)]
    return out


def near(got, wanted):
    """A gamma's powers are taken from tables, and may be rounded either way."""
    return len(got) == len(wanted) and all(abs(g - w) <= (1.5 if isinstance(w, float) else 0)
                                           for g, w in zip(got, wanted))


failed = 0
for p in png.pictures():
    found = images.get(p.width, [])
    picture = next((s for s in found if '/SMask' in s['dict']), found[0] if len(found) == 1 else None)
    if picture is None or picture['dict']['/Height'] != png.HEIGHT:
        print(p.name, 'is not there once', len(found))
        failed = 1
        continue
    mask = [s for s in found if s is not picture]
    alpha = data(mask[0]) if mask else b'\xff' * (p.width * png.HEIGHT)
    if not near(samples(picture), p.samples()):
        print(p.name, 'has other samples', samples(picture)[:12], p.samples()[:12])
        failed = 1
    if not near(alpha, p.alpha()) or bool(mask) != any(a < 255 for a in p.alpha()):
        print(p.name, 'has other alpha', len(mask), list(alpha[:12]), p.alpha()[:12])
        failed = 1
sys.exit(failed)
