"""The structure tree as elements, and what each page draws, by page."""
import functools

from content import Page
from fonts import Font

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 "
    "H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry "
    "Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split())


class Element:
    def __init__(self, tree, ref, parent):
        self.tree, self.ref, self.parent = tree, ref, parent
        self.dict = tree.pdf.get(ref) or {}
        self.tag = str(self.dict.get("/S", ""))[1:]
        self.type = tree.standard(self.tag)
        self.kids, self.content, self.objects = [], [], []
        self.parts = []  # kids and content, in reading order

    def attribute(self, owner, key):
        for attributes in self.tree.pdf.list(self.dict, "/A"):
            attributes = self.tree.pdf.get(attributes)
            if isinstance(attributes, dict) and attributes.get("/O") == owner and key in attributes:
                return self.tree.pdf.get(attributes[key])
        return None

    def types(self):
        return [kid.type for kid in self.kids]

    def ancestors(self):
        element = self.parent
        while element:
            yield element
            element = element.parent

    def within(self):
        """This element and all below, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.within()

    def text(self):
        """What it shows, its kids' too."""
        return "".join(part.text() if isinstance(part, Element) else
                       self.tree.pages.texts.get(part, "") for part in self.parts)

    def __str__(self):
        return f"{self.tag} ({self.ref})"


class Tree:
    def __init__(self, pdf):
        self.pdf, self.pages = pdf, pages(pdf)
        self.root = pdf.get(pdf.catalog, "/StructTreeRoot")
        self.roles = pdf.get(self.root, "/RoleMap") or {}
        self.top, self.loops, seen = [], [], set()
        for kid in pdf.list(self.root, "/K"):
            self._add(kid, None, self.top, seen)
        self.elements = [e for top in self.top for e in top.within()]
        self.holders = {ref: e for e in self.elements for ref in e.objects}

    def standard(self, tag):
        """The standard type that a tag is mapped to; None: to none, or in a circle."""
        seen = set()
        while tag not in STANDARD:
            if tag in seen or "/" + tag not in self.roles:
                return None
            seen.add(tag)
            tag = str(self.roles["/" + tag])[1:]
        return tag

    def _add(self, ref, parent, into, seen):
        if isinstance(ref, str) and ref in seen:
            self.loops.append(ref)
            return
        seen.add(ref if isinstance(ref, str) else id(ref))
        element = Element(self, ref, parent)
        into.append(element)
        page = element.dict.get("/Pg")
        for kid in self.pdf.list(element.dict, "/K"):
            value = self.pdf.get(kid)
            if isinstance(value, int):
                element.content.append((page, value))
                element.parts.append(element.content[-1])
            elif isinstance(value, dict) and value.get("/Type") == "/MCR":
                element.content.append((value.get("/Pg", page), value.get("/MCID")))
                element.parts.append(element.content[-1])
            elif isinstance(value, dict) and value.get("/Type") == "/OBJR":
                element.objects.append(value.get("/Obj"))
            elif isinstance(value, dict):
                known = len(element.kids)
                self._add(kid, element, element.kids, seen)
                element.parts += element.kids[known:]

    def of_object(self, ref):
        """The element that holds an object (an annotation) by OBJR; None where none does."""
        return self.holders.get(ref)


class Pages:
    """All pages read, and the fonts that they use."""

    def __init__(self, pdf):
        self.pdf, self.fonts = pdf, {}
        self.by_ref = {ref: Page(pdf, ref, page, resources) for ref, page, resources in pdf.pages}

    def font(self, dictionary):
        if id(dictionary) not in self.fonts:
            self.fonts[id(dictionary)] = Font(self.pdf, dictionary)
        return self.fonts[id(dictionary)]

    @functools.cached_property
    def glyphs(self):
        """Each code shown, once for a font and rendering mode: (font, code, CID, mode)."""
        seen = {}
        for page in self.by_ref.values():
            for dictionary, string, mode, marks in page.shown:
                if isinstance(dictionary, dict) and dictionary.get("/Subtype") == "/Type0":
                    font = self.font(dictionary)
                    actual = any("/ActualText" in mark.properties for mark in marks)
                    for code, cid in font.codes(string):
                        seen.setdefault((id(font), code, mode, actual),
                                        (font, code, cid, mode, actual))
        return seen.values()

    @functools.cached_property
    def texts(self):
        """What each mark shows, by page and number."""
        found = {}
        for ref, page in self.by_ref.items():
            for dictionary, string, _, marks in page.shown:
                numbered = [mark.mcid for mark in marks if mark.mcid is not None]
                if isinstance(dictionary, dict) and numbered:
                    found.setdefault((ref, numbered[-1]), []).append(
                        self.font(dictionary).text(string))
        return {place: "".join(parts) for place, parts in found.items()}


@functools.lru_cache(maxsize=1)
def pages(pdf):
    return Pages(pdf)


@functools.lru_cache(maxsize=1)
def tree(pdf):
    return Tree(pdf)
