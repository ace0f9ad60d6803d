"""Letters: where one begins and ends, with or without a heading, and what its first and last lines are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rubricator.transcription.closing import closing
from rubricator.transcription.dateline import dateline, has_day, is_formal
from rubricator.transcription.formulas import greets, may_greet, surely_greets, takes_leave
from rubricator.transcription.headings import style
from rubricator.transcription.lines import Chunk, Line, fold, joined
from rubricator.transcription.model import BlockKind

POSTSCRIPT = re.compile(r"(?:P\.\s?(?:P\.\s?)?S\.|P\.?S[.:]|Post-?script(?:um)?[.:])", re.I)
_ADDRESS = re.compile(r"(?:To|TO|FROM|From|An):?\s(?:the|The|THE|den|die|[A-Z])[^?!]{1,80}")
_PLACE = re.compile(r"(?:[^\W_][\w.’'&-]*[,.]?\s?){1,7}")
_SMALL = frozenset("of the at in on near by de la le du des den am an der zu bei and y".split())
_ORNAMENT = re.compile(r"(?:[*⁂⁎❦❧✻◊♦•~#_—–-]\s*){1,80}")
_LONGEST_OPENING = 10  # lines
_LONGEST_CLOSING = 8
_LONGEST_PLACE = 50  # characters
_LINES_OF_PLACE = 3
_SHORT_TITLE = 4  # words
_SHORT_WORD = 5  # letters; shorter words may stand without a capital in a title
_AT_MOST = 4  # chunks that close a text, or stand after its postscript's first

_TWO_NAMES = (BlockKind.SIGNATURE, BlockKind.SIGNATURE)

Part = tuple[tuple[Line, ...], BlockKind | None]


@dataclass
class Parted:
    """Chunks of which each is one formula of a letter, or text; *kinds* says which, by where lines start."""

    chunks: list[Chunk] = field(default_factory=list)
    kinds: dict[int, BlockKind] = field(default_factory=dict)
    letters: set[int] = field(default_factory=set)
    """Where letters begin that have an opening."""
    dated: bool = False
    """Whether the last of these has its dateline there."""

    def add(self, lines: Sequence[Line], kind: BlockKind | None = None) -> None:
        """Add *lines* as a chunk, if there are any."""
        if lines:
            self.chunks.append(Chunk(tuple(lines)))
        if kind is not None:
            self.kinds |= {line.start: kind for line in lines}


def parted(found: Sequence[Chunk], author: str, *, diary: bool = False) -> Parted:
    """The chunks *found*, with the openings, closings and postscripts of letters apart.

    A letter without a heading above it begins where the one before it has been closed, and nowhere else; the
    days of a *diary* open none.
    """
    made = Parted()
    rest, body = list(found), list[Chunk]()
    greeted = False
    while rest:
        free = _heads(body[-1]) if body else not made.chunks
        begun = [] if diary else opening_of(rest)
        taken = sum(len(lines) for lines, _ in begun)
        below = _without(rest, taken)
        if begun and (not below or (greeted and not free and _dates_above(begun, dated=made.dated))):
            # Nothing stands below it, or this writer dates at the foot: it belongs to the letter above.
            dated = begun[0][0] if below else tuple(line for lines, _ in begun for line in lines)
            body.append(Chunk(dated))
            rest = _without(rest, len(dated))
            continue
        if begun and (free or (greeted and (_ends(body, author) or _follows_title(begun, body)))):
            _end(body, made, author, greeted=greeted)
            made.letters.add(begun[0][0][0].start)
            made.dated = any(kind is BlockKind.DATELINE for _, kind in begun)
            for lines, kind in begun:
                made.add(lines, kind)
            rest, body, greeted = below, [], True
            continue
        if greeted and body and _heads(rest[0]) and not POSTSCRIPT.match(rest[0].text):
            now, then = (_closed(part, author, greeted=True) for part in (body, [*body, rest[0]]))
            if now and len(then) <= len(now):
                _end(body, made, author, greeted=True)
                body, greeted = [], False
        body.append(rest.pop(0))
    _end(body, made, author, greeted=greeted, last=True)
    return made


def title_lines(chunk: Chunk, below: Chunk | None) -> int:
    """How many lines of a chunk at the head of a file stand above a letter's opening; all, if none begins."""
    for index in range(len(chunk.lines)):
        lines = Chunk(chunk.lines[index:])
        begun = opening_of([lines, below] if below else [lines], head=False)
        if not begun:
            continue
        kinds = {kind for _, kind in begun}
        first = begun[0][0]
        stated = dateline(fold(first[-1].text)) if begun[0][1] is BlockKind.DATELINE else None
        placed = bool(stated and (stated[0] or len(first) > 1) and has_day(stated[1]))
        title = chunk.lines[index - 1].text
        short = len(title.split()) <= _SHORT_TITLE or title.isupper()
        if BlockKind.SALUTE in kinds or (placed and (not index or short or is_formal(first[-1].text))):
            return index
    return len(chunk.lines)


def opening_of(found: Sequence[Chunk], *, head: bool = True) -> list[Part]:
    """The first lines of a letter, if *found* begins with them: datelines, addresses, a salutation.

    With *head*, lines of a printed letterhead may stand above the dateline in its chunk.
    """
    lines = [(number, line) for number, chunk in enumerate(found[:6]) for line in chunk.lines]
    lines = lines[:_LONGEST_OPENING]
    parts: list[Part] = []
    position = 0
    while position < len(lines):
        number, line = lines[position]
        here = [each for n, each in lines[position:] if n == number]
        size = _dateline_lines(here)
        text = fold(line.text)
        if size:
            parts.append((tuple(here[:size]), BlockKind.DATELINE))
        elif (
            greets(text)
            or (any(kind in _BEFORE_ADDRESS for _, kind in parts) and may_greet(text))
            or (not parts and len(here) == 1 and surely_greets(text) and _prose(lines[1:2]))
        ):
            parts.append(((line,), BlockKind.SALUTE))
        elif _ADDRESS.fullmatch(text) and (not parts or parts[-1][1] in _BEFORE_ADDRESS):
            parts.append(((line,), BlockKind.ADDRESS))
        elif head and not parts and (above := _above_dateline(here)):
            headed = bool(style(" ".join(fold(line.text) for line in here[:above])))
            parts.append((tuple(here[:above]), None if headed else BlockKind.LETTERHEAD))
        else:
            break
        position += len(parts[-1][0])
    return parts if _opens(parts) else []


def _prose(lines: Sequence[tuple[int, Line]]) -> bool:
    """Whether what stands below a greeting is long enough to be a letter's first words."""
    return any(len(line.text) >= _LONGEST_PLACE for _, line in lines)


_BEFORE_ADDRESS = (BlockKind.DATELINE, BlockKind.ADDRESS)


def _opens(parts: Sequence[Part]) -> bool:
    """Whether *parts* say enough to open a letter: a bare day of the week does not."""
    kinds = [kind for _, kind in parts]
    if BlockKind.SALUTE in kinds:
        return True
    stated = [dateline(joined(lines)) for lines, kind in parts if kind is BlockKind.DATELINE]
    return any(found is None or found[0] or has_day(found[1]) for found in stated)


def _dateline_lines(lines: Sequence[Line]) -> int:
    """How many of *lines*, from the first, are one dateline; its place may stand on lines of its own."""
    for size in range(1, min(len(lines), _LINES_OF_PLACE + 1) + 1):
        text = fold(lines[size - 1].text)
        stated = dateline(text)
        if stated:
            above = [fold(line.text) for line in lines[: size - 1]]
            loose = not stated[0] or text[0].islower()
            return size if loose or all(line.endswith(",") for line in above) else 0
        if not _is_place(text):
            return 0
    return 0


def _is_place(line: str) -> bool:
    """Whether *line*, above a date, can name a place: a house, a street, a town."""
    words = line.split()
    capital = all(word[0].isupper() or word[0].isdigit() or word.strip(",.") in _SMALL for word in words)
    shouted = line.isupper() and not line.endswith(",")
    return (
        len(line) <= _LONGEST_PLACE
        and bool(_PLACE.fullmatch(line))
        and capital
        and not (shouted or greets(line) or words[0].casefold().strip(".") == "no")
    )


def _above_dateline(lines: Sequence[Line]) -> int:
    """How many short lines stand above a dateline in its chunk: a letterhead, a number, a title."""
    for index in range(1, min(len(lines), _LINES_OF_PLACE + 1)):
        if len(lines[index - 1].text) > _LONGEST_PLACE or lines[index - 1].text[-1] in ".;" * (index > 1):
            return 0
        size = _dateline_lines(lines[index:])
        if size:
            return index
    return 0


def _heads(chunk: Chunk) -> bool:
    """Whether *chunk* looks like a heading, or parts what is above it from what is below."""
    return len(chunk.lines) <= _LINES_OF_PLACE and (
        bool(_ORNAMENT.fullmatch(chunk.text)) or bool(style(fold(chunk.text)))
    )


def _without(found: Sequence[Chunk], taken: int) -> list[Chunk]:
    """The chunks *found* without their first *taken* lines."""
    rest = list(found)
    while rest and taken and taken >= len(rest[0].lines):
        taken -= len(rest.pop(0).lines)
    return [Chunk(rest[0].lines[taken:]), *rest[1:]] if taken else rest


def _dates_above(begun: Sequence[Part], *, dated: bool) -> bool:
    """Whether the dateline that *begun* begins with may be that at the foot of a letter not *dated* above."""
    kinds = [kind for _, kind in begun]
    return not dated and kinds[0] is BlockKind.DATELINE and BlockKind.SALUTE in kinds


def _follows_title(begun: Sequence[Part], body: Sequence[Chunk]) -> bool:
    """Whether a whole opening, dateline and greeting, stands below a title, and no sentence leads to it."""
    whole = {BlockKind.DATELINE, BlockKind.SALUTE} <= {kind for _, kind in begun}
    above = body[-1] if body else None
    if not whole or above is None or len(above.lines) > 1:
        return False
    words = above.text.split()
    titled = all(word[0].isupper() or len(word) < _SHORT_WORD for word in words if word[0].isalpha())
    return titled and len(above.text) <= _LONGEST_PLACE and above.text[-1] not in ",:;"


def _ends(body: Sequence[Chunk], author: str) -> bool:
    """Whether the letter *body* has been closed: with a signature or the like, or a postscript below it."""
    ends = (_closed(body[:end], author, greeted=True) for end in {len(body), _postscript(body)})
    return any(kind is not BlockKind.DATELINE for closed in ends for _, kind in closed)


def _closed(body: Sequence[Chunk], author: str, *, greeted: bool) -> list[Part]:
    """The lines that close *body*, each with what it is; of a letter they may begin within a chunk."""
    lines = [(index, line) for chunk in body[-_AT_MOST:] for index, line in enumerate(chunk.lines)]
    whole = len(body) <= _AT_MOST
    for start in range(max(int(whole), len(lines) - _LONGEST_CLOSING), len(lines)):
        index, first = lines[start]
        if index and not (greeted and _begins_closing(lines[start - 1][1], first)):
            continue
        last = [line for _, line in lines[start:]]
        kinds = closing([fold(line.text) for line in last], author, greeted=greeted)
        if kinds and not (greeted and _headed([index for index, _ in lines[start:]], kinds)):
            return [((line,), kind) for line, kind in zip(last, kinds, strict=True)]
    return []


def _headed(places: Sequence[int], kinds: Sequence[BlockKind]) -> bool:
    """Whether what looks like a second name begins a chunk below the first: it may head what follows."""
    pairs = zip(places[1:], pairwise(kinds), strict=True)
    return any(not place and names == _TWO_NAMES for place, names in pairs)


def _begins_closing(before: Line, first: Line) -> bool:
    """Whether *first* may begin a closing, though *before* stands in the same chunk."""
    return before.text[-1] in '.!?:;,—–"”’)' or takes_leave(fold(first.text)) or bool(dateline(first.text))


def _end(body: Sequence[Chunk], made: Parted, author: str, *, greeted: bool, last: bool = False) -> None:
    """Add the chunks of a letter or a text to *made*: words, closing, postscript, the next's head."""
    heads = 0
    while not last and heads < 2 and len(body) > heads and _heads(body[-1 - heads]):
        heads += 1
    for count in range(heads + 1):
        text = body[: len(body) - count]
        if _add_closed(text, made, author, greeted=greeted):
            for chunk in body[len(body) - count :]:
                made.add(chunk.lines)
            return
    after = _postscript(body) if last else len(body)
    for chunk in body[:after]:
        made.add(chunk.lines)
    for chunk in body[after:]:
        made.add(chunk.lines, BlockKind.POSTSCRIPT)


def _add_closed(text: Sequence[Chunk], made: Parted, author: str, *, greeted: bool) -> bool:
    """Add *text* with its closing, and the postscript below that; nothing, if it has no closing."""
    for end in (len(text), _postscript(text)):
        closed = _closed(text[:end], author, greeted=greeted)
        if not closed:
            continue
        closed = _addressed(closed, dated=made.dated and greeted)
        start = closed[0][0][0].start
        for chunk in text[:end]:
            made.add([line for line in chunk.lines if line.start < start])
        for lines, kind in closed:
            made.add(lines, kind)
        below = text[end:]
        signed = _closed(below, author, greeted=greeted) if len(below) > 1 else []
        start = signed[0][0][0].start if signed else text[-1].span.end
        for chunk in below:
            made.add([line for line in chunk.lines if line.start < start], BlockKind.POSTSCRIPT)
        for lines, kind in signed:
            made.add(lines, kind)
        return True
    return False


def _addressed(closed: Sequence[Part], *, dated: bool) -> list[Part]:
    """What closes a letter: a date below the name and above other names is that of its cover.

    It is if the letter is *dated* at its head, or if there are several of them.
    """
    kinds = [kind for _, kind in closed]
    for index in range(1, len(kinds) - 1 - (not dated)):
        beside = (kinds[index - 1], kinds[index], kinds[index + 1])
        if beside == (BlockKind.SIGNATURE, BlockKind.DATELINE, BlockKind.SIGNATURE):
            return [*closed[:index], *((lines, BlockKind.ADDRESS) for lines, _ in closed[index:])]
    return list(closed)


def _postscript(found: Sequence[Chunk]) -> int:
    """Where the postscript begins that ends *found*; its end, if there is none."""
    for index in range(max(1, len(found) - _AT_MOST), len(found)):
        if POSTSCRIPT.match(found[index].text):
            return index
    return len(found)
