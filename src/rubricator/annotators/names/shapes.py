"""What capitalised words tell of themselves: titles, initials, given names, heads of place names."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.evidence import PLACED, TERSE
from rubricator.annotators.names.gazetteer import KNOWN_PLACES
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.vocabulary import (
    ADJECTIVE_ENDINGS,
    BEFORE_SURNAMES,
    CALENDAR,
    DATED,
    LOWERED,
    NO_INITIALS,
    NO_NAMES,
    OFFICES,
    ORG_HEADS,
    PARTICLES,
    PLACE_FIRSTS,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
    TITLES,
)

LINKS = PARTICLES | {"of"}
DESCRIPTIVE = frozenset(
    "government army navy ministry parliament embassy legation soviet state party police service staff"
    " court order front workers guard youth chapter house administration treasury".split()
)
"""Heads that describe a body more often than they name one: “the French army”."""
RULING = frozenset("lords house board court order vale forest".split())
"""Heads, besides those of organisations and places, whose names go on with “of”: “Lords of Trade”."""
POSSESSED = PLACE_HEADS | frozenset("hospital college school club company theatre bank library".split())
"""Heads that a possessive makes a name: “James's Court”, “Guy's Hospital”."""
_MINISTERIAL = frozenset("ministry department board court order house guild chamber office bureau".split())
_VERY = 60.0
"""So often in a million words of speech, a word is hardly a surname at the beginning of a sentence."""
_NO_PLACES = frozenset("honourable honorable worshipful old this".split())
_PLACED_BY = PLACE_PREPOSITIONS | {"on"}
_DIRECTIONS = frozenset("north south east west left right".split())
_HEADS = ORG_HEADS - NO_NAMES
_COMPASS = frozenset("nsew")
_PERSONAL = BEFORE_SURNAMES | frozenset("sir madame mademoiselle messrs rev revd reverend hon".split())
"""Forms of address that no name of a place begins with."""
_ROYAL = frozenset("king queen prince princess saint st lady".split())
"""Titles that streets, parks and halls are named after: “Queen Anne Street”, “Lady Margaret Hall”."""


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
    if (
        all(key in NO_NAMES or adjectival(key) for key in keys)
        and tuple(keys) not in KNOWN_PLACES
        and _HEADS.isdisjoint(keys)
    ):
        return None
    written = context.written(start, end)
    for rule in (_known_place, _house, _saint, _titled, _organisation, _place, _initials, _full_name):
        guess = rule(context, start, end, keys, written)
        if guess is not None:
            return guess
    return None


def _titled(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“Mr. Moon”, “Colonel Falkner”, “Duke of Wellington”."""
    if keys[0] in _PERSONAL:  # “Mr. Moon's House”: of it, he is the person
        end = next((index for index in range(start + 1, end) if context.gap(index) == "'s"), end)
        keys = keys[: end - start]
    count = next((i for i, key in enumerate(keys) if key not in TITLES), len(keys))
    rest = keys[count:]
    if not rest and count > 1 and keys[-2] in BEFORE_SURNAMES:  # “Mr. King”
        count, rest = count - 1, keys[-1:]
    if not count or not rest or rest[0] in DATED or keys[0] in {"st", "saint"}:
        return None
    if rest[0] == "of" and keys[count - 1] not in OFFICES:
        return None
    if len(rest) > 1 and not _personal(context, start, start + count, end):
        addressed = keys[0] in _PERSONAL and rest[-1] in _ALSO_SURNAMES  # “Mrs. Havell Hill”
        if rest[-1] in LOWERED and not addressed:
            return None
        if rest[0] != "of" and all(context.is_common(key) for key in rest):
            return None
    if keys[0] == "messrs":
        start, count = start + 1, count - 1
    begin = start if context.policy.titles_inside or rest[0] == "of" else start + count
    said = context.written(start, start + count) if count else "Messrs."
    evidence = f"“{said}” is followed by a name."
    return Guess(begin, end, Kind.PERS_NAME, Certainty.MEDIUM, "names.title", evidence)


def _personal(context: Context, start: int, given: int, end: int) -> bool:
    """Whether after titles, at the word *given*, the given names or initials of a person begin.

    The surname can be what else heads a place (“Miss Mary Hill”, “Mr. A. Court”), unless the title is one
    that places are named after: “King William Street”.
    """
    if end - given < 2 or not all(_is_forename(context, index) for index in range(given, end - 1)):
        return False
    last = context.key(end - 1)
    if last not in LOWERED:
        return last not in DATED
    if context.key(start) in _ROYAL:
        return False
    return last in _ALSO_SURNAMES or context.key(start) in _PERSONAL


def _is_forename(context: Context, index: int) -> bool:
    token = context.tokens[index]
    return len(token.word) == 1 or (token.key in GIVEN and token.key not in CALENDAR)


def _house(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“House of Commons”, “Court of Session”, “Lords of Trade”."""
    if len(keys) < 3 or keys[0] not in {"house", "court", "lords"} or keys[1] != "of":
        return None
    evidence = f"“{written}” is a body by its form."
    return Guess(start, end, Kind.ORG_NAME, Certainty.MEDIUM, "names.organisation", evidence)


def _saint(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“at St. Wenn”: a saint is a place where one can be."""
    if keys[0] not in {"st", "saint", "ste"} or len(keys) < 2 or keys[-1] in LOWERED:
        return None
    before = context.key(start - 1)
    placed = before in PLACE_PREPOSITIONS or (before == "of" and context.key(start - 2) in PLACED)
    cert = Certainty.MEDIUM if placed else Certainty.LOW
    evidence = f"“{written}” is a place by its form."
    return Guess(start, end, Kind.PLACE_NAME, cert, "names.place", evidence)


def _organisation(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“Communist Party”, “League of Nations”."""
    if len(keys) < 2:
        return None
    head = next(
        (
            i
            for i, key in enumerate(keys)
            if key in ORG_HEADS and keys[i + 1 : i + 2] in ([], ["of"], ["for"])
        ),
        -1,
    )
    if head < 0 or (head == 0 and keys[1] not in ("of", "for")):
        return None
    before = keys[:head]
    bank = keys[head] == "bank" and not set(before) <= _DIRECTIONS
    if keys[head] in PLACE_HEADS and not bank and not any(key in ORG_HEADS for key in before):
        return None
    if "'s" in (context.gap(i) for i in range(start + 1, end)) and keys[head] not in POSSESSED:
        return None
    described = (
        keys[head] in DESCRIPTIVE
        and head == len(keys) - 1
        and (all(key in NO_NAMES - POLITICAL or (adjectival(key) and key not in POLITICAL) for key in before))
    )
    alone = not before and keys[head] in DESCRIPTIVE and keys[head] not in _MINISTERIAL
    cert = Certainty.LOW if described or alone else Certainty.MEDIUM
    return Guess(
        start,
        end,
        Kind.ORG_NAME,
        cert,
        "names.organisation",
        f"“{context.written(start + head, start + head + 1)}” is the head of an organisation’s name.",
    )


def _known_place(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“France”, “Soviet Union”."""
    if len(keys) < 2 or tuple(keys) not in KNOWN_PLACES or not context.is_name_like(start):
        return None
    evidence = f"“{written}” is a well-known place."
    return Guess(start, end, Kind.PLACE_NAME, Certainty.MEDIUM, "names.place", evidence)


def _place(context: Context, start: int, end: int, keys: list[str], written: str) -> Guess | None:
    """“Farley Hill”, “Isle of Wight”."""
    if len(keys) < 2:
        return None
    if keys[0] in _PERSONAL:  # “Mr. John Mill”, whatever else the words say
        return None
    possessed = context.gap(end - 1) == "'s"
    if keys[-1] in PLACE_HEADS and keys[-2] not in LINKS:
        person = keys[0] in GIVEN or len(context.tokens[start].word) == 1
        if keys[-1] in _ALSO_SURNAMES and person and not possessed:
            return None
        if keys[0] in _NO_PLACES and len(keys) == 2:
            return None
        head = context.written(end - 1, end)
    elif keys[0] in PLACE_FIRSTS and keys[1] not in NO_NAMES:
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
    if not count or words[0] in {"I", "O"} or context.gap(start + 1) != ".":
        return None
    if (
        count == 1
        and keys[-1] in PLACE_HEADS
        and (
            keys[-1] not in _ALSO_SURNAMES
            or context.key(start - 1) in _PLACED_BY
            or (context.key(start - 1) == "of" and context.key(start - 2) in PLACED)
        )
    ):
        evidence = f"“{context.written(end - 1, end)}” is the head of a place name."
        return Guess(start, end, Kind.PLACE_NAME, Certainty.MEDIUM, "names.place", evidence)
    if count == len(words):  # “T. S.”, “A. A.”
        if not 1 < count < 4 or set(keys) <= _COMPASS or "".join(keys) in NO_INITIALS:
            return None
        evidence = "Initials stand where a name does."
        return Guess(start, end, Kind.PERS_NAME, Certainty.MEDIUM, "names.initials", evidence)
    if set(keys[:count]) <= _COMPASS and (count > 1 or context.tokens[start].initial):
        return None
    if context.tokens[start].initial and (
        keys[-1] in context.small or keys[count] in TERSE or context.is_common(keys[count], _VERY)
    ):
        return None
    if keys[-1] in DATED or adjectival(keys[-1]):
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
    if LOWERED.intersection(keys[1:-1]):
        return None
    if keys[-1] in LOWERED and not all(_is_forename(context, index) for index in range(start, end - 1)):
        return None
    if DATED.intersection(keys[1:]) or keys[-1] in ORG_HEADS or context.gap(start + 1) == "-":
        return None
    if "'s" in (context.gap(index) for index in range(start + 1, end)):
        return None
    if keys[0] in PLACE_NAMESAKES or (keys[-1] in PLACE_HEADS - _ALSO_SURNAMES):
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


_ALSO_SURNAMES = frozenset(
    "green hill park bridge wood woods heath field fields hall grove lane lake forest cape"
    " mill mills cross gates brook rock point head church ward garden marsh banks burn cliff ford"
    " king moor rowe bay well wells craig glen hay parsons pope court temple west".split()
)
"""Heads of place names that are surnames too, after a given name: “William Green”."""
PLACE_NAMESAKES = frozenset({"florence", "virginia", "victoria", "georgia", "carolina", "adelaide", "sydney"})
"""Given names that are as often places."""
POLITICAL = frozenset(
    "communist socialist democratic liberal labour labor conservative republican nationalist fascist nazi"
    " national provisional revolutionary bolshevik menshevik soviet royal imperial".split()
)
"""Adjectives that name a party or a body: “Communist Party”."""


def adjectival(key: str) -> bool:
    """Whether the word, by its ending, is an adjective or means adherents."""
    return key.endswith(ADJECTIVE_ENDINGS) and len(key) > 5
