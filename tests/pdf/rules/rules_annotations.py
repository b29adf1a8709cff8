"""Rules of annotations: their kinds, flags, words, place in the tree, and where links lead."""
from reader import text
from rule import PDF, PDFA, PDFUA, rule
from structure import tree

KINDS = {"/" + name for name in (
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut "
    "Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact").split()}
HIDDEN, PRINT = 2, 4
UNSEEN = 1 | 2 | 32 | 256  # invisible, hidden, no view, toggle no view


def kind(annotation):
    return annotation.get("/Subtype")


@rule(PDFA + "6.3.1", PDFUA + "7.18.2")
def annotation_kinds(pdf):
    """Annotations are of the standard's kinds, without sound, film, 3D or trap nets."""
    for _, ref, annotation in pdf.annotations():
        if kind(annotation) not in KINDS - {"/TrapNet"}:
            yield f"{ref}: {kind(annotation)}"


@rule(PDFA + "6.3.2")
def annotation_flags(pdf):
    """An annotation is printed and never hidden."""
    for _, ref, annotation in pdf.annotations():
        flags = annotation.get("/F")
        if kind(annotation) != "/Popup" and (flags is None or not flags & PRINT or flags & UNSEEN):
            yield f"{ref}: F {flags}"


@rule(PDFA + "6.3.3")
def annotation_looks(pdf):
    """An annotation that is seen brings its appearance, the normal one only."""
    for _, ref, annotation in pdf.annotations():
        box, looks = pdf.list(annotation, "/Rect"), pdf.get(annotation, "/AP")
        empty = len(box) == 4 and box[0] == box[2] and box[1] == box[3]
        if looks is None and not empty and kind(annotation) not in ("/Popup", "/Link"):
            yield f"{ref} has none"
        if looks is not None and list(looks) != ["/N"]:
            yield f"{ref}: {list(looks)}"


@rule(PDFA + "6.4.1", PDFA + "6.4.2", PDFUA + "7.15")
def form_fields(pdf):
    """Forms do nothing and are complete: no actions, no XFA, no appearance left to the reader."""
    form = pdf.get(pdf.catalog, "/AcroForm") or {}
    if form.get("/NeedAppearances") or "/XFA" in form or pdf.catalog.get("/NeedsRendering"):
        yield f"{form}"
    widgets = [(ref, a) for _, ref, a in pdf.annotations() if kind(a) == "/Widget"]
    for ref, field in widgets + [(ref, pdf.get(ref)) for ref in pdf.list(form, "/Fields")]:
        yield from (f"{ref} has {key}" for key in ("/A", "/AA") if key in field)


@rule(PDFUA + "7.18.1")
def annotation_words(pdf):
    """An annotation says in words what it is; a field by TU."""
    for _, ref, annotation in pdf.annotations():
        element = tree(pdf).of_object(ref)
        words = annotation.get("/TU") if kind(annotation) == "/Widget" \
            else annotation.get("/Contents")
        if not text(words) and not (element and text(element.dict.get("/Alt"))) and \
                not annotation.get("/F", 0) & HIDDEN and kind(annotation) != "/Link":
            yield f"{ref}"


@rule(PDFUA + "7.18.5")
def link_words(pdf):
    """A link says in words where it leads."""
    for _, ref, annotation in pdf.annotations():
        if kind(annotation) == "/Link" and not text(annotation.get("/Contents")):
            yield f"{ref}"


@rule(PDFUA + "7.18.1", PDFUA + "7.18.4", PDFUA + "7.18.5")
def annotations_tagged(pdf):
    """A link hangs in a Link, a field's widget alone in a Form, another annotation in an Annot."""
    for _, ref, annotation in pdf.annotations():
        element = tree(pdf).of_object(ref)
        wanted = {"/Link": "Link", "/Widget": "Form"}.get(kind(annotation), "Annot")
        if kind(annotation) in ("/Popup", "/PrinterMark"):
            continue
        if element is None or element.type != wanted:
            yield f"{ref}: {kind(annotation)} in {element}"
        elif wanted == "Form" and len(element.objects) + len(element.kids) != 1:
            yield f"{element} holds more than its widget"


@rule(PDFUA + "7.18.3")
def tab_order(pdf):
    """A page's annotations are met in the order of the tree."""
    for ref, page, _ in pdf.pages:
        if pdf.list(page, "/Annots") and page.get("/Tabs") != "/S":
            yield f"{ref}: Tabs {page.get('/Tabs')}"


@rule(PDFUA + "7.18.8")
def printer_marks(pdf):
    """A printer's mark is no part of the tree."""
    for _, ref, annotation in pdf.annotations():
        if kind(annotation) == "/PrinterMark" and tree(pdf).of_object(ref):
            yield f"{ref}"


@rule(PDF + "12.3.2")
def destinations(pdf):
    """Links and the outline lead to pages that are there."""
    known = {f"u:{name[2:]}": place for name, place in
             pdf.tree(pdf.get(pdf.catalog, "/Names", "/Dests"), "/Names")}
    on = {ref for ref, _, _ in pdf.pages}
    for ref, dictionary in pdf.dictionaries:
        for place in (dictionary.get("/Dest"), dictionary.get("/D")
                      if dictionary.get("/S") == "/GoTo" else None):
            if place is None:
                continue
            target = pdf.get(known.get(place) if isinstance(place, str) and place[:2] == "u:"
                             else place)
            target = target.get("/D") if isinstance(target, dict) else target
            if not isinstance(target, list) or target[0] not in on:
                yield f"{ref}: {place}"
