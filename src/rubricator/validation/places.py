"""Where in its source an element or an attribute of a document stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Place

_ATTRIBUTE = re.compile(r"""([^\s=/>"'<]+)\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(frozen=True)
class Places:
    """The places of a document's elements; by line alone where the markup cannot be mapped."""

    document: Document

    @cached_property
    def _tags(self) -> dict[etree._Element, tuple[int, int]]:
        try:
            found = self.document.elements
        except InputRefused:
            return {}
        return {element.node: (element.open_start, element.open_end) for element in found}

    def of(self, element: etree._Element, attribute: str = "") -> Place | None:
        """The start tag of *element*, or in it the attribute of that name (as it is written)."""
        if element not in self._tags:
            line = element.sourceline
            return Place(line, 1) if isinstance(line, int) else None
        start, end = self._tags[element]
        source = self.document.source
        if attribute:
            for match in _ATTRIBUTE.finditer(source.markup, start, end):
                if match[1] == attribute:
                    return source.place(match.start(), match.end())
        return source.place(start, end)

    def at(self, path: str) -> Place | None:
        """The place of a path such as `1.2.7@ref`: positions of elements from the root, the attribute."""
        positions, _, attribute = path.partition("@")
        element = self.document.root
        for position in positions.split(".")[1:]:
            children = [child for child in element if isinstance(child.tag, str)]
            element = children[int(position) - 1]
        return self.of(element, attribute)
