"""Whether an entry is a woman's or a man's: as the list says, or the forms of address in it imply."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rubricator.authority.entries import Name, Person
from rubricator.authority.slugs import slug

MALE = frozenset(
    """
    mr sir lord mister master father brother uncle monsieur herr signor don abbe esquire ld sr goodman
    alderman
    """.split()
)
"""Forms of address that are said to men."""
FEMALE = frozenset(
    """
    mrs miss ms lady dame mistress madame mme mlle mademoiselle frau fraulein signora aunt sister mris
    mres goodwife goody widow mother
    """.split()
)
"""Forms of address that are said to women."""
_SAID = {"m": "m", "male": "m", "1": "m", "f": "f", "female": "f", "2": "f"}


@cache
def sex(person: Person) -> str | None:
    """`f` or `m`; None where neither is said, or both are."""
    if said := _SAID.get((person.sex or "").lower()):
        return said
    words = {slug(word) for name in person.names for word in _before_others(name)}
    female, male = bool(words & FEMALE), bool(words & MALE)
    return None if female is male else "f" if female else "m"


def _before_others(name: Name) -> Iterator[str]:
    """The words of a name that can be forms of address: of “Mary Lord”, “Lord” is none."""
    before, _, after = name.form.partition(",")
    yield from before.split()[:-1]
    yield from after.split()
    yield from (name.part("roleName") or "").split()
