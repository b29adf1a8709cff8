"""Photographs as cameras write them, held in any of eight ways (Exif 2.32, 4.6.4 A).

    pictures_turned.py make FOLDER         FOLDER/quarters.ppm, and N.ppm, the same as stored for orientation N
    pictures_turned.py exif N IN OUT       a JPEG file with that orientation, and with a place in Exif
    pictures_turned.py head IN OUT         a JPEG file with a small picture in its head (JFIF 1.02), of 5 pixels
    pictures_turned.py look PPM COLOURS    whether a page shows four quarters of these colours (red, green, …)
"""
import struct
import sys

WIDTH, HEIGHT = 240, 160
COLOURS = {'red': (254, 0, 0), 'green': (0, 254, 0), 'blue': (0, 0, 254), 'yellow': (254, 254, 0),
           'cyan': (0, 254, 254), 'magenta': (254, 0, 254), 'teal': (0, 128, 128)}
QUARTERS = ('red', 'green', 'blue', 'yellow')
# Where the pixel that is stored at x, y of a w×h picture is shown, by orientation from 1.
SHOWN = (lambda x, y, w, h: (x, y), lambda x, y, w, h: (w - 1 - x, y),
         lambda x, y, w, h: (w - 1 - x, h - 1 - y), lambda x, y, w, h: (x, h - 1 - y),
         lambda x, y, w, h: (y, x), lambda x, y, w, h: (h - 1 - y, x),
         lambda x, y, w, h: (h - 1 - y, w - 1 - x), lambda x, y, w, h: (y, w - 1 - x))


def quarter(x, y):
    return COLOURS[QUARTERS[(x >= WIDTH // 2) + 2 * (y >= HEIGHT // 2)]]


def write(path, width, height, pixel):
    with open(path, 'wb') as f:
        f.write(b'P6\n%d %d\n255\n' % (width, height))
        f.write(bytes(s for y in range(height) for x in range(width) for s in pixel(x, y)))


def make(folder):
    for turned, shown in enumerate(SHOWN, 1):
        w, h = (HEIGHT, WIDTH) if turned > 4 else (WIDTH, HEIGHT)
        write('%s/%d.ppm' % (folder, turned), w, h, lambda x, y: quarter(*shown(x, y, w, h)))


def exif(turned, source, to):
    """With the other entries a camera writes: its maker, and a place, in a directory of its own."""
    order = '<>'[turned % 2]
    entries = [(0x010F, 2, 12, struct.pack(order + 'I', 60)), (0x0112, 3, 1, struct.pack(order + 'HH', turned, 0)),
               (0x8825, 4, 1, struct.pack(order + 'I', 80))]
    tiff = (b'II' if order == '<' else b'MM') + struct.pack(order + 'HIH', 42, 8, len(entries))
    for tag, kind, n, value in entries:
        tiff += struct.pack(order + 'HHI', tag, kind, n) + value
    tiff = (tiff + bytes(4)).ljust(60, b'\0') + b'the maker\0\0\0'
    tiff = tiff.ljust(80, b'\0') + struct.pack(order + 'HHHI', 1, 1, 2, 2) + b'N\0\0\0' + bytes(4)
    body = b'Exif\0\0' + tiff + b'told to nobody'
    jpeg = open(source, 'rb').read()
    with open(to, 'wb') as f:
        f.write(jpeg[:2] + b'\xff\xe1' + struct.pack('>H', len(body) + 2) + body + jpeg[2:])


def head(source, to):
    jpeg = open(source, 'rb').read()
    body = jpeg[6:18] + b'\5\1' + b'told to nobody '
    with open(to, 'wb') as f:
        f.write(jpeg[:4] + struct.pack('>H', len(body) + 2) + body + jpeg[20:])


def read(path):
    data = open(path, 'rb').read()
    _, size, _, pixels = data.split(b'\n', 3)
    width, height = map(int, size.split())
    return width, height, pixels


def near(pixels, at, colour):
    return all(abs(pixels[at * 3 + c] - colour[c]) < 24 for c in range(3))


def look(path, names):
    width, height, pixels = read(path)
    wanted = [COLOURS[n] for n in names]
    seen = [at for at in range(width * height) if near(pixels, at, wanted[0]) or near(pixels, at, wanted[3])]
    columns, rows = [at % width for at in seen], [at // width for at in seen]
    left, top, w, h = min(columns), min(rows), max(columns) + 1 - min(columns), max(rows) + 1 - min(rows)
    if abs(w * HEIGHT - h * WIDTH) > 2 * WIDTH:
        return 'of another shape: %d×%d' % (w, h)
    for i, colour in enumerate(wanted):
        x, y = left + w * (1 + 2 * (i % 2)) // 4, top + h * (1 + 2 * (i // 2)) // 4
        if not near(pixels, y * width + x, colour):
            return 'quarter %d is %s, not %s' % (i, list(pixels[(y * width + x) * 3:][:3]), colour)
    return ''


if __name__ == '__main__':
    what, words = sys.argv[1], sys.argv[2:]
    if what == 'make':
        make(words[0])
    elif what == 'head':
        head(words[0], words[1])
    elif what == 'exif':
        exif(int(words[0]), words[1], words[2])
    else:
        wrong = look(words[0], words[1:])
        if wrong:
            sys.exit('%s: %s' % (words[0], wrong))
