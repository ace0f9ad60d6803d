"""The identifiers of a document: those that its header gives, and one made of it where it gives none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from lxml import etree

from rubricator.publication.citation import text_of
from rubricator.publication.header import PUBLICATION
from rubricator.tei import XML_ID, elements

NAMESPACE = UUID("5a1f5d4e-3f0c-5d6a-9b0e-7a2c1e9d4b33")
"""The name space of the identifiers we make; never to be changed."""
_URI = re.compile(r"(?!https?://[^/]+/?$)[A-Za-z][A-Za-z0-9+.-]*:\S+$")  # a host alone names no document
_ADDRESSES = {"doi": "https://doi.org/", "urn": "urn:", "isbn": "urn:isbn:", "issn": "urn:issn:"}


@dataclass(frozen=True)
class Identifier:
    """What a publication is known by: the scheme as the header names it, and the value."""

    scheme: str
    value: str

    @property
    def uri(self) -> str:
        """The identifier as a URI where its scheme has one, else the bare value."""
        prefix = _ADDRESSES.get(self.scheme.lower(), "")
        return prefix + self.value if prefix and not _URI.match(self.value) else self.value

    @property
    def is_global(self) -> bool:
        """Whether the identifier names the publication everywhere, not only in its own archive."""
        return bool(_URI.match(self.uri))


def identifiers(root: etree._Element, names: Iterable[str], isbn: str = "") -> tuple[Identifier, ...]:
    """The ISBN, then the header's own, those known everywhere first; if none is, one made of the header.

    *names* are those of the work and of its authors.
    """
    first = [Identifier("ISBN", isbn)] if isbn else []
    found = [
        Identifier(idno.get("type") or "", value)
        for idno in elements(f"{PUBLICATION}//tei:idno[not(tei:idno)]", root)
        if (value := text_of(idno))
    ]
    found.sort(key=lambda one: not one.is_global)
    if not first and not any(one.is_global for one in found):
        stated = [root.get(XML_ID) or "", *(f"{one.scheme}={one.value}" for one in found), *names]
        first = [Identifier("UUID", f"urn:uuid:{uuid5(NAMESPACE, chr(10).join(stated))}")]
    return tuple(dict.fromkeys((*first, *found)))
