"""The modules of a stylesheet: what it includes and imports, and the parameters that they declare."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from rubricator.errors import Bug, SettingsError
from rubricator.faults import in_words

XSL = "{http://www.w3.org/1999/XSL/Transform}"


def modules(path: Path, own: bool) -> Iterator[etree._Element]:
    """The stylesheet at *path* and all that it imports and includes, each once; *own* as for Stylesheet."""
    waiting, seen = [path], set[Path]()
    parser = etree.XMLParser(remove_comments=True)
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        kind = Bug if own else SettingsError
        try:
            root = etree.fromstring(module.read_bytes(), parser)
        except OSError as error:
            raise kind(f"The stylesheet cannot be read ({error.strerror}).", where=str(module)) from error
        except etree.XMLSyntaxError as error:
            where = f"{module}:{error.position[0]}"
            raise kind(f"The stylesheet is not well-formed: {in_words(error.msg)}.", where=where) from error
        yield root
        for reference in reversed(list(root.iterchildren(f"{XSL}include", f"{XSL}import"))):
            href = reference.get("href", "")
            place = file_path(urlsplit(href).path) if href.startswith("file:") else unquote(href)
            waiting.append((module.parent / place).resolve())


def parameters(root: etree._Element) -> frozenset[str]:
    """The names of the parameters that a module declares."""
    return frozenset(str(declared.get("name")) for declared in root.iterchildren(f"{XSL}param"))


def file_path(address: str) -> str:
    """The path of a file's address, as urllib.request has it; but to import that takes 20 ms."""
    path = unquote(address)
    return path.lstrip("/") if os.name == "nt" else path
