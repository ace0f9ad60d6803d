"""Folding: the form in which the words of two texts are compared, and counted.

A text comes with signs among its characters, for what its elements say of the words on either side.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import filterfalse

# None of them can occur in XML.
GLUE = "\x00"  # a milestone within a word: the white space round it is none
BOUNDARY = "\x01"  # a boundary of blocks
HIDDEN = "\x02"  # where this reading leaves something out
SEAM = "\x03"  # a boundary of what TEI holds a block and the publication has in a line
_GLUED = re.compile(rf"\s*{GLUE}[\s{GLUE}]*")
_ALONE = re.compile(f"{SEAM}+")
EAST = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
"""The characters of Chinese and Japanese, which no space parts."""
_FAR = re.compile("[^\0-\u2e7f]")
"""Where there may be one of them: what tells which is slow to compile, and most texts have none."""
_EAST_LETTER = (
    "[\u2e80-\u2fdf\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""A letter of Chinese or Japanese, which is counted as a word: nothing says where theirs end."""
_POINTS = "\u0f0b\u0f0c\u0f0d\u1361\u1362\u1363\u1364\u1365"
"""What stands between words, or the syllables that are counted as such, where no space does."""
_RARE = re.compile(f"[^\0-{HIDDEN}\x04-\u017f]")  # SEAM is between them
"""Where there may be a dash, or a boundary in a line: most texts in Latin letters have few."""


def folded(text: str) -> str:
    """*text* with its signs resolved, and one space for any white space between words."""
    if SEAM in text:
        text = BOUNDARY.join(map(_folded, text.split(BOUNDARY)))
        text = _resolved(" ".join(text.split()))
    words: list[str] = []
    last = ""
    for block in text.split(BOUNDARY):
        part = _folded(block) if block else ""
        if part:
            if last and not _is_punctuation(last) and not _is_punctuation(part[0]) and _parted(last, part[0]):
                words.append(" ")
            words.append(part)
            last = part[-1]
    return "".join(words)


@lru_cache(maxsize=1 << 15)  # a block is mostly the same in each reading and each format
def _folded(block: str) -> str:
    """What stands between two boundaries, one space for any white space."""
    if GLUE in block:
        block = _GLUED.sub("", block)
    made = " ".join(block.replace(HIDDEN, "").split())
    if not made.isascii() and _FAR.search(made):
        made = _between().sub("", made)
    return block if made == block else made  # one string, not two


@cache
def _between() -> re.Pattern[str]:
    return re.compile(f" (?=[{EAST}])(?<=[{EAST}] )")  # a space first, to be found at once


@cache
def _east_letter() -> re.Pattern[str]:
    return re.compile(_EAST_LETTER)


def _resolved(text: str) -> str:
    """*text* with boundaries that stand in a line as those of blocks, or as none where nothing else parts."""
    parts = _ALONE.split(text)
    made = parts[:1]
    for part in parts[1:]:
        before = made[-1]
        parted = before[-1:] in (" ", BOUNDARY) or part[:1] in (" ", BOUNDARY)
        made += (BOUNDARY if parted else "", part)  # letters that touch on the page are one word there
    return "".join(made)


def _parted(before: str, after: str) -> bool:
    """Whether a space parts the two characters where a boundary is between them."""
    return not _FAR.match(before) or not _between().match(f"{before} {after}", 1)


@cache
def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


@lru_cache(maxsize=1 << 14)
def _count(text: str) -> int:
    """How many words stand between two boundaries."""
    if GLUE in text:
        text = _GLUED.sub("", text)
    if _RARE.search(text):
        for sign in filter(_parts_words, set(text)):
            text = text.replace(sign, " ")
        if _FAR.search(text):
            text = _east_letter().sub(r" \g<0> ", text)
    words = text.replace(HIDDEN, "").split()
    strange = [word for word in filterfalse(str.isalnum, words) if not word[0].isalnum()]
    return len(words) - sum(map(_is_none, strange))


@lru_cache(maxsize=1 << 12)
def _is_none(word: str) -> bool:
    """Whether there is nothing but punctuation where a word might be."""
    return all(map(_is_punctuation, word))


@cache
def _parts_words(char: str) -> bool:
    """Whether it is a dash, a point of Tibetan or Ethiopic, or stands where a block does in a line."""
    return char == SEAM or char in _POINTS or (unicodedata.category(char) == "Pd" and char not in "-‐‑")


def forget() -> None:
    """Let go of the blocks of the last document."""
    _folded.cache_clear()
    _count.cache_clear()


def counted(text: str) -> int:
    """How many words there are."""
    return sum(map(_count, filter(None, text.split(BOUNDARY))))


def running(text: str) -> str:
    """*text* to be read, not compared: every boundary is a space."""
    text = _GLUED.sub("", text).replace(HIDDEN, "")
    return " ".join(re.sub(f"[{BOUNDARY}{SEAM}]", " ", text).split())
