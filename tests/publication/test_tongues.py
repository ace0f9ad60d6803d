"""What a header says several times over, each time in another language."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.publication.helpers import page, publish

from rubricator.publication.arrangement import arranged

TITLES = """<title type="main" xml:lang="en">Records</title>
<title type="main" xml:lang="de">Protokolle</title>
<title type="sub" xml:lang="en">Sitting 7</title><title type="sub" xml:lang="de">7. Sitzung</title>"""
DONE = '<resp xml:lang="en">Encoding</resp><resp xml:lang="de">Kodierung</resp><name>Eva</name>'
HOUSE = '<publisher><orgName xml:lang="en">House</orgName><orgName xml:lang="de">Haus</orgName></publisher>'
TERMS = '<availability><p xml:lang="en">Free.</p><p xml:lang="de">Frei.</p></availability>'


def told(
    language: str,
    *,
    titles: str = TITLES,
    terms: str = TERMS,
    text: str = "<text><body><p>a</p></body></text>",
) -> bytes:
    """A document in that language, with a header in English and German."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}"><teiHeader><fileDesc>'
        f"<titleStmt>{titles}<respStmt>{DONE}</respStmt></titleStmt><publicationStmt>{HOUSE}{terms}</publicationStmt>"
        f'<sourceDesc><p xml:lang="en">A book.</p><p xml:lang="de">Und ein Heft.</p></sourceDesc>'
        f"</fileDesc></teiHeader>{text}</TEI>"
    ).encode()


def said(data: bytes) -> str:
    return publish("text", data).files[0].data.decode()


def test_readers_have_in_one_language_what_a_header_says_in_several() -> None:
    german, english = said(told("de")), said(told("en"))
    for words in (
        ": Protokolle: 7. Sitzung\n",
        "Other title: Records\n",
        "Haus",
        "Kodierung",
        "Frei.",
    ):
        assert words in german
    for words in (": Records: Sitting 7\n", "Other title: Protokolle\n", "House", "Encoding", "Free."):
        assert words in english
    for words in ("Sitting", "House", "Encoding", "Free."):
        assert words not in german


def test_a_header_in_neither_of_their_languages_is_read_as_it_begins() -> None:
    assert "Records: Sitting 7" in said(told("fr"))


AUTHOR = '<author xml:lang="ru"{0}>Иван Белкин</author><author xml:lang="en"{1}>{2}</author>'


@pytest.mark.parametrize(
    ("first", "second", "name", "authors"),
    [
        ("", "", "Ivan Belkin", ["Иван Белкин"]),
        (' ref="#b"', ' ref="#b"', "Ivan Belkin", ["Иван Белкин"]),
        (' ref="#b"', ' ref="#n"', "Clara Nye", ["Иван Белкин", "Clara Nye"]),
        ("", "", "Белкин, И.", ["Иван Белкин", "Белкин, И."]),  # in one script they may be two
    ],
)
def test_an_author_named_in_two_scripts_is_one(
    first: str, second: str, name: str, authors: list[str]
) -> None:
    made = said(told("ru", titles=TITLES + AUTHOR.format(first, second, name)))
    assert [line.partition(": ")[2] for line in made.splitlines() if line.startswith("Author: ")] == authors


def test_paragraphs_about_a_source_may_say_several_things() -> None:
    assert "A book." in said(told("de"))
    assert "Und ein Heft." in said(told("de"))


def test_what_only_one_language_tells_stays() -> None:
    terms = TERMS.replace("<availability>", '<availability><p xml:lang="en">Ask us.</p>')
    made = said(told("de", terms=terms))
    for words in ("Free.", "Ask us.", "Frei."):
        assert words in made


def test_the_page_is_headed_by_the_title_in_the_language_of_the_document() -> None:
    assert page(told("de")).findtext(".//{*}h1") == "Protokolle"


BESIDE = "<standOff><listPlace><place><placeName>Graz</placeName></place></listPlace></standOff>"


def test_lists_beside_the_text_stand_after_it() -> None:
    both = f"{BESIDE}<text><body><p>The text.</p></body></text>"
    made = said(told("en", text=both))
    assert made.index("The text.") < made.index("Graz")


def test_several_lists_beside_the_text_keep_their_order() -> None:
    stands = "<standOff n='1'/><standOff n='2'/><text/><standOff n='3'/>"
    root = etree.fromstring(f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{stands}</TEI>")
    assert [one.get("n") for one in arranged(root)] == [None, "1", "2", "3"]
    assert [one.get("n") for one in root] == ["1", "2", None, "3"]
