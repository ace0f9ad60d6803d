"""Emphasis as plain text shows it: _so_ for italics, *so* for stress (TEI Guidelines, 3.3.2.2).

The marks are taken out, and nothing else: what they said, the element says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rubricator.encoding.quotation import Passage

ITALIC = re.compile(r"(?<![\w/\\.@_])_(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])_(?![\w_])")
STRESSED = re.compile(r"(?<![\w*.,;:!?)\]”’])\*(?=[^\W_])([^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])")
ELEMENTS = {"hi": ITALIC, "emph": STRESSED}


def emphasis(text: str, asterisks: bool = True) -> list[Passage]:
    """The passages of *text* that are set off, marks included; *asterisks* may call notes instead."""
    return [
        Passage(*match.span(), name, mark=1)
        for name, pattern in ELEMENTS.items()
        if asterisks or name != "emph"
        for match in pattern.finditer(text)
    ]


def with_emphasis(text: str, quoted: Sequence[Passage], asterisks: bool = True) -> list[Passage]:
    """The *quoted* passages of *text* and what is set off in it, outer before inner; none crosses another."""
    kept = list(quoted)
    for passage in emphasis(text, asterisks):
        if not any(_cross(passage, other) for other in kept):
            kept.append(passage)
    return sorted(kept, key=lambda passage: (passage.start, -passage.end))


def _cross(one: Passage, other: Passage) -> bool:
    apart = one.end <= other.start or other.end <= one.start
    inside = other.start <= one.start and one.end <= other.end
    around = one.start <= other.start and other.end <= one.end
    return not (apart or (inside != around))
