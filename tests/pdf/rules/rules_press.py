"""Rules of a file for a press: PDF/X-4 (ISO 15930-7:2010, on PDF 1.6), and what print asks of inks.

Clauses of ISO 15930-7 are numbered where its published table of contents tells which they are; its
other requirements stand here without a number, with the clause of ISO 32000-1 that they are about.
"""
import rules_file
import rules_fonts
import rules_graphics
import rules_metadata
from content import operations
from reader import Stream, text
from rule import PDF, PDFX, press
from rules_metadata import plain, properties
from structure import pages

PDFX_ID = "{http://www.npes.org/pdfx/ns/id/}"
MEDIA = "{http://ns.adobe.com/xap/1.0/mm/}"
ADOBE_PDF = rules_metadata.ADOBE_PDF
X4 = "ISO 15930-7"
PRINT = "print"  # what the house asks, whatever the standard

# What is asked of every PDF, and of these.
for clauses, function in (
        ((PDF + "7.5",), rules_file.reads_cleanly),
        ((PDF + "7.5.2",), rules_file.header_binary),
        ((X4, PDF + "14.4"), rules_file.trailer_id),
        ((X4, PDF + "7.6"), rules_file.not_encrypted),
        ((X4, PDF + "7.4"), rules_file.filters),
        ((X4, PDF + "7.3.8"), rules_file.streams_inside),
        ((PDFX + "6.25",), rules_file.number_limits),
        ((PDFX + "6.25",), rules_file.string_limit),
        ((PDFX + "6.25",), rules_file.name_limit),
        ((PDFX + "6.25",), rules_file.gstate_depth),
        ((PDFX + "6.24",), rules_file.layers),
        ((X4, PDF + "14.3"), rules_metadata.metadata_present),
        ((X4, PDF + "14.3"), rules_metadata.metadata_well_formed),
        ((X4, PDF + "14.3"), rules_metadata.metadata_equal_info),
        ((X4, PDF + "10.4"), rules_graphics.graphics_states),
        ((PDFX + "6.23",), rules_graphics.rendering_intents),
        ((PDFX + "6.20",), rules_graphics.blend_modes),
        ((PDFX + "6.14",), rules_graphics.forms),
        ((X4, PDF + "8.9.5"), rules_graphics.pictures),
        ((PDFX + "6.5",), rules_fonts.fonts_embedded),
        ((PDFX + "6.5",), rules_fonts.glyphs_present),
        ((PDF + "9.7",), rules_fonts.font_dictionaries),
        ((PDF + "9.7.5",), rules_fonts.cmaps_embedded),
        ((PDF + "9.7.4",), rules_fonts.widths)):
    press(*clauses)(function)


@press(PDFX + "6.1")
def version(pdf):
    """The file is of PDF 1.6 and says nothing else of itself."""
    if not pdf.bytes.startswith(b"%PDF-1.6") or "/Version" in pdf.catalog:
        yield f"{pdf.bytes[:8]}, {pdf.catalog.get('/Version')}"


@press(PRINT)
def plain_objects(pdf):
    """Objects stand one by one under a cross-reference table, as old machines read them."""
    kinds = {value.dict.get("/Type") for value in pdf.objects.values() if isinstance(value, Stream)}
    yield from sorted(kinds & {"/ObjStm", "/XRef"})


@press(X4, PDF + "14.3")
def declared(pdf):
    """The metadata declare PDF/X-4."""
    said = plain(properties(pdf).get(PDFX_ID + "GTS_PDFXVersion"))
    if said != "PDF/X-4":
        yield f"{said}"


@press(PDFX + "6.10")
def identified(pdf):
    """The metadata tell this file from others and from its versions."""
    found = properties(pdf)
    for name in ("DocumentID", "VersionID", "RenditionClass"):
        if not plain(found.get(MEDIA + name)):
            yield f"no {name}"


@press(X4, PDF + "14.3.3")
def facts_given(pdf):
    """Title and dates are given."""
    info = pdf.get(pdf.trailer, "/Info") or {}
    yield from (key for key in ("/Title", "/CreationDate", "/ModDate")
                if not text(pdf.get(info, key)))


@press(X4, PDF + "14.11.6")
def trapped(pdf):
    """Whether it was trapped is told, and told alike in both places."""
    said = pdf.get(pdf.trailer, "/Info", "/Trapped")
    also = plain(properties(pdf).get(ADOBE_PDF + "Trapped"))
    if said not in ("/True", "/False") or also != said[1:]:
        yield f"{said}, {also}"


@press(PDFX + "6.4", PDF + "14.11.5")
def one_intent(pdf):
    """One output intent is for a press; it names its condition, and says more where none is registered."""
    intents = [pdf.get(intent) for intent in pdf.list(pdf.catalog, "/OutputIntents")]
    intents = [intent for intent in intents if intent.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"{len(intents)} intents"
    for intent in intents:
        if not text(pdf.get(intent, "/OutputConditionIdentifier")):
            yield "no condition"
        if not (text(pdf.get(intent, "/RegistryName")) or text(pdf.get(intent, "/Info"))):
            yield "neither RegistryName nor Info"
        if "/DestOutputProfileRef" in intent:
            yield "the profile is elsewhere"


def press_profiles(pdf):
    for intent, profile in rules_graphics.profiles(pdf):
        if intent.get("/S") == "/GTS_PDFX":
            yield profile, (profile.data() if isinstance(profile, Stream) else None) or b""


@press(PDFX + "6.4", "ISO 15076-1, 7.2")
def press_profile(pdf):
    """Its profile is in the file, whole, of a press with four inks, and goes both ways."""
    for profile, data in press_profiles(pdf):
        if len(data) < 132 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
            yield "the profile is not one of ICC"
            continue
        if (data[12:16], data[16:20], profile.dict.get("/N")) != (b"prtr", b"CMYK", 4) or data[8] > 4:
            yield f"class {data[12:16]}, space {data[16:20]}, version {data[8]}"
        count = int.from_bytes(data[128:132], "big")
        tags = {data[132 + 12 * i:136 + 12 * i] for i in range(count)}
        yield from (f"no {tag}" for tag in (b"A2B1", b"B2A1", b"B2A0") if tag not in tags)


def box(pdf, page, key):
    found = pdf.get(page, key)
    return [float(v) for v in found] if isinstance(found, list) and len(found) == 4 else None


def within(inner, outer):
    return inner[0] >= outer[0] and inner[1] >= outer[1] and \
        inner[2] <= outer[2] and inner[3] <= outer[3]


@press(X4, PDF + "14.11.2")
def boxes(pdf):
    """A page has its trim within its bleed within its paper, and no ArtBox beside."""
    for ref, page, _ in pdf.pages:
        media, trim = box(pdf, page, "/MediaBox"), box(pdf, page, "/TrimBox")
        bleed = box(pdf, page, "/BleedBox") or trim
        if not media or not trim or "/ArtBox" in page:
            yield f"{ref}: MediaBox {media}, TrimBox {trim}, ArtBox {page.get('/ArtBox')}"
        elif not within(trim, bleed) or not within(bleed, media):
            yield f"{ref}: {trim} in {bleed} in {media}"
        elif "/CropBox" in page and not within(bleed, box(pdf, page, "/CropBox")):
            yield f"{ref}: CropBox {page['/CropBox']}"


@press(X4, PDF + "8.6")
def device_inks(pdf):
    """Colours are inks, grey, or have a profile: red, green and blue of no known screen are none."""
    for ref, page in pages(pdf).by_ref.items():
        if "RGB" in page.spaces:
            yield f"{ref}: DeviceRGB"


@press(PDFX + "6.18")
def no_actions(pdf):
    """Nothing happens when the file is opened, read or left."""
    yield from (key for key in ("/OpenAction", "/AA") if key in pdf.catalog)
    if pdf.get(pdf.catalog, "/Names", "/JavaScript"):
        yield "JavaScript"
    for ref, value in pdf.dictionaries:
        if value.get("/S") in ("/JavaScript", "/Launch", "/URI") and "/Type" in value \
                and value["/Type"] == "/Action" or "/AA" in value and value is not pdf.catalog:
            yield f"{ref}: an action"


@press(X4, PDF + "12.5")
def no_annotations(pdf):
    """No annotation lies where there may be ink; links and notes are not printed."""
    for page_ref, _, annotation in pdf.annotations():
        yield f"{page_ref}: {annotation.get('/Subtype')}"


@press(PDFX + "6.26")
def no_fields(pdf):
    """Nothing is to be filled in or signed."""
    if pdf.list(pdf.catalog, "/AcroForm", "/Fields"):
        yield "AcroForm"


@press(PRINT)
def nothing_attached(pdf):
    """No file is attached."""
    if pdf.get(pdf.catalog, "/Names", "/EmbeddedFiles") or "/AF" in pdf.catalog:
        yield "attached files"


@press(PDFX + "6.19", PDF + "7.8.2")
def operators_known(pdf):
    """Contents use the standard's operators, and none that a reader may pass over."""
    for ref, page in pages(pdf).by_ref.items():
        named = [op for part in page.texts for op, _ in operations(part)]
        strange = page.unknown + [op for op in named if op in ("BX", "EX")]
        if strange:
            yield f"{ref}: {strange[:5]}"


# --- inks, as the pages' contents have them ---

LIMIT, ONE_PLATE, THINNEST, TINTED = 300, 12, 0.25, 0.5


class Ink:
    """The state of a page's contents: scale, inks, overprint, size."""

    def __init__(self, scale=1.0, fill=(0, 0, 0, 1), overprint=False, size=0.0):
        self.scale, self.fill, self.overprint, self.size = scale, fill, overprint, size


def inked(pdf):
    """What each page prints, as (reference, "text" or "rule", inks, points, overprint)."""
    for ref, _, resources in pdf.pages:
        state, saved = Ink(), []
        page = pages(pdf).by_ref[ref]
        rect = None
        for op, operands in operations(b"\n".join(page.texts)):
            if op == "q":
                saved.append(Ink(state.scale, state.fill, state.overprint, state.size))
            elif op == "Q" and saved:
                state = saved.pop()
            elif op == "cm":
                state.scale *= abs(operands[0] * operands[3] - operands[1] * operands[2]) ** 0.5
            elif op == "k":
                state.fill = tuple(operands)
            elif op == "gs":
                found = pdf.get(resources, "/ExtGState", operands[0]) or {}
                state.overprint = found.get("/op", False) and found.get("/OPM") == 1
            elif op == "Tf":
                state.size = operands[1]
            elif op == "re":
                rect = min(abs(operands[2]), abs(operands[3]))
            elif op == "f" and rect is not None:
                yield ref, "rule", state.fill, rect * state.scale, state.overprint
            elif op in ("Tj", "TJ"):
                yield ref, "text", state.fill, state.size * state.scale, state.overprint


@press(PRINT)
def ink_limit(pdf):
    """The paper takes all the ink that lies upon it."""
    for ref, kind, fill, _, _ in inked(pdf):
        if sum(fill) * 100 > LIMIT + 0.01:
            yield f"{ref}: {kind} of {fill}"


@press(PRINT)
def small_text(pdf):
    """Text under 12 pt is on one plate."""
    for ref, kind, fill, size, _ in inked(pdf):
        if kind == "text" and size < ONE_PLATE - 0.01 and sum(ink > 0 for ink in fill) > 1:
            yield f"{ref}: {size} pt of {fill}"


@press(PRINT)
def thin_rules(pdf):
    """Rules are of 0.25 pt or more; tints of 0.5 pt or more."""
    for ref, kind, fill, thick, _ in inked(pdf):
        least = THINNEST if fill == (0, 0, 0, 1) else TINTED
        if kind == "rule" and thick < least - 0.006:
            yield f"{ref}: {thick:.3f} pt of {fill}"


@press(PRINT, PDF + "11.7.4")
def black_overprints(pdf):
    """Black overprints, and nothing else does."""
    for ref, kind, fill, _, overprint in inked(pdf):
        if overprint != (fill == (0, 0, 0, 1)):
            yield f"{ref}: {kind} of {fill}"
