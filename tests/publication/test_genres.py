"""Every genre becomes what was reviewed; every element has its line in coverage.xml, and its fixture."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.publication.goldens import EXPECTED, GENRES, genres, outputs
from tests.publication.test_reading import names

from rubricator import resources
from rubricator.publication.parts import labels
from rubricator.stylesheet import Stylesheet, Tree

FORMATS = ("html", "text", "epub")
TREATMENTS = frozenset(("block", "inline", "note", "apparatus", "metadata", "hidden"))
PROBE = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:rubricator:functions" expand-text="yes">
  <xsl:include href="xhtml.xsl"/>
  <xsl:output method="text"/>
  <xsl:template match="/">
    <xsl:for-each select="//*[f:is-tei(.) or local-name() = 'egXML']">
      <xsl:variable name="aside" select="(ancestor-or-self::* ! f:aside(.))[last()]"/>
      <xsl:text>{local-name()} {
        if (ancestor-or-self::*[local-name() = 'teiHeader']) then 'metadata'
        else if (some $one in ancestor-or-self::* satisfies empty(f:readings($one))) then 'hidden'
        else if ($aside = ('rdg', 'wit')) then 'apparatus'
        else if (exists(f:aside(.))) then 'note'
        else if (f:is-block(.)) then 'block' else 'inline'
      }{' wordless'[not(normalize-space(current()))]}&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>"""


@pytest.mark.parametrize("genre", genres(), ids=lambda genre: genre.stem)
def test_a_genre_becomes_what_was_reviewed(genre: Path) -> None:
    made = dict(outputs(genre))
    assert made.keys() == {file.name for file in EXPECTED.glob(f"{genre.stem}.*")}
    for name, text in made.items():
        assert text == (EXPECTED / name).read_text("utf-8"), name


@cache
def coverage() -> dict[str, etree._Element]:
    tree = etree.parse(resources.directory("xslt") / "coverage.xml")
    return {str(line.get("name")): line for line in tree.iter("element")}


@cache
def probe() -> Stylesheet:
    """A stylesheet that says how ours treat each element."""
    rules = (resources.directory("xslt") / "xhtml.xsl").as_uri()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "probe.xsl"
        file.write_text(PROBE.replace('"xhtml.xsl"', f'"{rules}"'), "utf-8")
        return Stylesheet.compile(file)


@cache
def treated(fixture: str) -> frozenset[tuple[str, str]]:
    """How the rules treat each element of a fixture; what has no words may be hidden."""
    stylesheet = probe()
    tree = Tree.of((GENRES / f"{fixture}.xml").read_bytes(), fixture)
    answers = [line.split() for line in stylesheet.transform(tree, {"wording": labels("en")}).splitlines()]
    found = {(name, treatment) for name, treatment, *_ in answers}
    return frozenset(found | {(name, "hidden") for name, _, *wordless in answers if wordless})


@pytest.mark.shared
def test_every_element_of_tei_has_its_line(shared: Path) -> None:
    assert {name for name in names(shared) if name not in coverage()} == set()


def test_every_line_says_for_each_format_how_the_element_is_treated() -> None:
    for name, line in coverage().items():
        assert {line.get(one) for one in FORMATS} <= TREATMENTS, name
        hidden = "hidden" in {line.get(one) for one in FORMATS}
        assert hidden == bool(line.get("why")), f"{name}: what is hidden says why, and only that"


@pytest.mark.parametrize("fixture", [genre.stem for genre in genres()])
def test_every_line_is_true_of_its_fixture(fixture: str) -> None:
    lines = {name: line for name, line in coverage().items() if line.get("fixture") == fixture}
    assert lines
    stated = {(name, str(line.get(one))) for name, line in lines.items() for one in FORMATS}
    assert stated - treated(fixture) == set()


def test_every_line_names_a_fixture_that_is_there() -> None:
    known = {genre.stem for genre in genres()}
    assert {name for name, line in coverage().items() if line.get("fixture") not in known} == set()
