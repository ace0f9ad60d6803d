"""Where a document lists persons, places and the like: what stands there is no mention."""

from __future__ import annotations

from bisect import bisect_right

from rubricator import tei
from rubricator.annotation import Span
from rubricator.document import Document
from rubricator.textmap import Element

_ENTRIES = frozenset(
    "listPerson listPlace listOrg listEvent listObject listNym listRelation person personGrp place org event"
    " object nym relation".split()
)
_LISTED = frozenset({"item", "bibl"})
"""What is an entry at the back of a text, if it has an id."""
_ASIDES = frozenset({"note", "fw"})


def entries_in(document: Document) -> tuple[Span, ...]:
    """The stretches of the text that are entries of lists, in order and apart."""
    spans: list[Span] = []
    inside: list[bool] = []
    for element in document.elements:
        outer = element.parent >= 0 and inside[element.parent]
        here = outer or element.name in _ENTRIES or (element.name in _LISTED and _has_id(element))
        inside.append(here)
        # The notes of an entry stand elsewhere in the text, so that each element is looked at by itself.
        if here and element.counted and element.span is not None:
            spans.append(element.span)
    return _merged(spans)


def asides_in(document: Document) -> tuple[Span, ...]:
    """The stretches of the text that stand beside it, notes and running heads, in order and apart."""
    return _merged([e.span for e in document.elements if e.name in _ASIDES and e.counted and e.span])


def signatures_in(document: Document) -> tuple[Span, ...]:
    """The stretches of the text that are signatures, in order and apart."""
    return _merged([e.span for e in document.elements if e.name == "signed" and e.counted and e.span])


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _has_id(element: Element) -> bool:
    """Whether an element at the back of a text has an id, by which mentions lead to it."""
    if element.node.get("{http://www.w3.org/XML/1998/namespace}id") is None:
        return False
    return any(tei.local_name(outer) == "back" for outer in element.node.iterancestors())


def within(spans: tuple[Span, ...], span: Span) -> bool:
    """Whether *span* lies in one of *spans*."""
    index = bisect_right(spans, span.start, key=lambda one: one.start) - 1
    return index >= 0 and spans[index].contains(span)
