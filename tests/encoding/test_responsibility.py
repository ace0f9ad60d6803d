"""Who answers for the markup, said in headers of any origin: only tags are added, every other byte stays."""

from __future__ import annotations

import pytest

from rubricator.document import Document
from rubricator.encoding.responsibility import introduced
from rubricator.errors import InputRefused
from rubricator.settings import Editor
from rubricator.source import Source

EDITORS = (Editor("editors", "The editors", "Review"), Editor("hana", "Hana Ŏ & Co", "Review"))
OURS = (
    '<respStmt xml:id="rubricator"><resp>Automatic markup of structure, names, dates and apparent errors'
    '</resp><name type="application">Rubricator</name></respStmt>'
)
THEIRS = '<respStmt xml:id="editors"><resp>Review</resp><name>The editors</name></respStmt>'


def document(statement: str, *, prefix: str = "", encoding: str = "utf-8") -> Document:
    p = f"{prefix}:" if prefix else ""
    xmlns = f"xmlns:{prefix}" if prefix else "xmlns"
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<{p}TEI  {xmlns}="http://www.tei-c.org/ns/1.0">'
        f"<{p}teiHeader><{p}fileDesc>{statement}</{p}fileDesc></{p}teiHeader>"
        f"<{p}text><{p}body><{p}p>Text.</{p}p></{p}body></{p}text></{p}TEI>\n"
    )
    return Document.of(Source(text.encode(encoding), "own.xml"))


@pytest.mark.parametrize(
    ("written", "hands", "added"),
    [
        ("<titleStmt><title>A</title>|</titleStmt>", ["#rubricator"], OURS),
        ("<titleStmt><title>A</title>|</titleStmt>", ["#editors"], THEIRS),
        ("<titleStmt><title>A</title>|</titleStmt>", ["#rubricator", "#editors"], OURS + THEIRS),
        ("<titleStmt><title>A</title><author/>|<!-- c --></titleStmt>", ["#editors"], THEIRS),
        ("<titleStmt><title>A</title>|</titleStmt>", [], ""),
        ("<titleStmt><title>A</title>|</titleStmt>", ["#someone", ""], ""),
        ('<titleStmt><title>A</title>|<respStmt xml:id="editors"/></titleStmt>', ["#editors"], ""),
        (
            '<titleStmt><title>A</title>|</titleStmt><editionStmt xml:id="rubricator"/>',
            ["#rubricator"],
            "",
        ),
        (
            "\r\n\t<titleStmt>\r\n\t\t<title>A</title>|\r\n\t</titleStmt>",
            ["#editors"],
            '\r\n\t\t<respStmt xml:id="editors">\r\n\t\t\t<resp>Review</resp>'
            "\r\n\t\t\t<name>The editors</name>\r\n\t\t</respStmt>",
        ),
        (
            "\n    <titleStmt>\n        <title>A</title>|</titleStmt>",
            ["#editors"],
            '\n        <respStmt xml:id="editors">\n            <resp>Review</resp>'
            "\n            <name>The editors</name>\n        </respStmt>",
        ),
        (
            "<titleStmt>\n<title>A</title>|\n</titleStmt>",
            ["#editors"],
            '\n<respStmt xml:id="editors">\n  <resp>Review</resp>\n  <name>The editors</name>\n</respStmt>',
        ),
    ],
)
def test_each_hand_that_nothing_names_yet_is_named_behind_what_the_title_statement_holds(
    written: str, hands: list[str], added: str
) -> None:
    before, expected = document(written.replace("|", "")), document(written.replace("|", added))
    after = introduced(before, hands, EDITORS)
    assert after.source.data == expected.source.data
    assert introduced(after, hands, EDITORS) is after


def test_what_is_added_has_the_prefix_and_the_encoding_of_the_file() -> None:
    before = document("<t:titleStmt><t:title>É</t:title></t:titleStmt>", prefix="t", encoding="iso-8859-1")
    after = introduced(before, ["#hana"], EDITORS).source.data
    assert (
        b'\xc9</t:title><t:respStmt xml:id="hana"><t:resp>Review</t:resp>'
        b"<t:name>Hana &#334; &amp; Co</t:name></t:respStmt></t:titleStmt>" in after
    )


@pytest.mark.parametrize(
    "statement", ["", "<titleStmt/>", "<editionStmt><titleStmt><title/></titleStmt></editionStmt>"]
)
def test_where_no_title_statement_is_the_lines_are_there_to_paste(statement: str) -> None:
    with pytest.raises(InputRefused, match="no titleStmt") as refused:
        introduced(document(statement), ["#editors"], EDITORS)
    assert '<respStmt xml:id="editors">\n  <resp>Review</resp>\n' in refused.value.remedy


def test_a_header_that_is_included_from_another_file_is_left_to_it() -> None:
    included = document('<include xmlns="http://www.w3.org/2001/XInclude" href="header.xml"/>')
    assert introduced(included, ["#editors"], EDITORS) is included
