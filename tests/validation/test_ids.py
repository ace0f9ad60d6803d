"""Each id is the name of one element."""

from __future__ import annotations

from rubricator.document import Document
from rubricator.source import Source
from rubricator.validation.ids import check


def test_the_second_and_the_third_of_three_same_ids_are_told() -> None:
    markup = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p xml:id="a"/>\n'
        '<p xml:id="b"/><p xml:id="a"/><ab xml:id="a"/></TEI>'
    )
    found = list(check(Document.of(Source(markup.encode(), "letter.xml"))))
    assert [finding.rule for finding in found] == ["ids.unique", "ids.unique"]
    assert [finding.message for finding in found] == ["The xml:id a is already that of p in line 1."] * 2
