"""Everything that is checked of a book."""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.findings import Finding
from rubricator.publication.epub.checking import (
    claiming,
    describing,
    fetching,
    leading,
    reading,
    styling,
    tags,
    wrapping,
)
from rubricator.publication.epub.checking.found import Book

RULES = (
    *wrapping.RULES,
    *describing.RULES,
    *tags.RULES,
    *leading.RULES,
    *reading.RULES,
    *styling.RULES,
    *fetching.RULES,
    *claiming.RULES,
)
"""The rules that a book is held to, by subject."""


def check(book: Book) -> Iterator[Finding]:
    """What is wrong with *book*."""
    for subject in (wrapping, describing, leading, reading, styling, fetching, claiming):
        yield from subject.check(book)
