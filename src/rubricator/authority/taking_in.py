"""Taking in what other people's files describe: known entries are supplemented, others added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from rubricator.authority.adopting import New
from rubricator.authority.belonging import belonging, says_so_itself
from rubricator.authority.entries import Entry, EntryKind
from rubricator.authority.identifiers import Identifier, former, identifier, public
from rubricator.authority.inserting import ListFile
from rubricator.authority.lists import Authority
from rubricator.authority.rendering import Part
from rubricator.authority.rules import CONTRADICTION, POINTER, TWO_ENTRIES
from rubricator.authority.slugs import is_id, new_id
from rubricator.authority.supplementing import compatible, says_nothing_new, supplement
from rubricator.findings import Finding, Place, Splice
from rubricator.rules import Rule
from rubricator.source import Source
from rubricator.splice import spliced


@dataclass(frozen=True)
class TakenIn:
    """What became of the records: *sources* are the lists that changed, and new ones."""

    sources: tuple[Source, ...] = ()
    added: tuple[str, ...] = ()
    supplemented: tuple[str, ...] = ()
    known: int = 0
    findings: tuple[Finding, ...] = ()


def take_in(
    lists: Sequence[Source], records: Iterable[Entry], new_list: Callable[[EntryKind], Source]
) -> TakenIn:
    """The lists with what *records* say; where a kind has no list yet, *new_list* gives an empty one."""
    book = _Book([ListFile.of(source) for source in lists], Authority.of(lists), new_list)
    for record in records:
        book.take(record)
    book.connect()
    return book.result()


class _Book:
    def __init__(
        self, files: list[ListFile], authority: Authority, new_list: Callable[[EntryKind], Source]
    ) -> None:
        self.files = files
        self.new_list = new_list
        self.entries: dict[str, Entry] = {}
        self.taken = {identifier for file in files for identifier in file.ids}
        self.by_identifier: dict[tuple[EntryKind, Identifier], str] = {}
        self.by_form: dict[tuple[EntryKind, str], list[str]] = {}
        self.new: dict[str, New] = {}
        self.parts: dict[str, list[Part]] = {}
        self.attributes: dict[str, dict[str, str]] = {}
        self.renamed: dict[tuple[str, str], Entry] = {}
        self.findings: list[Finding] = []
        self.parts_of: list[tuple[Entry, str]] = []
        self.known = 0
        for entry in authority.entries:
            self.taken.update(former(entry.idnos))
            self._keep(entry)

    def take(self, record: Entry) -> None:
        """Put one record in its place."""
        ref = self._match(record)
        if ref is None:
            wanted = record.id if is_id(record.id) and record.id not in self.taken else ""
            identifier = wanted or new_id(record, self.taken.__contains__)
            self.taken.add(identifier)
            made = replace(record, id=identifier, file="")
            self.new[made.ref] = New(made, record)
            self._keep(made)
        elif ref:
            self._supplement(ref, record)
        if ref == "":
            return
        entry = made if ref is None else self.entries[ref]
        if record.id:
            self.renamed[record.file, record.id] = entry
        if record.part_of:
            self.parts_of.append((record, entry.ref))

    def connect(self) -> None:
        """Say of the entries what they are part of, now that all are there."""
        for record, ref in self.parts_of:
            entry, new = self.entries[ref], self.new.get(ref)
            whole = next(filter(None, (self._whole(record, said) for said in record.part_of)), None)
            if whole is None or whole.ref == ref:
                if not record.markup and not record.part_of[0].startswith("http"):
                    message = f"What {ref} is part of, “{record.part_of[0]}”, is not in the lists."
                    self._say(record, POINTER, message, "Take it in too, or add it to the list.")
                continue
            if new is None and entry.part_of:
                if whole.id not in {
                    pointer.rpartition("#")[2].rpartition(":")[2] for pointer in entry.part_of
                }:
                    message = f"For {ref} it says: part of {whole.ref}."
                    self._say(record, CONTRADICTION, message, "The entry stays as it is.")
                continue
            if new is not None and new.record.markup and says_so_itself(etree.fromstring(new.record.markup)):
                continue
            part = belonging(whole, f"#{whole.id}" if self._file(whole) == self._file(entry) else whole.ref)
            if new is not None:
                new.whole = [part]
            else:
                self.known -= ref not in self.parts
                self.parts.setdefault(ref, []).append(part)
                self.attributes.setdefault(ref, {})

    def _whole(self, record: Entry, said: str) -> Entry | None:
        """The entry that a record says it is part of: by its id there or here, an identifier, or its name."""
        found = self.renamed.get((record.file, said.removeprefix("#")))
        if found is not None and found.kind is record.kind:
            return found
        found = self.entries.get(f"{record.kind}:{said.removeprefix(f'{record.kind}:')}")
        if found is not None:
            return found
        for scheme in ("", "wikidata", "GND"):
            ref = self.by_identifier.get((record.kind, identifier(scheme, said)))
            if ref is not None:
                return self.entries[ref]
        refs = self.by_form.get((record.kind, said), ())
        return self.entries[refs[0]] if len(refs) == 1 else None

    def _file(self, entry: Entry) -> str:
        """The list that holds the entry, or will."""
        there = (file for file in self.files if file.list_of(entry.kind) is not None)
        return entry.file or next((file.document.source.name for file in there), "")

    def result(self) -> TakenIn:
        """The changed lists, and what there is to say."""
        changed = tuple(source for source in (*self._existing(), *self._fresh()) if source is not None)
        supplemented = tuple(self.parts)
        return TakenIn(changed, tuple(self.new), supplemented, self.known, tuple(self.findings))

    def _keep(self, entry: Entry) -> None:
        self.entries[entry.ref] = entry
        for one in public(entry.idnos):
            self.by_identifier.setdefault((entry.kind, one), entry.ref)
        for form in entry.forms:
            refs = self.by_form.setdefault((entry.kind, form), [])
            if entry.ref not in refs:
                refs.append(entry.ref)

    def _match(self, record: Entry) -> str | None:
        """The reference of the entry that the record describes; None for a new one, "" if in doubt."""
        found = {self.by_identifier.get((record.kind, one), "") for one in public(record.idnos)} - {""}
        named = f"{record.kind}:{record.id}"
        meant = record.id and not record.markup and named in self.entries  # a table says itself whom it means
        if len(found | ({named} if meant else set())) > 1:
            refs = " and ".join(sorted(found | ({named} if meant else set())))
            message = f"By its identifiers it is {refs}."
            remedy = "It was passed over. If they are the same, merge them: rubricator authority merge."
            self._say(record, TWO_ENTRIES, message, remedy)
            return ""
        if found:
            return found.pop()
        if record.id and named in self.entries:
            known = self.entries[named]
            same = not record.markup or set(known.forms) & set(record.forms)
            if same and compatible(known, record):
                return named
            if not record.markup:
                message = f"{named} is another, by what the list says of it."
                remedy = "It was passed over; give it another id, or correct the one that is wrong."
                self._say(record, CONTRADICTION, message, remedy)
                return ""
        for ref in self.by_form.get((record.kind, record.names[0].form), ()):
            if says_nothing_new(self.entries[ref], record):
                return ref
        return None

    def _supplement(self, ref: str, record: Entry) -> None:
        found = supplement(self.entries[ref], record)
        for conflict in found.conflicts:
            self._say(record, CONTRADICTION, f"For {ref} it says: {conflict}.", "The entry stays as it is.")
        if not found.parts and not found.attributes:
            self.known += 1
            return
        self._keep(found.entry)
        if ref in self.new:
            self.new[ref].later += found.parts
            self.new[ref].entry = found.entry
            return
        self.parts.setdefault(ref, []).extend(found.parts)
        self.attributes.setdefault(ref, {}).update(found.attributes)

    def _existing(self) -> list[Source | None]:
        """The lists there are, with what their entries lacked and with new ones at their ends."""
        waiting = dict(self.new)
        made: list[Source | None] = []
        for file in self.files:
            splices: list[Splice] = []
            for ref, parts in self.parts.items():
                entry = self.entries[ref]
                index = file.ids.get(entry.id) if entry.file == file.document.source.name else None
                if index is None:
                    continue
                splices += file.supplemented(index, parts)
                splices += (file.with_attribute(index, *one) for one in self.attributes[ref].items())
            for kind in EntryKind:
                index = file.list_of(kind)
                mine = (
                    [ref for ref, new in waiting.items() if new.entry.kind is kind]
                    if index is not None
                    else []
                )
                if index is not None and mine:
                    splices.append(file.appended(index, [self._markup(waiting.pop(ref)) for ref in mine]))
            made.append(spliced(file.document, splices).source if splices else None)
        self._waiting = waiting
        return made

    def _fresh(self) -> list[Source]:
        """New lists for kinds that had none."""
        made: list[Source] = []
        for kind in EntryKind:
            mine = [new for new in self._waiting.values() if new.entry.kind is kind]
            if mine:
                file = ListFile.of(self.new_list(kind))
                index = file.list_of(kind)
                assert index is not None
                entries = [self._markup(new) for new in mine]
                made.append(spliced(file.document, [file.appended(index, entries)]).source)
        return made

    def _markup(self, new: New) -> str:
        def lost(name: str, pointer: str) -> None:
            message = f"@{name} of {new.entry.ref} leads to {pointer}, which is not taken in."
            self._say(new.record, POINTER, message, "The pointer was left out.")

        return new.markup(self.taken, self.renamed, lost)

    def _say(self, record: Entry, rule: Rule, message: str, remedy: str) -> None:
        called = f"“{record.label}”: {message}"
        self.findings.append(rule.broken(record.file, Place(record.line or 1, 1), called, remedy))
