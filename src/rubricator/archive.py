"""What all texts of an edition together say for a form that no word list has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

OFTEN_IN_ARCHIVE = 64
"""A name that the archive has so often is known there, and one that stands once beside it suspect."""


class Archive:
    """The forms that no word list has, in lower case, by how often the archive has them, and its length."""

    def __init__(self, counts: Mapping[str, int] | None = None, words: int = 0) -> None:
        self._ask: Callable[[], tuple[Mapping[str, int], int]] = lambda: (counts or {}, words)

    @classmethod
    def when_asked(cls, ask: Callable[[], Archive]) -> Archive:
        """An archive that is counted when an annotator first asks: most commands never do."""
        made = cls()

        def told() -> tuple[Mapping[str, int], int]:
            counted = ask()
            return counted.counts, counted.words

        made._ask = told
        return made

    @cached_property
    def _told(self) -> tuple[Mapping[str, int], int]:
        return self._ask()

    @property
    def counts(self) -> Mapping[str, int]:
        """How often the archive has each form."""
        return self._told[0]

    @property
    def words(self) -> int:
        """How long all texts are together."""
        return self._told[1]

    @cached_property
    def often(self) -> frozenset[str]:
        """The forms that are well known in the archive."""
        return frozenset(form for form, count in self.counts.items() if count >= OFTEN_IN_ARCHIVE)
