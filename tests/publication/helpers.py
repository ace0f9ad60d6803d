"""Documents to publish, made of few words."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

from rubricator.document import Document
from rubricator.publication import html, text
from rubricator.publication.format import Context, Format, Publication, Published
from rubricator.source import Source
from rubricator.tei import Reading

HEADER = """<teiHeader><fileDesc>
<titleStmt><title>A Title</title><author>Ann Author</author>
<respStmt xml:id="rubricator"><resp>Markup</resp><name type="application">Rubricator</name></respStmt>
<respStmt xml:id="editors"><resp>Review</resp><name>The Editors</name></respStmt></titleStmt>
<publicationStmt><publisher>The Press</publisher><date when="2026-11-22">2026</date>
<availability>
<licence target="https://example.org/free">Free to read.</licence></availability></publicationStmt>
<sourceDesc><bibl>A Source, 1933.</bibl></sourceDesc></fileDesc></teiHeader>"""


def tei(body: str, *, header: str = HEADER, root: str = "") -> bytes:
    """A TEI document whose body holds *body*."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {root}>{header}'
        f'<text xml:lang="en"><body>{body}</body></text></TEI>'
    ).encode()


def context(data: bytes, publication: Publication | None = None, **authority: str) -> Context:
    """What a format is given to publish *data*; authority entries by reference, `person_x` for `person:x`."""
    entries = {key.replace("_", ":", 1): markup for key, markup in authority.items()}
    return Context(Document.of(Source(data, "test.xml")), "test", entries, publication or Publication())


@cache
def formats() -> dict[str, Format]:
    """The page and the plain text, compiled once for all tests."""
    return {one.name: one for one in (html.factory(), text.factory())}


def publish(name: str, data: bytes, publication: Publication | None = None, **authority: str) -> Published:
    """What the format *name* makes of *data*."""
    return formats()[name].publish(context(data, publication, **authority))


def page(data: bytes, publication: Publication | None = None, **authority: str) -> etree._Element:
    """The page made of *data*, as a tree; it must be fit to be written."""
    made = publish("html", data, publication, **authority)
    assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
    return etree.fromstring(made.files[0].data)


def article(body: str, publication: Publication | None = None, **authority: str) -> str:
    """The markup of the page's text, for a body of *body*."""
    found = page(tei(body), publication, **authority).find(".//{*}article/{*}div/{*}div")
    assert found is not None
    inner = "".join(etree.tostring(child, encoding="unicode") for child in found)
    return inner.replace(' xmlns="http://www.w3.org/1999/xhtml"', "")


def plain(body: str, *, wrap: int = 0, reading: Reading = Reading.EDITED) -> str:
    """The plain text of a body of *body*, without what is said of it before and after."""
    made = publish("text", tei(body), Publication(readings=(reading,), wrap=wrap))
    assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
    lines = made.files[0].data.decode()
    return lines.split("\n\n    * * *\n\n")[1]


def corpus(shared: Path) -> list[Path]:
    """The real documents beside the checkout."""
    return sorted((shared / "corpora" / "tei").glob("*.xml"))


class Seen(HTMLParser):
    """Every start tag of a page with its attributes, as an HTML parser sees them."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
