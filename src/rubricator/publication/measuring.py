"""Measuring: lines of words that are not as wide as they have characters, or that are set as they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rubricator.publication.folding import EAST
from rubricator.publication.pieces import ADDED, BREAK, JOINED, WITHIN_WORD, Piece, Place

_UNEVEN = re.compile("[^\x00-\u02ff\u03a3-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2029\u2190-\u2199]")
"""Where characters may take no column, or two; all others take one."""

_SOFT = "\u200b"
"""What a word comes after where a line may end without a space."""
_FAR = re.compile("[\u0f00-\u0fff\u1361\u2e80-\U0003ffff]")
"""Where there may be such a place: most texts have none."""
_NO_START = (
    r"\s\])}\[(.,:;!?%…‥’”»›、。々〃〉》」』】〕〗〙〛〜ー・ヽヾゝゞ！％），．：；？］｝～｡｣､･\u3099\u309a"
    r"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰ-ㇿ\u0f0b-\u0f14\u1361-\u1368"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
"""What begins no line: closing brackets and stops, small kana, what belongs to the sign before it."""
_NO_END = r"\[({“‘«‹„‚〈《「『【〔〖〘〚（［｛｢"
"""What ends none."""


@dataclass(slots=True)
class _Word:
    """A word in its pieces, after a space or a forced end of line (or nothing); *stream* is the space's."""

    before: str = ""
    stream: str = ADDED
    pieces: list[Piece] = field(default_factory=list)
    columns: int = 0
    """How wide it is."""
    filled: bool = False
    """Whether it has any characters."""


def measured(runs: list[Piece], place: Place, width: int) -> list[Piece]:
    """The lines of any *runs*, each word measured."""
    out: list[Piece] = []
    column, fresh = len(place.indent), True
    within = any(WITHIN_WORD in text for text, _ in runs)
    for word in _words(runs, verbatim=place.verbatim, soft=width > 0 and _has_soft(runs)):
        length = rest = word.columns
        parts = "".join([text for text, _ in word.pieces]).split(WITHIN_WORD) if within else ()
        if len(parts) > 1:
            length, rest = columns(parts[0]), columns(parts[-1])
        if word.before == _SOFT:
            if column + length > width:
                out += [("\n", ADDED), (place.indent + place.hang, ADDED)]
                column = len(place.indent) + len(place.hang)
        elif word.before == "\n" or (word.before and not fresh and width and column + length >= width):
            out += [("\n", word.stream), (place.indent + place.hang, ADDED)]
            column = len(place.indent) + len(place.hang)
        elif word.before and not fresh:
            out.append((" ", word.stream))
            column += 1
        out += word.pieces
        column = rest if len(parts) > 1 else column + length
        fresh = fresh and not length
    return out


def _has_soft(runs: list[Piece]) -> bool:
    """Whether a line of *runs* may end without a space."""
    return any(_FAR.search(text) is not None for text, _ in runs)


@cache
def _soft() -> re.Pattern[str]:
    """Where a line may end without a space: in Chinese and Japanese, after points of Tibetan and Ethiopic."""
    east = f"(?<![{_NO_END}])(?![{_NO_START}])(?:(?<=[{EAST}])(?=.)|(?<=.)(?=[{EAST}]))"
    return re.compile(f"{east}|(?<=[\u0f0b\u1361])(?=[^{_NO_START}])")


def _chunks(last: str, part: str) -> list[str]:
    """*part* parted where a line may end; the first is empty if one may end after what is *last*."""
    first, *others = _soft().split(last + part)
    return [first[len(last) :], *others]


def _words(runs: list[Piece], *, verbatim: bool, soft: bool = False) -> list[_Word]:
    """The words of *runs*; white space that would begin or end a line is left out."""
    word = _Word()
    found = [word]
    for text, stream in runs:
        if not text:
            word.pieces.append((text, stream))
            continue
        if verbatim and stream == ADDED and (text[0].isspace() or text[-1].isspace()):
            word.pieces += [("", BREAK), (text, ADDED)]
            word.columns += columns(text)
            word.filled = True
            continue
        last = len(text.rstrip(" \n")) if stream == ADDED else 0
        at = 0
        for part in re.split(r"(\n)" if verbatim else r"([ \n])", text):
            start, at = at, at + len(part)
            if part in ("\n", " ") and (part == "\n" or not verbatim):
                # What is added parts words where it begins or ends with a space.
                outer = stream == ADDED and (start >= last or not text[:start].strip(" \n"))
                stream_of_space = BREAK if outer else stream
                if word.filled or verbatim:
                    word = _Word(part, stream_of_space)
                    found.append(word)
                else:
                    known = word.stream if word.before else stream_of_space
                    if part == "\n" or not word.before:
                        word.before, word.stream = part if len(found) > 1 else "", stream_of_space
                    if stream_of_space != known:
                        word.pieces.append(_beside(known if part == "\n" else stream_of_space))
            elif part:
                before, *others = _chunks(_last(word), part) if soft and not verbatim else (part,)
                for chunk in (before, *others) if before else others:
                    if chunk is not before and word.filled:
                        word = _Word(_SOFT)
                        found.append(word)
                    word.pieces.append((chunk, stream))
                    word.columns += len(chunk) if chunk.isascii() else columns(chunk)
                    word.filled = True
    if not word.filled:
        word.before = ""
    return found


def _last(word: _Word) -> str:
    """The last character of *word* as it is so far."""
    return next((text[-1] for text, _ in reversed(word.pieces) if text), "")


def _beside(stream: str) -> Piece:
    """White space of *stream* where that of another is written: the words of each are parted."""
    return ("", BREAK) if stream == BREAK else (JOINED, stream)


def is_uneven(text: str) -> bool:
    """Whether a character of *text* may take no column, or two."""
    return not text.isascii() and _UNEVEN.search(text) is not None


@lru_cache(maxsize=1 << 16)
def columns(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    if not _UNEVEN.search(text):
        return len(text)
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )
