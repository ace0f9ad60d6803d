"""What a user's stylesheet may hold: looked over in Python, before Saxon sees it.

Saxon forbids reading while it transforms, but not while it compiles, and never writing; what could do either
is turned away here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from rubricator import resources
from rubricator.errors import InputRefused, SettingsError
from rubricator.faults import in_words
from rubricator.files import read_bytes
from rubricator.stylesheet.modules import XSL

_INSTEAD = {
    "package": "Make it an xsl:stylesheet: a package cannot be imported.",
    "use-package": "Import a stylesheet instead.",
    "result-document": "Leave it to Rubricator which files are written.",
    "source-document": "Write what it needs into the stylesheet, or into the document.",
    "merge-source": "Sort and group with xsl:for-each-group instead.",
    "import-schema": "Compare types with xs: names alone.",
    "evaluate": "Write the expression itself.",
}
"""Instructions that read, write or run what nobody has looked at, and what to do instead."""
_AT_COMPILING = {
    "static": "Make it an ordinary variable.",
    "use-when": "Use xsl:if or xsl:choose.",
    "parameter-document": "Write the parameters on xsl:output.",
    "base": "Write addresses in full.",
}
"""Attributes that are obeyed, or expressions that are evaluated, while files can still be read."""
_READS = re.compile(
    r"(?<![\w.:-])(?:fn:)?(doc|document|doc-available|collection|uri-collection|json-doc|transform"
    r"|unparsed-text(?:-lines|-available)?|load-xquery-module)\s*(?:\(|#\d)"
)
_STRING = re.compile(r"'[^']*'|\"[^\"]*\"")
_TEMPLATE = re.compile(r"\{([^{}]*)\}")


def modules(layer: Path, root: Path) -> tuple[Path, ...]:
    """The user's stylesheet and its modules, all in *root* or ours; SettingsError if they are not."""
    ours = resources.directory("xslt").resolve()
    seen: dict[Path, None] = {}
    waiting = [layer.resolve()]
    while waiting:
        path = waiting.pop()
        if path in seen or path.is_relative_to(ours):
            continue
        seen[path] = None
        stylesheet = _read(path)
        for element in stylesheet.iter(etree.Element):
            _look_over(element, path)
        for reference in stylesheet.iterchildren(XSL + "import", XSL + "include"):
            module = _module(str(reference.get("href", "")), path, reference)
            if not (module.is_relative_to(root.resolve()) or module.is_relative_to(ours)):
                raise _fault(
                    reference,
                    path,
                    f"{reference.get('href')} leads out of the edition",
                    "Copy it into the edition.",
                )
            waiting.append(module)
    return tuple(seen)


def _read(path: Path) -> etree._Element:
    try:
        data = read_bytes(path)
    except InputRefused as error:
        raise SettingsError(error.what, where=error.where, remedy=error.remedy) from error
    try:
        root = etree.fromstring(
            data, etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
        )
    except etree.XMLSyntaxError as error:
        raise SettingsError(
            f"The stylesheet is not well-formed: {in_words(error.msg)}.",
            where=f"{path}:{error.position[0]}",
            remedy="Correct it there.",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SettingsError(
            "A stylesheet with a DOCTYPE is not taken, since that could read files.",
            where=f"{path}:1",
            remedy="Remove the DOCTYPE, and write characters as themselves or as numbers (&#160;).",
        )
    if root.tag not in (XSL + "stylesheet", XSL + "transform", XSL + "package"):
        raise SettingsError(
            f"This is no stylesheet: its outermost element is {root.tag}.",
            where=f"{path}:{root.sourceline}",
            remedy="Write an xsl:stylesheet with templates that override ours.",
        )
    return root


def _look_over(element: etree._Element, path: Path) -> None:
    name = etree.QName(element)
    instruction = name.namespace == XSL[1:-1]
    if instruction and name.localname in _INSTEAD:
        raise _fault(element, path, f"xsl:{name.localname} is not for guests", _INSTEAD[name.localname])
    for key, value in element.attrib.items():
        attribute = etree.QName(str(key))
        if attribute.localname in _AT_COMPILING and _is_ruling(attribute, instruction):
            what = f"{attribute.localname} on {name.localname} is not for guests"
            raise _fault(element, path, what, _AT_COMPILING[attribute.localname])
        if instruction and attribute.namespace is None and attribute.localname.startswith("_"):
            what = f"The attribute {attribute.localname} is worked out while files can be read"
            raise _fault(element, path, what, f"Write {attribute.localname[1:]}, with its value.")
        for expression in _expressions(str(value), whole=instruction):
            _check(expression, element, path)
    for text in (element.text, *(child.tail for child in element)):
        for expression in _expressions(text or "", whole=False):
            _check(expression, element, path)


def _is_ruling(attribute: etree.QName, instruction: bool) -> bool:
    """Whether the attribute speaks to the processor, and is not part of what is written."""
    if attribute.localname == "base":
        return attribute.namespace == "http://www.w3.org/XML/1998/namespace"
    return attribute.namespace == XSL[1:-1] or (instruction and attribute.namespace is None)


def _expressions(value: str, *, whole: bool) -> Iterator[str]:
    """What may be XPath in an attribute's value or a text: all of it, or what stands in braces."""
    if whole:
        yield value
    else:
        yield from _TEMPLATE.findall(value)


def _check(expression: str, element: etree._Element, path: Path) -> None:
    found = _READS.search(_STRING.sub("''", expression))
    if found:
        what = f"{found[1]}() reads files, which a guest may not"
        raise _fault(element, path, what, "Write what it needs into the stylesheet, or into the document.")


def _module(href: str, path: Path, reference: etree._Element) -> Path:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path or parts.query or parts.fragment:
        raise _fault(reference, path, f"{href!r} is no path of a module", "Name a file beside this one.")
    return (path.parent / unquote(parts.path)).resolve()


def _fault(element: etree._Element, path: Path, what: str, remedy: str) -> SettingsError:
    return SettingsError(f"{what}.", where=f"{path}:{element.sourceline}", remedy=remedy)
