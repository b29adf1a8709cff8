"""Rules of fonts: what their dictionaries say, what is embedded, what each code shown means."""
import re

from reader import Stream
from rule import PDF, PDFA, PDFUA, rule
from structure import pages


def shown_fonts(pdf):
    """Each font that shows something, once."""
    found = {}
    for page in pages(pdf).by_ref.values():
        for dictionary, _, _, _ in page.shown:
            found.setdefault(id(dictionary), dictionary)
    return found.values()


def composite(pdf):
    for dictionary in shown_fonts(pdf):
        if isinstance(dictionary, dict) and dictionary.get("/Subtype") == "/Type0":
            yield pages(pdf).font(dictionary)


@rule(PDFA + "6.2.11.2")
def font_dictionaries(pdf):
    """Fonts are composite, each dictionary of the right type, under one name."""
    for dictionary in shown_fonts(pdf):
        if not isinstance(dictionary, dict) or dictionary.get("/Type") != "/Font" or \
                dictionary.get("/Subtype") != "/Type0":
            yield f"{dictionary}"
    for font in composite(pdf):
        if font.cid_font.get("/Type") != "/Font" or \
                font.cid_font.get("/Subtype") not in ("/CIDFontType0", "/CIDFontType2"):
            yield f"{font.name}: {font.cid_font.get('/Type')} {font.cid_font.get('/Subtype')}"
        names = font.cid_font.get("/BaseFont"), font.descriptor.get("/FontName")
        if not names[0] or names[0] != names[1] or not font.dict.get("/BaseFont"):
            yield f"{font.name}: names {names}"


@rule(PDF + "9.6.4")
def subset_names(pdf):
    """A font's name begins with six capitals and a plus: all are subsets."""
    for font in composite(pdf):
        if not re.match(r"/[A-Z]{6}\+.", str(font.cid_font.get("/BaseFont"))):
            yield f"{font.cid_font.get('/BaseFont')}"


@rule(PDFA + "6.2.11.3.1", PDFUA + "7.21.3.1")
def character_collections(pdf):
    """A font's CMap is of the collection that its glyphs are of."""
    for font in composite(pdf):
        of_font = pdf.get(font.cid_font, "/CIDSystemInfo") or {}
        of_font = {key[1:]: str(value).removeprefix("u:") for key, value in of_font.items()}
        for info in (font.cmap.info if font.cmap else of_font,
                     {key[1:]: str(value).removeprefix("u:") for key, value in (
                         pdf.get(font.encoding, "/CIDSystemInfo") or {}).items()}
                     if font.cmap else of_font):
            if not of_font or info.get("Registry") != of_font.get("Registry") or \
                    info.get("Ordering") != of_font.get("Ordering") or \
                    int(info.get("Supplement", 0)) < int(of_font.get("Supplement", 0)):
                yield f"{font.name}: {info}, {of_font}"


@rule(PDFA + "6.2.11.3.2", PDFUA + "7.21.3.2")
def glyph_maps(pdf):
    """A TrueType font says how its CIDs become glyphs."""
    for font in composite(pdf):
        table = pdf.get(font.cid_font, "/CIDToGIDMap")
        if font.cid_font.get("/Subtype") == "/CIDFontType2" and \
                table != "/Identity" and not isinstance(table, Stream):
            yield f"{font.name}: CIDToGIDMap {table}"


@rule(PDFA + "6.2.11.3.3", PDFUA + "7.21.3.3")
def cmaps_embedded(pdf):
    """A CMap is Identity or embedded; it leans on no other, and has one writing direction."""
    for font in composite(pdf):
        if font.encoding not in ("/Identity-H", "/Identity-V") and not font.cmap:
            yield f"{font.name}: {font.encoding}"
        if font.cmap:
            said = font.encoding.dict.get("/WMode", 0)
            inside = int(font.cmap.wmode[1]) if font.cmap.wmode else 0
            if said != inside or font.cmap.uses or "/UseCMap" in font.encoding.dict:
                yield f"{font.name}: WMode {said} and {inside}, uses {font.cmap.uses}"


@rule(PDFA + "6.1.13")
def cid_limit(pdf):
    """CIDs are at most 65,535."""
    for font in composite(pdf):
        if font.cmap and max(font.cmap.cids.values(), default=0) > 65535:
            yield font.name


@rule(PDFA + "6.2.11.4.1", PDFUA + "7.21.4.1")
def fonts_embedded(pdf):
    """The program of every font that shows something is in the file, and can be read."""
    for font in composite(pdf):
        key, kinds = ("/FontFile2", (None, "/OpenType")) \
            if font.cid_font.get("/Subtype") == "/CIDFontType2" \
            else ("/FontFile3", ("/CIDFontType0C", "/OpenType"))
        program = pdf.get(font.descriptor, key)
        if not isinstance(program, Stream) or program.dict.get("/Subtype") not in kinds:
            yield f"{font.name}: {key} is {program and program.dict}"
        elif font.program is None:
            yield f"{font.name}: its program cannot be read"


def drawn(pdf):
    """Each code shown whose font's program can be read: (font, code, CID)."""
    for font, code, cid, mode, _ in pages(pdf).glyphs:
        if mode != 3 and font.program is not None:
            yield font, code.hex(), cid


@rule(PDFA + "6.2.11.4.1", PDFUA + "7.21.4.1")
def glyphs_present(pdf):
    """The program has the glyph of each code shown."""
    for font, code, cid in drawn(pdf):
        if font.glyph(cid) is None:
            yield f"{font.name}: code {code}, CID {cid}"


@rule(PDFA + "6.2.11.8", PDFUA + "7.21.8")
def no_notdef(pdf):
    """No code shown stands for .notdef."""
    for font, code, cid in drawn(pdf):
        if font.glyph(cid) == 0:
            yield f"{font.name}: code {code}, CID {cid}"


@rule(PDFA + "6.2.11.4.2", PDFUA + "7.21.4.2")
def no_cid_sets(pdf):
    """No font has a CIDSet: none is asked for, and one that lists amiss is wrong."""
    for font in composite(pdf):
        if "/CIDSet" in font.descriptor:
            yield font.name


@rule(PDFA + "6.2.11.5", PDFUA + "7.21.5")
def widths(pdf):
    """A glyph's width as said is the program's, to a thousandth of an em."""
    for font, code, cid in drawn(pdf):
        if font.glyph(cid) is not None and abs(font.advance(cid) - font.width(cid)) > 1:
            yield f"{font.name}: code {code}, {font.width(cid)} said, {font.advance(cid):.1f} drawn"


@rule(PDFA + "6.2.11.7.2", PDFUA + "7.21.7")
def unicode_known(pdf):
    """Each code shown has its text."""
    for font, code, _, _, _ in pages(pdf).glyphs:
        if not (font.unicode and font.unicode.texts.get(code)):
            yield f"{font.name}: code {code.hex()}"


@rule(PDFA + "6.2.11.7.2", PDFUA + "7.21.7")
def unicode_valid(pdf):
    """No code's text has U+0000, U+FEFF or U+FFFE."""
    for font, code, _, _, _ in pages(pdf).glyphs:
        known = font.unicode.texts.get(code, "") if font.unicode else ""
        if set(known) & set("\0\ufeff\ufffe"):
            yield f"{font.name}: code {code.hex()}"


@rule(PDFA + "6.2.11.7.3")
def unicode_public(pdf):
    """A code whose text is for private use stands under an ActualText."""
    for font, code, _, _, actual in pages(pdf).glyphs:
        known = font.unicode.texts.get(code, "") if font.unicode else ""
        if not actual and any(0xE000 <= ord(c) <= 0xF8FF or ord(c) >= 0xF0000 for c in known):
            yield f"{font.name}: code {code.hex()}"
