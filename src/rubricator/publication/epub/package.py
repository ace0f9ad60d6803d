"""The package document (EPUB 3.3, 5): what the book is, which files it has, in which order they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from posixpath import splitext

from rubricator.publication.epub.accessibility import Content, accessibility
from rubricator.publication.epub.writing import attributes, element
from rubricator.publication.identifiers import Identifier
from rubricator.publication.metadata import Metadata
from rubricator.publication.names import Contributor

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"
MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".ncx": "application/x-dtbncx+xml",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".opus": "audio/ogg; codecs=opus",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
}
"""The kinds of file a book may hold, by their endings."""
_STRANGE = re.compile(r"[^A-Za-z0-9.-]")


def package(
    metadata: Metadata, names: Iterable[str], spine: Sequence[str], cover: str, content: Content
) -> bytes:
    """The package document of the book of *names*, read in the order of *spine*; *cover* is an image."""
    given = {"xmlns": OPF, "xmlns:dc": DC, "xml:lang": content.language, "version": "3.0"}
    given["unique-identifier"] = "identifier"
    if metadata.licence:
        given["prefix"] = "cc: http://creativecommons.org/ns#"
    parts = (
        _holding("metadata", _metadata(metadata, content)),
        _holding("manifest", _manifest(names, cover, content)),
        _spine(spine, content),
    )
    return f"{_DECLARATION}<package{attributes(given)}>\n{''.join(parts)}</package>\n".encode()


def _holding(name: str, lines: Iterable[str], given: str = "") -> str:
    """An element with a line for each that it holds."""
    return "\n    ".join([f"  <{name}{given}>", *lines]) + f"\n  </{name}>\n"


def _opf(name: str, words: str = "", /, **given: str) -> str:
    return element(name, words, given)


def _dc(name: str, words: str, /, **given: str) -> str:
    return _opf(f"dc:{name}", words, **given)


def _metadata(metadata: Metadata, content: Content) -> list[str]:
    described = _identifiers(metadata.identifiers)
    described.extend(_titles(metadata))
    described.append(_dc("language", content.language))
    described.append(_meta("dcterms:modified", metadata.modified.isoformat(timespec="seconds")[:19] + "Z"))
    for number, one in enumerate(metadata.creators, 1):
        described.extend(_person("creator", number, one))
    for number, one in enumerate(metadata.contributors, 1):
        described.extend(_person("contributor", number, one))
    for name, value in (
        ("publisher", metadata.publisher),
        ("date", metadata.date),
        ("description", metadata.description),
        ("rights", metadata.rights),
    ):
        if value:
            described.append(_dc(name, value))
    described.extend(_dc("subject", subject) for subject in metadata.subjects)
    if metadata.licence:
        described.append(_opf("link", rel="cc:license", href=metadata.licence))
    described.extend(_series(metadata))
    described.extend(_sources(metadata, content))
    described.extend(_meta(name, value) for name, value in accessibility(content))
    if metadata.conforms_to:
        described.append(_meta("dcterms:conformsTo", metadata.conforms_to))
        described.append(_meta("a11y:certifiedBy", metadata.certified_by))
    described.append(_opf("meta", name="cover", content="cover-image"))  # as EPUB 2 has it
    return described


def _meta(property: str, value: str, refines: str = "", **attributes: str) -> str:
    about = f"#{refines}" if refines else ""
    return _opf("meta", value, refines=about, property=property, **attributes)


def _identifiers(identifiers: Sequence[Identifier]) -> list[str]:
    known = dict.fromkeys(one.uri for one in identifiers if one.is_global)
    return [_dc("identifier", uri, id="" if number else "identifier") for number, uri in enumerate(known)]


def _titles(metadata: Metadata) -> list[str]:
    elements = [_dc("title", metadata.title, id="title"), _meta("title-type", "main", "title")]
    for number, subtitle in enumerate(metadata.subtitles, 1):
        name = f"subtitle-{number}"
        elements += [_dc("title", subtitle, id=name), _meta("title-type", "subtitle", name)]
    elements += [_meta("dcterms:alternative", title) for title in metadata.other_titles]
    return elements


def _person(element: str, number: int, person: Contributor) -> list[str]:
    name = f"{element}-{number}"
    return [_dc(element, person.name, id=name), _meta("role", person.relator, name, scheme="marc:relators")]


def _series(metadata: Metadata) -> list[str]:
    if not metadata.series:
        return []
    elements = [
        _meta("belongs-to-collection", metadata.series, id="series"),
        _meta("collection-type", "series", "series"),
    ]
    if re.fullmatch(r"\d+(\.\d+)*", metadata.series_position):
        elements.append(_meta("group-position", metadata.series_position, "series"))
    return elements


def _sources(metadata: Metadata, content: Content) -> list[str]:
    """What was transcribed; the one that the page numbers are of comes last, where checkers look for it."""
    if not content.pages:
        return [_dc("source", source) for source in metadata.sources]
    numbered, *others = metadata.sources or (metadata.title,)
    return [
        *(_dc("source", source) for source in others),
        _dc("source", numbered, id="source-of-pages"),
        _meta("source-of", "pagination", "source-of-pages"),
    ]


def _manifest(names: Iterable[str], cover: str, content: Content) -> Iterator[str]:
    for name in sorted(names):
        properties = {
            "nav": name == "nav.xhtml",
            "cover-image": name == cover,
            "mathml": name in content.mathematical,
        }
        yield _opf(
            "item",
            id="cover-image" if name == cover else _id(name),
            href=name,
            **{"media-type": MEDIA_TYPES[splitext(name)[1].lower()]},
            properties=" ".join(key for key, holds in properties.items() if holds),
        )


def _spine(names: Sequence[str], content: Content) -> str:
    progression = content.progression or content.direction
    given = {"toc": _id("toc.ncx"), "page-progression-direction": progression}
    items = (_opf("itemref", idref=_id(name)) for name in names)
    return _holding("spine", items, attributes(given))


def _id(name: str) -> str:
    return "file-" + _STRANGE.sub("-", name)
