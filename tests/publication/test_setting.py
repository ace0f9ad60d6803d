"""A document is set once for all formats and readings: what is taken from that is as if it were set alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.publication.goldens import genres
from tests.publication.helpers import context, tei

from rubricator.authority import Authority
from rubricator.document import Document
from rubricator.edition.publishing import Published, published
from rubricator.guest import Guest
from rubricator.publication.format import Publication, formats
from rubricator.publication.ours import rules
from rubricator.publication.parts import Parts
from rubricator.publication.setting import in_reading, setting
from rubricator.source import Source
from rubricator.stylesheet import Outcome, Parameter, Rules, Tree
from rubricator.tei import Reading

ALL = ("html", "text", "epub")
BOTH = (Reading.EDITED, Reading.DIPLOMATIC)


def made(
    data: bytes, readings: tuple[Reading, ...], *names: str, guests: dict[str, Guest] | None = None
) -> Published:
    """What the formats of those *names* make of a document together."""
    document = Document.of(Source(data, "test.xml"))
    chosen = formats(names or ALL, guests)
    return published(document, "test", chosen, Publication(readings=readings), Authority())


def files(publication: Published) -> dict[str, bytes]:
    """The files, and the files within books, but for what tells one book from another."""
    found: dict[str, bytes] = {}
    for file in publication.files:
        if file.suffix.endswith(".epub"):
            with ZipFile(BytesIO(file.data)) as book:
                for name in book.namelist():
                    if not name.endswith(("title.xhtml", "colophon.xhtml", ".opf", ".ncx")):
                        found[f"{file.suffix}/{name}"] = book.read(name)
        else:
            found[file.suffix] = file.data
    return found


def in_other(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of the second reading under the names of the first."""
    return {
        name.replace(".diplomatic", ""): data
        for name, data in files.items()
        if name.startswith(".diplomatic")
    }


@pytest.mark.parametrize("genre", genres(), ids=lambda path: path.stem)
def test_a_reading_taken_from_both_is_as_if_it_were_set_alone(genre: Path) -> None:
    data = genre.read_bytes()
    both = files(made(data, BOTH))
    edited = files(made(data, (Reading.EDITED,), "text", "epub"))
    assert {name: both[name] for name in edited} == edited
    assert in_other(both) == files(made(data, (Reading.DIPLOMATIC,), "text", "epub"))


@pytest.mark.parametrize("genre", genres()[:6], ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ALL)
def test_a_format_alone_is_the_same_as_among_others(genre: Path, name: str) -> None:
    data = genre.read_bytes()
    alone, together = files(made(data, BOTH, name)), files(made(data, BOTH))
    if name == "html":  # which names the others, to be taken along
        assert len(alone[".html"]) < len(together[".html"])
    else:
        assert {one: together[one] for one in alone} == alone


def test_documents_of_one_process_have_nothing_of_each_other() -> None:
    one, other = tei("<p>One <note>first</note>.</p>"), tei("<p>Another <note>second</note>.</p>")
    first = files(made(one, BOTH))
    assert b"Another" not in first[".txt"]
    assert files(made(other, BOTH)) != first
    assert files(made(one, BOTH)) == first


class Counting:
    """Rules that count how often they are run, and for what."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.wanted: list[Parameter] = []

    def report(self, tree: Tree, parameters: dict[str, Parameter], *, mode: str = "") -> Outcome:
        self.wanted.append(parameters["reading"])
        return self.rules.report(tree, parameters, mode=mode)


BY_ITSELF = """<p>A <choice><sic>wrod</sic><corr>word<note>by the editor</note></corr></choice>
<note>by the author</note></p>"""


TO_WHAT_IS_GONE = '<p><ptr target="#a"/> <supplied xml:id="a">gone</supplied></p>'


@pytest.mark.parametrize(
    ("body", "runs"),
    [
        ("<p>Nothing differs.<note>A note.</note></p>", [("edited", "diplomatic")]),
        ("<p><choice><sic>teh</sic><corr>the</corr></choice> end</p>", [("edited", "diplomatic")]),
        (BY_ITSELF, [("edited", "diplomatic"), ("diplomatic",)]),
        (TO_WHAT_IS_GONE, [("edited", "diplomatic"), ("diplomatic",)]),
    ],
)
def test_the_rules_run_once_unless_numbers_or_links_would_be_lost(body: str, runs: list[object]) -> None:
    counting: object = Counting(rules())
    given = context(tei(body))
    for reading in BOTH:
        in_reading(given, counting, "text", reading)  # type: ignore[arg-type]
    assert counting.wanted == runs  # type: ignore[attr-defined]


def test_a_run_makes_only_what_is_wanted() -> None:
    given = context(tei('<p><date when="1848">1848</date></p>'))
    text = setting(given, rules(), "text")
    assert text.root.find(".//{*}section[@class='index']") is None
    assert text.root.find("{*}head") is None
    assert setting(given, rules(), "html").root.find(".//{*}section[@class='index']") is not None
    assert [one.tag for one in text.parts] == ["opening", "opening", "closing"]
    assert Parts.of(given).settings


HOUSE = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:rubricator:modes" xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:template match="hi" mode="m:xhtml">
    <b class="of-the-house"><xsl:apply-templates mode="#current"/></b>
  </xsl:template>
</xsl:stylesheet>"""


def test_rules_for_one_format_leave_the_others_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "house.xsl").write_text(HOUSE)
    data = tei("<p>Some <hi>words</hi>.</p>")
    guest = Guest(tmp_path / "house.xsl", tmp_path)
    plain, house = files(made(data, BOTH)), files(made(data, BOTH, guests={"epub": guest}))
    assert b"of-the-house" in house[".epub/EPUB/text.xhtml"]
    assert {name for name in plain if plain[name] != house[name]} == {
        ".epub/EPUB/text.xhtml",
        ".diplomatic.epub/EPUB/text.xhtml",
    }
