"""The ledger: every annotation ever suggested for one document, and every decision about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from rubricator.annotation import Annotation
from rubricator.review.anchors import Quote
from rubricator.tei import TEXT_TABLE_VERSION

UNKNOWN_HAND = "#unknown"
"""Who decided where only the changed file tells that somebody did."""


class Status(StrEnum):
    """What became of an annotation."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AMENDED = "amended"
    ADDED = "added"
    STALE = "stale"
    RELINKED = "relinked"
    """No decision: an entry of the lists was merged, renamed or divided, and the ref followed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An act of a person: what, who (a pointer), when (ISO 8601), why; an amendment keeps what was before."""

    status: Status | None
    """None undoes the decision before it."""
    by: str
    when: str = ""
    why: str = ""
    was: Annotation | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An annotation with its anchor and its history; *inscribed* says that its element is in the TEI."""

    id: str
    annotation: Annotation
    quote: Quote
    history: tuple[Decision, ...] = ()
    inscribed: bool = False
    stale: bool = False

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that have not been undone."""
        stack: list[Decision] = []
        for decision in self.history:
            if decision.status is Status.RELINKED:
                continue
            if decision.status is not None:
                stack.append(decision)
            elif stack:
                stack.pop()
        return tuple(stack)

    @property
    def status(self) -> Status:
        """What holds now."""
        if self.stale:
            return Status.STALE
        stack = self.standing
        return stack[-1].status or Status.PENDING if stack else Status.PENDING

    @property
    def decided(self) -> bool:
        """Whether a person's decision stands."""
        return bool(self.standing)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The records of one document in the order of its text.

    *before* and *after* are the digests of the TEI file before and after the last write (DESIGN, decision 6).
    """

    document: str
    records: tuple[Record, ...] = ()
    before: str = ""
    after: str = ""
    table: int = TEXT_TABLE_VERSION
    """The version of the table of texts (`tei.py`) by which the places of the records are told."""
    merged: bool = False
    """Whether it was put together from two branches since: what the TEI holds is then to be found out."""

    def __getitem__(self, identifier: str) -> Record:
        for record in self.records:
            if record.id == identifier:
                return record
        raise KeyError(identifier)

    def with_records(self, records: Iterable[Record]) -> Ledger:
        """The ledger with these records, put in order."""
        return replace(self, records=tuple(sorted(records, key=_order)))


def identify(annotation: Annotation, quote: Quote, taken: Iterable[str]) -> str:
    """A permanent id for a claim, from its kind and its words in their context alone."""
    key = "\x1f".join((annotation.kind, quote.exact, quote.prefix, quote.suffix))
    stem = "a" + sha256(key.encode("utf-8")).hexdigest()[:8]
    used, number, made = set(taken), 2, stem
    while made in used:
        made, number = f"{stem}-{number}", number + 1
    return made


def _order(record: Record) -> tuple[int, int, str, str]:
    span = record.annotation.span
    return (span.start, -span.end, record.annotation.kind, record.id)
