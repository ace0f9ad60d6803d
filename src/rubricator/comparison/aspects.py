"""In what two readings of one place differ, and which of that does not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache

from rubricator.comparison.spellings import normal_spelling
from rubricator.comparison.tokens import LIGATURES
from rubricator.errors import SettingsError


class Aspect(StrEnum):
    """Something in which readings may differ while the words are the same."""

    SPACES = "spaces"
    QUOTES = "quotes"
    DASHES = "dashes"
    CASE = "case"
    LIGATURES = "ligatures"
    ACCENTS = "accents"
    HYPHENS = "hyphens"
    SPELLING = "spelling"
    PUNCTUATION = "punctuation"
    DIVISION = "division"


def aspects_named(names: Iterable[str]) -> frozenset[Aspect]:
    """The aspects of those names; SettingsError for an unknown one."""
    found = set()
    for name in names:
        if name not in set(Aspect):
            raise SettingsError(
                f"There is no such difference as {name!r} to ignore.",
                remedy=f"There are: {', '.join(Aspect)}.",
            )
        found.add(Aspect(name))
    return frozenset(found)


_WHITE = re.compile(r"\s+")
_LINE_END_HYPHEN = re.compile(r"(?<=\w)(?:[-‐¬]\s*\n\s*|\u00ad\s*)(?=\w)")
_SPACE_AT_MARK = re.compile(r" ?([^\w\s]) ?")
_QUOTE = re.compile("''|,,|``|[\"'`´‘’‚‛“”„‟‹›«»ʼ]")
_DASH = re.compile(r" ?(?:-{2,}|[–—―⸺⸻−]+|(?<= )-(?= )) ?|(?<=\d)[-‐‑](?=\d)|^[-‐‑]$")
_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_MARK = re.compile(r"[^\w\s]+")
_LETTERS = re.compile(r"[^\W\d_]+")


def _accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _spelling(text: str) -> str:
    return _LETTERS.sub(lambda match: normal_spelling(match.group()), text)


_FOLDS: dict[Aspect, Callable[[str], str]] = {
    Aspect.QUOTES: lambda text: _QUOTE.sub("'", text),
    Aspect.DASHES: lambda text: _DASH.sub("—", text),
    Aspect.SPACES: lambda text: _SPACE_AT_MARK.sub(r"\1", text),
    Aspect.CASE: str.casefold,
    Aspect.LIGATURES: lambda text: unicodedata.normalize("NFKC", text.translate(LIGATURES)),
    Aspect.ACCENTS: _accents,
    Aspect.HYPHENS: lambda text: _HYPHEN.sub("", text),
    Aspect.PUNCTUATION: lambda text: _WHITE.sub(" ", _MARK.sub(" ", text)).strip(),
    Aspect.DIVISION: lambda text: text.replace(" ", ""),
    Aspect.SPELLING: _spelling,
}
"""In the order in which they are applied."""

ALL = frozenset(Aspect)
_DRASTIC_FIRST = (
    Aspect.DIVISION,
    Aspect.PUNCTUATION,
    Aspect.SPELLING,
    Aspect.HYPHENS,
    Aspect.ACCENTS,
    Aspect.CASE,
    Aspect.LIGATURES,
    Aspect.DASHES,
    Aspect.QUOTES,
    Aspect.SPACES,
)


_LIKELY = (
    *(frozenset((aspect,)) for aspect in reversed(_DRASTIC_FIRST) if aspect is not Aspect.PUNCTUATION),
    frozenset((Aspect.HYPHENS, Aspect.DIVISION)),  # grave yard, grave-yard
    frozenset((Aspect.PUNCTUATION,)),
)
"""What is usually the whole difference, in the order in which it is thought of."""


@lru_cache(maxsize=1 << 16)
def folded(text: str, aspects: frozenset[Aspect]) -> str:
    """*text* without what belongs to *aspects*; how much white space there is never matters."""
    if Aspect.SPACES in aspects:
        text = _LINE_END_HYPHEN.sub("", text)
    text = _WHITE.sub(" ", text).strip()
    for aspect, fold in _FOLDS.items():
        if aspect in aspects:
            text = fold(text)
    return text


def same(one: str, other: str, ignored: frozenset[Aspect]) -> bool:
    """Whether the readings differ in nothing but what is *ignored*."""
    return one == other or folded(one, ignored) == folded(other, ignored)


def differing(one: str, other: str) -> frozenset[Aspect]:
    """The aspects that make the whole difference; none if the words themselves differ."""
    if not same(one, other, ALL):
        return frozenset()
    for aspects in _LIKELY:
        if same(one, other, aspects):
            return aspects
    needed = ALL
    for aspect in _DRASTIC_FIRST:
        if same(one, other, needed - {aspect}):
            needed -= {aspect}
    return needed
