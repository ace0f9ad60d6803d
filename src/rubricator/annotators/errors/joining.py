"""Words wrongly divided or run together, where both ways of writing are words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log10

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import FORMERLY_DIVIDED, FRAGMENTS, ONE_WORD
from rubricator.annotators.errors.lexicon import RAREST_PAIR, WEB_WORDS, foreign
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Standing, Vocabulary

PRONOUN_ENDS = ("body", "thing")
PHRASE = 4
HARDLY_DERIVED = 2.0
LETTERS_ALONE = frozenset("aeiotxyz")
COMMON = 50.0
"""A letter stands for itself, but beside the rest of a word that stands so often in a million."""
WRITTEN_AS_ONE = 3
"""So often a document must have the one word before two are taken for a slip."""
LONGEST_PIECE = 3
"""What is no longer is no word of the author's, however often words come apart."""
TOO_SHORT_TO_TELL = 300
MISSPELT = {2: 5.0, 3: 0.5, 4: 0.05}
"""How often in a million an unknown form of so many letters is a slip for a word of its own."""
TIMES_LIKELIER = 5.0
FRAGMENT = 1.5
"""How many powers of ten likelier the joined word must be than its parts by chance."""

EVERYONE_OF = re.compile(
    r"\b((?:[Ee]very|[Aa]ny|[Ss]ome)one)(\s+of\s+(?:these|those|them|us|you|which|whom|whose|the|his|her|my|our|your|their|its)\b)"
)

ANYONE_AFTER = re.compile(r"\b(?:of|in|at|on|to|from|by|for|with) ((?:any|every)one) ([a-z]{3,})\b")


def joining(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each pair that should be one word, and each word that should be two."""
    yield from _split(text, vocabulary)
    for match in EVERYONE_OF.finditer(text.text):
        joined, rest = match.groups()
        yield Apparent(
            match.start(1),
            match.end(1),
            "errors.joined-word",
            joined,
            f"{joined[:-3]} one",
            Certainty.HIGH,
            f"before “{' '.join(rest.split())}” the pronoun is two words",
        )
    yield from _any_one(text, vocabulary)


def _any_one(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """ "At anyone time": the pronoun before a noun, where only the numeral can stand."""
    for match in ANYONE_AFTER.finditer(text.text):
        pronoun, noun = match.groups()
        pair = vocabulary.lexicon.pair
        if pair("one", noun) > RAREST_PAIR * TIMES_LIKELIER and not pair(pronoun, noun):
            yield Apparent(
                match.start(1),
                match.end(1),
                "errors.joined-word",
                pronoun,
                f"{pronoun[:-3]} one",
                Certainty.MEDIUM,
                f"before “{noun}” the numeral stands by itself",
            )


def _split(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    for index in range(len(text.tokens) - 1):
        first, second = text.tokens[index], text.tokens[index + 1]
        if second.start - first.end != 1 or text.text[first.end] != " ":
            continue
        if (
            not (first.form.isalpha() and second.form.isalpha())
            or second.capitalised
            or first.form[1:] != first.form[1:].lower()
        ):
            continue
        joined = first.plain + second.plain
        if (
            not vocabulary.listed(joined)
            or (text.before(first) in "-'’‘" and index)
            or text.after(second) in ("-", "'", "’")
        ):
            continue
        reason = _why(text, index, joined, vocabulary)
        if reason is None:
            continue
        cert, why = reason
        yield Apparent(
            first.start,
            second.end,
            "errors.split-word",
            text.text[first.start : second.end],
            joined[:1].upper() + joined[1:] if first.capitalised else joined,
            cert,
            why,
        )


def _why(text: Text, index: int, joined: str, vocabulary: Vocabulary) -> tuple[Certainty, str] | None:
    first, second = text.tokens[index], text.tokens[index + 1]
    pair = f"{first.plain} {second.plain}"
    if pair in FORMERLY_DIVIDED:
        if _times(text.text, first.plain, second.plain) > 1:
            return None
        if vocabulary.counts[joined] >= WRITTEN_AS_ONE and not _divides(text):
            return Certainty.MEDIUM, f"the document has “{joined}” as one word elsewhere"
        if second.plain in PRONOUN_ENDS and _writes_as_one(text, vocabulary) and not _divides(text):
            return Certainty.MEDIUM, "the pronoun is one word"
        return None
    if joined in ONE_WORD:
        return _grammar(text, index, joined, vocabulary)
    words = (first.plain, second.plain)
    broken = [word for word in words if word in FRAGMENTS or _is_none(word, vocabulary)]
    if (
        not broken
        or (first.capitalised and not text.opens_sentence(first))
        or not _are_long_enough(words, joined, vocabulary)
    ):
        return None
    if any(
        vocabulary.repeated(word) and len(word) > LONGEST_PIECE and word not in FRAGMENTS for word in broken
    ):
        return None
    if len(broken) == 1 and min(map(len, words)) >= PHRASE and foreign(broken[0]):  # "major domo"
        return None
    by_chance = _by_itself(words[0], vocabulary) * _by_itself(words[1], vocabulary) / 1e6
    apart = max(by_chance, vocabulary.lexicon.pair(*words) / WEB_WORDS, 1e-6)
    if log10(vocabulary.frequency(joined) / apart) < FRAGMENT:
        return None
    return Certainty.HIGH, f"“{broken[0]}” by itself is no word"


def _is_none(word: str, vocabulary: Vocabulary) -> bool:
    """Whether *word* is none, or might only just be derived from one: the “recting” of “di recting”."""
    standing = vocabulary.standing(word)
    return standing is Standing.UNKNOWN or (
        standing is Standing.POSSIBLE and vocabulary.resistance(word) < HARDLY_DERIVED
    )


def _are_long_enough(words: tuple[str, str], joined: str, vocabulary: Vocabulary) -> bool:
    """Whether no part is a letter by itself, unless nothing but a common word can have lost it: “hi s”."""
    if min(map(len, words)) > 1:
        return True
    letter = min(words, key=len)
    return letter not in LETTERS_ALONE and vocabulary.frequency(joined) >= COMMON


def _by_itself(word: str, vocabulary: Vocabulary) -> float:
    """How often *word* stands in a million; what is none may be a slip for one, the shorter the likelier."""
    return vocabulary.frequency(word) or MISSPELT.get(len(word), 0.01)


def _grammar(text: Text, index: int, joined: str, vocabulary: Vocabulary) -> tuple[Certainty, str] | None:
    """Whether the company a divided word of grammar keeps is that of the one word."""
    first, second = text.tokens[index].plain, text.tokens[index + 1].plain
    before, after = next(text.neighbours(index, -1), None), next(text.neighbours(index + 1, 1), None)
    pair = vocabulary.lexicon.pair
    if second not in vocabulary or first not in vocabulary:
        return Certainty.HIGH, "the one word has come apart"
    if before is None or (one := pair(before.plain, joined)) == 0:
        return None
    if one < TIMES_LIKELIER * max(pair(before.plain, first), RAREST_PAIR / TIMES_LIKELIER / 2):
        return None
    if after is not None and not pair(joined, after.plain) and pair(second, after.plain):
        return None
    return Certainty.HIGH, f"after “{before.form}” the one word is meant"


def _divides(text: Text) -> bool:
    """Whether the document has more than one such pronoun in two words."""
    return _times(text.text, "(?:some|any|every|no)", "(?:body|thing)") > 1


def _writes_as_one(text: Text, vocabulary: Vocabulary) -> bool:
    """Whether the document writes its pronouns as one word, or is too short to tell and not old."""
    joined = sum(
        vocabulary.counts[word] for word in ("anything", "everything", "anybody", "everybody", "somebody")
    )
    return vocabulary.modern and (joined > 0 or len(text.tokens) < TOO_SHORT_TO_TELL)


@lru_cache(maxsize=1024)
def _times(text: str, first: str, second: str) -> int:
    return len(re.findall(rf"\b{first}\s+{second}\b", text, re.IGNORECASE))
