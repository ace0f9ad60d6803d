"""What a publication says of itself (JSON-LD, Dublin Core, EPUB), from header and settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid5

from lxml import etree

from rubricator.publication import dates, header
from rubricator.publication.header import Journal
from rubricator.publication.identifiers import NAMESPACE, Identifier, identifiers
from rubricator.publication.names import Contributor
from rubricator.tei import Reading

_SINGULAR = {
    "subtitles": "subtitle",
    "other_titles": "other-title",
    "creators": "creator",
    "contributors": "contributor",
    "identifiers": "identifier",
    "subjects": "subject",
    "sources": "source",
}


@dataclass(frozen=True)
class Supplied:
    """What the settings say of a publication, over or besides its header."""

    publisher: str = ""
    isbn: str = ""
    series: str = ""
    series_position: str = ""
    rights: str = ""
    subjects: tuple[str, ...] = ()
    description: str = ""
    conforms_to: str = ""
    """What a person who has checked the book claims: `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`, say."""
    certified_by: str = ""
    """The person."""
    source_date_epoch: int | None = None


@dataclass(frozen=True)
class Metadata:
    """A publication's description of itself; what is not known is empty."""

    title: str
    subtitles: tuple[str, ...]
    language: str
    creators: tuple[Contributor, ...]
    contributors: tuple[Contributor, ...]
    publisher: str
    date: str
    """When this was published, ISO 8601."""
    created: str
    """When the text was written, ISO 8601."""
    modified: datetime
    identifiers: tuple[Identifier, ...]
    """At least one; the publication is told apart by the first."""
    licence: str
    """The licence's address."""
    rights: str
    subjects: tuple[str, ...]
    series: str
    series_position: str
    isbn: str
    description: str
    sources: tuple[str, ...]
    """What was transcribed, as bibliographic references."""
    conforms_to: str
    certified_by: str = ""
    place: str = ""
    """Where this was published."""
    edition_statement: str = ""
    """Which edition this is, in the header's words."""
    journal: Journal | None = None
    """What this is an article of."""
    other_titles: tuple[str, ...] = ()
    """What it is called besides: in translation, or by others."""
    begun: str = ""
    """When the text began to be written, if that took years."""

    @classmethod
    def of(cls, root: etree._Element, name: str, supplied: Supplied | None = None) -> Metadata:
        """The metadata of the TEI document under *root*; *name* stands in for a missing title."""
        supplied = supplied or Supplied()
        titles = header.titles(root)
        title, *subtitles = titles or (name,)
        creators = header.creators(root)
        names = [creator.name for creator in creators]
        series, series_position = header.series(root)
        return cls(
            title=title,
            subtitles=tuple(subtitles),
            language=header.language(root),
            creators=creators,
            contributors=tuple(one for one in header.contributors(root) if one.name not in names),
            publisher=supplied.publisher or header.publisher(root),
            date=dates.published(root),
            begun=dates.begun(root),
            created=dates.created(root),
            modified=dates.modified(root, supplied.source_date_epoch),
            identifiers=identifiers(root, (*titles, *names), supplied.isbn),
            licence=header.licence(root),
            rights=supplied.rights or header.rights(root),
            subjects=tuple(dict.fromkeys((*supplied.subjects, *header.subjects(root)))),
            series=supplied.series or series,
            series_position=supplied.series_position or ("" if supplied.series else series_position),
            isbn=supplied.isbn,
            description=supplied.description or header.description(root),
            sources=header.sources(root),
            conforms_to=supplied.conforms_to,
            certified_by=supplied.certified_by,
            place=header.place(root),
            edition_statement=header.edition(root),
            journal=header.journal(root),
            other_titles=tuple(one for one in header.other_titles(root) if one != title),
        )

    def as_xml(self) -> etree._Element:
        """The same for stylesheets: `metadata` with an element for each value that is known."""
        root = etree.Element("metadata")
        for name, value in vars(self).items():
            for one in value if isinstance(value, tuple) else (value,):
                if not one:
                    continue
                element = etree.SubElement(root, _SINGULAR.get(name, name.replace("_", "-")))
                element.text = _words(one)
                if isinstance(one, Contributor):
                    facts = {"relator": one.relator, "role": one.role, "ref": one.reference}
                    element.attrib.update({key: fact for key, fact in facts.items() if fact})
                elif isinstance(one, Identifier):
                    element.set("scheme", one.scheme)
        return root


def variant(metadata: Metadata, reading: Reading, label: str) -> Metadata:
    """The metadata of a second book of the same document: it says so, and has an identifier of its own."""
    known = metadata.identifiers[0].uri
    own = Identifier("UUID", f"urn:uuid:{uuid5(NAMESPACE, f'{known} {reading.value}')}")
    return replace(metadata, identifiers=(own,), isbn="", subtitles=(*metadata.subtitles, label))


def _words(value: object) -> str:
    match value:
        case Contributor():
            return value.name
        case Identifier():
            return value.uri
        case datetime():
            return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return str(value)
