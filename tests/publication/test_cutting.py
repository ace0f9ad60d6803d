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
    made = [(str(one.get("match") or one.get("name")), one) for one in cut_to(document, *declarations)]
    return [name if len(one) or one.get("select") else f"[{name}]" for name, one in made]


def cut_to(document: str, *declarations: str) -> etree._Element:
    """The rules that are *declarations*, cut to *document*."""
    markup = f"""<xsl:package version="3.0" xmlns:xsl="{XSL[1:-1]}" xmlns:f="f" xmlns:fp="fp"
      xmlns:r="{IF[1:-3]}" xpath-default-namespace="{TEI}">{"".join(declarations)}</xsl:package>"""
    text = cut([etree.fromstring(markup)], [etree.fromstring(f'<TEI xmlns="{TEI}">{document}</TEI>')])
    return etree.fromstring(text.encode())


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


@pytest.mark.parametrize(
    ("condition", "document", "met"),
    [
        ("note@n", '<note/><p n="1"/>', False),
        ("note@n", '<p><note n="1"/></p>', True),
        ("note@xml:id", '<note xml:id="a"/>', True),
        ("note+ref", "<note/>", False),
        ("note+ref", "<note><ref/></note>", True),
        ("note+ref p", "<p/>", True),
        ("table+note@n", '<table/><note n="1"/>', True),
        ("note@type!=x", '<note type="x"/>', False),
        ("note@type!=x", '<note type="x"/><note type="y"/>', True),
        ("note@type!=x", '<note type="x"/><note/>', True),
        ("note@type!=x", "<p/>", False),
        ("note@type+note@type!=x", "<note/>", False),
        ("note@type+note@type!=x", '<note type="x"/>', False),
        ("w", '<w xmlns=""/>', False),  # a word of our wording
        ("@n", '<w xmlns="" n="1"/>', False),
    ],
)
def test_a_condition_is_met_by_what_the_document_has(condition: str, document: str, met: bool) -> None:
    rule = f'<xsl:template match="*" r:if="{condition}"><a/></xsl:template>'
    assert left(document, rule) == (["*"] if met else [])


@pytest.mark.parametrize(
    ("kind", "nothing"),
    [
        ("xs:boolean", "false()"),
        ("xs:string", "''"),
        ("xs:integer", "0"),
        ("map(xs:string, element()*)", "map{}"),
        ("map(xs:string, element())?", "()"),
        ("element()*", "()"),
    ],
)
def test_a_function_and_a_variable_give_the_nothing_of_their_type(kind: str, nothing: str) -> None:
    function = f'<xsl:function name="fp:a" as="{kind}" r:if="zone"><xsl:param name="x"/><xsl:if test="1"/>'
    variable = f'<xsl:variable name="fp:b" as="{kind}" r:if="zone" select="fp:y()"/>'
    asking = '<xsl:template match="p"><xsl:sequence select="fp:a(1), $fp:b"/></xsl:template>'
    rules = cut_to("<p/>", asking, f"{function}</xsl:function>", variable, ASKED)
    assert [one.get("name") for one in rules] == [None, "fp:a", "fp:b"]
    assert [one.get("select") for one in rules.iter(f"{XSL}sequence", f"{XSL}variable")][1:] == [nothing] * 2
    assert [one.tag for one in rules[1]] == [f"{XSL}param", f"{XSL}sequence"]


@pytest.mark.parametrize(
    ("header", "body", "stays"),
    [
        ("<sourceDesc><bibl/></sourceDesc>", "<p/>", False),
        ("<sourceDesc><bibl/></sourceDesc>", "<bibl/>", True),
        ("<sourceDesc><msDesc><bibl/></msDesc></sourceDesc>", "<p/>", True),
        ("<availability><p><bibl/></p></availability>", "<p/>", True),
    ],
)
def test_the_text_is_set_without_most_of_the_header(header: str, body: str, stays: bool) -> None:
    document = f"<teiHeader>{header}</teiHeader><text>{body}</text>"
    patterns = ["bibl", "sourceDesc", "sourceDesc//bibl", "teiHeader"]
    rules = [f'<xsl:template match="{one}" mode="m:xhtml"><a/></xsl:template>' for one in patterns]
    assert ("bibl" in left(document, *rules)) == stays
    assert ("sourceDesc//bibl" in left(document, *rules)) == (stays and "msDesc" in header)
    assert "teiHeader" in left(document, *rules)
    others = [rule.replace("m:xhtml", "m:reference") for rule in rules[:1]]
    assert left(document, *others) == ["bibl"]


GUARD = '<xsl:variable name="fp:b" as="xs:boolean" r:if="zone" select="fp:y()"/>'


@pytest.mark.parametrize(
    ("pattern", "stays"),
    [
        ("p[$fp:b]", False),
        ("(p | ab)[@n][$fp:b][fp:y()]", False),
        ("p[not($fp:b)]", True),
        ("p[$fp:b or @n]", True),
        ("p[$fp:b] | ab", True),
    ],
)
def test_no_pattern_matches_that_asks_for_what_is_never_so(pattern: str, stays: bool) -> None:
    rule = f'<xsl:template match="{pattern}"><a/></xsl:template>'
    assert (pattern in left("<p/><ab/>", rule, GUARD, ASKED)) == stays
    assert pattern in left("<p/><ab/><zone/>", rule, GUARD, ASKED)


def test_an_instruction_with_a_condition_gives_nothing_where_it_is_not_met() -> None:
    body = """<xsl:variable name="x" as="xs:boolean" r:if="zone" select="fp:y()"/>
      <xsl:choose><xsl:when test="fp:y()" r:if="zone"><a/></xsl:when>
      <xsl:otherwise>b</xsl:otherwise></xsl:choose>
      <xsl:if test="fp:y()" r:if="zone">a</xsl:if> words"""
    rule = f'<xsl:template match="p">{body}</xsl:template>'
    (only,) = cut_to("<p/>", rule, ASKED)
    assert [(etree.QName(one).localname, one.get("select", one.get("test"))) for one in only.iter()][1:] == [
        ("variable", "false()"),
        ("choose", None),
        ("when", "false()"),
        ("otherwise", None),
        ("sequence", "()"),
    ]
    assert [text.strip() for text in only.itertext() if text.strip()] == ["b", "words"]
    assert left("<p/><zone/>", rule, ASKED) == ["p", "fp:y"]


def documents() -> list[Path]:
    return [*genres(), ENTRY.parent.parent / "tei" / "trotsky-1933-foreign-policy.xml"]


def same(path: Path) -> None:
    """Check that a document is set by its own rules as by all, in both readings together and in each."""
    set_alike(Document.of(Source.read(path)), path.stem)


def set_alike(document: Document, name: str) -> None:
    together = {"html": frozenset(("html", "text", "epub"))}
    given = Context(document, name, publication=Publication(), together=together)
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


@pytest.mark.parametrize(
    "body",
    [
        "<p>a <app><lem>b</lem><note>So all.</note></app></p>",
        "<p>a <app from='#a'><rdg>b</rdg></app><anchor xml:id='a'/> c</p>",
        "<p>a<note type='source'>Livy</note> b<note type='transcription-error'>c</note></p>",
        "<p>a<ref target='#n'>1</ref></p><div><head>Notes</head><note xml:id='n'>b</note></div>",
        "<p>a<ref target='#n'>1</ref></p><list type='footnotes'><item xml:id='n'>b</item></list>",
        "<p>a<note n='*'>b</note></p><p>c</p><note>d</note>",
        "<p>a<note resp='#rubricator'>b</note> c<note type='author'>d</note></p>",
        "<table><row><cell>1<note n='a'>b</note></cell></row></table>",
        "<p><del>a</del></p><p><restore><del>b</del></restore> <note place='inline'>c</note></p>",
        "<p>a<note type='docket'>b</note></p><div n='2' type='book'><p n='1'>c</p><p n='2'>d</p></div>",
        "<div type='book' n='1'><p>a</p></div><div type='book' n='2'><p>b<lb n='5'/>c-<lb/>d</p></div>",
        "<div type='edition'><ab>a<lb n='5' break='no'/>b</ab></div><div type='translation'><p>c</p></div>",
        "<l n='5'>a</l><l>b</l><p><w>c</w> <pc>,</pc></p>",
        "<p><index><term>a</term></index>b</p><p xml:id='p' corresp='#q'>c</p>",
        "<msDesc><msIdentifier><settlement>a</settlement><idno>1</idno></msIdentifier></msDesc>",
        "<u>a <note>b</note></u><u>c</u>",
    ],
)
def test_whatever_a_condition_asks_for_is_set_as_by_all_rules(body: str) -> None:
    set_alike(Document.of(Source(tei(body), "body.xml")), "body")


def test_the_rules_of_one_real_document_set_it_as_all_do(shared: Path) -> None:
    for path in corpus(shared):
        same(path)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.stem)
def test_no_pattern_that_was_left_out_matches(path: Path) -> None:
    read = list(modules(ENTRY, own=True))
    patterns = {(one.get("match"), one.get("mode")): one for one in templates(read)}
    variables = [one for root in read for one in root.iterchildren(f"{XSL}variable") if one.get(IF)]
    guards = [f"[${one.get('name')}]" for one in variables]
    tree = Tree.of(path.read_bytes())
    kept = templates([etree.fromstring(cut(read, [tree.root]).encode())])
    for one in kept:
        patterns.pop((one.get("match"), one.get("mode")))
    gone = [
        one
        for one in patterns.values()
        if not (one.get(IF) or any(guard in str(one.get("match")) for guard in guards))
    ]
    assert len(gone) > 20
    assert matching(tree, [one for one in gone if one.get("mode") != "m:xhtml"]) == ""
    for header in tree.root.iter(f"{{{TEI}}}teiHeader"):  # of which little is set as text
        names = ("availability", "encodingDesc", "msDesc", "recordingStmt")
        header[:] = list(header.iter(*(f"{{{TEI}}}{name}" for name in names)))
    assert matching(Tree(tree.root), [one for one in gone if one.get("mode") == "m:xhtml"]) == ""


def matching(tree: Tree, rules: list[etree._Element]) -> str:
    """Those of the patterns, without their predicates, that match something."""
    gone = [bare(str(one.get("match"))) for one in rules]
    asked = "".join(f'<xsl:if test="exists({paths(one)})">{one}</xsl:if>' for one in gone)
    probe = f"""<xsl:stylesheet version="3.0" xmlns:xsl="{XSL[1:-1]}" xpath-default-namespace="{TEI}"
      xmlns:mml="{SPACES["mml"]}"><xsl:output method="text"/><xsl:template match="/">{asked}</xsl:template>
      </xsl:stylesheet>"""
    return Stylesheet.compile_text(probe, "probe").transform(tree)


def templates(roots: list[etree._Element]) -> list[etree._Element]:
    return [one for root in roots for one in root.iterchildren(f"{XSL}template") if one.get("match")]


def paths(pattern: str) -> str:
    """The nodes that a pattern without predicates matches, wherever they are."""
    return " | ".join(f"//{one.strip()}" for one in re.split(r"\|(?![^(]*\))", pattern))


def test_every_condition_names_what_tei_has() -> None:
    known = {str(one.get("name")) for one in etree.parse(ENTRY.parent / "coverage.xml").iter("element")}
    conditions = [one.get(IF, "") for module in modules(ENTRY, own=True) for one in module.iter()]
    told = {name.partition("@")[0] for condition in conditions for name in re.split(r"[\s+]+", condition)}
    assert len(told) > 10
    assert told - {""} <= known


def test_documents_have_elements_namespaces_attributes_and_values() -> None:
    has = holdings(
        [etree.fromstring(f'<TEI xmlns="{TEI}"><p type="a"/></TEI>'), etree.fromstring('<w n="1"/>')]
    )
    yes = ["TEI", "p", f"{{{TEI}", "@type", "@type=a"]
    assert [name for name in (*yes, "q", "w", "@n", "@facs", "@type=b") if has(name)] == yes


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How our rules are compiled, each time that they are."""
    told: list[str] = []
    whole, part = Stylesheet.compile_whole, Stylesheet.compile_for

    def compile_all(path: Path) -> Stylesheet:
        told.append("all")
        return whole(path)

    def compile_part(path: Path, trees: Iterable[Tree]) -> Stylesheet:
        told.append("cut")
        return part(path, trees)

    monkeypatch.setattr(Stylesheet, "compile_whole", compile_all)
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
