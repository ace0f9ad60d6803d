"""Which English words there are, and how common: word by word, and in pairs.

Two word lists, both in MIT-licensed wheels of pure Python, read without importing the packages around them:

- `pyspellchecker`: 160,000 words of American English with their counts in film subtitles, well cleaned of
  misspellings (compiled by T. Barrus from the OpenSubtitles corpus of the OPUS collection);
- `symspellpy`: 83,000 words, British spellings among them, and 240,000 pairs of words with their counts
  (compiled by W. Garbe: SCOWL's words, counted in Google's n-grams).
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from rubricator.annotators.errors.closed import ONE_AND_TWO_LETTERS, SHORT_AND_LITERARY
from rubricator.errors import Bug

SUBTITLES = "spellchecker", "resources/en.json.gz"
BOOKS_AND_WEB = "symspellpy", "frequency_dictionary_en_82_765.txt"
PAIRS = "symspellpy", "frequency_bigramdictionary_en_243_342.txt"

SUBTITLE_WORDS = 1650.0
"""Millions of running words behind the counts of `SUBTITLES`."""
WEB_WORDS = 540_000.0
"""Millions of running words behind the counts of `BOOKS_AND_WEB`."""
UNCOUNTED = 0.001
"""The frequency of a word that neither list counts."""
RAREST_PAIR = 6_400_000
"""The lowest count in `PAIRS`: a pair that is not there may occur up to so often."""


LOOKUPS_BEFORE_A_TABLE = 24


def _path(place: tuple[str, str]) -> Path:
    package, name = place
    spec = find_spec(package)
    for root in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(root, *name.split("/"))
        if path.is_file():
            return path
    raise Bug(
        f"The word list {name} of {package} is missing.",
        remedy=f"Run: pip install --force-reinstall {package}",
    )


class Lexicon:
    """English words with their frequency in a million words, and pairs of words with theirs."""

    def __init__(self) -> None:
        with gzip.open(_path(SUBTITLES)) as packed:
            self._spoken: dict[str, int] = json.loads(packed.read())
        items = _path(BOOKS_AND_WEB).read_text("utf-8-sig").split()
        self._written: dict[str, str] = dict(zip(items[::2], items[1::2], strict=True))
        self._pairs = b""
        self._table: dict[bytes, int] = {}
        self._looked_up = 0

    def __contains__(self, word: str) -> bool:
        if len(word) < 3:
            return word in ONE_AND_TWO_LETTERS
        if len(word) == 3:  # abbreviations swarm at this length, and are rare in speech
            return self._spoken.get(word, 0) >= 200 or word in SHORT_AND_LITERARY
        return word in self._spoken or word in self._written

    def frequency(self, word: str) -> float:
        """How often *word* stands in a million words; 0 if it is none."""
        if word not in self:
            return 0.0
        spoken, written = self._spoken.get(word), self._written.get(word)
        if spoken is not None and written is not None:
            return (spoken / SUBTITLE_WORDS + int(written) / WEB_WORDS) / 2
        return (spoken or 0) / SUBTITLE_WORDS or int(written or 0) / WEB_WORDS or UNCOUNTED

    def spoken(self, word: str) -> float:
        """The frequency of *word* in a million words of speech, in whose counts names with a capital lack."""
        return self._spoken.get(word, 0) / SUBTITLE_WORDS

    def pair(self, first: str, second: str) -> int:
        """The count of *first* before *second*, or 0: a few are searched for, many looked up in a table."""
        if not self._pairs:
            self._pairs = b"\n" + _path(PAIRS).read_bytes()
        key = f"{first} {second}".encode()
        if self._table:
            return self._table.get(key, 0)
        self._looked_up += 1
        if self._looked_up > LOOKUPS_BEFORE_A_TABLE:
            self._table = {
                line[:cut]: int(line[cut:])
                for line in self._pairs.split(b"\n")
                if (cut := line.rfind(b" ")) > 0
            }
            return self._table.get(key, 0)
        at = self._pairs.find(b"\n" + key + b" ")
        if at < 0:
            return 0
        start = at + len(key) + 2
        return int(self._pairs[start : self._pairs.find(b"\n", start)])


@cache
def english() -> Lexicon:
    """The one lexicon of English, read at its first use."""
    return Lexicon()


FOREIGN = ("fr", "de", "it", "es")


@cache
def foreign_list(language: str) -> bytes:
    with gzip.open(_path(("spellchecker", f"resources/{language}.json.gz"))) as packed:
        return packed.read()


@cache
def foreign(word: str) -> bool:
    """Whether *word* is one of another language; asked of so few that the lists are searched, not parsed."""
    quoted = json.dumps(word, ensure_ascii=False).encode() + b":"
    return any(quoted in foreign_list(language) for language in FOREIGN)
