"""Findings: one for each fault, at its place, in any encoding, however broken or long the document."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import pytest
from tests.relaxng.schemas import findings, grammar

from rubricator.findings import Place
from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, accepts, validate, wider
from rubricator.validation.relaxng.foreign import TEI
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.reasons import UNEXPLAINED
from rubricator.validation.relaxng.rules import RULES
from rubricator.validation.relaxng.telling import attribute_name
from rubricator.validation.relaxng.vocabulary import Vocabulary

LETTER = grammar(
    "<grammar><start><element name='letter'>"
    "<optional><element name='head'><text/></element></optional>"
    "<oneOrMore><ref name='p'/></oneOrMore><element name='closer'><empty/></element></element></start>"
    "<define name='p'><element name='p'>"
    "<optional><attribute name='n'><data type='int'/></attribute></optional>"
    "<optional><attribute name='xml:id'><data type='ID'/></attribute></optional>"
    "<optional><attribute name='to'><data type='IDREF'/></attribute></optional>"
    "<zeroOrMore><choice><text/>"
    "<element name='date'><attribute name='when'><data type='date'/></attribute><text/>"
    "</element><element name='list'><oneOrMore><element name='item'><text/></element></oneOrMore></element>"
    "</choice></zeroOrMore></element></define></grammar>"
)


def test_a_valid_document_has_no_findings() -> None:
    letter = "<head>To X</head><p n='1'>On <date when='1933-07-15'>that day</date></p><closer/>"
    assert not findings(f"<letter>{letter}</letter>", LETTER)


def test_ten_separate_faults_are_ten_findings() -> None:
    letter = """<letter>
<p n='one'>1</p>
<p m='1'>2</p>
<p><date>3</date></p>
<p><date when='15.7.1933'>4</date></p>
<p><list/></p>
<p><list>six<item/></list></p>
<p><itme>7</itme></p>
<p><item>8</item></p>
<head>9</head>
<p><list><item>10</item><date when='1933-07-15'/></list></p>
<closer/></letter>"""
    assert [(found.rule, found.place.line if found.place else 0) for found in findings(letter, LETTER)] == [
        ("grammar.attribute-value", 2),
        ("grammar.attribute-unknown", 3),
        ("grammar.attribute-missing", 4),
        ("grammar.attribute-value", 5),
        ("grammar.element-missing", 6),
        ("grammar.text-misplaced", 7),
        ("grammar.element-unknown", 8),
        ("grammar.element-misplaced", 9),
        ("grammar.order", 10),
        ("grammar.element-misplaced", 11),
    ]


@pytest.mark.parametrize(
    ("letter", "rules"),
    [
        ("<letter><p/></letter>", ["grammar.element-missing"]),
        ("<letter><closer/></letter>", ["grammar.element-missing"]),
        ("<letter/>", ["grammar.element-missing"]),
        ("<letter><p/><closer/><closer/></letter>", ["grammar.element-repeated"]),
        ("<letter><closer/><p/></letter>", ["grammar.order"]),
        ("<letter><closr/><p/><closer/></letter>", ["grammar.element-unknown"]),
        ("<letter><pp>x</pp><closer/></letter>", ["grammar.element-unknown"]),
        ("<letter><p/><closer>x</closer></letter>", ["grammar.text-misplaced"]),
        ("<letter>On <date when='1933-07-15'/> I went<closer/></letter>", ["grammar.text-misplaced"]),
        ("<letter><date when='1933-07-15'/> I went<closer/></letter>", ["grammar.element-misplaced"]),
        (
            "<letter><p>a <x>b <y>c</x> d</y></p><p m=''/><closer/></letter>",
            [
                "grammar.element-unknown",
                "grammar.element-unknown",
                "wellformed.overlap",
                "grammar.attribute-unknown",
            ],
        ),
        ("<letter><p xml:id='a'/><p xml:id='a'/><closer/></letter>", ["grammar.id-duplicate"]),
        ("<letter><p to='a'/><closer/></letter>", ["grammar.idref-unresolved"]),
        ("<letter><p xml:id='a' to='a'/><closer/></letter>", []),
        ("<p/>", ["grammar.root"]),
        ("<letter xmlns='urn:x'><p/><closer/></letter>", ["grammar.namespace"]),
    ],
)
def test_one_fault_is_one_finding(letter: str, rules: list[str]) -> None:
    assert [found.rule for found in findings(letter, LETTER)] == rules


def test_a_repeated_id_is_left_to_others_if_they_ask_for_it() -> None:
    letter = Source(b"<letter><p xml:id='a'/><p xml:id='a'/><closer/></letter>")
    assert not validate(letter, LETTER, identities=False)
    wrong = Source(b"<letter><p xml:id='a'/><p xml:id='a' m=''/><closer/></letter>")
    assert [found.rule for found in validate(wrong, LETTER, identities=False)] == [
        "grammar.attribute-unknown"
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1", "koi8-r", "shift_jis"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_columns_are_counted_in_characters_in_any_encoding(encoding: str, newline: str) -> None:
    word = {"iso-8859-1": "für", "koi8-r": "мир", "shift_jis": "世界"}.get(encoding, "wörld 𝔁 世界")
    name = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16"}.get(encoding, encoding)
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    declaration = f'{mark}<?xml version="1.0" encoding="{name}"?>'
    text = f"{declaration}\n<letter>\n<p>{word} <dat/> {word}</p> {word}\n<closer/></letter>"
    found = findings(text.replace("\n", newline).encode(encoding), LETTER)
    column = 4 + len(word) + 1
    assert not findings(text.replace("<dat/>", "").replace(f" {word}\n", "\n").encode(encoding), LETTER)
    assert [finding.place for finding in found] == [
        Place(3, column, 3, column + 4),
        Place(3, column + 7 + len(word) + 5, 3, column + 7 + 2 * len(word) + 5),
    ]


def test_the_place_is_that_of_the_tag_the_attribute_or_the_text() -> None:
    letter = '<letter><p\n  n="1"\n  xml:id="1"/><!-- a comment --> some text\n<closer/></letter>'
    assert [(found.rule, found.place) for found in findings(letter, LETTER)] == [
        ("grammar.attribute-value", Place(3, 3, 3, 13)),
        ("grammar.text-misplaced", Place(3, 34, 3, 43)),
    ]


def test_a_fault_of_syntax_hides_no_fault_of_grammar() -> None:
    letter = "<letter><p n='x'>a & b</p><p><date>c</dat></p><p>d < e &nbsp;</p><p m='1'/><closer/></letter>"
    assert [found.rule for found in findings(letter, LETTER)] == [
        "grammar.attribute-value",
        "wellformed.ampersand",
        "grammar.attribute-missing",
        "wellformed.end-tag",
        "wellformed.less-than",
        "wellformed.entity-undeclared",
        "grammar.attribute-unknown",
    ]


def test_bytes_of_another_encoding_are_one_finding() -> None:
    found = findings("<letter><p>für dich, für mich</p><closer n='1'/></letter>".encode("cp1252"), LETTER)
    assert [finding.rule for finding in found] == ["wellformed.encoding", "grammar.attribute-unknown"]
    assert found[0].place == Place(1, 13)
    assert "Windows-1252" in found[0].remedy


def test_an_entity_of_another_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "p.xml").write_text("<p/>", encoding="utf-8")
    entity = f'<!ENTITY p SYSTEM "{(tmp_path / "p.xml").as_uri()}">'
    letter = f"<!DOCTYPE letter [{entity}]><letter>&p;<closer/></letter>"
    assert [found.rule for found in findings(letter, LETTER)] == ["wellformed.entity-external"]


def test_entities_that_grow_without_measure_are_stopped() -> None:
    laughs = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    letter = f'<!DOCTYPE letter [<!ENTITY a "{"ha" * 20}">{laughs}]><letter><p>&j;</p><closer/></letter>'
    assert [found.rule for found in findings(letter, LETTER)] == ["wellformed"]


def test_depth_and_length_are_no_obstacle() -> None:
    nest = grammar(
        "<grammar><start><ref name='a'/></start>"
        "<define name='a'><element name='a'><zeroOrMore><ref name='a'/>"
        "</zeroOrMore></element></define></grammar>"
    )
    assert not findings(b"<a>" * 20_000 + b"</a>" * 20_000, nest)
    assert len(findings(b"<a>" * 2_000 + b"<b/>" + b"</a>" * 2_000, nest)) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "shift_jis", "utf-32"])
def test_a_stream_is_judged_piece_by_piece(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    letter = declared + "<letter>" + "<p n='1'>some text</p>" * 80_000 + "<closer/></letter>"
    assert accepts(io.BytesIO(letter.encode(encoding)), LETTER)
    assert not accepts(io.BytesIO(letter.replace("<closer/>", "<clos/>").encode(encoding)), LETTER)
    assert not accepts(io.BytesIO(letter.encode(encoding)[:-20]), LETTER)


def test_memory_does_not_grow_with_the_document() -> None:
    def peak(paragraphs: int) -> int:
        letter = Source(b"<letter>" + b"<p n='1'>some text</p>" * paragraphs + b"<closer/></letter>")
        tracemalloc.start()
        assert not validate(letter, LETTER)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(60_000) < peak(100) + 3_000_000  # the parser's own buffer is a chunk of the file


def test_what_tei_has_and_the_schema_leaves_out_is_told_once(checkout: Path) -> None:
    ours = Grammar.read(checkout / "schema" / "rubricator.rng")
    facsimile = "<facsimile><surface><zone/><a xmlns='urn:a'/></surface><surface/></facsimile>"
    letter = (
        next((checkout / "tei").glob("*.xml"))
        .read_text(encoding="utf-8")
        .replace("<text", f"{facsimile}<text", 1)
    )
    (found,) = validate(Source(letter.encode()), ours)
    assert found.message == "TEI has an element <facsimile>, but this schema leaves it out."


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "<p>",
            '<p><anchor synch="#a"/>',
            "TEI has an attribute @synch for <anchor>, but this schema leaves it out.",
        ),
        ("<p>", '<p decls="#a">', "TEI has an attribute @decls for <p>, but this schema leaves it out."),
        (
            "<p>",
            '<p><code lang="xml"/>',
            "TEI has an attribute @lang for <code>, but this schema leaves it out.",
        ),
        ("<p>", '<p quantity="1">', "<p> has no attribute @quantity."),
        (
            "<author>",
            "<author><affiliation>Ely</affiliation>",
            "TEI lets <affiliation> stand in <author>, but this schema leaves it out.",
        ),
        ("<author>", "<author><item>Ely</item>", "<item> may not stand in <author>."),
    ],
)
def test_what_tei_allows_and_the_schema_does_not_is_no_mistake(
    checkout: Path, before: str, after: str, message: str
) -> None:
    ours = Grammar.read(checkout / "schema" / "rubricator.rng")
    text = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title>
    <author>B</author></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>
    </fileDesc></teiHeader><text><body><p>C</p></body></text></TEI>"""
    at = text.rindex(before)
    made = validate(Source((text[:at] + after + text[at + len(before) :]).encode()), ours)
    found = next(one for one in made if one.message == message)
    assert ("--schema tei_all.rng" in found.remedy) is ("TEI" in message)
    assert "TEI" not in message or "Remove it" not in found.remedy


@pytest.mark.shared
def test_what_tei_allows_is_said_as_tei_has_it(shared: Path, checkout: Path) -> None:
    ours = Grammar.read(checkout / "schema" / "rubricator.rng").vocabulary
    whole = Grammar.read(shared / "schemas" / "tei_all.rng").vocabulary
    names = [name for name in ours.elements if name in whole.elements and split(name)[0] == TEI]

    def attributes(vocabulary: Vocabulary, name: str) -> set[str]:
        own = (one for element in vocabulary.elements[name] for one in vocabulary.attributes(element))
        return {attribute_name(one)[1:] for one in own}

    everywhere = [attributes(whole, name) for name in whole.elements if split(name)[0] == TEI]
    assert set.intersection(*everywhere) == wider.GLOBAL
    assert {
        (one, split(name)[1])
        for name in names
        for one in attributes(whole, name) - attributes(ours, name) - wider.GLOBAL
    } == wider.ATTRIBUTES
    assert {
        (split(name)[1], split(parent)[1])
        for name in names
        for parent in set(whole.parents(name)) - set(ours.parents(name))
        if parent in ours.elements
    } == wider.PLACES


def test_a_thousand_findings_are_enough() -> None:
    letter = "<letter>" + "<p m='1'/>" * 1200 + "<closer/></letter>"
    found = findings(letter, LETTER)
    assert len(found) == 1001
    assert found[-1].rule == "grammar.more"


def test_every_rule_is_named_once_and_says_why() -> None:
    names = [rule.ident for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.why for rule in RULES)
    assert UNEXPLAINED in names


@pytest.mark.shared
def test_every_real_document_with_a_fault_gets_a_reason(shared: Path) -> None:
    tei_all = Grammar.read(shared / "schemas" / "tei_all.rng")
    told = {
        path.name: validate(Source.read(path), tei_all)
        for path in sorted((shared / "corpora" / "tei").glob("*.xml"))
    }
    assert [
        name for name, found in told.items() if any(finding.rule == UNEXPLAINED for finding in found)
    ] == []
    assert all(finding.place and finding.remedy for found in told.values() for finding in found)
