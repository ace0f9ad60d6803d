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
_BLANK, _BLANKS = " ", ""  # what white space counts as


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


def locate(
    text: str, quote: Quote, hint: Span, *, decided: bool = False, within_words: bool = False
) -> Span | None:
    """Where the quoted words stand in *text* now: at the hint if all agrees, else where the context fits.

    *within_words*: white space may have come into words, or have gone from between them.

    None where the words are gone, or where several places fit equally well. What a person has *decided*
    about is given up last: words that stand in the text only once are theirs, whatever their company.
    """
    if anchor(text, hint) == quote:
        return hint
    if within_words:
        pattern, folding = _bare_pattern(quote.exact), _BLANKS
    else:
        pattern, folding = _pattern(quote.exact), _BLANK
    found = (Span(*match.span()) for match in pattern.finditer(text))
    places = [
        (_fit(anchor(text, span), quote, folding), -abs(span.start - hint.start), span) for span in found
    ]
    if not places:
        return None
    places.sort(key=lambda place: place[:2], reverse=True)
    best = places[0]
    if len(places) > 1 and best[:2] == places[1][:2]:
        return None
    wanted = sum(len(_folded(part, folding)) for part in (quote.prefix, quote.suffix))
    enough = best[0] >= wanted * _ENOUGH
    return best[2] if enough or (decided and len(places) == 1) else None


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    """Every place where the words stand as whole words, whatever white space is between them."""
    return _whole(words, r"\s+".join(map(re.escape, words.split())))


@lru_cache(maxsize=4096)
def _bare_pattern(words: str) -> re.Pattern[str]:
    """The same, whatever white space is between their characters."""
    return _whole(words, r"\s*".join(re.escape(character) for part in words.split() for character in part))


def _whole(words: str, inner: str) -> re.Pattern[str]:
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(f"{left}{inner}{right}" if inner else r"(?!)")


def _fit(here: Quote, quote: Quote, folding: str) -> int:
    """How many characters of context agree, from the words outwards."""
    before = _common(_folded(here.prefix, folding)[::-1], _folded(quote.prefix, folding)[::-1])
    return before + _common(_folded(here.suffix, folding), _folded(quote.suffix, folding))


def _folded(text: str, folding: str) -> str:
    return re.sub(r"\s+", folding, text)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
