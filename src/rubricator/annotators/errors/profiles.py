"""How a text came to be, and so which slips are likely in it: prices by profile.

Prices are powers of ten: a slip of price 1 is thought ten times rarer than one of price 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Profile:
    """What each slip costs, what more is asked of a reading (or less), and what is left to the editor.

    In a text with so many unknown forms (*crowd*) within a few words of another, that is dialect or
    another language, not an error. One may spell endings as one pleased (*own_spelling*). *remarks*
    are the rules whose findings stay in the ledger, as remarks.
    """

    misread: float = 0.4
    doubled: float = 0.2
    halved: float = 0.5
    swapped: float = 0.4
    dropped: float = 0.8
    neighbour: float = 0.8
    added: float = 0.9
    other: float = 1.3
    alike: float = 0.6
    demand: float = 0.0
    crowd: int = 3
    own_spelling: bool = False
    remarks: frozenset[str] = frozenset()


PRINT = Profile()
PROFILES = {
    "print": PRINT,
    "ocr": Profile(
        misread=0.1, alike=0.9, doubled=0.5, halved=0.6, swapped=1.1, neighbour=1.3, demand=-0.3, crowd=6
    ),
    "keying": Profile(
        misread=0.8,
        alike=0.4,
        halved=0.4,
        swapped=0.2,
        dropped=0.5,
        neighbour=0.5,
        added=0.6,
        demand=-0.2,
        crowd=4,
    ),
    "manuscript": Profile(
        misread=0.6,
        alike=1.2,
        halved=0.9,
        dropped=0.9,
        demand=1.6,
        own_spelling=True,
        remarks=frozenset(
            f"errors.{rule}"
            for rule in ("case", "extra-space", "inner-capital", "odd-spelling", "split-word")
        ),
    ),
}
"""`print` is any text whose origin is not told; a `manuscript` is spelt and spaced as its writer pleased."""


def profile(name: str) -> Profile:
    """The profile of that name; SettingsError if there is none."""
    try:
        return PROFILES[name]
    except KeyError:
        raise SettingsError(
            f"There is no profile {name!r} of errors.", remedy=f"Choose one of {', '.join(PROFILES)}."
        ) from None
