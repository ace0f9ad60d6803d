"""What a hand marks in the place of something of ours: over more words or fewer, or as another kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rubricator.annotation import Annotation, Kind, Span
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.encoding.standing import Standing
from rubricator.encoding.strip import strip
from rubricator.review.anchors import anchor
from rubricator.review.decisions import effective
from rubricator.review.ledger import UNKNOWN_HAND, Decision, Record, Status, identify
from rubricator.textmap import Element

_NAMES = frozenset((Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.RS))
_WITHIN = frozenset((Kind.SIC, Kind.ABBR, Kind.NOTE))
"""Kinds that are more than one element round their words."""


def set_anew(
    gone: Sequence[Record], standing: Collection[Standing], document: Document
) -> dict[str, Annotation]:
    """For records whose elements are gone: what a hand marks there instead, by the ids of the records."""
    asked = [record for record in gone if record.annotation.kind not in _WITHIN]
    if not asked:
        return {}
    taken = {start for one in standing for start, _ in one.stretches}
    free = [one for one in document.elements if one.counted and one.open_start not in taken]
    found = {record.id: _claim(element, record) for record in asked for element in _instead(record, free)[:1]}
    claims = list(dict.fromkeys(found.values()))
    refused = [one.annotation for one in inscribe(strip(document, claims), claims).refused]
    return {identifier: claim for identifier, claim in found.items() if claim not in refused}


def _instead(record: Record, free: Iterable[Element]) -> list[Element]:
    """The elements that may stand for the record now, the likeliest first.

    None of these can have stood there beside ours: no name is inscribed within another or around its like.
    """
    kind, span = record.annotation.kind, record.annotation.span
    kindred = _NAMES if kind in _NAMES else {kind}
    wider: list[tuple[int, Element]] = []
    narrower: list[tuple[int, Element]] = []
    for element in free:
        if (there := element.span) is None or element.name not in kindred:
            continue
        if there.contains(span):
            wider.append((_length(there), element))
        elif span.contains(there) and element.name == kind:
            narrower.append((-_length(there), element))
    return [element for some in (wider, narrower) for _, element in sorted(some, key=lambda found: found[0])]


def _length(span: Span) -> int:
    return span.end - span.start


def _claim(element: Element, record: Record) -> Annotation:
    """What the element says; of the same words it is the record's own claim as another kind."""
    span, kind = element.span or record.annotation.span, Kind(element.name)
    same = span == record.annotation.span
    said = replace(effective(record), kind=kind) if same else Annotation(kind, span, resp="", rule="editor")
    return Standing((), element.node, None).applied_to(said)


def with_claims(records: Sequence[Record], claims: Mapping[str, Annotation], text: str) -> Iterator[Record]:
    """The records, those for which a hand marks something else amended or given up, and what it marks."""
    taken = {record.id for record in records}
    new: list[Annotation] = []
    for record in records:
        claim = claims.get(record.id)
        if claim is None:
            yield record
        elif claim.span == record.annotation.span:
            act = Decision(
                Status.AMENDED, UNKNOWN_HAND, why="Changed by hand in the TEI.", was=record.annotation
            )
            yield replace(record, annotation=claim, history=(*record.history, act))
        else:
            words = text[claim.span.start : claim.span.end]
            back = Decision(None, UNKNOWN_HAND, why=f"Set anew by hand: “{words}”.")
            history = (*record.history, *(back for _ in record.standing))
            yield replace(record, history=history, stale=True, inscribed=False)
            new.append(claim)
    for claim in dict.fromkeys(new):
        quote = anchor(text, claim.span)
        identifier = identify(claim, quote, taken)
        taken.add(identifier)
        act = Decision(Status.ADDED, UNKNOWN_HAND, why="Marked by hand in the TEI.")
        yield Record(identifier, claim, quote, (act,), inscribed=True)
