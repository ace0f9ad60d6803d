"""Where a document's references to other documents lead in what is published."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from rubricator import tei
from rubricator.document import Document
from rubricator.edition.inside import file_at
from rubricator.errors import InputRefused
from rubricator.files import read_bytes

PageOf = Callable[[Path, str], str | None]
"""Told the file of another document and a fragment: the address in its page; None where it has no page.

InputRefused where the file cannot be read.
"""
_ID = re.compile(rb'xml:id="([^"]+)"')


@dataclass(frozen=True)
class Pages:
    """The pages of documents, each by the place of its results, without suffix, where its file is known.

    Nothing is asked of the disk before a document refers to another; then the place of every file is asked
    once, and each file that is referred to is read once, however many refer to it.
    """

    places: Mapping[Path, Path]
    _ids: dict[Path, frozenset[bytes]] = field(default_factory=dict)

    def seen_from(self, place: Path) -> PageOf:
        """The addresses of all, as a page at *place* gives them."""

        def page_of(file: Path, fragment: str) -> str | None:
            there = self._by_file.get(file)
            if there is None:
                return None
            if file not in self._ids:
                self._ids[file] = frozenset(_ID.findall(read_bytes(file)))
            address = quote(Path(os.path.relpath(f"{there}.html", place.parent)).as_posix())
            return f"{address}#{fragment}" if unquote(fragment).encode() in self._ids[file] else address

        return page_of

    @cached_property
    def _by_file(self) -> dict[Path, Path]:
        return {file.resolve(): place for file, place in self.places.items()}


def links(document: Document, path: Path, page_of: PageOf) -> tuple[dict[str, str], tuple[Path, ...]]:
    """The addresses of other documents' pages that *document* refers to, and those documents.

    A reference to a place that the other document does not have leads to its beginning.
    """
    directory = path.resolve().parent
    found: dict[str, str] = {}
    files: dict[Path, None] = {}
    for value in tei.select("//tei:ref/@target | //tei:ptr/@target", document.root):
        for address in str(value).split():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path or address in found:
                continue
            try:
                file = file_at(address, directory, Path(directory.anchor))  # wherever the others lie
                page = file and page_of(file, parts.fragment)
            except InputRefused:
                continue
            if file and page:
                found[address] = page
                files[file] = None
    return found, tuple(files)
