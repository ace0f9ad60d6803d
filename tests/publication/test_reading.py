"""`tei.py` and `reading.xsl` say the same of every element of TEI: a table of two columns that must agree."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from rubricator import resources, tei
from rubricator.publication.asides import aside
from rubricator.publication.parts import labels
from rubricator.stylesheet import Stylesheet, Tree
from rubricator.tei import NS, TEI, Reading

PROBE = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="urn:rubricator:functions" expand-text="yes">
  <xsl:include href="xhtml.xsl"/>
  <xsl:output method="text"/>
  <xsl:template match="/">
    <xsl:for-each select="//*">
      <xsl:text>{f:readings(.)}|{f:aside(.)}|{f:separates(.)}|{f:holds-text(.)}&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>"""

PARENTS = (
    *(
        "p",
        "div",
        "choice",
        "app",
        "rdgGrp",
        "subst",
        "list",
        "gap",
        "person",
        "note",
        "standOff",
        "listBibl",
    ),
    *("table", "cit", "biblStruct", "lem", "rdg", "hi", "body"),
)
SPECIAL = (
    "<choice><sic/><corr/></choice>",
    "<choice><orig/><reg/></choice>",
    "<choice><abbr/><expan/></choice>",
    "<choice><sic/><sic/></choice>",
    "<choice><abbr/><abbr/></choice>",
    "<choice><seg/><seg/></choice>",
    "<choice><sic/><reg/></choice>",
    "<choice><orig/><corr/></choice>",
    "<choice><orig/><expan/></choice>",
    "<app><lem/><rdg/><rdg/></app>",
    "<app><rdg/><rdg/></app>",
    "<app><rdgGrp><rdg/></rdgGrp><rdg/></app>",
    "<app><rdg><app><lem/><rdg/></app></rdg></app>",
    "<app><rdgGrp><lem/><rdg/></rdgGrp></app>",
    "<restore><del/></restore>",
    '<note type="transcription-error"/>',
    '<note resp="#editors"/>',
    '<note resp="#author"/>',
    '<table><row><cell><note n="a"/><note n="1"/><note n="*" place="inline"/></cell></row></table>',
    '<note n="a"/>',
    "<u>a <note/>a<note/> a. <note/><seg>b<!-- c --><note/></seg><seg><note/></seg></u>",
    "<u><w>a</w><note/> <w>b</w> <note/><gloss>c <note/></gloss>\u0301<note/><gap/><note/></u>",
    "<div>a<note/><u/></div>",
    "<table><note/><row/><note/><note n='a'/><note n='1'/><note place='bottom'/><note xml:id='t'/></table>",
    "<entry><note/><form/><note n='1'/><note target='#t'/><note place='foot'/><sense><note/></sense></entry>",
    "<u><table><row/><note/></table><figure>a<note/></figure></u>",
    '<msItem><note/><note place="bottom"/></msItem>',
    "<teiHeader><msItem><note/></msItem></teiHeader>",
    '<lb break="no"/>',
    "<expan><abbr/><ex/></expan>",
    *(
        f'<choice xmlns:me="http://www.menota.org/ns/1.0">{levels}</choice>'
        for levels in ("<me:facs/><me:dipl/><me:norm/>", "<me:facs/><me:norm/>", "<me:dipl/>", "<me:norm/>")
    ),
    '<choice xmlns:x="urn:x"><x:facs/><x:dipl/><x:norm/></choice>',
)

ENDS = [
    f'{before}<app from="#a"{to}>{entry}</app>{after}'
    for before in ("x", '<anchor xml:id="a"/>', '<anchor xml:id="a"/>x', "<w>x</w>")
    for to in ("", ' to="#b"', ' to="#a"')
    for entry in ("<lem/><rdg/>", "<rdg/><rdg/>", '<rdg><w xml:id="a"/></rdg>')
    for after in ("", '<anchor xml:id="b"/>')
    if 'id="a"' not in before or 'id="a"' not in entry
]
"""Entries beside their passage, and round it."""


def names(shared: Path | None) -> Iterator[str]:
    """Every element name of TEI, from the schema where it is at hand, else from the table itself."""
    if shared:
        schema = (shared / "schemas" / "tei_all.rng").read_text("utf-8")
        yield from sorted(set(re.findall(r'<element name="([A-Za-z0-9]+)"', schema)))
    yield from sorted(tei.BLOCKS | tei.ELEMENT_ONLY | tei.MILESTONES)


def disagreements(elements: str) -> list[str]:
    document = etree.fromstring(f'<TEI xmlns="{TEI}"><text><body>{elements}</body></text></TEI>')
    stylesheet = probe()
    answers = stylesheet.transform(Tree(document), {"wording": labels("en")}).splitlines()
    nodes = list(document.iter(etree.Element))
    assert len(nodes) == len(answers)
    wrong = []
    for node, answer in zip(nodes, answers, strict=True):
        readings = " ".join(one.value for one in (Reading.EDITED, Reading.DIPLOMATIC) if tei.shown(node, one))
        said_aside = aside(node) if tei.is_aside(node) else ""
        said = f"{readings}|{said_aside}|{_boolean(tei.is_block(node))}|{_boolean(tei.holds_text(node))}"
        if said != answer:
            wrong.append(f"{document.getroottree().getpath(node)}: {said} against {answer}")
    return wrong


def _boolean(value: bool) -> str:
    return str(value).lower()


@cache
def probe() -> Stylesheet:
    """A stylesheet that says of each element what ours hold of it."""
    rules = (resources.directory("xslt") / "xhtml.xsl").as_uri()
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "probe.xsl"
        file.write_text(PROBE.replace('"xhtml.xsl"', f'"{rules}"'), "utf-8")
        return Stylesheet.compile(file)


def test_the_two_tables_agree_on_alternatives() -> None:
    assert disagreements("".join(f"<p>{one}</p>" for one in SPECIAL)) == []


@pytest.mark.parametrize("place", ["p", 'seg type="apparatus"', "note", "listApp"])
def test_the_two_tables_agree_on_entries_beside_their_passage(place: str) -> None:
    # Identifiers are told apart by their number.
    made = (f"<{place}>{one}</{place.split()[0]}>" for one in ENDS)
    numbered = (re.sub(r'(id="|"#)([ab])"', rf'\g<1>\g<2>{n}"', one) for n, one in enumerate(made))
    assert disagreements("".join(numbered)) == []


@pytest.mark.shared
def test_the_two_tables_agree_on_every_element_of_tei(shared: Path) -> None:
    all_names = list(dict.fromkeys(names(shared)))
    assert len(all_names) > 550
    children = "".join(f"<{name}/>" for name in all_names)
    assert disagreements("".join(f"<{parent}>{children}</{parent}>" for parent in PARENTS)) == []
    assert NS["tei"] == TEI
