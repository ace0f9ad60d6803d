"""Lines and chunks: a plain text as runs of lines between empty ones, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rubricator.annotation import Span

SPACE = " \t\n\r\f"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_FOLD = re.compile(rf"[{SPACE}]+")
_BROKEN_AT_HYPHEN = re.compile(r"[^\W\d_][-‐]")
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|et|ou)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty: its text without blanks around it, where it starts, how far it is set in."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that follow each other without an empty line between."""

    lines: tuple[Line, ...]

    @property
    def span(self) -> Span:
        """From its first character to its last."""
        return span_of(self.lines)

    @property
    def text(self) -> str:
        """Its lines as one line of prose."""
        return joined(self.lines)

    @property
    def longest(self) -> int:
        """The number of characters in its longest line."""
        return max(len(line.text) for line in self.lines)


def chunks(markup: str) -> list[Chunk]:
    """The chunks of a plain text, in order."""
    found: list[Chunk] = []
    current: list[Line] = []
    for match in _LINE.finditer(markup):
        raw = match.group()
        text = raw.strip(SPACE)
        if text:
            indent = len(raw) - len(raw.lstrip(SPACE))
            current.append(Line(text, match.start() + indent, len(raw[:indent].expandtabs(4))))
        elif current:
            found.append(Chunk(tuple(current)))
            current = []
    if current:
        found.append(Chunk(tuple(current)))
    return found


def span_of(lines: Sequence[Line]) -> Span:
    """From the first character of *lines* to the last."""
    return Span(lines[0].start, lines[-1].end)


def fold(text: str) -> str:
    """*text* with each run of blanks as one; no-break and other special spaces stay."""
    return _FOLD.sub(" ", text.strip(SPACE))


def joined(lines: Sequence[Line]) -> str:
    """Wrapped *lines* as one; a word divided at its hyphen is put together, the hyphen stays."""
    parts: list[str] = []
    for line in lines:
        text = fold(line.text)
        before = parts[-1][-2:] if parts else ""
        divided = _BROKEN_AT_HYPHEN.fullmatch(before) and text[0].isalpha() and not _SUSPENDED.match(text)
        parts += [text] if divided or not parts else [" ", text]
    return "".join(parts)


def divides(before: str, following: str) -> bool:
    """Whether a word that *before* ends with goes on where *following* begins: `re-`, `membered`."""
    return bool(_BROKEN_AT_HYPHEN.fullmatch(before[-2:])) and following[0].islower()


def is_wrapped(lines: Sequence[Line], width: int) -> bool:
    """Whether the line breaks are only there because the next word did not fit into *width*."""
    breaks = list(pairwise(lines))
    forced = sum(
        len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width - 6
        for line, following in breaks
    )
    return forced >= 0.7 * len(breaks)
