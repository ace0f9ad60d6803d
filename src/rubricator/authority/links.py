"""What pointers of a document lead to: by xml:id, by an address of the web, or through a prefix (17.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from rubricator import tei
from rubricator.authority import prefixes
from rubricator.authority.entries import Entry, EntryKind
from rubricator.authority.lists import Authority
from rubricator.document import Document
from rubricator.findings import Splice
from rubricator.markup import escaped, expand
from rubricator.splice import encodable

ATTRIBUTES = tei.POINTERS | {"key"}
"""Where a reference to an entry may stand; `key` has one for all its value."""

KINDS_OF_NAMES = {
    "persName": EntryKind.PERSON,
    "author": EntryKind.PERSON,
    "editor": EntryKind.PERSON,
    "placeName": EntryKind.PLACE,
    "pubPlace": EntryKind.PLACE,
    "settlement": EntryKind.PLACE,
    "orgName": EntryKind.ORG,
    "title": EntryKind.WORK,
}
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer of a document that leads to *entry*: one of those in the value of an element's attribute.

    *start* to *end* are its offsets in the markup, *written* is what stands there.
    """

    element: int
    attribute: str
    start: int
    end: int
    written: str
    entry: Entry


class Links:
    """The entries of an authority, as the document at *path* refers to them."""

    def __init__(self, authority: Authority, document: Document, path: Path) -> None:
        self.authority = authority
        self.document = document
        self.path = path.resolve()
        self._files: dict[str, Path] = {}

    @cached_property
    def _prefixes(self) -> dict[str, prefixes.Prefix]:
        return prefixes.declared(self.document.root)

    def entry(self, pointer: str) -> Entry | None:
        """The entry that *pointer* leads to, if it is one of the authority's."""
        prefix, colon, rest = pointer.partition(":")
        declared = self._prefixes.get(prefix) if colon else None
        if declared is not None:
            address = declared.address(rest)
            found = self._at(address) if address else None
            return found or self.authority.resolve(pointer)
        return self._at(pointer)

    def _at(self, address: str) -> Entry | None:
        if re.match(r"https?:", address) or "#" not in address:
            return self.authority.resolve(address)
        file, _, identifier = address.partition("#")
        return self.authority.at(self._file(file) if file else self.path, identifier)

    def _file(self, address: str) -> Path:
        """Where the file at *address* lies; a document names few, and each of them often."""
        known = self._files.get(address)
        return known or self._files.setdefault(address, (self.path.parent / unquote(address)).resolve())

    def keyed(self, element: str, key: str) -> Entry | None:
        """The entry that `@key` names on an element: by its reference, or by its bare id."""
        kind = KINDS_OF_NAMES.get(element)
        return self.entry(key) or (self.authority.by_ref.get(f"{kind}:{key}") if kind else None)

    def references(self) -> Iterator[Reference]:
        """Every pointer that leads to an entry, in the order of the markup."""
        for index, element in enumerate(self.document.elements):
            names = ATTRIBUTES.intersection(map(str, element.node.attrib))
            if not names:
                continue
            for match in _ATTRIBUTE.finditer(
                self.document.source.markup, element.open_start, element.open_end
            ):
                if match[1] in names:
                    yield from self._in_value(index, match)

    def _in_value(self, index: int, match: re.Match[str]) -> Iterator[Reference]:
        group = 2 if match[2] is not None else 3
        name = self.document.elements[index].name
        if match[1] == "key":
            entry = self.keyed(name, self.plain(match[group]).strip())
            if entry is not None:
                yield Reference(index, "key", match.start(group), match.end(group), match[group], entry)
            return
        for token in _TOKEN.finditer(match[group]):
            entry = self.entry(self.plain(token.group()))
            if entry is not None:
                start = match.start(group) + token.start()
                yield Reference(index, match[1], start, start + len(token.group()), token.group(), entry)

    def plain(self, written: str) -> str:
        """What stands in the markup, its references resolved."""
        return (expand(written, self.document.entities) or written) if "&" in written else written

    def replacing(self, reference: Reference, pointer: str) -> Splice:
        """The splice that writes *pointer* in the place of the reference; its quotes stay."""
        written = encodable(self.document.source, escaped(pointer).replace('"', "&quot;"))
        return Splice(reference.start, reference.end, written)

    def file_of(self, prefix: str) -> Path | None:
        """The file that a declared prefix leads into."""
        declared = self._prefixes.get(prefix)
        address = declared.address("id") if declared else None
        file = (address or "").partition("#")[0]
        return self._file(file) if file and "//" not in file else None
