"""What only shows in the files of an edition taken together: ids given twice, entries that nobody names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from rubricator import tei
from rubricator.authority import prefixes
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Severity
from rubricator.source import Source
from rubricator.validation.exceptions import exemptions
from rubricator.validation.places import Places
from rubricator.validation.pointers import ATTRIBUTES
from rubricator.validation.rules import Rule

TWICE = Rule(
    "ids.edition",
    Severity.WARNING,
    "The id of a document, and that of an entry of an authority list, is its name in the whole "
    "edition: pages, indexes "
    "and other editions refer to it.",
    wrong='persons.xml: <person xml:id="smith"/>, more-persons.xml: <person xml:id="smith"/>',
    right='persons.xml: <person xml:id="smith"/>, more-persons.xml: <person xml:id="smith-a"/>',
)
UNUSED = Rule(
    "authority.unused",
    Severity.NOTE,
    "An entry of an authority list that no document of the edition points to: its name may stand "
    "there unmarked, or "
    "the entry is not needed.",
    wrong='<person xml:id="lenin"/> … and no ref="person:lenin" anywhere',
    right='<person xml:id="lenin"/> … and <persName ref="person:lenin">Lenin</persName>',
)
UNLINKED = Rule(
    "authority.unlinked",
    Severity.NOTE,
    "An entry says who is meant to all the world only if it names the same person or place in a "
    "public authority file "
    "(GND, VIAF, Wikidata, GeoNames).",
    wrong='<person xml:id="lenin"><persName>Lenin</persName></person>',
    right='<person xml:id="lenin"><persName>Lenin</persName><idno type="GND">118640402</idno></person>',
)
RULES = (TWICE, UNUSED, UNLINKED)

_AUTHORITY = "/*[not(tei:text//tei:p[not(ancestor::*[starts-with(local-name(), 'list')])])]"
"""A file of lists: it has no paragraphs of a text."""
_ENTRIES = " | ".join(
    f"{_AUTHORITY}//tei:list{kind}/tei:{entry}[not(ancestor::tei:teiHeader)]"
    for kind, entry in (
        ("Person", "person"),
        ("Person", "personGrp"),
        ("Place", "place"),
        ("Org", "org"),
        ("Bibl", "bibl"),
    )
)
_IDENTIFIED = ".//tei:idno | .//@sameAs | .//tei:ptr | .//tei:ref | @corresp | @source"
_SHOWN = 5
_EACH = 20
"""Entries without need that are told one by one; of more, that there are so many."""


@dataclass(frozen=True)
class _File:
    path: Path
    document: Document

    @cached_property
    def entries(self) -> dict[str, etree._Element]:
        """The entries of authority lists in it, by id."""
        found = tei.elements(_ENTRIES, self.document.root)
        return {str(entry.get(tei.XML_ID)): entry for entry in found if entry.get(tei.XML_ID)}

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(map(str, tei.select("//@xml:id", self.document.root)))

    def leads(self) -> Iterator[tuple[Path, str]]:
        """Where its pointers lead: files, and ids in them."""
        declared = prefixes.declared(self.document.root)
        for element in self.document.root.iter(f"{{{tei.TEI}}}*"):
            for name, value in element.attrib.items():
                if name not in ATTRIBUTES:
                    continue
                for pointer in str(value).split():
                    scheme, colon, rest = pointer.partition(":")
                    known = declared.get(scheme) if colon else None
                    address = known.address(rest) if known and known.pattern else pointer
                    file, _, ident = (address or "").partition("#")
                    if ident and "://" not in file:
                        yield self.path.parent / unquote(file) if file else self.path, ident


def check(paths: Iterable[Path]) -> Iterator[Finding]:
    """What there is to say of the files together; those that cannot be read are passed over here."""
    files = tuple(_readable(paths))
    made = {file.document.source.name: exemptions(file.document) for file in files}
    for finding in (*_twice(files), *_unused(files)):
        if not any(exemption.covers(finding) for exemption in made[finding.file]):
            yield finding


def unlinked(document: Document) -> Iterator[Finding]:
    """The lists of an authority file with entries that name no public authority."""
    lists: dict[etree._Element | None, list[etree._Element]] = {}
    for entry in tei.elements(_ENTRIES, document.root):
        lists.setdefault(entry.getparent(), []).append(entry)
    places = Places(document)
    for entries in lists.values():
        bare = [entry for entry in entries if not tei.select(_IDENTIFIED, entry)]
        if bare:
            names = [str(entry.get(tei.XML_ID)) for entry in bare if entry.get(tei.XML_ID)]
            shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
            yield UNLINKED.broken(
                document.source,
                places.of(bare[0]),
                f"{_of_all(len(bare), len(entries))} public authority: {shown}.",
                "Add an idno to each that has one.",
            )


def _of_all(some: int, count: int) -> str:
    if some == count:
        return "The only entry names no" if count == 1 else f"None of the {count} entries names a"
    return f"{some} of the {count} entries {'names' if some == 1 else 'name'} no"


def _readable(paths: Iterable[Path]) -> Iterator[_File]:
    for path in paths:
        try:
            yield _File(path, Document.of(Source.read(path)))
        except InputRefused:
            continue  # said where the file itself is judged


def _twice(files: tuple[_File, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, str], Path] = {}
    for file in files:
        root = file.document.root
        named = [("TEI", str(root.get(tei.XML_ID)), root)] if root.get(tei.XML_ID) else []
        named += [(tei.local_name(entry), ident, entry) for ident, entry in file.entries.items()]
        places = Places(file.document)
        for kind, ident, element in named:
            other = first.setdefault((kind, ident), file.path)
            if other != file.path:
                yield TWICE.broken(
                    file.document.source,
                    places.of(element, "xml:id"),
                    f"The xml:id {ident} is already that of a {kind} in {other.name}.",
                    "Give this one an id of its own.",
                )


def _unused(files: tuple[_File, ...]) -> Iterator[Finding]:
    listing = [file for file in files if file.entries]
    if not listing or len(listing) == len(files):
        return  # lists alone: who uses them is not known here
    leads = [(file, path, ident) for file in files for path, ident in file.leads()]
    used = {(path.resolve(), ident) for _, path, ident in leads}
    alone = {ident for file, path, ident in leads if path == file.path and ident not in file.ids}
    for file in listing:
        places = Places(file.document)
        # A #id that is not in its own file means an entry: pointers.local says how it is written.
        unused = [
            ident for ident in file.entries if (file.path.resolve(), ident) not in used and ident not in alone
        ]
        if len(unused) > _EACH:
            yield UNUSED.broken(
                file.document.source,
                places.of(file.entries[unused[0]], "xml:id"),
                f"Of {len(file.entries):,} entries {len(unused):,} are named in no document of the edition: "
                f"{', '.join(unused[:_SHOWN])}, ….",
                "Mark the places where they are named, or remove what is not needed.",
            )
            continue
        for ident in sorted(unused):
            yield UNUSED.broken(
                file.document.source,
                places.of(file.entries[ident], "xml:id"),
                f"No document of the edition points to {ident}.",
                "Mark the places where it is named, or remove the entry.",
            )
