"""check.py [--press] FILE...: holds PDFs against the rules of PDF/A-3a and PDF/UA-1 that can apply to
them; with --press, against those of PDF/X-4 and of print.

Says each rule that is broken, by its clause, with what breaks it; status 1 where there is one.
Rules of what griot never makes (JPEG 2000, simple and Type 3 fonts, halftones, films) are left out.
"""
import sys

import rules_annotations
import rules_file
import rules_fonts
import rules_graphics
import rules_metadata
import rules_press
import rules_structure
from reader import Pdf, Unreadable
from rule import PRESS, RULES

FAMILIES = (rules_file, rules_graphics, rules_fonts, rules_metadata, rules_structure,
            rules_annotations, rules_press)


def broken(path, rules):
    """The rules that the file breaks: name to complaints. Raises Unreadable."""
    pdf = Pdf(path)
    found = {name: list(check(pdf)) for name, check in rules.items()}
    return {name: complaints for name, complaints in found.items() if complaints}


def main(paths):
    rules = PRESS if paths[:1] == ["--press"] else RULES
    paths = paths[rules is PRESS:]
    failed = False
    for path in paths:
        try:
            found = broken(path, rules)
        except Unreadable as error:
            print(f"{path}: {error}")
            failed = True
            continue
        for name, complaints in found.items():
            failed = True
            print(f"{path}: {rules[name].clauses}: {rules[name].__doc__} [{name}]")
            for complaint in complaints[:5]:
                print(f"    {complaint}")
            if len(complaints) > 5:
                print(f"    and {len(complaints) - 5} more")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
