"""How common a word is in other languages, by the same lists that keep foreign words from being errors.

`pyspellchecker` carries them (MIT; counted in the subtitles of the OPUS collection). Latin has no list: its
small words and its endings tell it.
"""

from __future__ import annotations

import json
from functools import cache

from rubricator.annotators.errors.lexicon import foreign_list

MILLIONS = {"fr": 354.0, "de": 124.0, "it": 445.0, "es": 689.0}
"""Running words behind each list's counts."""
LATIN = "la"
LANGUAGES = (*MILLIONS, LATIN)

LATIN_SMALL_WORDS = frozenset(
    """
    ab ac ad aut contra cum de dum ego enim ergo erga est et ex haec hic hoc id illa ille in inter ipse
    ipso ita magna mea me mihi nec nemo nihil nil nisi non nos nunc ob omnes omnia omnibus omnis per
    populi post pro propter qua quae quam quem qui quia quid quis quo quod quoque res se secundum sed semper
    si sic sine sua sub sunt super suum tamen te tempora tibi tu ubi ut vel vero vos vox rerum
    """.split()
)
LATIN_ENDINGS = (
    *("us", "um", "ae", "am", "ibus", "orum", "arum", "erum", "tur", "unt", "que", "ium", "iis", "tio"),
    *("is", "os", "as", "em", "it", "at", "ere", "are", "ia", "a", "i", "o", "es", "x"),
)
OF_A_SMALL_WORD, OF_AN_ENDING = 4000.0, 3.0
"""How often (in a million words) Latin has a small word, and a word with one of its endings, as it were."""

LOOKUPS_BEFORE_A_TABLE = 60


class _List:
    """A language's words: the first few are searched for, more are looked up in a table."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._table: dict[str, int] | None = None
        self._looked_up = 0

    def count(self, word: str) -> int:
        """The count of *word*, 0 if the language has none."""
        if self._table is not None:
            return self._table.get(word, 0)
        packed = foreign_list(self._language)
        self._looked_up += 1
        if self._looked_up > LOOKUPS_BEFORE_A_TABLE:
            self._table = json.loads(packed)
            return self.count(word)
        key = json.dumps(word, ensure_ascii=False).encode() + b":"
        at = packed.find(key)
        if at < 0:
            return 0
        start = at + len(key)
        ends = [end for end in (packed.find(b",", start), packed.find(b"}", start)) if end > 0]
        return int(packed[start : min(ends)])


@cache
def _list(language: str) -> _List:
    return _List(language)


@cache
def frequency(language: str, word: str) -> float:
    """How often *language* has *word* (in lower case) in a million words."""
    if language == LATIN:
        if word in LATIN_SMALL_WORDS:
            return OF_A_SMALL_WORD
        return OF_AN_ENDING if len(word) > 3 and word.isascii() and word.endswith(LATIN_ENDINGS) else 0.0
    return _list(language).count(word) / MILLIONS[language]


SHARED = 100.0
"""A small word that another language has so often (in a million words) tells nothing of Latin."""


@cache
def is_latin_alone(word: str) -> bool:
    """Whether *word* is a small word of Latin, and of no other language here."""
    return word in LATIN_SMALL_WORDS and all(frequency(other, word) < SHARED for other in MILLIONS)
