"""The settings of an edition: `[tool.rubricator]` in pyproject.toml, or a rubricator.toml of its own."""

from __future__ import annotations

import difflib
import re
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from rubricator.errors import SettingsError
from rubricator.files import read_bytes

FILE = "rubricator.toml"
PYPROJECT = "pyproject.toml"


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


def find(start: Path) -> Path | None:
    """The settings file that governs *start*: in it or the nearest directory above."""
    for directory in (start.resolve(), *start.resolve().parents):
        own = directory / FILE
        if own.is_file():
            return own
        project = directory / PYPROJECT
        if project.is_file() and _table(project) is not None:
            return project
    return None


def read(path: Path) -> Settings:
    """The settings in the file at *path*; SettingsError names what is wrong in it."""
    table = _table(path)
    return of(table or {}, str(path))


def of(table: Mapping[str, Any], where: str) -> Settings:
    """The settings that a table holds; SettingsError for unknown names and wrong types."""
    made = _build(Settings, table, where, "")
    assert isinstance(made, Settings)
    if made.isbn and not _is_isbn(made.isbn):
        raise SettingsError(
            f"isbn is {made.isbn!r}, which is no ISBN: its digits do not add up.",
            where=where,
            remedy="Compare it with the one you were given.",
        )
    return made


def _is_isbn(written: str) -> bool:
    """Whether the check digit of an ISBN of ten or thirteen digits is right (ISO 2108)."""
    digits = written.upper().replace("-", "").replace(" ", "")
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(digit) * (1, 3)[n % 2] for n, digit in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return (
            sum((10 - n) * (10 if digit == "X" else int(digit)) for n, digit in enumerate(digits)) % 11 == 0
        )
    return False


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(read_bytes(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"This is not TOML: {error}.", where=str(path), remedy="Correct it there."
        ) from error
    if path.name != PYPROJECT:
        return content
    tool = content.get("tool", {})
    found = tool.get("rubricator") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _build(kind: type[Any], table: Mapping[str, Any], where: str, path: str) -> Any:
    if not isinstance(table, Mapping):
        raise SettingsError(
            f"{path} should be a table.", where=where, remedy=f"Write [{path}] above its keys."
        )
    known = {item.name: item for item in fields(kind)}
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        inner = f"{path}.{key}" if path else key
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known here: {', '.join(known)}."
            raise SettingsError(f"There is no setting {inner!r}.", where=where, remedy=remedy)
        values[name] = _value(hints[name], value, where, inner)
    return kind(**values)


def _value(hint: Any, value: Any, where: str, path: str) -> Any:
    origin = typing.get_origin(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _build(hint, value, where, path)
    if origin is tuple and isinstance(value, list):
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, item, where, f"{path}[{i}]") for i, item in enumerate(value, 1))
    if origin is Mapping:
        inner = typing.get_args(hint)[1]
        if isinstance(value, dict):
            return types.MappingProxyType(
                {key: _value(inner, item, where, f"{path}.{key}") for key, item in value.items()}
            )
    if origin is Literal and value in typing.get_args(hint):
        return value
    if isinstance(hint, type) and isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    if hint is str and isinstance(value, date):
        return value.isoformat()
    raise SettingsError(
        f"{path} is {value!r}, which is not {_wanted(hint)}.", where=where, remedy="Correct it there."
    )


def _wanted(hint: Any) -> str:
    if typing.get_origin(hint) is Literal:
        return f"one of {', '.join(map(repr, typing.get_args(hint)))}"
    names = {str: "a string", int: "a whole number", bool: "true or false"}
    if hint in names:
        return names[hint]
    return "a list" if typing.get_origin(hint) is tuple else "a table"
