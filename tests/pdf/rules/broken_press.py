"""broken_press.py FILE DIRECTORY: each rule for a press, proven as broken.py proves the others."""
import sys

import rules_press
from broken import cmap, drop, program, prove, replace, stray_stream, width
from rule import PRESS

assert rules_press
BLACK, TINT = b"0 0 0 1 k /O gs ", b"0 0 0 .4 k /K gs "
IMAGE = b"9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G %s ID x EI"


def put(c, data):
    """Adds to what the first page prints, in a stream of its own."""
    c.page(0)["/Contents"].append(c.add({}, b"q\n" + data + b"\nQ\n"))


def use(c, kind, name, value, data):
    """Likewise, with a resource."""
    c.resources(kind, name, value)
    put(c, data)


def state(c, **entries):
    use(c, "/ExtGState", "/Gx", {f"/{key}": value for key, value in entries.items()}, b"/Gx gs")


def image(c, **entries):
    use(c, "/XObject", "/Ix", c.add({
        "/Type": "/XObject", "/Subtype": "/Image", "/Width": 1, "/Height": 1,
        "/BitsPerComponent": 8, "/ColorSpace": "/DeviceGray",
        **{f"/{key}": value for key, value in entries.items()}}, b"x"), b"9 0 0 9 0 0 cm /Ix Do")


def annotate(c):
    c.page(0)["/Annots"] = [c.add({"/Type": "/Annot", "/Subtype": "/Link", "/F": 4,
                                   "/Rect": [50, 50, 90, 90]})]


def action(c, **entries):
    c.hang({"/Type": "/Action", **{f"/{key}": value for key, value in entries.items()}})


def second_intent(c):
    c.at(c.catalog["/OutputIntents"]).append(c.add(dict(c.intent())))


def profile(c, old, new):
    c.edit(c.intent()["/DestOutputProfile"], old, new)


def page_box(c, key, value):
    c.page(0)[key] = value


def map_space(c, cid):
    cmap(c, b"endcmap", b"1 begincidchar\n<20>%d\nendcidchar\nendcmap" % cid, "/CIDFontType2")


# rules that must be broken, change
OBJECTS = [
    ("", lambda c: None),
    ("filters", lambda c: stray_stream(c, Filter="/LZWDecode")),
    ("filters", lambda c: put(c, IMAGE % b"/F /LZW")),
    ("streams_inside", lambda c: stray_stream(c, F={"/F": "u:elsewhere"})),
    ("number_limits", lambda c: c.hang(2**31)),
    ("string_limit", lambda c: c.hang("u:" + "a" * 32768)),
    ("name_limit", lambda c: c.hang("/" + "a" * 128)),
    ("gstate_depth", lambda c: put(c, b"q " * 28 + b"Q " * 28)),
    ("layers", lambda c: c.catalog.update({"/OCProperties": {"/OCGs": [], "/D": {}}})),
    ("metadata_present declared identified trapped", lambda c: drop(c.catalog, "/Metadata")),
    ("metadata_well_formed", lambda c: c.xmp(b' id="', b' bytes="100" id="')),
    ("metadata_equal_info", lambda c: c.info.update({"/Title": "u:Autre"})),
    ("declared", lambda c: c.xmp(b"PDF/X-4<", b"PDF/X-3<")),
    ("identified", lambda c: c.xmp(b"xmpMM:VersionID>1</xmpMM:VersionID", b"xmpMM:A>1</xmpMM:A")),
    ("facts_given", lambda c: drop(c.info, "/ModDate")),
    ("facts_given", lambda c: drop(c.info, "/Title")),
    ("trapped", lambda c: c.info.update({"/Trapped": "/Unknown"})),
    ("trapped", lambda c: c.xmp(b"Trapped>False", b"Trapped>True")),
    ("version", lambda c: c.catalog.update({"/Version": "/1.7"})),
    # the press
    ("one_intent", lambda c: drop(c.catalog, "/OutputIntents")),
    ("one_intent", second_intent),
    ("one_intent", lambda c: drop(c.intent(), "/OutputConditionIdentifier")),
    ("", lambda c: drop(c.intent(), "/RegistryName")),
    ("one_intent", lambda c: (drop(c.intent(), "/RegistryName"), drop(c.intent(), "/Info"))),
    ("one_intent", lambda c: c.intent().update({"/DestOutputProfileRef": {}})),
    ("press_profile", lambda c: drop(c.intent(), "/DestOutputProfile")),
    ("press_profile", lambda c: profile(c, b"prtr", b"mntr")),
    ("press_profile", lambda c: profile(c, b"CMYK", b"RGB ")),
    ("press_profile", lambda c: profile(c, b"B2A1", b"B2AX")),
    ("press_profile", lambda c: profile(c, b"acsp", b"acs ")),
    ("boxes", lambda c: drop(c.page(0), "/TrimBox")),
    ("boxes", lambda c: page_box(c, "/ArtBox", c.page(0)["/TrimBox"])),
    ("boxes", lambda c: page_box(c, "/TrimBox", [0, 0, 99, 99])),
    ("boxes", lambda c: page_box(c, "/BleedBox", [-1, 0, 9999, 999])),
    ("boxes", lambda c: page_box(c, "/CropBox", c.page(0)["/TrimBox"])),
    ("", lambda c: page_box(c, "/CropBox", c.page(0)["/BleedBox"])),
    # what is drawn
    ("operators_known", lambda c: put(c, b"griot")),
    ("operators_known", lambda c: put(c, b"BX griot EX")),
    ("operators_known", lambda c: put(c, b"BX EX")),
    ("device_inks", lambda c: put(c, b"1 0 0 rg 0 0 9 9 re n")),
    ("device_inks", lambda c: image(c, ColorSpace="/DeviceRGB")),
    ("", lambda c: image(c)),
    ("pictures", lambda c: image(c, Alternates=[])),
    ("pictures", lambda c: image(c, OPI={})),
    ("graphics_states", lambda c: state(c, TR="/Identity")),
    ("", lambda c: state(c, TR2="/Default")),
    ("rendering_intents", lambda c: put(c, b"/Vivid ri")),
    ("blend_modes", lambda c: state(c, BM="/Vivid")),
    ("", lambda c: state(c, BM="/Multiply", ca=0.5)),
    ("forms", lambda c: stray_stream(c, Type="/XObject", Subtype="/PS")),
    ("fonts_embedded", lambda c: drop(c.font()[2], "/FontFile2")),
    ("fonts_embedded", lambda c: program(c, b"not a font")),
    ("glyphs_present", lambda c: map_space(c, 999)),
    ("font_dictionaries", lambda c: drop(c.font()[1], "/Type")),
    ("cmaps_embedded", lambda c: c.at(c.font()[0]["/Encoding"]).update({"/WMode": 1})),
    ("widths", lambda c: width(c, "/CIDFontType2")),
    # what only a screen has
    ("no_actions", lambda c: c.catalog.update({"/OpenAction": {"/S": "/GoTo"}})),
    ("no_actions", lambda c: c.catalog.update({"/AA": {}})),
    ("no_actions", lambda c: c.page(0).update({"/AA": {}})),
    ("no_actions", lambda c: c.catalog.update({"/Names": {"/JavaScript": {"/Names": []}}})),
    ("no_actions", lambda c: action(c, S="/JavaScript", JS="u:1")),
    ("no_annotations", annotate),
    ("no_fields", lambda c: c.catalog.update({"/AcroForm": {"/Fields": [c.add({"/FT": "/Tx"})]}})),
    ("nothing_attached", lambda c: c.catalog.update({"/AF": []})),
    ("nothing_attached", lambda c: c.catalog.update({"/Names": {"/EmbeddedFiles": {"/Names": []}}})),
    # inks
    ("", lambda c: put(c, BLACK + b"0 0 9 .25 re f")),
    ("thin_rules", lambda c: put(c, BLACK + b"0 0 9 .2 re f")),
    ("thin_rules", lambda c: put(c, BLACK + b".7 0 0 .7 0 0 cm 0 0 .3 9 re f")),
    ("", lambda c: put(c, TINT + b"0 0 9 .5 re f")),
    ("thin_rules", lambda c: put(c, TINT + b"0 0 9 .4 re f")),
    ("", lambda c: put(c, b"1 1 .5 .5 k /K gs 0 0 9 9 re f")),
    ("ink_limit", lambda c: put(c, b"1 1 .5 .6 k /K gs 0 0 9 9 re f")),
    ("small_text", lambda c: put(c, b"1 1 0 0 k /K gs BT /F0 11 Tf ( ) Tj ET")),
    ("small_text", lambda c: put(c, b"1 1 0 0 k /K gs .5 0 0 .5 0 0 cm BT /F0 20 Tf ( ) Tj ET")),
    ("", lambda c: put(c, b"1 1 0 0 k /K gs BT /F0 12 Tf ( ) Tj ET")),
    ("black_overprints", lambda c: put(c, b"0 0 0 1 k /K gs 0 0 9 9 re f")),
    ("black_overprints", lambda c: put(c, b"0 1 0 0 k /O gs 0 0 9 9 re f")),
]

BYTES = [
    ("reads_cleanly", replace(b"startxref\n", b"startxref\n9")),
    ("version", replace(b"%PDF-1.6", b"%PDF-1.7")),
    ("header_binary", lambda data: data[:data.index(b"\n") + 1] + b"%abcd"
        + data[data.index(b"\n") + 6:]),
    ("trailer_id", replace(b"/ID ", b"/IX ", last=True)),
]

OPTIONS = [
    ("plain_objects", ["--object-streams=generate"]),
    ("not_encrypted", ["--encrypt", "", "owner", "128", "--use-aes=y", "--cleartext-metadata",
                       "--"]),
]

if __name__ == "__main__":
    sys.exit(prove(*sys.argv[1:], PRESS, OBJECTS, BYTES, OPTIONS))
