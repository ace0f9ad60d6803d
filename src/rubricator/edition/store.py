"""A document and its ledger on disk: read in step, written ledger first (DESIGN, decision 6)."""

from __future__ import annotations

from dataclasses import replace

from rubricator.document import Document
from rubricator.edition.annotating import Annotated, finished, hands, in_step, settled
from rubricator.edition.layout import Edition
from rubricator.encoding.responsibility import introduced
from rubricator.errors import CannotWrite, InputRefused
from rubricator.files import write_bytes, write_if_changed
from rubricator.review import Ledger
from rubricator.review.lines import OURS, read, write
from rubricator.source import Source


def load(edition: Edition, name: str) -> Annotated:
    """The document called *name* with its ledger, after finishing a write that was interrupted.

    What a hand changed in the TEI since the last write is taken into the ledger (not yet onto the disk).
    What two branches decided is put together once git has merged them.
    """
    source = Source.read(edition.document(name))
    _check_merged(source)
    document = Document.of(source)
    ledger = load_ledger(edition, name)
    if ledger.merged:
        made = signed(edition, name, settled(ledger, document))
        save(edition, name, made)
        return made
    digest = document.source.digest
    if digest == ledger.before and ledger.before != ledger.after:
        document = finished(ledger, document, edition.settings.editors)
        write_bytes(edition.document(name), document.source.data)
    return Annotated(document, in_step(ledger, document))


def _check_merged(source: Source) -> None:
    """InputRefused where git has left both branches' versions of a passage in the file."""
    for number, line in enumerate(source.markup.splitlines() if OURS in source.markup else (), 1):
        if line.startswith(OURS):
            raise InputRefused(
                "Git could not merge this file, and left both versions of a passage in it.",
                where=f"{source.name}:{number}",
                remedy="If only decisions differ, take either side (git checkout --ours FILE) "
                "and build: the ledger has the decisions of both.",
            )


def load_ledger(edition: Edition, name: str) -> Ledger:
    """The ledger of the document called *name*; an empty one where there is none yet."""
    path = edition.ledger(name)
    if not path.is_file():
        return Ledger(_pointer(edition, name))
    return read(Source.read(path))


def signed(edition: Edition, name: str, made: Annotated) -> Annotated:
    """The same, the document's header saying of each hand in whose name something is inscribed who it is.

    InputRefused, with what to paste, where the header has no place for it.
    """
    document = introduced(made.document, hands(made.ledger), edition.settings.editors)
    if document is made.document:
        return made
    before, digest = made.ledger.before, made.document.source.digest
    if Source.read(edition.document(name)).digest == digest:  # all but the header was there before
        before = digest
    return replace(
        made, document=document, ledger=replace(made.ledger, before=before, after=document.source.digest)
    )


def save(edition: Edition, name: str, made: Annotated) -> bool:
    """Write the ledger, then the document; say whether a byte of either changed.

    CannotWrite if a hand has saved the document since it was read: its version stands, nothing is written.
    """
    path, made = edition.document(name), signed(edition, name, made)
    if Source.read(path).digest not in (made.ledger.before, made.document.source.digest):
        raise CannotWrite(
            "The document was changed by hand while it was worked on.",
            where=str(path),
            remedy="Nothing was written over it; run again.",
        )
    changed = write_if_changed(edition.ledger(name), write(made.ledger))
    return write_if_changed(edition.document(name), made.document.source.data) or changed


def fresh_ledger(ledger: Ledger) -> Ledger:
    """The ledger's annotations and decisions alone, with nothing inscribed: what a replay starts from."""
    records = tuple(replace(record, inscribed=False) for record in ledger.records)
    return replace(ledger, records=records, before="", after="")


def _pointer(edition: Edition, name: str) -> str:
    """The document as the ledger names it: relative to the ledger's own directory."""
    here, there = edition.ledger(name).parent, edition.document(name)
    steps = 0
    while not there.is_relative_to(here):
        here, steps = here.parent, steps + 1
    return "../" * steps + there.relative_to(here).as_posix()


def recorded_hash(document: Document) -> str | None:
    """The SHA-256 of the transcription that the document says it was encoded from, if it says so."""
    for idno in document.root.iter("{http://www.tei-c.org/ns/1.0}idno"):
        if idno.get("type") == "sha256":
            return (idno.text or "").strip()
    return None
