"""Words that are none: one slip away from a word that fits here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apostrophes import LOST
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import (
    CAPITALISED,
    DIALECT,
    NEVER_IN_COMPOUNDS,
    SMALL_WORDS,
)
from rubricator.annotators.errors.company import (
    is_among_spoken,
    is_among_strange,
    is_foreign,
    is_plain_slip,
    is_spoken,
    stands_beside_another,
)
from rubricator.annotators.errors.derivation import bare, stems
from rubricator.annotators.errors.lexicon import WEB_WORDS, foreign
from rubricator.annotators.errors.misspelt import MISSPELT
from rubricator.annotators.errors.readings import LONG_PART, Reading, readings
from rubricator.annotators.errors.tokens import ELISIONS, HYPHENS, Text, Token
from rubricator.annotators.errors.vocabulary import Standing, Vocabulary

LEAST_SCORE = {2: 4.2, 3: 2.2, 4: 1.6, 5: 0.8, 6: 0.1, 7: -0.8, 8: -1.5, 9: -1.9}
LEAST_SCORE_OF_LONGER = -2.2
"""How likely the word meant must be (as a power of ten in a million words) for a form of so many letters:
short forms lie near many words by chance, long ones near none."""

AT_SENTENCE_START, ELSEWHERE = 0.9, 2.4
"""What more is asked of a form with a capital, since it may be a name."""
HYPHENATED, ELIDED, TWICE = 0.3, 1.0, 0.7
"""What more is asked of a compound's member, of a form with an apostrophe, of one the document uses twice."""
ABBREVIATED, LONGEST_ABBREVIATION = 1.0, 5
LEAST_OF_POSSIBLE = -0.5
"""The least asked of a form that may be a word, before what it resists by."""
NAMED_OFTEN, LONG_NAME = 2, 10
"""So often the document must have a name, or so long must it be, before another form is a slip for it."""
SHORT, COMPANY_OF_SHORT = 3, 1.2
"""A form so short must be meant for a word that goes with its neighbours."""
COMMON_SLIP = 1.4
"""What less is asked of a possible word that is a common slip for another."""
COMPOUNDED, IN_COMPOUNDS = 2.0, 0.5
"""What more is asked of two words in one, each so frequent in a million."""
NO_KIN = 1.5
"""What more is asked of a form that may be derived from another word than the one meant."""
SURE_IN_A_CROWD = 4.0
"""By how much a slip must pass what is asked, among many unknown forms."""
IN_COMPANY = 1.0
"""What more is asked of an unknown form beside another: the two may be of another language."""
TIMES_MORE = 30
"""A form that stands often is a slip all the same for a word that stands so many times oftener."""
FAMILIAR, LONG_FAMILIAR, LONGER = 10.0, 6, 8
"""What is one cheap slip from so common a word (in a million), and so long, is none however often it stands;
of what is longer, a letter may be lost or changed besides."""
FAMILIAR_PAIR = 5.0
"""And so is what is two words that stand together so often."""
SHORTEST, SHORTEST_CAPITALISED, SHORTEST_IN_COMPOUND = 2, 3, 5
BRACKETS = frozenset("[(<{")
THRICE = re.compile(r"([a-z])\1\1")
IMPOSSIBLE = -1.5
"""What less is asked of a form with a letter three times running."""

SURE, CLEAR, UNDECIDED = 0.8, 1.2, 0.1
"""By how much the best reading must pass what is asked, and the next best, to be highly certain; and by how
much the next best, to be offered as a correction at all."""


def nonwords(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each form that no list knows, with the word that was meant, where one is likely enough."""
    suspects = [index for index in range(len(text.tokens)) if is_suspect(text, index, vocabulary)]
    strange = [
        index
        for index in suspects
        if not text.tokens[index].capitalised
        and not _is_regular(text.tokens[index].plain, vocabulary)
        and not _is_known_slip(text, index, vocabulary)
    ]
    spoken = [index for index, token in enumerate(text.tokens) if is_spoken(text, token)]
    for index in suspects:
        token = text.tokens[index]
        if (demand := _demand(text, token, vocabulary)) is None:
            continue
        crowded = is_among_spoken(spoken, index) or (
            token.plain not in MISSPELT and is_among_strange(strange, index, vocabulary.profile.crowd)
        )
        if stands_beside_another(text, strange, index):
            demand += IN_COMPANY
        bases = frozenset((*stems(token.plain), *bare(token.plain)))
        likely = [reading for reading in readings(text, index, vocabulary) if reading.word not in bases]
        if not likely:
            continue
        cheap = likely[0].price <= vocabulary.profile.halved
        if cheap and vocabulary.resistance(token.plain) > COMMON_SLIP:
            demand -= COMMON_SLIP
        elif not _is_kin(token.plain, likely[0].word):
            demand += NO_KIN if vocabulary.resistance(token.plain) else 0.0
        elsewhere = token.capitalised and not text.opens_sentence(token)
        if elsewhere and " " in likely[0].word and _is_expected(likely[0].word, vocabulary):
            demand -= ELSEWHERE - AT_SENTENCE_START
        if token.capitalised and " " not in likely[0].word and vocabulary.repeated(token.plain):
            continue
        if " " not in likely[0].word and _is_compounded(token.plain, vocabulary):
            demand += COMPOUNDED
        if crowded and not (cheap and likely[0].score >= demand + SURE_IN_A_CROWD):
            continue
        if likely[0].score < demand:
            continue
        if len(token.form) <= SHORT and likely[0].fit < COMPANY_OF_SHORT:
            continue
        if len(token.form) <= SHORT and token.capitalised and not (cheap and text.opens_sentence(token)):
            continue
        if vocabulary.repeated(token.plain) and not (
            _is_none_however_often(token, likely[0], vocabulary)
            or _is_drowned(text, token, likely[0], vocabulary)
        ):
            continue
        if is_foreign(text, index, vocabulary) and not is_plain_slip(
            text, index, likely[0], demand, vocabulary
        ):
            continue
        if " " in likely[0].word and foreign(token.plain):  # con amore
            continue
        best = likely[0]
        if elsewhere and not (_is_expected(best.word, vocabulary) or THRICE.search(token.plain)):
            continue
        start, end = _compound(text, index)
        unknown = f"“{token.form}” is in no word list"
        gap = best.score - likely[1].score if len(likely) > 1 else CLEAR
        if gap < UNDECIDED:
            reason = f"{unknown}; “{best.word}” or “{likely[1].word}” may be meant"
            yield Apparent(start, end, "errors.nonword", text.text[start:end], None, Certainty.LOW, reason)
            continue
        correction = (
            text.text[start : token.start] + _cased(token.form, best.word) + text.text[token.end : end]
        )
        yield Apparent(
            start,
            end,
            "errors.missing-space" if " " in best.word else "errors.nonword",
            text.text[start:end],
            correction,
            Certainty.HIGH if gap >= CLEAR and best.score >= demand + SURE else Certainty.MEDIUM,
            f"{unknown}, and {best.why}",
        )


def is_suspect(text: Text, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the word *index* is in no list, and neither cut short nor a part of a divided word."""
    token = text.tokens[index]
    if not token.form.isalpha() or len(token.form) < 2 or vocabulary.standing(token.plain) is Standing.WORD:
        return False
    if text.before(token) in ELISIONS and f"h{token.plain}" in vocabulary:  # ’eavy
        return False
    if text.after(token) in ELISIONS and f"{token.plain}g" in vocabulary:  # walkin’
        return False
    if index and "\n" in text.between(index - 1) and text.tokens[index - 1].plain.endswith(token.plain):
        return False
    if _breaks(text, index - 1, vocabulary) or _breaks(text, index, vocabulary):
        return False
    return not (
        text.before(token) in HYPHENS and token.plain.removesuffix("s") in vocabulary
    )  # forget-me-nots


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
    if (
        len(form) < (SHORTEST_CAPITALISED if token.capitalised else SHORTEST)
        or not form.isascii()
        or (form != form.capitalize() and form != form.lower())
    ):
        return None
    if text.in_address(token) or token.plain in LOST or (token.plain in DIALECT and not THRICE.search(form)):
        return None
    demand = LEAST_SCORE.get(len(form), LEAST_SCORE_OF_LONGER) + vocabulary.profile.demand
    if resists := vocabulary.resistance(token.plain):
        demand = max(demand, LEAST_OF_POSSIBLE) + resists if resists > COMMON_SLIP else demand + resists
    if THRICE.search(form, 1, len(form) - 1):
        demand += IMPOSSIBLE
    before, after = text.before(token), text.after(token)
    if before in ELISIONS or after in ELISIONS:
        demand += ELIDED
    if after == "." and len(form) <= LONGEST_ABBREVIATION:
        demand += ABBREVIATED
    if before in HYPHENS or after in HYPHENS:
        if len(form) < SHORTEST_IN_COMPOUND:
            return None
        demand += HYPHENATED
    if before in BRACKETS and token.start > 1 and text.text[token.start - 2].isalpha():  # Bo[dys]
        return None
    if vocabulary.counts[token.plain] > 1:
        demand += TWICE
    if token.capitalised:
        demand += AT_SENTENCE_START if text.opens_sentence(token) else ELSEWHERE
    return demand


def _is_kin(form: str, word: str) -> bool:
    """Whether *form* is *word* but for its end, or beginning, as what is wrongly made of the same stem."""
    half = len(form) // 2 + 1
    return word.startswith(form[:half]) or word.endswith(form[-half:])


def _is_compounded(form: str, vocabulary: Vocabulary) -> bool:
    """Whether *form* is two well-known words in one, as compounds are made: "hardcoded"."""
    return any(
        min(map(vocabulary.frequency, (form[:cut], form[cut:]))) >= IN_COMPOUNDS
        for cut in range(LONG_PART, len(form) - LONG_PART + 1)
    )


def _is_regular(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.standing(word) is Standing.POSSIBLE and word not in DIALECT


def _is_known_slip(text: Text, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the form says nothing of the language around it: a bad typist's slips stand close."""
    best = next(iter(readings(text, index, vocabulary)), None)
    return best is not None and _is_none_however_often(text.tokens[index], best, vocabulary)


def _is_none_however_often(token: Token, best: Reading, vocabulary: Vocabulary) -> bool:
    """Whether nobody writes the form on purpose, so that no number of times makes a word of it.

    In a manuscript it is how the writer spells. What other texts have is not asked: their slips excuse none.
    """
    if vocabulary.profile.own_spelling:
        return False
    if token.plain in MISSPELT:
        return True
    first, _, second = best.word.partition(" ")
    if second:
        together = vocabulary.lexicon.pair(first, second) / WEB_WORDS
        return together >= FAMILIAR_PAIR and not SMALL_WORDS.isdisjoint((first, second))
    likely = vocabulary.profile
    return (
        len(token.plain) >= LONG_FAMILIAR
        and best.price <= (likely.dropped if len(token.plain) >= LONGER else likely.halved)
        and vocabulary.frequency(best.word) >= FAMILIAR
        and not vocabulary.resistance(token.plain)
    )


def _is_drowned(text: Text, token: Token, best: Reading, vocabulary: Vocabulary) -> bool:
    """Whether the form, often as it stands, is a slip for a word that stands many times oftener."""
    if " " in best.word:
        return text.text.count(_cased(token.form, best.word)) >= vocabulary.used(token.plain)
    dearness = max(0.0, best.price - vocabulary.profile.halved)
    return vocabulary.expected(best.word) >= TIMES_MORE * 10**dearness * vocabulary.used(token.plain)


def _is_expected(word: str, vocabulary: Vocabulary) -> bool:
    """Whether *word* is likely where a name may stand: the document has it, or it always has a capital.

    Two words are not, “W. Makepeace T.” has made no peace, unless it is a name and a word of grammar.
    """
    first, _, second = word.partition(" ")
    if second:
        known = len(first) >= LONG_PART and (vocabulary.forms[first.capitalize()] or vocabulary.listed(first))
        return bool(known) and (second == "of" or (len(second) > 2 and second in NEVER_IN_COMPOUNDS))
    as_name = vocabulary.forms[word.capitalize()]
    long = len(word) >= LONG_NAME
    return word in CAPITALISED or long or as_name == vocabulary.counts[word] >= NAMED_OFTEN


def _cased(form: str, word: str) -> str:
    return word[:1].upper() + word[1:] if form[:1].isupper() else word


def _compound(text: Text, index: int) -> tuple[int, int]:
    """Start and end of the whole hyphenated compound: "re-enforcemenut", not "enforcemenut"."""
    first = last = index
    while first and text.between(first - 1) in HYPHENS:
        first -= 1
    while last + 1 < len(text.tokens) and text.between(last) in HYPHENS:
        last += 1
    return text.tokens[first].start, text.tokens[last].end
