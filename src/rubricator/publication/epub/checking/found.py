"""A book as it was found: its package document and its pages, as far as they can be read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.entities import name2codepoint
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from rubricator.errors import InputRefused
from rubricator.findings import Finding, Place
from rubricator.publication.epub.checking.archive import Archive
from rubricator.rules import Rule
from rubricator.source import Source
from rubricator.tei import XML_LANG

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_CONTAINER = "META-INF/container.xml"
PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*);")
_OUTSIDE = re.compile(
    rb"""(<!DOCTYPE\s+[\w:.-]+)(\s+(?:PUBLIC\s+(?:"[^"]*"|'[^']*')|SYSTEM)\s+(?:"[^"]*"|'[^']*'))"""
)
_NAMES: Any = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}


@dataclass(frozen=True)
class Part:
    """An XML file of the book: its path in the container, its source, its tree if it is well-formed."""

    path: str
    source: Source
    root: etree._Element | None
    fault: str = ""
    line: int = 0

    @classmethod
    def of(cls, path: str, data: bytes, book: str) -> Part:
        """The part of *book* at *path*."""
        source = Source(data, f"{book}/{path}")
        parser = etree.XMLParser(no_network=True, collect_ids=False, load_dtd=False)
        try:
            return cls(path, source, etree.fromstring(_spelt_out(data), parser))
        except (etree.XMLSyntaxError, ValueError) as error:
            said = str(error).partition(", line ")[0]
            return cls(path, source, None, said, getattr(error, "lineno", 0) or 1)

    def select(self, path: str) -> list[etree._Element]:
        """The elements at that XPath."""
        if self.root is None:
            return []
        found = self.root.xpath(path, namespaces=_NAMES)
        return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []

    def elements(self) -> Iterator[etree._Element]:
        """All its elements in order."""
        return iter(()) if self.root is None else self.root.iter(etree.Element)

    def place(self, element: etree._Element) -> Place:
        """Where *element* stands."""
        line = element.sourceline
        return Place(line if isinstance(line, int) else 1, 1)

    def broken(self, rule: Rule, element: etree._Element | None, message: str, remedy: str) -> Finding:
        """The finding that *rule* is broken here."""
        return rule.broken(self.source, None if element is None else self.place(element), message, remedy)

    @property
    def language(self) -> str:
        """The language that the whole of it is said to be in."""
        return "" if self.root is None else str(self.root.get(XML_LANG) or self.root.get("lang") or "")

    def target(self, address: str) -> tuple[str, str] | None:
        """The path and the fragment that an address in this part leads to; None if it leads out of "
        "the book."""
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return None
        here = posixpath.dirname(self.path)
        path = posixpath.normpath(posixpath.join(here, unquote(parts.path))) if parts.path else self.path
        return path, unquote(parts.fragment)


@dataclass(frozen=True, slots=True)
class Item:
    """A file that the package declares: its path in the container, its kind, and what it is for."""

    id: str
    path: str
    media_type: str
    properties: frozenset[str]
    element: etree._Element


@dataclass(frozen=True)
class Book:
    """A book: its archive, its package, the files this declares, and those of them that are pages."""

    archive: Archive
    package: Part
    items: tuple[Item, ...]
    pages: tuple[Part, ...]
    """The pages in the order in which they are read, then those out of that order."""

    @classmethod
    def open(cls, data: bytes, name: str) -> Book:
        """The book in *data*; InputRefused if nobody could read it."""
        archive = Archive.open(data, name)
        package = _package(archive)
        items = tuple(_items(package))
        spine = [ref.get("idref") for ref in package.select("opf:spine/opf:itemref")]
        order = {item.id: spine.index(item.id) if item.id in spine else len(spine) for item in items}
        paths = (item.path for item in sorted(items, key=lambda i: order[i.id]) if item.media_type in PAGES)
        hidden = encrypted(archive)
        pages = tuple(
            Part.of(path, archive.texts[path], name)
            for path in dict.fromkeys(paths)
            if path in archive.texts and path not in hidden
        )
        return cls(archive, package, items, pages)

    @property
    def source(self) -> Source:
        """The book itself, for what is wrong with the whole of it."""
        return Source(b"", self.archive.name)

    @cached_property
    def version(self) -> int:
        """2 or 3."""
        root = self.package.root
        return 2 if root is not None and root.get("version", "").startswith("2") else 3

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all files in the container."""
        return frozenset(entry.name for entry in self.archive.entries)

    @cached_property
    def packages(self) -> frozenset[str]:
        """The paths of all the packages that the container names."""
        container = Part.of(_CONTAINER, self.archive.texts.get(_CONTAINER, b""), self.archive.name)
        return frozenset(one.get("full-path", "") for one in container.select("//c:rootfile"))

    @cached_property
    def nav(self) -> Part | None:
        """The navigation document, in EPUB 3."""
        path = next((item.path for item in self.items if "nav" in item.properties), "")
        return next((page for page in self.pages if page.path == path), None)

    @cached_property
    def ncx(self) -> Part | None:
        """The old table of contents."""
        kind = "application/x-dtbncx+xml"
        path = next((item.path for item in self.items if item.media_type == kind), "")
        text = self.archive.texts.get(path)
        return None if text is None else Part.of(path, text, self.archive.name)

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of each page."""
        return {
            page.path: frozenset(
                value for one in page.elements() for value in (one.get("id"), one.get("name")) if value
            )
            for page in self.pages
            if page.root is not None
        }

    def meta(self, name: str) -> list[str]:
        """The values of a property of the book, as EPUB 3 and as EPUB 2 write it."""
        found = []
        for one in self.package.select(".//opf:meta"):
            if one.get("property") == name and not one.get("refines"):
                found.append(" ".join("".join(map(str, one.itertext())).split()))
            elif one.get("name") == name:
                found.append(one.get("content", "").strip())
        return found

    @cached_property
    def features(self) -> frozenset[str]:
        """What the book claims to offer."""
        said = (value for one in self.meta("schema:accessibilityFeature") for value in one.split(","))
        return frozenset(value.strip() for value in said)

    def dublin_core(self, name: str) -> list[etree._Element]:
        """The elements of Dublin Core of that name that say something."""
        return [
            one for one in self.package.select(f".//dc:{name}") if "".join(map(str, one.itertext())).strip()
        ]

    def sources(self) -> dict[str, Source]:
        """The sources that findings may point to, by name."""
        texts = self.archive.texts.items()
        return {f"{self.archive.name}/{path}": Source(data, path) for path, data in texts}


def _spelt_out(data: bytes) -> bytes:
    """The markup with the named letters of HTML as numbers, where an old DOCTYPE lends it their names.

    What the DOCTYPE points to is left out: nothing is fetched. Lines stay where they are.
    """
    outside = _OUTSIDE.search(data)
    if not outside:
        return data
    lines = b"\n" * outside.group(2).count(b"\n")
    return data[: outside.end(1)] + lines + _NAMED.sub(_number, data[outside.end() :])


def _number(match: re.Match[bytes]) -> bytes:
    name = match.group(1).decode("ascii")
    return f"&#{name2codepoint[name]};".encode() if name in name2codepoint else match.group()


def _package(archive: Archive) -> Part:
    container = Part.of(_CONTAINER, archive.texts.get(_CONTAINER, b""), archive.name)
    path = next((one.get("full-path", "") for one in container.select("//c:rootfile")), "")
    if path not in archive.texts:
        raise InputRefused(
            "This is not a book: META-INF/container.xml names no package document in it.",
            where=archive.name,
            remedy="Make it again.",
        )
    package = Part.of(path, archive.texts[path], archive.name)
    if package.root is None:
        raise InputRefused(
            f"The package document is not well-formed ({package.fault}).",
            where=f"{package.source.name}:{package.line}",
            remedy="Correct it there.",
        )
    return package


def _items(package: Part) -> Iterator[Item]:
    for one in package.select("opf:manifest/opf:item"):
        target = package.target(one.get("href", ""))
        if target:
            properties = frozenset(one.get("properties", "").split())
            yield Item(one.get("id", ""), target[0], one.get("media-type", ""), properties, one)


def encrypted(archive: Archive) -> frozenset[str]:
    """The files that a reader needs a key for."""
    part = Part.of("", archive.texts.get("META-INF/encryption.xml", b"<none/>"), archive.name)
    references = (one.get("URI", "") for one in part.elements() if str(one.tag).endswith("}CipherReference"))
    return frozenset(unquote(reference) for reference in references)
