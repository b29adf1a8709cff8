"""pictures_broken.py FOLDER JPEG: files there that are no sound pictures; the JPEG file is one."""
import os
import struct
import sys
import zlib

sys.path.insert(0, '..')
import png  # noqa: E402

folder, sound = sys.argv[1], open(sys.argv[2], 'rb').read()


def put(name, data):
    with open(os.path.join(folder, name), 'wb') as f:
        f.write(data)


data = png.chunk(b'IDAT', zlib.compress(b'\0\1\2\3' * 4))
end = png.chunk(b'IEND', b'')
put('check.png', png.begin(3, 4, 8, 0) + data[:-1] + bytes([data[-1] ^ 1]) + end)
put('cut.png', png.begin(3, 4, 8, 0) + data[:12])
put('no-size.png', png.begin(0, 4, 8, 0) + data + end)
put('no-palette.png', png.begin(3, 4, 8, 3) + data + end)
put('huge.png', png.begin(65536, 65536, 8, 0) + data + end)
put('large.png', png.begin(29999, 29999, 8, 0) + data + end)
put('boast.png', png.begin(3, 4, 8, 0) + b'\x40\0\0\0tEXt' + data + end)
put('few-rows.png', png.begin(3, 5, 8, 0) + data + end)
put('byte.png', b'\x89')
put('gif.png', b'GIF89a\1\0\1\0\0\0\0;')
frame = sound.index(b'\xff\xc0')
scan = sound.index(b'\xff\xda')
put('cut-frame.jpg', sound[:frame + 6])
put('cut-scan.jpg', sound[:scan + (len(sound) - scan) // 2])
put('lossless.jpg', sound[:frame] + b'\xff\xc3' + sound[frame + 2:])
put('precise.jpg', sound[:frame + 4] + b'\x0c' + sound[frame + 5:])
put('large.jpg', sound[:frame + 5] + struct.pack('>HH', 29999, 29999) + sound[frame + 9:])
put('byte.jpg', b'\xff')
