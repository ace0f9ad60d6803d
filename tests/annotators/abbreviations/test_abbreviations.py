"""Abbreviations and initials: what is written out, and whose initials they are."""

from __future__ import annotations

import pytest

from rubricator.annotation import Certainty
from rubricator.annotators.abbreviations import initials_recogniser, recogniser
from rubricator.authority import Authority
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.errors import SettingsError
from rubricator.knowledge import Knowledge
from rubricator.settings import AbbreviationPolicy, Annotating, ErrorPolicy, Settings
from rubricator.source import Source

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title>
</titleStmt></fileDesc></teiHeader><text><body><p>{text}</p></body></text></TEI>"""


def document(text: str) -> Document:
    """A document whose only paragraph is *text*."""
    return Document.of(Source(TEI.format(text=text).encode()))


def knowing(profile: str = "print", **policy: object) -> Knowledge:
    """What is known with these settings of abbreviations."""
    abbreviations = AbbreviationPolicy(**policy)  # type: ignore[arg-type]
    return Knowledge(
        Settings(annotate=Annotating(errors=ErrorPolicy(profile=profile), abbreviations=abbreviations))
    )


def expanded(text: str, knowledge: Knowledge | None = None) -> list[tuple[str, str | None]]:
    """What is written out in a paragraph, and as what."""
    made = document(text)
    found = recogniser(knowledge or knowing())(made)
    return [(made.text[one.span.start : one.span.end], one.correction) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yours of the 5th inst. is to hand.", [("inst.", "instant")]),
        ("John Smith, Esq., and the Govt. of India", [("Esq.", "Esquire"), ("Govt.", "Government")]),
        ("bread, tea, &amp;c.", [("&c.", "et cetera")]),
        ("He came, viz. on Friday.", [("viz.", "namely")]),
        ("To 5 lb. tea at 3s., 2 do.", [("do.", "ditto")]),
        ("That is what we do. It was the first inst. of it. Mr. Smith and Dr. Brown", []),
        ("I send ye the news wch I had.", []),
    ],
)
def test_an_abbreviation_of_the_lists_is_written_out(text: str, found: list[tuple[str, str]]) -> None:
    assert expanded(text) == found


def test_in_a_manuscript_there_are_more() -> None:
    text = "I had ye letter wch yr brother sent; ye are kind."
    assert expanded(text, knowing("manuscript")) == [("ye", "the"), ("wch", "which"), ("yr", "your")]


def test_settings_choose_the_lists_and_add_to_them() -> None:
    assert expanded("Mr. Smith", knowing(lists=("titles",))) == [("Mr.", "Mister")]
    own = knowing(lists=(), own={"C.I.": "Communist International"})
    assert expanded("the C.I., viz. its bureau", own) == [("C.I.", "Communist International")]
    with pytest.raises(SettingsError, match="military"):
        recogniser(knowing(lists=("military",)))


def test_an_abbreviation_is_inscribed_with_what_it_stands_for() -> None:
    made = document("the Govt. of India")
    done = inscribe(made, recogniser(knowing())(made)).document
    assert (
        '<choice><abbr>Govt.</abbr><expan resp="#rubricator" cert="high">Government</expan></choice>'
        in done.source.markup
    )
    assert done.text == made.text
    assert list(recogniser(knowing())(done)) == []


LISTS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listOrg><org xml:id="ilp">
<orgName>Independent Labour Party</orgName></org></listOrg></body></text></TEI>"""
TEXT = "He left the Independent Labour Party (ILP) in May. The I.L.P. was small. ILP men were few."


def organisations(text: str, authority: Authority | None = None) -> list[tuple[str, str | None]]:
    """What is marked as an organisation with any certainty, and to which entry it leads."""
    made = document(text)
    found = initials_recogniser(Knowledge(authority=authority or Authority()))(made)
    return [
        (made.text[one.span.start : one.span.end], one.attribute("ref"))
        for one in found
        if one.cert is not Certainty.LOW
    ]


def test_initials_stand_for_the_name_that_explains_them() -> None:
    authority = Authority.of([Source(LISTS.encode(), "organisations.xml")])
    ref = "org:ilp"
    names = ["Independent Labour Party", "ILP", "I.L.P.", "ILP"]
    assert organisations(TEXT) == [(name, None) for name in names]
    assert organisations(TEXT, authority) == [(name, ref) for name in names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "the Communist Party of Great Britain (CPGB) met; the CPGB",
            ["Communist Party of Great Britain", "CPGB", "CPGB"],
        ),
        ("the Trades Union Congress (the T.U.C.).", ["Trades Union Congress", "T.U.C."]),
        ("He read the Annual Report (PDF) of the ILP.", []),
        ("The ILP was small before the Independent Labour Party (ILP).", ["Independent Labour Party", "ILP"]),
        ("King George Street (KGS) is closed.", []),
    ],
)
def test_initials_must_be_those_of_the_words_before(text: str, found: list[str]) -> None:
    assert [name for name, _ in organisations(text)] == found
