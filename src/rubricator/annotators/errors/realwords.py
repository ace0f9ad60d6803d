"""Words that exist, where grammar has no place for them: *their is*, *lost it's way*, *greater then ever*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary

THEIR = re.compile(
    r"\b(their) (?:is|are|was|were) "
    r"(?:no|not|none|nothing|a|an|another|any|some|something|such|many|much|few|little|only|plenty|reason)\b",
    re.I,
)
ITS = re.compile(
    r"\b(?:in|into|of|by|from|upon|under|through|within|with|against|during|towards"
    r"|begin|began|begun|close|closed|lose|lost|open|opened|raise|raised|resume|resumed|shook|spread|took)"
    r" (it['’]s) ([a-z]{3,})\b"
)
"""Before a noun, after what no clause follows. *For*, *that*, *know* may be followed by “it is”."""
THEN = re.compile(
    r"(?<!once )(?<!no )\b([a-z]{4,}er|more|less|worse) (then)"
    r" (?:before|ever|usual|any|anybody|anything|expected)\b"
)
OFTEN_AFTER_IS = 4
"""A word that stands so many times oftener after “is” than after “its” may well be what it is."""


def realwords(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each place where grammar allows only the word that sounds the same."""
    if not vocabulary.modern:
        return  # “it's” was a possessive, and “then” what we call “than”
    for match in THEIR.finditer(text.text):
        yield _claim(match, 1, "There" if match[1][0] == "T" else "there", "no noun follows")
    for match in ITS.finditer(text.text):
        if _is_noun(match[2], vocabulary):
            yield _claim(match, 1, "its", f"before “{match[2]}” the possessive has no apostrophe")
    for match in THEN.finditer(text.text):
        if _is_comparative(match[1], vocabulary):
            yield _claim(match, 2, "than", f"after “{match[1]}” one compares")


def _claim(match: re.Match[str], group: int, right: str, why: str) -> Apparent:
    start, end = match.span(group)
    return Apparent(start, end, "errors.real-word", match[group], right, Certainty.MEDIUM, why)


def _is_comparative(word: str, vocabulary: Vocabulary) -> bool:
    """Whether *word* compares: *greater* beside *greatest*, but not *never*, *water*, *after*."""
    return word in ("more", "less", "worse") or vocabulary.listed(f"{word[:-2]}est")


def _is_noun(word: str, vocabulary: Vocabulary) -> bool:
    """Whether *word* goes with “its” and not with “it is”; of a plural, that no “is” precedes it."""
    pair = vocabulary.lexicon.pair
    its, after_is = pair("its", word), pair("is", word)
    if its:
        return its > pair("it", word) and after_is < OFTEN_AFTER_IS * its
    return word.endswith("s") and vocabulary.listed(word[:-1]) and not after_is
