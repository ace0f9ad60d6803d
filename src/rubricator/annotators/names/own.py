"""The persons, places and organisations that a document lists itself, in its header, stand-off or back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rubricator import tei
from rubricator.annotation import Annotation
from rubricator.authority import Authority, Entry, EntryKind
from rubricator.document import Document
from rubricator.errors import InputRefused

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ENTRIES = tuple(f"{{{tei.TEI}}}{name}" for name in ("person", "personGrp", "place", "org"))
_LISTS = tuple(f"{{{tei.TEI}}}{name}" for name in ("listPerson", "listPlace", "listOrg"))


def own_entries(document: Document) -> tuple[Entry, ...]:
    """The persons, places and organisations that *document* lists; none if it cannot be read as a list."""
    if next(document.root.iter(*_LISTS), None) is None:
        return ()
    try:
        listed = Authority.of([document.source])
    except InputRefused:
        return ()  # as a list it cannot be read; as a document it can
    return tuple(entry for entry in listed.entries if entry.kind is not EntryKind.WORK)


def own_ids(document: Document) -> frozenset[str]:
    """The ids of what *document* lists."""
    return frozenset(
        str(entry.get(_ID))
        for listing in document.root.iter(*_LISTS)
        for entry in listing.iter(*_ENTRIES)
        if entry.get(_ID) is not None
    )


def led_to_own(claim: Annotation, own: Sequence[Entry]) -> Annotation:
    """The claim, with its reference as one within the document if it leads to one of its *own* entries."""
    ref = claim.attribute("ref")
    entry = next((entry for entry in own if entry.ref == ref), None)
    if entry is None or ref is None:
        return claim
    address = f"#{entry.id}"
    attributes = tuple((name, address if name == "ref" else value) for name, value in claim.attributes)
    evidence = claim.evidence.replace(f"{ref} in the authority list", f"{address} in the document itself")
    return replace(claim, attributes=attributes, evidence=evidence)
