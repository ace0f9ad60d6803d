"""The Schematron that stands in a RELAX NG schema, as a schema of its own."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from lxml import etree

from rubricator.source import Source

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_OLDER = "http://www.ascc.net/xml/schematron"
_BEFORE, _AFTER = ("title", "ns", "let", "phase"), ("diagnostics", "properties")


def schematron(files: Iterable[Source]) -> bytes | None:
    """All Schematron in the schema *files*, in their order; None if there is none.

    Prefixes are declared once, a rule that stands by itself gets a pattern, and XPath 2 is the query language
    unless a file says otherwise (TEI's rules are written for it).
    """
    schema = etree.Element(f"{{{SCHEMATRON}}}schema", nsmap={"sch": SCHEMATRON})
    schema.set("queryBinding", "xslt2")
    found = [part for file in files for part in _parts(file, schema)]
    prefixes: dict[str, etree._Element] = {}
    for part in found:
        if _name(part) == "ns":
            prefixes.setdefault(part.get("prefix", ""), part)
    schema.extend(prefixes.values())
    schema.extend(part for part in found if _name(part) in _BEFORE and _name(part) != "ns")
    schema.extend(_patterns(part for part in found if _name(part) in ("pattern", "rule")))
    schema.extend(part for part in found if _name(part) in _AFTER)
    if not any(_name(part) in ("pattern", "rule") for part in found):
        return None
    return etree.tostring(schema, encoding="utf-8", xml_declaration=True)


def _parts(file: Source, schema: etree._Element) -> Iterator[etree._Element]:
    """The outermost elements of Schematron in *file*."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, huge_tree=True)
    root = etree.fromstring(file.data, parser)
    binding = root.get(f"{{{SCHEMATRON}}}queryBinding")
    if binding:
        schema.set("queryBinding", binding)
    for element in root.iter(f"{{{SCHEMATRON}}}*", f"{{{_OLDER}}}*"):
        parent = element.getparent()
        if parent is None or etree.QName(parent).namespace not in (SCHEMATRON, _OLDER):
            yield _renewed(element)


def _renewed(element: etree._Element) -> etree._Element:
    """A copy of *element* in the namespace of ISO Schematron, with the line it came from."""
    copied = copy.deepcopy(element)
    copied.tail = "\n"
    for part in copied.iter(f"{{{_OLDER}}}*"):
        part.tag = f"{{{SCHEMATRON}}}{etree.QName(part).localname}"
    return copied


def _patterns(parts: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for part in parts:
        if _name(part) == "pattern":
            yield part
        else:
            pattern = etree.Element(f"{{{SCHEMATRON}}}pattern")
            pattern.append(part)
            yield pattern


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
