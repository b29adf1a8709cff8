"""pictures_compare.py DUMP: whether each picture of ../png.py is in the PDF file, sample by sample.

DUMP is what `qpdf --json=2 --json-stream-data=inline --decode-level=generalized` prints.
"""
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
    alpha = png.stream_data(mask[0]) if mask else b'\xff' * (p.width * png.HEIGHT)
    if not near(png.shown(picture), p.samples()):
        print(p.name, 'has other samples', png.shown(picture)[:12], p.samples()[:12])
        failed = 1
    if not near(alpha, p.alpha()) or bool(mask) != any(a < 255 for a in p.alpha()):
        print(p.name, 'has other alpha', len(mask), list(alpha[:12]), p.alpha()[:12])
        failed = 1
sys.exit(failed)
