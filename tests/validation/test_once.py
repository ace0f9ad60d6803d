"""One fault is one finding, where the grammar and a rule could both tell of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rubricator.source import Source
from rubricator.validation import Schema, validate

HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
    "<publicationStmt><p>No</p></publicationStmt><sourceDesc><p>No</p></sourceDesc></fileDesc></teiHeader>"
)
TWICE = f'{HEAD}<text><body><p xml:id="a">One.</p>{{}}<p xml:id="a">Two.</p></body></text></TEI>'


@pytest.mark.shared
def test_an_id_given_twice_is_told_once_under_tei_all(shared: Path) -> None:
    tei_all = Schema.read(shared / "schemas" / "tei_all.rng")
    report = validate(Source(TWICE.format("").encode(), "letter.xml"), tei_all)
    assert [finding.rule for finding in report] == ["ids.unique"]
    broken = validate(Source(TWICE.format("<p>bread & butter</p>").encode(), "letter.xml"), tei_all)
    assert [finding.rule for finding in broken] == ["wellformed.ampersand", "grammar.id-duplicate"]


ANY = """<p><date from="1933" to="1923">ten years</date>
<date notBefore="1933-05" notAfter="1933-04">May</date>
<date from="-0044" to="0014">good</date> <date from="-0014" to="-0044">bad</date>
<biblScope from="6" to="10"/>
<foreign xml:lang="lat">via</foreign> <foreign xml:lang="lat">in forma</foreign> <name resp="#p1">X</name>
<foreign xml:lang="fr" resp="#rubricator">coup d’état</foreign></p>
<listPerson><person><birth when="-0469"/><death when="-0399"/></person>
<person><birth when="1940"/><death when="1879"/></person></listPerson><p xml:id="p1">Y</p>"""
LANGUAGES = (
    "<profileDesc><langUsage><language ident='en'>English</language></langUsage></profileDesc></teiHeader>"
)


@pytest.mark.shared
def test_what_is_true_of_any_tei_is_asked_whatever_the_schema_and_once(shared: Path) -> None:
    text = f"{HEAD.replace('</teiHeader>', LANGUAGES)}<text><body>{ANY}</body></text></TEI>"
    expected = {
        "dates.from-before-to": 2,
        "dates.not-before-not-after": 1,
        "language.declared": 1,
        "resp.declared": 1,
        "authority.lifetime": 1,
    }
    tei_all = Schema.read(shared / "schemas" / "tei_all.rng")
    for schema in (Schema(), tei_all, Schema.ours()):
        found = Counter(finding.rule for finding in validate(Source(text.encode(), "letter.xml"), schema))
        assert {rule: found[rule] for rule in expected} == expected


def test_where_no_schema_types_it_an_id_given_twice_is_told_all_the_same() -> None:
    report = validate(Source(b"<p><a xml:id='a'/><a xml:id='a'/></p>", "letter.xml"), Schema())
    assert [finding.rule for finding in report] == ["ids.unique"]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("<lg><l>a</l><p>b</p></lg>", ["grammar.element-misplaced"]),
        ("<p>a <p>b</p></p>", ["grammar.element-misplaced"]),
    ],
)
def test_what_the_grammar_says_of_a_place_no_rule_says_again(
    body: str, rules: list[str], shared: Path
) -> None:
    text = f"{HEAD}<text><body>{body}</body></text></TEI>"
    report = validate(Source(text.encode(), "letter.xml"), Schema.read(shared / "schemas" / "tei_all.rng"))
    assert [finding.rule for finding in report] == rules


@pytest.mark.shared
def test_what_a_rule_says_of_something_else_in_the_same_place_stays(shared: Path) -> None:
    text = f"{HEAD}<text><body><p>a <relatedItem/></p></body></text></TEI>"
    report = validate(Source(text.encode(), "letter.xml"), Schema.read(shared / "schemas" / "tei_all.rng"))
    placed, other = (finding.place for finding in report)
    assert placed is not None
    assert other is not None
    assert (placed.line, placed.column) == (other.line, other.column)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_declaration_in_capitals_is_mended(mark: str) -> None:
    text = f"{mark}<?XML version='1.0'?>{HEAD}<text><body><p>a</p></body></text></TEI>"
    (found,) = validate(Source(text.encode(), "letter.xml"))
    assert found.rule == "wellformed.declaration"
    assert found.fix is not None
    assert found.fix.splices[0].replacement == "<?xml"


@pytest.mark.parametrize(
    ("body", "rule", "says"),
    [
        ("<lg><p>a</p></lg>", "grammar.element-misplaced", "<p> may not stand in <lg>. Write <l> for it."),
        ("<pp>a</pp>", "grammar.element-unknown", "There is no element <pp>. Did you mean <p>?"),
        (
            '<p><hi rendition="bold">a</hi></p>',
            "grammar.attribute-unknown",
            "<hi> has no attribute @rendition. Did you mean @rend?",
        ),
        (
            '<p><date when="1863-2-30">February 30</date></p>',
            "dates.impossible",
            "“February 30” is no day: February 1863 has only 28 days.",
        ),
        ('<p><date when="1863-2-30"/></p>', "grammar.attribute-value", "There is no day 30 in 1863-02."),
        ('<p><date when="1863-2-3"/></p>', "grammar.attribute-value", "Did you mean “1863-02-03”?"),
    ],
)
def test_advice_is_what_an_editor_would_give(body: str, rule: str, says: str) -> None:
    report = validate(Source(f"{HEAD}<text><body>{body}</body></text></TEI>".encode(), "letter.xml"))
    found = [finding for finding in report if finding.rule == rule]
    assert len(found) == 1
    assert says in f"{found[0].message} {found[0].remedy}"
    of_attributes = [one for one in report if one.rule in ("grammar.attribute-missing", "pointers.file")]
    assert not of_attributes
    assert bool(found[0].fix) == (rule == "grammar.attribute-unknown" or "1863-02-03" in says)
