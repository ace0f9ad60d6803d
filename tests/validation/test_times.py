"""Dates that contradict their words or their file."""

from __future__ import annotations

import pytest

from rubricator.document import Document
from rubricator.source import Source
from rubricator.validation.times import check

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><publicationStmt>'


@pytest.mark.parametrize(
    ("date", "rule"),
    [
        ('<date when="1933-05-12">May 12, 1933</date>', None),
        ('<date when="1932-05-12">May 12, 1933</date>', "dates.text-differs"),
        ('<date when="1933-05-12">May 12</date>', None),
        ('<date when="1931">two years ago</date>', None),
        ('<date from="1914" to="1918">1914–18</date>', None),
        ('<date from="1914" to="1918">the war of 1915</date>', None),
        ('<date notBefore="1914" notAfter="1918">1933</date>', "dates.text-differs"),
        ('<date from="1923">since 1923</date>', None),
        ('<date when="1918-01-05" calendar="#julian">23 December 1917</date>', None),
        ('<date when="--05-01">May Day</date>', None),
        ('<date when="-0044">44 BC</date>', None),
        ('<date when="1933">12000</date>', None),
        ('<date when="2033-05-12">May 12, 2033</date>', "dates.after-file"),
        ('<date when="2026-12-31">later in the year</date>', None),
        ("<date>1933</date>", None),
    ],
)
def test_a_date_agrees_with_its_words_and_its_file(date: str, rule: str | None) -> None:
    markup = (
        f'{HEAD}<date when="2026-01-01"/></publicationStmt></fileDesc></teiHeader>'
        f"<text><body><p>{date}</p></body></text></TEI>"
    )
    found = check(Document.of(Source(markup.encode(), "letter.xml")))
    assert [finding.rule for finding in found] == ([rule] if rule else [])


def test_without_a_date_of_publication_nothing_is_too_late() -> None:
    markup = f'{HEAD}</publicationStmt></fileDesc></teiHeader><text><p><date when="2999"/></p></text></TEI>'
    assert list(check(Document.of(Source(markup.encode(), "letter.xml")))) == []
