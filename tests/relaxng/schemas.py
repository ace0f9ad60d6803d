"""Small schemas for tests, written as RELAX NG's elements without their namespaces."""

from __future__ import annotations

import re

from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate

_DECLARED = re.compile(r"(<\w+)")
NAMESPACES = (
    ' xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
    ' xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"'
    ' xmlns:sch="http://purl.oclc.org/dsdl/schematron"'
)


def grammar(schema: str, **files: str) -> Grammar:
    """The grammar of *schema*, which may include *files* by their names."""
    written = {"/schema.rng": schema, **{f"/{name}.rng": text for name, text in files.items()}}

    def load(address: str) -> Source:
        return Source(_DECLARED.sub(rf"\1{NAMESPACES}", written[address], count=1).encode(), address)

    return Grammar.load("/schema.rng", load)


def findings(document: str | bytes, by: Grammar) -> tuple[Finding, ...]:
    """What the grammar has to say of *document*."""
    return validate(Source(document if isinstance(document, bytes) else document.encode()), by)
