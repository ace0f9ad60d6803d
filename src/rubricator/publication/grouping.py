"""How very many texts are parted in an index, so that any of them is found by eye."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rubricator.publication.gallery import Card

Key = tuple[str, str]
"""What a group is sorted by, and what it is called: nothing, where nothing is said of its texts."""
_OTHERS: Key = ("\uffff", "")  # after everything else
_YEAR = re.compile(r"-?\d{4}")
_NEAR = 1.5
"""What comes first below is taken unless another way asks for so much less looking through."""


def grouped(cards: Mapping[str, Card]) -> dict[str, list[str]]:
    """The names of the texts under the headings of their groups, by whatever parts them best.

    The best is what leaves least to be looked through for one text: the headings, and then a group.
    """
    ways = [_parted(cards, way) for way in (_by_place, _by_author, _by_year, _by_decade)]
    ways += [_parted(cards, way, title=True) for way in (_by_first_of_author, _by_first_of_title)]
    least = min(map(_looked_through, ways))
    best = next(groups for groups in ways if _looked_through(groups) <= _NEAR * least)
    return {name: best[sort, name] for sort, name in sorted(best)}


def _parted(
    cards: Mapping[str, Card], way: Callable[[str, Card], Key], *, title: bool = False
) -> dict[Key, list[str]]:
    groups: dict[Key, list[str]] = {}
    for name, card in cards.items():
        groups.setdefault(way(name, card), []).append(name)
    if title:
        for names in groups.values():
            names.sort(key=lambda name: (_folded(cards[name].authors), _folded(cards[name].title)))
    return groups


def _looked_through(groups: Mapping[Key, list[str]]) -> float:
    sizes = [len(names) for names in groups.values()]
    return len(sizes) + sum(size * size for size in sizes) / sum(sizes)


def _by_place(name: str, card: Card) -> Key:
    place = name.rpartition("/")[0]
    return (_folded(place), place) if place else _OTHERS


def _by_author(name: str, card: Card) -> Key:
    return (_folded(card.authors), card.authors) if card.authors else _OTHERS


def _by_year(name: str, card: Card) -> Key:
    year = _YEAR.match(card.date)
    return _in_time(int(year[0]), year[0]) if year else _OTHERS


def _by_decade(name: str, card: Card) -> Key:
    year = _YEAR.match(card.date)
    if year is None or year[0].startswith("-"):
        return _by_year(name, card)
    first = int(year[0]) // 10 * 10
    return _in_time(first, f"{first}–{first + 9}")


def _in_time(year: int, called: str) -> Key:
    return f"{year + 10_000:05}", called


def _by_first_of_author(name: str, card: Card) -> Key:
    return _first(card.authors)


def _by_first_of_title(name: str, card: Card) -> Key:
    return _first(card.title)


def _first(words: str) -> Key:
    letter = next((letter.upper() for letter in _folded(words) if letter.isalnum()), "")
    if letter.isdecimal():
        return "0", "0–9"
    return (letter, letter) if letter else _OTHERS


def _folded(words: str) -> str:
    """The words as they are sorted: without accents and capitals, numbers by size."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", words) if not unicodedata.combining(letter)
    )
    return re.sub(r"\d+", lambda number: number[0].zfill(8), plain.casefold())
