"""Words and phrases in another language than the text's (TEI Guidelines, 3.3.2.1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators.errors import known_forms, knows_language
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary
from rubricator.annotators.foreign.phrases import Phrase, phrases

if TYPE_CHECKING:
    from rubricator.document import Document
    from rubricator.knowledge import Knowledge

NAMES = {"fr": "French", "de": "German", "it": "Italian", "es": "Spanish", "la": "Latin"}


def find(text: str, known: Iterable[str] = ()) -> tuple[Phrase, ...]:
    """The phrases of other languages in the English *text*; *known* are names and words of the edition."""
    words = Text(text)
    return tuple(phrases(words, Vocabulary(english(), words, known)))


def recogniser(knowledge: Knowledge) -> Annotator:
    """Find phrases of other languages in English prose."""
    known = known_forms(knowledge)

    def annotate(document: Document) -> Iterable[Annotation]:
        if not knows_language(document, knowledge):
            return ()
        found = find(document.text, known)
        return tuple(_annotation(phrase) for phrase in found if _is_in_one_place(document, phrase))

    return annotate


def _is_in_one_place(document: Document, phrase: Phrase) -> bool:
    """Whether the phrase is one in the markup too, not the end of one entry and the beginning of the next."""
    if "\n" not in document.text[phrase.start : phrase.end]:
        return True
    return document.map.owner(phrase.start) == document.map.owner(phrase.end - 1)


def _annotation(phrase: Phrase) -> Annotation:
    return Annotation(
        kind=Kind.FOREIGN,
        span=Span(phrase.start, phrase.end),
        cert=Certainty.MEDIUM if phrase.sure else Certainty.LOW,
        rule="foreign.phrase",
        evidence=f"{NAMES[phrase.language]} has these words, and English has not",
        attributes=(("xml:lang", phrase.language),),
    )
