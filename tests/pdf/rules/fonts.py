"""Composite fonts: codes to CIDs and Unicode by CMaps, widths as said and as in the program."""
import functools
import io
import re

from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont, TTLibError

HEX = rb"\s*<([0-9A-Fa-f\s]*)>"


@functools.lru_cache(maxsize=None)
def truetype(data):
    """Advances in thousandths of an em, by glyph."""
    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        scale = 1000 / font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        return {gid: advances[name][0] * scale for gid, name in enumerate(font.getGlyphOrder())}
    except (TTLibError, KeyError):
        return None


@functools.lru_cache(maxsize=None)
def bare_cff(data):
    """Of a bare CFF table likewise, and the glyphs by CID."""
    fonts = CFFFontSet()
    try:
        fonts.decompile(io.BytesIO(data), None)
        top = fonts[0]
    except Exception:  # fontTools fails on damaged tables in many ways
        return None
    scale = 1000 * getattr(top, "FontMatrix", [0.001])[0]
    advances, gids = {}, {}
    for gid, name in enumerate(top.getGlyphOrder()):
        string = top.CharStrings[name]
        private = string.private
        reader = T2WidthExtractor(getattr(private, "Subrs", []), string.globalSubrs,
                                  private.nominalWidthX, private.defaultWidthX)
        reader.execute(string)
        advances[gid] = reader.width * scale
        gids[int(name[3:]) if hasattr(top, "ROS") and name.startswith("cid") else gid] = gid
    return advances, gids


@functools.lru_cache(maxsize=None)
class CMap:
    """An embedded CMap: code spaces, code to CID, code to text, what it says of itself."""

    def __init__(self, data):
        self.spaces = [(len(low), low, high) for low, high in self._pairs(data, b"codespacerange")]
        self.cids, self.texts = {}, {}
        for kind, block in re.findall(rb"begincid(char|range)(.*?)endcid", data, re.S):
            codes = HEX + (HEX if kind == b"range" else b"")
            for *ends, cid in re.findall(codes + rb"\s*(\d+)", block):
                self._range(self.cids, ends[0], ends[-1], int(cid))
        for block in self._blocks(data, b"bfchar"):
            for code, value in re.findall(HEX + HEX, block):
                self.texts[self._bytes(code)] = self._text(self._bytes(value))
        for block in self._blocks(data, b"bfrange"):
            self._bfrange(block)
        self.uses = re.search(rb"/(\S+)\s+usecmap", data)
        self.wmode = re.search(rb"/WMode\s+(\d+)", data)
        self.info = {key.decode(): value.decode("latin-1") for key, value in re.findall(
            rb"/(Registry|Ordering|Supplement)\s*\(?([^)/\s>]*)", data)}

    @staticmethod
    def _blocks(data, kind):
        return re.findall(rb"begin" + kind + rb"(.*?)end" + kind, data, re.S)

    def _pairs(self, data, kind):
        for block in self._blocks(data, kind):
            for low, high in re.findall(HEX + HEX, block):
                yield self._bytes(low), self._bytes(high)

    @staticmethod
    def _bytes(digits):
        return bytes.fromhex(digits.decode())

    @staticmethod
    def _text(units):
        return units.decode("utf-16-be", "replace")

    def _range(self, into, low, high, first):
        size = len(self._bytes(low))
        for i, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
            into[code.to_bytes(size, "big")] = first + i

    def _bfrange(self, block):
        for low, high, value in re.findall(HEX + HEX + HEX, block):
            size, start, units = len(self._bytes(low)), int(low, 16), self._bytes(value)
            for i, code in enumerate(range(start, int(high, 16) + 1)):
                last = (units[-1] + i) & 255
                self.texts[code.to_bytes(size, "big")] = self._text(units[:-1] + bytes([last]))

    @functools.lru_cache(maxsize=None)
    def split(self, string):
        """The codes of a string shown; one outside every code space is taken as one byte."""
        found, at = [], 0
        while at < len(string):
            for size, low, high in self.spaces:
                code = string[at:at + size]
                if len(code) == size and all(a <= b <= c for a, b, c in zip(low, code, high)):
                    break
            else:
                code = string[at:at + 1]
            at += len(code)
            found.append(code)
        return found


class Font:
    """A Type 0 font with its one descendant."""

    def __init__(self, pdf, dictionary):
        self.pdf, self.dict = pdf, dictionary
        self.name = dictionary.get("/BaseFont", "?")
        self.cid_font = pdf.get((pdf.list(dictionary, "/DescendantFonts") or [None])[0]) or {}
        self.descriptor = pdf.get(self.cid_font, "/FontDescriptor") or {}
        self.encoding = pdf.get(dictionary, "/Encoding")
        self.cmap = self._cmap(self.encoding)
        self.unicode = self._cmap(pdf.get(dictionary, "/ToUnicode"))
        self.widths = self._widths()
        self.program = self._program()

    @staticmethod
    def _cmap(stream):
        data = stream.data() if hasattr(stream, "data") else None
        return CMap(data) if data else None

    def _widths(self):
        widths, array, at = {}, self.pdf.list(self.cid_font, "/W"), 0
        while at + 1 < len(array):
            first, second = array[at], self.pdf.get(array[at + 1])
            if isinstance(second, list):
                widths.update({first + i: self.pdf.get(w) for i, w in enumerate(second)})
                at += 2
            else:
                widths.update(dict.fromkeys(range(first, second + 1), self.pdf.get(array[at + 2])))
                at += 3
        return widths

    def _program(self):
        """The embedded program: advances by glyph, glyphs by CID; None where it cannot be read."""
        if self.cid_font.get("/Subtype") != "/CIDFontType2":
            stream = self.pdf.get(self.descriptor, "/FontFile3")
            return bare_cff(stream.data()) if stream else None
        stream = self.pdf.get(self.descriptor, "/FontFile2")
        advances = truetype(stream.data()) if stream else None
        table = self.pdf.get(self.cid_font, "/CIDToGIDMap")
        if advances is None:
            return None
        if hasattr(table, "data"):
            pairs = table.data() or b""
            return advances, {i // 2: int.from_bytes(pairs[i:i + 2], "big")
                              for i in range(0, len(pairs), 2)}
        return advances, {gid: gid for gid in advances}

    def glyph(self, cid):
        """The glyph that a CID stands for: its number, 0 for .notdef; None: the font has none."""
        advances, gids = self.program
        return gids[cid] if gids.get(cid) in advances else None

    def advance(self, cid):
        """The advance that the program gives a CID whose glyph it has."""
        return self.program[0][self.glyph(cid)]

    def width(self, cid):
        return self.widths.get(cid, self.pdf.get(self.cid_font.get("/DW", 1000)))

    def codes(self, string):
        """The codes of a string as (code, CID or None)."""
        if self.encoding in ("/Identity-H", "/Identity-V"):
            for at in range(0, len(string), 2):
                yield string[at:at + 2], int.from_bytes(string[at:at + 2], "big")
        elif self.cmap:
            for code in self.cmap.split(string):
                yield code, self.cmap.cids.get(code)

    def text(self, string):
        """The Unicode text of a string shown."""
        known = self.unicode.texts if self.unicode else {}
        return "".join(known.get(code, "") for code, _ in self.codes(string))
