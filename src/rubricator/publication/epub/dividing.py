"""Dividing: a long text in the files of a book, at its sections, and none of them too heavy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from rubricator.publication.xhtml import XHTML, floating, is_true, number

LONG = 40_000
"""Characters (some twenty pages): a longer text is divided at its sections."""
SHORT = 2_000
"""Characters: what is shorter stays with what follows it."""
HEAVY = 150_000
"""Bytes of markup: some reading systems give up at 300 kB, and all are slow long before."""
_TAG = 70  # bytes that an element's tags cost, roughly
_length = number("string-length()")
_elements = number("count(descendant::*)")
_has_sections = is_true("descendant::h:section")
_is_divisible = is_true("self::h:section or descendant::h:section")
_has_words = is_true("text()[normalize-space()]")
_HOLDERS = frozenset(("piece", *(f"{XHTML}{name}" for name in ("div", "section", "ol", "ul", "blockquote"))))
_BLOCKS = frozenset(
    XHTML + name
    for name in "p div section ol ul li dl blockquote table figure hr header h1 h2 h3 h4 h5 h6".split()
)
_HEADINGS = frozenset(f"{XHTML}h{level}" for level in range(1, 7))
_Run = etree._Element | list[etree._Element | str]
"""An element to begin a file with, or nodes that stand between such elements."""


def divided(content: list[etree._Element]) -> list[etree._Element]:
    """The text's *content* in pieces, each to be a file; what is divided is used up."""
    return [light for piece in _pieces(_whole(content)) for light in _lightened(piece)]


def lightened(content: list[etree._Element]) -> list[etree._Element]:
    """*content* in as many pieces as it takes to keep each light; it is used up."""
    return _lightened(_whole(content))


def _whole(content: list[etree._Element]) -> etree._Element:
    whole = etree.Element("piece")
    whole.extend(content)
    return whole


def _pieces(element: etree._Element) -> list[etree._Element]:
    """The element as it is or, where it is long and has sections, once for each of them."""
    if _length(element) <= LONG or not _has_sections(element):
        return [element]
    runs: list[_Run] = []
    for node in _nodes(element):
        if not isinstance(node, str) and _is_divisible(node):
            runs += _pieces(node)
        elif runs and isinstance(runs[-1], list):
            runs[-1].append(node)
        else:
            runs.append([node])
    return list(_packed(element, runs))


def _nodes(element: etree._Element) -> Iterator[etree._Element | str]:
    """What the element holds, its words apart from their elements."""
    if element.text:
        yield element.text
    for child in list(element):
        words, child.tail = child.tail, None
        yield child
        if words:
            yield words


def _packed(element: etree._Element, runs: list[_Run]) -> Iterator[etree._Element]:
    """What is short stays with what follows it: a heading with its section, a short section with the next."""
    held: list[_Run] = []
    size, first = 0.0, True
    for run in runs:
        if size > SHORT and not isinstance(run, list):
            yield _piece(element, held, first)
            held, size, first = [], 0.0, False
        held.append(run)
        size += sum(map(_size, run)) if isinstance(run, list) else _length(run)
    if held:
        yield _piece(element, held, first)


def _size(node: etree._Element | str) -> float:
    return len(node) if isinstance(node, str) else _length(node)


def _piece(element: etree._Element, runs: list[_Run], first: bool) -> etree._Element:
    """The element with some of its runs; only the first has its id."""
    piece = _copy(element, () if first else ("id",))
    for run in runs:
        for node in run if isinstance(run, list) else (run,):
            if isinstance(node, str):
                floating(piece, node)
            else:
                piece.append(node)
    return piece


def _copy(element: etree._Element, without: tuple[str, ...]) -> etree._Element:
    nsmap: Any = element.nsmap
    copy = etree.Element(element.tag, nsmap=nsmap)
    copy.attrib.update({name: value for name, value in element.attrib.items() if name not in without})
    return copy


def _lightened(element: etree._Element) -> list[etree._Element]:
    """The piece as it is or, where it is heavy, in as many as it takes."""
    if _weight(element) <= HEAVY or not _parts_at_blocks(element):
        return [element]
    parts = [light for child in list(element) for light in _lightened(child)]
    found: list[etree._Element] = []
    begin, size = 0, 0.0
    for place, part in enumerate(parts):
        weight = _weight(part)
        if place > begin and size + weight > HEAVY and not _leads(parts[place - 1]):
            found.append(_continued(element, parts, begin, place))
            begin, size = place, 0.0
        size += weight
    found.append(_continued(element, parts, begin, len(parts)))
    return found


def _weight(element: etree._Element) -> float:
    """The bytes of its markup, roughly: the words, and what the tags cost."""
    return _length(element) + _TAG * _elements(element)


def _continued(element: etree._Element, parts: list[etree._Element], begin: int, end: int) -> etree._Element:
    """*element* with some of its parts; only the first has its id and its label, and numbers go on."""
    copy = _copy(element, ("id", "aria-labelledby", "start") if begin else ())
    if begin and element.tag == f"{XHTML}ol":
        items = sum(part.tag == f"{XHTML}li" for part in parts[:begin])
        copy.set("start", str(int(element.get("start", "1")) + items))
    for part in parts[begin:end]:
        part.tail = None
        copy.append(part)
    return copy


def _parts_at_blocks(element: etree._Element) -> bool:
    """Whether it holds nothing but blocks, and is no block that must stay whole (a table, a figure)."""
    return (
        element.tag in _HOLDERS
        and len(element) > 0
        and all(part.tag in _BLOCKS or part.get("role") == "doc-pagebreak" for part in element)
        and not _has_words(element)
    )


def _leads(part: etree._Element) -> bool:
    """Whether it stands before what it belongs to."""
    return part.tag in _HEADINGS or part.get("role") == "doc-pagebreak"
