"""remake.py BUNDLE.zip CODE: a bundle with files changed by CODE, in which `f` has the bytes of each by
its name in the bag, right() makes the manifests fit, and add(name, bytes) adds a file that they list."""
import hashlib, re, sys, zipfile


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


path, code = sys.argv[1:]
with zipfile.ZipFile(path) as z:
    base = z.namelist()[0].split("/")[0] + "/"
    f = {i.filename[len(base):]: z.read(i) for i in z.infolist()}
exec(code)
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
    for name, body in f.items():
        z.writestr(base + name, body)
