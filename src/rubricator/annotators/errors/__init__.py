"""Apparent errors of transcription or print (TEI Guidelines, 3.5.1): what the copy text can hardly have meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from rubricator.annotators.errors.apparent import Apparent, without_overlaps
from rubricator.annotators.errors.doubling import doubling
from rubricator.annotators.errors.inside import inside
from rubricator.annotators.errors.joining import joining
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.nonwords import nonwords
from rubricator.annotators.errors.spacing import spacing
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary

RULES = (nonwords, inside, spacing, joining, doubling)


def find(text: str, known: Iterable[str] = ()) -> tuple[Apparent, ...]:
    """The apparent errors of *text*, in its order; *known* are names and words that are none."""
    words = Text(text)
    vocabulary = Vocabulary(english(), words, known)
    return without_overlaps(chain.from_iterable(rule(words, vocabulary) for rule in RULES))
