"""The page: a document as one self-contained HTML file with every reading in it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from lxml import etree

from rubricator import resources
from rubricator.errors import SettingsError
from rubricator.files import read_bytes
from rubricator.findings import Finding
from rubricator.publication import forms, margin, words
from rubricator.publication.drawing import drawn
from rubricator.publication.format import Context, File, Format, Publication, Published
from rubricator.publication.images import inline
from rubricator.publication.ours import all_rules, rules
from rubricator.publication.parts import Parts
from rubricator.publication.proof import prove, unknown_elements
from rubricator.publication.rules import LINK, REPORT, TWICE
from rubricator.publication.setting import Setting, directory, setting
from rubricator.publication.xhtml import XHTML, ids, targets, values
from rubricator.stylesheet import Rules

if TYPE_CHECKING:
    from rubricator.guest import Guest

NAME = "html"
_STYLE = b"RUBRICATOR-STYLE"
_SCRIPT = b"RUBRICATOR-SCRIPT"
_POLICY = b"RUBRICATOR-POLICY"
_SEARCH = b"RUBRICATOR-SEARCH"
_DISPLAY = b"RUBRICATOR-DISPLAY"
_labelled = values("descendant::*/@for")
_labelling = values("descendant::*/@aria-labelledby")
_SHOWN = tuple(f"{XHTML}{name}" for name in ("img", "audio", "video"))


def factory(guest: Guest | None = None) -> Format:
    """The format `html`, the rules compiled, a guest's over ours."""
    stylesheet = rules(guest)
    return Format(
        NAME, "a web page", lambda context: publish(context, stylesheet), guest, prepare=all_rules(guest)
    )


def publish(context: Context, stylesheet: Rules) -> Published:
    """The page of *context*, with whatever is wrong with it."""
    parts = Parts.of(context)
    readings = context.publication.readings
    made = setting(context, stylesheet, NAME)
    page = made.root
    name = context.document.source.name
    findings = [*unknown_elements(made.messages, name), *_links(page, name)]
    counted = 0
    for reading, streams in words.xhtml_in(readings, (page,)).items():
        counted = max(counted, parts.words(reading).count())
        findings.extend(prove(parts, streams, reading, name, "html"))
    script = _script()
    text = made.page.replace(_POLICY, _policy(script), 1).replace(_SCRIPT, script, 1)
    text = _with_forms(text, context.publication, made)
    for room, drawing in drawn(page, parts.labels).items() if b"data-drawing" in text else ():
        text = text.replace(room.encode(), drawing.encode())
    text = text.replace(_STYLE, _style(margin.tied(page) + context.publication.css), 1)
    place = directory(context)
    shown = {one.get("src", "") for one in page.iter(*_SHOWN)} if context.images else frozenset()
    images = {address: one for address, one in context.images.items() if f"{place}/{one.name}" in shown}
    held = inline(images)
    for name, address in held.items():
        text = text.replace(f'src="{place}/{name}"'.encode(), f'src="{address}"'.encode())
    beside = {one.name: one.data for one in images.values() if one.name not in held}
    files = [File(".html", text), *(File(f".images/{name}", data) for name, data in beside.items())]
    return Published(tuple(files), tuple(findings), counted)


def _with_forms(text: bytes, publication: Publication, made: Setting) -> bytes:
    """The page with the forms that it is to have."""
    prefix = made.parts.get("prefix", "")
    if publication.page.search:
        text = text.replace(_SEARCH, forms.search(publication, prefix).encode(), 1)
    if publication.page.display:
        margins = made.main.get("data-margins") is not None
        text = text.replace(_DISPLAY, forms.display(publication, prefix, margins).encode(), 1)
    return text


@cache
def _script() -> bytes:
    """The script, so wrapped that HTML and XML both read it as it is."""
    own = read_bytes(resources.directory("xslt") / "html" / "page.js")
    return b"/*<![CDATA[*/\n%b/*]]>*/" % own


@cache
def _policy(script: bytes) -> bytes:
    """What a browser lets the page do: run that one script, show what lies in or beside it, send nothing."""
    digest = b64encode(sha256(script).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src 'self' data: file:; media-src 'self' file:; "
        "font-src 'self' data: file:; base-uri 'none'; form-action 'none'"
    )
    return policy.encode()


def _style(extra: str) -> bytes:
    """The style sheet, so wrapped that HTML and XML both read it as it is."""
    if "]]>" in extra or "</style" in extra.lower():
        raise SettingsError(
            "The extra style sheet holds ]]> or </style.", remedy="Write the string in another way."
        )
    return b"/*<![CDATA[*/\n%b%b\n/*]]>*/" % (_own_style(), extra.encode())


@cache
def _own_style() -> bytes:
    place = resources.directory("xslt") / "html"
    return b"".join(read_bytes(place / name) for name in ("page.css", "genres.css", "scripts.css"))


def _links(page: etree._Element, name: str) -> Iterator[Finding]:
    """What is wrong with the page's anchors: a link that leads nowhere, an id given twice."""
    given = ids(page)
    known = set(given)
    if len(known) < len(given):
        twice = sorted(one for one, times in Counter(given).items() if times > 1)
        yield TWICE.broken(name, None, f"The page has ids twice: {', '.join(twice)}.", REPORT)
    strange = [target for target in targets(page) if target[:1] == "#" and target[1:] not in known]
    strange += [one for one in (*_labelled(page), *_labelling(page)) if one and one not in known]
    for target in strange:
        yield LINK.broken(name, None, f"The page links to {target}, which is not there.", REPORT)
