"""The prefixes that a header declares, and the addresses that they stand for (TEI Guidelines, 17.2.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from rubricator import tei

_ENDLESS = re.compile(r"[+*}][^()]*\)[+*{]")
_DECLARED = "/*/tei:teiHeader//tei:prefixDef | /*/tei:TEI/tei:teiHeader//tei:prefixDef"


@dataclass(frozen=True)
class Prefix:
    """What a prefixDef declares."""

    element: etree._Element
    pattern: re.Pattern[str] | None
    replacement: str

    @classmethod
    def of(cls, element: etree._Element) -> Prefix:
        pattern = _compiled(element.get("matchPattern") or "(.*)")
        return cls(element, pattern, element.get("replacementPattern") or "")

    def address(self, rest: str) -> str | None:
        """Where what stands after the colon leads."""
        match = self.pattern.fullmatch(rest) if self.pattern else None
        if match is None:
            return None
        groups = match.groups()
        return re.sub(
            r"\$([1-9])",
            lambda group: (groups[int(group[1]) - 1] or "") if int(group[1]) <= len(groups) else "",
            self.replacement,
        )


def _compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern in Python's terms; None if it is none, or one that could be tried for ever."""
    if _ENDLESS.search(pattern):
        return None
    try:
        return re.compile(pattern)
    except re.error:
        pass  # \i, \c, \p{L} and the like are XML Schema's
    from elementpath.regex import RegexError, translate_pattern

    try:
        return re.compile(translate_pattern(pattern, anchors=False))
    except (RegexError, re.error):
        return None


def declared(root: etree._Element) -> dict[str, Prefix]:
    """The prefixes that the headers of the document declare, by their names."""
    return {str(element.get("ident")): Prefix.of(element) for element in tei.elements(_DECLARED, root)}
