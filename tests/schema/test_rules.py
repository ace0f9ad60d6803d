"""Every rule: explained, with an example of each kind, and a file that breaks it and only it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from rubricator.findings import Report
from rubricator.source import Source
from rubricator.validation import Choice, Schema, across, edition_files, held_to, validate
from rubricator.validation.catalogue import catalogue
from rubricator.validation.relaxng.rules import RULES as GRAMMAR_RULES
from rubricator.validation.rules import Rule

HERE = Path(__file__).parent
INVALID = HERE / "invalid"
TOGETHER = ("authority.unused",)
"""Rules that only show beside a document that could have broken them."""
RULES = [rule for rule in catalogue().values() if rule not in GRAMMAR_RULES]  # theirs are in tests/relaxng


def report(path: Path) -> Report:
    source = Source.read(path)
    schema = held_to(source, path.parent, HERE, Choice())
    alone = validate(source, schema, edition_files(HERE)(path))
    beside = [HERE / "authority" / "persons.xml", *([HERE / "valid.xml"] if path.stem in TOGETHER else [])]
    return Report.of((*alone, *(one for one in across.check([*beside, path]) if one.file == str(path))))


def findings(path: Path) -> list[tuple[str, str]]:
    return [(finding.rule, str(finding.severity)) for finding in report(path)]


@pytest.mark.parametrize("name", ["valid.xml", "authority/persons.xml"])
def test_a_document_without_fault_gets_no_finding(name: str) -> None:
    assert findings(HERE / name) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ident)
def test_a_file_breaks_the_rule_and_only_it(rule: Rule) -> None:
    assert findings(INVALID / f"{rule.ident}.xml") == [(rule.ident, str(rule.severity))]


def test_every_file_that_breaks_a_rule_is_named_after_it() -> None:
    assert {path.stem for path in INVALID.glob("*.xml")} == {rule.ident for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ident)
def test_a_rule_says_why_it_is_there_and_shows_what_is_wrong_and_right(rule: Rule) -> None:
    assert rule.why.endswith(".")
    assert rule.wrong
    assert rule.right
    assert rule.wrong != rule.right
    assert "xmlns" not in rule.wrong + rule.right


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ident)
def test_a_message_says_what_is_wrong_and_then_what_to_do(rule: Rule) -> None:
    (finding,) = report(INVALID / f"{rule.ident}.xml")
    said = str(finding)
    assert said.endswith((".", "?"))
    assert said.count(". ") + said.count(": ") >= 1, "a fault and a remedy are two sentences"
    assert finding.place is not None


@pytest.mark.parametrize(
    ("ident", "at"),
    [
        ("names.ref-resolves", 'ref="person:jsmyth"'),
        ("pointers.local", 'target="#p9"'),
        ("ids.unique", 'xml:id="h1"'),
        ("dates.text-differs", 'when="1932-05-12"'),
        ("dates.from-before-to", '<date from="1933" to="1923">'),
        ("choice.pairs", "<choice>"),
        ("authority.lifetime", '<person xml:id="jsmith-lifetime">'),
    ],
)
def test_a_finding_stands_where_the_fault_is(ident: str, at: str) -> None:
    path = INVALID / f"{ident}.xml"
    source = Source.read(path)
    (finding,) = report(path)
    start = source.markup.rindex(at) if ident == "ids.unique" else source.markup.index(at)
    assert finding.place == source.place(start, start + len(at))


@pytest.mark.parametrize(
    ("alternatives", "found"),
    [
        ("<seg>sleep</seg><seg>wake</seg>", False),
        ("<unclear>cat</unclear><unclear>cot</unclear>", False),
        ("<seg>sleep</seg><reg>wake</reg>", True),
        ("<orig>wak</orig><corr>wake</corr>", True),
    ],
)
def test_a_choice_may_be_between_what_is_alike(alternatives: str, found: bool) -> None:
    markup = (
        (HERE / "valid.xml")
        .read_text("utf-8")
        .replace(" weak.</p>", f" <choice>{alternatives}</choice>.</p>")
    )
    source = Source(markup.encode(), str(HERE / "valid.xml"))
    rules = {one.rule for one in validate(source, held_to(source, HERE, HERE, Choice()))}
    assert ("choice.pairs" in rules) is found


def test_a_place_is_found_behind_entities_and_in_another_encoding() -> None:
    text = (HERE / "valid.xml").read_text("utf-8").replace("UTF-8", "ISO-8859-1")
    text = text.replace("<TEI", '<!DOCTYPE TEI [<!ENTITY name "J&#246;hn">]>\n<TEI', 1)
    text = text.replace("John Smith", "&name; Smïth").replace('xml:id="p2"', 'xml:id="p1"').replace("’", "'")
    source = Source(text.encode("iso-8859-1"), "letter.xml")
    (finding,) = [finding for finding in validate(source) if finding.rule == "ids.unique"]
    start = text.rindex('xml:id="p1"')
    line = text.count("\n", 0, start) + 1
    assert finding.place
    assert (finding.place.line, finding.place.column) == (line, start - text.rindex("\n", 0, start))


@pytest.mark.parametrize(
    "markup",
    [
        '<!DOCTYPE TEI SYSTEM "http://localhost:1/tei.dtd"><TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
        '<!DOCTYPE TEI [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p>&secret;</p></TEI>',
        '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">'
        '<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><p>&e;</p></TEI>',
    ],
    ids=["external DTD", "external entity", "entities in entities"],
)
def test_nothing_outside_is_read(markup: str) -> None:
    found = validate(Source(markup.encode(), "letter.xml"))
    assert len(found) > 0
    assert "root:" not in "".join(map(str, found))


def test_a_file_that_is_no_xml_is_explained_and_goes_no_further() -> None:
    found = validate(Source(b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <p>a & b</p></TEI>', "letter.xml"))
    assert "wellformed.ampersand" in {finding.rule for finding in found}
    assert "xml.readable" not in {finding.rule for finding in found}


def test_without_a_grammar_a_file_that_is_no_xml_still_has_its_finding() -> None:
    (finding,) = validate(Source(b"<TEI>\n  <p>a & b</p></TEI>", "letter.xml"), Schema())
    assert finding.rule == "xml.readable"
    assert finding.place
    assert finding.place.line == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\1\2",
        b"\xff\xfe",
        "<TEI/>".encode("utf-16"),
        b"<TEI>" * 5000,
        b"<?xml version='1.0' encoding='x'?><a/>",
    ],
    ids=["empty", "binary", "a byte order mark alone", "UTF-16", "deep", "an unknown encoding"],
)
@pytest.mark.parametrize("schema", [None, Schema()], ids=["our schema", "no schema"])
def test_whatever_comes_is_told_in_findings_and_never_raised(data: bytes, schema: Schema | None) -> None:
    found = validate(Source(data, "letter.xml"), schema)
    assert all(finding.message for finding in found)
    assert len(found) > 0 or (schema is not None and data == "<TEI/>".encode("utf-16"))


def test_examples_of_rules_are_well_formed() -> None:
    for rule in RULES:
        etree.fromstring(f'<all xmlns:xi="http://www.w3.org/2001/XInclude">{rule.right}</all>')
