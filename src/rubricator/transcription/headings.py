"""Headings within the body: which short lines are headings, and how deep their sections lie."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STYLES: tuple[tuple[str, str], ...] = (
    ("part", r"(?:part|book|volume)\s+(?:[0-9]+|[ivxlc]+|one|two|three|four|five|six|the \w+)\b.*"),
    (
        "chapter",
        r"(?:chapter|section|letter|lecture|act|appendix|canto|article)\s+(?:[0-9]+|[ivxlc]+|[a-z]+)\b.*",
    ),
    ("roman", r"[IVXLC]+\b(?:[.):]|\s[-–—])?(?:\s.*)?"),
    ("number", r"[0-9]{1,3}(?:\.[0-9]+)*(?:[.):]|\s[-–—])?(?:\s.*)?"),
    ("letter", r"[A-H][.)](?:\s.*)?"),
)
_PATTERNS = tuple(
    (style, re.compile(pattern, re.I if style in ("part", "chapter") else 0)) for style, pattern in _STYLES
)
_BARE = re.compile(
    r"(?:(?:part|book|volume|chapter|section|letter|lecture|act|appendix|canto|article)\s+\w+"
    r"|[IVXLC]+|[0-9]+|[A-H])[.:)]?",
    re.I,
)
_LONGEST = 90  # characters
_SMALL = 4  # letters; shorter words are not counted when capitals are


def style(text: str) -> str:
    """The style of *text* as heading (`chapter`, `roman`, `caps`, `plain` …), or nothing if it is none."""
    if len(text) > _LONGEST or len(text.split()) > 14 or text[-1] in ",;":
        return ""
    if text[0] in "“‘\"'«" and text[-1] not in "”’\"'»":
        return ""
    letters = [character for character in text if character.isalpha()]
    for name, pattern in _PATTERNS:
        if pattern.fullmatch(text) and (is_bare(text) or text[-1] not in ".:"):
            rest = re.sub(r"^\W*\w+\W*", "", text)
            if not rest or name in ("part", "chapter") or rest[0].isupper() or rest[0] in "“‘\"'":
                return name
    if not letters or text[-1] == ":":
        return ""
    if len(letters) > 2 and all(letter.isupper() or not letter.islower() for letter in letters):
        return "caps" if any(letter.isupper() for letter in letters) else ""
    if text[-1] == "." or not text.lstrip("“‘\"'(")[:1].isupper():
        return ""
    if text[-1] in "?!…”\"’'" and not _is_titled(text):
        return ""
    return "plain"


def _is_titled(text: str) -> bool:
    words = [word.strip("“”‘’\"'?!(),") for word in text.split()]
    long = [word for word in words if len(word) >= _SMALL]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def is_bare(text: str) -> bool:
    """Whether *text* is only the number of a heading, whose words follow (`Chapter 1`, `II.`)."""
    return bool(_BARE.fullmatch(text))


def levels(styles: Sequence[str]) -> list[int]:
    """The depth of each heading: a style first seen within another's section lies one deeper."""
    open_styles: list[str] = []
    found: list[int] = []
    for current in styles:
        if current in open_styles:
            del open_styles[open_styles.index(current) + 1 :]
        else:
            open_styles.append(current)
        found.append(len(open_styles))
    return found
