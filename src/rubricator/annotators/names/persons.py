"""What stands before a surname (forms of address, offices, given names), and whose name that can be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rubricator.annotators.names.context import Context
from rubricator.annotators.names.forms import parts_of
from rubricator.annotators.names.given import GIVEN, SHORT
from rubricator.annotators.names.tokens import fold
from rubricator.annotators.names.vocabulary import ABBREVIATIONS, ADDRESS, CALENDAR, OFFICES
from rubricator.authority import Person
from rubricator.authority.sexes import FEMALE, MALE, sex

_MARRIED, _UNMARRIED = "mrs", "miss"


@dataclass(frozen=True, slots=True)
class Prefix:
    """The words before a surname that belong to the name, from *start*; *given* are keys or initials."""

    start: int
    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


def prefix(context: Context, start: int, known: frozenset[str] = frozenset()) -> Prefix:
    """What belongs to the name whose surname begins at the word *start*; *known* are more given names."""
    titles: list[str] = []
    given: list[str] = []
    index = start
    while index > 0 and context.gap(index) in (" ", "."):
        token = context.tokens[index - 1]
        stopped = context.gap(index) == "."
        if not token.capital:
            break
        shortened = stopped and token.key in ABBREVIATIONS  # “Gen. Washington”
        if token.key in ADDRESS or (token.key in OFFICES and (shortened or not stopped)):
            titles.insert(0, token.key)
        elif titles or (stopped and len(token.word) > 2):
            break
        elif (len(token.word) == 1 and token.word != "I") or _is_given(token.key, known):
            given.insert(0, token.key)
        else:
            break
        index -= 1
    return Prefix(index, tuple(titles), tuple(given))


def _is_given(key: str, known: frozenset[str]) -> bool:
    return key in known or (key in GIVEN and key not in CALENDAR)


@cache
def given_names(person: Person) -> frozenset[str]:
    """The keys of every given name of *person*, and of the names added to it."""
    found: set[str] = set()
    for name in person.names:
        given, _ = parts_of(name)
        found.update(fold(word.rstrip(".")) for word in given)
        found.update(fold(word) for word in (name.part("addName") or "").split())
    return frozenset(found)


@cache
def titles(person: Person) -> frozenset[str]:
    """The keys of the forms of address and offices that the list has in names of *person*."""
    words = " ".join(name.form + " " + (name.part("roleName") or "") for name in person.names).split()
    return frozenset(key for word in words if (key := fold(word.strip(".,"))) in ADDRESS | OFFICES)


@cache
def surnames(person: Person) -> frozenset[str]:
    """The keys of the words that *person*'s longer names end in."""
    found = {fold(parts_of(name)[1].split()[-1]) for name in person.names if parts_of(name)[1]}
    return frozenset(found) | {fold(name.form) for name in person.names if name.type == "surname"}


def can_be(person: Person, before: Prefix) -> bool:
    """Whether *person* can be called by what stands *before* the surname."""
    called, known, gender = set(before.titles), titles(person), sex(person)
    if (gender == "f" and called & MALE) or (gender == "m" and called & FEMALE):
        return False
    if (
        {_MARRIED, _UNMARRIED} <= called | known
        and len({_MARRIED, _UNMARRIED} & known) == 1
        and not before.given
    ):
        return False  # “Miss Havell” is not Mrs. Havell
    names = given_names(person)
    if not names:  # of a surname alone, a full name says more than the list knows
        return all(len(word) == 1 for word in before.given)
    return all(_fits(word, names) for word in before.given)


def _fits(word: str, names: frozenset[str]) -> bool:
    if len(word) == 1:
        return any(name.startswith(word) for name in names)
    return word in names or word[0] in names or any(word in SHORT.get(name, ()) for name in names)
