"""What a language brings to the one grammar of dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

OTHER, OTHERS = "…", "………s"
"""A word that the grammar does not know, and one that may be a plural."""


@dataclass(frozen=True, eq=False)
class Table:
    """The words of one language's dates, in lower case.

    Months count from 1, weekdays from Monday as 0. *seasons* and *means* give the English word that stands
    for each in the grammar; *means* is None for English itself. *letters* are eras and the like, *endings*
    and *decade_endings* what stands after a figure (patterns); *stop*: a full stop makes an ordinal.
    """

    tag: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ordinals: Mapping[str, int]
    cardinals: Mapping[str, int]
    seasons: Mapping[str, str]
    means: Mapping[str, str] | None
    endings: str
    decade_endings: str
    letters: str
    contracted: str = ""
    """Words with letters left out ("Feb’y", "d." for "den"), as a pattern."""
    eras: Mapping[str, str] = field(default_factory=dict)
    """What the first letter of such letters means: `bc` or `ad`."""
    decades: Mapping[str, int] = field(default_factory=dict)
    abbreviated: frozenset[str] = frozenset()
    homographs: frozenset[str] = frozenset()
    slips: tuple[Mapping[str, int], Mapping[str, int]] = ({}, {})
    stop: bool = False
    capitals: bool = True
    """Whether months and weekdays are written with a capital."""
    plural: str = ""
    """The letter that a plural ends in."""


def meanings(lines: str) -> dict[str, str]:
    """The first word of each line as the meaning of those after its colon."""
    found: dict[str, str] = {}
    for line in lines.strip().splitlines():
        meaning, _, written = line.partition(":")
        found |= dict.fromkeys(written.split(), meaning.strip())
    return found


def seasons(spring: str, summer: str, autumn: str, winter: str) -> dict[str, str]:
    """The seasons by the words for each."""
    names = {"spring": spring, "summer": summer, "autumn": autumn, "winter": winter}
    return {word: name for name, listed in names.items() for word in listed.split()}


def weekdays(listed: Mapping[str, int]) -> dict[str, int]:
    """Weekdays numbered from 1, as lines are, counted from Monday as 0."""
    return {word: number - 1 for word, number in listed.items()}
