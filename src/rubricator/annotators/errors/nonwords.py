"""Words that are none: one slip away from a word that fits here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.edits import rough_slips, slips
from rubricator.annotators.errors.lexicon import WEB_WORDS
from rubricator.annotators.errors.tokens import ELISIONS, HYPHENS, Text, Token
from rubricator.annotators.errors.vocabulary import Vocabulary

LEAST_SCORE = {3: 2.2, 4: 1.7, 5: 1.0, 6: 0.4, 7: -0.1, 8: -0.5, 9: -0.8}
"""How likely the word meant must be (as a power of ten in a million) for an unknown form of so many letters: short
forms lie near many words by chance, long ones near none."""
LONG = -1.1
SURE = 0.8
"""A score so far above the least is high certainty."""
CLEAR = 0.5
"""By how much the best must beat the next best for high certainty."""

CROWD = 12
CROWDED = 3
"""An unknown word among so many others, within `CROWD` words either side, is dialect or a foreign tongue."""

RUN_TOGETHER = 0.3
SMALL_WORDS = frozenset(
    "a an the of in to and for with that is was it his her he she on at by as from not be this which or but had have "
    "are were their they we you my him all will would who no so when if there them what up out then into".split()
)
"""Words that print runs together with their neighbours; two other words run together are a compound."""

CAPITALISED = 0.9
HYPHENATED = 0.3
ELIDED = 1.0
TWICE = 0.7
"""What more is asked of a form that may be a name, a member of a compound, or dialect."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What may have been meant, how likely that is, and why."""

    word: str
    score: float
    why: str


def nonwords(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each form that no list knows, with the word that was meant, where one is likely enough."""
    unknown = [index for index in range(len(text.tokens)) if _is_unknown(text, index, vocabulary)]
    for position, index in enumerate(unknown):
        token = text.tokens[index]
        if (demand := _demand(text, token, vocabulary)) is None or _crowded(unknown, position, index):
            continue
        readings = sorted(_readings(text, index, vocabulary), key=lambda r: (-r.score, r.word))
        if not readings or readings[0].score < demand:
            continue
        best, gap = readings[0], readings[0].score - readings[1].score if len(readings) > 1 else 9.0
        sure = best.score >= demand + SURE and gap >= CLEAR
        start, end, found, correction = _in_compound(text, token, _cased(token.form, best.word))
        yield Apparent(
            start,
            end,
            "errors.missing-space" if " " in best.word else "errors.nonword",
            found,
            correction,
            Certainty.HIGH if sure else Certainty.MEDIUM,
            f"“{token.form}” is in no word list, and {best.why}",
        )


def _is_unknown(text: Text, index: int, vocabulary: Vocabulary) -> bool:
    token = text.tokens[index]
    if not token.form.isalpha() or len(token.form) < 2 or token.plain in vocabulary:
        return False
    if text.before(token) in ELISIONS and f"h{token.plain}" in vocabulary:  # ’eavy
        return False
    if _breaks(text, index - 1, vocabulary) or _breaks(text, index, vocabulary):
        return False
    return not (text.before(token) in HYPHENS and token.plain.removesuffix("s") in vocabulary)  # forget-me-nots


def _breaks(text: Text, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the words *index* and the next are one word, divided at the end of a line or by a hyphen."""
    if not 0 <= index < len(text.tokens) - 1:
        return False
    gap = text.between(index)
    if gap.strip("-‐‑¬\u00ad\t\n ") or not ("\n" in gap or gap in HYPHENS):
        return False
    return text.tokens[index].plain + text.tokens[index + 1].plain in vocabulary


def _demand(text: Text, token: Token, vocabulary: Vocabulary) -> float | None:
    """The score a reading of *token* must reach, or None if it is none of our business."""
    form = token.form
    if len(form) < 3 or not form.isascii() or form != form.capitalize() and form != form.lower():
        return None
    if vocabulary.repeated(token.plain) or text.in_address(token):
        return None
    demand = LEAST_SCORE.get(len(form), LONG)
    before, after = text.before(token), text.after(token)
    if before in ELISIONS or after in ELISIONS:
        demand += ELIDED
    if before in HYPHENS or after in HYPHENS:
        if len(form) < 5:
            return None
        demand += HYPHENATED
    if vocabulary.counts[token.plain] > 1:
        demand += TWICE
    if token.capitalised:
        demand += CAPITALISED * (1 if text.opens_sentence(token) else 2)
    return demand


def _crowded(unknown: list[int], position: int, index: int) -> bool:
    near = [other for other in unknown[max(0, position - CROWDED) : position + CROWDED + 1] if other != index]
    return sum(abs(other - index) <= CROWD for other in near) >= CROWDED


def _readings(text: Text, index: int, vocabulary: Vocabulary) -> Iterator[Reading]:
    plain = text.tokens[index].plain
    cheapest: dict[str, tuple[float, str]] = {}
    found = list(slips(plain, vocabulary.listed))
    if not found and len(plain) >= 8:
        found = list(rough_slips(plain, vocabulary.listed))
    for slip in found:
        if len(slip.word) > 1 and slip.price < cheapest.get(slip.word, (9.0, ""))[0]:
            cheapest[slip.word] = slip.price, slip.what
    likely = sorted(
        ((log10(vocabulary.frequency(word)) - price, word, what) for word, (price, what) in cheapest.items()),
        reverse=True,
    )[:6]
    for score, word, what in likely:
        yield Reading(word, score + _fit(text, index, word, vocabulary), f"{what}")
    yield from _run_together(plain, vocabulary)


def _fit(text: Text, index: int, word: str, vocabulary: Vocabulary) -> float:
    """What the words around and the rest of the document add to the likelihood of *word*."""
    before = next(text.neighbours(index, -1), None)
    after = next(text.neighbours(index, 1), None)
    pairs = (before and vocabulary.lexicon.pair(before.plain, word), after and vocabulary.lexicon.pair(word, after.plain))
    return 0.5 * sum(bool(pair) for pair in pairs) + 0.3 * min(vocabulary.counts[word], 3)


def _run_together(plain: str, vocabulary: Vocabulary) -> Iterator[Reading]:
    for cut in range(1, len(plain)):
        first, second = plain[:cut], plain[cut:]
        if (first in SMALL_WORDS or second in SMALL_WORDS) and vocabulary.listed(first) and vocabulary.listed(second):
            attested = vocabulary.lexicon.pair(first, second) / WEB_WORDS
            by_chance = vocabulary.frequency(first) * vocabulary.frequency(second) / 1e6
            if min(len(first), len(second)) > 1 or attested > 100:
                score = log10(max(attested, by_chance, 1e-9)) - RUN_TOGETHER
                yield Reading(f"{first} {second}", score, "two words are run together")


def _cased(form: str, word: str) -> str:
    return word[:1].upper() + word[1:] if form[:1].isupper() else word


def _in_compound(text: Text, token: Token, correction: str) -> tuple[int, int, str, str]:
    """The whole hyphenated compound with the member *token* corrected: "re-enforcemenut", not "enforcemenut"."""
    start, end = token.start, token.end
    for other in reversed(text.tokens[: text.tokens.index(token)][-3:]):
        if other.end + 1 == start and text.text[other.end] in HYPHENS:
            start = other.start
        else:
            break
    following = text.tokens.index(token) + 1
    for other in text.tokens[following : following + 3]:
        if other.start == end + 1 and text.text[end] in HYPHENS:
            end = other.end
        else:
            break
    whole = text.text[start:end]
    return start, end, whole, text.text[start : token.start] + correction + text.text[token.end : end]
