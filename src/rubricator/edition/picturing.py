"""The images that a document shows, read from the edition and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.files import read_bytes
from rubricator.findings import Finding
from rubricator.publication.format import Image
from rubricator.publication.images import image, named_apart
from rubricator.publication.rules import IMAGE, UNDESCRIBED
from rubricator.validation.places import Places

_ORNAMENTS = frozenset(("ornament", "decoration", "decorative"))


@dataclass(frozen=True)
class Pictures:
    """The images by address, what is wrong with others, and every file that was looked for."""

    images: Mapping[str, Image] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    paths: tuple[Path, ...] = ()


def pictures(document: Document, path: Path, root: Path) -> Pictures:
    """The images of *document*, which lies at *path*; only those inside *root* are read.

    A document outside of *root* belongs to no edition: its own directory takes the place of one.
    """
    directory = path.resolve().parent
    root = root.resolve()
    root = root if directory.is_relative_to(root) else directory
    shown = {
        address: element
        for element in reversed(tei.elements("//tei:graphic[@url]", document.root))
        if (address := str(element.get("url")))
    }
    if not shown:
        return Pictures()
    places = Places(document)
    found: dict[str, Image] = {}
    refused: dict[tuple[str, str], list[str]] = {}
    paths: list[Path] = []
    for address in reversed(shown):
        try:
            file = _file(address, directory, root)
            if file is None:
                continue
            paths.append(file)
            found[address] = image(read_bytes(file), address)
        except InputRefused as error:
            refused.setdefault((error.what, error.remedy), []).append(address)
    findings = []
    for (what, remedy), (first, *others) in refused.items():
        more = f" (nor {len(others)} more, for the same reason)" if others else ""
        message = f"The image {first} is not shown{more}: {what}"
        place = places.of(shown[first], "url")
        name = document.source.name
        findings.append(IMAGE.broken(name, place, message, remedy))
    findings += _undescribed(document, places, found)
    return Pictures(named_apart(found), tuple(findings), tuple(dict.fromkeys(paths)))


def _file(address: str, directory: Path, root: Path) -> Path | None:
    """The file at *address*; None for one on the web, InputRefused for one outside the edition."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme or parts.netloc:
            return None
        file = (directory / unquote(parts.path)).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise InputRefused("Its address makes no sense.", where=address, remedy="Correct it.") from error
    if not file.is_relative_to(root):
        raise InputRefused("It lies outside the edition.", where=address, remedy="Copy it into the edition.")
    return file


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
    if figure is None or figure.get("type") in _ORNAMENTS:
        return True
    words = tei.select("../tei:figDesc//text() | tei:desc//text()", graphic)
    return any(str(word).strip() for word in words)
