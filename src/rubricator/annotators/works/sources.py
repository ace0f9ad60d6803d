"""Sources that the text gives in brackets: (Lenin, *Collected Works*, vol. 5, p. 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.works.claims import WORD, Claim, is_headed

BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{6,160})[)\]]")
NUMBER = r"(?:\d+(?:[-–]\d+)?|[ivxlcIVXLC]+)"
LOCATOR = re.compile(
    rf"\b(?:[Vv]ols?|[Bb]k|[Bb]ook|[Cc]h(?:ap)?|[Nn]os?|pp?|[Pp]art|[Ss]ect?|[Aa]ct|[Ss]c(?:ene)?|art|fol|ed)\.?\s*{NUMBER}\b"
)
PAGE = re.compile(r"\bpp?\.\s*(?:\d+|[ivxlc]+)\b")
LEADING = re.compile(
    r"(?:(?:see|cf\.?|compare)\s+(?:also\s+)?|(?:as )?(?:quoted|cited|qtd\.?|reprinted) (?:in|by|from)\s+)",
    re.I,
)
"""What leads up to a source, and is none of it."""
OUTSIDE = re.compile(
    r"[”\"’»]\s*(?:—|–|--)\s?(?P<below>[A-Z][^()\[\]\n—–]{5,120}?)(?=\.?\s*(?:\n|$))"
    r"|\b(?:quoted|cited) (?:in|from|by)\s(?P<prose>[A-Z][^()\[\];\n“”]{3,100}?\bpp?\.\s*\d+(?:[-–]\d+)?)"
)
"""A source after a quotation and a dash, or after "quoted in", as far as its page."""
POINTER = re.compile(r"^(?:see|cf\.?|compare|as|on|from|above|below|but|and|or|it|which|that)\b", re.I)
AGAIN = re.compile(r"^(?:ibid|op\.? ?cit|loc\.? ?cit|idem)\b", re.I)
YEAR = re.compile(r"\b1[4-9]\d\d\b|\b20\d\d\b")
SHORTEST_TITLE = 4
_SENTENCE = re.compile(r"[?!]|\b[^\W\d_]{4,}\.\s+[A-Z][^\W\d_]+\s+[a-z]")


def sources(text: str) -> Iterator[Claim]:
    """Each source in brackets, with the title in it where its place is clear."""
    for match in BRACKETED.finditer(text):
        words = match.group(1)
        start, end = match.span(1)
        seen = LEADING.match(words)
        if seen:
            start, words = start + seen.end(), words[seen.end() :]
        locator = LOCATOR.search(words)
        if locator is None or POINTER.match(words):
            continue
        page = PAGE.search(words)
        again = AGAIN.match(words)
        lead = words[: locator.start()].rstrip(" ,.;:")
        if again:
            yield _source(start, end, Certainty.HIGH, "it refers to the source before it, and a place in it")
        elif (
            lead
            and lead[:1].isupper()
            and (page or YEAR.search(words) or locator.group()[:3].lower() == "vol")
        ):
            sure = Certainty.HIGH if page and "," in words else Certainty.MEDIUM
            yield _source(start, end, sure, "a work and a place in it stand in brackets")
            yield from _title(text, start, lead)

    for match in OUTSIDE.finditer(text):
        start, end = match.span("below" if match["below"] else "prose")
        words = text[start:end]
        locator = LOCATOR.search(words)
        if locator and "," in words[: locator.start()] and not _SENTENCE.search(words):
            yield _source(start, end, Certainty.MEDIUM, "a work and a place in it stand after a quotation")
            yield from _title(text, start, words[: locator.start()].rstrip(" ,.;:"))


def _source(start: int, end: int, cert: Certainty, reason: str) -> Claim:
    return Claim(start, end, Kind.BIBL, "works.source", cert, reason)


def _title(text: str, start: int, lead: str) -> Iterator[Claim]:
    """The title in what stands before volume and page: the last part of more than one, between commas."""
    parts = [(part.start(), part.group()) for part in re.finditer(r"[^,]+", lead)]
    if len(parts) < 2:
        return
    at, words = next(((at, words) for at, words in parts[1:] if not YEAR.search(words)), parts[0])
    title = words.strip(' “”‘’"_*')
    begins = start + at + words.index(title) if title else start
    if at and len(title) >= SHORTEST_TITLE and is_headed(title) and len(WORD.findall(title)) > 1:
        reason = "in a source it stands between the author and the place"
        yield Claim(begins, begins + len(title), Kind.TITLE, "works.in-source", Certainty.MEDIUM, reason)
