"""What all texts of an edition together say for a form that no word list has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

OFTEN_IN_ARCHIVE = 64
"""A name that the archive has so often is known there, and one that stands once beside it suspect."""


@dataclass(frozen=True)
class Archive:
    """The forms that no word list has, in lower case, by how often the archive has them, and its length."""

    counts: Mapping[str, int] = field(default_factory=dict)
    words: int = 0

    @cached_property
    def often(self) -> frozenset[str]:
        """The forms that are well known in the archive."""
        return frozenset(form for form, count in self.counts.items() if count >= OFTEN_IN_ARCHIVE)
