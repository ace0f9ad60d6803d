"""Apparent errors of transcription or print (TEI Guidelines, 3.5.1), with what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from rubricator.annotation import Annotation, Annotator
from rubricator.annotators.errors.apostrophes import apostrophes
from rubricator.annotators.errors.apparent import Apparent, without_overlaps
from rubricator.annotators.errors.auxiliaries import auxiliaries
from rubricator.annotators.errors.consistency import consistency
from rubricator.annotators.errors.dating import MODERN_FROM, SETTLED_FROM, is_spelt_of_old, written
from rubricator.annotators.errors.doubling import doubling
from rubricator.annotators.errors.doubts import doubts
from rubricator.annotators.errors.inside import inside
from rubricator.annotators.errors.joining import joining
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.nonwords import nonwords
from rubricator.annotators.errors.profiles import PRINT, Profile, profile
from rubricator.annotators.errors.realwords import realwords
from rubricator.annotators.errors.spacing import spacing
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.unsettled import unsettled
from rubricator.annotators.errors.vocabulary import Vocabulary
from rubricator.archive import Archive

if TYPE_CHECKING:
    from rubricator.document import Document
    from rubricator.knowledge import Knowledge

RULES = (
    nonwords,
    unsettled,
    apostrophes,
    auxiliaries,
    realwords,
    consistency,
    inside,
    spacing,
    joining,
    doubling,
    doubts,
)
RULES_OF_ANY_PERIOD = (doubling, consistency)
"""Before spelling was settled there is nothing to measure it by."""


def find(
    text: str,
    known: Iterable[str] = (),
    date: str | None = None,
    likely: Profile = PRINT,
    archive: Archive | None = None,
) -> tuple[Apparent, ...]:
    """The apparent errors of *text*, in its order; *known* are names and words that are none.

    *date* (ISO 8601) is the text's own; one without a date is modern, unless it is spelt of old. *likely*
    says how the text came to be, *archive* what the texts beside it say.
    """
    words = Text(text)
    modern = date is None or date >= MODERN_FROM
    vocabulary = Vocabulary(english(), words, known, modern, likely, archive)
    early = "ſ" in text or is_spelt_of_old(words) if date is None else date < SETTLED_FROM
    rules = RULES_OF_ANY_PERIOD if early else RULES
    found = chain.from_iterable(rule(words, vocabulary) for rule in rules)
    return without_overlaps(one.as_remark() if one.rule in likely.remarks else one for one in found)


def known_forms(knowledge: Knowledge) -> frozenset[str]:
    """The edition's names and words, which are no errors."""
    names = (name.form for entry in knowledge.authority.entries for name in entry.names)
    return frozenset(names) | knowledge.words


def knows_language(document: Document, knowledge: Knowledge) -> bool:
    """Whether the document is in a language whose words we know."""
    return (document.language or knowledge.language).partition("-")[0] in ("en", "eng")


def recogniser(knowledge: Knowledge) -> Annotator:
    """Find apparent errors in English prose; the edition's names and words are none."""
    known = known_forms(knowledge)
    likely = profile(knowledge.settings.annotate.errors.profile)

    def annotate(document: Document) -> Iterable[Annotation]:
        if not knows_language(document, knowledge):
            return ()
        found = find(document.text, known, written(document), likely, knowledge.archive)
        return tuple(apparent.annotation() for apparent in found)

    return annotate
