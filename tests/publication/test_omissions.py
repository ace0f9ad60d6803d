"""What a publication leaves out of its text is counted, and the report says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.publication.helpers import publish, tei

from rubricator.cli import run
from rubricator.publication.format import Publication, Shape
from rubricator.publication.omissions import omissions
from rubricator.tei import NO_TEXT

INDEX = "<index><term>lamps</term><index><term>of oil</term></index></index>"


def told(body: str) -> list[str]:
    return [finding.message for finding in omissions(etree.fromstring(tei(body)), "test.xml")]


def test_the_words_of_data_are_counted_by_element_with_the_reason() -> None:
    assert told(f"<p>lit {INDEX} at five {INDEX}</p>") == [
        "6 words of 2 <index> are in no reading of the text: its words stand in the index of subjects at the "
        "end of the page and of the book, not in the text."
    ]


@pytest.mark.parametrize("name", sorted(NO_TEXT - {"teiHeader"}))
def test_every_element_that_holds_no_text_is_told_of(name: str) -> None:
    (said,) = told(f"<{name}>one<x/>two</{name}><{name}/>")
    assert said.startswith(f"2 words of 1 <{name}> are in no reading of the text: ")


@pytest.mark.parametrize("body", ["<p>a <del>b</del></p>", "<index/>", "<p>a<note>b</note></p>"])
def test_what_some_reading_has_is_no_omission(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>a <del>b <supplied>c d</supplied></del></p>", "2 words of 1 <supplied> are"),
        ("<p><choice><sic>a<ex>b</ex></sic><corr>d</corr></choice></p>", "1 word of 1 <ex> is"),
        ("<standOff><p><surplus>a</surplus></p></standOff>", "1 word of 1 <surplus> is"),
    ],
)
def test_what_stands_between_the_readings_is_told_of(body: str, said: str) -> None:
    (first, *_) = told(body)
    assert first.startswith(said)
    assert first.endswith("in no reading of the text: no reading shows both it and what it stands in.")


def test_what_the_header_holds_is_no_omission() -> None:
    document = tei("<p>a</p>").replace(b"</teiHeader>", b"<xenoData>data</xenoData></teiHeader>")
    assert list(omissions(etree.fromstring(document), "test.xml")) == []


def test_the_text_in_paragraphs_says_how_much_it_leaves_out() -> None:
    made = publish("text", tei("<p>a<note>b c</note></p>"), Publication(shapes=(Shape.PARAGRAPHS,)))
    (said,) = (finding for finding in made.findings if finding.rule == "publication.omission")
    assert said.message.startswith(
        "2 words of notes, readings and running heads are not in the text in paragraphs"
    )


def test_publishing_tells_the_count_and_the_omissions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xml").write_bytes(tei(f"<p>lit {INDEX} at five</p>"))
    assert run(["publish", str(tmp_path / "a.xml"), "--to", "html,text", "-C", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "3 words, the same in every format." in said.err
    assert "publication.omission  3 words of 1 <index> are in no reading" in said.out


def test_witnesses_are_told_to_be_shown_elsewhere_where_they_are() -> None:
    (said,) = told('<listWit><witness xml:id="A">Codex of Ghent</witness></listWit>')
    assert said.endswith("are in no reading of the text: they are shown under “Witnesses”.")
    (said,) = told("<listWit><witness>Codex of Ghent</witness></listWit>")
    assert "Witnesses" not in said
