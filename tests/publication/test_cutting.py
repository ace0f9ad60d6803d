"""For one document alone, the rules are cut to it: what comes out is the same as by all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree
from tests.publication.goldens import genres
from tests.publication.helpers import context, corpus, tei

from rubricator import resources
from rubricator.document import Document
from rubricator.publication.format import Context, Publication, formats
from rubricator.publication.ours import Ours, ours
from rubricator.publication.parts import Parts
from rubricator.publication.setting import setting
from rubricator.source import Source
from rubricator.stylesheet import Stylesheet, Tree
from rubricator.stylesheet.cutting import bare, branches, cut, holdings
from rubricator.stylesheet.modules import XSL, modules
from rubricator.tei import TEI, Reading

ENTRY = resources.directory("xslt") / "publish.xsl"
IF = "{urn:rubricator:rules}if"
BOTH = (Reading.EDITED, Reading.DIPLOMATIC)
SPACES = {None: TEI, "mml": "http://www.w3.org/1998/Math/MathML"}


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("app", [{"app"}]),
        ("rdg | wit", [{"rdg"}, {"wit"}]),
        ("castItem/role", [{"castItem"}, {"role"}]),
        ("(p | ab)[@n]/lb", [{"p", "ab"}, {"lb"}]),
        ("cit/*", [{"cit"}, set()]),
        ("(a/b | c)//d", [{"b", "c"}, set(), {"d"}]),
        ("(a/* | *)/d", [set(), {"d"}]),
        ("l[@n = ('|', '/')][not(p | q)]", [{"l"}]),
        ("seg[w[@x]/pc]", [{"seg"}]),
        ("egXML | *:egXML", [{"egXML"}, {"egXML"}]),
        ("mml:*", [{"{http://www.w3.org/1998/Math/MathML"}]),
        ("child::div", [{"div"}]),
        ("text()[x] | comment() | * | /", [set(), set(), set(), set(), set()]),
    ],
)
def test_a_pattern_needs_what_its_steps_name(pattern: str, names: list[set[str]]) -> None:
    found = [step for branch in branches(pattern, SPACES) for step in branch]
    assert [set(step) for step in found] == names


def left(document: str, *declarations: str) -> list[str]:
    """What is left of *declarations* for *document*: patterns and names, in brackets where they are empty."""
    markup = f"""<xsl:package version="3.0" xmlns:xsl="{XSL[1:-1]}" xmlns:f="f" xmlns:fp="fp"
      xmlns:r="{IF[1:-3]}" xpath-default-namespace="{TEI}">{"".join(declarations)}</xsl:package>"""
    text = cut([etree.fromstring(markup)], [etree.fromstring(f'<TEI xmlns="{TEI}">{document}</TEI>')])
    made = [(str(one.get("match") or one.get("name")), len(one)) for one in etree.fromstring(text.encode())]
    return [name if content else f"[{name}]" for name, content in made]


APP = '<xsl:template match="app"><xsl:call-template name="f:x"/></xsl:template>'
CALLED = """<xsl:template name="f:x" r:if="rdg @wit @type=a"><a/><b/><xsl:if test="fp:y()"/></xsl:template>"""
ASKED = '<xsl:function name="fp:y"><xsl:sequence select="1"/></xsl:function>'


@pytest.mark.parametrize(
    ("document", "stays"),
    [
        ("<p/>", []),
        ("<app/>", ["app", "[f:x]"]),
        ("<app><rdg/></app>", ["app", "f:x", "fp:y"]),
        ('<app wit="a"/>', ["app", "f:x", "fp:y"]),
        ('<app type="a"/>', ["app", "f:x", "fp:y"]),
        ('<app type="b"/>', ["app", "[f:x]"]),
    ],
)
def test_what_matches_nothing_goes_and_then_what_nobody_asks_for(document: str, stays: list[str]) -> None:
    assert left(document, APP, CALLED, ASKED) == stays


def test_a_rule_with_a_condition_stays_where_it_is_met() -> None:
    rule = '<xsl:template match="*[fp:y()]" r:if="zone"><a/></xsl:template>'
    assert left("<p/>", rule, ASKED) == []
    assert left("<zone/>", rule, ASKED) == ["*[fp:y()]", "fp:y"]


def documents() -> list[Path]:
    return [*genres(), ENTRY.parent.parent / "tei" / "trotsky-1933-foreign-policy.xml"]


def same(path: Path) -> None:
    """Check that a document is set by its own rules as by all, in both readings together and in each."""
    document = Document.of(Source.read(path))
    together = {"html": frozenset(("html", "text", "epub"))}
    given = Context(document, path.stem, publication=Publication(), together=together)
    alone, everything = Ours(ENTRY), ours()
    everything.compiled()
    for readings in (BOTH, *((one,) for one in BOTH)):
        one, other = (setting(given, rules, "html", readings) for rules in (alone, everything))
        assert one.page == other.page
        assert etree.tostring(one.parts) == etree.tostring(other.parts)
        assert sorted(one.messages) == sorted(other.messages)
    Parts.forget()


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_the_rules_of_one_document_set_it_as_all_do(path: Path) -> None:
    same(path)


def test_the_rules_of_one_real_document_set_it_as_all_do(shared: Path) -> None:
    for path in corpus(shared):
        same(path)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_no_pattern_that_was_left_out_matches(path: Path) -> None:
    read = list(modules(ENTRY, own=True))
    patterns = {(one.get("match"), one.get("mode")): one for one in templates(read)}
    tree = Tree.of(path.read_bytes())
    kept = templates([etree.fromstring(cut(read, [tree.root]).encode())])
    for one in kept:
        patterns.pop((one.get("match"), one.get("mode")))
    gone = [bare(str(one.get("match"))) for one in patterns.values() if not one.get(IF)]
    assert len(gone) > 20
    asked = "".join(f'<xsl:if test="exists({paths(one)})">{one}</xsl:if>' for one in gone)
    probe = f"""<xsl:stylesheet version="3.0" xmlns:xsl="{XSL[1:-1]}" xpath-default-namespace="{TEI}"
      xmlns:mml="{SPACES["mml"]}"><xsl:output method="text"/><xsl:template match="/">{asked}</xsl:template>
      </xsl:stylesheet>"""
    assert Stylesheet.compile_text(probe, "probe").transform(tree) == ""


def templates(roots: list[etree._Element]) -> list[etree._Element]:
    return [one for root in roots for one in root.iterchildren(f"{XSL}template") if one.get("match")]


def paths(pattern: str) -> str:
    """The nodes that a pattern without predicates matches, wherever they are."""
    return " | ".join(f"//{one.strip()}" for one in re.split(r"\|(?![^(]*\))", pattern))


def test_every_condition_names_what_tei_has() -> None:
    known = {str(one.get("name")) for one in etree.parse(ENTRY.parent / "coverage.xml").iter("element")}
    told = [name for module in modules(ENTRY, own=True) for one in module for name in one.get(IF, "").split()]
    assert len(told) > 10
    assert {name for name in told if not name.startswith("@")} <= known


def test_documents_have_elements_namespaces_attributes_and_values() -> None:
    has = holdings([etree.fromstring(f'<TEI xmlns="{TEI}"><p type="a"/></TEI>'), etree.fromstring("<w/>")])
    yes = ["TEI", "p", "w", f"{{{TEI}", "@type", "@type=a"]
    assert [name for name in (*yes, "q", "@facs", "@type=b") if has(name)] == yes


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How our rules are compiled, each time that they are."""
    told: list[str] = []
    whole, part = Stylesheet.compile, Stylesheet.compile_for

    def compile_all(path: Path) -> Stylesheet:
        told.append("all")
        return whole(path)

    def compile_part(path: Path, trees: Iterable[Tree]) -> Stylesheet:
        told.append("cut")
        return part(path, trees)

    monkeypatch.setattr(Stylesheet, "compile", compile_all)
    monkeypatch.setattr(Stylesheet, "compile_for", compile_part)
    here = Ours(ENTRY)
    monkeypatch.setattr("rubricator.publication.ours.ours", lambda: here)
    return told


def test_one_document_alone_gets_its_own_rules_and_a_second_one_all(compiled: list[str]) -> None:
    made = formats(("html", "text", "epub"), alone=True)
    assert compiled == []
    for body, then in (
        ("<p>a</p>", ["cut"]),
        ("<p><app/></p>", ["cut", "all"]),
        ("<p>c</p>", ["cut", "all"]),
    ):
        given = context(tei(body))
        for one in made:
            one.publish(given)
        Parts.forget()
        assert compiled == then


def test_for_many_documents_all_rules_are_compiled_at_once(compiled: list[str]) -> None:
    (made,) = formats(("html",))
    assert compiled == ["all"]
    made.publish(context(tei("<p>a</p>")))
    assert compiled == ["all"]
