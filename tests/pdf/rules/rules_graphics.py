"""Rules of what is drawn: operators, colour, graphics states, pictures, transparency."""
from reader import Stream
from rule import PDFA, PDFUA, rule
from structure import pages

INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"}
BLENDS = {"/" + name for name in (
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight "
    "SoftLight Difference Exclusion Hue Saturation Color Luminosity").split()}


@rule(PDFA + "6.2.2")
def operators(pdf):
    """Contents use no operator but the standard's."""
    for ref, page in pages(pdf).by_ref.items():
        if page.unknown:
            yield f"{ref}: {page.unknown[:5]}"


@rule(PDFA + "6.2.2")
def resources_own(pdf):
    """Each page has its resources itself, inherited from nowhere."""
    for ref, page, resources in pdf.pages:
        if "/Resources" not in page and resources:
            yield f"{ref} inherits them"


def profiles(pdf):
    """The output profiles: (intent, stream or None)."""
    for intent in pdf.list(pdf.catalog, "/OutputIntents"):
        yield pdf.get(intent), pdf.get(intent, "/DestOutputProfile")


@rule(PDFA + "6.2.3")
def output_intent(pdf):
    """One output profile, of ICC, for a printer or a screen, with as many components as it says."""
    found = {}
    for intent, profile in profiles(pdf):
        if intent.get("/S") == "/GTS_PDFX" and "/DestOutputProfileRef" in intent:
            yield "DestOutputProfileRef"
        if intent.get("/S") == "/GTS_PDFA1":
            found[intent.get("/DestOutputProfile")] = profile
            if not intent.get("/OutputConditionIdentifier"):
                yield "no OutputConditionIdentifier"
    if len(found) != 1:
        yield f"{len(found)} profiles"
    for profile in found.values():
        data = (profile.data() if isinstance(profile, Stream) else None) or b""
        said = len(data) >= 128 and profile.dict.get("/N")
        if len(data) < 128 or data[36:40] != b"acsp" or \
                int.from_bytes(data[:4], "big") != len(data):
            yield "the profile is not one of ICC"
        elif data[12:16] not in (b"mntr", b"prtr") or data[8] >= 5 or \
                {b"RGB ": 3, b"CMYK": 4, b"GRAY": 1}.get(data[16:20]) != said:
            yield f"class {data[12:16]}, space {data[16:20]}, version {data[8]}, N {said}"


@rule(PDFA + "6.2.4.3")
def device_colours(pdf):
    """Device colours are those that the output profile gives a meaning to."""
    known = {data[16:20] for data in (
        profile.data() or b"" for _, profile in profiles(pdf) if isinstance(profile, Stream))}
    means = {"RGB": b"RGB " in known, "CMYK": b"CMYK" in known, "Gray": bool(known)}
    for ref, page in pages(pdf).by_ref.items():
        for space in sorted(page.spaces):
            if not means[space]:
                yield f"{ref}: Device{space}"


@rule(PDFA + "6.2.5")
def graphics_states(pdf):
    """No graphics state has a transfer function or a halftone's origin."""
    for ref, page in pages(pdf).by_ref.items():
        for state in page.states:
            yield from (f"{ref}: {key}" for key in ("/TR", "/HTP") if key in state)
            if state.get("/TR2", "/Default") != "/Default":
                yield f"{ref}: TR2 {state['/TR2']}"


@rule(PDFA + "6.2.6")
def rendering_intents(pdf):
    """Rendering intents are the four of the standard."""
    for ref, page in pages(pdf).by_ref.items():
        named = page.intents + [state["/RI"] for state in page.states if "/RI" in state] \
            + [image["/Intent"] for image in page.images if "/Intent" in image]
        yield from (f"{ref}: {name}" for name in named if name not in INTENTS)


@rule(PDFA + "6.2.8")
def pictures(pdf):
    """A picture is itself: no alternates, no OPI, not interpolated, 1 to 16 bits a component."""
    for ref, page in pages(pdf).by_ref.items():
        for image in page.images:
            yield from (f"{ref}: {key}" for key in ("/Alternates", "/OPI") if key in image)
            if image.get("/Interpolate", image.get("/I", False)) is not False:
                yield f"{ref}: interpolated"
            bits = image.get("/BitsPerComponent", image.get("/BPC"))
            mask = image.get("/ImageMask", image.get("/IM", False))
            if bits not in ((None, 1) if mask else (None, 1, 2, 4, 8, 16)):
                yield f"{ref}: {bits} bits a component"


@rule(PDFA + "6.2.9", PDFUA + "7.20")
def forms(pdf):
    """External objects are pictures and forms; no form refers to another file or to PostScript."""
    for ref, value in pdf.objects.items():
        if isinstance(value, Stream) and value.dict.get("/Type") == "/XObject":
            if value.dict.get("/Subtype") not in ("/Image", "/Form"):
                yield f"{ref}: {value.dict.get('/Subtype')}"
    for ref, page in pages(pdf).by_ref.items():
        for form in page.forms:
            yield from (f"{ref}: {key}" for key in ("/OPI", "/Ref", "/PS") if key in form.dict)
            if form.dict.get("/Subtype2") == "/PS":
                yield f"{ref}: Subtype2"


@rule(PDFA + "6.2.10")
def blend_modes(pdf):
    """Blend modes are those of the standard."""
    for ref, page in pages(pdf).by_ref.items():
        for state in page.states:
            yield from (f"{ref}: {mode}" for mode in pdf.list(state, "/BM") if mode not in BLENDS)


def is_transparent(pdf, page):
    for state in page.states:
        if state.get("/ca", 1) != 1 or state.get("/CA", 1) != 1 or \
                state.get("/SMask", "/None") != "/None" or \
                set(pdf.list(state, "/BM")) - {"/Normal", "/Compatible"}:
            return True
    groups = [form.dict.get("/Group") for form in page.forms]
    return any(groups) or any("/SMask" in image for image in page.images)


@rule(PDFA + "6.2.10")
def blending_space(pdf):
    """Where there is no output profile, a page with transparency says in what space it blends."""
    if any(isinstance(profile, Stream) for _, profile in profiles(pdf)):
        return
    for ref, page, _ in pdf.pages:
        if is_transparent(pdf, pages(pdf).by_ref[ref]) and not pdf.get(page, "/Group", "/CS"):
            yield f"{ref}"
