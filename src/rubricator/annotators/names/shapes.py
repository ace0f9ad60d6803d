"""What capitalised words tell of themselves: titles, initials, given names, heads of place names."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.given import GIVEN, KNOWN_PLACES
from rubricator.annotators.names.vocabulary import (
    ADDRESS,
    ADJECTIVE_ENDINGS,
    CALENDAR,
    NO_NAMES,
    OFFICES,
    ORG_HEADS,
    PARTICLES,
    PLACE_FIRSTS,
    PLACE_HEADS,
)

LINKS = PARTICLES | {"of"}
_DESCRIPTIVE = frozenset(
    "government army navy ministry parliament embassy legation soviet state party".split()
)
"""Heads that describe a body more often than they name one."""


@dataclass(frozen=True, slots=True)
class Guess:
    """That the words *start* to *end* are a name of that kind, by *rule*."""

    start: int
    end: int
    kind: Kind
    cert: Certainty
    rule: str
    evidence: str


def by_shape(context: Context, start: int, end: int) -> Guess | None:
    """What the words themselves tell."""
    keys = [context.key(index) for index in range(start, end)]
    if all(key in NO_NAMES or adjectival(key) for key in keys) and tuple(keys) not in KNOWN_PLACES:
        return None
    written = context.written(start, end)
    for rule in (_known_place, _titled, _organisation, _place, _initials, _full_name):
        guess = rule(context, start, end, keys, written)
        if guess is not None:
            return guess
    return None


def _titled(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“Mr. Moon”, “Colonel Falkner”, “Duke of Wellington”."""
    count = next((i for i, key in enumerate(keys) if key not in ADDRESS | OFFICES), len(keys))
    rest = keys[count:]
    if not count or not rest or rest[0] in NO_NAMES | CALENDAR or keys[0] in {"st", "saint"}:
        return None
    if rest[0] == "of" and keys[count - 1] not in OFFICES:
        return None
    if rest[-1] in PLACE_HEADS | ORG_HEADS and len(rest) > 1:
        return None
    begin = start if context.policy.titles_inside or rest[0] == "of" else start + count
    evidence = f"“{context.written(start, start + count)}” is followed by a name."
    return Guess(begin, end, Kind.PERS_NAME, Certainty.MEDIUM, "names.title", evidence)


def _organisation(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“Communist Party”, “League of Nations”."""
    if len(keys) < 2:
        return None
    if keys[-1] in ORG_HEADS:
        cert = Certainty.LOW if keys[-1] in _DESCRIPTIVE else Certainty.MEDIUM
        head = context.written(end - 1, end)
    elif keys[0] in ORG_HEADS and keys[1] == "of":
        cert, head = Certainty.MEDIUM, context.written(start, start + 1)
    else:
        return None
    return Guess(
        start,
        end,
        Kind.ORG_NAME,
        cert,
        "names.organisation",
        f"“{head}” is the head of an organisation’s name.",
    )


def _known_place(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“France”, “Soviet Union”."""
    if tuple(keys) not in KNOWN_PLACES or not context.is_name_like(start):
        return None
    evidence = f"“{written}” is a well-known place."
    return Guess(start, end, Kind.PLACE_NAME, Certainty.MEDIUM, "names.place", evidence)


def _place(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“Farley Hill”, “Isle of Wight”."""
    if len(keys) < 2:
        return None
    if keys[-1] in PLACE_HEADS and keys[-2] not in LINKS:
        head = context.written(end - 1, end)
    elif keys[0] in PLACE_FIRSTS:
        head = context.written(start, start + 1)
    else:
        return None
    return Guess(
        start, end, Kind.PLACE_NAME, Certainty.MEDIUM, "names.place", f"“{head}” is the head of a place name."
    )


def _initials(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“L. Trotsky”, “J. P. Cannon”."""
    words = [context.tokens[index].word for index in range(start, end)]
    count = next((i for i, word in enumerate(words) if len(word) > 1), len(words))
    if not count or count == len(words) or words[0] in {"I", "O"} or context.gap(start + 1) != ".":
        return None
    if keys[-1] in NO_NAMES | CALENDAR or adjectival(keys[-1]):
        return None
    return Guess(
        start, end, Kind.PERS_NAME, Certainty.MEDIUM, "names.initials", "Initials are followed by a surname."
    )


def _full_name(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“Tom Cordery”, “Miss Emily James”."""
    if len(keys) < 2 or keys[0] not in GIVEN or "of" in keys:
        return None
    if keys[0] in CALENDAR and len(keys) < 3:
        return None
    if set(keys[1:]) & (NO_NAMES | CALENDAR | PLACE_HEADS | ORG_HEADS) or context.gap(start + 1) == "-":
        return None
    first = context.written(start, start + 1)
    return Guess(
        start,
        end,
        Kind.PERS_NAME,
        Certainty.MEDIUM,
        "names.given",
        f"“{first}” is a given name, followed by a surname.",
    )


def adjectival(key: str) -> bool:
    """Whether the word, by its ending, is an adjective or means adherents."""
    return key.endswith(ADJECTIVE_ENDINGS) and len(key) > 5
