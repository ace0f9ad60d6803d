"""Anchors: how an annotation finds its words again after the text around them has changed.

The TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4), with a position as a hint (4.2.5).
White space counts as one blank: an editor who re-wraps a file has changed no words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rubricator.annotation import Span

CONTEXT = 32
"""Characters of prefix and suffix."""

_ENOUGH = 0.25  # of the context must agree, where nobody has decided about the words


@dataclass(frozen=True, slots=True)
class Quote:
    """The words themselves, with the characters before and after them."""

    exact: str
    prefix: str
    suffix: str


def anchor(text: str, span: Span) -> Quote:
    """The quote that finds *span* again in *text*."""
    return Quote(
        text[span.start : span.end],
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


def locate(text: str, quote: Quote, hint: Span, *, decided: bool = False) -> Span | None:
    """Where the quoted words stand in *text* now: at the hint if all agrees, else where the context fits.

    None where the words are gone, or where several places fit equally well. What a person has *decided*
    about is given up last: words that stand in the text only once are theirs, whatever their company.
    """
    if anchor(text, hint) == quote:
        return hint
    places = [
        (_fit(anchor(text, span), quote), -abs(span.start - hint.start), span)
        for span in _occurrences(text, quote.exact)
    ]
    if not places:
        return None
    places.sort(key=lambda place: place[:2], reverse=True)
    best = places[0]
    if len(places) > 1 and best[:2] == places[1][:2]:
        return None
    wanted = len(_folded(quote.prefix)) + len(_folded(quote.suffix))
    enough = best[0] >= wanted * _ENOUGH
    return best[2] if enough or (decided and len(places) == 1) else None


def _occurrences(text: str, words: str) -> list[Span]:
    """Every place where the words stand as whole words, whatever white space is between them."""
    parts = words.split()
    if not parts:
        return []
    return [Span(*match.span()) for match in _pattern(words).finditer(text)]


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    inner = r"\s+".join(map(re.escape, words.split()))
    left = r"(?<!\w)" if words[0].isalnum() else ""
    right = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(f"{left}{inner}{right}")


def _fit(here: Quote, quote: Quote) -> int:
    """How many characters of context agree, from the words outwards."""
    before = _common(_folded(here.prefix)[::-1], _folded(quote.prefix)[::-1])
    return before + _common(_folded(here.suffix), _folded(quote.suffix))


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
