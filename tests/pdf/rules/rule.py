"""What a rule is: a function from a Pdf to complaints, named by the clauses that it stands for."""

PDFA = "ISO 19005-3, "
PDFUA = "ISO 14289-1, "
PDF = "ISO 32000-1, "
XMP = "ISO 16684-1, "

RULES = {}  # by name, in the order in which they are written


def rule(*clauses):
    """The function below is a rule; what it yields are its complaints, its name tells it apart."""
    def keep(function):
        assert function.__name__ not in RULES
        function.clauses = "; ".join(clauses)
        RULES[function.__name__] = function
        return function
    return keep
