"""Rules of the metadata: XMP, what it declares, and its agreement with the Info dictionary."""
import re
import xml.etree.ElementTree as ElementTree

from reader import Stream, text
from rule import PDFA, PDFUA, XMP, rule

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
BASIC = "{http://ns.adobe.com/xap/1.0/}"
ADOBE_PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFA_ID = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA_ID = "{http://www.aiim.org/pdfua/ns/id/}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIXES = {PDFA_ID: b"pdfaid", PDFUA_ID: b"pdfuaid", EXTENSION: b"pdfaExtension",
            SCHEMA: b"pdfaSchema", PROPERTY: b"pdfaProperty"}

# The properties of the predefined schemas (XMP 2005) that a bulletin can have, with their types.
PREDEFINED = {
    **{DC + name: kind for name, kind in {
        "title": "Alt", "description": "Alt", "rights": "Alt", "creator": "Seq", "date": "Seq",
        "contributor": "Bag", "language": "Bag", "publisher": "Bag", "relation": "Bag",
        "subject": "Bag", "type": "Bag", "coverage": "Text", "format": "Text",
        "identifier": "Text", "source": "Text"}.items()},
    **{BASIC + name: kind for name, kind in {
        "CreateDate": "Date", "ModifyDate": "Date", "MetadataDate": "Date", "CreatorTool": "Text",
        "BaseURL": "Text", "Nickname": "Text", "Identifier": "Bag"}.items()},
    **{ADOBE_PDF + name: "Text" for name in ("Keywords", "PDFVersion", "Producer")},
    PDFA_ID + "part": "Integer", PDFA_ID + "conformance": "Text", PDFA_ID + "amd": "Text",
    PDFA_ID + "corr": "Text",
    EXTENSION + "schemas": "Bag",
}
VALUES = {
    "Integer": r"[+-]?\d+", "Boolean": r"True|False", "Text": r".*", "URI": r"\S+",
    "Date": r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?",
}


def packet(pdf):
    """The bytes of the document's metadata; empty where there are none."""
    stream = pdf.get(pdf.catalog, "/Metadata")
    return (stream.data() if isinstance(stream, Stream) else None) or b""


def properties(pdf):
    """The packet's properties by name: elements, or strings where they stand as attributes."""
    try:
        root = ElementTree.fromstring(packet(pdf).decode("utf-8").lstrip("\ufeff"))
    except (ElementTree.ParseError, UnicodeDecodeError):
        return {}
    found = {}
    for description in root.iter(RDF + "Description"):
        if RDF + "about" in description.attrib:
            found.update({name: value for name, value in description.attrib.items()
                          if not name.startswith(RDF)})
            found.update({child.tag: child for child in description})
    return found


def plain(value):
    """A property's text; of a list, the first item's."""
    if value is None or isinstance(value, str):
        return value
    items = value.findall("*/" + RDF + "li")
    return (items[0] if items else value).text or ""


@rule(PDFA + "6.6.2.1", PDFUA + "7.1")
def metadata_present(pdf):
    """The catalog has metadata, a stream that says so of itself."""
    stream = pdf.get(pdf.catalog, "/Metadata")
    kinds = [stream.dict.get(key) for key in ("/Type", "/Subtype")] \
        if isinstance(stream, Stream) else None
    if kinds != ["/Metadata", "/XML"]:
        yield f"{kinds}"


@rule(XMP + "7.3.2")
def metadata_readable(pdf):
    """The packet is found by who scans the file and knows nothing of PDF: no filter hides it."""
    stream = pdf.get(pdf.catalog, "/Metadata")
    if isinstance(stream, Stream) and stream.filters():
        yield f"{stream.filters()}"


@rule(PDFA + "6.6.2.1")
def metadata_well_formed(pdf):
    """The packet is XML in UTF-8, in a wrapper without the attributes bytes and encoding."""
    data = packet(pdf)
    head = re.match(rb"(?:\xef\xbb\xbf)?<\?xpacket ([^?]*)\?>", data)
    if not data:
        return
    if not head or re.search(rb"\b(bytes|encoding)\s*=", head[1]):
        yield f"wrapper {head and head[1]}"
    elif not properties(pdf):
        yield "no XML in UTF-8"


def schemas(pdf):
    """The schemas that the packet describes, as elements."""
    container = properties(pdf).get(EXTENSION + "schemas")
    return [] if container is None else container.findall(RDF + "Bag/" + RDF + "li")


@rule(PDFA + "6.6.2.3.1")
def properties_known(pdf):
    """Each property is of a predefined schema, or of one that the packet describes."""
    described = {
        "{" + (schema.findtext(SCHEMA + "namespaceURI") or "") + "}"
        + (entry.findtext(PROPERTY + "name") or "")
        for schema in schemas(pdf)
        for entry in schema.findall(SCHEMA + "property/" + RDF + "Seq/" + RDF + "li")}
    for name in properties(pdf):
        if name not in PREDEFINED and name not in described:
            yield name


@rule(PDFA + "6.6.2.3.1")
def properties_typed(pdf):
    """Each property's value is of its type."""
    described = {
        "{" + (schema.findtext(SCHEMA + "namespaceURI") or "") + "}"
        + (entry.findtext(PROPERTY + "name") or ""): entry.findtext(PROPERTY + "valueType")
        for schema in schemas(pdf)
        for entry in schema.findall(SCHEMA + "property/" + RDF + "Seq/" + RDF + "li")}
    for name, value in properties(pdf).items():
        kind = {**described, **PREDEFINED}.get(name)
        if kind in ("Alt", "Seq", "Bag"):
            if isinstance(value, str) or [child.tag for child in value] != [RDF + kind]:
                yield f"{name} is no {kind}"
            elif kind == "Alt" and any(LANG not in item.attrib for item in value[0]):
                yield f"{name} has an item without language"
        elif kind in VALUES and (not isinstance(value, str) and len(value) or
                                 not re.fullmatch(VALUES[kind], plain(value), re.S)):
            yield f"{name}: {plain(value)}"


@rule(PDFA + "6.6.2.3.3")
def schemas_complete(pdf):
    """A schema described has its name, namespace, prefix and, complete, its properties."""
    for schema in schemas(pdf):
        fields = {child.tag for child in schema}
        wanted = {SCHEMA + name for name in ("schema", "namespaceURI", "prefix", "property")}
        if not wanted <= fields or fields - wanted - {SCHEMA + "valueType"}:
            yield f"schema of {sorted(name.split('}')[1] for name in fields)}"
        for entry in schema.findall(SCHEMA + "property/" + RDF + "Seq/" + RDF + "li"):
            said = {child.tag.replace(PROPERTY, ""): child.text for child in entry}
            if set(said) != {"name", "valueType", "category", "description"}:
                yield f"property of {sorted(said)}"
            elif said["category"] not in ("internal", "external") or \
                    not all(said.values()) or said["valueType"] not in VALUES:
                yield f"property {said}"


@rule(PDFA + "6.6.2.3.3", PDFA + "6.6.4", PDFUA + "5")
def prefixes(pdf):
    """The prefixes are those that the standards prescribe."""
    for space, prefix in PREFIXES.items():
        for found in re.findall(rb"xmlns:([^\s=]+)\s*=\s*[\"']" + re.escape(space[1:-1].encode())
                                + rb"[\"']", packet(pdf)):
            if found != prefix:
                yield f"{found} for {prefix}"


@rule(PDFA + "6.6.4")
def declares_pdfa(pdf):
    """The metadata declare PDF/A-3, level A."""
    found = properties(pdf)
    said = plain(found.get(PDFA_ID + "part")), plain(found.get(PDFA_ID + "conformance"))
    if said != ("3", "A"):
        yield f"part and conformance {said}"


@rule(PDFUA + "5")
def declares_pdfua(pdf):
    """The metadata declare PDF/UA-1."""
    said = plain(properties(pdf).get(PDFUA_ID + "part"))
    if said != "1":
        yield f"part {said}"


@rule(PDFUA + "7.1")
def title_given(pdf):
    """The metadata have a title."""
    if not plain(properties(pdf).get(DC + "title")):
        yield "no dc:title"


@rule(PDFUA + "7.1")
def title_shown(pdf):
    """The window shows the title, not the file's name."""
    if pdf.get(pdf.catalog, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "no DisplayDocTitle"


def xmp_date(value):
    """A date of the Info dictionary as XMP writes it."""
    match = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|([+-]\d\d)'(\d\d)'?)", value)
    if not match:
        return value
    zone = "Z" if match[7] == "Z" else f"{match[8]}:{match[9]}"
    return "{}-{}-{}T{}:{}:{}".format(*match.groups()[:6]) + zone


@rule(PDFA + "6.6.3")
def metadata_equal_info(pdf):
    """What the Info dictionary says, the metadata say likewise."""
    twins = {"/Title": DC + "title", "/Author": DC + "creator", "/Subject": DC + "description",
             "/Keywords": ADOBE_PDF + "Keywords", "/Producer": ADOBE_PDF + "Producer",
             "/Creator": BASIC + "CreatorTool", "/CreationDate": BASIC + "CreateDate",
             "/ModDate": BASIC + "ModifyDate"}
    found = properties(pdf)
    for key, value in (pdf.get(pdf.trailer, "/Info") or {}).items():
        said = text(pdf.get(value))
        said = xmp_date(said) if key.endswith("Date") else said
        if key in twins and found and said != plain(found.get(twins[key])):
            yield f"{key} {said}, {twins[key].split('}')[1]} {plain(found.get(twins[key]))}"
