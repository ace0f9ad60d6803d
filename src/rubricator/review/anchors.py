"""Anchors: how an annotation finds its words again after the text around them has changed.

The TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4), with a position as a hint (4.2.5).
"""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.annotation import Span

CONTEXT = 32
"""Characters of prefix and suffix."""


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


def locate(text: str, quote: Quote, hint: Span) -> Span | None:
    """Where the quoted words stand in *text* now: at the hint if all agrees, else where the context fits.

    None where the words are gone, or where several places fit equally well and none is at the hint.
    """
    if anchor(text, hint) == quote:
        return hint
    places: list[tuple[int, int, Span]] = []
    start = text.find(quote.exact)
    while start >= 0:
        span = Span(start, start + len(quote.exact))
        here = anchor(text, span)
        fit = _common_suffix(here.prefix, quote.prefix) + _common_prefix(here.suffix, quote.suffix)
        places.append((fit, -abs(start - hint.start), span))
        start = text.find(quote.exact, start + 1)
    if not places:
        return None
    places.sort(reverse=True)
    best = places[0]
    wanted = len(quote.prefix) + len(quote.suffix)
    if len(places) == 1:
        return best[2] if best[0] * 4 >= wanted else None
    clear = best[0] > places[1][0] or best[1] > places[1][1]
    return best[2] if clear and best[0] * 4 >= wanted else None


def _common_prefix(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _common_suffix(one: str, other: str) -> int:
    return _common_prefix(one[::-1], other[::-1])
