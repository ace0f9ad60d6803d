"""The company that an unknown form keeps: speech written by ear, other unknown forms, another language."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from rubricator.annotators.errors.closed import CUT_AT_HEAD, CUT_SHORT, DIALECT
from rubricator.annotators.errors.lexicon import foreign
from rubricator.annotators.errors.readings import Reading
from rubricator.annotators.errors.tokens import ELISIONS, HYPHENS, Text, Token
from rubricator.annotators.errors.vocabulary import Standing, Vocabulary

CEDILLA = re.compile("c(?=[aou])")
CROWD, CROWDED_BY_SPEECH = 12, 2
"""Within so many words either side company is looked for, and so many forms of speech are a dialect."""
LONG_FOREIGN, COMMON = 6, 20.0
"""A foreign word so long is known by itself; a word so common in English says nothing of another language."""
QUOTES = frozenset("“‘\"'")
CHEAP, OF_ANOTHER_TONGUE, WELL_KNOWN = 0.9, 1.0, 2.0
"""How common a slip, how much likelier, of how well known a word, for a foreign word to be no such word."""


def is_spoken(text: Text, token: Token) -> bool:
    """Whether the word is written as the unlettered speak: an’, th’, ’em, goin’, nowt."""
    if token.plain in DIALECT:
        return True
    if text.after(token) in ELISIONS and (token.plain in CUT_SHORT or token.plain.endswith("in")):
        return True
    return text.before(token) in ELISIONS and token.plain in CUT_AT_HEAD


def is_among_strange(strange: list[int], index: int, crowd: int) -> bool:
    """Whether the word stands among so many unknown forms that it is one of them."""
    return _near(strange, index) >= crowd


def is_among_spoken(spoken: list[int], index: int) -> bool:
    """Whether the word stands among so many forms of speech that it is one of them."""
    return _near(spoken, index) >= CROWDED_BY_SPEECH


def stands_beside_another(text: Text, strange: list[int], index: int) -> bool:
    """Whether the word before or after is an unknown one too, with no mark between them."""
    for step in (-1, 1):
        at = bisect_left(strange, index + step)
        if at < len(strange) and strange[at] == index + step:
            return (
                not text.tokens[index + step].capitalised
                and not text.between(min(index, index + step)).strip()
            )
    return False


def is_foreign(text: Text, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the word is of another tongue: a long one by itself, a short one in company."""
    token = text.tokens[index]
    plain = token.plain
    begun = text.before(token) in HYPHENS and index > 0
    if begun and len(text.tokens[index - 1].plain) > 2:  # what an English word begins, an English word ends
        return False
    if not any(foreign(form) for form in {plain, CEDILLA.sub("ç", plain)}):
        return False
    return len(plain) >= LONG_FOREIGN or _in_foreign_company(text, index, vocabulary)


def is_plain_slip(text: Text, index: int, best: Reading, demand: float, vocabulary: Vocabulary) -> bool:
    """Whether a word of another tongue, among English ones, is likelier a common English word misspelt."""
    token = text.tokens[index]
    return (
        not token.capitalised
        and len(token.plain) >= LONG_FOREIGN
        and best.price <= CHEAP
        and not token.plain.startswith(best.word)
        and best.score >= demand + OF_ANOTHER_TONGUE
        and vocabulary.frequency(best.word) >= WELL_KNOWN
        and text.before(token) not in QUOTES
        and not _in_foreign_company(text, index, vocabulary)
    )


def _near(indices: list[int], index: int) -> int:
    first, last = bisect_left(indices, index - CROWD), bisect_right(indices, index + CROWD)
    return last - first - (index in indices[first:last])


def _in_foreign_company(text: Text, index: int, vocabulary: Vocabulary) -> bool:
    near = [
        text.tokens[at].plain
        for at in range(max(0, index - 2), min(len(text.tokens), index + 3))
        if at != index
    ]
    return any(
        (foreign(word) and vocabulary.frequency(word) < COMMON)
        or (word.isalpha() and len(word) >= LONG_FOREIGN and vocabulary.standing(word) is Standing.UNKNOWN)
        for word in near
    )
