"""What the rest of the text tells of capitalised words that tell nothing themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.shapes import Guess, adjectival
from rubricator.annotators.names.vocabulary import (
    ADDRESS,
    CALENDAR,
    NO_NAMES,
    OFFICES,
    PLACE_PREPOSITIONS,
    RULERS,
)

_OFTEN = 2
"""How often the text has to say a thing before one more time is believed."""
_SHORTEST = 3

Group = tuple[int, int]


def by_company(context: Context, groups: Iterable[Group], known: Iterable[Guess]) -> Iterator[Guess]:
    """What *groups* of words are, by the names *known* in the text and by what stands before them."""
    left = [group for group in groups if _may_be_name(context, *group)]
    surnames = Counter(context.key(guess.end - 1) for guess in known if guess.kind is Kind.PERS_NAME)
    inside = [group for group in left if not context.tokens[group[0]].initial]
    places = Counter(context.written(*group) for group in inside if _after_preposition(context, group[0]))
    uses = Counter(context.written(*group) for group in inside)
    singles = Counter(context.key(start) for start, end in inside if end - start == 1)
    for start, end in left:
        key, written = context.key(start), context.written(start, end)
        single, often_small = end - start == 1, key in context.small
        if (
            single
            and surnames[key]
            and key not in GIVEN
            and not surnames[key.removesuffix("s")] - surnames[key]
        ):
            evidence = f"The text calls someone by a name that ends in “{written}”."
            sure = surnames[key] >= _OFTEN and not often_small
            yield _guess(start, end, Kind.PERS_NAME, sure, "names.learnt", evidence)
        elif single and key in GIVEN and not often_small:
            sure = singles[key] >= _OFTEN
            yield _guess(start, end, Kind.PERS_NAME, sure, "names.given", f"“{written}” is a given name.")
        elif (
            not context.tokens[start].initial
            and _after_preposition(context, start)
            and 2 * places[written] >= uses[written]
        ):
            evidence = f"“{context.written(start - 1, start)}” is often followed by a place."
            sure = places[written] >= (2 * _OFTEN if often_small else _OFTEN)
            yield _guess(start, end, Kind.PLACE_NAME, sure, "names.preposition", evidence)


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


def _guess(start: int, end: int, kind: Kind, sure: bool, rule: str, evidence: str) -> Guess:
    return Guess(start, end, kind, Certainty.MEDIUM if sure else Certainty.LOW, rule, evidence)


def _may_be_name(context: Context, start: int, end: int) -> bool:
    keys = {context.key(index) for index in range(start, end)}
    if keys & (NO_NAMES | CALENDAR | ADDRESS | OFFICES) or not context.is_name_like(start):
        return False
    if end - start > 1:
        return True
    joined = "-" in (context.gap(start), context.gap(end))
    [key] = keys
    return len(key) >= _SHORTEST and not adjectival(key) and not joined


def _after_preposition(context: Context, start: int) -> bool:
    return context.key(start - 1) in PLACE_PREPOSITIONS and context.gap(start) == " "
