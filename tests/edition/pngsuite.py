"""Runs pictures of libpng's source package, which are not kept here: Willem van Schaik's PngSuite, and those
that libpng tests itself with, sound and broken. Each composes, and is in the PDF as libpng decodes it for
netpbm, sample by sample; or is refused as broken, as libpng refuses it. `make check-pngsuite` fetches them.

    python3 tests/edition/pngsuite.py GRIOT FOLDER

Prints what differs, and how many there are of each; status 1 where one differs, crashes, is refused though it
is sound, or is not though libpng cannot decode it."""
import collections, json, os, re, shutil, struct, subprocess, sys, tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import png  # noqa: E402

griot, top = sys.argv[1:3]
BROKEN = "crashers"  # the folder of broken ones; libpng decodes some of them all the same
GAMMA = 2.2
# How far a value may be off: rounded; by a gamma, of which libpng has tables, those of 16 bits with few steps
# where it is dark.
EXACT, FROM_TABLE, FROM_TABLE_16 = 0.5001, 1.5, 8


def run(*words):
    return subprocess.run(words, capture_output=True)


def chunks(data):
    found, at = {}, 8
    while at + 8 <= len(data):
        n, kind = struct.unpack(">I4s", data[at:at + 8])
        found.setdefault(kind, data[at + 8:at + 8 + n])
        at += n + 12
    return found


def decoded(path):
    """Colours and alpha of each pixel as libpng has them, the gamma set to that of sRGB; None: it has not."""
    made = run("pngtopam", "-alphapam", path)
    if made.returncode or b"ENDHDR\n" not in made.stdout:
        return None
    head, body = made.stdout.split(b"ENDHDR\n", 1)
    facts = dict(line.split(None, 1) for line in head.decode().splitlines()[1:])
    depth, top = int(facts["DEPTH"]), int(facts["MAXVAL"])
    values = struct.unpack(">%dH" % (len(body) // 2), body) if top > 255 else tuple(body)
    known = chunks(open(path, "rb").read())
    power = 1.0
    if b"gAMA" in known and not {b"sRGB", b"iCCP"} & known.keys():
        gamma = struct.unpack(">I", known[b"gAMA"])[0] / 1e5
        if abs(gamma * GAMMA - 1) > 0.05:
            power = 1 / (gamma * GAMMA)
    pixels = [values[i:i + depth] for i in range(0, len(values), depth)]
    key = known.get(b"tRNS") if known[b"IHDR"][9] == 2 else None  # which netpbm passes over
    key = struct.unpack(">3H", key) if key else None
    table = [255 * (v / top) ** power for v in range(top + 1)]
    off = EXACT if power == 1.0 else FROM_TABLE if top < 256 else FROM_TABLE_16
    return [([table[v] for v in p[:-1]], 0 if p[:-1] == key else 255 * p[-1] / top) for p in pixels], off


def printed(pdf):
    dump = run("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", pdf).stdout
    images = [o["stream"] for o in json.loads(dump)["qpdf"][1].values()
              if o.get("stream", {}).get("dict", {}).get("/Subtype") == "/Image"]
    image = next((s for s in images if "/SMask" in s["dict"]), images[0])
    masks = [s for s in images if s is not image]
    size = image["dict"]["/Width"] * image["dict"]["/Height"]
    samples = png.shown(image)
    n = len(samples) // size
    return [samples[i:i + n] for i in range(0, len(samples), n)], \
        png.stream_data(masks[0]) if masks else b"\xff" * size


def same(want, got):
    """Grey is one value or three."""
    (pixels, off), (colours, alpha) = want, got
    return len(pixels) == len(colours) == len(alpha) and all(
        abs(a - w[1]) <= EXACT and all(abs(c - w[0][min(i, len(w[0]) - 1)]) <= off for i, c in enumerate(p))
        for w, p, a in zip(pixels, colours, alpha))


files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names
               if name.endswith(".png"))
count, wrong = collections.Counter(), []
with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(folder, "a.md")
    with open(source, "w") as f:
        f.write("---\ntitle: T\nministry: MSDS\n---\nT.\n\n![Picture](a.png)\n")
    for path in files:
        shutil.copy(path, os.path.join(folder, "a.png"))
        made = run(griot, "compose", "--lang", "en", "--date", "2025-11-25", "-o", source[:-2] + "pdf", source)
        codes = re.findall(r" error: .*\[([a-z-]+)\]$", made.stderr.decode(), re.M)
        want = decoded(path)
        if made.returncode == 1 and codes == ["picture-broken"]:
            fate = "refused" if want is None else "refused though libpng decodes them"
            fine = BROKEN in path
        elif made.returncode:
            fate, fine = "crashed, or refused in other words", False
        elif want is None:
            fate, fine = "composed though libpng cannot decode them", False
        else:
            fine = same(want, printed(source[:-2] + "pdf"))
            fate = "as libpng decodes them" if fine else "differ"
        count[fate] += 1
        if not fine:
            wrong.append(f"{os.path.relpath(path, top)}: {fate} {made.stderr.decode()[-200:]}")
print("\n".join(wrong + [f"{len(files)} pictures: " + ", ".join(f"{n} {fate}" for fate, n in count.items())]))
sys.exit(1 if wrong or not files else 0)
