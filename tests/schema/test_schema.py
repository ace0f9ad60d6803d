"""The schema: made from its ODD, made anew the same, valid as TEI, and never wider than TEI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.checks.tools import axe, html_validate
from tests.schema.generator import Generator

from rubricator.tei import ELEMENT_ONLY, TEI
from rubricator.validation.catalogue import catalogue
from rubricator.validation.odd import build, compiled
from rubricator.validation.relaxng import Grammar
from rubricator.validation.relaxng.attributes import Attributes
from rubricator.validation.relaxng.patterns import Has
from rubricator.validation.relaxng.rules import RULES as GRAMMAR_RULES

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SCHEMA = CHECKOUT / "schema"
ODD = SCHEMA / "rubricator.odd"
GRAMMAR = SCHEMA / "rubricator.rng"
RNG = "{http://relaxng.org/ns/structure/1.0}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
DOCUMENTS = sorted(CHECKOUT.glob("tei/*.xml")) + sorted(CHECKOUT.glob("tei/authority/*.xml"))
PARSER = etree.XMLParser(collect_ids=False)


@cache
def tei_all(shared: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(shared / "schemas" / "tei_all.rng")))


@cache
def grammar_of_every_element() -> etree.RelaxNG:
    """Our grammar, with every element allowed as the root."""
    grammar = etree.parse(str(GRAMMAR))
    start = grammar.find(RNG + "start")
    assert start is not None
    choice = etree.SubElement(start, RNG + "choice")
    for name in sorted(Generator(GRAMMAR).elements):
        etree.SubElement(choice, RNG + "ref", name=name)
    start.remove(start[0])
    return etree.RelaxNG(grammar)


def complaints(schema: etree.RelaxNG, root: etree._Element) -> list[str]:
    tree = etree.ElementTree(etree.fromstring(etree.tostring(root, with_tail=False), PARSER))
    return [] if schema.validate(tree) else [str(entry) for entry in schema.error_log]


def examples() -> Iterator[tuple[str, etree._Element]]:
    """Each example of the ODD with the name of the specification or chapter that it stands in."""
    for example in etree.parse(str(ODD), PARSER).iter(EXAMPLES + "egXML"):
        owner = next(above for above in example.iterancestors() if above.get("ident") or above.get("{*}id"))
        for root in example:
            if isinstance(root.tag, str):
                yield str(owner.get("ident")), _as_tei(root)


def _as_tei(example: etree._Element) -> etree._Element:
    text = etree.tostring(example, encoding="unicode", with_tail=False)
    return etree.fromstring(text.replace(EXAMPLES[1:-1], TEI), PARSER)


def test_what_comes_from_the_odd_is_fresh() -> None:
    for name, data in compiled(ODD.read_bytes(), ODD.name).items():
        assert (SCHEMA / name).read_bytes() == data, f"{name} is stale: run rubricator schema build"


def test_the_table_of_white_space_agrees_with_the_grammar() -> None:
    """Where the grammar lets elements stand but no text, white space between them is layout."""
    grammar = Grammar.read(GRAMMAR)
    for element in grammar.elements:
        name = element.name.rpartition(" ")[2]
        content = Attributes(element.pattern, grammar.automaton.derivatives).content
        assert content is not None
        if content.has(Has.ELEMENT | Has.TEXT | Has.STRING):
            assert content.has(Has.TEXT | Has.STRING) != (name in ELEMENT_ONLY), name


def test_building_twice_writes_the_same_files(tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in build(ODD, tmp_path)}
    assert {path.name: path.read_bytes() for path in build(ODD, tmp_path)} == first
    assert set(first) == {"rubricator.rng", "rubricator.sch", "rubricator.sch.xsl", "guidelines.html"}


@pytest.mark.node
@pytest.mark.chromium
def test_the_guidelines_are_an_accessible_page() -> None:
    page = SCHEMA / "guidelines.html"
    assert html_validate(page) == ()
    assert axe(page) == ()


def test_the_guidelines_explain_every_rule_at_an_address_of_its_own() -> None:
    page = (SCHEMA / "guidelines.html").read_text("utf-8")
    grammars = {rule.ident for rule in GRAMMAR_RULES}  # explained by the command alone
    assert [
        ident for ident in catalogue() if ident not in grammars and f'id="rule.{ident}"' not in page
    ] == []


def test_the_guidelines_describe_every_element_and_fetch_nothing() -> None:
    page = (SCHEMA / "guidelines.html").read_text("utf-8")
    missing = [name for name in Generator(GRAMMAR).elements if f'id="element.{name}"' not in page]
    assert missing == []
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", page)


def test_every_link_of_the_guidelines_leads_somewhere() -> None:
    page = (SCHEMA / "guidelines.html").read_text("utf-8")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_grammar_gives_every_element_a_way_to_be_valid() -> None:
    generator = Generator(GRAMMAR)
    assert {name for name, depth in generator.depths.items() if depth > 20} == set()


@pytest.mark.parametrize(
    ("owner", "example"), list(examples()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_example_of_the_guidelines_is_valid(owner: str, example: etree._Element) -> None:
    assert complaints(grammar_of_every_element(), example) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_of_the_edition_is_valid(path: Path) -> None:
    schema = etree.RelaxNG(etree.parse(str(GRAMMAR)))
    assert complaints(schema, etree.parse(str(path), PARSER).getroot()) == []


@pytest.mark.parametrize("seed", range(20))
def test_a_random_document_of_our_grammar_is_valid(seed: int) -> None:
    schema = grammar_of_every_element()
    assert complaints(schema, Generator(GRAMMAR).document(seed)) == []


@pytest.mark.shared
@pytest.mark.slow
def test_the_odd_is_valid_tei(shared: Path) -> None:
    assert complaints(tei_all(shared), etree.parse(str(ODD), PARSER).getroot()) == []


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_of_the_edition_is_valid_tei(shared: Path, path: Path) -> None:
    assert complaints(tei_all(shared), etree.parse(str(path), PARSER).getroot()) == []


@pytest.mark.shared
@pytest.mark.slow
def test_whatever_our_grammar_allows_tei_allows(shared: Path) -> None:
    generator = Generator(GRAMMAR)
    met: set[str] = set()
    for seed in range(300):
        document = generator.document(seed)
        met |= {etree.QName(element).localname for element in document.iter()}
        assert complaints(tei_all(shared), document) == [], f"seed {seed}"
    assert met == generator.elements, "the random documents must meet every element"
