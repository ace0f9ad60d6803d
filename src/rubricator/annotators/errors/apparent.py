"""An apparent error: what a rule has found, before it becomes an annotation with its note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rubricator.annotation import Annotation, Certainty, Kind, Span

UNDECIDED = "Without the page image it cannot be told whether the printer or the transcriber made it."


@dataclass(frozen=True, slots=True)
class Apparent:
    """The characters *start* to *end*, what should stand there (if it can be said), and why, as a clause."""

    start: int
    end: int
    rule: str
    found: str
    correction: str | None
    cert: Certainty
    reason: str

    @property
    def span(self) -> Span:
        """The characters in question."""
        return Span(self.start, self.end)

    @property
    def note(self) -> str:
        """What an editor would write beside it."""
        if self.correction is None:
            return f"Perhaps an error: {self.reason}. {UNDECIDED}"
        return f"“{self.found}” is taken for an error for “{self.correction}”: {self.reason}. {UNDECIDED}"

    def as_remark(self) -> Apparent:
        """The same for the ledger alone, without a correction."""
        return replace(self, correction=None, cert=Certainty.LOW)

    def annotation(self) -> Annotation:
        """The claim: a `sic` where a correction is offered, else a note that only the ledger keeps."""
        return Annotation(
            kind=Kind.SIC if self.correction is not None and self.cert is not Certainty.LOW else Kind.NOTE,
            span=self.span,
            cert=self.cert,
            rule=self.rule,
            evidence=self.reason,
            correction=self.correction if self.cert is not Certainty.LOW else None,
            note=self.note,
        )


RANK = {Certainty.HIGH: 0, Certainty.MEDIUM: 1, Certainty.LOW: 2}


def without_overlaps(found: Iterable[Apparent]) -> tuple[Apparent, ...]:
    """The surest of what overlaps (then the longest, then the first), in the order of the text."""
    kept: list[Apparent] = []
    for item in sorted(
        found, key=lambda a: (RANK[a.cert], a.start - a.end, a.start, a.rule, a.correction or "")
    ):
        if not any(item.span.overlaps(other.span) for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda a: a.start))
