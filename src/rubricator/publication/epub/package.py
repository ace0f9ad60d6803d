"""The package document (EPUB 3.3, 5): what the book is, which files it has, in which order they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from rubricator.publication.epub.accessibility import Content, accessibility
from rubricator.publication.header import Contributor, Identifier
from rubricator.publication.metadata import Metadata
from rubricator.tei import XML_LANG

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
_NAMESPACES: Any = {None: OPF, "dc": DC}
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


def package(
    metadata: Metadata, names: Iterable[str], spine: Sequence[str], cover: str, content: Content
) -> bytes:
    """The package document of the book of *names*, read in the order of *spine*; *cover* is an image."""
    root = etree.Element(f"{{{OPF}}}package", nsmap=_NAMESPACES)
    root.set(XML_LANG, content.language)
    root.attrib.update({"version": "3.0", "unique-identifier": "identifier"})
    if metadata.licence:
        root.set("prefix", "cc: http://creativecommons.org/ns#")
    root.extend((_metadata(metadata, content), _manifest(names, cover, content), _spine(spine, content)))
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _opf(name: str, text: str = "", /, **attributes: str) -> etree._Element:
    return _element(f"{{{OPF}}}{name}", text, attributes)


def _dc(name: str, text: str, /, **attributes: str) -> etree._Element:
    return _element(f"{{{DC}}}{name}", text, attributes)


def _element(tag: str, text: str, attributes: Mapping[str, str]) -> etree._Element:
    element = etree.Element(tag, nsmap=_NAMESPACES)
    element.text = text or None
    element.attrib.update({name.replace("_", "-"): value for name, value in attributes.items() if value})
    return element


def _metadata(metadata: Metadata, content: Content) -> etree._Element:
    described = _opf("metadata")
    described.extend(_identifiers(metadata.identifiers))
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


def _meta(property: str, value: str, refines: str = "", **attributes: str) -> etree._Element:
    about = f"#{refines}" if refines else ""
    return _opf("meta", value, refines=about, property=property, **attributes)


def _identifiers(identifiers: Sequence[Identifier]) -> list[etree._Element]:
    known = dict.fromkeys(one.uri for one in identifiers if one.is_global)
    return [_dc("identifier", uri, id="" if number else "identifier") for number, uri in enumerate(known)]


def _titles(metadata: Metadata) -> list[etree._Element]:
    elements = [_dc("title", metadata.title, id="title"), _meta("title-type", "main", "title")]
    for number, subtitle in enumerate(metadata.subtitles, 1):
        name = f"subtitle-{number}"
        elements += [_dc("title", subtitle, id=name), _meta("title-type", "subtitle", name)]
    return elements


def _person(element: str, number: int, person: Contributor) -> list[etree._Element]:
    name = f"{element}-{number}"
    return [_dc(element, person.name, id=name), _meta("role", person.relator, name, scheme="marc:relators")]


def _series(metadata: Metadata) -> list[etree._Element]:
    if not metadata.series:
        return []
    elements = [
        _meta("belongs-to-collection", metadata.series, id="series"),
        _meta("collection-type", "series", "series"),
    ]
    if re.fullmatch(r"\d+(\.\d+)*", metadata.series_position):
        elements.append(_meta("group-position", metadata.series_position, "series"))
    return elements


def _sources(metadata: Metadata, content: Content) -> list[etree._Element]:
    """What was transcribed; the one that the page numbers are of comes last, where checkers look for it."""
    elements = [_dc("source", source) for source in metadata.sources]
    if content.pages:
        numbered = elements.pop(0) if elements else _dc("source", metadata.title)
        numbered.set("id", "source-of-pages")
        elements += [numbered, _meta("source-of", "pagination", "source-of-pages")]
    return elements


def _manifest(names: Iterable[str], cover: str, content: Content) -> etree._Element:
    manifest = _opf("manifest")
    for name in sorted(names):
        properties = {
            "nav": name == "nav.xhtml",
            "cover-image": name == cover,
            "mathml": name in content.mathematical,
        }
        item = _opf("item", id="cover-image" if name == cover else _id(name), href=name)
        item.set("media-type", MEDIA_TYPES[PurePosixPath(name).suffix.lower()])
        if any(properties.values()):
            item.set("properties", " ".join(key for key, holds in properties.items() if holds))
        manifest.append(item)
    return manifest


def _spine(names: Sequence[str], content: Content) -> etree._Element:
    spine = _opf("spine", toc=_id("toc.ncx"), page_progression_direction=content.direction)
    spine.extend(_opf("itemref", idref=_id(name)) for name in names)
    return spine


def _id(name: str) -> str:
    return "file-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)
