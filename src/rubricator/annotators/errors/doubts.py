"""What only an editor can decide: remarks for the ledger, never a correction in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import ABBREVIATIONS, FINITE
from rubricator.annotators.errors.lexicon import RAREST_PAIR
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary

MARKS = re.compile(r"\w(,[,;:]|;[,;]|:[,;:]|(?<!\.)\.\.(?!\.)|[,;:]\.(?!\.))(?=\s|$)")
ARTICLE = re.compile(r"\b([Aa]n?) ([a-z]{2,})\b")
SOUNDED = re.compile(r"(?:one|once|eu|ew|u|ouija)")
"""Vowels that are spoken as consonants; what begins with u goes either way."""
BE = re.compile(r"\b(?:when|that|if|as|and|but|then|which|what|where|because|until|till|so) (be) ([a-z]+)\b")
IT = re.compile(r"\b(?:in|of|to|by|with|from|for|on|at|under|upon|through) (it) ([a-z]{4,})\b")
SMALL_I = re.compile(
    r"(?<![\w.’'‘-])i(?= (?:am|was|have|had|do|did|will|shall|would|should|could|can|think|know|said)\b)"
)
DASH = re.compile(
    r"\b(\w+)-(he|she|they|we|you|it|but|or|because|though|which|who|whom|if|when|where|then)\b(?!-)"
)
SMALL_START = re.compile(r"\b([a-z]{4,})([.?!]) ([a-z]{2,})\b")
BEFORE_PRONOUNS = frozenset("a an and either how i its say so to who whether".split())
PAIRED = {")": "(", "]": "[", "}": "{"}
NUMBERED = re.compile(r"(?:^|[\s;,.])(?:\d{1,3}|[a-zA-Z]|[ivx]+)$")
LONGEST_ASIDE = 1500
WORDS_PER_LOST_MARK = 2000
NEVER_OPENED, NEVER_CLOSED = "the quotation was never opened", "the quotation is never closed"
RARELY = 2
"""What stands oftener is how the document is made."""


def doubts(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each place that looks wrong, where the remedy is not for a program to choose."""
    for match in MARKS.finditer(text.text):
        yield _remark(text, match.start(1), match.end(1), "errors.punctuation", "two marks stand together")
    yield from _pronouns(text, vocabulary)
    yield from _articles(text, vocabulary)
    yield from _small_words(text, vocabulary)
    yield from _small_starts(text, vocabulary)
    yield from _dashes(text, vocabulary)
    yield from _brackets(text)
    yield from _quotation_marks(text)


def _remark(text: Text, start: int, end: int, rule: str, reason: str) -> Apparent:
    return Apparent(start, end, rule, text.text[start:end], None, Certainty.LOW, reason)


def _pronouns(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """A small i where the document has its I in capitals elsewhere."""
    found = list(SMALL_I.finditer(text.text))
    for match in found if len(found) <= RARELY and vocabulary.forms["I"] > len(found) else ():
        yield _remark(text, match.start(), match.end(), "errors.case", "the pronoun has a small letter")


def _articles(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    for match in ARTICLE.finditer(text.text):
        article, word = match.group(1).lower(), match.group(2)
        if not vocabulary.listed(word) or text.text[match.end() : match.end() + 1] in "'’-":
            continue
        vowel = word[0] in "aeio" and not SOUNDED.match(word)
        if article == "a" and vowel:
            wanted = "an"
        elif article == "an" and (
            word[0] in "bcdfgjklmnpqrstvwxz" or (vocabulary.modern and word.startswith("eu"))
        ):
            wanted = "a"
        else:
            continue
        yield _remark(
            text,
            match.start(1),
            match.end(1),
            "errors.article",
            f"before “{word}” one expects “{wanted}”",
        )


def _small_words(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    for match in BE.finditer(text.text):
        if match.group(2) in FINITE:
            reason = f"before “{match.group(2)}” one expects “he”"
            yield _remark(text, match.start(1), match.end(1), "errors.real-word", reason)
    pair = vocabulary.lexicon.pair
    for match in IT.finditer(text.text):
        noun = match.group(2)
        if pair("its", noun) > RAREST_PAIR and not pair("it", noun):
            reason = f"before “{noun}” one expects “its”"
            yield _remark(text, match.start(1), match.end(1), "errors.real-word", reason)


def _small_starts(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    found = [
        match
        for match in SMALL_START.finditer(text.text)
        if match.group(1) not in ABBREVIATIONS
        and match.group(2) == "."
        and vocabulary.listed(match.group(1))
        and vocabulary.listed(match.group(3))
    ]
    for match in found if len(found) <= RARELY else ():
        yield _remark(
            text,
            match.start(3),
            match.end(3),
            "errors.case",
            f"after the full stop “{match.group(3)}” has a small letter",
        )


def _dashes(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """ "At noontime-he was supposed": a hyphen before a word that ends no compound."""
    found = [match for match in DASH.finditer(text.text) if match.group(1) not in BEFORE_PRONOUNS]
    for match in found if len(found) <= RARELY else ():
        if vocabulary.listed(match.group(1).lower()) and text.text[match.start() - 1 : match.start()] != "-":
            reason = f"before “{match.group(2)}” one expects a dash, not a hyphen"
            yield _remark(text, match.end(1), match.end(1) + 1, "errors.dash", reason)


def _brackets(text: Text) -> Iterator[Apparent]:
    opened: list[int] = []
    found: list[Apparent] = []
    for match in re.finditer(r"[()\[\]{}]", text.text):
        at, character = match.start(), match.group()
        while opened and at - opened[-1] > LONGEST_ASIDE:
            lost = opened.pop()
            found.append(_remark(text, lost, lost + 1, "errors.bracket", "the bracket is never closed"))
        if character not in PAIRED:
            opened.append(at)
        elif opened and text.text[opened[-1]] == PAIRED[character]:
            opened.pop()
        elif not NUMBERED.search(text.text[max(0, at - 8) : at]):
            found.append(_remark(text, at, at + 1, "errors.bracket", "the bracket was never opened"))
    found += [_remark(text, at, at + 1, "errors.bracket", "the bracket is never closed") for at in opened]
    if len(found) <= RARELY:
        yield from found


def _quotation_marks(text: Text) -> Iterator[Apparent]:
    """A mark that opens a speech while one is open, or closes none; a new block may open again."""
    found: list[Apparent] = []
    opened: int | None = None
    for match in re.finditer("[“”]", text.text):
        at = match.start()
        if match.group() == "“":
            if opened is not None and text.text[:at].rstrip(" \t‘")[-1:] != "\n":
                found.append(_remark(text, opened, opened + 1, "errors.quotation-mark", NEVER_CLOSED))
            opened = at
        else:
            if opened is None:
                found.append(_remark(text, at, at + 1, "errors.quotation-mark", NEVER_OPENED))
            opened = None
    if len(found) <= max(RARELY, len(text.tokens) // WORDS_PER_LOST_MARK):
        yield from found
