"""The ledger: every annotation ever suggested for one document, and every decision about it.

A JSON document a line: first the collection, then one Web Annotation a line in the order of the text, with
keys in a fixed order, so that one decision is one changed line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.errors import InputRefused
from rubricator.review.anchors import Quote
from rubricator.source import Source
from rubricator.tei import TEXT_TABLE_VERSION

FORMAT = 1
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
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


def write(ledger: Ledger) -> bytes:
    """The ledger as JSON lines in UTF-8."""
    first = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "format": FORMAT,
        "document": ledger.document,
        "textTable": ledger.table,
        "before": ledger.before,
        "after": ledger.after,
    }
    lines = [first, *(_line(record) for record in ledger.records)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8")


def read(source: Source) -> Ledger:
    """The ledger in *source*; InputRefused names the line that is broken."""
    ledger: Ledger | None = None
    records: list[Record] = []
    seen: set[str] = set()
    for number, line in enumerate(source.markup.splitlines(), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
            if ledger is None:
                if values["format"] != FORMAT:
                    raise ValueError(f"format {values['format']}, and this Rubricator knows {FORMAT}")
                table = int(values["textTable"])
                ledger = Ledger(values["document"], (), values["before"], values["after"], table)
                continue
            record = _record(values)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputRefused(
                f"This line of the ledger is broken ({_said(error)}).",
                where=f"{source.name}:{number}",
                remedy="Restore it from the version before; no decision has been lost or changed.",
            ) from error
        if record.id in seen:
            raise InputRefused(
                f"The id {record.id} stands in the ledger twice.",
                where=f"{source.name}:{number}",
                remedy="Remove one of the two lines.",
            )
        seen.add(record.id)
        records.append(record)
    if ledger is None:
        raise InputRefused(
            "The ledger is empty.", where=source.name, remedy="Delete it to start a new one, or restore it."
        )
    return ledger.with_records(records)


def _order(record: Record) -> tuple[int, int, str, str]:
    span = record.annotation.span
    return (span.start, -span.end, record.annotation.kind, record.id)


def _line(record: Record) -> dict[str, Any]:
    annotation = record.annotation
    line: dict[str, Any] = {
        "id": record.id,
        "type": "Annotation",
        "motivation": _motivation(annotation.kind),
        "creator": annotation.resp,
        "body": _body(annotation),
        "target": {
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": record.quote.exact,
                    "prefix": record.quote.prefix,
                    "suffix": record.quote.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": annotation.span.start,
                    "end": annotation.span.end,
                },
            ]
        },
        "status": str(record.status),
        "inscribed": record.inscribed,
    }
    if record.history:
        line["history"] = [_act(decision) for decision in record.history]
    return line


def _motivation(kind: Kind) -> str:
    if kind in (Kind.SIC, Kind.ABBR):
        return "editing"
    return "commenting" if kind is Kind.NOTE else "tagging"


def _body(annotation: Annotation) -> dict[str, Any]:
    body: dict[str, Any] = {"type": str(annotation.kind)}
    if annotation.attributes:
        body["attributes"] = dict(annotation.attributes)
    if annotation.correction is not None:
        body["correction"] = annotation.correction
    if annotation.note is not None:
        body["note"] = annotation.note
    if annotation.cert is not None:
        body["cert"] = str(annotation.cert)
    if annotation.rule:
        body["rule"] = annotation.rule
    if annotation.evidence:
        body["evidence"] = annotation.evidence
    return body


def _act(decision: Decision) -> dict[str, Any]:
    act: dict[str, Any] = {"decision": str(decision.status) if decision.status else "undone"}
    act["by"] = decision.by
    if decision.when:
        act["when"] = decision.when
    if decision.why:
        act["why"] = decision.why
    if decision.was is not None:
        act["was"] = _body(decision.was)
    return act


def _record(values: dict[str, Any]) -> Record:
    selectors = {selector["type"]: selector for selector in values["target"]["selector"]}
    quote, position = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
    span = Span(int(position["start"]), int(position["end"]))
    creator = str(values["creator"])
    return Record(
        str(values["id"]),
        _annotation(values["body"], span, creator),
        Quote(str(quote["exact"]), str(quote["prefix"]), str(quote["suffix"])),
        tuple(_decision(act, span, creator) for act in values.get("history", ())),
        bool(values["inscribed"]),
        values["status"] == Status.STALE,
    )


def _annotation(body: dict[str, Any], span: Span, creator: str) -> Annotation:
    return Annotation(
        Kind(body["type"]),
        span,
        Certainty(body["cert"]) if "cert" in body else None,
        creator,
        str(body.get("rule", "")),
        str(body.get("evidence", "")),
        tuple((str(name), str(value)) for name, value in body.get("attributes", {}).items()),
        body.get("correction"),
        body.get("note"),
    )


def _decision(act: dict[str, Any], span: Span, creator: str) -> Decision:
    status = None if act["decision"] == "undone" else Status(act["decision"])
    was = _annotation(act["was"], span, creator) if "was" in act else None
    return Decision(status, str(act["by"]), str(act.get("when", "")), str(act.get("why", "")), was)


def _said(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
