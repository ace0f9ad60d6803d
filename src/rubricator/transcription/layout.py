"""Layout: which lines of a plain text belong together, and whether their breaks were meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rubricator.annotation import Span
from rubricator.transcription.lines import Chunk, Line, divides, fold, is_wrapped, joined, span_of
from rubricator.transcription.model import BlockKind

_LONGEST_WRAPPED = 120  # characters; a line beyond this is a paragraph by itself
_INDENT = 2
_CLOSED = re.compile(r"[.?!:…][”’\"')\]]*$|[”\"—]$")
_BULLET = re.compile(r"(?P<mark>[•·◦▪*\-–])\s+(?P<rest>\S.*)", re.S)
_NUMBER = re.compile(r"(?P<mark>\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?P<rest>\S.*)", re.S)


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that are one block: *texts* is one line of prose, or the lines whose breaks were meant."""

    texts: tuple[str, ...]
    span: Span
    indented: bool = False
    verse: bool = False
    mark: str = ""

    @property
    def text(self) -> str:
        """The piece on one line."""
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Page:
    """How the text as a whole is set: its width if it is wrapped, its margin, how paragraphs are set in."""

    width: int
    margin: int
    first: frozenset[int]

    @classmethod
    def of(cls, found: Sequence[Chunk]) -> Page:
        """The page that *found* was taken from."""
        lines = [line for chunk in found for line in chunk.lines]
        if any(len(line.text) > _LONGEST_WRAPPED for line in lines):
            width = 0
        else:
            width = max((len(line.text) + line.indent for line in lines), default=0)
        margins = Counter(min(line.indent for line in chunk.lines) for chunk in found)
        margin = min(margins, key=lambda indent: (-margins[indent], indent), default=0)
        first = frozenset(
            chunk.lines[0].indent
            for chunk in found
            if len(chunk.lines) > 1 and chunk.lines[0].indent > chunk.lines[1].indent
        )
        return cls(width, margin, first)


def pieces(found: Sequence[Chunk], kinds: Mapping[int, BlockKind] | None = None) -> list[Piece]:
    """The blocks that the chunks *found* hold, list items apart; those of *kinds* are one block each.

    These are the formulas of letters, by where they start: their lines are meant. A postscript is prose.
    """
    page = Page.of(found)
    made: list[Piece] = []
    for chunk in found:
        kind = kinds.get(chunk.span.start) if kinds else None
        if kind in (None, BlockKind.POSTSCRIPT):
            made += _pieces(chunk, page)
        else:
            made.append(Piece(tuple(fold(line.text) for line in chunk.lines), chunk.span))
    return made


def _pieces(chunk: Chunk, page: Page) -> list[Piece]:
    lines = chunk.lines
    indent = min(line.indent for line in lines)
    indented = indent >= page.margin + _INDENT and not (len(lines) == 1 and indent in page.first)
    if len(lines) == 1:
        return [Piece((fold(lines[0].text),), chunk.span, indented)]
    items = _items(lines)
    if items:
        return items
    if chunk.longest > _LONGEST_WRAPPED:
        return [Piece((joined(group),), span_of(group), indented) for group in _undivided(lines)]
    width = chunk.longest + indent if page.width == 0 or indented else page.width
    paragraphs = _paragraphs(lines, indent, width)
    if len(paragraphs) > 1:
        return [Piece((joined(group),), span_of(group), indented) for group in paragraphs]
    if _is_prose(lines, width, indented=indented):
        return [Piece((joined(lines),), chunk.span, indented)]
    texts = tuple(fold(line.text) for line in lines)
    verse = len(lines) > 2 or indented
    return [Piece(texts, chunk.span, indented, verse=verse)]


def _undivided(lines: Sequence[Line]) -> list[list[Line]]:
    """Paragraphs of a line each, but for a word that goes on in the next line."""
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if divides(before.text, line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_prose(lines: Sequence[Line], width: int, *, indented: bool) -> bool:
    longest = max(len(line.text) for line in lines)
    if longest >= 45 and is_wrapped(lines, width - min(line.indent for line in lines)):
        return True
    starts = [line.text.lstrip("“‘\"'([—")[:1] for line in lines]
    if not all(start.isupper() or line.indent for start, line in zip(starts, lines, strict=True)):
        return longest >= 30 or not indented  # lines of verse begin with capitals, or are set in
    ends = sum(bool(_CLOSED.search(line.text)) for line in lines)
    return longest > 72 or (longest > 50 and ends >= 0.8 * len(lines))  # one sentence a line


def _paragraphs(lines: Sequence[Line], indent: int, width: int) -> list[list[Line]]:
    """The paragraphs of a chunk in which the first line of each is set in, or the whole chunk."""
    groups: list[list[Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if line.indent >= indent + _INDENT and _CLOSED.search(before.text):
            groups.append([line])
        else:
            groups[-1].append(line)
    whole = all(len(group) == 1 or is_wrapped(group, width - indent) for group in groups)
    long = any(len(group) > 1 and max(len(line.text) for line in group) >= 45 for group in groups)
    return groups if whole and long else [list(lines)]


def _items(lines: Sequence[Line]) -> list[Piece]:
    """The items of a chunk that is a list: its first line has a bullet or number, and so has another line."""
    for pattern in (_BULLET, _NUMBER):
        starts = [bool(pattern.match(line.text)) for line in lines]
        if not starts[0] or sum(starts) < 2:
            continue
        groups: list[list[Line]] = []
        for line, start in zip(lines, starts, strict=True):
            if start:
                groups.append([line])
            else:
                groups[-1].append(line)
        marked = [item(Piece((joined(group),), span_of(group))) for group in groups]
        return [piece for piece in marked if piece is not None] if all(marked) else []
    return []


def item(piece: Piece) -> Piece | None:
    """*piece* as an item of a list, its bullet or number set apart, if it has one."""
    match = _BULLET.fullmatch(piece.text) or _NUMBER.fullmatch(piece.text)
    if match is None:
        return None
    return Piece((match["rest"],), piece.span, mark=match["mark"])
