"""The stretches of a document's text that a date may lie in: each between two boundaries of blocks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from rubricator import tei
from rubricator.annotation import Span
from rubricator.document import Document

_OPENING = frozenset({"head", "opener", "dateline"})
_CLOSING = frozenset({"closer", "postscript", "trailer"})
_FIELDS = _OPENING | _CLOSING | {"docDate", "docImprint", "byline", "bibl", "biblStruct", "birth", "death"}
"""Elements in which a year needs no context to be one."""

_LETTERS = frozenset({"div", "div1", "div2", "div3", "floatingText", "body", "text"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text with no boundary inside it.

    *field*: it is a heading, a *dateline* or the like. *opens*: its date is that of what follows.
    *marked* are the parts already marked as dates, *said* what those marks say.
    """

    start: int
    end: int
    field: bool = False
    opens: bool = False
    dateline: bool = False
    marked: tuple[Span, ...] = ()
    said: tuple[str, ...] = ()
    language: str = "en"
    letter: int | None = None
    """Where the letter begins whose first dateline this is, though at its end."""


def stretches(document: Document) -> list[Stretch]:
    """Every stretch of *document* that has text, in order."""
    spans = [(element, element.span) for element in document.elements if element.counted]
    edges = {0, len(document.text)}
    for element, span in spans:
        if span and element.name in tei.BLOCKS:
            edges |= {span.start, span.end}
    walls = sorted(edges)
    fields, opening, datelines = _places(document, walls)
    languages = _languages(document, walls)
    letters = _dated_at_their_end(document, walls)
    marked: dict[int, list[tuple[Span, str]]] = {}
    for element, span in spans:
        if span and element.name in {"date", "time"}:
            for index in _covered(walls, span):
                marked.setdefault(index, []).append((span, element.node.get("when") or ""))
    found: list[Stretch] = []
    for index, (start, end) in enumerate(pairwise(walls)):
        here = marked.get(index, [])
        spans_here = tuple(span for span, _ in here)
        said = tuple(when for _, when in here if when)
        place = (index in fields, index in opening, index in datelines)
        language = languages.get(index, document.language)
        found.append(Stretch(start, end, *place, spans_here, said, language, letters.get(index)))
    return found


def _languages(document: Document, walls: list[int]) -> dict[int, str]:
    """The language of the stretches that lie whole in an element with another than the document's."""
    found: dict[int, str] = {}
    for element in document.elements:
        language = element.node.get(_LANGUAGE)
        if language and element.span and element.counted:
            for index in _covered(walls, element.span):
                if element.span.contains(Span(walls[index], walls[index + 1])):
                    found[index] = language
    return found


def _places(document: Document, walls: list[int]) -> tuple[set[int], set[int], set[int]]:
    """Which stretches are fields, which of these open what follows, and which are datelines."""
    fields: set[int] = set()
    opening: set[int] = set()
    datelines: set[int] = set()
    closing: set[int] = set()
    for index, element in enumerate(document.elements):
        if element.name in _CLOSING or element.parent in closing:
            closing.add(index)
        if element.span and element.counted and element.name in _FIELDS:
            covered = _covered(walls, element.span)
            fields.update(covered)
            if element.name in _OPENING and index not in closing:
                opening.update(covered)
            if element.name == "dateline":
                datelines.update(covered)
    return fields, opening, datelines


def _dated_at_their_end(document: Document, walls: list[int]) -> dict[int, int]:
    """The stretches of datelines in closers, each with the start of its letter, if it is dated only there."""
    datelines: dict[int, tuple[bool, Span]] = {}
    for element in document.elements:
        if element.name == "dateline" and element.span and element.counted:
            letter, closing = element.parent, False
            while letter >= 0 and document.elements[letter].name not in _LETTERS:
                closing = closing or document.elements[letter].name in _CLOSING
                letter = document.elements[letter].parent
            if letter >= 0:
                datelines.setdefault(letter, (closing, element.span))
    found: dict[int, int] = {}
    for letter, (closing, first) in datelines.items():
        whole = document.elements[letter].span
        if closing and whole:
            found |= dict.fromkeys(_covered(walls, first), whole.start)
    return found


def _covered(walls: list[int], span: Span) -> range:
    """The numbers of the stretches that *span* touches."""
    first = bisect_left(walls, span.start)
    if first == len(walls) or walls[first] > span.start:
        first -= 1
    return range(first, bisect_left(walls, span.end))
