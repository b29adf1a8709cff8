"""remake.py BUNDLE.zip CODE: a bundle with files changed by CODE, in which `f` has the bytes of each by
its name in the bag, right() makes the manifests fit, add(name, bytes) adds a file that they list,
swap(name, was, now) puts bytes in the place of others, and deflate(level) packs the PDF's streams anew."""
import hashlib, re, sys, zipfile, zlib


def digest(b):
    return hashlib.sha256(b).hexdigest().encode()


def listed(name):
    return [row[66:].decode() for row in f[name].splitlines()]


def right():
    sizes = [len(b) for n, b in f.items() if n.startswith("data/")]
    f["bag-info.txt"] = re.sub(rb"Oxum: \S+", b"Oxum: %d.%d" % (sum(sizes), len(sizes)), f["bag-info.txt"])
    for manifest in "manifest-sha256.txt", "tagmanifest-sha256.txt":
        f[manifest] = b"".join(digest(f[n]) + b"  " + n.encode() + b"\n" for n in listed(manifest))


def add(name, body):
    f[name] = body
    f["manifest-sha256.txt"] += b"%s  %s\n" % (digest(body), name.encode())


def swap(name, was, now):
    assert was in f[name], was
    f[name] = f[name].replace(was, now, 1)


def deflated(pdf, level):
    out, at = b"", 0
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


def deflate(level):
    pdf = f["data/bulletin.pdf"]
    f["data/bulletin.pdf"] = deflated(pdf, level)
    assert pdf != f["data/bulletin.pdf"]
    swap("data/recipe.yaml", digest(pdf), digest(f["data/bulletin.pdf"]))


path, code = sys.argv[1:]
with zipfile.ZipFile(path) as z:
    base = z.namelist()[0].split("/")[0] + "/"
    f = {i.filename[len(base):]: z.read(i) for i in z.infolist()}
exec(code)
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
    for name, body in f.items():
        z.writestr(zipfile.ZipInfo(base + name), body, zipfile.ZIP_DEFLATED)
