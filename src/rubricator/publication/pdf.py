"""The PDF: the page set on paper by WeasyPrint, which is an optional extra; tagged, and the same again."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from rubricator import resources
from rubricator.errors import SettingsError
from rubricator.files import read_bytes
from rubricator.findings import Finding
from rubricator.markup import escaped
from rubricator.publication import html
from rubricator.publication.format import Context, File, Format, Publication, Published
from rubricator.publication.images import ENDINGS
from rubricator.publication.ours import all_rules, rules
from rubricator.publication.parts import Parts
from rubricator.stylesheet import Rules
from rubricator.tei import Reading

if TYPE_CHECKING:
    from rubricator.guest import Guest

VARIANT = "pdf/ua-1"
"""The profile for universal access: everything tagged, the language said, the title shown."""
_DATES = re.compile(r'<meta name="DCTERMS\.(?:created|modified)"[^>]*>', re.IGNORECASE)
_LANGUAGE = re.compile(r'<article\b[^>]*\slang="([^"]+)"')
"""That of the text is the PDF's, whatever its labels are in."""
_SVG = re.compile(r"<svg\b[^>]*>")
_CONTENTS = re.compile(r'<nav class="contents".*?</nav>', re.DOTALL)
_TITLE_PAGE = re.compile(r'<div\b[^>]*\bclass="titlePage')
_DIV = re.compile(r"<div\b[^>]*(?<!/)>|</div>")
Setter = Callable[[str], bytes]
"""Sets a page of HTML on paper."""


def factory(guest: Guest | None = None) -> Format:
    """The format `pdf`, a guest's rules over ours; SettingsError where WeasyPrint is missing."""
    setter = _setter()
    stylesheet = rules(guest)
    return Format(
        "pdf",
        "a PDF",
        lambda context: publish(context, stylesheet, setter),
        guest,
        suffixes,
        all_rules(guest),
    )


def publish(context: Context, stylesheet: Rules, setter: Setter) -> Published:
    """Each reading of *context* as a PDF: its page, without what only a screen can do, on paper."""
    first, *others = context.publication.readings
    files: list[File] = []
    findings: list[Finding] = []
    counted = 0
    for reading in (first, *others):
        made = _page(context, stylesheet, reading)
        findings += made.findings
        counted = max(counted, made.words)
        files.append(File(_suffix(reading, first), setter(_on_paper(context, made, reading, first))))
    return Published(tuple(files), tuple(dict.fromkeys(findings)), counted)


def suffixes(publication: Publication) -> tuple[str, ...]:
    """The endings of the PDFs of *publication*, one for each reading."""
    return tuple(_suffix(reading, publication.readings[0]) for reading in publication.readings)


def _suffix(reading: Reading, first: Reading) -> str:
    return ".pdf" if reading is first else f".{reading.value}.pdf"


def _page(context: Context, stylesheet: Rules, reading: Reading) -> Published:
    settings = context.publication
    shown = replace(settings.page, search=False, display=False, downloads=False)
    still = replace(settings, readings=(reading,), css="", page=shown)
    return html.publish(replace(context, publication=still, links={}, together={}), stylesheet)


def _on_paper(context: Context, made: Published, reading: Reading, first: Reading) -> str:
    """The page *made*, as WeasyPrint is to set it; one that is not the first says which reading it is."""
    page, *images = made.files
    parts = Parts.of(context)
    text = _dated(page.data.decode(), parts.metadata.modified)
    place = resources.directory("xslt") / "pdf"
    paper, ink = (read_bytes(place / name).decode() for name in ("page.css", "drawing.css"))
    text = text.replace("\n/*]]>*/</style>", f"\n{paper}{context.publication.css}\n/*]]>*/</style>", 1)
    text = _titled(_SVG.sub(rf"\g<0><style>{ink}</style>", text))
    if reading is not first:
        label = escaped(parts.labels.get(f"book-{reading.value}", reading.value))
        text = text.replace("</title>", f" ({label})</title>", 1)
        text = re.sub(r"<article\b[^>]*>", rf'\g<0><p class="variant">{label}</p>', text, count=1)
    for one in (image for image in images if PurePosixPath(image.suffix).suffix in ENDINGS.values()):
        text = text.replace(f'src="{quote(context.name)}{one.suffix}"', f'src="{_address(one)}"')
    return text


def _titled(text: str) -> str:
    """The page with its contents after its title, where that stands in the text and not above it."""
    contents, title = _CONTENTS.search(text), text.find("</h1>")
    if not contents or title < contents.end():
        return text
    pages = [page.start() for page in _TITLE_PAGE.finditer(text, contents.end(), title)]
    place = _end(text, pages[-1]) if pages else title + len("</h1>")
    return text[: contents.start()] + text[contents.end() : place] + contents[0] + text[place:]


def _end(text: str, start: int) -> int:
    """Where the div that begins at *start* ends."""
    depth = 0
    for tag in _DIV.finditer(text, start):
        depth += -1 if tag[0].startswith("</") else 1
        if not depth:
            return tag.end()
    return start


def _address(image: File) -> str:
    """The image itself, as an address: nothing is fetched for a PDF."""
    endings = {ending: media_type for media_type, ending in ENDINGS.items()}
    media_type = endings[PurePosixPath(image.suffix).suffix]
    return f"data:{media_type};base64,{b64encode(image.data).decode('ascii')}"


def _dated(text: str, modified: datetime) -> str:
    """The page with the date of the publication, not of the text, as that of the PDF."""
    date = f"{modified:%Y-%m-%dT%H:%M:%SZ}"
    ours = "".join(f'<meta name="dcterms.{name}" content="{date}"/>' for name in ("created", "modified"))
    return _DATES.sub("", text).replace("</head>", f"{ours}</head>", 1)


def _setter() -> Setter:
    try:
        weasyprint = import_module("weasyprint")
        fetcher = import_module("weasyprint.urls").URLFetcher(allowed_protocols=("data",))
    except (ImportError, OSError, AttributeError) as error:
        raise SettingsError(
            f"PDF needs WeasyPrint 68 or later, which cannot be loaded ({str(error).partition(chr(10))[0]}).",
            remedy="Install it (pip install 'rubricator[pdf]'), and Pango: docs/publishing.md says how.",
        ) from error

    def set_on_paper(text: str) -> bytes:
        page = weasyprint.HTML(string=text, base_url="none:/", url_fetcher=fetcher)
        document = page.render(pdf_variant=VARIANT)
        if language := _LANGUAGE.search(text):
            document.metadata.lang = language[1]
        made = document.write_pdf(pdf_variant=VARIANT)
        if not isinstance(made, bytes):
            raise TypeError("WeasyPrint gave no bytes")
        return made

    return set_on_paper
