"""Titles of works, and the sources that a text gives in brackets (TEI Guidelines, 3.6.2 and 3.12)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rubricator.annotation import Annotation, Annotator, Kind, Span
from rubricator.annotators.errors import knows_language
from rubricator.annotators.works.claims import Claim
from rubricator.annotators.works.italics import italics
from rubricator.annotators.works.periodicals import periodicals
from rubricator.annotators.works.quoted import quoted, unquoted
from rubricator.annotators.works.sources import sources
from rubricator.authority import Work

if TYPE_CHECKING:
    from rubricator.document import Document
    from rubricator.knowledge import Knowledge

SPOKEN_FOR = frozenset(("title", "bibl", "biblStruct", "head", "listBibl"))
"""No title is looked for in one, nor in a heading, which is one."""


def find(text: str) -> tuple[Claim, ...]:
    """The titles and sources of *text*, as far as its words and marks tell them."""
    found = [*quoted(text), *unquoted(text), *periodicals(text), *sources(text)]
    return tuple(sorted(found, key=lambda claim: (claim.start, -claim.end, claim.rule)))


def recogniser(knowledge: Knowledge) -> Annotator:
    """Find titles and sources in English prose; the works of the authority lists are found as names are."""
    listed = frozenset(
        name.form.casefold()
        for entry in knowledge.authority.entries
        if isinstance(entry, Work)
        for name in entry.names
    )

    def annotate(document: Document) -> Iterable[Annotation]:
        if not knows_language(document, knowledge):
            return
        said = [e.span for e in document.elements if e.name in SPOKEN_FOR and e.counted and e.span]
        text = document.text
        for claim in (*find(text), *italics(document)):
            span = Span(claim.start, claim.end)
            known = claim.kind is Kind.TITLE and _is_listed(text[claim.start : claim.end], listed)
            if not known and not any(span.overlaps(other) for other in said):
                yield claim.annotation()

    return annotate


def _is_listed(words: str, listed: frozenset[str]) -> bool:
    plain = " ".join(words.split()).casefold()
    return plain in listed or plain.removeprefix("the ") in listed
