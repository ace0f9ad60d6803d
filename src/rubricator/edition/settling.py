"""A document written to another place: what it points to is still found, and a schema still fits it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote

from rubricator import tei
from rubricator.document import Document
from rubricator.findings import Splice
from rubricator.markup import quoted
from rubricator.splice import spliced
from rubricator.validation import shelf
from rubricator.validation.choosing import OURS
from rubricator.validation.declared import declared

_ATTRIBUTE = re.compile(r"""\s([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')""")
_POINTERS = tei.POINTERS | {"href", "replacementPattern"}
_RELATIVE = re.compile(r"(?![A-Za-z][A-Za-z0-9+.\-]*:)[^#?/\s][^#?\s]*")
_LINE_ENDS = re.compile(r"[\r\n]*")
_MODEL = "http://relaxng.org/ns/structure/1.0"
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>\r?\n?")


def settled(document: Document, origin: Path, target: Path, *, preset: bool = False) -> Document:
    """*document*, which has its pointers from the file *origin*, as the file *target* is to have it.

    Relative addresses of files are told from *target*. Where the document would be held to our
    own schema, it names TEI's, which has all that a document may hold; with a *preset* the edition has one.
    """
    moved = spliced(document, _moved(document, origin.resolve().parent, target.resolve().parent))
    return spliced(moved, _widened(moved, preset=preset))


def _moved(document: Document, old: Path, new: Path) -> Iterator[Splice]:
    if old == new or "xml:base" in document.source.markup:
        return
    markup = document.source.markup
    places = [(one.start, one.end) for one in declared(document.source)]
    places += [(element.open_start, element.open_end) for element in document.elements]
    for start, end in places:
        for match in _ATTRIBUTE.finditer(markup, start, end):
            value = unescape(match[2][1:-1])
            if match[1].rpartition(":")[2] in _POINTERS:
                told = " ".join(_from(address, old, new) for address in value.split())
                if told != " ".join(value.split()):
                    yield Splice(match.start(2), match.end(2), quoted(told))


def _from(address: str, old: Path, new: Path) -> str:
    """*address*, which is told from *old*, as it is told from *new*; the same, if it is no file's."""
    match = _RELATIVE.match(address)
    # What a prefix stands for may have its name filled in: its directory is what there is of it.
    path, _, filled = (match[0] if match else "").partition("$")
    rest = (f"${filled}" if filled else "") + address[match.end() if match else 0 :]
    if filled and "/" in path:
        path, rest = path.rpartition("/")[0], f"/{path.rpartition('/')[2]}{rest}"
    file = old / unquote(path)
    if not path or not (file.exists() or (re.search(r"[./]", path) and file.parent.is_dir())):
        return address
    return quote(Path(os.path.relpath(file, new)).as_posix()) + rest


def _widened(document: Document, *, preset: bool) -> Iterator[Splice]:
    markup = document.source.markup
    named = declared(document.source)
    model = (
        f'<?xml-model href="{shelf.well_known("tei_all")}" type="application/xml" schematypens="{_MODEL}"?>'
    )
    ours = [one for one in named if one.address.rpartition("/")[2] in OURS]
    for number, one in enumerate(ours):
        after = _LINE_ENDS.match(markup, one.end)
        assert after is not None
        yield Splice(one.start, after.end() if number else one.end, "" if number else model)
    if not named and not preset:
        declaration = _DECLARATION.match(markup)
        at = declaration.end() if declaration else 0
        yield Splice(at, at, f"{model}\n")
