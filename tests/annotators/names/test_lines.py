"""Names that run over the ends of lines and pages, and through markup, are found and inscribed whole."""

from __future__ import annotations

import pytest

from rubricator.annotators import suggest
from rubricator.annotators.names import recogniser
from rubricator.authority import Authority
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.knowledge import Knowledge
from rubricator.source import Source

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{}</p></body></text></TEI>'
PERSON = '<listPerson><person xml:id="w"><persName>George Washington</persName></person></listPerson>'
KNOWLEDGE = Knowledge(authority=Authority.of([Source(TEI.format(PERSON).encode(), "persons.xml")]))


@pytest.mark.parametrize(
    "written",
    [
        "George<lb/>Washington",
        "George\n    <lb n='2'/>Washington",
        "George <pb n='3'/>Washington",
        'George Wash<lb break="no"/>ington',
        'George Wash\n<lb break="no"/>\nington',
        "<hi>George</hi> Washington",
        "George <hi>Wash</hi>ington",
        "George <choice><sic>Washington</sic><corr>Washinton</corr></choice>",
        "George Washi&#110;gton",
    ],
)
def test_a_name_is_one_name_whatever_runs_through_it(written: str) -> None:
    document = Document.of(Source(TEI.format(f"Then {written} spoke.").encode()))
    [claim] = suggest(document, [recogniser(KNOWLEDGE)])
    assert claim.attribute("ref") == "person:w"
    made = inscribe(document, [claim])
    assert made.refused == ()
    expected = f'Then <persName ref="person:w" resp="#rubricator" cert="high">{written}</persName> spoke.'
    assert expected in made.document.source.markup
    assert made.document.text == document.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>I am, Sir, yours,</p><closer><signed>JONATHAN PELLEW.</signed></closer>", ["JONATHAN PELLEW"]),
        ("<p>I am.</p><closer><signed>THE SECRETARY.</signed></closer>", []),
        ("<head>JONATHAN PELLEW</head><p>He was young.</p>", []),
    ],
)
def test_capitals_throughout_are_a_name_where_someone_signs(text: str, found: list[str]) -> None:
    document = Document.of(Source(TEI.replace("<p>{}</p>", text).encode()))
    claims = suggest(document, [recogniser(Knowledge())])
    assert [document.text[claim.span.start : claim.span.end] for claim in claims] == found
