"""broken.py FILE DIRECTORY: each rule but those for a press, proven by files that are made wrong in one thing.

FILE is good. Of each row of the table a copy is made in DIRECTORY with one change, and exactly the
rules that the row names must be broken; every rule must be named by some row. Some changes are
allowed: those rows name none. Says what went otherwise; status 1 where something did.
"""
import os
import subprocess
import sys
import zlib

import check
from copy_of import Copy, objects_of
from reader import Unreadable
from rule import RULES

ARTIFACT = b"/Artifact<</Type/Layout>>BDC\n%s\nEMC"
IMAGE = b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G %s ID x EI Q"
BARE = "/CIDFontType0"  # a font whose program is a bare CFF table
FIELD = {"/FT": "/Sig", "/T": "u:signature"}
LINE = [("/TH", {"/Scope": "/Row"}), ("/TD", {})]


def drop(dictionary, key):
    del dictionary[key]


def state(c, **entries):
    """A graphics state, used on the first page."""
    c.resources("/ExtGState", "/Gx", {f"/{key}": value for key, value in entries.items()})
    c.append(0, ARTIFACT % b"/Gx gs")


def form(c, **entries):
    """A form, drawn on the first page."""
    c.resources("/XObject", "/Fx", c.add({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [
        0, 0, 9, 9], **{f"/{key}": value for key, value in entries.items()}}, b"0 0 9 9 re f"))
    c.append(0, ARTIFACT % b"/Fx Do")


def picture(c, **entries):
    """A picture of one grey point, drawn on the first page."""
    c.resources("/XObject", "/Ix", c.add({
        "/Type": "/XObject", "/Subtype": "/Image", "/Width": 1, "/Height": 1,
        "/BitsPerComponent": 8, "/ColorSpace": "/DeviceGray",
        **{f"/{key}": value for key, value in entries.items()}}, b"x"))
    c.append(0, ARTIFACT % b"q 9 0 0 9 0 0 cm /Ix Do Q")


def stray_stream(c, **entries):
    c.hang(c.add({f"/{key}": value for key, value in entries.items()}, b"x"))


def signature(c, spans):
    c.catalog["/AcroForm"] = {"/SigFlags": 3, "/Fields": [c.add({**FIELD, "/V": c.add({
        "/Type": "/Sig", "/Filter": "/Adobe.PPKLite", "/SubFilter": "/ETSI.CAdES.detached",
        "/ByteRange": spans, "/Contents": "b:00"})})]}


def field(c, tag="/Form", **entries):
    """A signature's field as it is drawn nowhere, with its widget in the tree."""
    look = c.add({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 0, 0]}, b"")
    ref = c.annotate({"/Subtype": "/Widget", **FIELD, "/TU": "u:Signature", "/AP": {"/N": look},
                      **{f"/{key}": value for key, value in entries.items()}}, tag)
    c.catalog["/AcroForm"] = {"/Fields": [ref]}


def two_in_form(c):
    """A field's element holds something else besides its widget."""
    field(c)
    c.element("/P", c.at(c.document())["/K"][-1])


def nest(c, tag, kids):
    """A new element at the document's end, with kids of these types; returns their references."""
    parent = c.element(tag, c.document(), [])
    return [c.element(kid, parent, []) for kid in kids]


def link(c, **entries):
    c.annotations()[0].update({f"/{key}": value for key, value in entries.items()})


def retag(c, tag, other, **entries):
    """The last element of one type becomes another."""
    more = {f"/{key}": value for key, value in entries.items()}
    c.elements(tag)[-1].update({"/S": other, **more})


def width(c, kind):
    """Every width but .notdef's grows."""
    array = c.at(c.font(kind)[1]["/W"])
    array[1] = [value + 3 if value else 0 for value in c.at(array[1])]


def cmap(c, old, new, kind="/CIDFontType2"):
    c.edit(c.font(kind)[0]["/Encoding"], old, new)


def map_space(c, cid, kind):
    """The CMap gives the space's code another CID."""
    cmap(c, b"endcmap", b"1 begincidchar\n<20>%d\nendcidchar\nendcmap" % cid, kind)


def unicode(c, new):
    c.edit(c.font()[0]["/ToUnicode"], b"<20><0020>", new)


def program(c, data):
    c.set_data(c.font()[2]["/FontFile2"], data)


def drop_schema(c):
    """The description of the schema of pdfuaid."""
    data = c.data(c.catalog["/Metadata"])
    first = data.index(b"<rdf:li rdf:parseType", data.index(b"<pdfaExtension:schemas>"))
    c.set_data(c.catalog["/Metadata"],
               data[:first] + data[data.index(b"</rdf:Seq></pdfaSchema:property>\n</rdf:li>", first)
                                   + len(b"</rdf:Seq></pdfaSchema:property>\n</rdf:li>"):])


def untitle(c):
    del c.info["/Title"]
    data = c.data(c.catalog["/Metadata"])
    c.set_data(c.catalog["/Metadata"], data[:data.index(b"<dc:title>")]
               + data[data.index(b"</dc:title>") + len(b"</dc:title>"):])


def two_parents(c):
    """The last paragraph hangs once more, from the document."""
    for key, entry in c.entries.items():
        if entry.get("value") is c.elements("/P")[-1]:
            c.at(c.document())["/K"].append(key[len("obj:"):])


def note(c, identity):
    for _ in range(2):
        c.element("/Note", c.document(), [], ID=identity)


# rules that must be broken, change
OBJECTS = [
    ("", lambda c: None),
    # the file
    ("streams_inside", lambda c: stray_stream(c, F={"/F": "u:elsewhere"})),
    ("filters", lambda c: stray_stream(c, Filter="/LZWDecode")),
    ("filters", lambda c: c.append(0, ARTIFACT % (IMAGE % b"/F /LZW"))),
    ("permissions", lambda c: c.catalog.update({"/Perms": {"/Other": {}}})),
    ("number_limits", lambda c: c.hang(2**31)),
    ("", lambda c: c.hang(2**31 - 1)),
    ("number_limits", lambda c: c.append(0, ARTIFACT % b"2147483648 w")),
    ("number_limits", lambda c: c.append(0, ARTIFACT % (b"." + b"0" * 38 + b"1 w"))),
    ("string_limit", lambda c: c.hang("u:" + "a" * 32768)),
    ("", lambda c: c.hang("u:" + "a" * 32767)),
    ("name_limit", lambda c: c.hang("/" + "a" * 128)),
    ("", lambda c: c.hang("/" + "a" * 127)),
    ("gstate_depth", lambda c: c.append(0, b"q " * 29 + b"Q " * 29)),
    ("", lambda c: c.append(0, b"q " * 28 + b"Q " * 28)),
    ("page_sizes", lambda c: c.page(0).update({"/MediaBox": [0, 0, 14401, 842]})),
    ("page_sizes", lambda c: c.page(0).update({"/TrimBox": [0, 0, 2, 842]})),
    ("signature_covers", lambda c: signature(c, [0, 10, 20, 30])),
    ("actions", lambda c: c.catalog.update({"/OpenAction": {"/S": "/JavaScript", "/JS": "u:1"}})),
    ("actions", lambda c: link(c, A={"/S": "/Launch", "/F": "u:a"})),
    ("actions", lambda c: link(c, A={"/S": "/Named", "/N": "/Print"})),
    ("", lambda c: link(c, A={"/S": "/Named", "/N": "/NextPage"})),
    ("", lambda c: link(c, A={"/S": "/URI", "/URI": "u:https://a.example"})),
    ("no_additional_actions", lambda c: c.catalog.update({"/AA": {"/WC": {"/S": "/URI"}}})),
    ("no_additional_actions", lambda c: c.page(1).update({"/AA": {"/O": {"/S": "/URI"}}})),
    ("attachment_names", lambda c: drop(c.attachment()[0], "/UF")),
    ("attachment_names", lambda c: c.attachment()[0].update({"/F": "u:"})),
    ("attachment_names", lambda c: drop(c.at(c.catalog["/Names"]), "/EmbeddedFiles")),
    ("attachment_relations", lambda c: drop(c.attachment()[0], "/AFRelationship")),
    ("attachment_relations", lambda c: drop(c.catalog, "/AF")),
    ("attachment_kinds", lambda c: c.at(c.attachment()[1]).update({"/Subtype": "/text"})),
    ("attachment_kinds", lambda c: drop(c.at(c.attachment()[1]), "/Subtype")),
    ("attachment_kinds", lambda c: drop(c.attachment()[0], "/Desc")),
    ("attachment_facts", lambda c: drop(c.at(c.attachment()[1])["/Params"], "/ModDate")),
    ("attachment_facts", lambda c: c.at(c.attachment()[1])["/Params"].update({"/Size": 1})),
    ("attachment_facts", lambda c: c.at(c.attachment()[1])["/Params"].update({
        "/CheckSum": "b:" + "00" * 16})),
    ("layers", lambda c: c.catalog.update({"/OCProperties": {"/OCGs": [], "/D": {}}})),
    ("layers", lambda c: c.catalog.update({"/OCProperties": {
        "/OCGs": [], "/D": {"/Name": "u:a", "/AS": []}}})),
    ("layers", lambda c: c.catalog.update({"/OCProperties": {
        "/OCGs": [], "/D": {"/Name": "u:a"}, "/Configs": [{"/Name": "u:a"}]}})),
    ("one_presentation", lambda c: c.catalog.update({"/Requirements": []})),
    ("one_presentation", lambda c: c.page(0).update({"/PresSteps": {"/Type": "/NavNode"}})),
    ("one_presentation", lambda c: c.at(c.catalog["/Names"]).update({
        "/AlternatePresentations": {"/Names": []}})),
    # what is drawn
    ("operators", lambda c: c.append(0, b"BX griot EX")),
    ("resources_own", lambda c: c.at(c.catalog["/Pages"]).update({
        "/Resources": c.page(0).pop("/Resources")})),
    ("output_intent device_colours", lambda c: drop(c.catalog, "/OutputIntents")),
    ("output_intent", lambda c: c.at(c.intent()["/DestOutputProfile"]).update({"/N": 4})),
    ("output_intent", lambda c: c.edit(c.intent()["/DestOutputProfile"], b"mntr", b"link")),
    ("output_intent", lambda c: drop(c.intent(), "/OutputConditionIdentifier")),
    ("device_colours", lambda c: c.append(0, ARTIFACT % b"0 0 0 1 k 0 0 9 9 re f")),
    ("device_colours", lambda c: picture(c, ColorSpace="/DeviceCMYK")),
    ("graphics_states", lambda c: state(c, TR="/Identity")),
    ("graphics_states", lambda c: state(c, TR2="/Identity")),
    ("", lambda c: state(c, TR2="/Default")),
    ("rendering_intents", lambda c: c.append(0, ARTIFACT % b"/Vivid ri")),
    ("rendering_intents", lambda c: state(c, RI="/Vivid")),
    ("", lambda c: picture(c)),
    ("pictures", lambda c: picture(c, Interpolate=True)),
    ("pictures", lambda c: c.append(0, ARTIFACT % (IMAGE % b"/I true"))),
    ("pictures", lambda c: picture(c, BitsPerComponent=3)),
    ("pictures", lambda c: picture(c, Alternates=[])),
    ("", lambda c: form(c)),
    ("forms", lambda c: form(c, Ref={"/F": "u:a", "/Page": 0})),
    ("forms", lambda c: form(c, OPI={})),
    ("forms", lambda c: stray_stream(c, Type="/XObject", Subtype="/PS")),
    ("blend_modes", lambda c: state(c, BM="/Vivid")),
    ("", lambda c: state(c, BM="/Multiply", ca=0.5)),
    ("output_intent device_colours blending_space",
     lambda c: (state(c, ca=0.5), drop(c.catalog, "/OutputIntents"))),
    # fonts
    ("font_dictionaries", lambda c: drop(c.font()[1], "/Type")),
    ("font_dictionaries", lambda c: c.font()[2].update({"/FontName": "/ABCDEF+Other"})),
    ("subset_names", lambda c: [d.update({k: "/Gentium"}) for d, k in zip(
        c.font(), ("/BaseFont", "/BaseFont", "/FontName"))]),
    ("character_collections", lambda c: c.font()[1]["/CIDSystemInfo"].update({
        "/Ordering": "u:Japan1"})),
    ("character_collections", lambda c: cmap(c, b"/Ordering(Identity)", b"/Ordering(Japan1)")),
    ("glyph_maps glyphs_present widths", lambda c: drop(c.font()[1], "/CIDToGIDMap")),
    ("cmaps_embedded", lambda c: c.at(c.font()[0]["/Encoding"]).update({"/WMode": 1})),
    ("cmaps_embedded", lambda c: cmap(c, b"begincmap", b"/Other usecmap begincmap")),
    ("cid_limit", lambda c: cmap(
        c, b"endcmap", b"1 begincidchar\n<01>70000\nendcidchar\nendcmap")),
    ("fonts_embedded", lambda c: drop(c.font()[2], "/FontFile2")),
    ("fonts_embedded", lambda c: drop(c.at(c.font(BARE)[2]["/FontFile3"]), "/Subtype")),
    ("fonts_embedded", lambda c: program(c, b"not a font")),
    ("glyphs_present", lambda c: map_space(c, 999, "/CIDFontType2")),
    ("glyphs_present", lambda c: map_space(c, 999, BARE)),
    ("no_notdef widths", lambda c: c.edit(c.font()[1]["/CIDToGIDMap"], c.data(
        c.font()[1]["/CIDToGIDMap"]), bytes(512))),
    ("no_notdef", lambda c: map_space(c, 0, BARE)),
    ("no_cid_sets", lambda c: c.font()[2].update({"/CIDSet": c.add({}, b"\xff")})),
    ("widths", lambda c: width(c, "/CIDFontType2")),
    ("widths", lambda c: width(c, BARE)),
    ("unicode_known", lambda c: unicode(c, b"")),
    ("unicode_valid", lambda c: unicode(c, b"<20><0000>")),
    ("unicode_public", lambda c: unicode(c, b"<20><E000>")),
    # metadata
    ("metadata_present declares_pdfa declares_pdfua title_given",
     lambda c: drop(c.catalog, "/Metadata")),
    ("metadata_present", lambda c: drop(c.at(c.catalog["/Metadata"]), "/Subtype")),
    ("metadata_well_formed", lambda c: c.xmp(b' id="', b' bytes="100" id="')),
    ("metadata_well_formed declares_pdfa declares_pdfua title_given",
     lambda c: c.xmp(b"</rdf:Description>", b"")),
    ("properties_known", lambda c: c.xmp(b"<pdfaProperty:name>number<", b"<pdfaProperty:name>n<")),
    ("properties_known", drop_schema),
    ("properties_typed", lambda c: c.xmp(b"<griot:number>", b"<griot:number>n")),
    ("properties_typed", lambda c: c.xmp(b"<dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag>",
                                         b"<dc:language>fr")),
    ("schemas_complete", lambda c: c.xmp(b"category>internal", b"category>public")),
    ("schemas_complete", lambda c: c.xmp(b"<pdfaSchema:prefix>griot</pdfaSchema:prefix>", b"")),
    ("prefixes", lambda c: c.set_data(c.catalog["/Metadata"], c.data(
        c.catalog["/Metadata"]).replace(b"pdfaid", b"a"))),
    ("declares_pdfa", lambda c: c.xmp(b"<pdfaid:conformance>A", b"<pdfaid:conformance>B")),
    ("declares_pdfa", lambda c: c.xmp(b"<pdfaid:part>3", b"<pdfaid:part>2")),
    ("declares_pdfua", lambda c: c.xmp(b"<pdfuaid:part>1", b"<pdfuaid:part>2")),
    ("title_given", untitle),
    ("title_shown", lambda c: drop(c.catalog, "/ViewerPreferences")),
    ("metadata_equal_info", lambda c: c.info.update({"/Title": "u:Autre"})),
    ("metadata_equal_info", lambda c: c.info.update({"/ModDate": "u:D:20251125000001Z"})),
    ("metadata_equal_info", lambda c: c.info.update({"/Subject": "u:Autre"})),
    # structure
    ("marked", lambda c: c.at(c.catalog["/MarkInfo"]).update({"/Marked": False})),
    ("not_suspect", lambda c: c.at(c.catalog["/MarkInfo"]).update({"/Suspects": True})),
    ("tree_present parent_tree annotations_tagged outline_is_headings",
     lambda c: drop(c.root, "/K")),
    ("types_standard", lambda c: retag(c, "/Sect", "/Chapitre")),
    ("", lambda c: (retag(c, "/Sect", "/Chapitre"),
                    c.root.update({"/RoleMap": {"/Chapitre": "/Sect"}}))),
    ("types_standard", lambda c: (retag(c, "/Sect", "/Chapitre"), c.root.update({
        "/RoleMap": {"/Chapitre": "/Partie", "/Partie": "/Chapitre"}}))),
    ("types_standard", lambda c: c.root.update({"/RoleMap": {"/P": "/Span"}})),
    ("parents", lambda c: c.elements("/P")[-1].update({"/P": c.catalog["/StructTreeRoot"]})),
    ("parents", lambda c: drop(c.elements("/P")[-1], "/P")),
    ("parents", two_parents),
    ("content_marked", lambda c: c.contents(0, b"/Artifact<</Type/Layout>>BDC", b"/Griot BMC")),
    ("content_marked", lambda c: c.append(0, b"0 0 9 9 re f")),
    ("", lambda c: c.append(0, b"0 0 9 9 re n")),
    ("artifacts_apart", lambda c: c.contents(0, b"/MCID 0>>BDC",
                                             b"/MCID 0>>BDC " + ARTIFACT % b"")),
    ("artifacts_apart", lambda c: c.contents(0, b"/Artifact<</Type/Layout>>BDC",
                                             b"/Artifact<</Type/Layout>>BDC EMC "
                                             b"/Artifact<</Type/Layout>>BDC /Span BMC EMC")
     or c.contents(0, b"/P<</MCID 0>>BDC", b"/Artifact<</Type/Layout>>BDC /P<</MCID 0>>BDC")
     or c.contents(0, b"EMC", b"EMC EMC")),
    ("artifact_types", lambda c: c.contents(0, b"/Type/Layout", b"/Type/Decor")),
    ("marks_nest", lambda c: c.contents(0, b"EMC", b"", last=True)),
    ("marks_nest", lambda c: c.append(0, b"EMC")),
    ("marks_nest", lambda c: c.append(0, b"BT /Artifact<</Type/Layout>>BDC ET EMC")),
    ("marks_held", lambda c: c.contents(0, b"/MCID 0>>", b"/MCID 999>>")),
    ("marks_held", lambda c: c.contents(0, b"/MCID 0>>", b"/MCID 1>>")),
    ("parent_tree", lambda c: c.root.update({"/ParentTreeNextKey": 1})),
    ("parent_tree", lambda c: drop(c.page(0), "/StructParents")),
    ("parent_tree", lambda c: link(c, StructParent=0)),
    ("parent_tree", lambda c: c.at(c.leaf(c.root["/ParentTree"])["/Nums"][1]).reverse()),
    ("language", lambda c: drop(c.catalog, "/Lang")),
    ("language_codes", lambda c: c.catalog.update({"/Lang": "u:fr_ML"})),
    ("", lambda c: c.catalog.update({"/Lang": "u:fr-ML"})),
    ("language_codes", lambda c: c.elements("/P")[-1].update({"/Lang": "u:en anglais"})),
    ("language_codes", lambda c: c.contents(0, b"/MCID 0>>", b"/MCID 0/Lang(a b)>>")),
    ("headings_ordered outline_is_headings", lambda c: retag(c, "/H3", "/H4")),
    ("headings_ordered", lambda c: c.elements("/H1")[0].update({"/S": "/P"})),
    ("headings_of_a_kind", lambda c: retag(c, "/P", "/H")),
    ("alternatives", lambda c: retag(c, "/P", "/Figure")),
    ("alternatives", lambda c: retag(c, "/P", "/Figure", Alt="u:")),
    ("", lambda c: retag(c, "/P", "/Figure", Alt="u:Un drapeau")),
    ("alternatives", lambda c: retag(c, "/P", "/Formula")),
    ("notes", lambda c: retag(c, "/P", "/Note")),
    ("", lambda c: retag(c, "/P", "/Note", ID="u:n1")),
    ("notes", lambda c: note(c, "u:n1")),
    ("lists", lambda c: retag(c, "/P", "/LI")),
    ("lists", lambda c: c.element("/P", c.element("/L", c.document(), []))),
    ("", lambda c: c.element("/LBody", c.element("/LI", c.element("/L", c.document(), []), []))),
    ("lists", lambda c: retag(c, "/P", "/LBody")),
    ("lists", lambda c: c.element("/P", c.element("/LI", c.element("/L", c.document(), []), []))),
    ("lists", lambda c: nest(c, "/L", ["/LI", "/Caption"])),
    ("", lambda c: nest(c, "/L", ["/Caption", "/LI"])),
    ("contents", lambda c: retag(c, "/TOCI", "/Sect")),
    ("contents", lambda c: retag(c, "/P", "/TOCI")),
    ("contents", lambda c: nest(c, "/TOC", ["/TOCI", "/Caption"])),
    ("", lambda c: nest(c, "/TOC", ["/Caption", "/TOCI"])),
    ("", lambda c: c.table([LINE, LINE])),
    ("tables_nest", lambda c: retag(c, "/P", "/TD")),
    ("tables_nest", lambda c: c.element("/P", c.table([LINE, LINE]))),
    ("tables_nest", lambda c: c.element("/TFoot", c.table([LINE, LINE]))),
    ("tables_nest", lambda c: retag(c, "/P", "/TR")),
    ("tables_nest", lambda c: retag(c, "/P", "/TH")),
    ("tables_nest", lambda c: retag(c, "/P", "/THead")),
    ("tables_nest", lambda c: retag(c, "/P", "/TBody")),
    ("tables_nest", lambda c: retag(c, "/P", "/TFoot")),
    ("", lambda c: nest(c, "/Table", ["/Caption", "/THead", "/TBody", "/TFoot"])),
    ("tables_nest", lambda c: nest(c, "/Table", ["/THead", "/THead", "/TBody"])),
    ("tables_nest", lambda c: nest(c, "/Table", ["/TBody", "/TFoot", "/TFoot"])),
    ("tables_nest", lambda c: nest(c, "/Table", ["/THead"])),
    ("tables_nest", lambda c: nest(c, "/Table", ["/Caption", "/TBody", "/Caption"])),
    ("tables_nest", lambda c: nest(c, "/Table", ["/THead", "/Caption", "/TBody"])),
    ("tables_nest", lambda c: c.element("/P", nest(c, "/Table", ["/TBody"])[0])),
    ("tables_nest", lambda c: c.element("/P", c.element("/TR", c.element(
        "/Table", c.document(), []), []))),
    ("tables_regular", lambda c: c.table([LINE, LINE + [("/TD", {})]])),
    ("tables_regular", lambda c: c.table([[("/TH", {"/Scope": "/Row", "/RowSpan": 3})], LINE])),
    ("", lambda c: c.table([LINE, [("/TH", {"/Scope": "/Row", "/ColSpan": 2})]])),
    ("table_headers", lambda c: c.table([[("/TH", {}), ("/TD", {})]])),
    ("outline_is_headings", lambda c: c.at(c.at(c.catalog["/Outlines"])["/First"]).update({
        "/Title": "u:Table"})),
    ("outline_is_headings", lambda c: c.at(c.catalog["/Outlines"]).update({
        "/First": c.at(c.at(c.catalog["/Outlines"])["/First"])["/Next"]})),
    # annotations
    ("annotation_kinds", lambda c: c.annotate({
        "/Subtype": "/TrapNet", "/Contents": "u:a"}, "/Annot")),
    ("", lambda c: c.annotate({"/Subtype": "/Square", "/Contents": "u:a"}, "/Annot")),
    ("annotation_flags", lambda c: drop(c.annotations()[0], "/F")),
    ("annotation_flags", lambda c: link(c, F=0)),
    ("annotation_flags", lambda c: link(c, F=4 | 32)),
    ("annotation_looks", lambda c: link(c, AP={"/D": c.add({"/Subtype": "/Form"}, b"")})),
    ("annotation_looks", lambda c: c.annotate({
        "/Subtype": "/Square", "/Contents": "u:a", "/Rect": [0, 0, 9, 9]}, "/Annot")),
    ("", field),
    ("form_fields", lambda c: field(c, AA={})),
    ("form_fields", lambda c: c.catalog.update({"/AcroForm": {
        "/Fields": [], "/NeedAppearances": True}})),
    ("form_fields", lambda c: c.catalog.update({"/AcroForm": {"/Fields": [], "/XFA": "u:a"}})),
    ("form_fields", lambda c: c.catalog.update({"/NeedsRendering": True})),
    ("annotations_tagged", lambda c: field(c, tag="/Span")),
    ("annotations_tagged", two_in_form),
    ("annotation_words", lambda c: field(c, TU="u:")),
    ("annotation_words", lambda c: c.annotate({"/Subtype": "/Square"}, "/Annot")),
    ("link_words", lambda c: drop(c.annotations()[0], "/Contents")),
    ("annotations_tagged", lambda c: retag(c, "/Link", "/Span")),
    ("annotations_tagged", lambda c: c.annotate({
        "/Subtype": "/Square", "/Contents": "u:a"}, "/Span")),
    ("tab_order", lambda c: drop(c.page(0), "/Tabs")),
    ("printer_marks", lambda c: c.annotate({
        "/Subtype": "/PrinterMark", "/Contents": "u:a"}, "/Span")),
    ("destinations", lambda c: link(c, Dest="u:nowhere")),
    ("destinations", lambda c: c.at(c.at(c.catalog["/Outlines"])["/First"]).update({
        "/Dest": [c.catalog["/Pages"], "/Fit"]})),
]


def replace(old, new, last=False):
    def change(data):
        at = data.rfind(old) if last else data.find(old)
        assert at >= 0, old
        return data[:at] + new + data[at + len(old):]
    return change


def shorten_id(data):
    """The last digit of the ID becomes a space."""
    at = data.index(b">", data.rindex(b"/ID"))
    return data[:at - 1] + b" " + data[at:]


def hide_metadata(data):
    """The metadata are deflated, in the place that they had."""
    begins = data.rindex(b"<<", 0, data.index(b"/Type /Metadata"))
    starts = data.index(b"stream\n", begins) + len(b"stream\n")
    ends = data.index(b"\nendstream", starts)
    packed = zlib.compress(data[starts:ends])
    head = b"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length %d" % len(packed)
    room = ends - begins - len(packed) - len(b">>\nstream\n")
    return data[:begins] + head.ljust(room) + b">>\nstream\n" + packed + data[ends:]


# likewise, changes of a file's bytes; objects and the table of their places stand open in it
BYTES = [
    ("reads_cleanly", replace(b"startxref\n", b"startxref\n9")),
    ("header", replace(b"%PDF-1.7", b"%PDF-1.9")),
    ("header_binary", lambda data: data[:data.index(b"\n") + 1] + b"%abcd"
        + data[data.index(b"\n") + 6:]),
    ("trailer_id", replace(b"/ID ", b"/IX ", last=True)),
    ("nothing_after_end", lambda data: data + b"\nmore"),
    ("", lambda data: data.rstrip(b"\n") + b"\r\n"),
    ("xref_lines", replace(b"xref\n0 ", b"xref \n0 ")),
    ("hex_strings", shorten_id),
    ("stream_keywords", replace(b"\nendstream", b" endstream")),
    ("names_are_utf8", replace(b"Plus /DescendantFonts", b"P#ff /DescendantFonts")),
    ("metadata_readable", hide_metadata),
    ("object_lines", replace(b"\nendobj", b" endobj")),
    ("object_lines", replace(b"1 0 obj\n", b"1 0 obj ")),
]

# likewise, what qpdf itself can do to a file
OPTIONS = [
    ("", ["--object-streams=generate"]),
    ("not_encrypted", ["--encrypt", "", "owner", "128", "--use-aes=y", "--cleartext-metadata",
                       "--"]),
]


def judge(path, expected, said, rules):
    try:
        found = check.broken(path, rules)
    except Unreadable as error:
        found = {f"unreadable: {error}": []}
    if set(found) == set(expected.split()):
        return False
    print(f"{said}: expected «{expected}», found")
    for name, complaints in found.items():
        print(f"    {name}: {complaints[:2]}")
    return True


def prove(good, directory, rules, objects, data_of, options):
    """Every rule is broken by some row, and each row breaks what it names."""
    source = objects_of(good)
    plain = os.path.join(directory, "plain.pdf")
    Copy(source).write(plain)
    with open(plain, "rb") as file:
        data = file.read()
    failed = False
    for i, (expected, change) in enumerate(objects):
        path = os.path.join(directory, f"objects-{i}.pdf")
        copy = Copy(source)
        change(copy)
        copy.write(path)
        failed |= judge(path, expected, path, rules)
    for i, (expected, change) in enumerate(data_of):
        path = os.path.join(directory, f"bytes-{i}.pdf")
        with open(path, "wb") as file:
            file.write(change(data))
        failed |= judge(path, expected, path, rules)
    for i, (expected, words) in enumerate(options):
        path = os.path.join(directory, f"options-{i}.pdf")
        subprocess.run(["qpdf", "--static-id", "--newline-before-endstream", *words, good, path],
                       check=True)
        failed |= judge(path, expected, path, rules)
    proven = {name for expected, _ in objects + data_of + options for name in expected.split()}
    for name in sorted(set(rules) ^ proven):
        print(f"{name}: no file breaks it, or no such rule")
        failed = True
    return failed


if __name__ == "__main__":
    sys.exit(prove(*sys.argv[1:], RULES, OBJECTS, BYTES, OPTIONS))
