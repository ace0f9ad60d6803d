"""Encoding on disk: a transcription becomes a TEI document once, and never over an existing one."""

from __future__ import annotations

from rubricator.edition import store
from rubricator.edition.layout import Edition
from rubricator.encoding.encode import encode
from rubricator.files import write_bytes
from rubricator.findings import Finding
from rubricator.review.lines import write as write_ledger
from rubricator.source import Source
from rubricator.transcription import read as read_transcription


def encoded(edition: Edition, name: str) -> tuple[Source, tuple[Finding, ...]]:
    """The TEI of the transcription called *name*, and what its reader has to say."""
    source = Source.read(edition.transcription_of(name))
    read = read_transcription(source, edition.settings.fields_of(name))
    made = encode(read, edition.settings)
    return Source(made.data, str(edition.document(name))), read.findings


def encode_missing(edition: Edition, name: str) -> bool:
    """Encode the transcription called *name* unless its document exists; say whether it was written."""
    with edition.locked(name):
        if edition.document(name).exists():
            return False
        encode_anew(edition, name)
        return True


def encode_anew(edition: Edition, name: str) -> tuple[Finding, ...]:
    """Encode the transcription called *name*, and say what its reader says; its lock is held by the caller.

    A ledger that is there already starts over with its decisions: nothing of it stands in the new document.
    """
    source, said = encoded(edition, name)
    if edition.ledger(name).is_file():
        ledger = store.fresh_ledger(store.load_ledger(edition, name))
        write_bytes(edition.ledger(name), write_ledger(ledger))
    write_bytes(edition.document(name), source.data)
    return said
