"""Titles between quotation marks or by their capitals, where the words before say that a work is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.vocabulary import TITLES
from rubricator.annotators.works.claims import LEVEL_OF, SMALL, Claim, is_headed

MARKED = re.compile(
    r"(?:“(?P<double>[^“”\n]{2,120})”|‘(?P<single>[^‘\n]{2,120}?)’(?![\w])|\"(?P<straight>[^\"\n]{2,120})\")"
)
KINDS = "|".join(sorted(LEVEL_OF, key=len, reverse=True))
CUE = re.compile(
    rf"\b(?P<kind>{KINDS})\b,?(?:\s+(?:is|was|are|were))?"
    r"(?:\s+(?:entitled|called|titled|headed|on|of|under\s+the\s+title(?:\s+of)?))?[,:]?\s*$",
    re.I,
)
ENTITLED = re.compile(
    r"\b(?:entitled|under\s+the\s+title(?:\s+of)?|author\s+of|authoress\s+of|bearing\s+the\s+title)[,:]?\s*$",
    re.I,
)
BOOKS = "book|novel|treatise|pamphlet|essay|poem|play|opera|tragedy|comedy|romance|memoirs|tale"
BARE = re.compile(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Yy]our)|['’]s)\s(?:\w+\s)?(?P<kind>{BOOKS}),?\s"
    rf"(?P<title>[A-Z][\w’'-]*(?:\s(?:(?:{'|'.join(sorted(SMALL))})\s){{0,3}}[A-Z][\w’'-]*)+)"
    r"(?=[,.;:)]|\s(?:is|was|has|had|he|she|they|I|we|you)\b)"
)
"""A title without marks after what kind of work it is and whose: “in his book The Influence of Sea Power”."""
OPENING = frozenset("a an the on".split())
TELLING = 3
"""So many words with capitals, or one of these before fewer, are more than a name."""
REACH = 60


def quoted(text: str) -> Iterator[Claim]:
    """Each title in quotation marks: “in his book “…””, “an article entitled “…””."""
    for match in MARKED.finditer(text):
        group = match.lastgroup or "double"
        start, end = match.span(group)
        words = match.group(group)
        while end > start and text[end - 1] in " ,.;":
            end -= 1
        before = text[max(0, match.start() - REACH) : match.start()]
        cue = CUE.search(before)
        if cue is not None and is_headed(words):
            kind = cue["kind"].lower()
            reason = f"“{' '.join(cue.group().split())}” stands before it"
            yield Claim(start, end, Kind.TITLE, "works.quoted", Certainty.HIGH, reason, LEVEL_OF[kind])
        elif ENTITLED.search(before) and is_headed(words):
            reason = f"“{before.split()[-1].strip(',:')}” stands before it"
            yield Claim(start, end, Kind.TITLE, "works.quoted", Certainty.HIGH, reason)


def unquoted(text: str) -> Iterator[Claim]:
    """Each title without quotation marks: “in his book The Influence of Sea Power upon History”."""
    for match in BARE.finditer(text):
        words = match["title"].split()
        telling = [word for word in words if word.lower() not in SMALL]
        opens = words[0].lower() in OPENING and len(words) > 1
        if not telling or not (opens or len(telling) >= TELLING) or words[0].lower() in TITLES | GIVEN:
            continue
        reason = f"“{match['kind']}” stands before words written as a title"
        kind = LEVEL_OF[match["kind"]]
        yield Claim(*match.span("title"), Kind.TITLE, "works.unquoted", Certainty.MEDIUM, reason, kind)
