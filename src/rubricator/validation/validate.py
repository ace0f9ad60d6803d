"""The whole judgement on one file: is it XML, do grammar and rules allow it, where do its pointers lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from rubricator import resources
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Place, Report, Severity
from rubricator.source import Source
from rubricator.stylesheet import Stylesheet
from rubricator.validation import ids, pointers, relaxng, schematron, times
from rubricator.validation.elsewhere import Elsewhere, nowhere
from rubricator.validation.rules import Rule

READABLE = Rule(
    "xml.readable",
    Severity.ERROR,
    "A file that is not well-formed XML, or leans on files that are not read, cannot become a document.",
    wrong="<p>bread & butter</p>",
    right="<p>bread &amp; butter</p>",
)
_WHERE = re.compile(r":(\d+)(?::(\d+))?$")


@dataclass(frozen=True)
class Schema:
    """What a document is judged by: a grammar and rules, either of which may be missing."""

    grammar: relaxng.Grammar | None = None
    rules: tuple[Stylesheet, ...] = ()

    @classmethod
    def ours(cls) -> Schema:
        """The schema that comes with Rubricator."""
        directory = resources.directory("schema")
        return cls.read(directory / "rubricator.rng", directory / "rubricator.sch.xsl")

    @classmethod
    def read(cls, grammar: Path | None = None, *rules: Path) -> Schema:
        """The schema in these files, each read once per process; InputRefused if one is wrong."""
        return cls(_grammar(grammar) if grammar else None, tuple(map(schematron.compiled, rules)))


@cache
def _grammar(path: Path) -> relaxng.Grammar:
    return relaxng.Grammar.read(path)


def validate(
    subject: Document | Source, schema: Schema | None = None, elsewhere: Elsewhere = nowhere
) -> Report:
    """All there is to say of *subject*; *elsewhere* knows the files that its pointers lead to."""
    schema = schema or Schema.ours()
    source = subject.source if isinstance(subject, Document) else subject
    try:
        document = subject if isinstance(subject, Document) else Document.of(subject)
        findings = relaxng.validate(source, schema.grammar) if schema.grammar else ()
    except InputRefused as error:
        return Report((_unreadable(source, error),))
    return Report.of(chain(findings, _rules(document, schema, elsewhere)))


def _rules(document: Document, schema: Schema, elsewhere: Elsewhere) -> Iterator[Finding]:
    return chain(
        *(schematron.check(document, rules) for rules in schema.rules),
        ids.check(document),
        pointers.check(document, elsewhere),
        times.check(document),
    )


def _unreadable(source: Source, error: InputRefused) -> Finding:
    where = _WHERE.search(error.where)
    place = Place(int(where[1]), int(where[2] or 1)) if where else None
    return READABLE.broken(source, place, error.what, error.remedy)
