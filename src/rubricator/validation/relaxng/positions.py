"""From the byte offsets that the parser gives to lines, columns and the parts of a tag."""

from __future__ import annotations

import re
from bisect import bisect_right

from rubricator.findings import Place
from rubricator.source import Source

_LINE_END = re.compile(r"\r\n?|\n")
_NAME = re.compile(r"[^\s=/>\"'<]+")
_ATTRIBUTE = re.compile(r"""\s*([^\s=/>"'<]+)\s*=\s*("[^"]*"|'[^']*')""")
_NOT_TEXT = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[\s*", re.DOTALL)


class Positions:
    """Where things stand in a source, even if some of its bytes are not of its encoding.

    *encoding* is that of the bytes the parser saw; characters before *skipped* bytes (a byte order mark) do
    not count.
    """

    def __init__(self, source: Source, data: bytes, encoding: str) -> None:
        self.data = data
        self.encoding = encoding
        self.skipped = len(source.bom) if data is source.data else 0
        self.markup = data[self.skipped :].decode(encoding, "replace")
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(self.markup))]
        self._known = (self.skipped, 0)

    def character(self, offset: int) -> int:
        """The number of the character that begins at byte *offset*."""
        byte, character = self._known if self._known[0] <= offset else (self.skipped, 0)
        character += len(self.data[byte:offset].decode(self.encoding, "replace"))
        self._known = (max(offset, self.skipped), character)
        return character

    def place(self, start: int, end: int | None = None) -> Place:
        """The line and column of character *start* (and of *end*, exclusive)."""
        line, column = self._locate(start)
        return Place(line, column) if end is None else Place(line, column, *self._locate(end))

    def _locate(self, character: int) -> tuple[int, int]:
        line = bisect_right(self._lines, character)
        return line, character - self._lines[line - 1] + 1

    def tag_name(self, offset: int) -> tuple[int, int]:
        """The characters of the tag at byte *offset*, from its `<` to the end of its name."""
        start = self.character(offset)
        found = _NAME.match(self.markup, start + 1)
        return start, found.end() if found else start + 1

    def written_name(self, offset: int) -> str:
        """The name in the tag at byte *offset*, with its prefix."""
        start, end = self.tag_name(offset)
        return self.markup[start + 1 : end]

    def attributes(self, offset: int) -> list[tuple[int, int, int]]:
        """For each attribute of the tag at byte *offset*: its start, its value's start, its end."""
        _, at = self.tag_name(offset)
        found = []
        while match := _ATTRIBUTE.match(self.markup, at):
            at = match.end()
            if match.group(1) != "xmlns" and not match.group(1).startswith("xmlns:"):
                found.append((match.start(1), match.start(2), match.end()))
        return found

    def tag_end(self, offset: int) -> int:
        """The character after the `>` of the tag at byte *offset*."""
        _, at = self.tag_name(offset)
        while match := _ATTRIBUTE.match(self.markup, at):
            at = match.end()
        close = self.markup.find(">", at)
        return close + 1 if close >= 0 else len(self.markup)

    def text_after(self, offset: int, *, after_tag: bool) -> tuple[int, int]:
        """The first text after byte *offset*, where a tag stands if *after_tag*: its start and end."""
        at = self.tag_end(offset) if after_tag else self.character(offset)
        while match := _NOT_TEXT.match(self.markup, at):
            at = match.end()
        end = self.markup.find("<", at)
        end = len(self.markup) if end < 0 else end
        while end > at + 1 and self.markup[end - 1].isspace():
            end -= 1
        return at, max(end, at)
