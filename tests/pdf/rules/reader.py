"""A finished PDF as an independent reader sees it: qpdf's objects, and the file's own bytes.

Values are those of qpdf's JSON: names are "/Name", strings "u:text" or "b:hex", references "5 0 R".
"""
import base64
import functools
import json
import re
import subprocess
import zlib

REFERENCE = re.compile(r"\d+ \d+ R\Z")


class Unreadable(Exception):
    """qpdf makes nothing of the file."""


@functools.lru_cache(maxsize=None)
def inflate(raw):
    return zlib.decompress(raw)


class Stream:
    def __init__(self, entry):
        self.dict = entry["dict"]
        self.raw = base64.b64decode(entry.get("data", ""))

    def filters(self):
        named = self.dict.get("/Filter", [])
        return [named] if isinstance(named, str) else named

    def data(self):
        """The bytes once decoded; None where a filter other than Flate stands before them."""
        if not self.filters():
            return self.raw
        if self.filters() != ["/FlateDecode"] or "/DecodeParms" in self.dict:
            return None
        try:
            return inflate(self.raw)
        except zlib.error:
            return None


class Pdf:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        said = subprocess.run(
            ["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=none", path],
            capture_output=True)
        self.warnings = [line for line in said.stderr.decode("utf-8", "replace").splitlines()
                         if "WARNING" in line]
        if said.returncode not in (0, 3):
            raise Unreadable(said.stderr.decode("utf-8", "replace"))
        self.header, entries = json.loads(
            said.stdout.decode("utf-8", "surrogateescape"))["qpdf"]
        self.trailer = entries.pop("trailer")["value"]
        self.objects = {
            key[len("obj:"):]: Stream(e["stream"]) if "stream" in e else e["value"]
            for key, e in entries.items()}
        self.offsets = self._offsets(path)
        self.catalog = self.get(self.trailer, "/Root") or {}
        self.pages = list(self._pages(self.catalog.get("/Pages"), {}))

    def _offsets(self, path):
        """Where each object that is not in an object stream begins."""
        said = subprocess.run(["qpdf", "--show-xref", path], capture_output=True, text=True)
        found = re.findall(r"^(\d+)/(\d+): uncompressed; offset = (\d+)", said.stdout, re.M)
        return {f"{number} {generation} R": int(offset) for number, generation, offset in found}

    def get(self, value, *keys):
        """What VALUE refers to; with keys, what stands there in the dictionary. None: not there."""
        value = self._resolve(value)
        for key in keys:
            if isinstance(value, Stream):
                value = value.dict
            value = self._resolve(value.get(key)) if isinstance(value, dict) else None
        return value

    def _resolve(self, value):
        while isinstance(value, str) and REFERENCE.match(value):
            value = self.objects.get(value)
        return value

    def list(self, value, *keys):
        """Likewise, as a list, its items as they stand: none where nothing is there, one where it
        is no array."""
        if keys:
            value = self.get(value, *keys[:-1])
            value = value.dict if isinstance(value, Stream) else value
            value = value.get(keys[-1]) if isinstance(value, dict) else None
        found = self.get(value)
        if found is None:
            return []
        return found if isinstance(found, list) else [value]

    def _pages(self, ref, inherited):
        """Each page as (reference, own dictionary, resources in force)."""
        node = self.get(ref)
        if not isinstance(node, dict):
            return
        resources = node.get("/Resources", inherited)
        if "/Kids" not in node:
            yield ref, node, self.get(resources)
        for kid in self.list(node, "/Kids"):
            yield from self._pages(kid, resources)

    def annotations(self):
        """Each annotation as (page's reference, its own, dictionary)."""
        for page_ref, page, _ in self.pages:
            for ref in self.list(page, "/Annots"):
                yield page_ref, ref, self.get(ref)

    @functools.cached_property
    def values(self):
        """Every value of the file, streams' and nested ones too, as (where, value)."""
        return [(ref, found) for ref, value in self.objects.items()
                for found in walk(value.dict if isinstance(value, Stream) else value)]

    @functools.cached_property
    def dictionaries(self):
        """Every dictionary, likewise."""
        return [(where, value) for where, value in self.values if isinstance(value, dict)]

    def tree(self, ref, leaves):
        """The pairs of a name tree (leaves "/Names") or number tree ("/Nums")."""
        node = self.get(ref)
        pairs = self.list(node, leaves)
        yield from zip(pairs[0::2], pairs[1::2])
        for kid in self.list(node, "/Kids"):
            yield from self.tree(kid, leaves)


def walk(value):
    """The value and all that stand inside it, references not followed."""
    yield value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def string_bytes(value):
    """The length that a string of qpdf's JSON has in the file, in bytes; None: it is no string."""
    if not isinstance(value, str) or value[:2] not in ("u:", "b:"):
        return None
    if value.startswith("b:"):
        return len(value[2:]) // 2
    text = value[2:]
    return len(text) if text.isascii() else 2 + len(text.encode("utf-16-be"))


# PDFDocEncoding where it is not Latin-1 (ISO 32000-1, annex D.3).
DOC_ENCODING = dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"), strict=True) | {0xA0: "€"}


def text(value):
    """A text string without its mark; "" where there is none. Of short ones with accents qpdf gives the
    bytes."""
    if not isinstance(value, str) or value[:2] not in ("u:", "b:"):
        return ""
    if value.startswith("u:"):
        return value[2:]
    return "".join(DOC_ENCODING.get(c, chr(c)) for c in bytes.fromhex(value[2:]))
