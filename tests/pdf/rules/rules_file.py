"""Rules of the file itself: header, trailer, lexical form, limits, actions, embedded files."""
import hashlib
import re

from content import tokens
from reader import Stream, string_bytes, text
from rule import PDF, PDFA, PDFUA, rule
from structure import pages

END_OF_LINE = rb"(?:\r\n|\r|\n)"


@rule(PDF + "7.5")
def reads_cleanly(pdf):
    """An independent reader has nothing to mend."""
    yield from pdf.warnings


@rule(PDFA + "6.1.2", PDFUA + "6.1")
def header(pdf):
    """The file begins with %PDF-1.n and an end of line."""
    if not re.match(rb"%PDF-1\.[0-7]" + END_OF_LINE, pdf.bytes):
        yield f"it begins with {pdf.bytes[:10]}"


@rule(PDFA + "6.1.2")
def header_binary(pdf):
    """A comment of at least four bytes above 127 follows the header."""
    if not re.match(rb"[^\r\n]*" + END_OF_LINE + rb"%[\x80-\xff]{4}", pdf.bytes):
        yield "no such comment"


@rule(PDFA + "6.1.3")
def trailer_id(pdf):
    """The trailer has an ID of two strings."""
    parts = pdf.list(pdf.trailer, "/ID")
    if len(parts) != 2 or not all(string_bytes(part) for part in parts):
        yield f"ID is {parts}"


@rule(PDFA + "6.1.3", PDFUA + "7.16")
def not_encrypted(pdf):
    """Nothing is encrypted."""
    if "/Encrypt" in pdf.trailer:
        yield "the trailer has Encrypt"


@rule(PDFA + "6.1.3")
def nothing_after_end(pdf):
    """The last end-of-file marker ends the file, but for one end of line."""
    rest = pdf.bytes[pdf.bytes.rfind(b"%%EOF") + len(b"%%EOF"):]
    if not re.fullmatch(END_OF_LINE + rb"?", rest):
        yield f"{len(rest)} bytes follow"


@rule(PDFA + "6.1.4")
def xref_lines(pdf):
    """The keyword xref and the numbers below it are parted by one end of line."""
    for found in re.finditer(rb"startxref\s+(\d+)", pdf.bytes):
        at = int(found[1])
        if pdf.bytes[at:at + 4] == b"xref" and not re.match(
                rb"xref" + END_OF_LINE + rb"\d+ \d+" + rb" ?" + END_OF_LINE, pdf.bytes[at:]):
            yield f"at {at}: {pdf.bytes[at:at + 16]}"


def object_texts(pdf):
    """Each object that stands in the file by itself, as (reference, bytes up to its stream)."""
    for ref, offset in pdf.offsets.items():
        end = re.compile(rb"\bstream\r?\n|endobj").search(pdf.bytes, offset)
        yield ref, pdf.bytes[offset:end.start() if end else None]


def token_sources(pdf):
    """All that consists of tokens: objects, object streams, page contents, as (where, bytes)."""
    yield from object_texts(pdf)
    for trailer in re.finditer(rb"\btrailer\s(.*?)\bstartxref", pdf.bytes, re.S):
        yield "trailer", trailer[1]
    for ref, value in pdf.objects.items():
        if isinstance(value, Stream) and value.dict.get("/Type") == "/ObjStm":
            yield ref, (value.data() or b"")[value.dict["/First"]:]
    for ref, page in pages(pdf).by_ref.items():
        for part in page.texts:
            yield f"contents of {ref}", part


@rule(PDFA + "6.1.6")
def hex_strings(pdf):
    """A hexadecimal string has an even number of digits and nothing else."""
    for where, source in token_sources(pdf):
        for raw in (raw for kind, raw in tokens(source) if kind == "hex"):
            digits = re.sub(rb"[\0\t\n\f\r <>]", b"", raw)
            if len(digits) % 2 or not re.fullmatch(rb"[0-9A-Fa-f]*", digits):
                yield f"{where}: {raw[:40]}"


@rule(PDFA + "6.1.7.1")
def stream_keywords(pdf):
    """Length is true; a line end follows «stream» and precedes «endstream»."""
    for ref, value in pdf.objects.items():
        if not isinstance(value, Stream) or ref not in pdf.offsets:
            continue
        begun = re.compile(rb"stream(\r\n|\n)").search(pdf.bytes, pdf.offsets[ref])
        said = re.compile(rb"/Length\s+(\d+)( \d+ R)?").search(pdf.bytes, pdf.offsets[ref])
        length = int(said[1]) if said else -1
        if said and said[2]:
            length = pdf.get(said[1].decode() + said[2].decode())
        if not begun or not re.compile(END_OF_LINE + rb"endstream").match(
                pdf.bytes, begun.end() + length):
            yield f"{ref}: no end of its stream after {length} bytes"


@rule(PDFA + "6.1.7.1")
def streams_inside(pdf):
    """No stream's data stand in another file."""
    for ref, value in pdf.objects.items():
        if isinstance(value, Stream):
            for key in {"/F", "/FFilter", "/FDecodeParms"} & set(value.dict):
                yield f"{ref}: {key}"


@rule(PDFA + "6.1.7.2", PDFA + "6.1.10")
def filters(pdf):
    """Filters are the standard ones, neither LZW nor a true Crypt."""
    known = {"/" + name + "Decode" for name in
             "ASCIIHex ASCII85 Flate RunLength CCITTFax JBIG2 DCT JPX".split()}
    for ref, value in pdf.objects.items():
        if isinstance(value, Stream):
            yield from (f"{ref}: {name}" for name in value.filters() if name not in known)
    short = {"/" + name for name in "AHx A85 Fl RL CCF DCT".split()}
    for ref, page in pages(pdf).by_ref.items():
        for image in page.images:
            named = image.get("/F", [])
            for name in [named] if isinstance(named, str) else named:
                if name not in known | short:
                    yield f"inline image on {ref}: {name}"


@rule(PDFA + "6.1.8")
def names_are_utf8(pdf):
    """Names of fonts and structure types are UTF-8."""
    for where, dictionary in pdf.dictionaries:
        for key in ("/BaseFont", "/FontName", "/S"):
            if re.search("[\udc80-\udcff]", str(dictionary.get(key))):
                yield f"{where}: {key} {ascii(dictionary[key])}"


@rule(PDFA + "6.1.9")
def object_lines(pdf):
    """Objects are written «N G obj», one space each, on lines of their own, as is «endobj»."""
    for ref, offset in pdf.offsets.items():
        begins = re.compile(rb"\d+ \d+ obj" + END_OF_LINE).match(pdf.bytes, offset)
        if not begins or pdf.bytes[offset - 1:offset] not in (b"\r", b"\n"):
            yield f"{ref}: {pdf.bytes[offset - 1:offset + 16]}"
        if isinstance(pdf.objects.get(ref), Stream):
            end = re.compile(rb"endstream(\s*)endobj(.?)", re.S).search(pdf.bytes, offset)
        else:
            end = re.compile(rb"([\r\n])?\s?endobj(.?)", re.S).search(pdf.bytes, offset)
        if not end or not re.search(rb"[\r\n]\Z", end[1] or b"") or end[2] not in (b"\r", b"\n"):
            yield f"{ref}: endobj has not a line of its own"


@rule(PDFA + "6.1.12")
def permissions(pdf):
    """Permissions are given by UR3 and DocMDP only."""
    for key in pdf.get(pdf.catalog, "/Perms") or {}:
        if key not in ("/UR3", "/DocMDP"):
            yield f"Perms has {key}"


def numbers(pdf):
    """Every number as (where, its value), of objects and contents."""
    for ref, value in pdf.values:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            yield ref, value
    for ref, page in pages(pdf).by_ref.items():
        for part in page.texts:
            for kind, raw in tokens(part):
                if kind == "number":
                    yield f"contents of {ref}", float(raw) if b"." in raw else int(raw)


@rule(PDFA + "6.1.13")
def number_limits(pdf):
    """Integers are of 32 bits; reals neither beyond nor below what a float holds."""
    for where, value in numbers(pdf):
        if isinstance(value, int):
            if not -2**31 <= value <= 2**31 - 1:
                yield f"{where}: {value}"
        elif abs(value) > 3.403e38 or 0 < abs(value) < 1.175e-38:
            yield f"{where}: {value}"


@rule(PDFA + "6.1.13")
def string_limit(pdf):
    """A string has at most 32,767 bytes."""
    for ref, value in pdf.values:
        if (string_bytes(value) or 0) > 32767:
            yield f"{ref}: a string of {string_bytes(value)} bytes"
    for ref, page in pages(pdf).by_ref.items():
        for _, string, _, _ in page.shown:
            if len(string) > 32767:
                yield f"contents of {ref}: a string of {len(string)} bytes"


@rule(PDFA + "6.1.13")
def name_limit(pdf):
    """A name has at most 127 bytes."""
    for ref, value in pdf.values:
        if isinstance(value, str) and value.startswith("/") and \
                len(value.encode("utf-8", "surrogateescape")) > 128:
            yield f"{ref}: {value}"


@rule(PDFA + "6.1.13")
def gstate_depth(pdf):
    """q within q goes no deeper than 28."""
    for ref, page in pages(pdf).by_ref.items():
        if page.deepest > 28:
            yield f"{ref}: {page.deepest}"


@rule(PDFA + "6.1.13")
def page_sizes(pdf):
    """Every box of a page is between 3 and 14,400 units wide and high."""
    for ref, dictionary in pdf.objects.items():
        if not isinstance(dictionary, dict) or dictionary.get("/Type") not in ("/Page", "/Pages"):
            continue
        for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
            box = [pdf.get(edge) for edge in pdf.list(dictionary, key)]
            if box and not all(3 <= abs(box[i + 2] - box[i]) <= 14400 for i in (0, 1)):
                yield f"{ref}: {key} {box}"


@rule(PDFA + "6.4.3")
def signature_covers(pdf):
    """A signature is computed over the whole file but for its own bytes."""
    for field in pdf.list(pdf.catalog, "/AcroForm", "/Fields"):
        if pdf.get(field, "/FT") != "/Sig" or not pdf.get(field, "/V"):
            continue
        spans = pdf.list(field, "/V", "/ByteRange")
        gap = pdf.bytes[spans[1]:spans[2]] if len(spans) == 4 else b""
        if not re.fullmatch(rb"<[0-9A-Fa-f]*>", gap) or spans[0] != 0 or \
                spans[2] + spans[3] != len(pdf.bytes):
            yield f"ByteRange {spans} of {len(pdf.bytes)} bytes"


@rule(PDFA + "6.5.1")
def actions(pdf):
    """Only actions that go somewhere; no script, nothing started, played or sent in."""
    allowed = {"/" + name for name in "GoTo GoToR GoToE Thread URI Named SubmitForm".split()}
    for where, dictionary in pdf.dictionaries:
        for key in ("/A", "/OpenAction", "/Next"):
            for action in pdf.list(dictionary, key):
                kind = pdf.get(action, "/S")
                if kind and pdf.get(action, "/O") is None and kind not in allowed:
                    yield f"{where}: {kind}"
                if kind == "/Named" and pdf.get(action, "/N") not in (
                        "/NextPage", "/PrevPage", "/FirstPage", "/LastPage"):
                    yield f"{where}: {pdf.get(action, '/N')}"
    if pdf.get(pdf.catalog, "/Names", "/JavaScript"):
        yield "the document has scripts"


@rule(PDFA + "6.5.2")
def no_additional_actions(pdf):
    """Neither the document nor a page acts when it is opened or closed."""
    if "/AA" in pdf.catalog:
        yield "the catalog has AA"
    yield from (f"{ref} has AA" for ref, page, _ in pdf.pages if "/AA" in page)


def file_specifications(pdf):
    for ref, dictionary in pdf.dictionaries:
        if "/EF" in dictionary:
            yield ref, dictionary


@rule(PDFA + "6.8", PDFUA + "7.11")
def attachment_names(pdf):
    """An embedded file has its name twice, as F and UF, and stands among EmbeddedFiles."""
    listed = {ref for _, ref in
              pdf.tree(pdf.get(pdf.catalog, "/Names", "/EmbeddedFiles"), "/Names")}
    for ref, specification in file_specifications(pdf):
        if not text(specification.get("/F")) or not text(specification.get("/UF")):
            yield f"{ref}: F {specification.get('/F')}, UF {specification.get('/UF')}"
        if ref not in listed:
            yield f"{ref} is not listed"


@rule(PDFA + "6.8")
def attachment_relations(pdf):
    """An embedded file says what it is to the document, which says that it belongs to it."""
    associated = {ref for _, dictionary in pdf.dictionaries for ref in pdf.list(dictionary, "/AF")}
    for ref, specification in file_specifications(pdf):
        if specification.get("/AFRelationship") not in (
                "/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"):
            yield f"{ref}: AFRelationship {specification.get('/AFRelationship')}"
        if ref not in associated:
            yield f"{ref} is associated with nothing"


@rule(PDFA + "6.8")
def attachment_kinds(pdf):
    """An embedded file's MIME type is told, and in words what it is."""
    for ref, specification in file_specifications(pdf):
        for stream in {pdf.get(specification, "/EF", key) for key in specification["/EF"]}:
            kind = str(stream.dict.get("/Subtype", "/"))[1:]
            if not re.fullmatch(r"[-\w+.]+/[-\w+.]+", kind):
                yield f"{ref}: MIME type {kind}"
        if not text(specification.get("/Desc")):
            yield f"{ref} has no description"


@rule(PDFA + "6.8")
def attachment_facts(pdf):
    """An embedded file's dates, size and checksum are given, and true."""
    for ref, specification in file_specifications(pdf):
        for stream in {pdf.get(specification, "/EF", key) for key in specification["/EF"]}:
            facts, data = pdf.get(stream, "/Params") or {}, stream.data() or b""
            if not re.match(r"u:D:\d{14}", str(facts.get("/ModDate"))):
                yield f"{ref}: ModDate {facts.get('/ModDate')}"
            if facts.get("/Size") != len(data):
                yield f"{ref}: Size {facts.get('/Size')} of {len(data)} bytes"
            if "/CheckSum" in facts and facts["/CheckSum"] != "b:" + hashlib.md5(data).hexdigest():
                yield f"{ref}: CheckSum {facts['/CheckSum']}"


@rule(PDFA + "6.9", PDFUA + "7.10")
def layers(pdf):
    """Configurations of layers have names of their own and change nothing by themselves."""
    layers_of = pdf.get(pdf.catalog, "/OCProperties") or {}
    names = []
    for configuration in pdf.list(layers_of, "/D") + pdf.list(layers_of, "/Configs"):
        names.append(text(pdf.get(configuration, "/Name")))
        if "/AS" in pdf.get(configuration):
            yield "a configuration has AS"
    if "" in names or len(set(names)) < len(names):
        yield f"names {names}"


@rule(PDFA + "6.10", PDFA + "6.11")
def one_presentation(pdf):
    """No alternate presentation, no presentation steps, no requirements upon the reader."""
    if pdf.get(pdf.catalog, "/Names", "/AlternatePresentations"):
        yield "AlternatePresentations"
    if "/Requirements" in pdf.catalog:
        yield "Requirements"
    yield from (f"{ref} has PresSteps" for ref, page, _ in pdf.pages if "/PresSteps" in page)
