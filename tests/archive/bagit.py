"""bagit.py FOLDER...: whether each folder is a valid BagIt bag, by RFC 8493 and nothing that griot says:
declaration, completeness, every manifest and tag manifest, names, Payload-Oxum. Of bags older than 1.0
it asks what their versions ask. What is wrong is told, and the status is 1."""
import codecs, hashlib, os, re, sys, unicodedata

ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha512")

class Invalid(Exception):
    pass

def require(condition, words):
    if not condition:
        raise Invalid(words)

def declaration(bag):
    path = os.path.join(bag, "bagit.txt")
    require(os.path.isfile(path), "no bagit.txt")
    raw = open(path, "rb").read()
    require(not raw.startswith(codecs.BOM_UTF8), "bagit.txt has a byte order mark")
    found = re.fullmatch(r"BagIt-Version: (\d+)\.(\d+)\r?\n?Tag-File-Character-Encoding: (\S+)\s*",
                         raw.decode("utf-8").replace("\r", "\n").replace("\n\n", "\n"))
    require(found, "bagit.txt does not declare version and encoding")
    return (int(found[1]), int(found[2])), found[3]

def inside(bag, name):
    """The name as a path below the bag, or Invalid."""
    require(not os.path.isabs(name) and not name.startswith("~") and "\\" not in name
            and not re.match(r"[A-Za-z]:", name), f"{name!r} is out of the bag")
    path = os.path.normpath(name)
    require(path != ".." and not path.startswith("../"), f"{name!r} is out of the bag")
    return path

def decoded(name, version):
    """RFC 8493, 2.1.3: CR, LF and percent, and nothing else."""
    if version < (0, 96):
        return name
    return re.sub("%(0[AaDd]|25)", lambda m: chr(int(m[1], 16)), name)

def manifest(bag, file, version, encoding):
    entries = {}
    for line in re.split(r"\r\n|\r|\n", open(os.path.join(bag, file), "rb").read().decode(encoding)):
        if not line.strip():
            continue
        row = re.fullmatch(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)", line)
        require(row, f"{file}: no row: {line!r}")
        name = inside(bag, decoded(row[2], version))
        require(name not in entries or (version < (1, 0) and entries[name] == row[1].lower()),
                f"{file}: {name!r} is listed twice")
        entries[name] = row[1].lower()
    return entries

def files_below(bag):
    found = set()
    for folder, _, names in os.walk(bag):
        found |= {os.path.relpath(os.path.join(folder, n), bag) for n in names}
    return found

def check_hashes(bag, file, entries, there):
    algorithm = re.search(r"manifest-(\w+)\.txt", file)[1].lower()
    require(algorithm in ALGORITHMS, f"{file}: no such algorithm")
    normal = {unicodedata.normalize("NFC", n): n for n in there}
    for name, wanted in entries.items():
        found = name if name in there else normal.get(unicodedata.normalize("NFC", name))
        require(found, f"{name!r} of {file} is missing")
        got = hashlib.new(algorithm, open(os.path.join(bag, found), "rb").read()).hexdigest()
        require(got == wanted, f"{name!r} is not as {file} says")

def check_info(bag, version, encoding, payload):
    path = os.path.join(bag, "bag-info.txt")
    if not os.path.exists(path):
        return
    text = open(path, "rb").read().decode(encoding)
    if version >= (1, 0):
        for line in re.split(r"\r\n|\r|\n", text):
            require(not line or re.match(r"[ \t]|[^:\s](?:[^:]*[^:\s])?: ?\S?", line),
                    f"bag-info.txt: {line!r}")
    oxum = re.search(r"^Payload-Oxum[ \t]*:[ \t]*(\d+)\.(\d+)", text, re.M)
    if oxum:
        size = sum(os.path.getsize(os.path.join(bag, n)) for n in payload)
        require((int(oxum[1]), int(oxum[2])) == (size, len(payload)), "Payload-Oxum is not right")

def validate(bag):
    version, encoding = declaration(bag)
    require((0, 93) <= version <= (1, 0), "no such version")
    codecs.lookup(encoding)
    there = files_below(bag)
    payload = {n for n in there if n.startswith("data/")}
    require(os.path.isdir(os.path.join(bag, "data")), "no data")
    manifests = sorted(n for n in there if re.fullmatch(r"manifest-\w+\.txt", n))
    tags = sorted(n for n in there if re.fullmatch(r"tagmanifest-\w+\.txt", n))
    require(manifests, "no manifest")
    listed = {}
    for file in manifests + tags:
        listed[file] = manifest(bag, file, version, encoding)
    if "fetch.txt" in there:
        for line in open(os.path.join(bag, "fetch.txt"), "rb").read().decode(encoding).splitlines():
            if line.strip():
                inside(bag, decoded(line.split(None, 2)[2], version))
    normal = lambda names: {unicodedata.normalize("NFC", n) for n in names}
    all_listed = normal(set().union(*(listed[f] for f in manifests)))
    require(normal(payload) <= all_listed, f"not listed: {sorted(normal(payload) - all_listed)}")
    for file in manifests:
        require(version < (1, 0) or normal(payload) == normal(listed[file]), f"{file} is not complete")
    for file in manifests + tags:
        check_hashes(bag, file, listed[file], there)
    check_info(bag, version, encoding, payload)

wrong = 0
for bag in sys.argv[1:]:
    try:
        validate(bag)
    except (Invalid, UnicodeError, LookupError, OSError) as e:
        print(f"{bag}: {e}", file=sys.stderr)
        wrong = 1
sys.exit(wrong)
