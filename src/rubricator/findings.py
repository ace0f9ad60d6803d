"""Findings: the one thing there is to say of a file, and the report that gathers them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is; an error stops the publication of its document."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a source: line and column, both counted from 1, the column in characters.

    *end_line* and *end_column* (exclusive) close the range, or are 0 where only the start is known.
    """

    line: int
    column: int
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace the source's characters *start* to *end* (offsets into `Source.markup`) by *replacement*."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend that a machine can make safely, with what it does in words."""

    description: str
    splices: tuple[Splice, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What *rule* has to say of *file* at *place*, and what to do about it."""

    rule: str
    severity: Severity
    file: str
    message: str
    remedy: str = ""
    place: Place | None = None
    fix: Fix | None = None

    def __str__(self) -> str:
        place = f":{self.place.line}:{self.place.column}" if self.place else ""
        return f"{self.file}{place}  {self.rule}  {self.message}{' ' + self.remedy if self.remedy else ''}"

    @property
    def sort_key(self) -> tuple[str, Place, str, str]:
        """The order of reports: by file, place, rule, message."""
        return (self.file, self.place or Place(0, 0), self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """Every finding of a run, in a stable order."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """The report of *findings*, put in order and without repetitions."""
        return cls(tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings are of *severity*."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    def exit_code(self, *, strict: bool = False) -> int:
        """1 if there are errors (or, when *strict*, warnings), else 0."""
        grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return int(any(finding.severity in grave for finding in self.findings))
