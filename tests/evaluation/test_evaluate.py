"""Evaluation: what people marked is read as gold, taken out, and held against what is suggested."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.document import Document
from rubricator.evaluation import Gold, evaluate, read_gold, render
from rubricator.source import Source

BODY = (
    '<p>On <date when="1933-05-12">May 12</date> <persName ref="#stalin">Stalin</persName> left '
    '<placeName ref="#moscow">Moscow</placeName>, <choice>\n<sic>teh</sic>\n<corr>the</corr></choice> city, '
    'with <name type="person">Molotov</name>.</p>'
    "<list><item><persName>Listed <persName>Twice</persName></persName></item></list>"
)


def gold(body: str = BODY) -> Gold:
    markup = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    return read_gold(Document.of(Source(markup.encode())), "x.xml")


def suggesting(*claims: tuple[Kind, str, dict[str, str], str | None]) -> Annotator:
    def annotator(document: Document) -> list[Annotation]:
        made = []
        for kind, words, attributes, correction in claims:
            start = document.text.index(words)
            span = Span(start, start + len(words))
            given = tuple(attributes.items())
            made.append(Annotation(kind, span, rule="names.x", attributes=given, correction=correction))
        return made

    return annotator


def test_gold_is_what_people_marked_and_the_rest_is_the_same_text() -> None:
    read = gold()
    words = [(m.kind.value, read.bare.text[m.span.start : m.span.end]) for m in read.marks]
    assert words == [
        ("date", "May 12"),
        ("persName", "Stalin"),
        ("placeName", "Moscow"),
        ("sic", "teh"),
        ("persName", "Molotov"),
        ("persName", "Listed Twice"),
    ]
    assert "persName" not in read.bare.source.markup
    assert "choice" not in read.bare.source.markup
    assert read.bare.text.startswith("On May 12 Stalin left Moscow, teh city, with Molotov.")


def test_white_space_at_the_ends_of_a_mark_is_no_part_of_it() -> None:
    read = gold("<p>at last left<placeName> Holly-grove\n</placeName>for <orgName> </orgName>good</p>")
    assert [read.bare.text[m.span.start : m.span.end] for m in read.marks] == ["Holly-grove", " "]


def test_figures_follow_from_what_is_suggested() -> None:
    result = evaluate(
        [gold()],
        [
            suggesting(
                (Kind.PERS_NAME, "Stalin", {"ref": "person:stalin"}, None),
                (Kind.PERS_NAME, "with Molotov", {}, None),
                (Kind.PERS_NAME, "left", {}, None),
                (Kind.DATE, "May 12", {"when": "1933-05-12"}, None),
                (Kind.SIC, "teh", {}, "ten"),
                (Kind.PLACE_NAME, "Moscow", {"ref": "place:kyiv"}, None),
            )
        ],
    )
    person = result.scores[Kind.PERS_NAME]
    assert (person.gold, person.suggested, person.exact, person.overlapping) == (3, 3, 1, 2)
    assert person.precision() == pytest.approx(1 / 3)
    assert person.recall(overlap=True) == pytest.approx(2 / 3)
    assert (person.linked, person.right_links) == (1, 1)
    assert (result.scores[Kind.PLACE_NAME].linked, result.scores[Kind.PLACE_NAME].right_links) == (1, 0)
    assert (result.scores[Kind.DATE].dated, result.scores[Kind.DATE].right_dates) == (1, 1)
    assert (result.scores[Kind.SIC].corrections, result.scores[Kind.SIC].right_corrections) == (1, 0)
    assert [(d.missed, d.words) for d in result.differences] == [(True, "Listed Twice"), (False, "left")]


def test_what_is_not_sure_enough_counts_only_when_asked_for() -> None:
    def unsure(document: Document) -> list[Annotation]:
        return [Annotation(Kind.PERS_NAME, Span(10, 16), Certainty.LOW)]

    assert evaluate([gold()], [unsure]).scores[Kind.PERS_NAME].suggested == 0
    assert evaluate([gold()], [unsure], frozenset(Certainty)).scores[Kind.PERS_NAME].exact == 1


def test_table_json_and_page_tell_the_same() -> None:
    result = evaluate([gold()], [suggesting((Kind.PERS_NAME, "Stalin", {}, None))])
    assert "persName      3      1  1.000  0.333" in render.table(result)
    values = json.loads(render.as_json(result))
    assert values["kinds"]["persName"]["exact"]["recall"] == 0.3333
    assert len(values["differences"]) == 5
    assert "<b>Molotov</b>" in render.page(result)


@pytest.mark.shared
def test_real_documents_can_be_read_as_gold(shared: Path) -> None:
    for path in sorted((shared / "corpora" / "names" / "our-village").glob("*.xml"))[:6]:
        assert read_gold(Document.of(Source.read(path)), path.name).marks, path.name
