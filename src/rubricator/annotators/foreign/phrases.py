"""Phrases of another language in English prose: words in a row that it has and English has not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from rubricator.annotators.errors.tokens import Text, Token
from rubricator.annotators.errors.vocabulary import Standing, Vocabulary
from rubricator.annotators.foreign.lexicon import LANGUAGES, LATIN, frequency, is_latin_alone

REACH = 12
"""A phrase is looked for so many words either side of a word that English does not have."""
CLEARLY = 1.0
"""A word is another language's if that has it ten times as often as English."""
LEAST, SURE, AHEAD = 4.0, 6.0, 1.0
"""What the words of a phrase must come to, what they come to in one that is likely, and how far they must
be ahead of the next best language."""
FOREIGN_TO_IT, AT_EDGE = -1.5, 0.5
"""What no word within a phrase falls below, and none at its ends."""
STRANGE = -0.5
"""What a word counts that neither language has: an old spelling, or a name."""
NEITHER, MADE_UP = 0.02, 0.002
"""How rare a word is taken to be that English, or the other language, does not have."""
CONTENT = 3
"""Small words alone are shared by many languages; one of a phrase's words is longer than this."""
BESIDE = -0.3
"""So much a word may be likelier in English and still belong to the phrase it touches: *table* d'hôte."""
GAP = re.compile(r"[ \t]*\n?[ \t]*|,[ \t]*\n?[ \t]*|[-‐]|[’'][ \t]?|[ \t]+[«‘“]?")
_ELIDED = re.compile(r"^(?:l|d|qu|j|n|s|m|t|c|jusqu|dell|all|nell|sull|un|dall)['’]", re.IGNORECASE)
PARTICLES = frozenset("de du des la le les von van der den zu da di del della dei y e et do dos".split())
"""What stands within names; a phrase has another small word besides."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The characters *start* to *end*, the language (BCP 47) they are in, and how likely that is."""

    start: int
    end: int
    language: str
    score: float
    words: int
    sure: bool


def phrases(text: Text, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Each phrase of another language, of two words or more, in the order of the text."""
    done = -1
    for index, token in enumerate(text.tokens):
        if index <= done or not _is_strange(token, vocabulary):
            continue
        found = sorted(
            (
                phrase
                for language in LANGUAGES
                if (phrase := _around(text, index, done + 1, language, vocabulary))
            ),
            key=lambda one: (-one[0].score, one[0].language),
        )
        if not found:
            continue
        best, last = found[0]
        ahead = best.score - found[1][0].score if len(found) > 1 else best.score
        sure = best.score >= SURE and ahead >= AHEAD and best.language != LATIN
        yield Phrase(best.start, best.end, best.language, best.score, best.words, sure)
        done = last


def _is_strange(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether English does not have the word, and it is no name."""
    plain = token.plain
    elided = _ELIDED.match(token.form)
    if not token.form[elided.end() if elided else 0].islower():
        return False
    if vocabulary.listed(plain):
        return False
    return not plain.isascii() or vocabulary.standing(plain) is not Standing.WORD or bool(elided)


def _around(
    text: Text, index: int, floor: int, language: str, vocabulary: Vocabulary
) -> tuple[Phrase, int] | None:
    """The likeliest phrase of *language* that holds the word *index*, and its last word."""
    worth = _worth(text.tokens[index], language, vocabulary)
    if worth < CLEARLY:
        return None
    first, before = _furthest(text, index, -1, floor, language, vocabulary)
    last, after = _furthest(text, index, 1, floor, language, vocabulary)
    first = _widened(text, first, -1, floor, language, vocabulary)
    last = _widened(text, last, 1, floor, language, vocabulary)
    tokens = text.tokens[first : last + 1]
    worths = [(token, _worth(token, language, vocabulary)) for token in tokens]
    clear = [token for token, worth in worths if worth >= CLEARLY]
    lower = [token for token in clear if token.form[:1].islower()]
    words = sum(1 + bool(_ELIDED.match(token.form)) for token in tokens)
    score = worth + before + after
    enough = words >= 2 and score >= LEAST and _is_more_than_a_name(clear, lower, language)
    if not enough or (language == LATIN and not any(is_latin_alone(token.plain) for token in tokens)):
        return None
    return Phrase(tokens[0].start, tokens[-1].end, language, score, words, sure=False), last


def _is_more_than_a_name(clear: list[Token], lower: list[Token], language: str) -> bool:
    telling = [token for token in lower if token.plain not in PARTICLES]
    content = any(len(_ELIDED.sub("", token.plain)) > CONTENT for token in telling)
    if language == "de" and len(clear) > len(lower):  # its nouns have capitals
        return bool(telling)
    elided = any(_ELIDED.match(token.form) for token in lower)
    return content and (len(lower) >= 2 or elided)


def _furthest(
    text: Text, index: int, step: int, floor: int, language: str, vocabulary: Vocabulary
) -> tuple[int, float]:
    """How far the phrase goes from *index* on, and what the words on the way come to."""
    best, gained, total, at = index, 0.0, 0.0, index
    while floor <= at + step < len(text.tokens) and abs(at + step - index) <= REACH:
        if not GAP.fullmatch(text.between(min(at, at + step))):
            break
        at += step
        worth = _worth(text.tokens[at], language, vocabulary)
        if worth < FOREIGN_TO_IT:
            break
        total += worth
        if worth >= AT_EDGE and total > gained:
            best, gained = at, total
    return best, gained


def _widened(text: Text, index: int, step: int, floor: int, language: str, vocabulary: Vocabulary) -> int:
    """The first or last word of the phrase, with one beside it that both languages have."""
    at = index + step
    if floor <= at < len(text.tokens) and not text.between(min(at, index)).strip():
        token = text.tokens[at]
        shared = _worth(token, language, vocabulary) >= BESIDE
        if token.form[:1].islower() and len(token.form) > CONTENT and shared:
            return at
    return index


def _worth(token: Token, language: str, vocabulary: Vocabulary) -> float:
    """How much likelier (as a power of ten) the word is in *language* than in English."""
    plain = token.plain
    here = vocabulary.lexicon.frequency(plain)
    there = frequency(language, plain)
    if not there and (elided := _ELIDED.match(plain)) and language in ("fr", "it"):
        there = frequency(language, plain[elided.end() :])
        here = 0.0 if there else here
    if not there and not here:
        return STRANGE
    if not here and vocabulary.standing(plain) is not Standing.UNKNOWN and plain.isascii():
        here = 0.2
    return max(-4.0, min(3.0, log10(max(there, MADE_UP) / max(here, NEITHER))))
