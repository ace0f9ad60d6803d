"""XHTML trees: what is asked of them, how they are put together, and their bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from lxml import etree

NAMESPACE = "http://www.w3.org/1999/xhtml"
XHTML = f"{{{NAMESPACE}}}"
OPS = "http://www.idpf.org/2007/ops"
EPUB = f"{{{OPS}}}"
NAMESPACES = {"h": NAMESPACE, "epub": OPS}
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>'
_VOID = "area base br col embed hr img input link meta source track wbr".split()
"""The elements that never hold anything; all others have an end tag."""


def found(expression: str) -> Callable[[etree._Element], list[etree._Element]]:
    """The elements at an XPath *expression*, `h:` being XHTML."""
    path: Any = _path(expression)
    return cast("Callable[[etree._Element], list[etree._Element]]", path)


def values(expression: str) -> Callable[[etree._Element], list[str]]:
    """The attributes at an XPath *expression*, as strings."""
    path: Any = _path(expression)
    return cast("Callable[[etree._Element], list[str]]", path)


def is_true(expression: str) -> Callable[[etree._Element], bool]:
    """Whether an XPath *expression* holds."""
    path: Any = _path(f"boolean({expression})")
    return cast("Callable[[etree._Element], bool]", path)


def number(expression: str) -> Callable[[etree._Element], float]:
    """What an XPath *expression* counts."""
    path: Any = _path(expression)
    return cast("Callable[[etree._Element], float]", path)


def _path(expression: str) -> etree.XPath:
    return etree.XPath(expression, namespaces=NAMESPACES, smart_strings=False)


_hollow = found(f".//h:*[not(node()) and not({' or '.join(f'self::h:{name}' for name in _VOID)})]")


ids = values("descendant-or-self::*/@id")
"""The ids on a page, in document order; one that is given twice comes twice."""
targets = values("descendant-or-self::h:a/@href")
"""Where its links lead."""


def floating(element: etree._Element, words: str) -> None:
    """Let *words* follow whatever *element* holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def removed(element: etree._Element) -> None:
    """Take *element* out of its tree, and leave the words that follow it."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def unwrapped(element: etree._Element) -> None:
    """Leave what *element* holds in its place."""
    parent = element.getparent()
    assert parent is not None
    previous, children = element.getprevious(), list(element)
    before = element.text or ""
    if children:
        children[-1].tail = (children[-1].tail or "") + (element.tail or "")
    else:
        before += element.tail or ""
    if before:
        if previous is not None:
            previous.tail = (previous.tail or "") + before
        else:
            parent.text = (parent.text or "") + before
    for child in children:
        element.addprevious(child)
    element.tail = None
    parent.remove(element)


def written(page: etree._Element) -> bytes:
    """The bytes of an XHTML page, which HTML and XML both read alike."""
    data = _serialised(page)
    # To look for what is empty in the tree takes longer than to write most pages.
    if any(_last_name(part) not in _VOID for part in data.split(b"/>")[:-1]):
        for element in _hollow(page):
            element.text = ""  # else it would be written as a tag that ends itself
        data = _serialised(page)
    return DECLARATION + b"<!DOCTYPE html>" + data


def _serialised(page: etree._Element) -> bytes:
    return etree.tostring(page, encoding="UTF-8", xml_declaration=False)


def _last_name(markup: bytes) -> str:
    """The name in the last tag that begins in *markup*."""
    return markup[markup.rindex(b"<") + 1 :].split(None, 1)[0].decode()
