"""The book: a document as an EPUB 3.3 publication, one for each reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from rubricator import resources
from rubricator.files import read_bytes
from rubricator.findings import Finding
from rubricator.publication import words
from rubricator.publication.epub.binding import Page, bind
from rubricator.publication.epub.container import pack
from rubricator.publication.epub.cover import cover_name
from rubricator.publication.epub.drawn import drawn_cover
from rubricator.publication.epub.gathering import IMAGES, in_sections
from rubricator.publication.epub.navigation import contents as entries_of
from rubricator.publication.epub.navigation import navigation, page_of
from rubricator.publication.epub.ncx import ncx
from rubricator.publication.epub.package import package
from rubricator.publication.epub.paging import in_pages, inventory
from rubricator.publication.format import Context, File, Format, Publication, Published
from rubricator.publication.metadata import Metadata
from rubricator.publication.ours import all_rules, rules
from rubricator.publication.parts import Parts
from rubricator.publication.proof import prove, unknown_elements
from rubricator.publication.rules import LINK, REPORT, TWICE
from rubricator.publication.setting import Setting, in_reading, metadata_of
from rubricator.publication.xhtml import DECLARATION, ids, targets, written
from rubricator.stylesheet import Rules
from rubricator.tei import Reading

if TYPE_CHECKING:
    from rubricator.guest import Guest

NAME = "epub"


def factory(guest: Guest | None = None) -> Format:
    """The format `epub`, the rules compiled, a guest's over ours."""
    stylesheet = rules(guest)
    return Format(
        NAME,
        "a book (EPUB 3.3)",
        lambda context: publish(context, stylesheet),
        guest,
        suffixes,
        all_rules(guest),
    )


def publish(context: Context, stylesheet: Rules) -> Published:
    """The books of *context*, one for each reading, with whatever is wrong with them."""
    parts = Parts.of(context)
    readings = context.publication.readings
    files: list[File] = []
    findings: list[Finding] = []
    for reading in readings:
        made = in_reading(context, stylesheet, NAME, reading)
        book, wrong = _book(context, parts, reading, made)
        files.append(File(_suffix(reading, readings[0]), book))
        findings += wrong
    counted = max(parts.words(reading).count() for reading in readings)
    return Published(tuple(files), tuple(dict.fromkeys(findings)), counted)


def _book(context: Context, parts: Parts, reading: Reading, made: Setting) -> tuple[bytes, list[Finding]]:
    """The book in *reading*, with whatever is wrong; its trees are gone before the next one's come."""
    name = context.document.source.name
    metadata = metadata_of(context, parts, reading)
    entries, pages = contents(context, parts, metadata, reading, made)
    findings = [
        *unknown_elements(made.messages, name),
        *broken_links({page.name: page.root for page in pages}, name),
    ]
    streams = words.of_xhtml((page.root for page in pages if page.kind), reading)
    findings += prove(parts, streams, reading, name, "epub")
    packed = {f"EPUB/{name}": data for name, data in entries.items()}
    return pack(packed, metadata.modified, store=context.publication.store), findings


def suffixes(publication: Publication) -> tuple[str, ...]:
    """The endings of the books of *publication*, one for each reading."""
    return tuple(_suffix(reading, publication.readings[0]) for reading in publication.readings)


def _suffix(reading: Reading, first: Reading) -> str:
    return ".epub" if reading is first else f".{reading.value}.epub"


def contents(
    context: Context, parts: Parts, metadata: Metadata, reading: Reading, made: Setting
) -> tuple[dict[str, bytes], list[Page]]:
    """The files of the book in *reading*, by name; its pages in order."""
    cover = context.publication.cover
    book = made.parts
    word = parts.word
    sections = in_sections(context, made, reading)
    pages = in_pages(sections, book, metadata.title, word)
    numbered = bind(pages, book.get("prefix", ""))
    entries = entries_of(pages)
    content = inventory(pages, len(numbered), book, word)
    nav = navigation(pages, entries, numbered, page_of(content.language, content.direction), word)
    pages.append(Page("nav.xhtml", "", word("contents"), nav))
    files = {page.name: written(page.root) for page in pages}
    files["toc.ncx"] = ncx(
        entries,
        numbered,
        identifier=metadata.identifiers[0].uri,
        title=metadata.title,
        language=content.language,
        word=word,
    )
    if not cover:
        drawn = drawn_cover(parts.metadata, book.get("language", ""), book.get("direction", ""))
        files["cover.svg"] = DECLARATION + drawn.encode()
    files["book.css"] = _style(reading) + context.publication.css.encode()
    if cover:
        files[cover_name(cover)] = cover.data
    shown = {address for address, _ in content.images} | content.media
    files |= {name: one.data for one in context.images.values() if (name := f"{IMAGES}/{one.name}") in shown}
    front = cover_name(cover) if cover else "cover.svg"
    files["package.opf"] = package(metadata, files, content.files, front, content)
    return files, pages


@cache
def _style(reading: Reading) -> bytes:
    place = resources.directory("xslt") / "epub"
    names = ("book.css", "diplomatic.css") if reading is Reading.DIPLOMATIC else ("book.css",)
    return b"".join(read_bytes(place / name) for name in names)


def broken_links(pages: Mapping[str, etree._Element], file: str) -> Iterator[Finding]:
    """What is wrong with the anchors of the book's pages: a link that leads nowhere, an id given twice."""
    anchors = {name: ids(page) for name, page in pages.items()}
    for name, given in anchors.items():
        if len(set(given)) < len(given):
            twice = sorted(one for one, times in Counter(given).items() if times > 1)
            message = f"The book's {name} has ids twice: {', '.join(twice)}."
            yield TWICE.broken(file, None, message, REPORT)
    known = {f"{name}#{one}" for name, given in anchors.items() for one in given} | set(pages)
    for name, page in pages.items():
        strange = [target for target in targets(page) if target not in known]
        for target in map(unquote, strange):
            if ":" not in target.split("/")[0] and target not in known:
                message = f"The book's {name} links to {target}, which is not there."
                yield LINK.broken(file, None, message, REPORT)
