"""Navigation: the words by which a reader walks through an archive, and that are no part of its text."""

from __future__ import annotations

import re

_WORD = (
    "(?:return|top|back|backwards?|next|previous|prev|up|down|home|index|contents|forwards?|last|first|main|menu"
    "|readme|search)"
)
_ITEM = re.compile(
    rf"(?:{_WORD}(?:\s+{_WORD})*|(?:return|back|go|up) to .{{1,60}}|top of (?:the )?page|to (?:the )?top"
    r"|table of contents|site map|main page|home ?page|(?:next|previous)(?: \w+)?:\s.{1,60}"
    r"|(?:next|previous|last|first) (?:chapter|page|section|article|part|letter|document|issue|speech))\.?",
    re.I,
)
_BETWEEN = re.compile(r"[|•·<>«»←↑→\[\]()]|\s[/–—-]\s")
_ANYWHERE = re.compile(
    r"(?:return(?:\s+return)+|top of (?:the )?page|(?:return|back) to (?:the )?top(?: of (?:the )?page)?)\.?",
    re.I,
)
_TRAIL = re.compile(r"[^|>»]{1,60}(?:\s[|>»]\s[^|>»]{1,60})+")
_OF_AN_ARCHIVE = re.compile(r"\b(?:archives?|index|contents|library|home|chapter|M\.?I\.?A\.?|works)\b", re.I)
_RULE = re.compile(r"(?:[-_=–—―─]\s*){3,}")
_LONGEST = 240  # characters


def is_rule(text: str) -> bool:
    """Whether *text* is a rule drawn with hyphens or the like."""
    return bool(_RULE.fullmatch(text))


def is_navigation(text: str) -> bool:
    """Whether *text*, at the edge of a page, is nothing but navigation."""
    if len(text) > _LONGEST:
        return False
    if _TRAIL.fullmatch(text) and _OF_AN_ARCHIVE.search(text):
        return True
    items = [item.strip() for item in _BETWEEN.split(text)]
    return any(items) and all(_ITEM.fullmatch(item) for item in items if item)


def is_navigation_anywhere(text: str) -> bool:
    """Whether *text* is navigation even in the midst of a page."""
    return bool(_ANYWHERE.fullmatch(text))
