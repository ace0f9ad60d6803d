"""Rules for several names are parted by these names: the engine finds a rule by the name of an element."""

from __future__ import annotations

import pytest
from lxml import etree

from rubricator.stylesheet import Stylesheet, Tree
from rubricator.stylesheet.merging import whole
from rubricator.stylesheet.parting import alternatives, rules


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("p | ab", ["p", "ab"]),
        ("(p | ab)[@n]", ["p[@n]", "ab[@n]"]),
        ("sp/(p | ab) [@n]", ["sp/p[@n]", "sp/ab[@n]"]),
        ("(sp | div)/(p | ab)", ["(sp | div)/p", "(sp | div)/ab"]),
        ("(sp | div)/*", ["(sp | div)/*"]),
        ("(a[x]/b | c)[d]", ["(a[x]/b | c)[d]"]),
        ("l[@n = ('|', '/')][not(p | q)]", ["l[@n = ('|', '/')][not(p | q)]"]),
        ("text()[x | y]", ["text()[x | y]"]),
    ],
)
def test_the_alternatives_of_a_pattern_end_in_one_name(pattern: str, parts: list[str]) -> None:
    assert list(alternatives(pattern)) == parts


def test_what_may_match_one_element_stays_one_rule() -> None:
    rule = etree.fromstring(
        '<xsl:template xmlns:xsl="http://www.w3.org/1999/XSL/Transform" priority="2" mode="m"'
        ' match="(p | ab)[@n] | sp/p | cit/* | bibl/*"><xsl:next-match/></xsl:template>'
    )
    made = rules(rule, "called")
    assert [one.get("match") for one in made] == ["p[@n] | sp/p", "ab[@n]", "cit/* | bibl/*"]
    assert [one.get("name") for one in made] == ["called", None, None]
    assert {(one.get("priority"), one.get("mode")) for one in made} == {("2", "m")}


def test_a_parted_rule_does_what_it_did() -> None:
    text = """<xsl:package name="x" package-version="1.0" version="3.0" declared-modes="no"
      xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fp="urn:fp">
      <xsl:template match="(a | b)[@n] | c" priority="1"><i n="{name()}"><xsl:next-match/></i></xsl:template>
      <xsl:template match="a | b | c"><o><xsl:apply-templates/></o></xsl:template>
      <xsl:template match="/*"><r><xsl:apply-templates/></r></xsl:template></xsl:package>"""
    tree = Tree.of(b'<r><a/><a n="1"/><b n="1"><c/></b></r>')
    made = Stylesheet.compile_text(text, "one").transform(tree)
    in_parts = whole([etree.fromstring(text)])
    assert in_parts.count("call-template") == 2
    assert Stylesheet.compile_text(in_parts, "parted").transform(tree) == made
    assert '<i n="b"><o><i n="c"><o/></i></o></i>' in made
