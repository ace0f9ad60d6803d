"""The other files of an edition, as far as pointers need them: is there such a file, and which ids has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from lxml import etree

from rubricator import tei
from rubricator.errors import InputRefused
from rubricator.files import read_bytes

Elsewhere = Callable[[str], frozenset[str] | None]
"""Tells the xml:ids of another file by its address from this one: None if there is no such file.

A file that has none (a picture, a text) has an empty set. `OutsideError` says that it was not looked for.
"""


class Ids(frozenset[str]):
    """The xml:ids of a file; *former* leads from ids of before to those that the entries have now."""

    former: Mapping[str, str] = MappingProxyType({})


class OutsideError(Exception):
    """The address leads out of the edition, where nothing is read."""


XML_FILES = frozenset((".xml", ".tei", ".odd"))


def nowhere(address: str) -> frozenset[str] | None:
    """For a document that stands alone: no other file is looked at."""
    raise OutsideError(address)


def edition_files(root: Path) -> Callable[[Path], Elsewhere]:
    """For the documents of the edition in *root*: by a document's path, what its addresses lead to.

    Each file is read once; nothing outside *root* is.
    """
    root = root.resolve()
    known: dict[Path, frozenset[str] | None] = {}
    places: dict[tuple[Path, str], Path] = {}

    def of(document: Path) -> Elsewhere:
        directory = document.resolve().parent

        def ids(address: str) -> frozenset[str] | None:
            try:
                path = places.get((directory, address))
                if path is None:
                    path = (directory / unquote(address.partition("?")[0])).resolve()
                    places[directory, address] = path
                if not path.is_relative_to(root):
                    raise OutsideError(address)
                if path not in known:
                    known[path] = _ids(path)
            except (OSError, ValueError, RuntimeError):  # no file can have that name
                return None
            return known[path]

        return ids

    return of


def _ids(path: Path) -> frozenset[str] | None:
    if not path.is_file():
        return frozenset() if path.is_dir() else None
    if path.suffix.lower() not in XML_FILES:
        return frozenset()
    parser = etree.XMLParser(collect_ids=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(read_bytes(path), parser)
    except (etree.XMLSyntaxError, InputRefused):
        return frozenset()  # its own findings say what is wrong with it
    if root is None:
        return frozenset()
    found = Ids(map(str, tei.select("//@xml:id", root)))
    found.former = {
        " ".join(tei.content(idno).split()): str(entry.get(tei.XML_ID))
        for idno in tei.elements("//tei:idno[@type='former'][../@xml:id]", root)
        if (entry := idno.getparent()) is not None
    }
    return found
