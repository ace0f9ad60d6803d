"""OASIS XML Catalogs 1.1: which file stands for an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from rubricator.document import Document
from rubricator.source import Source

CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
NAME = "catalog.xml"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_DRIVE = re.compile(r"/[A-Za-z]:/")
_DEEPEST = 8
"""Catalogs that name catalogs: further on, they go in a circle."""
_EXACT = {"uri": ("name", "uri"), "system": ("systemId", "uri")}
_REWRITES = {
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "rewriteSystem": ("systemIdStartString", "rewritePrefix"),
}
_SUFFIXES = {"uriSuffix": ("uriSuffix", "uri"), "systemSuffix": ("systemIdSuffix", "uri")}
_DELEGATES = {"delegateURI": "uriStartString", "delegateSystem": "systemIdStartString"}


def resolved(address: str, catalog: Path, within: Path) -> str | None:
    """What the *catalog* has for *address*: a URI, of a file or of the web; None if it has nothing.

    Further catalogs are read only *within* that directory. InputRefused if one is no catalog.
    """
    return _resolved(address, catalog.resolve(), within.resolve(), 0)


def _resolved(address: str, catalog: Path, within: Path, depth: int) -> str | None:
    if depth > _DEEPEST or not catalog.is_relative_to(within) or not catalog.is_file():
        return None
    entries = tuple(_entries(Document.of(Source.read(catalog)).root, catalog.as_uri()))
    for names in (_EXACT, _REWRITES, _SUFFIXES):
        if found := _best(address, entries, names):
            return found
    further = [
        (entry, base)
        for name, entry, base in entries
        if name in _DELEGATES and address.startswith(entry.get(_DELEGATES[name]) or "\0")
    ]
    further = further or [(entry, base) for name, entry, base in entries if name == "nextCatalog"]
    for entry, base in further:
        path = file_of(urljoin(base, entry.get("catalog") or ""))
        if path and (answer := _resolved(address, path, within, depth + 1)):
            return answer
    return None


def _entries(element: etree._Element, base: str) -> Iterator[tuple[str, etree._Element, str]]:
    """The entries of a catalog or a group, each with its name and the base of its addresses."""
    base = urljoin(base, element.get(_BASE) or "")
    for child in element.iterchildren(f"{{{CATALOG}}}*"):
        name = etree.QName(child).localname
        if name == "group":
            yield from _entries(child, base)
        else:
            yield name, child, urljoin(base, child.get(_BASE) or "")


def _best(
    address: str, entries: tuple[tuple[str, etree._Element, str], ...], names: dict[str, tuple[str, str]]
) -> str | None:
    """Of the entries of that sort that fit, the one that says most of the address."""
    longest, answer = "", None
    for name, entry, base in entries:
        if name not in names:
            continue
        key, value = (entry.get(attribute) or "" for attribute in names[name])
        rest = _rest(address, key, names)
        if key and value and rest is not None and len(key) > len(longest):
            longest, answer = key, urljoin(base, value) + rest
    return answer


def _rest(address: str, key: str, names: dict[str, tuple[str, str]]) -> str | None:
    if names is _EXACT:
        return "" if address == key else None
    if names is _REWRITES:
        return address[len(key) :] if address.startswith(key) else None
    return "" if address.endswith(key) else None


def file_of(uri: str) -> Path | None:
    """The path that a `file:` URI is of; None for any other."""
    parts = urlsplit(uri)
    if parts.scheme != "file" or parts.netloc:
        return None
    # As urllib.request has it, but to import that takes 20 ms.
    path = unquote(parts.path)
    return Path(path[1:] if _DRIVE.match(path) else path)
