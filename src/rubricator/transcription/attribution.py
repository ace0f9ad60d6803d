"""Attributions: the line below a quotation that says whose words it is, and where they stand."""

from __future__ import annotations

import re

from rubricator.transcription.shapes import is_name

_LONGEST = 140
_DASHED = re.compile(r"(?:—|–|--|-|―)\s?(?P<said>[^\W\d_].*)", re.S)
_BRACKETED = re.compile(r"[\[(](?P<said>[^\W\d_][^()\[\]]*)[\])]\.?", re.S)
_PLACE_IN_A_WORK = re.compile(
    r"\b(?:vols?|bk|book|ch(?:ap)?|chapter|nos?|pp?|part|sect?|act|sc(?:ene)?|art|fol|verse|canto|stanza|line|ed)"
    r"\.?\s*(?:\d+|[ivxlc]+)\b|\b1[4-9]\d\d\b|\b20\d\d\b|\b\d+\s?[:.,]\s?\d+\b|,\s[IVXLC]+\b",
    re.I,
)
_SENTENCE = re.compile(
    r"[?!]|[^\W\d_]{4,}\.\s+[A-Z][^\W\d_]+\s+[a-z]|[,;]\s(?:he|she|they|we|you)\b|\bI\s[a-z]{3}"
)
_AUTHOR = re.compile(r"(?:(?:from|quoted in|cited in|quoted by)\s)?(?P<name>[^,:;(]+)", re.I)
_GOES_ON = re.compile(
    r"[,:;(]\s*(?:[^a-z\s]|(?:vol|pp?|ch|chap|bk|in|from|act|ca?|nos?|ed|trans|to|par)\b)", re.S
)
"""What may follow the name: a work, or a place in it; no sentence."""
_MOST_WORDS = 5


def is_attribution(text: str) -> bool:
    """Whether *text*, right below a quotation, is the source it is from: “— Marx, Capital, I, p. 3”.

    After a dash a name is enough, alone or with a work; in brackets a place in the work has to be said.
    """
    dashed, bracketed = _DASHED.fullmatch(text), _BRACKETED.fullmatch(text)
    match = dashed or bracketed
    if match is None or len(text) > _LONGEST or _SENTENCE.search(match["said"]):
        return False
    said = match["said"].rstrip(".")
    author = _AUTHOR.match(said)
    named = author is not None and is_name(author["name"].strip(), most=_MOST_WORDS)
    rest = said[author.end() :] if author else ""
    if rest and not _GOES_ON.match(rest):
        return False
    placed = bool(_PLACE_IN_A_WORK.search(said))
    return placed and (named or said[:1].isupper()) if bracketed else named
