"""The authority: all entries of an edition's lists, found by reference and by form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from rubricator.authority.entries import Entry, Organisation, Person, Place, Work
from rubricator.authority.identifiers import Identifier, former, from_address, public
from rubricator.authority.reading import read_list
from rubricator.authority.rules import TWICE
from rubricator.findings import Finding
from rubricator.findings import Place as Position
from rubricator.source import Source


@dataclass(frozen=True)
class Authority:
    """The entries of the lists in their order (of two with one id, the first) and what is wrong with them."""

    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def read(cls, paths: Iterable[Path]) -> Authority:
        """The authority of the TEI lists at *paths*; a directory stands for the XML files in it, by name.

        InputRefused if a list is missing, ill-formed or not TEI.
        """
        files: list[Path] = []
        for path in paths:
            files += sorted(path.glob("*.xml")) if path.is_dir() else [path]
        return cls.of(Source.read(path) for path in files)

    @classmethod
    def of(cls, sources: Iterable[Source]) -> Authority:
        """The authority of the TEI lists *sources*."""
        entries: dict[str, Entry] = {}
        findings: list[Finding] = []
        for source in sources:
            found, remarks = read_list(source)
            findings += remarks
            for entry in found:
                first = entries.setdefault(entry.ref, entry)
                if first is not entry:
                    findings.append(
                        TWICE.broken(
                            entry.file,
                            Position(entry.line or 1, 1),
                            f"{entry.ref} is described twice, first in {first.file}:{first.line}.",
                            "Merge the two, or give this one another id; until then the first counts.",
                        )
                    )
        return cls(tuple(entries.values()), tuple(findings))

    @property
    def persons(self) -> tuple[Person, ...]:
        """The persons, in the lists' order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Person))

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, in the lists' order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Place))

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations, in the lists' order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Organisation))

    @property
    def works(self) -> tuple[Work, ...]:
        """The works, in the lists' order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Work))

    @cached_property
    def by_ref(self) -> Mapping[str, Entry]:
        """The entries by reference (`person:trotsky`)."""
        return MappingProxyType({entry.ref: entry for entry in self.entries})

    @cached_property
    def by_form(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that have each form, exactly as written."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for form in entry.forms:
                found.setdefault(form, []).append(entry)
        return MappingProxyType({form: tuple(entries) for form, entries in found.items()})

    @cached_property
    def _by_id(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.id, []).append(entry)
        return MappingProxyType({identifier: tuple(entries) for identifier, entries in found.items()})

    @cached_property
    def by_address(self) -> Mapping[Identifier, Entry]:
        """The entries by what identifies them in public authority files, of two the first."""
        found: dict[Identifier, Entry] = {}
        for entry in self.entries:
            for one in public(entry.idnos):
                found.setdefault(one, entry)
        return MappingProxyType(found)

    @cached_property
    def by_former_ref(self) -> Mapping[str, Entry]:
        """The entries by the references that led to them before (`person:bronstein`)."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for identifier in former(entry.idnos):
                found.setdefault(f"{entry.kind}:{identifier}", entry)
        return MappingProxyType(found)

    def resolve(self, ref: str) -> Entry | None:
        """The one entry that *ref* names: `person:trotsky`, `persons.xml#trotsky`, `#trotsky`, an address.

        The address is that of a public authority file (`https://d-nb.info/gnd/118642979`). A reference that
        led to the entry before still does.
        """
        if ref in self.by_ref:
            return self.by_ref[ref]
        address = from_address(ref)
        if address is not None:
            return self.by_address.get(address)
        if "#" not in ref:
            return self.by_former_ref.get(ref)
        file, _, identifier = ref.rpartition("#")
        found = self._by_id.get(identifier, ())
        if file and len(found) > 1:
            found = tuple(entry for entry in found if Path(entry.file).name == Path(file).name)
        return found[0] if len(found) == 1 else None

    def at(self, path: Path, identifier: str) -> Entry | None:
        """The entry with that id, or that had it before, in the file at *path*."""
        return self._by_place.get((path, identifier))

    @cached_property
    def _by_place(self) -> Mapping[tuple[Path, str], Entry]:
        places = {file: Path(file).resolve() for file in {entry.file for entry in self.entries}}
        found = {
            (places[entry.file], identifier): entry
            for entry in self.entries
            for identifier in former(entry.idnos)
        }
        found |= {(places[entry.file], entry.id): entry for entry in self.entries}
        return MappingProxyType(found)

    def wholes(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that *entry* is part of, as far as the lists have them."""
        ids = (pointer.rpartition("#" if "#" in pointer else ":")[2] for pointer in entry.part_of)
        found = (self.by_ref.get(f"{entry.kind}:{identifier}") for identifier in ids)
        return tuple(one for one in found if one is not None)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all entries: what caches that depend on the authority are kept by."""
        return sha256("\n".join(f"{entry.ref} {entry.markup}" for entry in self.entries).encode()).hexdigest()
