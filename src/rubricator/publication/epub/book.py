"""The book: a document as an EPUB 3.3 publication, one for each reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote
from uuid import uuid5

from lxml import etree

from rubricator import resources
from rubricator.errors import SettingsError
from rubricator.files import read_bytes
from rubricator.findings import Finding
from rubricator.guest import Guest
from rubricator.publication import words
from rubricator.publication.epub.accessibility import Content
from rubricator.publication.epub.container import pack
from rubricator.publication.epub.package import MEDIA_TYPES, package
from rubricator.publication.format import Context, Cover, File, Format, Publication, Published
from rubricator.publication.header import NAMESPACE, Identifier
from rubricator.publication.images import for_rules
from rubricator.publication.media import for_books
from rubricator.publication.metadata import Metadata
from rubricator.publication.parts import Parts, rules
from rubricator.publication.proof import prove, unknown_elements
from rubricator.publication.rules import LINK, REPORT, TWICE
from rubricator.stylesheet import Parameter, Rules, Tree
from rubricator.tei import Reading

IMAGES = "images"
"""The directory of a book's images."""
MODE = "Q{urn:rubricator:modes}book"


def factory(guest: Guest | None = None) -> Format:
    """The format `epub`, the rules compiled, a guest's over ours."""
    stylesheet = rules(guest)
    return Format("epub", "a book (EPUB 3.3)", lambda context: publish(context, stylesheet), guest, suffixes)


def publish(context: Context, stylesheet: Rules) -> Published:
    """The books of *context*, one for each reading, with whatever is wrong with them."""
    parts = Parts.of(context)
    first, *others = context.publication.readings
    files: list[File] = []
    findings: list[Finding] = []
    counted = 0
    for reading in (first, *others):
        metadata = parts.metadata if reading is first else variant(parts, reading)
        made, order, messages = contents(context, parts, metadata, reading, stylesheet)
        pages = {name: etree.fromstring(made[name]) for name in (*order, "nav.xhtml")}
        streams = words.of_xhtml([pages[name] for name in order], reading)
        name = context.document.source.name
        findings += unknown_elements(messages, name)
        findings += broken_links(pages, name)
        findings += prove(parts, streams, reading, name, "epub")
        counted = max(counted, parts.words(reading).count())
        entries = {f"EPUB/{name}": data for name, data in made.items()}
        book = pack(entries, metadata.modified, store=context.publication.store)
        files.append(File(_suffix(reading, first), book))
    return Published(tuple(files), tuple(dict.fromkeys(findings)), counted)


def suffixes(publication: Publication) -> tuple[str, ...]:
    """The endings of the books of *publication*, one for each reading."""
    return tuple(_suffix(reading, publication.readings[0]) for reading in publication.readings)


def _suffix(reading: Reading, first: Reading) -> str:
    return ".epub" if reading is first else f".{reading.value}.epub"


def variant(parts: Parts, reading: Reading) -> Metadata:
    """The metadata of a second book of the same document: it says so, and has an identifier of its own."""
    known = parts.metadata.identifiers[0].uri
    own = Identifier("UUID", f"urn:uuid:{uuid5(NAMESPACE, f'{known} {reading.value}')}")
    wording = parts.parameters["wording"]
    assert isinstance(wording, Tree)
    label = wording.root.findtext(f"w[@key='book-{reading.value}']") or reading.value
    return replace(parts.metadata, identifiers=(own,), isbn="", subtitles=(*parts.metadata.subtitles, label))


def contents(
    context: Context, parts: Parts, metadata: Metadata, reading: Reading, stylesheet: Rules
) -> tuple[dict[str, bytes], tuple[str, ...], tuple[str, ...]]:
    """The files of the book in *reading*, by name; its pages in order; what the rules had to say."""
    cover = context.publication.cover
    parameters: dict[str, Parameter] = {
        **parts.parameters,
        "reading": reading.value,
        "metadata": Tree(metadata.as_xml(), "metadata"),
    }
    if cover:
        parameters |= {"cover-image": cover_name(cover), "cover-alt": cover.alt}
    known = for_books(context.images)
    pictures = for_rules(known, IMAGES)
    if pictures:
        parameters["images"] = pictures
    made = stylesheet.report(parts.tree, parameters, mode=MODE)
    book = etree.fromstring(made.text.encode(), etree.XMLParser(huge_tree=True))
    texts = {text.get("name", ""): (text.text or "").encode() for text in book.iter("text")}
    content = Content.of(book[0])
    style = read_bytes(resources.directory("xslt") / "epub" / "book.css")
    files = {**texts, "book.css": style + context.publication.css.encode()}
    if cover:
        files[cover_name(cover)] = cover.data
    shown = {address for address, _ in content.images} | content.media
    files |= {name: one.data for one in known.values() if (name := f"{IMAGES}/{one.name}") in shown}
    front = cover_name(cover) if cover else "cover.svg"
    files["package.opf"] = package(metadata, files, content.files, front, content)
    return files, content.files, made.messages


def cover_name(cover: Cover) -> str:
    """What the cover's image is called in the book; SettingsError if it cannot be in one."""
    endings = {kind: ending for ending, kind in MEDIA_TYPES.items() if kind.startswith("image/")}
    if cover.media_type not in endings:
        raise SettingsError(
            f"The cover is {cover.media_type or 'of an unknown kind'}, which not every reader can show.",
            remedy=f"Save it as one of: {', '.join(sorted(endings))}.",
        )
    if not cover.alt.strip():
        raise SettingsError("The cover's image has no description.", remedy="Say in words what it shows.")
    return f"cover{endings[cover.media_type]}"


def broken_links(pages: Mapping[str, etree._Element], file: str) -> Iterator[Finding]:
    """What is wrong with the anchors of the book's pages: a link that leads nowhere, an id given twice."""
    ids = {
        name: [str(one.get("id")) for one in page.iter(etree.Element) if one.get("id")]
        for name, page in pages.items()
    }
    for name, given in ids.items():
        twice = sorted(one for one, times in Counter(given).items() if times > 1)
        if twice:
            message = f"The book's {name} has ids twice: {', '.join(twice)}."
            yield TWICE.broken(file, None, message, REPORT)
    known = {f"{name}#{one}" for name, given in ids.items() for one in given} | set(pages)
    for name, page in pages.items():
        for link in page.iter("{http://www.w3.org/1999/xhtml}a"):
            target = unquote(link.get("href", name))
            if ":" not in target.split("/")[0] and target not in known:
                message = f"The book's {name} links to {target}, which is not there."
                yield LINK.broken(file, None, message, REPORT)
