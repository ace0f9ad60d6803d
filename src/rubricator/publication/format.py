"""A format: a kind of publication, and what it makes of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from inspect import signature
from typing import TYPE_CHECKING

from rubricator import plugins
from rubricator.document import Document
from rubricator.errors import SettingsError
from rubricator.findings import Finding
from rubricator.publication.metadata import Supplied
from rubricator.settings import Page
from rubricator.tei import Reading

if TYPE_CHECKING:
    from rubricator.guest import Guest


class Shape(StrEnum):
    """How a plain text is laid out."""

    READING = "reading"
    """In paragraphs, wrapped, with notes and all."""
    DIPLOMATIC = "diplomatic"
    """With the lines and pages of the source."""
    PARAGRAPHS = "paragraphs"
    """The main text alone, a paragraph a line, for programs that count words."""


@dataclass(frozen=True)
class Cover:
    """An image for a book's cover: its bytes, its media type, and what it shows in words."""

    data: bytes
    media_type: str
    alt: str


@dataclass(frozen=True)
class Image:
    """An image of the text: the name of its file in what is published, its bytes, its media type."""

    name: str
    data: bytes
    media_type: str


@dataclass(frozen=True)
class Publication:
    """What is set for everything that is published; plain values, no paths."""

    supplied: Supplied = field(default_factory=Supplied)
    readings: tuple[Reading, ...] = (Reading.EDITED, Reading.DIPLOMATIC)
    """The readings to publish; where a format shows one at a time, the first is shown first."""
    edition: str = ""
    """The name of the edition that the document belongs to."""
    language: str = "en"
    """The language of headings and labels."""
    wording: Mapping[str, str] = field(default_factory=dict)
    """Headings and labels that replace ours, by key."""
    css: str = ""
    """Style that is added to ours."""
    page: Page = field(default_factory=Page)
    """What the page shows besides the text."""
    wrap: int = 72
    """Columns of the plain text; 0 leaves paragraphs on one line."""
    shapes: tuple[Shape, ...] = ()
    """The plain texts to make; without any, one for each reading."""
    cover: Cover | None = None
    store: bool = False
    """Whether the entries of a book are stored without compression."""


@dataclass(frozen=True, eq=False)
class Context:
    """A document to be published: *name* is its file's stem, *authority* its entries' markup by reference.

    It is the same only as itself: what its formats share is made once.
    """

    document: Document
    name: str
    authority: Mapping[str, str] = field(default_factory=dict)
    publication: Publication = field(default_factory=Publication)
    images: Mapping[str, Image] = field(default_factory=dict)
    """The images that may be shown, by the address that the document gives; others are only named."""
    errors: int = 0
    """How many errors it is published in spite of; the publications say so."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Where other documents that it refers to are found beside its page, by the address that it gives."""
    downloads: Mapping[str, str] = field(default_factory=dict)
    """The files that a reader may take along, published beside the page, each with its format."""
    together: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each format, those that are made of it by the same rules, itself among them."""


@dataclass(frozen=True)
class File:
    """A published file: what is added to the document's name, and the bytes."""

    suffix: str
    data: bytes


@dataclass(frozen=True)
class Published:
    """What a format made: files, what there is to say of them, and how many words they carry.

    Where a finding is an error, the files are not fit to be written.
    """

    files: tuple[File, ...]
    findings: tuple[Finding, ...] = ()
    words: int = 0


@dataclass(frozen=True)
class Format:
    """A kind of publication: its name on the command line, what it is in words, and how it is made."""

    name: str
    label: str
    publish: Callable[[Context], Published]
    guest: Guest | None = None
    """Whose rules stand over ours."""
    suffixes: Callable[[Publication], tuple[str, ...]] = lambda publication: ()
    """What it adds to a document's name for the files that a reader may take along."""
    prepare: Callable[[], object] = lambda: None
    """What is done once where many documents will be published, and would be lost on one."""


def formats(
    names: tuple[str, ...], guests: Mapping[str, Guest] | None = None, *, alone: bool = False
) -> tuple[Format, ...]:
    """The formats of those names, their rules compiled; SettingsError for one that nobody provides.

    *alone* says that one document only will be published: the rules are compiled with it, as far as it needs.
    """
    guests = guests or {}
    factories = {name: plugins.load(plugins.FORMATS, name) for name in (*names, *guests)}
    made = tuple(_made(name, factories[name], guests.get(name)) for name in names)
    for one in () if alone else made:
        one.prepare()
    return made


def _made(name: str, factory: Callable[..., Format], guest: Guest | None) -> Format:
    if guest is None:
        return factory()
    if not signature(factory).parameters:
        raise SettingsError(
            f"The format {name!r} takes no stylesheet.", remedy="Remove it from publish.xslt."
        )
    return factory(guest)
