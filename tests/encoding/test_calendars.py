"""A text dated in two calendars: the header describes the one that its dates point to."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from rubricator.annotators.dates import recogniser
from rubricator.document import Document
from rubricator.encoding.encode import encode
from rubricator.encoding.inscribe import inscribe
from rubricator.knowledge import Knowledge
from rubricator.settings import Settings
from rubricator.source import Source
from rubricator.tei import NS
from rubricator.transcription import read

LETTER = """V. I. Lenin

A Letter

Written: {written}.
Source: Collected Works, Progress Publishers, 1964, Moscow.

We met on {met} in the old capital, and about 1890 in the country.
"""


def encoded(written: str, met: str) -> Document:
    text = LETTER.format(written=written, met=met)
    return Document.of(encode(read(Source(text.encode(), "letter.txt")), Settings(date="2026-11-22")))


@pytest.mark.parametrize(
    ("written", "met"), [("May 3 (16), 1917", "3 May"), ("16 May 1917", "May 3 (16), 1917")]
)
def test_old_style_dates_point_to_a_calendar_of_the_header(written: str, met: str, checkout: Path) -> None:
    document = encoded(written, met)
    document = inscribe(document, recogniser(Knowledge())(document)).document
    assert document.root.xpath("//tei:date[@calendar='#julian']/@when-custom", namespaces=NS) == [
        "1917-05-03"
    ]
    assert document.root.xpath("count(//tei:calendarDesc/tei:calendar[@xml:id='julian'])", namespaces=NS) == 1
    grammar = etree.RelaxNG(etree.parse(str(checkout / "schema" / "rubricator.rng")))
    grammar.validate(document.root)
    assert [error.message for error in grammar.error_log] == []


def test_other_texts_describe_no_calendar() -> None:
    assert encoded("16 May 1917", "3 May").root.find(".//{*}calendarDesc") is None
