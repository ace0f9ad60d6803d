"""What an unknown form may be meant for, and how likely each reading is where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from rubricator.annotators.errors.closed import (
    NEVER_FIRST,
    NEVER_IN_COMPOUNDS,
    NO_LAST_PARTS,
    NUMERALS,
    SMALL_WORDS,
)
from rubricator.annotators.errors.lexicon import RAREST_PAIR, WEB_WORDS
from rubricator.annotators.errors.misspelt import MISSPELT
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary

IN_DOCUMENT = 0.3
"""What each of up to three uses elsewhere in the document adds to a reading."""
ALONE, LONG_ENOUGH_ALONE = 1.0, 6
"""What a common slip gains where no other word is one slip away: rare words are misspelt too."""
COMMON_SLIP = 2.0
"""What makes up for company where a form is known to be a slip."""
KEPT, OTHER_ENDING = ("ed", "ly", "ng"), 0.8
"""Who misspells a word seldom does so in its last letters: what the word loses that ends otherwise."""
PAIR_WEIGHT = 0.6
RUN_TOGETHER, LONG_PART, SHORT_WHOLE, LONG_WHOLE = 0.3, 4, 7, 10
"""The price of a lost space; and from what length on it is no chance that a form falls into two words."""
RARELY_TOGETHER = 30
"""A word stands beside another, likely one so often as one in so many times."""
OF_ADJECTIVES = (
    *("ly", "ous", "ful", "est", "able", "ible", "ive", "less", "ish", "ary", "ical", "ient", "ate", "ed"),
)
"""With such an ending no word begins a compound: it is a word by itself."""
NO_WORD_OF_ITS_OWN = 0.03
"""How often in a million two words are run together that make no compound, however rare they are."""
OF_THE_DOCUMENT = 3.0
"""How often in a million a word stands that only the document has."""
OFTEN_TOGETHER = 100.0
"""A letter by itself is a word of a pair that stands so often in a million words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What may have been meant, how likely that is, and why."""

    word: str
    score: float
    why: str
    price: float
    fit: float


def readings(text: Text, index: int, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """What the word *index* may be meant for, the likeliest first."""
    together = tuple(_run_together(text.tokens[index].plain, text.text, vocabulary))
    if (meant := MISSPELT.get(text.tokens[index].plain)) is not None:
        score = max(0.0, log10(vocabulary.frequency(meant) or 1.0)) + COMMON_SLIP
        return (Reading(meant, score, "so it is often misspelt", 0.0, COMMON_SLIP),)
    found = [*_slipped(text, index, vocabulary, rough=not together), *together]
    return tuple(sorted(found, key=lambda reading: (-reading.score, reading.word)))


def _slipped(text: Text, index: int, vocabulary: Vocabulary, *, rough: bool) -> Iterator[Reading]:
    plain = text.tokens[index].plain
    near = vocabulary.near(plain, rough=rough and not text.tokens[index].capitalised)
    scored = ((log10(vocabulary.frequency(slip.word)) - slip.price, slip) for slip in near)
    likely = sorted(scored, key=lambda one: (one[0], one[1].word), reverse=True)[:6]
    alone = ALONE if len(near) == 1 and len(plain) >= LONG_ENOUGH_ALONE else 0.0
    for score, slip in likely:
        if slip.price <= vocabulary.profile.halved:
            score += alone
        if len(plain) > LONG_ENOUGH_ALONE and plain.endswith(KEPT) and slip.word[-2:] != plain[-2:]:
            score -= OTHER_ENDING
        fit = _fit(text, index, slip.word, vocabulary)
        yield Reading(slip.word, score + fit, slip.what, slip.price, fit)


def _fit(text: Text, index: int, word: str, vocabulary: Vocabulary) -> float:
    """What the words around and the rest of the document add to the likelihood of *word*."""
    before = next(text.neighbours(index, -1), None)
    after = next(text.neighbours(index, 1), None)
    fit = IN_DOCUMENT * min(vocabulary.counts[word], 3)
    if before is not None:
        fit += _attraction(before.plain, word, vocabulary)
    if after is not None:
        fit += _attraction(word, after.plain, vocabulary)
    return fit


def _attraction(first: str, second: str, vocabulary: Vocabulary) -> float:
    """How much oftener (as a power of ten) the two stand together than chance would have it, cautiously."""
    by_chance = vocabulary.frequency(first) * vocabulary.frequency(second) * WEB_WORDS / 1e6
    if not by_chance:
        return 0.0
    pair = vocabulary.lexicon.pair(first, second)
    attraction = log10(pair / by_chance) if pair else min(0.0, log10(RAREST_PAIR / 2 / by_chance))
    return PAIR_WEIGHT * max(-1.5, min(2.0, attraction))


def _run_together(plain: str, text: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    for cut in range(1, len(plain)):
        first, second = plain[:cut], plain[cut:]
        if not (_is_part(first, second, vocabulary) and _is_part(second, first, vocabulary)):
            continue
        attested = vocabulary.lexicon.pair(first, second) / WEB_WORDS
        apart = _are_apart(first, second, vocabulary)
        small = first in SMALL_WORDS or second in SMALL_WORDS
        if not (apart or small or f" {first} {second} " in text):
            continue
        if min(len(first), len(second)) < 2 and first != "a" and attested <= OFTEN_TOGETHER:
            continue
        often = [vocabulary.frequency(word) or OF_THE_DOCUMENT for word in (first, second)]
        by_chance, rarer = often[0] * often[1] / 1e6, min(often)
        if apart and len(plain) >= SHORT_WHOLE:
            by_chance = max(by_chance, rarer / RARELY_TOGETHER, NO_WORD_OF_ITS_OWN)
        elif small and min(len(first), len(second)) >= LONG_PART and len(plain) >= LONG_WHOLE:
            by_chance = max(by_chance, rarer / RARELY_TOGETHER / 3)
        score = log10(max(attested, by_chance, 1e-9)) - RUN_TOGETHER
        yield Reading(
            f"{first} {second}",
            score,
            "two words are run together",
            RUN_TOGETHER,
            0.0,
        )


def _is_part(word: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether *word* is one; beside a word of grammar a derived one, or the document's, will do."""
    if vocabulary.listed(word):
        return True
    return (
        other in NEVER_IN_COMPOUNDS
        and min(len(word), len(other) + 1) >= LONG_PART
        and (vocabulary.counts[word] > 0 or vocabulary.resistance(word) > 1)
    )


def _are_apart(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether the two never make a compound, so that one would be written for them on purpose."""
    if second in NEVER_IN_COMPOUNDS and len(first) >= LONG_PART:
        return True
    if first in NEVER_FIRST and len(second) > LONG_PART:
        return True
    if len(second) < LONG_PART or second in NO_LAST_PARTS:
        return False
    if first in NEVER_IN_COMPOUNDS or first in NUMERALS:
        return True
    if len(first) < LONG_PART:
        return False
    if first.endswith(OF_ADJECTIVES):
        return True
    plural = first.endswith("s") and not first.endswith(("ss", "us", "is")) and vocabulary.listed(first[:-1])
    return plural and not vocabulary.listed(f"s{second}")  # a namespace is a name space
