"""Images that are published with a text: of kinds that every reader shows, by their bytes, and harmless."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from rubricator.errors import InputRefused
from rubricator.publication.format import Image
from rubricator.publication.sizes import size
from rubricator.stylesheet import Tree

LARGEST = 32 << 20  # bytes; a photograph that is larger is a master, not for readers
INLINE = 256 << 10  # bytes of an image that a page holds itself,
INLINE_ALL = 2 << 20  # and of all together: a page is read from its beginning, and must come quickly
ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/svg+xml": ".svg",
}
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use "
    "symbol clipPath "
    "mask marker pattern linearGradient radialGradient stop image style switch view metadata filter".split()
)
_OUTSIDE = re.compile(r"url\(\s*[\"']?(?!\s*#)|@import|expression\(|javascript:", re.IGNORECASE)
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)


def image(data: bytes, address: str) -> Image:
    """The image in *data*, called as at *address*; InputRefused if it is none, or could do harm."""
    if len(data) > LARGEST:
        raise InputRefused(
            f"The image is larger than {LARGEST >> 20} MB.", where=address, remedy="Make it smaller."
        )
    media_type = kind(data)
    if not media_type:
        raise InputRefused(
            "This is no image that every reader shows.",
            where=address,
            remedy="Use PNG, JPEG, GIF, WebP or SVG.",
        )
    if media_type == "image/svg+xml":
        fault = svg_fault(data)
        if fault:
            raise InputRefused(
                f"The drawing {fault}.", where=address, remedy="Save it as plain SVG, or as PNG."
            )
    return Image(f"{stem(address)}{ENDINGS[media_type]}", data, media_type)


def stem(address: str) -> str:
    """What the file at *address* is called in what is published, before its ending."""
    written = PurePosixPath(unquote(address)).stem
    return re.sub(r"[^A-Za-z0-9_-]+", "-", written).strip("-")[:80] or "image"


def kind(data: bytes) -> str:
    """The media type that the bytes themselves tell, whatever the file is called; empty for any other."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "image/svg+xml" if head.startswith(b"<") and b"<svg" in head else ""


def svg_fault(data: bytes) -> str:
    """What in a drawing acts, or leads out of it, in words; empty if nothing does."""
    if b"<!ENTITY" in data:
        return "declares entities"
    try:
        root = etree.fromstring(
            data, etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
        )
    except (etree.XMLSyntaxError, ValueError):
        return "is not well-formed"
    if root.tag != f"{_SVG}svg":
        return "is no SVG"
    for node in root.iter():
        if isinstance(node, etree._ProcessingInstruction):
            return "has a processing instruction"
        if not isinstance(node.tag, str):
            continue
        namespace, name = etree.QName(node).namespace, etree.QName(node).localname
        if namespace == "http://www.w3.org/1999/xhtml":
            return "holds HTML"
        if namespace == _SVG[1:-1] and name not in _DRAWN and not name.startswith("fe"):
            return f"holds {name}, which can act"
        fault = _attributes_fault(node) or ("fetches style" if _OUTSIDE.search(node.text or "") else "")
        if fault:
            return fault
    return ""


def _attributes_fault(element: etree._Element) -> str:
    for key, value in element.attrib.items():
        name = etree.QName(key).localname.lower()
        if name.startswith("on"):
            return f"acts ({name})"
        if name in ("href", "src") and not _INSIDE.match(str(value).strip()):
            return "leads out of itself"
        if _OUTSIDE.search(str(value)):
            return "fetches something"
    return ""


def named_apart(images: Mapping[str, Image]) -> dict[str, Image]:
    """The images by address, no two different ones of the same name (capital and small letters are one)."""
    taken: dict[str, bytes] = {}
    apart = {}
    for address, one in images.items():
        stem, ending = one.name.rsplit(".", 1)
        name, number = one.name, 1
        while taken.setdefault(name.lower(), one.data) != one.data:
            number += 1
            name = f"{stem}-{number}.{ending}"
        apart[address] = Image(name, one.data, one.media_type)
    return apart


def for_rules(images: Mapping[str, Image], directory: str) -> Tree | None:
    """What the stylesheets are told: where the image of each address lies in what is published."""
    if not images:
        return None
    root = etree.Element("images")
    for address, one in images.items():
        told = etree.SubElement(
            root, "image", url=address, src=f"{directory}/{one.name}", type=one.media_type
        )
        pixels = size(one.data)
        if pixels:
            told.set("width", str(pixels[0]))
            told.set("height", str(pixels[1]))
    return Tree(root, "images")


def inline(images: Mapping[str, Image]) -> dict[str, str]:
    """The images that a page holds itself, by name, as addresses: small ones, as long as there is room."""
    room = INLINE_ALL
    held: dict[str, str] = {}
    for one in images.values():
        small = len(one.data) <= min(INLINE, room) and one.media_type.startswith("image/")
        if one.name not in held and small:
            room -= len(one.data)
            held[one.name] = f"data:{one.media_type};base64,{b64encode(one.data).decode('ascii')}"
    return held
