"""Names that no authority list has, by what stands in and around them; never surer than medium."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rubricator.annotation import Annotation, Kind
from rubricator.annotators.names.company import bodies, by_company, standing
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.evidence import TERSE
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.shapes import DESCRIPTIVE, LINKS, POSSESSED, RULING, Guess, by_shape
from rubricator.annotators.names.vocabulary import (
    ABBREVIATIONS,
    ADDRESS,
    FUNCTION,
    GENERIC_PLACES,
    KIN,
    NUMBERS,
    OFFICES,
    ORG_HEADS,
    PARTICLES,
    PLACE_FIRSTS,
    PLACE_HEADS,
    QUALIFIERS,
    TITLES,
)

Claim = tuple[int, int, Annotation]


def unlisted(context: Context, taken: set[int], persons: Iterable[int] = ()) -> list[Claim]:
    """The claims about names outside *taken*, the words that listed names rest on; *persons* end there."""
    guesses: list[Guess] = []
    left: list[tuple[int, int]] = []
    for start, end in _groups(context, taken):
        guess = by_shape(context, start, end)
        if guess is None:
            left.append((start, end))
        else:
            guesses.append(guess)
    guesses += [*by_company(context, left, guesses, persons), *bodies(context, left)]
    guesses += standing(context, taken)
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
        if index in taken or not _capital(context, index) or context.is_entry(index):
            index += 1
            continue
        end = index + 1
        while end < len(tokens) and end not in taken:
            if _capital(context, end) and _joined(context, end) and not _restarts(context, end):
                end += 1
            elif after := _linked(context, index, end, taken):
                end = after
            else:
                break
        start = index
        while start < end and not _opens(context, start, end):
            start += 1
        if start < end and not _in_compound(context, start, end):
            yield start, end
        index = end


def _linked(context: Context, start: int, end: int, taken: set[int]) -> int:
    """Where small words link the run *start* to *end* to another capital, the end of that; else 0."""
    before, link = context.key(end - 1), context.key(end)
    after = end + 1
    if link in _ON and context.gap(end) == "-" == context.gap(after) and _capital(context, after):
        return after + 1  # “Burton-on-Trent”
    if context.gap(end) == "." and link in PARTICLES and before in ABBREVIATIONS:
        return after + 1 if _capital(context, after) and context.gap(after) == " " else 0  # “M. de Montigny”
    if context.gap(end) != " " or link not in _LINKING:
        return 0
    long = any(context.key(index) == "for" for index in range(start, end))  # “Society for … of … to …”
    of = link in ("of", "for", "to")
    if of and not long:
        if before not in _LED or link == "to":
            return 0
        if before in _UNLED:
            return 0
    if of and before in ORG_HEADS and context.key(after) == "the":
        after += 1
    if after in taken or after >= len(context.tokens) or not _capital(context, after):
        return 0
    if any(context.gap(index) != " " for index in range(end + 1, after + 1)):
        return 0
    if link == "and":
        # “the Gas and Coke Company”: two of what a company deals in; “Tea and Coffee” are no company.
        last = after + 1
        company = last < len(context.tokens) and context.gap(last) == " " and _capital(context, last)
        inside = any(context.key(index) in ORG_HEADS for index in range(start, end))
        if not inside and not (company and context.key(last) in ORG_HEADS and before not in ORG_HEADS):
            return 0
        if inside and (before in ORG_HEADS or context.key(after) in _PERSONAL):
            return 0
    return after + 1


_LINKING = LINKS | {"and", "for", "to"}
_LED = OFFICES | ORG_HEADS | PLACE_FIRSTS | RULING
_UNLED = GENERIC_PLACES | (DESCRIPTIVE - RULING - {"ministry"})
_PERSONAL = TITLES | GIVEN
_ON = frozenset("on upon in le under super by de sur sous en la les cum".split())
"""Small words inside the names of places, between hyphens."""


def _in_compound(context: Context, start: int, end: int) -> bool:
    """Whether a hyphen joins the words to a small one (“London-born”)."""
    before = context.gap(start) == "-" and not context.tokens[start - 1].capital
    after = context.gap(end) == "-" and not context.tokens[end].capital
    return before or after


def _restarts(context: Context, index: int) -> bool:
    """Whether a form of address after another word begins the next name (“Sir W. Elford, Mr. Haydon”)."""
    before = context.key(index - 1)
    return context.key(index) in ADDRESS and before not in TITLES


def _capital(context: Context, index: int) -> bool:
    """Whether the word has a capital of its own, not for being shouted (but those who sign may be)."""
    if index >= len(context.tokens):
        return False
    token = context.tokens[index]
    if not token.capital or (token.word == "I" and context.gap(index + 1)[:1] != "."):
        return False
    return len(token.word) == 1 or not token.word.isupper() or context.is_signed(index)


def _joined(context: Context, index: int) -> bool:
    gap = context.gap(index)
    before = context.tokens[index - 1]
    if context.key(index) in FUNCTION and gap != " " and not _is_initial(context, index):
        return False
    if gap == "'s":
        return context.key(index) in POSSESSED and before.key not in FUNCTION
    if gap == ".":
        return _is_initial(context, index - 1) or before.key in ABBREVIATIONS
    return gap in (" ", "-")


_CALLED = frozenset("old young little poor dear".split())


def _is_verb(key: str) -> bool:
    """Whether the word, before a name, is what a terse sentence begins with: “Reached Beechey Island”."""
    return key in TERSE or (key.endswith(("ed", "ing")) and key not in GIVEN and len(key) > 4)


def _is_initial(context: Context, index: int) -> bool:
    """Whether the word is a single capital with its stop: also “A.”, but no “I.”"""
    token = context.tokens[index]
    return len(token.word) == 1 and token.capital and context.gap(index + 1)[:1] == "." and token.key != "i"


def _opens(context: Context, index: int, end: int) -> bool:
    """Whether a name can begin with the word: not one that only opens a sentence."""
    token = context.tokens[index]
    if _is_initial(context, index):
        return True
    if token.initial and index + 1 < end and _is_verb(token.key):
        return False
    if index + 1 < end and context.gap(index + 1) == " " and token.key not in ADDRESS:
        after = context.tokens[index + 1]
        named = after.key in _PERSONAL or _is_initial(context, index + 1)
        if token.key in KIN and (named or context.floods):
            return False
        if token.initial and token.key in _CALLED and named:
            return False
    if token.key in QUALIFIERS and index + 1 < end and context.key(end - 1) in PLACE_HEADS:
        return True
    if token.key in FUNCTION - ADDRESS and (token.initial or token.key not in NUMBERS):
        return False
    if token.initial and token.key in context.small:
        return token.key in TITLES and index + 1 < end
    return True
