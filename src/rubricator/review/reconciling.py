"""What an unknown hand did to the TEI since the last write, taken into the ledger.

A hand may edit the text, re-wrap the file, remove, change or widen elements, cut a passage and paste it back,
or put an older version in the place of the newer. Whatever it did, what people decided stays decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rubricator.annotation import Annotation
from rubricator.document import Document
from rubricator.encoding.standing import Standing, read_standing
from rubricator.review.anchors import anchor, locate
from rubricator.review.decisions import effective
from rubricator.review.ledger import UNKNOWN_HAND, Decision, Ledger, Record, Status
from rubricator.review.reset import set_anew, with_claims
from rubricator.tei import TEXT_TABLE_VERSION

_ALL_GONE = 3  # elements: where so many are missing and none is left, nobody removed them one by one


def reconciled(ledger: Ledger, document: Document) -> Ledger:
    """The ledger as the changed document has it: words found again, what differs as that hand's decisions.

    Where not one of several inscribed elements is left, the document is an older version of itself (or
    was made anew): that is no verdict on any of them, and they will be set again.
    """
    moved = found_again(ledger, document.text).records
    found = _standing(moved, document)
    expected = [record for record in moved if record.inscribed]
    gone = [record for record in expected if found[record.id] is None]
    claims = set_anew(gone, [one for one in found.values() if one], document)
    if len(expected) >= _ALL_GONE and len(gone) == len(expected) and not claims:
        return ledger.with_records(replace(record, inscribed=False) for record in moved)
    compared = [record if record.id in claims else _compared(record, found) for record in moved]
    return ledger.with_records(with_claims(compared, claims, document.text))


def found_again(ledger: Ledger, text: str) -> Ledger:
    """The records where their words stand now; stale where they are gone."""
    return ledger.with_records(_moved(record, text) for record in ledger.records)


def retold(ledger: Ledger, text: str) -> Ledger:
    """The ledger by today's table of texts: an older one parted words elsewhere, or not at all.

    Nobody's hand did that, so each record finds its words again, whatever white space is within them now.
    """
    if ledger.table == TEXT_TABLE_VERSION:
        return ledger
    moved = [_moved(record, text, within_words=True) for record in ledger.records]
    return replace(ledger, table=TEXT_TABLE_VERSION).with_records(moved)


def _moved(record: Record, text: str, *, within_words: bool = False) -> Record:
    """The record at the place where its words stand now; stale where they are gone."""
    span = locate(
        text, record.quote, record.annotation.span, decided=record.decided, within_words=within_words
    )
    if span is None:
        return replace(record, stale=True, inscribed=False)
    annotation = record.annotation.moved(span)
    return replace(
        record, annotation=annotation, quote=anchor(text, span), stale=record.stale and not record.decided
    )


def _standing(records: Sequence[Record], document: Document) -> dict[str, Standing | None]:
    """For each record the element that stands for it: any for what was inscribed, else one of our making."""
    asked: list[tuple[str, Annotation, bool]] = []
    for record in sorted(records, key=lambda record: not record.inscribed):
        asked.append((record.id, effective(record), record.inscribed))
        if not record.inscribed and record.annotation != effective(record):
            asked.append((record.id, record.annotation, False))
    seen = read_standing(document, (annotation for _, annotation, _ in asked))
    found: dict[str, Standing | None] = {}
    for (identifier, annotation, any_hand), one in zip(asked, seen, strict=True):
        ours = one is not None and (any_hand or one.claim.get("resp") == annotation.resp)
        if ours or identifier not in found:
            found[identifier] = one if ours else None
    return found


def _compared(record: Record, found: Mapping[str, Standing | None]) -> Record:
    seen = found[record.id]
    if not record.inscribed:
        # Pasted back, or from an older version: it is ours again, whatever becomes of it now.
        return record if seen is None else replace(record, inscribed=True, stale=False)
    if seen is None:
        decision = Decision(Status.REJECTED, UNKNOWN_HAND, why="Removed by hand.")
        return replace(record, history=(*record.history, decision), inscribed=False)
    expected = effective(record)
    if seen.agrees_with(expected):
        return record
    decision = Decision(
        Status.AMENDED, UNKNOWN_HAND, why="Changed by hand in the TEI.", was=record.annotation
    )
    return replace(record, annotation=seen.applied_to(expected), history=(*record.history, decision))
