"""The grammar of a part of a moment, or about one: "the beginning of August 1916", "mid-1905", "c. 1890"."""

from __future__ import annotations

from dataclasses import replace

from rubricator.dates.lexer import Sort
from rubricator.dates.lexicon import Part
from rubricator.dates.moments import moment
from rubricator.dates.years import Parsed, Tokens

_PARTS: dict[str, Part] = {
    **dict.fromkeys(("beginning", "start", "commencement", "opening", "outset"), Part.BEGINNING),
    "middle": Part.MIDDLE,
    **dict.fromkeys(("end", "close", "conclusion"), Part.END),
}
_QUALIFIERS = {"early": Part.BEGINNING, "mid": Part.MIDDLE, "late": Part.END, "latter": Part.END}
_ORDERED = {
    ("first", "half"): Part.FIRST_HALF,
    ("second", "half"): Part.SECOND_HALF,
    ("latter", "half"): Part.SECOND_HALF,
    ("first", "quarter"): Part.FIRST_QUARTER,
    ("second", "quarter"): Part.SECOND_QUARTER,
    ("third", "quarter"): Part.THIRD_QUARTER,
    ("fourth", "quarter"): Part.LAST_QUARTER,
    ("last", "quarter"): Part.LAST_QUARTER,
    ("first", "third"): Part.FIRST_THIRD,
    ("second", "third"): Part.SECOND_THIRD,
    ("last", "third"): Part.LAST_THIRD,
    ("latter", "part"): Part.END,
    ("early", "part"): Part.BEGINNING,
    ("first", "part"): Part.BEGINNING,
    ("last", "part"): Part.END,
    ("first", "days"): Part.BEGINNING,
    ("early", "days"): Part.BEGINNING,
    ("last", "days"): Part.END,
}
_ABOUT = frozenset({"about", "circa", "c", "ca", "around", "approximately", "abt"})
DASHES = frozenset("-–—‒―")

STARTS = frozenset({*_PARTS, *_QUALIFIERS, *_ABOUT, "first", "second", "third", "fourth", "last"})
"""Words that open a part of a moment."""


def period(tokens: Tokens, i: int) -> Parsed:
    """A moment, or a part of one, or about one."""
    token = tokens[i]
    if token.sort in {Sort.WORD, Sort.ORDINAL}:
        qualified = _part(tokens, i) or _about(tokens, i)
        if qualified:
            return qualified
    return moment(tokens, i)


def _part(tokens: Tokens, i: int) -> Parsed:
    """The beginning of August 1916; late October; the first half of March 1911; mid-November."""
    word = tokens[i].word
    part = _ORDERED.get((word, tokens[i + 1].word))
    j = i + 2
    if part is None and word in _PARTS:
        part, j = _PARTS[word], i + 1
    if part is None and word in _QUALIFIERS:
        part, j = _QUALIFIERS[word], i + 1
        j += tokens[j].word in DASHES
        j += tokens[j].word in {"in", "of"}
    elif part is not None:
        if tokens[j].word != "of" and tokens[j].sort is not Sort.MONTH:
            return None
        j += tokens[j].word == "of"
    if part is None:
        return None
    found = moment(tokens, j) or moment(tokens, j + (tokens[j].word == "the"))
    if not found or found[0].day or found[0].feast or found[0].weekday is not None:
        return None
    return replace(found[0], part=part), found[1]


def _about(tokens: Tokens, i: int) -> Parsed:
    word = tokens[i].word
    if word not in _ABOUT:
        return None
    if tokens[i].capital and i and tokens[i - 1].word == "." and tokens[i - 1].end == tokens[i].start:
        return None  # an initial, as in "D.C."
    j = i + 1
    if word in {"c", "ca", "abt"}:
        j += tokens[j].word == "."
    if tokens[j].word == "the":
        j += 1
    found = _part(tokens, j) or moment(tokens, j)
    return (replace(found[0], about=True), found[1]) if found else None
