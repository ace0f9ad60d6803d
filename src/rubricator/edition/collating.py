"""Collation on disk: witnesses read from files of any kind, and what they suggest put into the ledger."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from rubricator.annotation import COLLATION, Annotation, Kind
from rubricator.comparison import Collation, Witness
from rubricator.comparison.suggestions import suggestions
from rubricator.document import Document
from rubricator.edition import store
from rubricator.edition.annotating import Annotated, bare, inscribed
from rubricator.edition.layout import Edition
from rubricator.edition.settling import settled
from rubricator.encoding.encode import encode
from rubricator.errors import InputRefused, SettingsError
from rubricator.review import Ledger, Record, decisions
from rubricator.source import Source
from rubricator.transcription import read as read_transcription

_TEI = re.compile(r"\s*<(?!!DOCTYPE\s+html|html)[?!A-Za-z]", re.IGNORECASE)
_ERRORS = frozenset((Kind.SIC, Kind.NOTE))


def witness(edition: Edition, name: str, siglum: str) -> Witness:
    """The witness in the file *name* (TEI or a plain transcription), or the edition's document so called."""
    path = _file(edition, name)
    source = Source.read(path)
    if _TEI.match(source.markup):
        return Witness(siglum, path.name, Document.of(source))
    fields = edition.settings.fields_of(path.stem)
    made = encode(read_transcription(source, fields), edition.settings)
    return Witness(siglum, path.name, Document.of(made), source)


def written(edition: Edition, document: Document, name: str, target: Path) -> bytes:
    """The *document* of the first witness, called *name*, with an apparatus in it, as *target* holds it."""
    file = _file(edition, name)
    if not _TEI.match(Source.read(file).markup):
        file = edition.document(file.stem)  # from where what was encoded of it points
    settled_there = settled(document, file, target, preset=bool(edition.settings.validate.schema))
    return settled_there.source.data


def _file(edition: Edition, name: str) -> Path:
    path = Path(name)
    return edition.document(name) if not path.exists() and edition.document(name).is_file() else path


def document_of(edition: Edition, name: str) -> str:
    """The name of the edition's document that *name* means; SettingsError if it means none."""
    if edition.document(name).is_file() and not Path(name).exists():
        return name
    return edition.name_of(Path(name))


def pointer(edition: Edition, document: str, file: str) -> str:
    """The address of a witness from the TEI of *document*; SettingsError if it is not in the edition."""
    path = edition.document(file) if not Path(file).exists() else Path(file).resolve()
    if not path.is_relative_to(edition.root.resolve()):
        raise SettingsError(
            "The witness is not in the edition, and a correction has to say where it comes from.",
            where=file,
            remedy=f"Put the file into {edition.settings.paths.witnesses}/, or say --source ADDRESS.",
        )
    return quote(Path(os.path.relpath(path, edition.document(document).parent)).as_posix())


def suggest(edition: Edition, name: str, collation: Collation, source: str) -> Annotated:
    """The document called *name* and its ledger on disk, with what the second witness suggests for it."""
    with edition.locked(name):
        now = store.load(edition, name)
        if now.document.text != collation.a.text:
            raise InputRefused(
                "The document has changed since it was collated.",
                where=str(edition.document(name)),
                remedy="Run the command again.",
            )
        ledger, made = _yielding(now.ledger, suggestions(collation, source))

        def asked(annotation: Annotation) -> bool:
            return annotation.rule.startswith(f"{COLLATION}.") and annotation.attribute("source") == source

        ledger = decisions.suggested(ledger, now.document.text, made, asked)
        result = inscribed(bare(now.document, now.ledger), ledger, now.ledger, now.document)
        store.save(edition, name, result)
        return result


def _yielding(ledger: Ledger, made: Iterable[Annotation]) -> tuple[Ledger, list[Annotation]]:
    """The ledger and the new claims, each without those that give way to better ones of the other.

    A reading of another witness is better evidence than a word list; a remark is none against a correction.
    """
    pending = [record for record in ledger.records if _is_of_annotators(record)]
    kept, stale = [], set()
    for annotation in made:
        met = [record for record in pending if record.annotation.span.overlaps(annotation.span)]
        if annotation.kind is Kind.SIC:
            stale |= {record.id for record in met}
        elif any(record.annotation.kind is Kind.SIC for record in met):
            continue
        kept.append(annotation)
    records = (
        replace(record, stale=True, inscribed=False) if record.id in stale else record
        for record in ledger.records
    )
    return ledger.with_records(records), kept


def _is_of_annotators(record: Record) -> bool:
    return (
        not (record.decided or record.stale)
        and record.annotation.kind in _ERRORS
        and not record.annotation.rule.startswith(f"{COLLATION}.")
    )


def check_apart(edition: Edition, target: Path, *inputs: str) -> None:
    """SettingsError if writing *target* would overwrite a witness or a document of the edition."""
    resolved = target.resolve()
    taken = [*edition.documents, *(Path(name) for name in inputs)]
    if any(resolved == path.resolve() for path in taken):
        raise SettingsError(
            "This would write over a witness.", where=str(target), remedy="Name another file for the TEI."
        )
