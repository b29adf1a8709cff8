"""Content streams: tokens, operators with their operands, and what a page shows in which mark."""
import functools
import re

SPACE = rb"\0\t\n\f\r "
REGULAR = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
TOKEN = re.compile(
    rb"(?P<space>[" + SPACE + rb"]+|%[^\r\n]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?!" + REGULAR + rb"))"
    rb"|(?P<name>/" + REGULAR + rb"*)"
    rb"|(?P<mark><<|>>|[\[\]{}])"
    rb"|(?P<hex><[^>]*>)"
    rb"|(?P<string>\()"
    rb"|(?P<word>" + REGULAR + rb"+)")
PARENTHESIS = re.compile(rb"\\.|[()]", re.S)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.S)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
INLINE_END = re.compile(rb"[" + SPACE + rb"]EI(?=[" + SPACE + rb"]|\Z)")

# ISO 32000-1, Annex A, grouped by what they do.
PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "BI", "Do"}
OPERATORS = PAINTING | set(
    "w J j M d ri i gs q Q cm m l c v y h re n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* d0 d1 "
    "CS cs SC SCN sc scn G g RG rg K k MP DP BMC BDC EMC BX EX".split())


def _string_end(data, at):
    depth = 0
    for found in PARENTHESIS.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(data)


def _unescape(match):
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return b"" if match[2] else ESCAPED.get(match[3], match[3])


@functools.lru_cache(maxsize=None)
def tokens(data):
    """The tokens as (kind, bytes as they stand), spaces and comments left out."""
    found, at = [], 0
    while at < len(data):
        match = TOKEN.match(data, at)
        if not match:
            found.append(("stray", data[at:at + 1]))
            at += 1
            continue
        end = _string_end(data, at) if match.lastgroup == "string" else match.end()
        if match.lastgroup != "space":
            found.append((match.lastgroup, data[at:end]))
        at = end
        if found and found[-1] == ("word", b"ID"):
            match = INLINE_END.search(data, at)
            at = match.end() if match else len(data)
            found.append(("word", b"EI"))
    return found


def _value(kind, raw):
    if kind == "number":
        return float(raw) if b"." in raw else int(raw)
    if kind == "name":
        return re.sub(r"#([0-9A-Fa-f]{2})", lambda m: chr(int(m[1], 16)), raw.decode("latin-1"))
    if kind == "hex":
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", raw)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    if kind == "string":
        return ESCAPE.sub(_unescape, raw[1:-1])
    return {b"true": True, b"false": False, b"null": None}[raw]


@functools.lru_cache(maxsize=None)
def operations(data):
    """The operators in their order, as (operator, operands); of an inline image (BI, [dict])."""
    done, operands, open_at = [], [], []
    for kind, raw in tokens(data):
        if raw in (b"[", b"<<"):
            open_at.append(len(operands))
        elif raw in (b"]", b">>") and open_at:
            start = open_at.pop()
            inner = operands[start:]
            operands[start:] = [inner if raw == b"]" else dict(zip(inner[0::2], inner[1::2]))]
        elif kind in ("number", "name", "hex", "string") or raw in (b"true", b"false", b"null"):
            operands.append(_value(kind, raw))
        elif raw == b"BI":
            operands = []
        elif raw == b"ID":
            operands = [dict(zip(operands[0::2], operands[1::2]))]
        else:
            name = "BI" if raw == b"EI" else raw.decode("latin-1")
            done.append((name, operands))
            operands = []
    return done


class Mark:
    """One marked-content sequence that is open."""

    def __init__(self, tag, properties, in_text):
        self.tag, self.properties, self.in_text = tag, properties, in_text
        self.mcid = properties.get("/MCID")


class Page:
    """What a page's content does, read operator by operator."""

    def __init__(self, pdf, ref, page, resources):
        self.pdf, self.ref = pdf, ref
        self.shown = []         # (font, bytes, rendering mode, marks open)
        self.painted = []       # (operator, marks open)
        self.marks = []         # (mark, marks around it)
        self.faults = []        # marks and text objects that do not nest
        self.unknown = []       # operators that the standard does not define
        self.spaces = set()     # device colour spaces, as in a name
        self.deepest = 0        # of q within q
        self.states, self.images, self.forms, self.intents = [], [], [], []
        self.texts = []
        for part in pdf.list(page, "/Contents"):
            data = pdf.get(part).data()
            self.texts.append(data if data is not None else b"")
        self._run(b"\n".join(self.texts), resources or {}, [])

    def _resource(self, resources, kind, name):
        return self.pdf.get(resources, kind, name)

    def _run(self, data, resources, around):
        stack, saved = list(around), []
        font, mode, in_text = None, 0, False
        for op, operands in operations(data):
            if op not in OPERATORS:
                self.unknown.append(op)
            if op == "q":
                saved.append((font, mode))
                self.deepest = max(self.deepest, len(saved))
            elif op == "Q" and saved:
                font, mode = saved.pop()
            elif op in ("BT", "ET"):
                in_text = self._text_object(op, in_text, stack)
            elif op == "Tf":
                font = self.pdf.get(resources, "/Font", operands[0])
            elif op == "Tr":
                mode = operands[0]
            elif op in ("BMC", "BDC"):
                self._open(operands, resources, stack, in_text)
            elif op == "EMC":
                self._close(stack, len(around), in_text)
            elif op in ("Tj", "TJ", "'", '"'):
                for string in operands[-1] if op == "TJ" else operands[-1:]:
                    if isinstance(string, bytes):
                        self.shown.append((font, string, mode, tuple(stack)))
            self._graphics(op, operands, resources, stack)
        if len(stack) > len(around):
            self.faults.append(f"{stack[-1].tag} is not closed")

    def _text_object(self, op, in_text, stack):
        if in_text == (op == "BT"):
            self.faults.append(f"{op} without its other half")
        if op == "ET" and any(mark.in_text for mark in stack):
            self.faults.append("a mark begun in a text object outlives it")
        return op == "BT"

    def _open(self, operands, resources, stack, in_text):
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, str):
            properties = self._resource(resources, "/Properties", properties)
        mark = Mark(operands[0], properties or {}, in_text)
        self.marks.append((mark, tuple(stack)))
        stack.append(mark)

    def _close(self, stack, floor, in_text):
        if len(stack) <= floor:
            self.faults.append("EMC closes nothing")
            return
        if stack.pop().in_text != in_text:
            self.faults.append("a mark and a text object cross")

    def _graphics(self, op, operands, resources, stack):
        if op in ("rg", "RG", "k", "K", "g", "G"):
            self.spaces.add({"r": "RGB", "k": "CMYK", "g": "Gray"}[op[0].lower()])
        elif op in ("cs", "CS"):
            self._space(self.pdf.get(resources, "/ColorSpace", operands[0]) or operands[0])
        elif op == "gs":
            self.states.append(self._resource(resources, "/ExtGState", operands[0]) or {})
        elif op == "ri":
            self.intents.append(operands[0])
        elif op == "BI":
            self._space(operands[0].get("/ColorSpace", operands[0].get("/CS")))
            self.images.append(operands[0])
        external = self._resource(resources, "/XObject", operands[0]) if op == "Do" else None
        if external and external.dict.get("/Subtype") == "/Form":
            self.forms.append(external)
            self._run(external.data() or b"",
                      self.pdf.get(external, "/Resources") or resources, stack)
        elif op in PAINTING:
            self.painted.append((op, tuple(stack)))
        if external and external.dict.get("/Subtype") == "/Image":
            self.images.append(external.dict)
            self._space(self.pdf.get(external, "/ColorSpace"))

    def _space(self, space):
        while isinstance(space, list) and space and space[0] in ("/Indexed", "/Separation",
                                                                 "/DeviceN", "/Pattern"):
            space = self.pdf.get(space[1 if space[0] in ("/Indexed", "/Pattern") else 2]) \
                if len(space) > 1 else None
        named = {"/DeviceRGB": "RGB", "/RGB": "RGB", "/DeviceCMYK": "CMYK", "/CMYK": "CMYK",
                 "/DeviceGray": "Gray", "/G": "Gray"}.get(space if isinstance(space, str) else None)
        if named:
            self.spaces.add(named)
