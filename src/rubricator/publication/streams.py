"""Streams: the words of a text, of the main text and of each kind of aside, as they are compared and counted.

Two texts are the same if they have the same characters in the same order, white space folded. The one freedom
is a boundary of blocks beside punctuation, which a publication may put in one line: “(” and a reference, say.
"""

from __future__ import annotations

from itertools import chain

from rubricator.publication.folding import BOUNDARY, counted, folded, running

MAIN = "main"
Run = list[str]
"""Text in its parts, as one or more readings have it."""
Entry = list[Run]
"""A note, say, or what one walk finds of the main text."""


class Streams:
    """The words of each stream, gathered entry by entry in document order."""

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._texts: dict[str, str] = {}
        self._count: int | None = None

    def open(self, name: str) -> Entry:
        """A new entry of the stream *name*, to be filled with runs of text."""
        entry: Entry = []
        self._entries.setdefault(name, []).append(entry)
        return entry

    def text(self, name: str) -> str:
        """The stream's words in the form in which two texts are compared; asked for when it is complete."""
        if name not in self._texts:
            self._texts[name] = folded(self._joined(name))
        return self._texts[name]

    def _joined(self, name: str) -> str:
        entries = self._entries.get(name, ())
        return BOUNDARY.join(["".join(chain.from_iterable(entry)) for entry in entries])

    def running(self, name: str) -> str:
        """The stream's words to be read, not compared: every boundary is a space."""
        return running(self._joined(name))

    def names(self) -> set[str]:
        """The streams that hold any words."""
        return {name for name in self._entries if self.text(name)}

    def count(self) -> int:
        """How many words there are, over all streams; asked for when they are complete."""
        if self._count is None:
            self._count = sum(map(self.count_of, self._entries))
        return self._count

    def count_of(self, name: str) -> int:
        """How many words there are in the stream *name*."""
        return counted(self._joined(name))
