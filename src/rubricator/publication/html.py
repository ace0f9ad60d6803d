"""The page: a document as one self-contained HTML file with every reading in it."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from urllib.parse import quote

from lxml import etree

from rubricator import resources
from rubricator.errors import SettingsError
from rubricator.files import read_bytes
from rubricator.findings import Finding
from rubricator.guest import Guest
from rubricator.publication import margin, words
from rubricator.publication.drawing import drawn
from rubricator.publication.format import Context, File, Format, Published
from rubricator.publication.images import for_rules, inline
from rubricator.publication.parts import Parts, rules, wording
from rubricator.publication.proof import prove, unknown_elements
from rubricator.publication.rules import LINK, REPORT, TWICE
from rubricator.stylesheet import Parameter, Rules, Tree

_MODE = "Q{urn:rubricator:modes}html"
_STYLE = "RUBRICATOR-STYLE"
_SCRIPT = "RUBRICATOR-SCRIPT"
_POLICY = "RUBRICATOR-POLICY"
_SHOWN = tuple(f"{{http://www.w3.org/1999/xhtml}}{name}" for name in ("img", "audio", "video"))


def factory(guest: Guest | None = None) -> Format:
    """The format `html`, the rules compiled, a guest's over ours."""
    stylesheet = rules(guest)
    return Format("html", "a web page", lambda context: publish(context, stylesheet), guest)


def publish(context: Context, stylesheet: Rules) -> Published:
    """The page of *context*, with whatever is wrong with it."""
    parts = Parts.of(context)
    readings = context.publication.readings
    directory = f"{quote(context.name)}.images"
    parameters: dict[str, Parameter] = {
        **parts.parameters,
        "reading": tuple(reading.value for reading in readings),
        "images": for_rules(context.images, directory),
        "links": _other_pages(context.links),
        "show": tuple(name for name, shown in asdict(context.publication.page).items() if shown),
    }
    made = stylesheet.report(parts.tree, parameters, mode=_MODE)
    page = etree.fromstring(made.text.encode())
    name = context.document.source.name
    findings = [*unknown_elements(made.messages, name), *_links(page, name)]
    counted = 0
    for reading in readings:
        streams = words.of_xhtml((page,), reading)
        counted = max(counted, parts.words(reading).count())
        findings.extend(prove(parts, streams, reading, name, "html"))
    script = _script()
    text = made.text.replace(_POLICY, _policy(script), 1).replace(_SCRIPT, script, 1)
    labels = wording(context.publication.language, tuple(sorted(context.publication.wording.items())))
    for place, drawing in drawn(page, {str(one.get("key")): one.text or "" for one in labels.root}).items():
        text = text.replace(place, drawing)
    text = text.replace(_STYLE, _style(margin.tied(page) + context.publication.css), 1)
    shown = {one.get("src", "") for one in page.iter(*_SHOWN)}
    images = {address: one for address, one in context.images.items() if f"{directory}/{one.name}" in shown}
    held = inline(images)
    for name, address in held.items():
        text = text.replace(f'src="{directory}/{name}"', f'src="{address}"')
    beside = {one.name: one.data for one in images.values() if one.name not in held}
    files = [File(".html", text.encode()), *(File(f".images/{name}", data) for name, data in beside.items())]
    return Published(tuple(files), tuple(findings), counted)


def _other_pages(links: Mapping[str, str]) -> Tree | None:
    if not links:
        return None
    root = etree.Element("links")
    for target, address in links.items():
        etree.SubElement(root, "link", target=target, href=address)
    return Tree(root, "links")


@cache
def _script() -> str:
    """The script, so wrapped that HTML and XML both read it as it is."""
    own = read_bytes(resources.directory("xslt") / "html" / "page.js").decode()
    return f"/*<![CDATA[*/\n{own}/*]]>*/"


@cache
def _policy(script: str) -> str:
    """What a browser lets the page do: run that one script, show what lies in or beside it, send nothing."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src 'self' data: file:; media-src 'self' file:; "
        "font-src 'self' data: file:; base-uri 'none'; form-action 'none'"
    )


def _style(extra: str) -> str:
    """The style sheet, so wrapped that HTML and XML both read it as it is."""
    if "]]>" in extra or "</style" in extra.lower():
        raise SettingsError(
            "The extra style sheet holds ]]> or </style.", remedy="Write the string in another way."
        )
    place = resources.directory("xslt") / "html"
    own = "".join(read_bytes(place / name).decode() for name in ("page.css", "genres.css"))
    return f"/*<![CDATA[*/\n{own}{extra}\n/*]]>*/"


def _links(page: etree._Element, name: str) -> Iterator[Finding]:
    """What is wrong with the page's anchors: a link that leads nowhere, an id given twice."""
    ids = [str(element.get("id")) for element in page.iter(etree.Element) if element.get("id") is not None]
    known = set(ids)
    if len(known) < len(ids):
        twice = sorted(one for one, times in Counter(ids).items() if times > 1)
        yield TWICE.broken(name, None, f"The page has ids twice: {', '.join(twice)}.", REPORT)
    for element in page.iter(etree.Element):
        for attribute in ("href", "for", "aria-labelledby"):
            target = element.get(attribute, "")
            if attribute == "href" and not target.startswith("#"):
                continue
            if target and target.removeprefix("#") not in known:
                yield LINK.broken(name, None, f"The page links to {target}, which is not there.", REPORT)
