"""rebundle.py BUNDLE.zip FROM TO: a bundle whose recipe has TO in the place of FROM; with «deflate» and
a level, one whose PDF has its streams deflated so. Its manifests and hashes are made right again."""
import hashlib, re, sys, zipfile, zlib

def deflated(pdf, level):
    out, at, places = b"", 0, {}
    for m in re.finditer(rb"/Length (\d+)>>\nstream\n", pdf):
        if m.start() < at:
            continue
        body = pdf[m.end():m.end() + int(m[1])]
        head = pdf[pdf.rfind(b" 0 obj\n", 0, m.start()):m.start()]
        if b"FlateDecode" in head and b"/XRef" not in head:
            body = zlib.compress(zlib.decompress(body), level)
        out += pdf[at:m.start()] + b"/Length %d>>\nstream\n" % len(body) + body
        at = m.end() + int(m[1])
    return out + pdf[at:]

def digest(b):
    return hashlib.sha256(b).hexdigest()

path, was, now = sys.argv[1:]
with zipfile.ZipFile(path) as z:
    files = {i.filename: z.read(i) for i in z.infolist()}
base = next(iter(files)).split("/")[0] + "/"
recipe = base + "data/recipe.yaml"
if was == "deflate":
    pdf = base + "data/bulletin.pdf"
    old, files[pdf] = files[pdf], deflated(files[pdf], int(now))
    assert old != files[pdf]
    was, now = digest(old), digest(files[pdf])
assert was.encode() in files[recipe]
files[recipe] = files[recipe].replace(was.encode(), now.encode())
size = sum(len(b) for n, b in files.items() if n.startswith(base + "data/"))
files[base + "bag-info.txt"] = re.sub(rb"Oxum: \d+", b"Oxum: %d" % size, files[base + "bag-info.txt"])
for manifest in "manifest-sha256.txt", "tagmanifest-sha256.txt":
    rows = files[base + manifest].decode().splitlines()
    files[base + manifest] = "".join(
        digest(files[base + r[66:]]) + r[64:] + "\n" for r in rows).encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
    for name, body in files.items():
        z.writestr(name, body)
