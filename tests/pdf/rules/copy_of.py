"""A copy of a good PDF to make one thing of it wrong, by its objects as qpdf's JSON has them."""
import base64
import json
import os
import subprocess
import zlib


def objects_of(path):
    """The file as qpdf's JSON, without what qpdf makes anew when it writes."""
    said = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=none",
                           path], capture_output=True, check=True)
    whole = json.loads(said.stdout)
    entries = whole["qpdf"][1]
    for key in [key for key, entry in entries.items()
                if entry.get("stream", {}).get("dict", {}).get("/Type") in ("/ObjStm", "/XRef")]:
        del entries[key]
    trailer = entries["trailer"]["value"]
    for key in set(trailer) - {"/Root", "/Info", "/ID", "/Size"}:
        del trailer[key]
    return json.dumps(whole)


class Copy:
    def __init__(self, source):
        self.whole = json.loads(source)
        self.entries = self.whole["qpdf"][1]
        self.trailer = self.entries["trailer"]["value"]
        self.catalog = self.at(self.trailer["/Root"])
        self.info = self.at(self.trailer["/Info"])
        self.root = self.at(self.catalog.get("/StructTreeRoot"))
        self.pages = self._pages(self.catalog["/Pages"])

    def at(self, value):
        """What a reference leads to; of a stream its dictionary. Anything else is itself."""
        entry = self.entries.get(f"obj:{value}") if isinstance(value, str) else None
        if entry is None:
            return value
        return entry["stream"]["dict"] if "stream" in entry else entry["value"]

    def _pages(self, ref):
        node = self.at(ref)
        if "/Kids" not in node:
            return [ref]
        return [page for kid in self.at(node["/Kids"]) for page in self._pages(kid)]

    def page(self, i):
        return self.at(self.pages[i])

    def add(self, value, data=None):
        """A new object, a stream where there are data; returns its reference."""
        ref = f"{len(self.entries) + 1000} 0 R"
        self.entries[f"obj:{ref}"] = {"value": value} if data is None else {
            "stream": {"dict": value, "data": base64.b64encode(data).decode()}}
        return ref

    def hang(self, value):
        """Puts a value where no rule asks what it means."""
        self.catalog["/GRIOT_Test"] = value

    def data(self, ref):
        stream = self.entries[f"obj:{ref}"]["stream"]
        raw = base64.b64decode(stream["data"])
        return zlib.decompress(raw) if "/Filter" in stream["dict"] else raw

    def set_data(self, ref, data):
        stream = self.entries[f"obj:{ref}"]["stream"]
        raw = zlib.compress(data) if "/Filter" in stream["dict"] else data
        stream["data"] = base64.b64encode(raw).decode()

    def edit(self, ref, old, new, last=False):
        """Replaces one occurrence in a stream's data, the first or the last."""
        data = self.data(ref)
        at = data.rfind(old) if last else data.find(old)
        assert at >= 0, (ref, old)
        self.set_data(ref, data[:at] + new + data[at + len(old):])

    def contents(self, i, old, new, last=False):
        self.edit(self.page(i)["/Contents"], old, new, last)

    def append(self, i, more):
        """Adds to a page's contents, after all else."""
        ref = self.page(i)["/Contents"]
        self.set_data(ref, self.data(ref) + b"\n" + more)

    def xmp(self, old, new):
        self.edit(self.catalog["/Metadata"], old, new)

    def resources(self, kind, name, value):
        """Adds a resource to the first page's."""
        self.at(self.page(0)["/Resources"]).setdefault(kind, {})[name] = value

    def elements(self, tag):
        """The elements of one type, in the order in which they were written."""
        found = [entry["value"] for entry in self.entries.values()
                 if isinstance(entry.get("value"), dict)]
        return [value for value in found if value.get("/S") == tag and "/P" in value]

    def element(self, tag, parent, kids=None, **more):
        """A new element; returns its reference."""
        value = {"/S": tag, "/P": parent, **{f"/{key}": v for key, v in more.items()}}
        ref = self.add(value)
        if kids is not None:
            value["/K"] = kids
        self.at(parent).setdefault("/K", [])
        if not isinstance(self.at(parent)["/K"], list):
            self.at(parent)["/K"] = [self.at(parent)["/K"]]
        self.at(parent)["/K"].append(ref)
        return ref

    def document(self):
        top = self.root["/K"]
        return top[0] if isinstance(top, list) else top

    def table(self, lines):
        """A table of its own without content; a line is of cells (type, attributes)."""
        table = self.element("/Table", self.document(), [])
        for line in lines:
            row = self.element("/TR", table, [])
            for tag, attributes in line:
                self.element(tag, row, A={"/O": "/Table", **attributes})
        return table

    def annotations(self, i=0):
        return [self.at(ref) for ref in self.page(i)["/Annots"]]

    def annotate(self, annotation, tag):
        """Adds an annotation to the first page, held by an element of its own."""
        key = self.root["/ParentTreeNextKey"]
        self.root["/ParentTreeNextKey"] = key + 1
        ref = self.add({"/Type": "/Annot", "/Rect": [10, 10, 10, 10], "/F": 4,
                        "/StructParent": key, **annotation})
        element = self.element(tag, self.document())
        self.at(element)["/K"] = {"/Type": "/OBJR", "/Obj": ref, "/Pg": self.pages[0]}
        self.page(0)["/Annots"].append(ref)
        leaf = self.leaf(self.root["/ParentTree"])
        leaf["/Nums"] += [key, element]
        if "/Limits" in leaf:
            leaf["/Limits"][1] = key
        return ref

    def leaf(self, ref, last=True):
        """The last (or first) leaf of a number or name tree."""
        node = self.at(ref)
        while "/Kids" in node:
            node = self.at(self.at(node["/Kids"])[-1 if last else 0])
        return node

    def font(self, kind="/CIDFontType2"):
        """The first font of a kind: (itself, its CID font, its descriptor)."""
        fonts = self.at(self.at(self.page(0)["/Resources"])["/Font"])
        for name in sorted(fonts):
            font = self.at(fonts[name])
            cid_font = self.at(self.at(font["/DescendantFonts"])[0])
            if cid_font["/Subtype"] == kind:
                return font, cid_font, self.at(cid_font["/FontDescriptor"])
        raise KeyError(kind)

    def attachment(self):
        """The first file attached: its specification, its stream's reference."""
        specification = self.at(self.at(self.catalog["/AF"])[0])
        return specification, specification["/EF"]["/F"]

    def intent(self):
        return self.at(self.at(self.catalog["/OutputIntents"])[0])

    def write(self, path):
        objects = path + ".json"
        with open(objects, "w", encoding="ascii") as file:
            json.dump(self.whole, file)
        subprocess.run(["qpdf", "--json-input", "--static-id", "--stream-data=preserve",
                        "--newline-before-endstream", "--object-streams=disable",
                        objects, path], check=True)
        os.remove(objects)
