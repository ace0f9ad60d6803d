"""Names that no authority list has, by what stands in and around them; never surer than medium."""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.annotation import Annotation, Kind
from rubricator.annotators.names.company import by_company, standing
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.shapes import LINKS, Guess, by_shape
from rubricator.annotators.names.vocabulary import ADDRESS, FUNCTION, NUMBERS, OFFICES

Claim = tuple[int, int, Annotation]


def unlisted(context: Context, taken: set[int]) -> list[Claim]:
    """The claims about names outside *taken*, the words that listed names rest on."""
    guesses: list[Guess] = []
    left: list[tuple[int, int]] = []
    for start, end in _groups(context, taken):
        guess = by_shape(context, start, end)
        if guess is None:
            left.append((start, end))
        else:
            guesses.append(guess)
    guesses += [*by_company(context, left, guesses), *standing(context, taken)]
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
            if _capital(context, end) and _joined(context, end) and not _restarts(context, end):
                end += 1
            elif (
                context.key(end) in LINKS
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
        if start < end and not _in_compound(context, start, end):
            yield start, end
        index = end


def _in_compound(context: Context, start: int, end: int) -> bool:
    """Whether a hyphen joins the words to a small one (“London-born”)."""
    before = context.gap(start) == "-" and not context.tokens[start - 1].capital
    after = context.gap(end) == "-" and not context.tokens[end].capital
    return before or after


def _restarts(context: Context, index: int) -> bool:
    """Whether a form of address after another word begins the next name (“Sir W. Elford, Mr. Haydon”)."""
    before = context.key(index - 1)
    return context.key(index) in ADDRESS and before not in ADDRESS | OFFICES


def _capital(context: Context, index: int) -> bool:
    """Whether the word has a capital of its own, not for being shouted."""
    token = context.tokens[index]
    return token.capital and not (len(token.word) > 1 and token.word.isupper())


def _joined(context: Context, index: int) -> bool:
    gap = context.gap(index)
    if context.key(index) in FUNCTION and gap != " ":
        return False
    if gap == ".":
        before = context.tokens[index - 1]
        return len(before.word) == 1 or before.key in ADDRESS | OFFICES
    return gap in (" ", "-")


def _opens(context: Context, index: int, end: int) -> bool:
    """Whether a name can begin with the word: not one that only opens a sentence."""
    token = context.tokens[index]
    if token.key in FUNCTION - ADDRESS and (token.initial or token.key not in NUMBERS):
        return False
    if token.initial and token.key in context.small:
        return token.key in ADDRESS | OFFICES and index + 1 < end
    return True
