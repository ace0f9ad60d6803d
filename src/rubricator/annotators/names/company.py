"""What the rest of the text tells of capitalised words that tell nothing themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.evidence import AFTER, BEFORE, NOTHING, PLACED, SPEAKING, Weight
from rubricator.annotators.names.gazetteer import KNOWN_PLACES
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.shapes import Guess, adjectival
from rubricator.annotators.names.vocabulary import (
    CALENDAR,
    DATED,
    FAMILIAR,
    FUNCTION,
    OCCUPATIONS,
    ORG_HEADS,
    ORGANISATIONS,
    PLACE_PREPOSITIONS,
    RULERS,
    TITLES,
)

_SHORTEST = 3
_OFTEN = 3
"""So often with a capital inside sentences, and never without, a common word is a name."""
_CUT = frozenset(".—–-")
"""What stands after a letter that stands for a name."""
_POINTS = frozenset("nsew")
_BELIEVED, _DOUBTED = 1.0, 0.4
"""From which sum on a kind is believed, and from which it is worth a doubtful suggestion."""
_ELSEWHERE = 0.6
_MOST_ELSEWHERE = 2.5
"""How much the same words elsewhere in the text count, and up to which sum."""

_TOGETHER = 1.0
"""What a name that is sure says for its neighbour in a list."""
_MARGIN = 0.3
_NEVER_ALONE = ORGANISATIONS | DATED | TITLES | ORG_HEADS
_AND = frozenset(("and", "or"))
_ENDINGS = ("shire", "borough", "burgh", "minster", "bury", "ville", "mouth", "stadt", "grad")

Group = tuple[int, int]


@dataclass(slots=True)
class _Use:
    """The words *start* to *end*, which tell nothing themselves, with what stands beside them."""

    start: int
    end: int
    own: Weight
    written: str


def by_company(
    context: Context, groups: Iterable[Group], known: Sequence[Guess], listed: Iterable[int] = ()
) -> Iterator[Guess]:
    """What *groups* of words are, by what stands beside them here and elsewhere, and by the names *known*.

    *listed* are the ends of the names of persons that the lists have.
    """
    persons = {guess.end for guess in known if guess.kind is Kind.PERS_NAME}.union(listed)
    called = Counter(context.key(guess.end - 1) for guess in known if guess.kind is Kind.PERS_NAME)
    uses = [
        _Use(start, end, _beside(context, start, end, persons), context.written(start, end))
        for start, end in groups
        if _may_be_name(context, start, end)
    ]
    sums: dict[str, Weight] = defaultdict(lambda: NOTHING)
    inside: Counter[str] = Counter()
    for use in uses:
        sums[use.written] += use.own
        if not context.tokens[use.start].initial:
            inside[use.written] += 1
    for use in uses:
        elsewhere = sums[use.written]
        use.own += Weight(
            _bounded(elsewhere.person - use.own.person), _bounded(elsewhere.place - use.own.place)
        )
        use.own += _itself(context, use, called, inside[use.written])
    _listed_together(context, uses, known)
    for use in uses:
        guess = _guessed(context, use)
        if guess is not None:
            yield guess


def _listed_together(context: Context, uses: Sequence[_Use], known: Iterable[Guess]) -> None:
    """Let names that stand in one list, “Holmes, Tunnicliffe and Mr. Barnes”, speak for each other."""
    kinds = {guess.start: guess.kind for guess in known}
    ends = {guess.end: guess.kind for guess in known}
    for one, forward in chain(((use, True) for use in uses), ((use, False) for use in reversed(uses))):
        if forward:
            beside = one.start - (context.key(one.start - 1) in _AND)
            kind = ends.get(beside) if _joins(context, beside, one.start) else None
        else:
            beside = one.end + (context.key(one.end) in _AND)
            kind = kinds.get(beside) if _joins(context, one.end, beside) else None
        if kind is Kind.PERS_NAME:
            one.own += Weight(person=_TOGETHER)
        elif kind is Kind.PLACE_NAME:
            one.own += Weight(place=_TOGETHER)
        guess = _guessed(context, one)
        if guess is not None and guess.cert is Certainty.MEDIUM:
            kinds[one.start] = ends[one.end] = guess.kind


def _joins(context: Context, end: int, start: int) -> bool:
    """Whether only a comma or an “and” stands between the words before *end* and those from *start*."""
    gaps = {context.gap(index) for index in range(end, start + 1)}
    return gaps <= {" ", ",", "&", ", &"} and (end < start or gaps != {" "})


def _bounded(total: float) -> float:
    return max(-_MOST_ELSEWHERE, min(_MOST_ELSEWHERE, _ELSEWHERE * total))


def _beside(context: Context, start: int, end: int, persons: set[int]) -> Weight:
    """What the words directly before and after tell."""
    total = NOTHING
    before, gap = context.key(start - 1), context.gap(start)
    if gap == " ":
        total += BEFORE.get(before, NOTHING)
        if before in SPEAKING:
            total += Weight(person=1.0)
        if before == "of" and context.gap(start - 1) in (" ", ",") and context.key(start - 2) in PLACED:
            total += Weight(place=2.0)
        elif before == "of" and start - 1 in persons:
            total += Weight(place=1.5)  # “Mr. Salter, of Poole”
    elif (
        gap == "\n"
        and context.gap(end) == ","
        and (context.key(end) in CALENDAR or context.key(end)[:1].isdigit())
    ):
        total += Weight(place=2.0)  # “Edinburgh, 4 March”
    after = context.key(end)
    follows = context.gap(end)
    if follows.startswith("'s"):
        total += Weight(person=0.8) if before not in ("in", "near") else Weight(person=0.2)
        if before == "at":
            total += Weight(person=1.5, place=-1.5)
    elif follows == " " and context.tokens[end].word.islower():
        total += AFTER.get(after, Weight(person=0.5) if after.endswith("ed") else NOTHING)
    elif follows == "," and after in ("who", "whom", "whose"):
        total += Weight(person=1.0)
    return total


def _itself(context: Context, use: _Use, called: Counter[str], times: int) -> Weight:
    """What the words themselves tell, together with how the text uses them."""
    keys = tuple(context.key(index) for index in range(use.start, use.end))
    single, last = len(keys) == 1, keys[-1]
    common = [
        key for key in keys if context.is_common(key) and (key not in GIVEN or context.floods or not times)
    ]
    total = Weight(person=0.6) if common else Weight(person=1.0)
    if called[last] and single:
        total += Weight(person=1.0 if called[last] == 1 else 1.6)
    if single and (last in GIVEN or last in FAMILIAR):
        total += Weight(person=1.0)
    if keys in KNOWN_PLACES:
        total += Weight(place=2.2)
        if context.key(use.start - 1) in PLACE_PREPOSITIONS:
            common = []
    elif last.endswith(_ENDINGS):
        total += Weight(place=1.0)
    if len(common) == len(keys):
        settled = times >= _OFTEN and not context.floods and last not in context.small
        total += Weight(-0.5, -0.5) if settled else Weight(-1.8, -1.8)
    if len(last) == 1:
        total += Weight(-2.0, -2.0) if last in _POINTS else Weight(-1.0, -1.0)
    if any(key in context.small for key in common):
        total += Weight(-0.8, -0.8)
    if context.floods:
        if common:
            total += Weight(-1.0, -1.0)
        if single and last in OCCUPATIONS and not called[last]:
            total += Weight(-1.2, -1.2)
    if not times:
        rare = not common and use.own.person >= 0.5
        total += Weight(-0.5, -0.5) if rare else Weight(-0.8, -0.8)
    return total


def _guessed(context: Context, use: _Use) -> Guess | None:
    kind = Kind.PLACE_NAME if use.own.place > use.own.person else Kind.PERS_NAME
    best = max(use.own)
    if best < _DOUBTED:
        return None
    sure = best >= _BELIEVED and abs(use.own.person - use.own.place) >= _MARGIN
    what = "a place" if kind is Kind.PLACE_NAME else "a person"
    evidence = f"“{use.written}” is used as the name of {what}."
    return _guess(use.start, use.end, kind, sure, "names.company", evidence)


def standing(context: Context, taken: set[int]) -> Iterator[Guess]:
    """“the Tsar”: titles outside *taken* that stand for a person whom no list names."""
    for index, token in enumerate(context.tokens):
        if token.key not in RULERS or not token.capital or index in taken or index - 1 in taken:
            continue
        if context.key(index - 1) != "the" or context.gap(index) != " ":
            continue
        followed = context.gap(index + 1) == " " and (
            context.key(index + 1) == "of" or context.tokens[index + 1].capital
        )
        if not followed:
            start = index - 1 if context.policy.article_inside else index
            evidence = f"“{token.word}” stands for a person."
            yield _guess(start, index + 1, Kind.RS, False, "names.standing", evidence)


def bodies(context: Context, groups: Iterable[Group]) -> Iterator[Guess]:
    """“the Admiralty”: bodies that one word names."""
    for start, end in groups:
        if end - start == 1 and context.key(start) in ORGANISATIONS and not context.tokens[start].initial:
            evidence = f"“{context.written(start, end)}” is a well-known body."
            yield _guess(start, end, Kind.ORG_NAME, True, "names.organisation", evidence)


def _guess(start: int, end: int, kind: Kind, sure: bool, rule: str, evidence: str) -> Guess:
    return Guess(start, end, kind, Certainty.MEDIUM if sure else Certainty.LOW, rule, evidence)


def _may_be_name(context: Context, start: int, end: int) -> bool:
    keys = {context.key(index) for index in range(start, end)}
    if keys & _NEVER_ALONE or not context.is_name_like(start):
        return False
    if end - start > 1:
        return any(len(key) > 1 for key in keys)
    joined = "-" in (context.gap(start), context.gap(end))
    [key] = keys
    if len(key) == 1:  # “Dear H.”, “the town of B——”
        return context.gap(end)[:1] in _CUT and not context.tokens[start].initial and key not in ("i", "o")
    return len(key) >= _SHORTEST and (not adjectival(key) or _is_sea(context, start)) and not joined


def _is_sea(context: Context, index: int) -> bool:
    """Whether the adjective stands for a sea: “in the Mediterranean”, where no noun of its own follows."""
    if (context.key(index),) not in KNOWN_PLACES or context.key(index - 1) != "the":
        return False
    return context.gap(index + 1) != " " or context.key(index + 1) in FUNCTION
