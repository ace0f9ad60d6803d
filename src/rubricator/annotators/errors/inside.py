"""Signs inside a word that do not belong there: a capital, a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import ABBREVIATIONS, SMALL_WORDS
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary

TWO = re.compile(r"([^\W\d_][a-z]+)([A-Z][a-z]{2,}|I)")
BEFORE_CAPITALS = frozenset(
    "al ap ben da de del des di du el fitz la las le los mac mc san st van von".split()
)
"""What stands within names without a space: DeWitt, MacIntosh."""
AT_START = frozenset(("lf", "ln", "ls", "lt"))
ONE_FOR_I = re.compile(
    r"(?:^|[.!?;,—]\s+[“‘\"]?|[“‘\"]|\b(?:as|because|but|if|so|than|that|then|until|what|when|where|which) )"
    r"(1) (am|was|have|had|shall|will|do|did|know|think|could|should|would|said)\b"
)
AMONG = 20
FIGURES = str.maketrans("10568", "losbB")
LETTERS = str.maketrans("lIOo", "1100")
MIXED = re.compile(r"(?=.*\d)(?=.*[^\W\d_])\w+\Z")
YEAR = re.compile(r"[lI1][4-9789][\dlIOo]{2}\Z")
ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th|d|s|mo|vo|to|lb|lbs|km|cm|mm|kg|oz|ft|in|am|pm|a|b|c|°|%)|[a-zA-Z]\d+)\Z", re.I
)


def inside(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each word with a capital or a figure within."""
    yield from _pronouns(text)
    for token in text.tokens:
        form = token.form
        if (
            form.isalpha()
            and not form.islower()
            and not form[1:].islower()
            and not form.isupper()
            and len(form) > 2
        ):
            found = _capital(text, token.start, form, vocabulary)
            found = found or _two_words(text, token.start, form, vocabulary)
            if found is not None:
                yield found
        elif form in AT_START and text.opens_sentence(token) and text.after(token) != ".":
            yield Apparent(
                token.start,
                token.end,
                "errors.nonword",
                form,
                f"I{form[1]}",
                Certainty.HIGH,
                "a small l stands for a capital I",
            )
        elif MIXED.match(form) and (found := _figure(text, token.start, form, vocabulary)) is not None:
            yield found


def _pronouns(text: Text) -> Iterator[Apparent]:
    """ "1 was there": the figure where only the pronoun can stand."""
    for match in ONE_FOR_I.finditer(text.text):
        before = text.text[max(0, match.start(1) - 8) : match.start(1)].split()
        if before and before[-1].endswith(".") and before[-1][:-1].lower() in ABBREVIATIONS:  # No. 1
            continue
        why = f"before “{match.group(2)}” the pronoun is meant, not the figure"
        yield Apparent(*match.span(1), "errors.figure-in-word", "1", "I", Certainty.HIGH, why)


def _capital(text: Text, start: int, form: str, vocabulary: Vocabulary) -> Apparent | None:
    plain = form.lower()
    if not vocabulary.listed(plain) or _is_usual(form, vocabulary):
        return None
    if (
        form in vocabulary.extra
        or vocabulary.frequency(plain) < 1
        or (form.upper() == form[:-1] + form[-1:].upper() and form[-1:] == "s")
    ):
        return None
    capital = form[0].isupper()
    if form[:2].isupper() and text.text[:start].rstrip(" \t“‘'\"")[-1:] in ("", "\n"):  # a large initial
        return None
    if capital and form[1:2].islower():  # "MacIntosh", "DeWitt"; "TheMan" is two words
        return None
    right = plain.capitalize() if capital else plain
    return Apparent(
        start,
        start + len(form),
        "errors.inner-capital",
        form,
        right,
        Certainty.HIGH,
        "a capital stands inside the word",
    )


def _is_usual(form: str, vocabulary: Vocabulary) -> bool:
    """Whether the document writes the word so more than once, and not once among very many."""
    times = vocabulary.forms[form]
    return times > 1 and times * AMONG >= vocabulary.counts[form.lower()]


def _two_words(text: Text, start: int, form: str, vocabulary: Vocabulary) -> Apparent | None:
    """ "ofSatan", "QueenMary": a space is lost before a capital; both parts are words."""
    parts = TWO.fullmatch(form)
    if parts is None or parts[1].lower() in BEFORE_CAPITALS:
        return None
    if vocabulary.forms[form] > 1 and not (set(parts.groups()) & SMALL_WORDS):
        return None
    first, second = parts.groups()
    small = first.lower() in SMALL_WORDS
    if not vocabulary.listed(first.lower()) or not (
        vocabulary.listed(second.lower()) or vocabulary.forms[second]
    ):
        return None
    if not small and not (vocabulary.forms[first] and vocabulary.forms[second]):
        return None
    return Apparent(
        start,
        start + len(form),
        "errors.missing-space",
        form,
        f"{first} {second}",
        Certainty.HIGH if small else Certainty.MEDIUM,
        "two words are run together",
    )


def _figure(text: Text, start: int, form: str, vocabulary: Vocabulary) -> Apparent | None:
    if YEAR.match(form) and not form.isdigit():
        right = form.translate(LETTERS)
        why = "a letter stands for a figure"
    else:
        right = form.translate(FIGURES)
        why = "a figure stands for a letter"
        if ORDINAL.match(form):
            return None
        if (form[0].isdigit() and form[1:2].isdigit()) or sum(c.isdigit() for c in form) > 2 or len(form) < 3:
            return None
        if not right.isalpha() or right.lower() not in vocabulary.lexicon or right[1:] != right[1:].lower():
            return None
    if text.in_address(next(t for t in text.tokens if t.start == start)):
        return None
    return Apparent(start, start + len(form), "errors.figure-in-word", form, right, Certainty.HIGH, why)
