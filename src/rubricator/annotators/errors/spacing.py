"""White space that is missing, or stands where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import ABBREVIATIONS, FRAGMENTS, PREFIXES, SMALL_WORDS
from rubricator.annotators.errors.tokens import Text, Token
from rubricator.annotators.errors.vocabulary import Vocabulary

TIGHT = re.compile(
    r"(?<![\w.])([^\W\d_][\w'’]*)([,;:!?]|[,.;:!?]?[”\)\]]|\.)([“‘\(]?)([^\W\d_][\w'’]*)(?![\w.]*\.\w)"
)
TITLES = frozenset("mrs mr dr messrs rev capt col prof".split())
OFTEN_IN_TITLES = 4
LETTER_DIGIT = re.compile(r"\b([a-z]{3,})(\d+)\b")
DIGIT_LETTER = re.compile(r"\b(\d{2,})(the|and|of|in|to|was|were|by|at|from|with|for|that|when|but|he|it)\b")
LOOSE = re.compile(
    r"([^\W\d_][\w'’]*)[ \t]+([,;:.!?])(?![.\d…])(?= ?[^\W\d_]|\s|$|[”’\"])(?=([ \t]?)([^\W\d_]*))"
)
INSIDE_QUOTES = (
    (re.compile(r"(?<!\S)“ [^\W\d_][\w’]*"), "a space stands after the opening quotation mark"),
    (re.compile(r"\w+[,.!?;—]* ”(?=[\s,.;:!?—]|$)"), "a space stands before the closing quotation mark"),
    (re.compile(r"\b[A-Z][\w’-]+ [’']s(?= )"), "a space stands before the ending"),
)
DOUBLED = re.compile(r"\b([a-z][\w'’]*,?)[ ]{2,3}([a-z][\w'’]*)")
CONVENTION_OF_COMMAS = 8
"""So many commas (and one in ten) without a space after them are a typist's habit."""
CONVENTION, ONE_IN = 2, 10
"""White space oftener than this, and once in so many times, before a mark is how the document sets it."""
LINE_BREAK = re.compile(r"\b([^\W\d_]{2,})([-‐¬\u00ad]) ([a-z]{2,})\b")
COMMON_ENOUGH, RARE_ENOUGH = 1.0, 0.1
"""How often in a million a word stands that a hyphen divides; and where neither part is a word."""
HYPHENED = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})-([a-z]{2,})(?![\w'’-])")


def spacing(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each place where two words touch across a mark, or a word stands off from one."""
    yield from _missing(text, vocabulary)
    yield from _numbers(text, vocabulary)
    yield from _loose(text, vocabulary)
    yield from _hyphens(text, vocabulary)


def _known(vocabulary: Vocabulary, word: str) -> bool:
    plain = word.lower().replace("’", "'")
    return plain in vocabulary or vocabulary.counts[plain] > 1


def _touching(text: Text, start: int, end: int) -> bool:
    return text.in_address(Token(start, end, text.text[start:end]))


def _missing(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    tight = list(TIGHT.finditer(text.text))
    commas = sum(match.group(2) in (",", ":") for match in tight)
    habit = commas > CONVENTION_OF_COMMAS and commas > text.text.count(",") // 10
    for match in () if habit else tight:
        left, mark, opening, right = match.groups()
        if mark == "." and not _full_stop(vocabulary, left, right, opening):
            continue
        if mark in (")", "]") and (
            len(right) < 3 or "(" not in text.text[max(0, match.start() - 80) : match.end(1)]
        ):
            continue
        if (len(left) < 2 and left not in "aIO") or (len(right) < 2 and right not in "aIAO"):
            continue
        if not (_known(vocabulary, left) and _known(vocabulary, right)) or _touching(
            text, match.start(), match.end()
        ):
            continue
        if mark == ":" and not (left.islower() and len(left) > 2):  # "act:Scene", "MS:fol"
            continue
        yield Apparent(
            match.start(),
            match.end(),
            "errors.missing-space",
            match.group(),
            f"{left}{mark} {opening}{right}",
            Certainty.MEDIUM if mark in ".)]:" else Certainty.HIGH,
            f"the space after the {_name(mark)} is missing",
        )


def _full_stop(vocabulary: Vocabulary, left: str, right: str, opening: str) -> bool:
    plain = left.lower()
    starts = right.lower() in SMALL_WORDS and right.istitle()
    if plain in TITLES:
        return left.istitle() and right.istitle() and vocabulary.forms[left] > OFTEN_IN_TITLES
    is_name = left.istitle() and vocabulary.forms[left] > 1 and starts
    return (
        len(left) > 2
        and (plain not in ABBREVIATIONS or (left.islower() and starts and vocabulary.frequency(plain) > 1))
        and left[1:].islower()
        and (vocabulary.listed(plain) or is_name)
        and ((right[:1].isupper() and (right[1:].islower() or right in ("I", "A"))) or bool(opening))
        and _known(vocabulary, right)
    )


def _name(mark: str) -> str:
    names = {
        ",": "comma",
        ";": "semicolon",
        ":": "colon",
        ".": "full stop",
        "!": "exclamation mark",
        "?": "question mark",
    }
    return names.get(mark[-1], "closing mark")


def _numbers(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    for pattern in (LETTER_DIGIT, DIGIT_LETTER):
        for match in pattern.finditer(text.text):
            left, right = match.groups()
            word = left if left.isalpha() else right
            if vocabulary.listed(word) and not _touching(text, match.start(), match.end()):
                yield Apparent(
                    match.start(),
                    match.end(),
                    "errors.missing-space",
                    match.group(),
                    f"{left} {right}",
                    Certainty.HIGH if vocabulary.frequency(word) > 500 else Certainty.MEDIUM,
                    "a word and a number are run together",
                )


def _loose(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    loose = list(LOOSE.finditer(text.text))
    marks = [match.group(2) for match in loose]
    for match in loose:
        left, mark, space, right = match.groups()
        often = marks.count(mark)
        if often > CONVENTION and often * ONE_IN > text.text.count(mark):
            continue
        if not _known(vocabulary, left):
            continue
        if right and not space and mark not in ",;":  # a name that begins with the mark
            continue
        tight = right if not space else ""  # "crushed ,when" wants its space after the comma
        end = match.end(4) if tight else match.end(2)
        yield Apparent(
            match.start(),
            end,
            "errors.extra-space",
            text.text[match.start() : end],
            f"{left}{mark} {tight}".rstrip(),
            Certainty.HIGH if mark in ",." else Certainty.MEDIUM,
            f"a space stands before the {_name(mark)}",
        )
    for pattern, why in INSIDE_QUOTES:
        inside = list(pattern.finditer(text.text))
        for match in inside if len(inside) <= CONVENTION else ():
            yield Apparent(
                match.start(),
                match.end(),
                "errors.extra-space",
                match.group(),
                match.group().replace(" ", ""),
                Certainty.MEDIUM,
                why,
            )
    doubled = list(DOUBLED.finditer(text.text))
    for match in doubled if len(doubled) <= CONVENTION else ():
        yield Apparent(
            match.start(),
            match.end(),
            "errors.extra-space",
            match.group(),
            None,
            Certainty.LOW,
            "the space stands twice",
        )


def _hyphens(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """A hyphen that divided a word at the end of a line, and stayed when the line was set anew."""
    for match in LINE_BREAK.finditer(text.text):
        first, _, second = match.groups()
        joined = first + second
        if second in ("and", "or", "to", "nor", "but") or not vocabulary.listed(joined.lower()):
            continue
        yield _divided(match, joined)
    for match in HYPHENED.finditer(text.text):
        first, second = match.groups()
        joined = first + second
        by_name = first[:1].isupper() and vocabulary.forms[joined] > 0
        pieces = sum(not vocabulary.listed(part) for part in (first.lower(), second))
        least = COMMON_ENOUGH if pieces < 2 else RARE_ENOUGH
        if vocabulary.frequency(joined.lower()) < least and not by_name:
            continue
        if _is_compound(first, second, vocabulary):
            continue
        yield _divided(match, joined)


def _is_compound(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen joins words (pre-eminent, sea-shore) or sounds (zig-zag), not parts of one word."""
    left = first.lower()
    whole_words = [part in vocabulary and part not in FRAGMENTS for part in (left, second)]
    if all(whole_words) or (whole_words[1] and left in PREFIXES and vocabulary.listed(second)):
        return True
    if first[:1].isupper() and (whole_words[1] or vocabulary.forms[first] > 1):
        return True
    alike = (
        len(left) == len(second) and sum(a == b for a, b in zip(left, second, strict=True)) >= len(left) - 1
    )
    return alike or min(len(left), len(second)) < 2


def _divided(match: re.Match[str], joined: str) -> Apparent:
    return Apparent(
        match.start(),
        match.end(),
        "errors.line-break-hyphen",
        match.group(),
        joined,
        Certainty.HIGH if " " in match.group() else Certainty.MEDIUM,
        "the hyphen seems to be left from the end of a line",
    )
