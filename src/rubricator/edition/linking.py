"""Where a document's references to other documents lead in what is published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rubricator import tei
from rubricator.document import Document
from rubricator.edition.inside import file_at
from rubricator.errors import InputRefused
from rubricator.files import read_bytes


def links(
    document: Document, path: Path, pages: Mapping[Path, str]
) -> tuple[dict[str, str], tuple[Path, ...]]:
    """The addresses of *pages* (by their documents' paths) that *document* refers to, and the documents.

    A reference to a place that the other document does not have leads to its beginning.
    """
    directory = path.resolve().parent
    found: dict[str, str] = {}
    paths: dict[Path, bytes] = {}
    for value in tei.select("//tei:ref/@target | //tei:ptr/@target", document.root):
        for address in str(value).split():
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path or address in found:
                continue
            try:
                file = file_at(address, directory, Path(directory.anchor))  # wherever the others lie
                if file is None or file not in pages:
                    continue
                data = paths.setdefault(file, read_bytes(file))
            except InputRefused:
                continue
            fragment = unquote(parts.fragment)
            there = fragment and f'xml:id="{fragment}"'.encode() in data
            found[address] = f"{pages[file]}#{parts.fragment}" if there else pages[file]
    return found, tuple(paths)
