"""Agreement with libxml2 and jing: the same verdict on real documents and on damaged ones.

Where they differ the specification decides, and the difference stands in docs/agreement.md.
"""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from tests.conftest import CHECKOUT
from tests.relaxng.agree import corpus, verdicts
from tests.relaxng.bench import jing
from tests.relaxng.damage import PARSER, TEI, damaged
from tests.relaxng.schemas import NAMESPACES

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate


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


def differences() -> list[tuple[str, ...]]:
    """The lines of the table in docs/agreement.md: pattern, text, three verdicts, what decides."""
    page = (CHECKOUT / "docs" / "agreement.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split(" | ") for line in page.splitlines() if line.startswith("| `")]
    return [tuple(cell.strip().strip("`") for cell in row) for row in rows]


def of_them(page: tuple[str, ...], folder: Path) -> tuple[bytes, Path]:
    """The document and the schema of a line of the table."""
    schema = folder / "schema.rng"
    schema.write_text(f"<element name='p'{NAMESPACES}>{page[0]}</element>", encoding="utf-8")
    return f"<p>{page[1]}</p>".encode(), schema


@pytest.mark.parametrize("line", differences(), ids=lambda line: line[1])
def test_where_others_differ_the_specification_decides(line: tuple[str, ...], tmp_path: Path) -> None:
    data, schema = of_them(line, tmp_path)
    assert valid(data, Grammar.read(schema)) == (line[2] == "valid"), line[5]
    assert etree.RelaxNG(etree.parse(schema)).validate(etree.fromstring(data)) == (line[3] == "valid")


@pytest.mark.java
@pytest.mark.parametrize("line", differences(), ids=lambda line: line[1])
def test_jing_says_what_the_table_has(line: tuple[str, ...], tmp_path: Path) -> None:
    data, schema = of_them(line, tmp_path)
    document = tmp_path / "document.xml"
    document.write_bytes(data)
    command = jing(schema, [document])
    if not command:
        pytest.skip("jing cannot be found.")
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout
    assert ("error" not in told) == (line[4] == "valid")


@pytest.mark.shared
@pytest.mark.java
@pytest.mark.slow
def test_all_judge_damaged_documents_alike(shared: Path, checkout: Path) -> None:
    schema = checkout / "schema" / "rubricator.rng"
    paths = sorted((checkout / "tei").rglob("*.xml"))
    told = list(verdicts(schema, corpus(schema, paths, 100, seed=3)))
    assert len(told) > 100
    assert [each for each in told if each.differ] == []
