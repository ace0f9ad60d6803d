"""Which ids a document can point to without naming a file: its own, and those of what it includes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rubricator import tei
from rubricator.document import Document
from rubricator.validation.elsewhere import Elsewhere, OutsideError

MANY, MOST = 20, 0.5
"""So many ids, and such a part of all that an attribute points to, are not missing: they are elsewhere."""
_INCLUDE = "{http://www.w3.org/2001/XInclude}include"


@dataclass(frozen=True)
class Reach:
    """The ids within reach of a document; *elsewhere* knows the files that it includes."""

    document: Document
    elsewhere: Elsewhere

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids in the document itself."""
        return frozenset(map(str, tei.select("//@xml:id", self.document.root)))

    def is_here(self, ident: str) -> bool:
        """Whether the id is in the document, or may be in what it includes."""
        return ident in self.ids or self.included is None or ident in self.included

    @cached_property
    def included(self) -> frozenset[str] | None:
        """The ids of what the document includes (XInclude); None where that cannot be known."""
        ids: set[str] = set()
        for element in self.document.root.iter(_INCLUDE):
            found = self.of_file(str(element.get("href") or ""))
            if found is None:
                return None
            ids |= found
        return frozenset(ids)

    @cached_property
    def header_is_elsewhere(self) -> bool:
        """Whether a part of the header is included from another file."""
        header = next(self.document.root.iter(f"{{{tei.TEI}}}teiHeader"), None)
        return header is not None and next(header.iter(_INCLUDE), None) is not None

    @cached_property
    def foreign(self) -> dict[str, tuple[list[str], int]]:
        """By the attributes most of whose ids are not in this file: those ids, and how many they point to."""
        asked: dict[str, set[str]] = {}
        for element in self.document.root.iter(f"{{{tei.TEI}}}*"):
            for name, value in element.attrib.items():
                if name in tei.POINTERS and "#" in value:
                    ids = (one[1:] for one in str(value).split() if one.startswith("#") and "(" not in one)
                    asked.setdefault(str(name), set()).update(ids)
        missing = {name: sorted(one for one in ids if not self.is_here(one)) for name, ids in asked.items()}
        return {
            name: (lacking, len(asked[name]))
            for name, lacking in missing.items()
            if len(lacking) >= MANY and len(lacking) >= MOST * len(asked[name])
        }

    def of_file(self, address: str) -> frozenset[str] | None:
        try:
            return self.elsewhere(address)
        except OutsideError:
            return None
