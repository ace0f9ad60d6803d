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
