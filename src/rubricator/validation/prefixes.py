"""The prefixes that a header declares, and the addresses that they stand for (TEI Guidelines, 17.2.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from rubricator import tei

_DECLARED = "/*/tei:teiHeader//tei:prefixDef | /*/tei:TEI/tei:teiHeader//tei:prefixDef"


@dataclass(frozen=True)
class Prefix:
    """What a prefixDef declares."""

    element: etree._Element
    pattern: re.Pattern[str] | None
    replacement: str

    @classmethod
    def of(cls, element: etree._Element) -> Prefix:
        try:
            pattern = re.compile(element.get("matchPattern") or "(.*)")
        except re.error:
            pattern = None
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


def declared(root: etree._Element) -> dict[str, Prefix]:
    """The prefixes that the headers of the document declare, by their names."""
    return {str(element.get("ident")): Prefix.of(element) for element in tei.elements(_DECLARED, root)}
