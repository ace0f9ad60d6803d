"""Titles between quotation marks, where the words before say that a work is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.works.claims import LEVEL_OF, Claim, is_headed

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
