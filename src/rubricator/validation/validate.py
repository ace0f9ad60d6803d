"""The whole judgement on one file: is it XML, do grammar and rules allow it, where do its pointers lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from rubricator import resources, tei
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.files import shown
from rubricator.findings import Finding, Place, Report, Severity
from rubricator.source import Source
from rubricator.validation import (
    across,
    characters,
    exceptions,
    ids,
    leftovers,
    notes,
    pointer_rules,
    pointers,
    relaxng,
    schematron,
    times,
)
from rubricator.validation.elsewhere import Elsewhere, nowhere
from rubricator.validation.rules import Rule
from rubricator.validation.schema import Missing, Schema

READABLE = Rule(
    "xml.readable",
    Severity.ERROR,
    "What cannot become a document cannot be judged: elements nested beyond all measure, or, where there is "
    "no grammar that explains it, a file that is not well-formed.",
    wrong="<seg><seg><seg> … a hundred times …",
    right="<seg>…</seg>",
)
NOT_FOUND = Rule(
    "schema.not-found",
    Severity.ERROR,
    "A document is held to the schema that it names. Where that cannot be had, nobody knows whether the "
    "document is valid, and so it does not pass.",
    wrong='<?xml-model href="letters.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>',
    right='<?xml-model href="../schema/letters.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>',
)
OLDER = Rule(
    "schema.older",
    Severity.NOTE,
    "An edition keeps a copy of Rubricator's schema, so that other programs find it. This copy is not the "
    "one of the Rubricator that is running: it is of an earlier version, or was changed here. Documents are "
    "held to it as it is.",
    wrong='<?xml-model href="../schema/rubricator.rng"?> and a copy there from an earlier version',
    right="rubricator schema update, which puts the present one there",
)
OF_ANY_TEI = frozenset(
    "dates.from-before-to dates.not-before-not-after authority.lifetime resp.declared"
    " language.declared".split()
)
"""The rules of our own schema that are true of any TEI, whatever schema it is held to."""
_ASKED = (" to=", " notAfter=", "<death", ":death", " resp=", "<langUsage", ":langUsage")
"""Without any of these there is nothing that they ask."""
_BETTER = {"grammar.id-duplicate": ids.UNIQUE.ident, "grammar.attribute-value": pointer_rules.SPACE.ident}
"""Rules of the grammar, and those that say the same of the same place with more understanding."""
_TOGETHER = frozenset(rule.ident for rule in across.RULES)
_REPEATED = frozenset(("language.declared", *(rule.ident for rule in pointer_rules.RULES)))
_PLACED, _ABSTRACT = "grammar.element-misplaced", "Abstract model violation:"
"""The grammar's rule of what may stand where, and how those of TEI's Schematron that say it again begin."""
_POINTERS = frozenset(rule.ident for rule in pointer_rules.RULES)
_WHERE = re.compile(r":(\d+)(?::(\d+))?$")


def validate(
    subject: Document | Source, schema: Schema | None = None, elsewhere: Elsewhere = nowhere
) -> Report:
    """All there is to say of *subject*; *elsewhere* knows the files that its pointers lead to."""
    schema = schema or Schema.ours()
    source = subject.source if isinstance(subject, Document) else subject
    lacking = tuple(_not_found(source, missing) for missing in schema.missing)
    # The grammar's engine reads a stream: it can explain even what is too broken to become a document.
    findings = [*lacking, *(_older(path) for path in schema.older)]
    findings += [
        found
        for grammar in schema.grammars
        for found in relaxng.validate(source, grammar, at_length=schema.at_length)
    ]
    try:
        document = subject if isinstance(subject, Document) else Document.of(subject)
    except InputRefused as error:
        explained = any(finding.rule.startswith("wellformed") for finding in findings)
        return Report.of(findings if explained else [*findings, _unreadable(source, error)])
    told = tuple(_once(_rules(document, schema, elsewhere), findings))
    said = {(finding.rule, finding.place) for finding in told}
    found = (one for one in findings if (_BETTER.get(one.rule), one.place) not in said)
    of_any = (one for one in _of_any_tei(document, schema) if (one.rule, one.place) not in said)
    spared = exceptions.spared(document, chain(found, told, of_any), elsewhere=_TOGETHER)
    return Report.of(_together(Report.of(spared)))


def _once(told: Iterable[Finding], grammars: Iterable[Finding]) -> Iterator[Finding]:
    """What the rules have *told*, without what the *grammars* say already of the same place."""
    starts = {(one.rule, one.place.line, one.place.column) for one in grammars if one.place}
    for finding in told:
        covering = ""
        if finding.message.startswith(_ABSTRACT):
            covering = _PLACED
        elif finding.rule in _POINTERS:
            covering = "grammar.attribute-unknown"
        place = finding.place
        if not (covering and place and (covering, place.line, place.column) in starts):
            yield finding


def _together(report: Report) -> Iterator[Finding]:
    """The findings, those of pointers that say the same as one: where it is first, and how often."""
    times = Counter((finding.rule, finding.message) for finding in report if finding.rule in _REPEATED)
    told: set[tuple[str, str]] = set()
    for finding in report:
        key = finding.rule, finding.message
        if times[key] < 2:
            yield finding
        elif key not in told:
            told.add(key)
            more = times[key] - 1
            yield replace(
                finding,
                message=f"{finding.message.removesuffix('.')} (here and at {more:,} "
                f"more place{'' if more == 1 else 's'}).",
            )


def _not_found(source: Source, missing: Missing) -> Finding:
    place = source.place(missing.start, missing.end) if missing.start >= 0 else None
    return NOT_FOUND.broken(
        source,
        place,
        f"Not validated: the schema {missing.address} cannot be had. {missing.why}",
        missing.remedy,
    )


def _older(path: Path) -> Finding:
    return OLDER.broken(
        shown(path),
        Place(1, 1),
        "This is not the schema that comes with this Rubricator, though it has its name.",
        "Put that one here with rubricator schema update; or, if it was changed on purpose, rename it.",
    )


def _rules(document: Document, schema: Schema, elsewhere: Elsewhere) -> Iterator[Finding]:
    return chain(
        *(schematron.check(document, rules) for rules in schema.rules),
        ids.check(document),
        pointers.check(document, elsewhere),
        times.check(document),
        characters.check(document),
        leftovers.check(document),
        notes.check(document),
        across.unlinked(document),
    )


def _of_any_tei(document: Document, schema: Schema) -> Iterator[Finding]:
    """What those of our schema's rules say that hold for all TEI, where it is held to another schema."""
    ours = schematron.compiled(resources.directory("schema") / "rubricator.sch.xsl")
    if ours in schema.rules or not str(document.root.tag).startswith(f"{{{tei.TEI}}}"):
        return
    if any(map(document.source.markup.__contains__, _ASKED)):
        yield from (finding for finding in schematron.check(document, ours) if finding.rule in OF_ANY_TEI)


def _unreadable(source: Source, error: InputRefused) -> Finding:
    where = _WHERE.search(error.where)
    place = Place(int(where[1]), int(where[2] or 1)) if where else None
    return READABLE.broken(source, place, error.what, error.remedy)
