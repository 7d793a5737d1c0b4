"""What a command leaves out so that it starts in time; called before anything of Jupyter is imported."""

import sys


def leave_out_iri_grammar() -> None:
    """Saves 3.5 s at the first import of nbformat: jsonschema would have rfc3987_syntax compile a grammar.

    It is optional there (a check that a text is an IRI, which no notebook or setting asks for), so a module
    that says it is not installed does no harm.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
