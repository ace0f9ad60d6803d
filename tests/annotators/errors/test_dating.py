"""From when a text is, where its spelling is measured by that."""

from __future__ import annotations

import pytest

from rubricator.annotators.errors import recogniser
from rubricator.annotators.errors.dating import written
from rubricator.document import Document
from rubricator.knowledge import Knowledge
from rubricator.source import Source

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>{title}</title></titleStmt>
{header}</fileDesc></teiHeader><text><body><p>{text}</p></body></text></TEI>"""

OLD = (
    "Mr Blague of Rochester the 3 of Aprill 1602 at 9 in the morninge sent his water by his wyfe. He hath "
    "muche payne in his stomack. He recieved hir there, beinge sicke, and the the husband at sea."
)
HISTORY = "In April 1602, as the casebook says, the physician recieved a letter; it was dated 3 April 1602."


def document(text: str, title: str = "A Text", header: str = "") -> Document:
    """A document that has *title* and *text*."""
    return Document.of(Source(TEI.format(title=title, header=header, text=text).encode()))


def claims(made: Document) -> list[str]:
    """What is taken for an error in it, and would be corrected."""
    return [made.text[a.span.start : a.span.end] for a in recogniser(Knowledge())(made) if a.correction]


@pytest.mark.parametrize("title", ["Casebook extract, 1602", "Casebook extract"])
def test_an_old_text_is_not_measured_by_modern_spelling_though_its_header_has_no_date(title: str) -> None:
    assert claims(document(OLD, title)) == ["the the"]


def test_a_date_that_is_only_named_and_a_few_old_spellings_bear_each_other_out() -> None:
    half = f"{OLD} {'They gave them some water from that well. ' * 25}"
    assert claims(document(half, "Casebook extract, 1602")) == ["the the"]
    assert "morninge" in claims(document(half.replace("1602", ""), "Casebook extract"))


def test_neither_is_one_that_shows_its_age_by_its_spelling_alone() -> None:
    undated = (
        "He hath a great payne and muche sicknes of the stomacke, and his wyfe recieved the morninge water."
    )
    assert claims(document(undated)) == []


def test_who_writes_of_old_times_is_not_of_them() -> None:
    assert claims(document(HISTORY)) == ["recieved"]
    assert claims(document(HISTORY, "The Casebook of 1602")) == ["recieved"]


SOURCE = '<sourceDesc><bibl><date when="1790">1790</date></bibl></sourceDesc>'

DATES = [
    ("A Journey in May 1815", "He went.", "", "1815"),
    ("A Journey", "He went on 3 May 1815 and came back on 4 June 1816.", "", "1816"),
    ("A Journey", "He went on 3 May 1815, and his son on 4 June 1905.", "", "1905"),
    ("A Journey in May 1815", "He went on 4 June 1905.", SOURCE, "1790"),
    ("A Journey", "He bought 1815 sheep.", "", None),
    ("A Journey", "He went in May.", "", None),
]


@pytest.mark.parametrize(("title", "text", "header", "date"), DATES)
def test_the_date_is_the_header_s_else_the_title_s_else_the_latest_that_is_named(
    title: str, text: str, header: str, date: str | None
) -> None:
    assert written(document(text, title, header)) == date
