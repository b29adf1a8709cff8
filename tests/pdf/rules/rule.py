"""What a rule is: a function from a Pdf to complaints, named by the clauses that it stands for."""
import functools

PDFA = "ISO 19005-3, "
PDFUA = "ISO 14289-1, "
PDF = "ISO 32000-1, "
XMP = "ISO 16684-1, "
PDFX = "ISO 15930-7, "

RULES = {}  # by name, in the order in which they are written
PRESS = {}  # likewise, those of a file for a press


def rule(*clauses):
    """The function below is a rule; what it yields are its complaints, its name tells it apart."""
    def keep(function):
        assert function.__name__ not in RULES
        function.clauses = "; ".join(clauses)
        RULES[function.__name__] = function
        return function
    return keep


def press(*clauses):
    """Likewise for a file for a press; a rule of the others may be one of these, too."""
    def keep(function):
        @functools.wraps(function)
        def same(pdf):
            return function(pdf)
        assert function.__name__ not in PRESS
        same.clauses = "; ".join(clauses)
        PRESS[function.__name__] = same
        return function
    return keep
