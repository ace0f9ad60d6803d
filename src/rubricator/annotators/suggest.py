"""From a document and annotators to suggestions that can be inscribed together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable

from rubricator import tei
from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.gazetteer import KNOWN_PLACES
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.vocabulary import CALENDAR
from rubricator.annotators.overlaps import settle
from rubricator.collecting import uncollected
from rubricator.document import Document

_MARKED = {kind.value: kind for kind in Kind} | {
    "name": Kind.PERS_NAME,
    "author": Kind.PERS_NAME,
    "docAuthor": Kind.PERS_NAME,
    "editor": Kind.PERS_NAME,
    "geogName": Kind.PLACE_NAME,
    "corr": Kind.SIC,
    "expan": Kind.ABBR,
}
_NAMES = frozenset(
    {Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.RS, Kind.ROLE_NAME, Kind.DATE, Kind.TITLE}
)
_GUESSED = frozenset({Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME})
_SURENESS = {None: 0, Certainty.LOW: 1, Certainty.MEDIUM: 2, Certainty.HIGH: 3}


@uncollected()
def suggest(
    document: Document, annotators: Iterable[Annotator], leave_out: Collection[str] = ()
) -> tuple[Annotation, ...]:
    """What *annotators* claim of *document* beyond what its markup says already, free of illegal overlaps.

    *leave_out* are kinds (`placeName`) and rules (`dates.relative`, or `dates` for all of them) not wanted.
    """
    unwanted = tuple(leave_out)
    marked = _marked(document)
    claims = [
        annotation
        for annotator in annotators
        for annotation in annotator(document)
        if annotation.kind.value not in unwanted
        and not any(f"{annotation.rule}.".startswith(f"{rule}.") for rule in unwanted)
        and not _said(annotation, marked)
    ]
    return settle(_without_misread(claims), document.text)


def _without_misread(claims: list[Annotation]) -> list[Annotation]:
    """The claims but for names that a surer correction makes common words of: “Novemher” is no place."""
    corrected = {
        claim.span: claim
        for claim in claims
        if claim.kind is Kind.SIC and claim.correction and _is_common(claim.correction)
    }
    return [
        claim
        for claim in claims
        if claim.kind not in _GUESSED
        or not claim.rule.startswith("names.")
        or claim.attribute("ref") is not None
        or claim.span not in corrected
        or _SURENESS[corrected[claim.span].cert] <= _SURENESS[claim.cert]
    ]


def _is_common(word: str) -> bool:
    """Whether *word* is no name: a month, a day, or what is common in speech and no given name."""
    key = word.lower()
    return key in CALENDAR or (Context.is_common(key) and key not in GIVEN and (key,) not in KNOWN_PLACES)


def _marked(document: Document) -> dict[Kind, list[Span]]:
    """The stretches of text to which the document's own markup already gives a kind."""
    found: dict[Kind, list[Span]] = {}
    for element in document.elements:
        kind = _MARKED.get(element.name)
        if kind is not None and tei.is_tei(element.node) and element.counted and element.span is not None:
            found.setdefault(Kind.PERS_NAME if kind in _NAMES else kind, []).append(element.span)
    return {kind: _merged(spans) for kind, spans in found.items()}


def _merged(spans: list[Span]) -> list[Span]:
    """The stretches of text that *spans* cover, in order and apart."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _said(annotation: Annotation, marked: dict[Kind, list[Span]]) -> bool:
    kind = Kind.PERS_NAME if annotation.kind in _NAMES else annotation.kind
    spans = marked.get(kind, ())
    index = bisect_right(spans, annotation.span.start, key=lambda span: span.end)
    return index < len(spans) and spans[index].start < annotation.span.end
