"""Names that no authority list has, by what stands in and around them; never surer than medium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.given import GIVEN, KNOWN_PLACES
from rubricator.annotators.names.vocabulary import (
    ADDRESS,
    ADJECTIVE_ENDINGS,
    CALENDAR,
    FUNCTION,
    NO_NAMES,
    OFFICES,
    ORG_HEADS,
    PARTICLES,
    PLACE_FIRSTS,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
    RULERS,
)

_DESCRIPTIVE = frozenset(
    "government army navy ministry parliament embassy legation soviet state party".split()
)
"""Heads that describe a body more often than they name one."""
_OFTEN = 2
_LINKS = PARTICLES | {"of"}

Claim = tuple[int, int, Annotation]


@dataclass(frozen=True, slots=True)
class Guess:
    """That the words *start* to *end* are a name of that kind, by *rule*."""

    start: int
    end: int
    kind: Kind
    cert: Certainty
    rule: str
    evidence: str


def unlisted(context: Context, taken: set[int]) -> list[Claim]:
    """The claims about names outside *taken*, the words that listed names rest on."""
    groups = list(_groups(context, taken))
    guesses: list[Guess] = []
    left: list[tuple[int, int]] = []
    for start, end in groups:
        guess = _by_shape(context, start, end)
        if guess is None:
            left.append((start, end))
        else:
            guesses.append(guess)
    guesses += _by_company(context, left, guesses)
    guesses += _standing(context, taken)
    return [(guess.start, guess.end, _annotation(context, guess)) for guess in guesses]


def _annotation(context: Context, guess: Guess) -> Annotation:
    attributes = (("type", "person"),) if guess.kind is Kind.RS else ()
    span = context.span(guess.start, guess.end)
    return Annotation(
        guess.kind, span, guess.cert, rule=guess.rule, evidence=guess.evidence, attributes=attributes
    )


def _groups(context: Context, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words outside *taken*, small links between them included."""
    tokens = context.tokens
    index = 0
    while index < len(tokens):
        if index in taken or not _capital(context, index):
            index += 1
            continue
        end = index + 1
        while end < len(tokens) and end not in taken:
            if _joined(context, end) and _capital(context, end):
                end += 1
            elif (
                context.key(end) in _LINKS
                and context.gap(end) == " "
                and context.gap(end + 1) == " "
                and end + 1 not in taken
                and _capital(context, end + 1)
            ):
                end += 2
            else:
                break
        start = index
        while start < end and not _opens(context, start, end):
            start += 1
        if start < end:
            yield start, end
        index = end


def _capital(context: Context, index: int) -> bool:
    """Whether the word has a capital of its own, not for being shouted."""
    token = context.tokens[index]
    return token.capital and not (len(token.word) > 1 and token.word.isupper())


def _joined(context: Context, index: int) -> bool:
    gap = context.gap(index)
    if gap == ".":
        before = context.tokens[index - 1]
        return len(before.word) == 1 or before.key in ADDRESS | OFFICES
    return gap in (" ", "-")


def _opens(context: Context, index: int, end: int) -> bool:
    """Whether a name can begin with the word: not one that only opens a sentence."""
    token = context.tokens[index]
    if token.key in FUNCTION and token.key not in {"sir", "madam"}:
        return False
    if token.initial and token.key in context.small:
        return token.key in ADDRESS | OFFICES and index + 1 < end
    return True


def _by_shape(context: Context, start: int, end: int) -> Guess | None:
    """What the words themselves tell."""
    keys = [context.key(index) for index in range(start, end)]
    if all(key in NO_NAMES or _adjectival(key) for key in keys) and tuple(keys) not in KNOWN_PLACES:
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
    if keys[-1] in PLACE_HEADS and keys[-2] not in _LINKS:
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
    if not count or count == len(words) or words[0] in {"I", "O"} or context.gap(start + 1) not in (".", " "):
        return None
    if keys[-1] in NO_NAMES | CALENDAR or _adjectival(keys[-1]):
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


def _by_company(context: Context, left: list[tuple[int, int]], guesses: list[Guess]) -> Iterator[Guess]:
    """What the rest of the text tells of words that alone tell nothing."""
    surnames = Counter(context.key(guess.end - 1) for guess in guesses if guess.kind is Kind.PERS_NAME)
    places = Counter(
        context.written(start, end) for start, end in left if context.key(start - 1) in PLACE_PREPOSITIONS
    )
    singles = Counter(
        context.key(start) for start, end in left if end - start == 1 and not context.tokens[start].initial
    )
    for start, end in left:
        keys = [context.key(index) for index in range(start, end)]
        if set(keys) & (NO_NAMES | CALENDAR | ADDRESS | OFFICES) or not context.is_name_like(start):
            continue
        written = context.written(start, end)
        if len(keys) == 1 and (
            len(written) < 3 or _adjectival(keys[0]) or context.gap(end) == "-" or context.gap(start) == "-"
        ):
            continue
        if len(keys) == 1 and surnames[keys[0]]:
            cert = (
                Certainty.MEDIUM
                if surnames[keys[0]] >= _OFTEN and keys[0] not in context.small
                else Certainty.LOW
            )
            yield Guess(
                start,
                end,
                Kind.PERS_NAME,
                cert,
                "names.learnt",
                f"The text calls someone by a name that ends in “{written}”.",
            )
        elif len(keys) == 1 and keys[0] in GIVEN and keys[0] not in context.small:
            cert = Certainty.MEDIUM if singles[keys[0]] >= _OFTEN else Certainty.LOW
            yield Guess(start, end, Kind.PERS_NAME, cert, "names.given", f"“{written}” is a given name.")
        elif (
            places[written]
            and context.key(start - 1) in PLACE_PREPOSITIONS
            and not context.tokens[start].initial
            and not set(keys) & context.small
        ):
            cert = Certainty.MEDIUM if places[written] >= _OFTEN else Certainty.LOW
            before = context.written(start - 1, start)
            yield Guess(
                start,
                end,
                Kind.PLACE_NAME,
                cert,
                "names.preposition",
                f"“{before}” is often followed by a place.",
            )


def _standing(context: Context, taken: set[int]) -> Iterator[Guess]:
    """“the Tsar”: a title that stands for a person whom no list names."""
    for index, token in enumerate(context.tokens):
        if token.key not in RULERS or not token.capital or index in taken or index - 1 in taken:
            continue
        if context.key(index - 1) != "the" or context.gap(index) != " ":
            continue
        follows = context.gap(index + 1) == " " and (
            context.key(index + 1) == "of" or context.tokens[index + 1].capital
        )
        if follows:
            continue
        start = index - 1 if context.policy.article_inside else index
        yield Guess(
            start, index + 1, Kind.RS, Certainty.LOW, "names.standing", f"“{token.word}” stands for a person."
        )


def _adjectival(key: str) -> bool:
    return key.endswith(ADJECTIVE_ENDINGS) and len(key) > 5
