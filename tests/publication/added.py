"""What a publication adds to the words of its document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree


def added_words(roots: Sequence[etree._Element]) -> set[str]:
    """Every word in what XHTML documents mark as added."""
    found: set[str] = set()
    for root in roots:
        for element in root.iter(etree.Element):
            if element.get("data-added") is not None:
                found.update(re.findall(r"\w+", " ".join(map(str, element.itertext()))))
    return found
