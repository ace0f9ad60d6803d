"""Entries that may be one: with the same identifier, or of the same or nearly the same name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rubricator.authority.entries import Entry, Person
from rubricator.authority.identifiers import Identifier, public
from rubricator.authority.sexes import sex
from rubricator.authority.slugs import slug
from rubricator.authority.supplementing import compatible

_Called = tuple[frozenset[str], str]
NEARLY = 90.0
"""Of 100, what the likeness of two names has to exceed: one letter of twelve may differ."""
_CROWD = 200
"""A word that so many entries share tells nobody apart."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one, and why."""

    first: Entry
    second: Entry
    why: str
    sure: bool = False


def alike(entries: Sequence[Entry]) -> list[Pair]:
    """The pairs of entries that may be one, those of the same identifier first, then in the lists' order."""
    found: dict[tuple[str, str], Pair] = {}
    for pair in (*_identified(entries), *_named(entries)):
        found.setdefault((pair.first.ref, pair.second.ref), pair)
    return sorted(found.values(), key=lambda pair: not pair.sure)


def _identified(entries: Sequence[Entry]) -> Iterator[Pair]:
    by_identifier: dict[Identifier, list[Entry]] = {}
    for entry in entries:
        for one in dict.fromkeys(public(entry.idnos)):
            by_identifier.setdefault(one, []).append(entry)
    for one, sharing in by_identifier.items():
        for first, second in combinations(sharing, 2):
            yield Pair(first, second, f"both are {one.scheme or 'at'} {one.value}", sure=True)


def _named(entries: Sequence[Entry]) -> Iterator[Pair]:
    """Entries of one kind, by forms of more than a word (or the only ones they have)."""
    from rapidfuzz import fuzz

    forms = {entry.ref: tuple(_forms(entry)) for entry in entries}
    called = {entry.ref: tuple(_called(entry)) for entry in entries}
    blocks: dict[tuple[str, str], list[int]] = {}
    for index, entry in enumerate(entries):
        words = {word for form in forms[entry.ref] for word in _keys(form)}
        for word in sorted(words):
            blocks.setdefault((entry.kind, word), []).append(index)
    pairs = {pair for block in blocks.values() if len(block) <= _CROWD for pair in combinations(block, 2)}
    for i, j in sorted(pairs):
        first, second = entries[i], entries[j]
        best = max(
            (
                (fuzz.ratio(a, b, score_cutoff=NEARLY), a == b, a, b)
                for a in forms[first.ref]
                for b in forms[second.ref]
            ),
            default=(0.0, False, "", ""),
        )
        if best[0] > NEARLY:
            why = "the same name" if best[1] else f"nearly the same name ({best[0]:.0f} %)"
        elif any(_longer(a, b) for a in called[first.ref] for b in called[second.ref]):
            why = "the same surname, and a forename more or less"
        else:
            continue
        if compatible(first, second) and not _set_apart(first, second):
            yield Pair(first, second, why)


def _called(entry: Entry) -> Iterator[_Called]:
    """The forenames and the surname of each form that has both."""
    for name in entry.names if isinstance(entry, Person) else ():
        *given, last = name.form.split()
        surname = name.part("surname") or ("" if name.parts else last)
        forenames = name.part("forename") or ("" if name.parts else " ".join(given))
        if surname and forenames:
            yield frozenset(slug(forenames).split("-")), slug(surname)


def _longer(one: _Called, other: _Called) -> bool:
    """Whether the surname is one, and one has all the forenames of the other."""
    return one[1] == other[1] and (one[0] <= other[0] or other[0] <= one[0])


def _forms(entry: Entry) -> Iterator[str]:
    """The names to compare, folded, their words in order of the alphabet."""
    folded = dict.fromkeys(" ".join(sorted(slug(name.form).split("-"))) for name in entry.names)
    long = [form for form in folded if " " in form]
    yield from long if isinstance(entry, Person) and long else folded


def _keys(form: str) -> Iterator[str]:
    """What one of two alike forms shares with the other: a word, or of a single word its beginning."""
    words = form.split()
    yield from (word for word in words if len(word) > 2)
    if len(words) == 1:
        yield f"^{form[:2]}"


def _set_apart(first: Entry, second: Entry) -> bool:
    """Whether the list tells the two apart, as a man and a woman: by what it says, or calls them."""
    if isinstance(first, Person) and isinstance(second, Person):
        return {sex(first), sex(second)} == {"f", "m"}
    return False
