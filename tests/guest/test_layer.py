"""What a user's stylesheet may not hold is turned away before it is compiled, with its line and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.errors import SettingsError
from rubricator.guest import modules

XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fn="http://www.w3.org/2005/xpath-functions"'


def stylesheet(content: str, attributes: str = "") -> str:
    """A stylesheet whose second line is *content*."""
    return f'<xsl:stylesheet version="3.0" {XSL} {attributes}>\n{content}\n</xsl:stylesheet>'


def refusal(edition: Path, text: str) -> str:
    """Why the stylesheet in *text* is turned away, in the one line that says it."""
    layer = edition / "my.xsl"
    layer.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as refused:
        modules(layer, edition)
    assert refused.value.remedy
    return str(refused.value)


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition beside which lies what nobody may read."""
    (tmp_path / "secret.xsl").write_text(stylesheet(""), "utf-8")
    (tmp_path / "edition").mkdir()
    return tmp_path / "edition"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('<xsl:import href="../secret.xsl"/>', "leads out of the edition"),
        ('<xsl:include href="a/../../secret.xsl"/>', "leads out of the edition"),
        ('<xsl:include href="%2e%2e/secret.xsl"/>', "leads out of the edition"),
        ('<xsl:import href="/etc/rules.xsl"/>', "leads out of the edition"),
        ('<xsl:import href="file:///etc/rules.xsl"/>', "is no path of a module"),
        ('<xsl:import href="https://example.org/rules.xsl"/>', "is no path of a module"),
        ('<xsl:import href="//example.org/rules.xsl"/>', "is no path of a module"),
        ("<xsl:import/>", "is no path of a module"),
        ('<xsl:import _href="{$there}"/>', "_href is worked out while files can be read"),
        ('<xsl:import href="missing.xsl"/>', "There is no such file"),
        ('<xsl:use-package name="urn:x"/>', "xsl:use-package is not for guests"),
        ('<xsl:template match="/"><xsl:result-document href="x"/></xsl:template>', "xsl:result-document"),
        ('<xsl:template match="/"><xsl:evaluate xpath="."/></xsl:template>', "xsl:evaluate"),
        ('<xsl:variable name="x" static="yes" select="1"/>', "static on variable is not for guests"),
        ('<xsl:template match="/" use-when="true()"/>', "use-when on template is not for guests"),
        ('<xsl:template match="/"><p xsl:use-when="true()"/></xsl:template>', "use-when on p"),
        ('<xsl:output parameter-document="../secret.xml"/>', "parameter-document on output"),
        ('<xsl:template match="/" xml:base="/etc/"/>', "base on template"),
        ('<xsl:variable name="x" select="doc(\'/etc/hosts\')"/>', "doc() reads files"),
        ('<xsl:variable name="x" select="fn:unparsed-text(\'/etc/hosts\')"/>', "unparsed-text() reads files"),
        ('<xsl:variable name="x" select="json-doc#1"/>', "json-doc() reads files"),
        ("<xsl:variable name=\"x\"><p>{document('')}</p></xsl:variable>", "document() reads files"),
        ('<xsl:variable name="x"><p title="{collection()}"/></xsl:variable>', "collection() reads files"),
    ],
)
def test_what_could_read_or_write_is_turned_away_with_its_line(edition: Path, content: str, why: str) -> None:
    said = refusal(edition, stylesheet(content))
    assert why in said
    assert "missing.xsl" in said or "my.xsl:2: " in said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"<xsl:package {XSL}/>", "xsl:package is not for guests"),
        ("<html/>", "This is no stylesheet"),
        ("<xsl:stylesheet", "not well-formed"),
        (
            '<!DOCTYPE x [<!ENTITY y SYSTEM "/etc/hosts">]>\n' + stylesheet("&y;"),
            "A stylesheet with a DOCTYPE",
        ),
        ('<!DOCTYPE x SYSTEM "http://example.org/x.dtd">\n' + stylesheet(""), "A stylesheet with a DOCTYPE"),
    ],
)
def test_what_is_no_stylesheet_is_turned_away(edition: Path, text: str, why: str) -> None:
    assert why in refusal(edition, text)


def test_modules_are_looked_over_as_the_layer_is(edition: Path) -> None:
    (edition / "part.xsl").write_text(stylesheet('<xsl:import href="../secret.xsl"/>'), "utf-8")
    assert "part.xsl:2: ../secret.xsl" in refusal(edition, stylesheet('<xsl:import href="part.xsl"/>'))


def test_a_link_out_of_the_edition_leads_out_of_it(edition: Path) -> None:
    try:
        (edition / "part.xsl").symlink_to(edition.parent / "secret.xsl")
    except OSError:
        pytest.skip("This system makes no links.")
    assert "leads out of the edition" in refusal(edition, stylesheet('<xsl:import href="part.xsl"/>'))


def test_words_that_only_look_like_functions_are_let_be(edition: Path) -> None:
    layer, part = edition / "my.xsl", edition / "part.xsl"
    part.write_text(stylesheet('<xsl:import href="my.xsl"/>'), "utf-8")
    layer.write_text(
        stylesheet(
            '<xsl:import href="part.xsl"/>'
            '<xsl:variable name="x" select="\'doc (1)\', my:document(.), doc"/>'
            '<xsl:template match="p"><p title="the doc (draft)" use-when="no">doc(1)</p></xsl:template>',
            'xmlns:my="urn:my"',
        ),
        "utf-8",
    )
    assert set(modules(layer, edition)) == {layer.resolve(), part.resolve()}
