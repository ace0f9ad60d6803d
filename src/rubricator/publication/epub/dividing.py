"""Dividing: a long text in the files of a book, at its sections, and none of them too heavy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from rubricator.publication.xhtml import XHTML, floating, number

LONG = 40_000
"""Characters (some twenty pages): a longer text is divided at its sections."""
SHORT = 2_000
"""Characters: what is shorter stays with what follows it."""
HEAVY = 150_000
"""Bytes of markup: some reading systems give up at 300 kB, and all are slow long before."""
_TAG = 70  # bytes that an element's tags cost, roughly
_length = lru_cache(maxsize=1 << 14)(number("string-length()"))
_elements = lru_cache(maxsize=1 << 14)(number("count(descendant::*)"))
_SECTION = f"{XHTML}section"
_WHOLE = "piece"
_HOLDERS = frozenset((_WHOLE, *(f"{XHTML}{name}" for name in ("div", "section", "ol", "ul", "blockquote"))))
_BLOCKS = frozenset(
    XHTML + name
    for name in "p div section ol ul li dl blockquote table figure hr header h1 h2 h3 h4 h5 h6".split()
)
_HEADINGS = frozenset(f"{XHTML}h{level}" for level in range(1, 7))


@dataclass(frozen=True, eq=False)
class Piece:
    """An element with some of what it held; nothing is moved before it is known where to."""

    tag: str
    attrib: Mapping[str, str]
    nodes: Sequence[Node]

    @cached_property
    def length(self) -> float:
        """How many characters it has."""
        return sum(map(_size, self.nodes))

    @cached_property
    def elements(self) -> float:
        """How many elements it holds."""
        return sum(1 + _count(node) for node in self.nodes if not isinstance(node, str))

    def without(self, names: Iterable[str], nodes: Sequence[Node]) -> Piece:
        """The same with other *nodes*, and without some of its attributes."""
        kept = {name: value for name, value in self.attrib.items() if name not in names}
        return Piece(self.tag, kept, nodes)

    def fill(self, parent: etree._Element) -> None:
        """Move what it holds into *parent*."""
        for node in self.nodes:
            if isinstance(node, str):
                floating(parent, node)
            elif isinstance(node, Piece):
                attrib: Any = dict(node.attrib)
                node.fill(etree.SubElement(parent, node.tag, attrib))
            else:
                parent.append(node)


Node = etree._Element | Piece | str


def divided(content: Sequence[etree._Element]) -> list[Piece]:
    """The text's *content* in pieces, each to be a file."""
    found: list[Piece] = []
    for piece in _pieces(_whole(content)):
        found += _light(piece)
    _forget()
    return found


def lightened(content: Sequence[etree._Element]) -> list[Piece]:
    """*content* in as many pieces as it takes to keep each light."""
    found = _light(_whole(content))
    _forget()
    return found


def _light(piece: etree._Element | Piece) -> list[Piece]:
    return [one for one in _lightened(piece) if isinstance(one, Piece)]


def _forget() -> None:
    """Let go of what was measured: it will be changed."""
    _length.cache_clear()
    _elements.cache_clear()


def _whole(content: Sequence[etree._Element]) -> Piece:
    for element in content:
        element.tail = None
    return Piece(_WHOLE, {}, content)


def _size(node: Node) -> float:
    if isinstance(node, str):
        return len(node)
    return node.length if isinstance(node, Piece) else _length(node)


def _count(node: etree._Element | Piece) -> float:
    return node.elements if isinstance(node, Piece) else _elements(node)


def _opened(element: etree._Element | Piece) -> Piece:
    """The element with its words apart from its elements."""
    if isinstance(element, Piece):
        return element
    nodes = tuple(_nodes(element))
    for child in element:
        child.tail = None
    element.text = None
    attrib: Any = element.attrib
    return Piece(str(element.tag), dict(attrib), nodes)


def _nodes(element: etree._Element | Piece) -> Iterator[Node]:
    if isinstance(element, Piece):
        yield from element.nodes
        return
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _pieces(element: etree._Element | Piece) -> list[etree._Element | Piece]:
    """The element as it is or, where it is long and has sections, once for each of them."""
    if _size(element) <= LONG or not _holds_sections(element):
        return [element]
    opened = _opened(element)
    runs: list[Sequence[Node]] = []
    heads: list[bool] = []  # whether the run is an element to begin a file with
    for node in opened.nodes:
        if not isinstance(node, str) and (node.tag == _SECTION or _holds_sections(node)):
            parts = _pieces(node)
            runs += ((part,) for part in parts)
            heads += (True for _ in parts)
        elif runs and not heads[-1]:
            runs[-1] = (*runs[-1], node)
        else:
            runs.append((node,))
            heads.append(False)
    return list(_packed(opened, zip(runs, heads, strict=True)))


def _holds_sections(element: etree._Element | Piece) -> bool:
    if isinstance(element, Piece):
        inner = [node for node in element.nodes if not isinstance(node, str)]
        return any(node.tag == _SECTION or _holds_sections(node) for node in inner)
    return next(element.iterdescendants(_SECTION), None) is not None


def _packed(element: Piece, runs: Iterable[tuple[Sequence[Node], bool]]) -> Iterator[Piece]:
    """What is short stays with what follows it: a heading with its section, a short section with the next."""
    held: list[Node] = []
    size = 0.0
    names: tuple[str, ...] = ()
    for nodes, begins in runs:
        if size > SHORT and begins:
            yield element.without(names, tuple(held))
            held, size, names = [], 0.0, ("id",)  # only the first has its id
        held += nodes
        size += sum(map(_size, nodes))
    if held:
        yield element.without(names, tuple(held))


def _lightened(element: etree._Element | Piece) -> list[etree._Element | Piece]:
    """The piece as it is or, where it is heavy, in as many as it takes."""
    if _weight(element) <= HEAVY or not _parts_at_blocks(element):
        return [element]
    opened = _opened(element)
    parts = [light for node in opened.nodes if not isinstance(node, str) for light in _lightened(node)]
    found: list[etree._Element | Piece] = []
    begin, size = 0, 0.0
    for place, part in enumerate(parts):
        weight = _weight(part)
        if place > begin and size + weight > HEAVY and not _leads(parts[place - 1]):
            found.append(_continued(opened, parts, begin, place))
            begin, size = place, 0.0
        size += weight
    found.append(_continued(opened, parts, begin, len(parts)))
    return found


def _weight(element: etree._Element | Piece) -> float:
    """The bytes of its markup, roughly: the words, and what the tags cost."""
    return _size(element) + _TAG * _count(element)


def _continued(element: Piece, parts: Sequence[etree._Element | Piece], begin: int, end: int) -> Piece:
    """*element* with some of its parts; only the first has its id and its label, and numbers go on."""
    made = element.without(("id", "aria-labelledby", "start") if begin else (), parts[begin:end])
    if begin and element.tag == f"{XHTML}ol":
        items = sum(part.tag == f"{XHTML}li" for part in parts[:begin])
        start = str(int(element.attrib.get("start", "1")) + items)
        return Piece(made.tag, {**made.attrib, "start": start}, made.nodes)
    return made


def _parts_at_blocks(element: etree._Element | Piece) -> bool:
    """Whether it holds nothing but blocks, and is no block that must stay whole (a table, a figure)."""
    if element.tag not in _HOLDERS:
        return False
    nodes = list(_nodes(element))
    parts = [node for node in nodes if not isinstance(node, str)]
    return (
        bool(parts)
        and all(part.tag in _BLOCKS or part.attrib.get("role") == "doc-pagebreak" for part in parts)
        and not any(node.strip() for node in nodes if isinstance(node, str))
    )


def _leads(part: etree._Element | Piece) -> bool:
    """Whether it stands before what it belongs to."""
    return part.tag in _HEADINGS or part.attrib.get("role") == "doc-pagebreak"
