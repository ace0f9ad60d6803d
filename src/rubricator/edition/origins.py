"""Where the elements of a document that was put together from several files were written."""

from __future__ import annotations

import re
from bisect import bisect_right
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Place

_MARK = "{urn:rubricator:origin}at"
_ATTRIBUTE = re.compile(r"""([^\s=/>"'<]+)\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(frozen=True)
class Origins:
    """For each element of *whole*, in its order: the document it was written in, and its number there."""

    whole: Document
    elements: tuple[tuple[Document, int], ...]

    def told(self, finding: Finding) -> Finding:
        """What was found in the whole, said of where it was written; without its fix."""
        if finding.place is None or finding.file != self.whole.source.name:
            return finding
        try:
            file, place = self._written(finding.place)
        except InputRefused:  # markup that cannot be mapped
            return replace(finding, place=None, fix=None)
        return replace(finding, file=file, place=place, fix=None)

    def _written(self, place: Place) -> tuple[str, Place | None]:
        offset = self.whole.source.offset(place)
        at = bisect_right(self._tags, offset, key=lambda tag: tag[0]) - 1
        if at < 0:  # before the root stand its own document's instructions
            return self.whole.source.name, Place(1, 1)
        _, number, opens = self._tags[at]
        document, there = self.elements[number]
        element, written = self.whole.elements[number], document.elements[there]
        if opens and offset < element.open_end:
            attribute = next(
                (
                    match[1]
                    for match in _ATTRIBUTE.finditer(
                        self.whole.source.markup, element.open_start, element.open_end
                    )
                    if match.start() <= offset < match.end()
                ),
                "",
            )
            from rubricator.validation.places import Places  # which brings all that judges a document

            return document.source.name, Places(document).of(written.node, attribute)
        # Text stands as far behind the tag before it as it was written.
        after, before = (
            (element.open_end, written.open_end) if opens else (element.close_end, written.close_end)
        )
        return document.source.name, document.source.place(before + max(0, offset - after))

    @cached_property
    def _tags(self) -> list[tuple[int, int, bool]]:
        """Where each start tag begins and each end tag has ended, with the element's number."""
        tags = [(one.open_start, number, True) for number, one in enumerate(self.whole.elements)]
        tags += [(one.close_end, number, False) for number, one in enumerate(self.whole.elements)]
        return sorted(tags, key=lambda tag: tag[0])


@dataclass
class Marks:
    """Marks on the elements of a tree in the making that tell where each was written."""

    documents: list[Document] = field(default_factory=list)

    def copied(self, part: etree._Element, document: Document) -> etree._Element:
        """A copy of *part* of *document* by itself, every element of it marked."""
        numbers = {element: n for n, element in enumerate(document.root.iter(etree.Element))}
        copy = deepcopy(part)
        copy.tail = None
        for element, same in zip(part.iter(etree.Element), copy.iter(etree.Element), strict=True):
            same.set(_MARK, f"{len(self.documents)} {numbers[element]}")
        self.documents.append(document)
        return copy

    def read(self, tree: etree._Element) -> tuple[tuple[Document, int], ...]:
        """What the marks of the whole *tree* say, in document order; it has none afterwards."""
        found = []
        for element in tree.iter(etree.Element):
            document, number = str(element.attrib.pop(_MARK)).split()
            found.append((self.documents[int(document)], int(number)))
        etree.cleanup_namespaces(tree, keep_ns_prefixes=sorted({str(p) for p in tree.nsmap if p}))
        return tuple(found)
