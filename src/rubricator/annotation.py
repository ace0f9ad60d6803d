"""An annotation: a claim about a span of a document's text, with who makes it, how surely, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rubricator.document import Document

RUBRICATOR = "#rubricator"
"""The @resp of whatever the program itself suggests."""

COLLATION = "collation"
"""The rules of what another witness suggests begin with this; annotators neither make nor take back such."""


class Certainty(StrEnum):
    """TEI's degrees of `@cert` (Guidelines, teidata.probCert)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Kind(StrEnum):
    """What is claimed of a span; each is the TEI element that will say so."""

    PERS_NAME = "persName"
    PLACE_NAME = "placeName"
    ORG_NAME = "orgName"
    RS = "rs"
    ROLE_NAME = "roleName"
    DATE = "date"
    TITLE = "title"
    BIBL = "bibl"
    QUOTE = "quote"
    SO_CALLED = "soCalled"
    FOREIGN = "foreign"
    ABBR = "abbr"
    SIC = "sic"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters *start* to *end* (exclusive) of `document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether *other* lies within this span (or is the same)."""
        return self.start <= other.start and other.end <= self.end

    def crosses(self, other: Span) -> bool:
        """Whether the two overlap and neither contains the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A claim about a span.

    *attributes* are TEI attributes in the order in which they are to be written (`ref`, `when`, `type` …),
    without `cert` and `resp`. *correction* is what `corr` (for a `sic`) or `expan` (for an `abbr`) will hold;
    a `sic` without one is inscribed as a note alone. *note* is the text of the
    `note type="transcription-error"` that goes with a `sic`, or the whole of a `note`. *evidence* says in
    words why the claim is made; *rule* is the permanent name of what made it (`errors.missing-space`,
    `dates.full`, `names.authority`, `editor`). *cert* is None only where a person
    vouches for the claim and names no degree.
    """

    kind: Kind
    span: Span
    cert: Certainty | None = Certainty.HIGH
    resp: str = RUBRICATOR
    rule: str = ""
    evidence: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    correction: str | None = None
    note: str | None = None

    def attribute(self, name: str) -> str | None:
        """The value of the attribute *name*, if the annotation has it."""
        return dict(self.attributes).get(name)

    def moved(self, span: Span) -> Annotation:
        """The same claim about another span."""
        return replace(self, span=span)


Annotator = Callable[["Document"], Iterable[Annotation]]
"""What the entry points of the group `rubricator.annotators` make: `factory(Knowledge) -> Annotator`."""
