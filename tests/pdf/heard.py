"""heard.py FILE: elements of the tag tree that name a language or are heard in other words, one a
line: type, language, what it shows, and what is heard in place of that."""
import sys

sys.path.insert(0, "rules")

from reader import Pdf, text
from structure import tree

pdf = Pdf(sys.argv[1])
print("Document", text(pdf.catalog["/Lang"]))
for element in tree(pdf).elements:
    said = [text(element.dict[key]) for key in ("/Lang", "/ActualText", "/Alt") if key in element.dict]
    if said:
        shown = "…" if element.type == "Art" else element.text()
        print(element.type, " | ".join(said), f"«{shown.strip()}»")
