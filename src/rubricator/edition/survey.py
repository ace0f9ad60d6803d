"""How the authority lists stand to the documents: who is mentioned where, and which names lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from rubricator import tei
from rubricator.annotation import RUBRICATOR, Span
from rubricator.annotators.learning.remembering import words_of
from rubricator.authority import Authority, Entry, EntryKind
from rubricator.authority.identifiers import public
from rubricator.authority.likeness import Pair, alike
from rubricator.authority.links import Links
from rubricator.document import Document
from rubricator.edition.layout import Edition
from rubricator.source import Source

NAMES = {
    "persName": EntryKind.PERSON,
    "placeName": EntryKind.PLACE,
    "geogName": EntryKind.PLACE,
    "orgName": EntryKind.ORG,
}
_KINDS_OF_NAME = {"person": EntryKind.PERSON, "place": EntryKind.PLACE, "org": EntryKind.ORG}
_AROUND = 60  # characters on either side, of which the nearest words are shown


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a document's text: where, in which words, and to which entry it leads (`ref`, else nothing).

    *pending* says that the program marked it and nobody has decided about it yet.
    """

    document: str
    line: int
    column: int
    words: str
    before: str
    after: str
    kind: EntryKind
    ref: str = ""
    pending: bool = False

    @property
    def place(self) -> str:
        """As one may name it: `letter-3:41:7`."""
        return f"{self.document}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Unlinked:
    """The mentions of one form that lead nowhere."""

    form: str
    kind: EntryKind
    mentions: tuple[Mention, ...]

    @property
    def confirmed(self) -> int:
        """How many of them a person let stand."""
        return sum(not mention.pending for mention in self.mentions)


@dataclass(frozen=True)
class Survey:
    """The entries, and the mentions of them and of others; *referred* counts every pointer to an entry."""

    authority: Authority
    mentions: tuple[Mention, ...]
    referred: dict[str, int]

    def of(self, entry: Entry) -> tuple[Mention, ...]:
        """The mentions of an entry."""
        return tuple(mention for mention in self.mentions if mention.ref == entry.ref)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often each entry is mentioned in the texts."""
        counts: dict[str, int] = {}
        for mention in self.mentions:
            if mention.ref:
                counts[mention.ref] = counts.get(mention.ref, 0) + 1
        return counts

    @cached_property
    def unlinked(self) -> tuple[Unlinked, ...]:
        """The forms that lead nowhere, most frequent first."""
        groups: dict[tuple[EntryKind, str], list[Mention]] = {}
        for mention in self.mentions:
            if not mention.ref:
                groups.setdefault((mention.kind, mention.words), []).append(mention)
        found = [Unlinked(form, kind, tuple(mentions)) for (kind, form), mentions in groups.items()]
        return tuple(sorted(found, key=lambda one: (-len(one.mentions), one.form, one.kind)))

    @cached_property
    def unused(self) -> tuple[Entry, ...]:
        """The entries to which no document points, nor any entry that it points to, as part of them."""
        needed: set[str] = set()
        asked = [entry for entry in self.authority.entries if self.referred.get(entry.ref)]
        while asked:
            entry = asked.pop()
            if entry.ref not in needed:
                needed.add(entry.ref)
                asked += self.authority.wholes(entry)
        return tuple(entry for entry in self.authority.entries if entry.ref not in needed)

    @cached_property
    def unidentified(self) -> tuple[Entry, ...]:
        """The entries that no public authority file is known to have, the most mentioned first."""
        bare = [entry for entry in self.authority.entries if not public(entry.idnos)]
        return tuple(sorted(bare, key=lambda entry: -self.counts.get(entry.ref, 0)))

    @cached_property
    def alike(self) -> tuple[Pair, ...]:
        """The entries that may be one."""
        return tuple(alike(self.authority.entries))


def survey(edition: Edition, watch: Callable[[str], None] = lambda name: None) -> Survey:
    """What the edition's documents say of its lists."""
    authority = edition.knowledge.authority
    mentions: list[Mention] = []
    referred: dict[str, int] = {}
    for path in edition.documents:
        watch(path.stem)
        document = Document.of(Source.read(path))
        for reference in Links(authority, document, path).references():
            referred[reference.entry.ref] = referred.get(reference.entry.ref, 0) + 1
        mentions += (mention for _, mention in mentions_in(document, path, authority))
    return Survey(authority, tuple(mentions), referred)


def mentions_in(document: Document, path: Path, authority: Authority) -> Iterator[tuple[int, Mention]]:
    """The mentions in the text of the document at *path*, each with the number of its element."""
    refs: dict[int, list[str]] = {}
    for reference in Links(authority, document, path).references():
        if reference.attribute in ("ref", "key"):
            refs.setdefault(reference.element, []).append(reference.entry.ref)
    text, name = document.text, path.stem
    for index, element in enumerate(document.elements):
        kind = _kind(element.name, element.node.get("type") or "")
        linked = element.name in ("rs", "title", "name") and index in refs
        if (kind is None and not linked) or not element.counted or not tei.is_tei(element.node):
            continue
        if element.span is None or (index not in refs and _points_elsewhere(element.node)):
            continue
        span = element.span
        place = document.source.place(element.open_start)
        pending = RUBRICATOR in (element.node.get("resp") or "").split()
        written, around = words_of(text[span.start : span.end]), _around(text, span)
        for ref in dict.fromkeys(refs.get(index, [""])):
            meant = kind or EntryKind(ref.partition(":")[0])
            yield index, Mention(name, place.line, place.column, written, *around, meant, ref, pending)


def _kind(name: str, type: str) -> EntryKind | None:
    return NAMES.get(name) or (_KINDS_OF_NAME.get(type) if name == "name" else None)


def _points_elsewhere(element: etree._Element) -> bool:
    """Whether the name leads somewhere that is no entry of the lists."""
    return bool(element.get("ref") or element.get("key"))


def _around(text: str, span: Span) -> tuple[str, str]:
    before = " ".join(text[max(0, span.start - _AROUND) : span.start].split(" ")[-4:])
    after = " ".join(text[span.end : span.end + _AROUND].split(" ")[:4])
    return before.replace("\n", " "), after.replace("\n", " ")
