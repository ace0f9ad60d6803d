"""What is said of document after document: in full of the first few, and counted of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rubricator.cli.console import several
from rubricator.findings import Finding, Severity

NOT_WRITTEN = "output.not-written"
"""The rule that says so; its room takes time to load."""
MOST = 10
"""Documents of which a rule's findings are told; whoever has read them knows what it is about."""


class Repeating:
    """Counts what would be said again and again; errors are always told, but that nothing can be written."""

    def __init__(self) -> None:
        self._documents: Counter[str] = Counter()
        self._left: Counter[str] = Counter()

    def told(self, report: Iterable[Finding]) -> Iterator[Finding]:
        """What there is to tell of one more document."""
        findings = tuple(report)
        self._documents.update({finding.rule for finding in findings})
        for finding in findings:
            grave = finding.severity is Severity.ERROR and finding.rule != NOT_WRITTEN
            if grave or self._documents[finding.rule] <= MOST:
                yield finding
            else:
                self._left[finding.rule] += 1

    def rest(self) -> Iterator[str]:
        """A line for each rule of which not all was told."""
        for rule, count in self._left.items():
            others = several(self._documents[rule] - MOST, "more document")
            yield f"{rule}: {count:,} more of the same in {others}. Name one alone to see its own."
