"""The elements of a TEI list: its root, and the names, words and lines of what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from rubricator.errors import InputRefused
from rubricator.faults import in_words
from rubricator.source import Source

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
_LARGEST_DEPTH = 100  # of elements; DESIGN.md: one limit for all


def parse(source: Source) -> etree._Element:
    """The root of the TEI list *source*; InputRefused if it is ill-formed, too deep or not TEI."""
    parser = etree.XMLParser(no_network=True, load_dtd=False, collect_ids=False)
    try:
        root = etree.fromstring(source.data, parser)
    except etree.XMLSyntaxError as error:
        row, column = error.position
        raise InputRefused(
            f"The authority list is not well-formed XML: {in_words(error.msg)}.",
            where=f"{source.name}:{row}:{column}",
            remedy="Mend it there; what follows could not be read.",
        ) from error
    if not isinstance(root.tag, str) or not root.tag.startswith(TEI):
        raise InputRefused(
            "The authority list is not TEI.",
            where=f"{source.name}:{line(root)}",
            remedy="Its root has to be in the namespace http://www.tei-c.org/ns/1.0.",
        )
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _LARGEST_DEPTH:
            raise InputRefused(
                f"The authority list is nested more than {_LARGEST_DEPTH} elements deep.",
                where=f"{source.name}:{line(element)}",
            )
    return root


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def words(element: etree._Element) -> str:
    """The element's text with white space folded; comments, and notes within it, are left out."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{TEI}note":
            yield from _pieces(child)
        yield child.tail or ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    yield from element.iterchildren(*(f"{TEI}{name}" for name in names))


def line(element: etree._Element) -> int:
    """The line of the file that the element's start tag ends on."""
    return cast("int", element.sourceline or 1)
