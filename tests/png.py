"""PNG files of every colour type and depth (ISO/IEC 15948), each with the pixels that it shows.

    png.py FOLDER    writes them there, with day.md, which names them all
"""
import base64
import struct
import sys
import zlib

PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
HEIGHT = 37
GAMMA = 100000  # the file's, times 100000: linear light


def chunk(kind, body):
    return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))


def begin(width, height, depth, kind, interlaced=0):
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, depth, kind, 0, 0,
                                                             interlaced))


def pack(row, depth):
    """The samples of a row as bytes, from the highest bit on."""
    if depth == 16:
        return b''.join(struct.pack('>H', s) for s in row)
    bits = ''.join(format(s, '0%db' % depth) for s in row)
    bits += '0' * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def rows_of(pixels, depth):
    return b''.join(b'\0' + pack([s for p in row for s in p], depth) for row in pixels)


def image_data(pixels, depth, interlaced):
    if not interlaced:
        return rows_of(pixels, depth)
    passes = ([row[x::dx] for row in pixels[y::dy]] for x, y, dx, dy in PASSES)
    return b''.join(rows_of(p, depth) for p in passes if p and p[0])


def to_8(sample, depth):
    return round(sample * 255 / ((1 << depth) - 1))


class Picture:
    """One file: its kind and depth, and what is special about it."""

    def __init__(self, number, kind, depth, interlaced=False, keyed=False, gamma=False):
        self.name = 'k%d-%d%s%s%s.png' % (kind, depth, '-interlaced' * interlaced, '-keyed' * keyed,
                                          '-gamma' * gamma)
        self.width = 21 + number  # which tells them apart
        self.kind, self.depth = kind, depth
        self.interlaced, self.keyed, self.gamma = interlaced, keyed, gamma
        top = (1 << depth) - 1
        step = max(1, top // 23)
        self.pixels = [[[(x * step + y * (3 + c) * step + c * top // 3) % (top + 1)
                         for c in range(CHANNELS[kind])] for x in range(self.width)] for y in range(HEIGHT)]
        self.palette = [((i * 37) % 256, (i * 91 + 5) % 256, 255 - i % 256) for i in range(1 << min(depth, 8))]
        self.key = self.pixels[3][4]

    def stored(self):
        return zlib.compress(image_data(self.pixels, self.depth, self.interlaced))

    def passes(self):
        """Whether a PDF can hold its rows as they are stored, and deflate has made less of them."""
        return not (self.interlaced or self.kind & 4 or self.depth > 8 or self.gamma) and \
            len(self.stored()) < len(image_data(self.pixels, self.depth, False)) - HEIGHT

    def file(self, more=b''):
        """With more behind its image data."""
        out = begin(self.width, HEIGHT, self.depth, self.kind, self.interlaced)
        if self.gamma:
            out += chunk(b'gAMA', struct.pack('>I', GAMMA))
        if self.kind == 3:
            out += chunk(b'PLTE', bytes(s for p in self.palette for s in p))
        if self.keyed:
            out += chunk(b'tRNS', bytes([0, 128]) if self.kind == 3 else
                         b''.join(struct.pack('>H', s) for s in self.key))
        out += chunk(b'tEXt', b'Comment\0told to nobody')
        return out + chunk(b'IDAT', self.stored()) + more + chunk(b'IEND', b'')

    def colour(self, p):
        if self.kind == 3:
            return list(self.palette[p[0]])
        colours = p[:-1] if self.kind & 4 else p
        if self.gamma:
            top = (1 << self.depth) - 1
            return [255 * (s / top) ** (100000 / GAMMA / 2.2) for s in colours]
        return [to_8(s, self.depth) for s in colours]

    def opacity(self, p):
        if self.kind & 4:
            return to_8(p[-1], self.depth)
        if self.keyed and self.kind == 3:
            return (0, 128)[p[0]] if p[0] < 2 else 255
        return 0 if self.keyed and p == self.key else 255

    def samples(self):
        return [s for row in self.pixels for p in row for s in self.colour(p)]

    def alpha(self):
        return [self.opacity(p) for row in self.pixels for p in row]


def pictures():
    what = [(k, d, i, False, False) for k in DEPTHS for d in DEPTHS[k] for i in (False, True)]
    what += [(k, d, False, True, False) for k in (0, 2, 3) for d in DEPTHS[k]]
    what += [(k, 8, False, False, True) for k in (0, 2, 4, 6)] + [(2, 16, False, False, True)]
    return [Picture(i, *w) for i, w in enumerate(what)]


def stream_data(stream):
    """Of a stream as qpdf --json=2 --json-stream-data=inline --decode-level=generalized prints it."""
    return base64.b64decode(stream['data'])


def shown(stream):
    """An image's samples, eight bits a channel, of rows of any depth, and of numbers in a palette."""
    d, rows = stream['dict'], stream_data(stream)
    depth, space = d['/BitsPerComponent'], d['/ColorSpace']
    palette = bytes.fromhex(space[3][2:]) if space[0] == '/Indexed' else None
    channels = len(rows) * 8 // depth // (d['/Width'] * d['/Height']) if depth == 8 and not palette else 1
    row = (d['/Width'] * channels * depth + 7) // 8
    out = []
    for y in range(d['/Height']):
        bits = int.from_bytes(rows[y * row:(y + 1) * row], 'big')
        for x in range(d['/Width'] * channels):
            v = bits >> (row * 8 - (x + 1) * depth) & ((1 << depth) - 1)
            out += palette[3 * v:3 * v + 3] if palette else [to_8(v, depth)]
    return out


def write(folder, files):
    """The files, by name and bytes, and day.md, which shows them all."""
    with open(folder + '/day.md', 'w') as day:
        day.write('---\ntitle: Images\nministry: MSDS\n---\nTexte.\n')
        for name, data in files:
            with open(folder + '/' + name, 'wb') as f:
                f.write(data)
            day.write('\n![Image %s](%s)\n' % (name, name))


if __name__ == '__main__':
    write(sys.argv[1], [(p.name, p.file()) for p in pictures()])
