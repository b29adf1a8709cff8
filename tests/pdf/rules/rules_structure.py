"""Rules of the structure tree: what is tagged, how it nests, how it hangs with the pages."""
import re
from collections import Counter

from reader import text
from rule import PDF, PDFA, PDFUA, rule
from structure import STANDARD, pages, tree

HEADING = re.compile(r"H[1-6]\Z")


@rule(PDFA + "6.7.2.2", PDFUA + "6.2")
def marked(pdf):
    """The catalog says that the file is tagged."""
    if pdf.get(pdf.catalog, "/MarkInfo", "/Marked") is not True:
        yield "not Marked"


@rule(PDFUA + "7.1")
def not_suspect(pdf):
    """The tags are not called suspect."""
    if pdf.get(pdf.catalog, "/MarkInfo", "/Suspects"):
        yield "Suspects"


@rule(PDFA + "6.7.3.3", PDFUA + "7.1")
def tree_present(pdf):
    """There is a structure tree, and something in it."""
    if not tree(pdf).elements:
        yield "no element"


@rule(PDFA + "6.7.3.4", PDFUA + "7.1")
def types_standard(pdf):
    """Each element's type is a standard one, or mapped to one; none of these is mapped anew."""
    for element in tree(pdf).elements:
        if element.type is None:
            yield f"{element}"
    for name in tree(pdf).roles:
        if name[1:] in STANDARD:
            yield f"{name} is mapped to {tree(pdf).roles[name]}"


@rule(PDFUA + "7.1", PDF + "14.7.2")
def parents(pdf):
    """Each element names the parent that it hangs from."""
    for element in tree(pdf).elements:
        above = element.parent.ref if element.parent else pdf.catalog.get("/StructTreeRoot")
        if element.dict.get("/P") != above:
            yield f"{element}: P {element.dict.get('/P')} below {above}"
    yield from (f"{ref} hangs in two places" for ref in tree(pdf).loops)


@rule(PDFUA + "7.1")
def content_marked(pdf):
    """All that is drawn is tagged or an artifact."""
    for ref, page in pages(pdf).by_ref.items():
        for op, marks in page.painted:
            if not any(mark.tag == "/Artifact" or mark.mcid is not None for mark in marks):
                yield f"{ref}: {op}"


@rule(PDFUA + "7.1")
def artifacts_apart(pdf):
    """No artifact stands inside tagged content, nor the other way round."""
    for ref, page in pages(pdf).by_ref.items():
        for mark, around in page.marks:
            for outer in around:
                if {mark.tag == "/Artifact", outer.tag == "/Artifact"} == {True, False} and \
                        (mark.mcid is not None or outer.mcid is not None):
                    yield f"{ref}: {mark.tag} in {outer.tag}"


@rule(PDF + "14.8.2.2")
def artifact_types(pdf):
    """An artifact says of which type it is."""
    for ref, page in pages(pdf).by_ref.items():
        for mark, _ in page.marks:
            if mark.tag == "/Artifact" and mark.properties.get("/Type") not in (
                    "/Pagination", "/Layout", "/Page", "/Background"):
                yield f"{ref}: {mark.properties}"


@rule(PDF + "14.6")
def marks_nest(pdf):
    """Marks open and close in pairs, in or around text objects, never across."""
    for ref, page in pages(pdf).by_ref.items():
        yield from (f"{ref}: {fault}" for fault in page.faults)


@rule(PDF + "14.7.4")
def marks_held(pdf):
    """Each mark's number stands once on its page and in one element, and the other way round."""
    drawn = [(ref, mark.mcid) for ref, page in pages(pdf).by_ref.items()
             for mark, _ in page.marks if mark.mcid is not None]
    held = [content for element in tree(pdf).elements for content in element.content]
    for kind, items in (("on its page", drawn), ("in the tree", held)):
        yield from (f"{item} stands {times} times {kind}"
                    for item, times in Counter(items).items() if times > 1)
    for item in set(drawn) - set(held) if tree(pdf).elements else ():
        yield f"{item} is in no element"
    for item in set(held) - set(drawn):
        yield f"{item} is not on its page"


@rule(PDF + "14.7.4.4")
def parent_tree(pdf):
    """The parent tree leads from each mark and annotation back to its element, and nowhere else."""
    root = tree(pdf)
    found = dict(pdf.tree(pdf.get(root.root, "/ParentTree"), "/Nums"))
    wanted = {}
    owners = {}
    for element in root.elements:
        for page, mcid in element.content:
            owners.setdefault(page, {})[mcid] = element.ref
    for ref, page, _ in pdf.pages:
        if ref in owners:
            wanted[page.get("/StructParents")] = [
                owners[ref].get(i) for i in range(max(owners[ref]) + 1)]
    for _, ref, annotation in pdf.annotations():
        if root.of_object(ref):
            wanted[annotation.get("/StructParent")] = root.of_object(ref).ref
    for key in sorted(set(found) | set(wanted), key=str):
        value = found.get(key)
        value = pdf.get(value) if isinstance(wanted.get(key), list) else value
        if value != wanted.get(key):
            yield f"{key} leads to {str(value)[:60]}, not to {str(wanted.get(key))[:60]}"
    if list(found) != sorted(found):
        yield "its keys do not ascend"
    following = pdf.get(root.root, "/ParentTreeNextKey")
    if found and (not isinstance(following, int) or following <= max(found)):
        yield f"ParentTreeNextKey {following}"


@rule(PDFUA + "7.2")
def language(pdf):
    """The catalog names the language of all that names none itself."""
    if not text(pdf.catalog.get("/Lang")):
        yield "no Lang"


@rule(PDFA + "6.7.4", PDFUA + "7.2")
def language_codes(pdf):
    """A language is named by its code (RFC 3066)."""
    said = [("catalog", pdf.catalog.get("/Lang", "u:"))]
    said += [(str(e), e.dict["/Lang"]) for e in tree(pdf).elements if "/Lang" in e.dict]
    said += [(ref, "u:" + mark.properties["/Lang"].decode("latin-1"))
             for ref, page in pages(pdf).by_ref.items()
             for mark, _ in page.marks if "/Lang" in mark.properties]
    for where, value in said:
        if not re.fullmatch(r"u:|u:[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", value):
            yield f"{where}: {value}"


@rule(PDFUA + "7.4.2")
def headings_ordered(pdf):
    """The first heading is an H1, and none skips a level on the way down."""
    last = 0
    for element in tree(pdf).elements:
        if HEADING.match(element.type or ""):
            level = int(element.type[1])
            if level > last + 1:
                yield f"{element} after H{last}"
            last = level


@rule(PDFUA + "7.4.4")
def headings_of_a_kind(pdf):
    """Headings are numbered, all of them; H alone does not stand beside H1, H2 …"""
    kinds = {e.type for e in tree(pdf).elements}
    if "H" in kinds and any(HEADING.match(kind or "") for kind in kinds):
        yield "H and Hn"


@rule(PDFUA + "7.3", PDFUA + "7.7")
def alternatives(pdf):
    """A figure or formula has a text that stands for it."""
    for element in tree(pdf).elements:
        if element.type in ("Figure", "Formula") and not (
                text(element.dict.get("/Alt")) or "/ActualText" in element.dict):
            yield f"{element}"


@rule(PDFUA + "7.9")
def notes(pdf):
    """A note has an ID of its own."""
    seen = set()
    for element in tree(pdf).elements:
        if element.type == "Note":
            if not element.dict.get("/ID") or element.dict["/ID"] in seen:
                yield f"{element}: {element.dict.get('/ID')}"
            seen.add(element.dict.get("/ID"))


# Of a type: the types that may be its parent, those that may be its kids; None: any
NESTING = {
    "L": (None, {"L", "LI", "Caption"}), "LI": ({"L"}, {"Lbl", "LBody"}), "LBody": ({"LI"}, None),
    "TOC": (None, {"TOC", "TOCI", "Caption"}), "TOCI": ({"TOC"}, None),
    "Table": (None, {"TR", "THead", "TBody", "TFoot", "Caption"}),
    "THead": ({"Table"}, {"TR"}), "TBody": ({"Table"}, {"TR"}), "TFoot": ({"Table"}, {"TR"}),
    "TR": ({"Table", "THead", "TBody", "TFoot"}, {"TH", "TD"}),
    "TH": ({"TR"}, None), "TD": ({"TR"}, None),
}


def misnested(pdf, types):
    for element in tree(pdf).elements:
        if element.type in types:
            above, below = NESTING[element.type]
            if above and (element.parent is None or element.parent.type not in above):
                yield f"{element} in {element.parent}"
            for kid in element.kids if below else ():
                if kid.type not in below:
                    yield f"{kid} in {element}"


@rule(PDFUA + "7.2")
def lists(pdf):
    """Lists are made of items, items of labels and bodies; a caption comes first."""
    yield from misnested(pdf, ("L", "LI", "LBody"))
    for element in tree(pdf).elements:
        if element.type == "L" and "Caption" in element.types()[1:]:
            yield f"{element}: Caption"


@rule(PDFUA + "7.2")
def contents(pdf):
    """Contents are made of their items; a caption comes first."""
    yield from misnested(pdf, ("TOC", "TOCI"))
    for element in tree(pdf).elements:
        if element.type == "TOC" and "Caption" in element.types()[1:]:
            yield f"{element}: Caption"


@rule(PDFUA + "7.2")
def tables_nest(pdf):
    """Tables are made of rows, rows of cells; one head, one foot, bodies, a caption outside."""
    yield from misnested(pdf, ("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"))
    for element in tree(pdf).elements:
        kinds = element.types()
        if element.type == "Table" and (
                kinds.count("THead") > 1 or kinds.count("TFoot") > 1 or kinds.count("Caption") > 1
                or ({"THead", "TFoot"} & set(kinds) and "TBody" not in kinds)
                or "Caption" in kinds[1:-1]):
            yield f"{element}: {kinds}"


def rows(table):
    for kid in table.kids:
        if kid.type == "TR":
            yield kid
        elif kid.type in ("THead", "TBody", "TFoot"):
            yield from (row for row in kid.kids if row.type == "TR")


@rule(PDFUA + "7.2")
def tables_regular(pdf):
    """A table's cells fill a rectangle, none over another."""
    for table in tree(pdf).elements:
        if table.type != "Table":
            continue
        taken, lines = {}, list(rows(table))
        for y, row in enumerate(lines):
            x = 0
            for cell in row.kids:
                while (y, x) in taken:
                    x += 1
                wide = cell.attribute("/Table", "/ColSpan") or 1
                for dy in range(cell.attribute("/Table", "/RowSpan") or 1):
                    for dx in range(wide):
                        if (y + dy, x + dx) in taken:
                            yield f"{table}: {cell} over {taken[y + dy, x + dx]}"
                        taken[y + dy, x + dx] = cell
                x += wide
        across = max((x for _, x in taken), default=-1) + 1
        if set(taken) != {(y, x) for y in range(len(lines)) for x in range(across)}:
            yield f"{table}: holes or ends beyond its {len(lines)} rows of {across}"


@rule(PDFUA + "7.5")
def table_headers(pdf):
    """Each cell's headers are known, by the header cells' Scope or by its own Headers."""
    for table in tree(pdf).elements:
        if table.type != "Table":
            continue
        cells = [cell for row in rows(table) for cell in row.kids]
        scoped = [cell.attribute("/Table", "/Scope") in ("/Row", "/Column", "/Both")
                  for cell in cells if cell.type == "TH"]
        known = {cell.dict.get("/ID") for cell in cells if cell.type == "TH"}
        for cell in cells:
            named = cell.attribute("/Table", "/Headers") or []
            if cell.type == "TD" and (set(named) - known if named
                                      else not scoped or not all(scoped)):
                yield f"{cell}: Headers {named}"


@rule(PDFUA + "7.17")
def outline_is_headings(pdf):
    """The outline has an entry for each heading but the title, of its depth, in its words."""
    headings = [(int(e.type[1]), letters(e.text())) for e in tree(pdf).elements
                if HEADING.match(e.type or "") and e.type != "H1"]
    said = list(outline(pdf, pdf.get(pdf.catalog, "/Outlines", "/First"), 2))
    for (level, heading), (depth, entry) in zip(headings, said):
        if level != depth or heading != entry:
            yield f"H{level} {heading}, at depth {depth} {entry}"
    if len(headings) != len(said):
        yield f"{len(headings)} headings, {len(said)} entries"


def outline(pdf, item, level):
    while item:
        yield level, letters(text(item.get("/Title")))
        yield from outline(pdf, pdf.get(item, "/First"), level + 1)
        item = pdf.get(item, "/Next")


def letters(shown):
    """Text without what setting it changes: capitals, spaces, the hyphens of line ends."""
    return re.sub(r"[\s\u00a0\u202f]+", "", shown.replace("\u00ad", "")).casefold()
