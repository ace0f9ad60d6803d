"""For many documents, all rules are merged into one package, with the values of variables in functions."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from rubricator import resources
from rubricator.errors import Bug
from rubricator.stylesheet import Stylesheet, Tree
from rubricator.stylesheet.merging import whole
from rubricator.stylesheet.modules import XSL, modules

ENTRY = resources.directory("xslt") / "publish.xsl"
HEAD = f'version="3.0" xmlns:xsl="{XSL[1:-1]}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:fp="urn:fp"'


def package(tmp_path: Path, *bodies: str) -> Path:
    """A package of modules of which each has one body."""
    includes = ""
    for number, body in enumerate(bodies):
        (tmp_path / f"{number}.xsl").write_text(f"<xsl:stylesheet {HEAD} {body}</xsl:stylesheet>")
        includes += f'<xsl:include href="{number}.xsl"/>'
    entry = tmp_path / "all.xsl"
    entry.write_text(f'<xsl:package name="urn:all" {HEAD}>{includes}</xsl:package>')
    return entry


def test_the_value_of_a_variable_is_that_of_a_function(tmp_path: Path) -> None:
    entry = package(
        tmp_path,
        """xpath-default-namespace="urn:a" expand-text="yes">
        <xsl:output method="text"/>
        <xsl:mode/>
        <xsl:variable name="here" select="/"/>
        <xsl:variable name="fixed" static="yes" select="'x'"/>
        <xsl:variable name="fp:count" as="xs:integer" select="count($here//b)"/>
        <xsl:variable name="fp:made" as="element()*">
          <xsl:for-each select="1 to 2"><i>{.}</i></xsl:for-each>
        </xsl:variable>
        <xsl:template match="/">{$fixed}{$fp:count}{string-join($fp:made)}{$fp:other}</xsl:template>""",
        """> <xsl:variable name="fp:other" select="count($here//b)"/>""",
    )
    document = Tree.of(b'<a xmlns="urn:a"><b/><b/><b xmlns=""/></a>')
    assert Stylesheet.compile_whole(entry).transform(document) == "x2121"
    made = etree.fromstring(whole(list(modules(entry, own=True))))
    functions = [one.get("name") for one in made.iterchildren(f"{XSL}function")]
    assert functions == ["fp:value.fp.count", "fp:value.fp.made", "fp:value.fp.other"]


def test_of_our_rules_every_variable_asks_a_function_but_the_document_and_what_never_changes() -> None:
    made = etree.fromstring(whole(list(modules(ENTRY, own=True))))
    variables = [one for one in made.iterchildren(f"{XSL}variable") if one.get("static") != "yes"]
    others = [one.get("name") for one in variables if not str(one.get("select")).startswith("fp:value.")]
    assert others == ["document"]
    assert len(variables) > 50


def test_a_prefix_means_one_thing_in_all_modules(tmp_path: Path) -> None:
    entry = package(tmp_path, 'xmlns:a="urn:a">', 'xmlns:a="urn:b">')
    with pytest.raises(Bug, match="by the prefix a"):
        whole(list(modules(entry, own=True)))
