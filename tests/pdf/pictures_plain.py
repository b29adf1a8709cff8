"""pictures_plain.py FOLDER: the pictures of ../png.py that a PDF can hold as they are stored, twice.

In FOLDER/plain as they are, in FOLDER/odd with image data behind their end; FOLDER/single has others, each
by itself special. FOLDER/NAME.stored is the image data of each.

    pictures_plain.py FOLDER PDF NAME…    prints the names of those whose data are in the PDF
"""
import os
import sys
import zlib

sys.path.insert(0, '..')
import png  # noqa: E402

folder = sys.argv[1]

def rows(number):
    """Such that each picture has its own: their bytes, filtered."""
    return b''.join(b'\1' + bytes((x * y + (number == x)) % 7 for x in range(60)) for y in range(20))


def picture(data, before=b'', depth=8, kind=0):
    chunks = data if isinstance(data, list) else [data]
    return png.begin(60 * 8 // depth, 20, depth, kind) + before + \
        b''.join(png.chunk(b'IDAT', d) for d in chunks) + png.chunk(b'IEND', b'')


def gamma(value):
    return png.chunk(b'gAMA', value.to_bytes(4, 'big'))


def make():
    palette = png.chunk(b'PLTE', bytes(range(15)))  # five colours, and rows that name seven
    linear, srgb = gamma(100000), gamma(45455)
    how = {
        'whole': lambda d: picture(d),
        'parts': lambda d: picture([d[:40], d[40:41], b'', d[41:]]),
        'gamma-srgb': lambda d: picture(d, srgb),
        'palette-short': lambda d: picture(d, palette, 8, 3),
        'gamma-linear': lambda d: picture(d, linear),
        'behind-end': lambda d: picture(d + b'more'),
        'behind-end-apart': lambda d: picture([d, b'more']),
        'rows-more': lambda d: picture(d),
        'not-deflated': lambda d: picture(d),
    }
    single = {}
    for i, (name, made) in enumerate(how.items()):
        data = zlib.compress(rows(i) * (1 + (name == 'rows-more')), 0 if name == 'not-deflated' else 6)
        single[name] = (data, made(data))
    os.mkdir(folder + '/single')
    png.write(folder + '/single', [(name + '.png', data) for name, (_, data) in single.items()])
    for name, (data, _) in single.items():
        open(folder + '/' + name + '.stored', 'wb').write(data)
    passing = [p for p in png.pictures() if p.passes()]
    for name, more in ('plain', b''), ('odd', png.chunk(b'IDAT', b'more')):
        os.mkdir(folder + '/' + name)
        png.write(folder + '/' + name, [(p.name, p.file(more)) for p in passing])
    for p in passing:
        open(folder + '/' + p.name + '.stored', 'wb').write(p.stored())


if len(sys.argv) == 2:
    make()
else:
    pdf = open(sys.argv[2], 'rb').read()
    for name in sys.argv[3:]:
        if b'stream\n' + open(folder + '/' + name + '.stored', 'rb').read() in pdf:
            print(name)
