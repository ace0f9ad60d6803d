"""Abbreviations that are no names (“P.S.”, “14th Regt.”), and ships (“H.M.S. Ajax”, “the brig Ellen”)."""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.annotators.names.context import Context
from rubricator.annotators.names.vocabulary import ADDRESS, OFFICES

_WORDS = frozenset("regt regts vols".split())
_LETTERS = frozenset(("ps", "dc"))
_SHIPS = frozenset(("hms", "uss"))
_STEAMERS = frozenset(("ss",))
"""Before a ship only after an article: “S. S. Smith” is someone."""
_VESSELS = frozenset(
    "ship brig brigantine barque schooner frigate sloop steamer steamship steamboat cutter lugger corvette"
    " trawler cruiser battleship destroyer gunboat smack ketch whaler collier".split()
)
_WHICH = frozenset("the a an our his her their this that majesty m".split())
"""What stands before these: “the good ship”, “Her Majesty's ship”, “H.M. ship”."""
_LONGEST = 3
_QUOTES = "“\"‘'«„_*"


def ships(context: Context) -> Iterator[range]:
    """The words of the names of ships, what stands before them left out."""
    for index, token in enumerate(context.tokens):
        if token.key in _VESSELS and _WHICH.intersection((context.key(index - 1), context.key(index - 2))):
            end = _named(context, index + 1)
            if end > index + 1:
                yield range(index + 1, end)
        if not token.word.isupper():
            continue
        for count in (1, 3, 2):
            letters = _letters(context, index, count)
            if letters in _SHIPS or (letters in _STEAMERS and context.key(index - 1) in {"the", "steamer"}):
                end = _named(context, index + count)
                if end > index + count:
                    yield range(index + count, end)


def abbreviated(context: Context) -> set[int]:
    """The words that are no part of a name of a person or place: these abbreviations, and ships whole."""
    found: set[int] = set()
    for index, token in enumerate(context.tokens):
        if token.key in _WORDS:
            found.add(index)
        elif _letters(context, index, 2) in _LETTERS and _is_close(context, index):
            found |= {index, index + 1}
    for ship in ships(context):
        found.update(ship)
        first = ship.start - 1
        if context.key(first) in _VESSELS:
            first -= 1  # “H.M. frigate”
        while len(context.tokens[first].word) == 1 and context.gap(first) == ".":
            found.add(first)
            first -= 1
        found.add(first)
    return found


def _letters(context: Context, index: int, count: int) -> str:
    """The letters that stand for words from *index*: “hms” for “H.M.S.” and for “HMS”."""
    words = [token.word for token in context.tokens[index : index + count]]
    if len(words) < count or not all(word.isupper() for word in words):
        return ""
    if count > 1 and (
        any(len(word) > 1 for word in words)
        or any(context.gap(place) != "." for place in range(index + 1, index + count))
        or not context.gap(index + count).startswith(".")
    ):
        return ""
    return "".join(words).lower()


def _is_close(context: Context, index: int) -> bool:
    """Whether no space is between the two letters: “P. S. Smith” is someone."""
    first, second = context.tokens[index], context.tokens[index + 1]
    return second.start - first.end == 1


def _named(context: Context, start: int) -> int:
    """Where the name of a ship ends that begins at *start*."""
    end = start
    while end - start < _LONGEST and end < len(context.tokens):
        gap = context.gap(end) if end > start else context.gap(end).lstrip(".").strip(_QUOTES)
        token = context.tokens[end]
        if gap not in (("", " ") if end == start else (" ",)) or not token.capital:
            break
        if token.key in ADDRESS | OFFICES:
            break
        end += 1
    return end
