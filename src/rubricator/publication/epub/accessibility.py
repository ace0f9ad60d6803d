"""What a book offers readers who cannot see its pages (EPUB Accessibility 1.1), derived from its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Content:
    """What is in a book, for whoever describes it."""

    files: tuple[str, ...] = ()
    """The names of its pages, in reading order."""
    language: str = "und"
    direction: str = "ltr"
    progression: str = ""
    """The way in which its pages follow each other, if that is not the direction of its lines."""
    pages: int = 0
    headings: int = 0
    tables: int = 0
    has_index: bool = False
    images: tuple[tuple[str, bool], ...] = ()
    """The address of each image in the text, and whether it is described in words (or only adorns)."""
    media: frozenset[str] = frozenset()
    """The addresses of recordings."""
    mathematical: frozenset[str] = frozenset()
    """The names of the pages that hold formulas."""
    summary: str = ""


def accessibility(content: Content) -> Iterator[tuple[str, str]]:
    """The properties and values of schema.org that hold for a book of that *content*."""
    described = all(has_words for _, has_words in content.images)
    films = any(name.endswith((".mp4", ".webm")) for name in content.media)
    modes = ("textual", *("visual",) * bool(content.images or films), *("auditory",) * bool(content.media))
    for mode in modes:
        yield "schema:accessMode", mode
    # What is heard in a recording nobody has said to be in the text as well.
    yield "schema:accessModeSufficient", "textual" if described and not content.media else ",".join(modes)
    for feature, holds in (
        ("tableOfContents", True),
        ("readingOrder", True),
        ("displayTransformability", True),  # the style sheet fixes no colour and no size
        ("ARIA", True),
        ("structuralNavigation", content.headings > 0),
        ("index", content.has_index),
        ("pageNavigation", content.pages > 0),
        ("pageBreakMarkers", content.pages > 0),
        ("alternativeText", described),  # the cover at least is described
        ("MathML", bool(content.mathematical)),
    ):
        if holds:
            yield "schema:accessibilityFeature", feature
    moving = films or any(name.lower().endswith((".gif", ".webp")) for name, _ in content.images)
    yield "schema:accessibilityHazard", "unknown" if moving else "none"
    if content.summary:
        yield "schema:accessibilitySummary", content.summary
