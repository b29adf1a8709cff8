"""A bundle of a day without edition, with one damage. A damage is a function of the sound file's bytes.

    damaged.py                     the names of all there are, each with the code of what verify says of it
    damaged.py BUNDLE.zip WHAT     damages the bundle
    damaged.py BUNDLE.zip FOLDER/  puts there a bundle with each of the damages, but for the largest"""
import io, os, re, struct, subprocess, sys, tempfile, zipfile

MOST = 4096  # bytes of a bundle that is put into a folder


def flip(data, at):
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1:]


def entry(data, name):
    """Where the file's local header, its data and its row in the central directory start."""
    z = zipfile.ZipFile(io.BytesIO(data))
    i = next(i for i in z.infolist() if i.filename.endswith(name))
    names, extra = struct.unpack_from("<HH", data, i.header_offset + 26)
    row = data.index(b"PK\1\2", z.start_dir)
    while struct.unpack_from("<I", data, row + 42)[0] != i.header_offset:
        row = data.index(b"PK\1\2", row + 4)
    return i.header_offset, i.header_offset + 30 + names + extra, row


def local(name, offset):
    return lambda data: flip(data, entry(data, name)[0] + offset)


def inside(name, offset=2):
    return lambda data: flip(data, entry(data, name)[1] + offset)


def row(name, offset):
    return lambda data: flip(data, entry(data, name)[2] + offset)


def end(offset):
    return lambda data: flip(data, data.rindex(b"PK\5\6") + offset)


def more(name, body=b"", declared=None):
    """With one file more, that no manifest lists."""
    def damage(data):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as z, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as w:
            for i in z.infolist():
                w.writestr(i, z.read(i))
            w.writestr(zipfile.ZipInfo("@" * len(name.encode())), body, zipfile.ZIP_DEFLATED)
        made = out.getvalue().replace(b"@" * len(name.encode()), name.encode())
        if declared is not None:
            for mark, at in (b"PK\3\4", 22), (b"PK\1\2", 24):
                place = made.rindex(mark) + at
                made = made[:place] + struct.pack("<I", declared) + made[place + 4:]
        return made
    return damage


def sealed(code):
    """Remade with a damage in what it holds; where that ends with right() its manifests know no better."""
    def damage(data):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.zip")
            with open(path, "wb") as f:
                f.write(data)
            remake = os.path.join(os.path.dirname(__file__), "..", "remake.py")
            subprocess.run([sys.executable, remake, path, code], check=True)
            with open(path, "rb") as f:
                return f.read()
    return damage


def unlisted(name):
    return (f"m = f['manifest-sha256.txt'].splitlines(True); del f['{name}'];"
            f"f['manifest-sha256.txt'] = b''.join(r for r in m if not r.endswith(b' {name}\\n')); right()")


BASE = "2025-12-02/"
RECIPE = "data/recipe.yaml"
DAMAGES = {
    # the flipped bits: each region of the file
    "local header: signature": (local("text.txt", 0), "zip-failed"),
    "local header: checksum": (local("text.txt", 14), "zip-failed"),
    "local header: length": (local("text.txt", 22), "zip-failed"),
    "local header: name": (local("text.txt", 34), "zip-failed"),
    "local header: time": (local("text.txt", 10), "zip-failed"),
    "data: text": (inside("text.txt"), "zip-file-broken"),
    "data: recipe": (inside("recipe.yaml"), "zip-file-broken"),
    "data: manifest": (inside("/manifest-sha256.txt"), "zip-file-broken"),
    "data: tag manifest": (inside("tagmanifest-sha256.txt"), "zip-file-broken"),
    "data: bag-info": (inside("bag-info.txt"), "zip-file-broken"),
    "data: declaration": (inside("bagit.txt"), "zip-file-broken"),
    "central directory: signature": (row("text.txt", 1), "zip-failed"),
    "central directory: checksum": (row("text.txt", 16), "zip-failed"),
    "central directory: length": (row("text.txt", 24), "zip-failed"),
    "central directory: offset": (row("text.txt", 42), "zip-failed"),
    "central directory: mode": (row("text.txt", 40), "chain-changed"),
    "end record: signature": (end(2), "zip-failed"),
    "end record: count": (end(10), "zip-failed"),
    "end record: offset": (end(16), "zip-failed"),
    # the file
    "cut short": (lambda data: data[:-1], "zip-failed"),
    "half of it": (lambda data: data[:len(data) // 2], "zip-failed"),
    "nothing": (lambda data: b"", "zip-failed"),
    "zeros at its end": (lambda data: data[:-512] + bytes(512), "zip-failed"),
    "something behind it": (lambda data: data + b"x", "zip-failed"),
    # hostile names
    "climbs": (more("../../x"), "zip-name-unsafe"),
    "climbs within": (more(BASE + "data/../../x"), "zip-name-unsafe"),
    "absolute": (more("/tmp/x"), "zip-name-unsafe"),
    "a drive": (more("C:/x"), "zip-name-unsafe"),
    "backslashes": (more("..\\x"), "zip-name-unsafe"),
    "a device": (more(BASE + "data/nul.txt"), "zip-name-unsafe"),
    "a NUL": (more(BASE + "data/x\0y"), "zip-name-unsafe"),
    "a line feed": (more(BASE + "data/x\ny"), "zip-name-unsafe"),
    "1025 bytes": (more("x" * 1025), "zip-name-unsafe"),
    "65535 bytes": (more("x" * 65535), "zip-name-unsafe"),
    "capitals only": (more(BASE + "data/TEXT.txt"), "zip-name-twice"),
    "a folder beside": (more("2025-12-03/data/x"), "bag-file-extra"),
    "one more": (more(BASE + "data/x"), "bag-file-extra"),
    # bombs
    "declares 2 GiB": (more(BASE + "data/x", bytes(1000), 2**31), "zip-too-large"),
    "2 MiB from 10 bytes": (more(BASE + "data/x", bytes(2 << 20), 10), "zip-file-broken"),
    # a ZIP that is sound, of a bag that is not
    "bag: no declaration": (sealed("del f['bagit.txt']"), "bag-not-one"),
    "bag: of another version": (sealed("swap('bagit.txt', b'1.0', b'0.9'); right()"), "bag-not-one"),
    "bag: a text changed": (sealed("f['data/text.txt'] += b'x'"), "bag-file-changed"),
    "bag: a text missing": (sealed("del f['data/text.txt']"), "bag-file-missing"),
    "bag: no manifest": (sealed("del f['manifest-sha256.txt']"), "bag-file-missing"),
    "bag: no tag manifest": (sealed("del f['tagmanifest-sha256.txt']"), "bag-file-missing"),
    "bag: a row twice": (sealed("f['manifest-sha256.txt'] *= 2; right()"), "bag-file-twice"),
    "bag: a row cut short": (sealed("f['manifest-sha256.txt'] = f['manifest-sha256.txt'][:-40]"), "bag-row"),
    "bag: in another folder": (sealed("base = '2025-12-03/'"), "bundle-other"),
    # a bag that is sound, of an edition that is not
    "recipe: none": (sealed(unlisted(RECIPE)), "bag-file-missing"),
    "recipe: without its text": (sealed(unlisted("data/text.txt")), "bundle-no-file"),
    "recipe: of another text": (sealed("f['data/text.txt'] += b'x'; right()"), "bundle-recipe-hash"),
    "recipe: of another day": (sealed(f"swap('{RECIPE}', b'2025-12-02', b'2025-12-03'); right()"), "bundle-other"),
    "recipe: no YAML": (sealed(f"f['{RECIPE}'] = b'{{'; right()"), "yaml-syntax"),
    "recipe: an unknown key": (sealed(f"f['{RECIPE}'] += b'clock: 12\\n'; right()"), "yaml-unknown-key"),
    "recipe: without an engine": (sealed(f"swap('{RECIPE}', b'engine: ', b'# '); right()"), "yaml-key-missing"),
}

def bytes_of(path):
    with open(path, "rb") as f:
        return f.read()


def put(path, data):
    with open(path, "wb") as f:
        f.write(data)


def put_all(sound, folder):
    for what, (damage, _) in DAMAGES.items():
        damaged = damage(sound)
        if len(damaged) <= MOST:
            put(folder + re.sub("[^a-z0-9]+", "-", what.lower()) + ".zip", damaged)


if len(sys.argv) == 1:
    for what, (_, code) in DAMAGES.items():
        print(f"{what}\t{code}")
elif sys.argv[2].endswith("/"):
    put_all(bytes_of(sys.argv[1]), sys.argv[2])
else:
    sound = bytes_of(sys.argv[1])
    damaged = DAMAGES[sys.argv[2]][0](sound)
    assert damaged != sound
    put(sys.argv[1], damaged)
