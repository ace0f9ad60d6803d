"""The body of a page: paragraphs, headings, quotations, verse, lists, notes, opening and closing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rubricator.annotation import Span
from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.transcription.attribution import is_attribution
from rubricator.transcription.closing import closing
from rubricator.transcription.dateline import dateline
from rubricator.transcription.diary import entries
from rubricator.transcription.headings import is_bare, levels, style
from rubricator.transcription.layout import Piece, item, pieces
from rubricator.transcription.letters import Parted, parted
from rubricator.transcription.lines import Chunk, divides
from rubricator.transcription.model import Block, BlockKind, Leftover
from rubricator.transcription.navigation import is_navigation_anywhere, is_rule
from rubricator.transcription.notes import take_notes
from rubricator.transcription.rules import DIVIDED, NO_TEXT
from rubricator.transcription.shapes import is_date

_ORNAMENT = re.compile(r"(?:[*⁂⁎❦❧✻◊♦•~#]\s*){1,12}")
_FIGURE = re.compile(r"\[Illustration(?:\s*:\s*(?P<caption>[^\[\]]+))?\]", re.I | re.S)
_OPENING = (BlockKind.DATELINE, BlockKind.SALUTE, BlockKind.ADDRESS, BlockKind.LETTERHEAD)
_PROSE = 12  # words; what a heading stands above
_ENTRY = "entry"  # the style of what begins an entry
_PERIOD = "period"  # the style of the year or month above entries
_LONG_ITEM = 60  # words; a longer numbered block is a paragraph that happens to be numbered


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of the body, and what was left out of it."""

    blocks: tuple[Block, ...]
    leftovers: tuple[Leftover, ...]

    def findings(self, source: Source) -> list[Finding]:
        """What is to be said of the body: that there is none, or that a word in it is divided."""
        if self.blocks:
            return self._divided(source)
        remedy = "See what its lines were taken for: rubricator read, and mend the file."
        return [NO_TEXT.broken(source, None, "There is no text below the header.", remedy)]

    def _divided(self, source: Source) -> list[Finding]:
        return [
            DIVIDED.broken(
                source,
                source.place(before.span.end - 1, before.span.end),
                f"A paragraph ends in “{before.text.split()[-1]}” and the next begins with "
                f"“{block.text.split()[0]}”: they seem to be one word.",
                "Remove the empty line between the two, if they are one.",
            )
            for before, block in pairwise(self.blocks)
            if before.kind is block.kind is BlockKind.PARAGRAPH and divides(before.text, block.text)
        ]


def read_body(found: Sequence[Chunk], *, author: str = "", title: str = "") -> Body:
    """The body that the chunks *found* hold; *author* helps to know a signature, *title* a diary."""
    leftovers: list[Leftover] = []
    chunks: list[Chunk] = []
    for chunk in found:
        if is_navigation_anywhere(chunk.text):
            leftovers.append(Leftover("navigation", chunk.text, chunk.span))
        else:
            chunks.append(chunk)
    noted = take_notes(chunks)
    main, days = entries(noted.chunks, title)
    made = parted(main, author, diary=bool(days))
    walls = [leftover.span.start for leftover in leftovers]
    blocks = _blocks(pieces(made.chunks, made.kinds), days, made, walls)
    blocks += _unpaired(pieces(noted.kept))
    return Body((*blocks, *noted.notes), (*leftovers, *noted.leftovers))


def _unpaired(found: Sequence[Piece]) -> list[Block]:
    """Notes that no mark calls, under their heading."""
    kinds = [BlockKind.HEADING, *[BlockKind.PARAGRAPH] * (len(found) - 1)]
    return [
        Block(kind, piece.texts, piece.span, piece.mark, level=int(kind is BlockKind.HEADING))
        for kind, piece in zip(kinds, found, strict=False)
    ]


def _blocks(found: Sequence[Piece], days: frozenset[int], made: Parted, walls: Sequence[int]) -> list[Block]:
    """The blocks of the pieces *found*; those that start at *days* begin the entries of a diary."""
    blocks: list[Block] = []
    found, heads = _joined(found, _heads(found, days, made.kinds), walls)
    items = _items(found, made.kinds)
    depths = iter(levels([name for name in heads if name not in ("", _ENTRY)]))
    depth = 0
    for index, piece in enumerate(found):
        if heads[index]:
            entered = heads[index] == _ENTRY
            depth = depth if entered else next(depths)
            kind = BlockKind.ENTRY if entered else BlockKind.HEADING
            blocks.append(Block(kind, piece.texts, piece.span, level=depth + entered))
            continue
        start = piece.span.start
        if start in made.kinds:
            blocks.append(Block(made.kinds[start], piece.texts, piece.span, begins=start in made.letters))
            continue
        figure = _FIGURE.fullmatch(piece.text)
        if figure:
            caption = (figure["caption"] or "").strip()
            blocks.append(Block(BlockKind.FIGURE, (caption,) if caption else (), piece.span))
            continue
        entry = item(piece) if items[index] and not piece.mark else piece
        assert entry is not None
        begins = start in made.letters
        blocks.append(Block(_kind(entry), entry.texts, entry.span, entry.mark, begins=begins))
    return blocks


def _kind(piece: Piece) -> BlockKind:
    if piece.mark:
        return BlockKind.ITEM
    if _ORNAMENT.fullmatch(piece.text):
        return BlockKind.ORNAMENT
    if is_rule(piece.text):
        return BlockKind.RULE
    if piece.verse:
        return BlockKind.VERSE
    return BlockKind.QUOTATION if piece.indented else BlockKind.PARAGRAPH


def _heads(found: Sequence[Piece], days: frozenset[int], kinds: Mapping[int, BlockKind]) -> list[str]:
    """The style of each piece that is a heading, or begins an entry; nothing for the others."""
    styles = [
        _ENTRY if piece.span.start in days else "" if piece.span.start in kinds else _style(piece)
        for piece in found
    ]
    for index, (quoted, source) in enumerate(pairwise(found), 1):
        if (quoted.verse or quoted.indented) and is_attribution(source.text):
            styles[index] = ""
    for index, (name, following) in enumerate(pairwise(styles)):
        if following == _ENTRY != name and is_date(found[index].text):
            styles[index] = _PERIOD
    for index in range(len(found) - 1, -1, -1):
        below = found[index + 1].span.start if index + 1 < len(found) else -1
        if kinds.get(below, BlockKind.POSTSCRIPT) in _OPENING:
            continue
        if styles[index] not in ("", _ENTRY) and not _stands_above(found, styles, index):
            styles[index] = ""
    return styles


def _joined(
    found: Sequence[Piece], heads: Sequence[str], walls: Sequence[int]
) -> tuple[list[Piece], list[str]]:
    """The pieces, a heading's number and the words that follow it as one; and their styles.

    At the *walls* something was left out: what stands on either side is not one.
    """
    pieces_: list[Piece] = []
    styles: list[str] = []
    for piece, name in zip(found, heads, strict=True):
        if (
            name not in ("", _ENTRY)
            and styles
            and styles[-1]
            and is_bare(pieces_[-1].text)
            and not is_bare(piece.text)
            and not any(pieces_[-1].span.end <= wall < piece.span.start for wall in walls)
        ):
            above = pieces_.pop()
            span = Span(above.span.start, piece.span.end)
            pieces_.append(Piece((*above.texts, *piece.texts), span))
        else:
            pieces_.append(piece)
            styles.append(name)
    return pieces_, styles


def _style(piece: Piece) -> str:
    if _FIGURE.fullmatch(piece.text):
        return ""
    if piece.mark or len(piece.texts) > 3 or _ORNAMENT.fullmatch(piece.text) or is_rule(piece.text):
        return ""
    if _of_letter(piece):
        return ""
    return style(piece.text)


def _of_letter(piece: Piece) -> bool:
    """Whether *piece* says where and when, or greets: it stands inside a letter, not above one."""
    written = dateline(piece.text)
    return bool(written and written[0]) or BlockKind.SALUTE in closing(piece.texts, "")


def _stands_above(found: Sequence[Piece], styles: Sequence[str], index: int) -> bool:
    """Whether what follows is what a heading stands above: prose, or a further heading."""
    if index and found[index - 1].text[-1] in ",:" and not styles[index - 1]:
        return False
    following = index + 1
    if following == len(found):
        return False
    if styles[following] == _ENTRY or (index and styles[index - 1] == _ENTRY):
        return styles[index] != "plain" and not (index and styles[index - 1] == _ENTRY)
    if styles[following]:
        return is_bare(found[index].text) or styles[following] != styles[index]
    if styles[index] == "plain" and found[index].verse:
        return False
    if index and _is_numbered(found[index - 1], styles[index - 1]) and styles[index] in ("caps", "plain"):
        return True
    return (
        len(found[following].text.split()) >= _PROSE
        or found[following].verse
        or bool(found[following].mark)
        or is_bare(found[index].text)
    )


def _is_numbered(piece: Piece, name: str) -> bool:
    """Whether *piece* is nothing but `Chapter 2` or the like: what stands right below it is its title."""
    return name in ("part", "chapter") and is_bare(piece.text)


def _items(found: Sequence[Piece], kinds: Mapping[int, BlockKind]) -> list[bool]:
    """Which pieces are items of a list: those that have a mark, and runs of blocks that begin with one."""
    marked = [bool(piece.mark) for piece in found]
    entries_ = [item(piece) if piece.span.start not in kinds else None for piece in found]
    marks = [
        entry.mark if entry and not piece.verse else "" for piece, entry in zip(found, entries_, strict=True)
    ]
    for index, mark in enumerate(marks):
        neighbours = {marks[index - 1] if index else "", marks[index + 1] if index + 1 < len(marks) else ""}
        if not mark or marked[index] or len(found[index].text.split()) > _LONG_ITEM:
            continue
        if mark in neighbours or any(_follows(a, b) for n in neighbours for a, b in ((n, mark), (mark, n))):
            marked[index] = True
    return marked


def _follows(first: str, second: str) -> bool:
    """Whether *second* is the mark after *first* in a numbered list."""
    a, b = first.strip("()."), second.strip("().")
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return len(a) == len(b) == 1 and a.isalpha() and ord(b) == ord(a) + 1
