"""References led from one entry to another: in lists, witnesses, documents and ledgers, and in the settings.

Only values of pointers are spliced; ledgers say who did what.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rubricator.annotation import Annotation
from rubricator.authority import Entry
from rubricator.authority.candidates import FILE as CANDIDATES
from rubricator.authority.identifiers import former
from rubricator.authority.inserting import ListFile
from rubricator.authority.links import ATTRIBUTES, Links, Reference
from rubricator.document import Document
from rubricator.edition import store
from rubricator.edition.layout import Edition
from rubricator.files import read_bytes
from rubricator.findings import Splice
from rubricator.learnt.files import read_memory, write_memory
from rubricator.learnt.memory import relinked
from rubricator.review import Ledger, Record
from rubricator.review.ledger import Decision, Status
from rubricator.review.lines import write
from rubricator.source import Source
from rubricator.splice import cut

Reshape = Callable[[list[ListFile]], dict[str, list[Splice]]]
"""What becomes of the lists themselves: splices by file."""


@dataclass
class Change:
    """Files as they were and as they will be, and how many references in each go along."""

    before: dict[Path, bytes] = field(default_factory=dict)
    after: dict[Path, bytes] = field(default_factory=dict)
    references: dict[Path, int] = field(default_factory=dict)

    @property
    def sources(self) -> list[Source]:
        """What will be written."""
        return [Source(data, str(path)) for path, data in self.after.items()]

    def put(self, path: Path, before: bytes, after: bytes) -> None:
        """The file at *path*, which holds *before*, is to hold *after*."""
        self.before[path] = before
        if after != before:
            self.after[path] = after


@dataclass(frozen=True)
class Choice:
    """Which mentions of an entry are meant: those of whole documents, and single ones.

    A single one is named by its id in the ledger, or by its place (`letter-3:41`, `letter-3:41:7`).
    """

    documents: frozenset[str]
    mentions: frozenset[str]

    def takes(self, name: str, document: Document, reference: Reference, ledger: Ledger) -> bool:
        """Whether the reference is one of those."""
        if name in self.documents:
            return True
        element = document.elements[reference.element]
        place = document.source.place(element.open_start)
        names = {f"{name}:{place.line}", f"{name}:{place.line}:{place.column}"}
        names |= {
            record.id
            for record in ledger.records
            if record.annotation.kind == element.name and record.annotation.span == element.span
        }
        return bool(names & self.mentions)

    def takes_suggestion(self, name: str, record: Record) -> bool:
        """Whether a suggestion that only the ledger has is one of those."""
        waits = record.status is Status.PENDING and not record.inscribed
        return waits and (name in self.documents or record.id in self.mentions)


@dataclass(frozen=True)
class Move:
    """References to *old* led to *new*, whose id will be *identifier*."""

    edition: Edition
    old: Entry
    new: Entry
    identifier: str
    by: str
    when: str
    choice: Choice | None = None

    def done(self, reshape: Reshape) -> Change:
        """What changes on disk, the lists first."""
        change = Change()
        lists = [self._led_in(path, change) for path in self.edition.authority_files]
        splices = reshape([ListFile.of(source) for source in lists])
        for source in lists:
            path = Path(source.name)
            data = cut(source, splices.get(source.name, ())).data
            change.put(path, change.before[path], data)
        for path in self.edition.witnesses:
            if path.suffix == ".xml":
                self._led_in(path, change)
        for path in self.edition.documents:
            self._document(path, change)
        self._memory(change)
        self._settings(change)
        return change

    def _links(self, document: Document, path: Path) -> Links:
        return Links(self.edition.knowledge.authority, document, path)

    def _led_in(self, path: Path, change: Change) -> Source:
        """A list or a witness, its pointers led anew."""
        source = Source.read(path)
        if self.choice is not None:
            change.put(path, source.data, source.data)
            return source
        links = self._links(Document.of(source), path)
        moving = [one for one in links.references() if one.entry.ref == self.old.ref]
        made = cut(source, [self._splice(links, one) for one in moving])
        change.put(path, source.data, made.data)
        if moving:
            change.references[path] = len(moving)
        return made

    def _document(self, path: Path, change: Change) -> None:
        """A document and its ledger."""
        name, ledger_path = path.stem, self.edition.ledger(path.stem)
        with self.edition.locked(name):
            now = store.load(self.edition, name)
            before = read_bytes(ledger_path) if ledger_path.is_file() else b""
        links = self._links(now.document, path)
        moving = [
            one
            for one in links.references()
            if one.entry.ref == self.old.ref
            and (self.choice is None or self.choice.takes(name, now.document, one, now.ledger))
        ]
        source = now.document.source
        made = cut(source, [self._splice(links, one) for one in moving])
        records = tuple(
            self._record(record, name, links, now.document, moving) for record in now.ledger.records
        )
        if records == now.ledger.records and not moving:
            return
        change.before[path] = source.data
        if before:
            ledger = replace(now.ledger, records=records, before=source.digest, after=made.digest)
            change.put(ledger_path, before, write(ledger))
        change.put(path, source.data, made.data)
        told = 0
        if self.choice is not None:
            told = sum(
                old != new and self.choice.takes_suggestion(name, old)
                for old, new in zip(now.ledger.records, records, strict=True)
            )
        if moving or told:
            change.references[path] = len(moving) + told

    def _splice(self, links: Links, one: Reference) -> Splice:
        return links.replacing(one, self._written(links, links.plain(one.written)))

    def _written(self, links: Links, pointer: str) -> str:
        """The pointer that leads to the new entry, in the manner of the one that leads to the old."""
        head, mark, tail = pointer.rpartition("#" if "#" in pointer else ":")
        if tail not in (
            self.old.id,
            *former(self.old.idnos),
        ):  # by an address, which goes over with the entry
            return pointer if self.choice is None else f"{self.new.kind}:{self.identifier}"
        if self.old.file == self.new.file or not mark:
            return f"{head}{mark}{self.identifier}"
        if mark == ":" and links.file_of(head) in (None, Path(self.new.file).resolve()):
            return f"{head}:{self.identifier}"
        file = os.path.relpath(Path(self.new.file).resolve(), links.path.parent).replace(os.sep, "/")
        return f"{file}#{self.identifier}"

    def _record(
        self, record: Record, name: str, links: Links, document: Document, moving: Sequence[Reference]
    ) -> Record:
        """The record with its pointers led anew, in all its history."""
        if self.choice is not None and not self.choice.takes_suggestion(name, record):
            places = {
                (document.elements[one.element].name, document.elements[one.element].span) for one in moving
            }
            if (str(record.annotation.kind), record.annotation.span) not in places:
                return record
        annotation = self._annotation(record.annotation, links)
        if annotation == record.annotation:
            return record
        history = tuple(
            replace(act, was=self._annotation(act.was, links)) if act.was else act for act in record.history
        )
        if record.decided:
            why = f"{self.old.ref} became {self.new.kind}:{self.identifier}."
            history = (*history, Decision(Status.RELINKED, self.by, self.when, why))
        return replace(record, annotation=annotation, history=history)

    def _annotation(self, annotation: Annotation, links: Links) -> Annotation:
        attributes = tuple(
            (name, self._value(value, links) if name in ATTRIBUTES else value)
            for name, value in annotation.attributes
        )
        return replace(annotation, attributes=attributes)

    def _value(self, value: str, links: Links) -> str:
        return " ".join(
            self._written(links, pointer)
            if (found := links.entry(pointer)) is not None and found.ref == self.old.ref
            else pointer
            for pointer in value.split()
        )

    def _memory(self, change: Change) -> None:
        """What was learnt of the old entry holds of the new one."""
        path = self.edition.memory_file
        if self.choice is not None or not path.is_file():
            return
        source = Source.read(path)
        memory = relinked(read_memory(source), self.old.ref, f"{self.new.kind}:{self.identifier}")
        change.put(path, source.data, write_memory(memory))

    def _settings(self, change: Change) -> None:
        """Header fields that name the old entry (`author-ref`), and candidates that wait for a decision."""
        named = rf"""(?<=["']){re.escape(self.old.ref)}(?=["'])"""
        waiting = rf"^{re.escape(self.old.ref)}(?=\t)"
        table = self.edition.path(self.edition.settings.paths.authority) / CANDIDATES
        for path, pattern in ((self.edition.settings_file, named), (table, waiting)):
            if self.choice is not None or path is None or not path.is_file():
                continue
            source = Source.read(path)
            splices = [
                Splice(match.start(), match.end(), f"{self.new.kind}:{self.identifier}")
                for match in re.finditer(pattern, source.markup, re.MULTILINE)
            ]
            change.put(path, source.data, cut(source, splices).data)
            if splices:
                change.references[path] = len(splices)
