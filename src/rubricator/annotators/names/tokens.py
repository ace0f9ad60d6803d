"""The words of a text as the names annotator reads them, with what stands between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from rubricator.annotators.names.vocabulary import ABBREVIATIONS

_MARKS = "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0730-\u074a"
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*)+"
_WORD = re.compile(rf"({_LETTERS}(?:[’'ʼ](?!s\b){_LETTERS})*|\d+)(?:[’'ʼ]s\b)?")
_SENTENCE = re.compile(r"[.!?:…]|--|[—–\n]")
_OPENING = re.compile(r"[“\"‘«„(\[]\s*$")
_ENDING = frozenset(("ps", "nb", "dc", "am", "pm"))
"""Letters with stops that stand at the end of a sentence, or for one, and not before a surname."""
_HYPHENS = str.maketrans("‐‑", "--")
_APOSTROPHES = str.maketrans("’ʼ", "''")


class Token(NamedTuple):
    """One word: its place, itself, its *key* (folded: no case, no diacritics), and the *gap* before it.

    The gap is what stands between the words: a space for any white space, `-` for a hyphen without any, `.`
    for a full stop, `'s` for a possessive, a line feed for the boundary of a block. *initial* says that the
    word may owe its capital to its place in the sentence.
    """

    start: int
    end: int
    word: str
    key: str
    gap: str
    initial: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.word[0].isupper()


def tokenise(text: str, boundaries: Sequence[int] = ()) -> list[Token]:
    """The words of *text*; *boundaries* are the offsets, ascending, at which blocks begin or end."""
    tokens: list[Token] = []
    keys: dict[str, str] = {}  # most words come again
    end = place = 0
    before = earlier = ""
    for match in _WORD.finditer(text):
        start = match.start(1)
        raw = text[end:start]
        while place < len(boundaries) and boundaries[place] < end:
            place += 1
        broken = not tokens or (place < len(boundaries) and boundaries[place] <= start)
        if broken or raw != " ":
            gap = "\n" if broken else normal_gap(raw)
            initial = broken or _begins_sentence(raw, gap, before)
            initial |= gap == "." and tokens[-1].gap == "." and earlier + before in _ENDING
        else:
            gap, initial = " ", False
        word = match.group(1)
        key = keys.get(word)
        if key is None:
            key = keys[word] = fold(word)
        end, earlier, before = match.end(1), before, key
        tokens.append(Token(start, end, word, key, gap, initial))
    return tokens


def normal_gap(raw: str) -> str:
    """What stands between two words, in the spelling that gaps are compared in."""
    if raw == " ":
        return raw
    if not raw.strip():
        return " " if raw else ""
    bare = "".join(raw.split()).translate(_HYPHENS).translate(_APOSTROPHES)
    return f" {bare} " if bare == "-" and raw != bare and len(raw) > 1 else bare


def fold(word: str) -> str:
    """The word without case, diacritics and soft hyphens, with one kind of apostrophe."""
    if word.isascii():
        return word.lower()
    bare = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return bare.replace("\u00ad", "").translate(_APOSTROPHES).casefold()


def _begins_sentence(raw: str, gap: str, before: str) -> bool:
    if gap in (" ", "-", "'s", ""):
        return False
    if gap == "." and (len(before) == 1 or before in ABBREVIATIONS):
        return False
    return bool(_SENTENCE.search(raw) or _OPENING.search(raw))
