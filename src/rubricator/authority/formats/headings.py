"""Persons as lists head them (“Harcourt, Sir William”): forename, surname, rank and number told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ADDRESS = frozenset(
    """
    sir dame lord lady mr mrs miss ms dr doctor prof professor rev revd reverend hon captain
    capt major colonel col general gen admiral adm lieutenant lieut lt sergeant sgt judge
    justice father mother brother sister abbé comte graf gräfin freiherr baron baroness count
    countess bishop archbishop cardinal st saint herr frau monsieur madame mme mlle don
    """.split()
)
"""Ranks that stand before a forename: “Müller, Dr. Karl”."""
_CROWNED = frozenset(
    "king queen emperor empress pope saint st prince princess tsar czar tsarina sultan kaiser könig papst "
    "bishop archbishop".split()
)
"""Ranks of people who are called by a forename: “Mary, Queen of Scots”."""
_PEERS = frozenset("lord earl marquess marquis viscount baron".split())
"""Who is called Lord after his title."""
_AFTER = frozenset({"herzog", "esq", "esquire", "bart"})
_TITLED = _PEERS | frozenset("duke duchess lady countess marchioness viscountess baroness".split())
_RANK = re.compile(
    r"(?:the\s+)?(?:(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth)"
    r"\s+)?"
    rf"(?P<rank>{'|'.join(sorted(_ADDRESS | _CROWNED | _TITLED | _AFTER))})\b\.?"
    r"(?:\s+(?P<rest>.*))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:jr|sr|jun|sen|junior|senior|(?:the|der|die)\s+(?:elder|younger|ältere|jüngere)|d\.\s*[äj]|[ivx]+|"
    r"père|fils)\.?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")


@dataclass(slots=True)
class Heading:
    """The parts of a heading; *titles* are further names that follow from a title (“Lord Rosebery”)."""

    forename: str = ""
    surname: str = ""
    ranks: list[str] = field(default_factory=list)
    """What stands before the forename."""
    number: str = ""
    roles: list[str] = field(default_factory=list)
    """What stands after the name."""
    others: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


def parted(written: str) -> Heading | None:
    """The parts of a heading with commas; nothing if it has none."""
    head, *rest = (" ".join(part.split()) for part in written.split(","))
    pieces = [part for part in rest if part]
    if not head or not pieces:
        return None
    made = Heading(surname=head)
    for piece in pieces:
        _take(piece, made)
    if not made.forename:
        _without_forename(made)
    _entitle(head, made)
    return made


def _take(piece: str, made: Heading) -> None:
    """One piece between commas."""
    for inner in _BRACKETED.findall(piece):
        if _RANK.fullmatch(inner):  # “Allott, John (Rev.)”
            made.ranks.append(inner)
            piece = " ".join(piece.replace(f"({inner})", " ").split())
    found = _RANK.fullmatch(piece)
    if not piece:
        return
    if _NUMBER.fullmatch(piece) and not made.number:
        made.number = piece
    elif found and (made.forename or not _names(found)):
        made.roles.append(piece)
    elif made.forename:
        (made.roles if piece[0].islower() else made.others).append(piece)
    else:
        words = piece.split()
        while len(words) > 1 and words[0].rstrip(".").casefold() in _ADDRESS:
            made.ranks.append(words.pop(0))
        made.forename = " ".join(words)


def _names(found: re.Match[str]) -> bool:
    """Whether a forename follows the rank."""
    rest = found["rest"] or ""
    return found["rank"].casefold() in _ADDRESS and found.start("rank") == 0 and rest[:1].isupper()


def _without_forename(made: Heading) -> None:
    """“Mary, Queen of Scots” is a forename; “Martin Luther King, Jr.” stands in the order of running text."""
    words = made.surname.split()
    ranks = {found["rank"].casefold() for role in made.roles if (found := _RANK.fullmatch(role))}
    if ranks & _CROWNED:
        if len(words) > 1 and not made.number and _NUMBER.fullmatch(words[-1]):
            made.number = words.pop()
        made.forename, made.surname = " ".join(words), ""
    elif len(words) > 1:
        made.forename, made.surname = " ".join(words[:-1]), words[-1]


def _entitle(head: str, made: Heading) -> None:
    """Complete a title held by the *head* (“Wellington, Arthur Wellesley, 1st Duke of”); call by it."""
    for index, role in enumerate(made.roles):
        found = _RANK.fullmatch(role)
        rank, rest = (found["rank"], found["rest"] or "") if found else ("", "")
        if rank.casefold() not in _TITLED:
            continue
        if rest == "of":
            rest = f"of {head}"
            made.roles[index] = f"{role} {head}"
            given = made.forename.split()
            if made.surname == head and len(given) > 1:  # the family's name is among the others
                made.forename, made.surname = " ".join(given[:-1]), given[-1]
        place = rest.removeprefix("of ") or made.surname
        if rest.startswith("of "):
            made.titles.append(f"{rank} {rest}")
        if rank.casefold() in _PEERS:
            made.titles.append(f"Lord {place}")
