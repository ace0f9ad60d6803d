"""From the parser's byte offsets to lines, columns and the parts of a tag, also in a mended text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from rubricator.findings import Place

_LINE_END = re.compile(r"\r\n?|\n")
_NAME = re.compile(r"[^\s=/>\"'<]+")
_ATTRIBUTE = re.compile(r"""\s*([^\s=/>"'<]+)\s*=\s*("[^"]*"|'[^']*')""")
_NOT_TEXT = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[\s*", re.DOTALL)


_STRIDE = 4096
_CONTINUING = bytes(range(0x80, 0xC0))  # of a character of several bytes in UTF-8, those after the first


def _begun(data: bytes) -> int:
    """How many characters begin in *data*."""
    return len(data.translate(None, _CONTINUING))


class Positions:
    """Where things stand in *markup*, the characters of a source.

    *data* are the same characters in UTF-8 for the parser; faults that stop it are mended there by `edit`,
    and offsets into the mended bytes still lead to the right characters.
    """

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.data = self._original = markup.encode("utf-8", "replace")
        self._ascii = len(self.data) == len(markup)
        self._marks = [0]  # the characters that begin before each so many bytes
        self._edits: list[tuple[int, int]] = []  # where in the mended bytes, and by how much they are longer

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        if "\r" in self.markup:
            return [0, *(match.end() for match in _LINE_END.finditer(self.markup))]
        return [0, *accumulate(len(line) + 1 for line in self.markup.split("\n"))][:-1]

    def edit(self, start: int, end: int, new: bytes) -> None:
        """Put *new* in the place of the mended bytes *start* to *end*."""
        self.data = self.data[:start] + new + self.data[end:]
        growth = len(new) - (end - start)
        if growth:
            moved = [(at + growth if at > start else at, by) for at, by in self._edits]
            self._edits = sorted([*moved, (start, growth)])

    def _unmended(self, offset: int) -> int:
        # An edit moves what comes after it; its own beginning stays where it is.
        return offset - sum(by for at, by in self._edits if at < offset)

    def character(self, offset: int) -> int:
        """The number of the character that begins at *offset* of the mended bytes."""
        offset = min(max(self._unmended(offset), 0), len(self._original))
        if self._ascii:
            return offset
        while len(self._marks) <= offset // _STRIDE:
            start = (len(self._marks) - 1) * _STRIDE
            self._marks.append(self._marks[-1] + _begun(self._original[start : start + _STRIDE]))
        mark = offset // _STRIDE
        return self._marks[mark] + _begun(self._original[mark * _STRIDE : offset])

    def place(self, start: int, end: int | None = None) -> Place:
        """The line and column of character *start* (and of *end*, exclusive)."""
        line, column = self._locate(start)
        return Place(line, column) if end is None else Place(line, column, *self._locate(end))

    def _locate(self, character: int) -> tuple[int, int]:
        line = bisect_right(self._lines, character)
        return line, character - self._lines[line - 1] + 1

    def line(self, offset: int) -> int:
        """The line of the tag at *offset*."""
        return self._locate(self.character(offset))[0]

    def tag_name(self, offset: int) -> tuple[int, int]:
        """The characters of the tag at *offset*, from its `<` to the end of its name."""
        start = self.character(offset)
        found = _NAME.match(self.markup, start + 1)
        return start, found.end() if found else start + 1

    def written_name(self, offset: int) -> str:
        """The name in the tag at *offset*, with its prefix."""
        start, end = self.tag_name(offset)
        return self.markup[start + 1 : end]

    def attributes(self, offset: int) -> list[tuple[int, int, int]]:
        """For each attribute of the tag at *offset*: its start, its value's start, its end."""
        _, at = self.tag_name(offset)
        found = []
        while match := _ATTRIBUTE.match(self.markup, at):
            at = match.end()
            if match.group(1) != "xmlns" and not match.group(1).startswith("xmlns:"):
                found.append((match.start(1), match.start(2), match.end()))
        return found

    def tag_end(self, offset: int) -> int:
        """The character after the `>` of the tag at *offset*."""
        _, at = self.tag_name(offset)
        while match := _ATTRIBUTE.match(self.markup, at):
            at = match.end()
        close = self.markup.find(">", at)
        return close + 1 if close >= 0 else len(self.markup)

    def text_after(self, offset: int, *, after_tag: bool) -> tuple[int, int]:
        """The first text after *offset*, where a tag stands if *after_tag*: its start and end."""
        at = self.tag_end(offset) if after_tag else self.character(offset)
        while match := _NOT_TEXT.match(self.markup, at):
            at = match.end()
        end = self.markup.find("<", at)
        end = len(self.markup) if end < 0 else end
        while end > at + 1 and self.markup[end - 1].isspace():
            end -= 1
        return at, max(end, at)

    def end_tag(self, start: int, name: str) -> int | None:
        """The character where the end tag of the element *name* at character *start* begins.

        That is *start* itself for an empty element, and None if the tags cannot be matched.
        """
        depth = 0
        pattern = re.compile(
            rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?){re.escape(name)}(?=[\s/>])"
            rf"""((?:"[^"]*"|'[^']*'|[^<>"'/]|/(?!>))*)(/?)>""",
            re.DOTALL,
        )
        for match in pattern.finditer(self.markup, start):
            if match.group(1) is None:
                continue
            depth += -1 if match.group(1) else 0 if match.group(3) else 1
            if depth == 0:
                return match.start()
        return None

    def mended_name(self, offset: int) -> str:
        """The name in the tag at *offset* of the mended bytes, with its prefix, as it is there."""
        found = re.compile(rb"</?([^\s/>]+)").match(self.data, offset)
        return found.group(1).decode("utf-8", "ignore") if found else ""
