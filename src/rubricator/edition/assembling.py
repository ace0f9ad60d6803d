"""The assembly of a document: every inclusion in it replaced by what it includes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.edition.including import XI
from rubricator.edition.inside import file_at, home
from rubricator.edition.origins import Marks, Origins
from rubricator.errors import InputRefused
from rubricator.files import shown
from rubricator.findings import Finding, Place
from rubricator.publication.rules import INCLUDE
from rubricator.source import Source

MOST = 64 << 20  # bytes of all that a document includes: files that include each other twice grow without end
_POINTER = re.compile(r"""(?:id\(|element\()?\s*["']?([\w.-]+)["']?\s*\)?""")
_INCLUDE, _FALLBACK = f"{{{XI}}}include", f"{{{XI}}}fallback"
_ADDRESSES = ("url", "target", "facs", "ref", "source")


def assembled(
    document: Document, path: Path, root: Path
) -> tuple[Document, tuple[Finding, ...], tuple[Path, ...], Origins]:
    """*document* with what it includes in it, what could not be, the files looked for, and who wrote what."""
    directory, root = home(path, root)
    marks = Marks()
    assembly = _Assembly(document.source.name, root, directory, marks)
    tree = marks.copied(document.root, document)
    assembly.fill(tree, directory, (path.resolve(),))
    written = marks.read(tree)
    made = _document(tree, document)
    paths = tuple(dict.fromkeys(assembly.paths))
    return made, tuple(assembly.findings), paths, Origins(made, written)


def _document(tree: etree._Element, written: Document) -> Document:
    """The document of *tree*, after the instructions that stand before the root of the one *written*."""
    before = reversed(list(written.root.itersiblings(preceding=True)))
    kept = [
        etree.tostring(one, with_tail=False)
        for one in before
        if isinstance(one, etree._ProcessingInstruction)
    ]
    if not kept:
        return Document.of_tree(tree, written.source.name)
    data = b"\n".join((*kept, etree.tostring(tree, encoding="utf-8")))
    return Document.of(Source(data, written.source.name))


@dataclass
class _Assembly:
    """A document in the making."""

    name: str
    root: Path
    directory: Path
    marks: Marks
    findings: list[Finding] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    size: int = 0

    def fill(self, tree: etree._Element, directory: Path, within: tuple[Path, ...]) -> None:
        """Put in the place of every inclusion in *tree* what it includes; *within* is the way to it."""
        for include in list(tree.iter(_INCLUDE)):
            if include.getparent() is None or next(include.iterancestors(_FALLBACK), None) is not None:
                continue  # a fallback that is not needed
            try:
                included = self.included(include, directory, within)
            except InputRefused as error:
                fallback = include.find(_FALLBACK)
                if fallback is None:
                    self.report(include, error, within)
                    included = []
                else:
                    self.fill(fallback, directory, within)
                    included = [fallback.text or "", *fallback]
            _replace(include, included)

    def included(
        self, include: etree._Element, directory: Path, within: tuple[Path, ...]
    ) -> list[etree._Element | str]:
        address, _, fragment = str(include.get("href") or "").partition("#")
        if not address:
            raise InputRefused("It names no file.", remedy="Name one in @href.")
        file = file_at(address, directory, self.root)
        if file is None:
            raise InputRefused(
                "It lies on the web, from where nothing is read.", remedy="Copy it into the edition."
            )
        self.paths.append(file)
        if file in within:
            raise InputRefused("It includes itself.", remedy="Remove one of the inclusions.")
        source = Source.read(file)
        self.size += len(source.data)
        if self.size > MOST:
            raise InputRefused(
                f"What is included is larger than {MOST >> 20} MB.", remedy="Publish the parts by themselves."
            )
        if include.get("parse") == "text":
            return [source.markup]
        document = Document.of(Source(source.data, shown(file)))
        part = document.root
        pointer = include.get("xpointer") or fragment
        if pointer:
            part = _pointed(part, str(pointer), file)
        part = self.marks.copied(part, document)
        self.rebase(part, file.parent)
        holder = etree.Element("holder")
        holder.append(part)
        self.fill(holder, file.parent, (*within, file))
        return [holder.text or "", *holder]

    def rebase(self, part: etree._Element, directory: Path) -> None:
        """Make the addresses in *part*, which came from *directory*, right where they now stand."""
        if directory == self.directory:
            return
        for element in part.iter(etree.Element):
            for name in _ADDRESSES:
                value = element.get(name)
                if value:
                    element.set(
                        name, " ".join(_rebased(one, directory, self.directory) for one in value.split())
                    )

    def report(self, include: etree._Element, error: InputRefused, within: tuple[Path, ...]) -> None:
        own = len(within) == 1
        line = include.sourceline if own and isinstance(include.sourceline, int) else 0
        message = f"{include.get('href') or 'The inclusion'} is not included: {error.what}"
        place = Place(line, 1) if line else None
        self.findings.append(
            INCLUDE.broken(self.name if own else shown(within[-1]), place, message, error.remedy)
        )


def _pointed(root: etree._Element, pointer: str, file: Path) -> etree._Element:
    match = _POINTER.fullmatch(pointer.strip())
    for element in root.iter(etree.Element) if match else ():
        if match and element.get(tei.XML_ID) == match[1]:
            return element
    raise InputRefused(f"{file.name} has nothing at {pointer}.", remedy="Point to an xml:id that is there.")


def _rebased(address: str, directory: Path, to: Path) -> str:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return address
    way = posixpath.relpath(directory.as_posix(), to.as_posix())
    path = posixpath.normpath(posixpath.join(quote(way), parts.path))
    return f"{path}#{parts.fragment}" if parts.fragment else path


def _replace(include: etree._Element, parts: list[etree._Element | str]) -> None:
    """Put *parts*, text and elements with their tails, in the place of *include*."""
    parent = include.getparent()
    assert parent is not None
    at = parent.index(include)
    tail = include.tail or ""
    parent.remove(include)
    for part in [*parts, tail]:
        if not isinstance(part, str):
            parent.insert(at, part)
            at += 1
        elif at:
            before = parent[at - 1]
            before.tail = (before.tail or "") + part
        else:
            parent.text = (parent.text or "") + part
