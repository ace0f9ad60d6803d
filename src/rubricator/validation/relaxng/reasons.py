"""Why a document is not valid: its encoding, its syntax, its grammar, each fault once."""

from __future__ import annotations

from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation.relaxng.encodings import Reading, decoded
from rubricator.validation.relaxng.explanation import Explanation
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.positions import Positions
from rubricator.validation.relaxng.telling import Findings
from rubricator.validation.relaxng.wellformed import Mending

UNEXPLAINED = "grammar"


def reasons(source: Source, grammar: Grammar, *, identities: bool, at_length: bool) -> tuple[Finding, ...]:
    """What is wrong with *source*, which is known not to be valid by *grammar*."""
    reading = decoded(source)
    positions = Positions(reading.markup)
    findings = _begun(source, reading, positions, at_length)
    broken = Explanation(grammar, findings, identities=identities).read(positions.data)
    if broken is not None:
        findings = _begun(source, reading, positions, at_length)
        mending = Mending(findings)
        whole = mending.run()
        if positions.markup.strip():
            explanation = Explanation(grammar, findings, mending.endings, identities=identities and whole)
            explanation.read(positions.data)
    if not findings.all():
        # The verdict stands in any case; a test sees to it that this is never all there is to say.
        findings.add(UNEXPLAINED, positions.place(0), "The document is not valid by its schema.")
    return findings.all()


def _begun(source: Source, reading: Reading, positions: Positions, at_length: bool) -> Findings:
    findings = Findings(source, positions, at_length=at_length)
    if reading.fault:
        findings.mendable = False
        findings.add("wellformed.encoding", positions.place(reading.at), reading.fault, reading.remedy)
    return findings
