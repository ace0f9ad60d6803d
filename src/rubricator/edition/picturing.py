"""The images and recordings that a document shows, read from the edition and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.edition.inside import file_at, home
from rubricator.errors import InputRefused
from rubricator.files import read_bytes
from rubricator.findings import Finding
from rubricator.publication.format import Image
from rubricator.publication.images import ENDINGS, image, named_apart
from rubricator.publication.media import medium
from rubricator.publication.rules import IMAGE, UNDESCRIBED

if TYPE_CHECKING:
    from rubricator.validation.places import Places

_KNOWN = frozenset((*ENDINGS.values(), ".jpeg"))
_PAGES = frozenset(("facsimile", "surfaceGrp", "surface", "zone"))
"""What holds images of the source's pages, which are called after their pages."""
_ORNAMENTS = frozenset(("ornament", "decoration", "decorative"))


@dataclass(frozen=True)
class Pictures:
    """The images by address, what is wrong with others, and every file that was looked for."""

    images: Mapping[str, Image] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    paths: tuple[Path, ...] = ()


def pictures(document: Document, path: Path, root: Path) -> Pictures:
    """The images of *document*, which lies at *path*; only those inside *root* are read."""
    directory, root = home(path, root)
    shown = dict(reversed(list(_addresses(document.root))))
    if not shown:
        return Pictures()
    from rubricator.validation.places import Places  # which brings all that judges a document

    places = Places(document)
    found: dict[str, Image] = {}
    refused: dict[tuple[str, str], list[str]] = {}
    paths: list[Path] = []
    for address in reversed(shown):
        try:
            file = file_at(address, directory, root)
            if file is None:
                continue
            paths.append(file)
            fit = medium if tei.local_name(shown[address]) == "media" else image
            found[address] = fit(read_bytes(file), address)
        except InputRefused as error:
            refused.setdefault((error.what, error.remedy), []).append(address)
    findings = []
    for (what, remedy), (first, *others) in refused.items():
        more = f" (nor {len(others)} more, for the same reason)" if others else ""
        kind = "recording" if tei.local_name(shown[first]) == "media" else "image"
        message = f"The {kind} {first} is not shown{more}: {what}"
        place = places.of(shown[first], "url" if shown[first].get("url") == first else "facs")
        name = document.source.name
        findings.append(IMAGE.broken(name, place, message, remedy))
    findings += _undescribed(document, places, found)
    return Pictures(named_apart(found), tuple(findings), tuple(dict.fromkeys(paths)))


def _addresses(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Every address of an image, those of pages' images (`@facs`) among them, with what names it."""
    for element in tei.elements(
        "//tei:graphic[@url] | //tei:media[@url] | //tei:pb[@facs] | //tei:surface[@facs]", root
    ):
        written = str(element.get("url") or "")
        if written:
            yield written, element
        for address in (element.get("facs") or "").split():
            if not address.startswith("#") and PurePosixPath(urlsplit(address).path).suffix.lower() in _KNOWN:
                yield address, element


def _undescribed(document: Document, places: Places, found: Mapping[str, Image]) -> Iterator[Finding]:
    for element in tei.elements("//tei:graphic[@url]", document.root):
        if str(element.get("url")) in found and not _is_described(element):
            yield UNDESCRIBED.broken(
                document.source,
                places.of(element),
                f"Nothing says what the image {element.get('url')} shows, so whoever cannot see it is "
                f"told nothing.",
                "Say it in a figDesc beside the graphic.",
            )


def _is_described(graphic: etree._Element) -> bool:
    figure = graphic.getparent()
    if figure is None or figure.get("type") in _ORNAMENTS or tei.local_name(figure) in _PAGES:
        return True
    words = tei.select("../tei:figDesc//text() | tei:desc//text()", graphic)
    return any(str(word).strip() for word in words)
