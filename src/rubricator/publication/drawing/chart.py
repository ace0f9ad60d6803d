"""A chart of who is mentioned where: a line for each person, a stroke on it for each mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from rubricator.publication.drawing import svg
from rubricator.publication.drawing.svg import LETTERS, WIDTH, Drawing
from rubricator.publication.xhtml import XHTML

ENOUGH = 3
"""With fewer persons, or with not twice as many mentions, there is no chart."""
MOST = 16
"""Of more persons, those named most often."""
_ROW = 20
_NAMES = 150


def drawn(page: etree._Element, section: etree._Element, wording: Mapping[str, str]) -> Drawing | None:
    """The chart of the persons in *section*."""
    named = [(svg.heading(entry), svg.mentions(entry)) for entry in svg.entries(section)]
    if len(named) < ENOUGH or sum(len(places) for _, places in named) < 2 * ENOUGH:
        return None
    at, heads, words = _positions(page, {place for _, places in named for place in places})
    if not words:
        return None
    persons = [(name, [at[place] for place in places if place in at]) for name, places in named]
    shown = sorted((one for one in persons if one[1]), key=lambda one: (-len(one[1]), one[0]))[:MOST]
    if len(shown) < ENOUGH:
        return None
    shown.sort(key=lambda one: (min(one[1]), one[0]))
    height = len(shown) * _ROW + 6

    def across(position: int) -> float:
        return _NAMES + (WIDTH - _NAMES - 4) * position / words

    marks = [svg.line(across(head), 0, across(head), height, "grid") for head in heads]
    for row, (name, places) in enumerate(shown):
        middle = row * _ROW + _ROW / 2 + 3
        marks.append(svg.words(_NAMES - 8, middle + LETTERS / 3, svg.cut(name, _NAMES - 10), anchor="end"))
        marks.append(svg.line(_NAMES, middle, WIDTH - 4, middle, "axis"))
        strokes = "".join(
            f"M{svg.number(across(place))} {svg.number(middle - 6)}v12" for place in sorted(set(places))
        )
        marks.append(f'<path class="stroke" d="{strokes}"/>')
    return Drawing(height, tuple(marks))


def _positions(page: etree._Element, ids: set[str]) -> tuple[dict[str, int], list[int], int]:
    """How many characters stand before each of those ids, before each division, and in all the text."""
    article = page.find(f".//{XHTML}article")
    found: dict[str, int] = {}
    heads: list[int] = []
    seen = 0
    for kind, piece in _pieces(article) if article is not None else ():
        if kind == "text":
            seen += len(piece)
        elif kind == "head":
            heads.append(seen)
        elif piece in ids:
            found.setdefault(piece, seen)
    return found, [head for head in heads if head], seen


def _pieces(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Words, ids and second headings in the order of the text; what is added does not count."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.get("id"):
                yield "id", str(node.get("id"))
            if node.tag == f"{XHTML}h2":
                yield "head", ""
            if node.text and node.get("data-added") is None:
                yield "text", node.text
        elif node is not element and node.tail:
            yield "text", node.tail
