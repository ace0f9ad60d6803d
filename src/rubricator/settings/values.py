"""Everything that can be set, with the values that hold unless an edition sets others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Editor:
    """A person or group who answers for the edition; *id* is what `@resp` points to."""

    id: str = "editors"
    name: str = "The editors"
    resp: str = "Review of the markup and corrections"


@dataclass(frozen=True, slots=True)
class Cover:
    """An image for the book's cover, relative to the edition, with what it shows in words."""

    image: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the parts of an edition are, relative to its directory."""

    transcriptions: str = "tei/transcriptions"
    documents: str = "tei"
    authority: str = "tei/authority"
    review: str = "tei/review"
    words: str = "tei/authority/words.txt"
    witnesses: str = "tei/witnesses"
    learnt: str = "tei/learnt"
    output: str = "output"


@dataclass(frozen=True, slots=True)
class NamePolicy:
    """What counts as a name, and where it begins and ends; as in the examples of the TEI Guidelines."""

    titles_inside: bool = True
    """Whether forms of address and offices belong to the name: `<persName>Mr. Haydon</persName>`."""
    possessive_inside: bool = False
    """Whether the possessive ending belongs to the name: `<persName>Burke's</persName> works`."""
    article_inside: bool = True
    """Whether the article belongs to a string that stands for a person: `<rs>the Mikado</rs>`."""
    factions: bool = True
    """Whether the adherents of an organisation, taken together, name it: `<orgName>Nazis</orgName>`."""
    place_article_inside: bool = True
    """Whether the article of a listed place (The Hague) belongs to it also where it is small."""
    adjectives: bool = False
    """Whether adjectives and -isms name whom they are made of: `<persName>Stalinist</persName>`."""
    pairs: Literal["each", "together", "last"] = "each"
    """What is marked of “Mr. and Mrs. Smith”: each of the two, both in one name, or the last alone."""
    unlisted: bool = True
    """Whether names that are in no authority list are suggested too (in English texts)."""
    models: Mapping[str, str] = field(default_factory=dict)
    """Models of the user's own: by the recogniser (`spacy`, `gliner`), a path in the edition or a package."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What labels of these models mean, where that is not plain: `MISC = "orgName"`; empty for nothing."""
    model_cert: Literal["high", "medium", "low"] = "medium"
    """How sure these models are taken to be."""


@dataclass(frozen=True, slots=True)
class DatePolicy:
    """How dates are normalised where editions differ."""

    between_is_range: bool = False
    """Whether "between 1905 and 1907" lasts from the one to the other; else it is some time then."""


@dataclass(frozen=True, slots=True)
class ErrorPolicy:
    """How the texts came to be, and so which errors are likely in them."""

    profile: str = "print"
    """Any text; or `ocr` (a machine has read it), `keying` (it was typed), `manuscript` (a hand wrote it)."""


@dataclass(frozen=True, slots=True)
class AbbreviationPolicy:
    """Which abbreviations are expanded."""

    lists: tuple[str, ...] = ("general", "commercial", "official")
    """Of `general` (viz., &c.), `commercial` (inst., do.), `official` (Govt., Esq.), `titles` (Mr., Dr.) and
    `manuscript` (ye, wch); the last is added where the profile of errors is that."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The edition's own: each abbreviation as it is written, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Annotating:
    """Which annotators run, and which markup a house does not want."""

    annotators: tuple[str, ...] = ("names", "dates", "errors", "foreign", "works", "initials")
    """`abbreviations` is another of ours, which writes out what a text shortens."""
    leave_out: tuple[str, ...] = ()
    """Kinds (`placeName`) or rules (`dates.relative`) that are never suggested."""
    learning: bool = True
    """Whether what editors decided weighs what is suggested next."""
    names: NamePolicy = NamePolicy()
    dates: DatePolicy = DatePolicy()
    errors: ErrorPolicy = ErrorPolicy()
    abbreviations: AbbreviationPolicy = field(default_factory=AbbreviationPolicy)


@dataclass(frozen=True, slots=True)
class Collating:
    """In what two witnesses may differ without its being said."""

    ignore: tuple[str, ...] = ("spaces", "quotes", "dashes", "case", "ligatures", "spelling")
    """Of these, and of accents, hyphens (to-day), punctuation, division (any body)."""


@dataclass(frozen=True, slots=True)
class Validating:
    """What documents are held to, and the rules that are switched off."""

    schema: str = ""
    """That of documents that name none, by path in the edition or by an address that was added."""
    rules: tuple[str, ...] = ()
    """Schematron of the edition's own, which every document must keep besides."""
    catalog: str = ""
    """An OASIS catalog that says where schemas are; a catalog.xml beside a document is read in any case."""
    off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What a person claims who has checked the books (EPUB Accessibility 1.1); nothing is claimed unasked."""

    conforms_to: str = ""
    """`EPUB Accessibility 1.1 - WCAG 2.2 Level AA`, say."""
    certified_by: str = ""
    """Who has checked them, and answers for the claim."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown on the page besides the text; what there is too little of is left out in any case."""

    search: bool = True
    """Search within the text, where scripts run."""
    display: bool = True
    """Colours, size, length of lines and place of notes, chosen by the reader, where scripts run."""
    downloads: bool = True
    citations: bool = True
    map: bool = True
    timeline: bool = True
    chart: bool = True
    """Who is mentioned where."""


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is published, and how it looks."""

    formats: tuple[str, ...] = ("html", "text", "epub")
    readings: tuple[str, ...] = ("edited", "diplomatic")
    wrap: int = 72
    """Columns of the plain text; 0 leaves paragraphs on one line."""
    shapes: tuple[str, ...] = ()
    """The plain texts to make: reading, diplomatic, paragraphs; without any, one for each reading."""
    css: str = ""
    xslt: Mapping[str, str] = field(default_factory=dict)
    """A user's own stylesheet for each format, relative to the edition."""
    xslt_seconds: int = 60
    xslt_megabytes: int = 1024
    store: bool = False
    """Whether EPUB entries are stored without compression, so that the file is the same everywhere."""
    wording: Mapping[str, str] = field(default_factory=dict)
    """Headings and labels that replace ours."""
    accessibility: Accessibility = Accessibility()
    page: Page = Page()


@dataclass(frozen=True, slots=True)
class DocumentSettings:
    """What is set for one document: fields of its header, by name."""

    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; what is not set has the value shown here."""

    title: str = ""
    language: str = "en"
    publisher: str = ""
    date: str = ""
    """When this edition was made (ISO 8601); nothing reads the clock."""
    isbn: str = ""
    series: str = ""
    rights: str = ""
    subjects: tuple[str, ...] = ()
    editors: tuple[Editor, ...] = (Editor(),)
    cover: Cover = Cover()
    paths: Paths = Paths()
    annotate: Annotating = Annotating()
    collate: Collating = Collating()
    validate: Validating = Validating()
    publish: Publishing = Publishing()
    fields: Mapping[str, str] = field(default_factory=dict)
    """Header fields supplied to, or overriding those of, every transcription."""
    documents: Mapping[str, DocumentSettings] = field(default_factory=dict)

    def fields_of(self, document: str) -> dict[str, str]:
        """The header fields set for the document of that name, its own over the edition's."""
        own = self.documents.get(document, DocumentSettings()).fields
        return {**self.fields, **own}
