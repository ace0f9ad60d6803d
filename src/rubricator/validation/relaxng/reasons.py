"""Why a document is not valid: its encoding, its syntax, its grammar, each fault once."""

from __future__ import annotations

from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation.relaxng.encodings import decoded
from rubricator.validation.relaxng.explanation import Explanation
from rubricator.validation.relaxng.frames import Findings
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.positions import Positions
from rubricator.validation.relaxng.wellformed import Mending

UNEXPLAINED = "grammar"


def reasons(source: Source, grammar: Grammar, *, identities: bool) -> tuple[Finding, ...]:
    """What is wrong with *source*, which is known not to be valid by *grammar*."""
    reading = decoded(source)
    findings = Findings(source, Positions(reading.markup))
    if reading.fault:
        findings.mendable = False
        place = findings.positions.place(reading.at)
        findings.add("wellformed.encoding", place, reading.fault, reading.remedy)
    whole = Mending(findings).run()
    if findings.positions.markup.strip():
        Explanation(grammar, findings).read(findings.positions.data, "utf-8", identities=identities and whole)
    if not findings.all():
        # The verdict stands in any case; a test sees to it that this is never all there is to say.
        findings.add(UNEXPLAINED, findings.positions.place(0), "The document is not valid by its schema.")
    return findings.all()
