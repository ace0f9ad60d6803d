"""Every element of TEI, wherever it stands, is published with its words; what is added has a known source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from tests.checks.tools import epubcheck, html_validate
from tests.publication.added import added_words
from tests.publication.helpers import context as document
from tests.publication.helpers import corpus, page, publish, tei
from tests.publication.test_reading import names

from rubricator import resources
from rubricator.publication import words
from rubricator.publication.epub import book
from rubricator.publication.format import Publication
from rubricator.publication.parts import wording
from rubricator.publication.streams import MAIN
from rubricator.stylesheet import Tree
from rubricator.tei import ELEMENT_ONLY, Reading

CONTEXTS = {
    "p": "<p>{}</p>",
    "div": "<div>{}</div>",
    "item": "<list><item>{}</item></list>",
    "list": "<list>{}</list>",
    "table": "<table>{}</table>",
    "row": "<table><row>{}</row></table>",
    "choice": "<p>q<choice>{}</choice>q</p>",
    "app": "<p>q<app>{}</app>q</p>",
    "note": "<p>q<note>{}</note></p>",
    "sp": "<sp>{}</sp>",
    "persName": '<p><persName ref="https://example.org/1">{}</persName></p>',
    "cit": "<cit>{}</cit>",
    "biblStruct": "<listBibl><biblStruct>{}</biblStruct></listBibl>",
    "rdg": '<p><app><lem>x</lem><rdg wit="#A">{}</rdg></app></p>',
    "head": "<div><head>{}</head></div>",
}
ELSEWHERE = frozenset(("TEI", "teiCorpus", "teiHeader", "lb", "pb", "cb", "gb"))
"""What is no part of a text, and what is always empty."""


def one(number: int, name: str, *, mixed: bool) -> str:
    """An element with words in and round it, as far as TEI allows any there."""
    inner = f"<hi>c{number}</hi>"
    if name not in ELEMENT_ONLY:
        inner = f"b{number} {inner}d{number}"
    return f"a{number}<{name}>{inner}</{name}>e{number}, " if mixed else f"<{name}>{inner}</{name}> "


@pytest.mark.shared
@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("format_name", ["html", "text"])
def test_every_element_keeps_its_words(shared: Path, context: str, format_name: str) -> None:
    mixed = context not in ELEMENT_ONLY
    elements = [name for name in dict.fromkeys(names(shared)) if name not in ELSEWHERE]
    body = CONTEXTS[context].format("".join(one(i, name, mixed=mixed) for i, name in enumerate(elements)))
    made = publish(format_name, tei(body))
    assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
    assert made.words > 500


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.node
@pytest.mark.java
@pytest.mark.parametrize("context", ["p", "div", "cit"])
def test_every_element_becomes_valid_html_and_a_valid_book(
    shared: Path, context: str, tmp_path: Path
) -> None:
    elements = [name for name in dict.fromkeys(names(shared)) if name not in ELSEWHERE]
    mixed = context not in ELEMENT_ONLY
    body = CONTEXTS[context].format("".join(one(i, name, mixed=mixed) for i, name in enumerate(elements)))
    (tmp_path / "every.html").write_bytes(publish("html", tei(body)).files[0].data)
    made = book.factory().publish(document(tei(body)))
    (tmp_path / "every.epub").write_bytes(made.files[0].data)
    assert html_validate(tmp_path / "every.html") == ()
    assert epubcheck(tmp_path / "every.epub") == ()


@pytest.mark.parametrize("format_name", ["html", "text"])
def test_what_is_not_tei_is_shown_with_its_text_and_named_once(format_name: str) -> None:
    made = publish(format_name, tei('<p>a <x:y xmlns:x="urn:x">b</x:y> <x:y xmlns:x="urn:x">c</x:y></p>'))
    assert [finding.message for finding in made.findings] == [
        "The element x:y is not TEI; its text is shown as it stands."
    ]
    assert made.words == 3


STRAY = {
    "words in an alternative": "<p>a<choice>STRAY<sic>b</sic><corr>c</corr></choice></p>",
    "words in an entry of the apparatus": '<p>a<app>STRAY<lem>b</lem><rdg wit="#A">c</rdg></app></p>',
    "words in breaks": '<p>a<lb>STRAY</lb>b<pb n="2">STRAY</pb>c<cb>STRAY</cb>d<gb>STRAY</gb>e</p>',
    "words between rows and cells": "<table>STRAY<head/><row>STRAY<cell>a</cell>STRAY</row>STRAY</table>",
    "words in a translated stanza": '<lg xml:id="a" xml:lang="la">STRAY<l>a</l></lg>'
    '<lg xml:lang="en" corresp="#a">STRAY<l>b</l>STRAY</lg>',
    "words between translations": '<p xml:id="a" xml:lang="la">a</p>STRAY<p xml:lang="en" corresp="#a">b</p>',
    "a comment in a space": "<p>up <space><!--wide--></space>hill, up<space/>hill STRAY</p>",
    "a comment in an anchor": '<p>a<anchor xml:id="t"><!--end--></anchor></p><listApp><app to="#t">'
    '<lem>STRAY</lem><rdg wit="#A">b</rdg></app></listApp>',
    "leaves in words that touch": "<p>a<locusGrp><locus/></locusGrp>STRAY</p>",
    "references that touch": "<listBibl><biblStruct><monogr><title>t</title><imprint/></monogr><listRef>"
    '<ref>STRAY</ref><ref target="https://a.example/">STRAY</ref><ref target="https://b.example/">STRAY</ref>'
    "</listRef></biblStruct></listBibl>",
    "a numbered chapter with nothing in it": '<div type="chapter" n="1"/>'
    '<div type="chapter" n="2"><p>STRAY</p></div><div type="section" n="3">STRAY</div>',
    "words of a translation in no paragraph": '<div type="edition"><ab>a</ab></div>'
    '<div type="translation">STRAY</div><div type="commentary">STRAY<p>b</p></div>',
    "white space in what holds none": "<p>T<substJoin> <!--c--> STRAY</substJoin></p>",
    "a stanza in a heading": "<div><head>h<lg><l>STRAY</l></lg></head><p/></div><div><head>i</head></div>",
    "a figure in a heading": "<div><head><figure><p>STRAY</p></figure></head></div><div><head>i</head></div>",
    "a list in a second heading": "<div><head>h</head><head><list><item>STRAY</item></list></head></div>",
}
"""What TEI does not allow, or hardly anybody does, and yet is met with."""


@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize("format_name", ["html", "text"])
def test_words_are_published_wherever_somebody_put_them(format_name: str, stray: str) -> None:
    made = publish(format_name, tei(STRAY[stray]))
    assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
    assert made.files[0].data.count(b"STRAY") >= STRAY[stray].count("STRAY")


@pytest.mark.parametrize("where", ["<teiHeader>", "<text "])
@pytest.mark.parametrize(
    "what", ["STRAY", "<note>STRAY</note>", '<x xmlns="urn:x">STRAY</x>', "<p>STRAY</p>"]
)
def test_words_beside_the_text_are_published(where: str, what: str) -> None:
    document = tei("<p>a</p>").decode().replace(where, what + where, 1).encode()
    for format_name in ("html", "text"):
        made = publish(format_name, document)
        assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
        assert b"STRAY" in made.files[0].data


@pytest.mark.parametrize(
    ("beside", "heading"),
    [
        ("<sourceDoc><surface><zone>a</zone></surface></sourceDoc><text/>", "The source, page by page"),
        ("<standOff><listOrg><org><p>a</p></org></listOrg></standOff>", "Organisations"),
    ],
)
def test_what_stands_beside_each_text_of_a_corpus_has_a_heading_of_its_own(beside: str, heading: str) -> None:
    one = tei("<p>a</p>").decode().partition("<text ")[0]
    corpus = f"{one.replace('<TEI', '<teiCorpus')}{beside}{one}{beside}</TEI></teiCorpus>"
    made = publish("html", corpus.encode())
    assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
    ids = re.findall(rf'<h\d[^>]* id="([^"]+)"[^>]*>{heading}<', made.files[0].data.decode())
    assert len(set(ids)) == 2


@pytest.mark.parametrize(
    ("beside", "labels"),
    [
        (
            "<listBibl><bibl>a</bibl></listBibl><listOrg><org><p>b</p></org></listOrg>",
            ["Works", "Organisations"],
        ),
        (
            "<list><listOrg><org><p>a</p></org></listOrg><listPerson><person><p>b</p></person></listPerson></list>",
            [],
        ),
        # The manuscripts of a list have headings of their own.
        ("<listBibl><msDesc><msIdentifier><idno>1</idno></msIdentifier></msDesc></listBibl>", []),
    ],
)
def test_lists_beside_the_text_are_named_once_where_nothing_else_names_what_they_hold(
    beside: str, labels: list[str]
) -> None:
    made = page(
        tei("<p>a</p>").replace(b"</teiHeader>", f"</teiHeader><standOff>{beside}</standOff>".encode())
    )
    assert [head.text for head in made.iterfind(".//*[@class='part-label']")] == labels


def test_a_heading_with_a_stanza_is_a_heading_that_contents_lead_to() -> None:
    made = page(tei("<div><head>h<lg><l>v</l></lg></head></div><div><head>i</head></div>"))
    heading = made.find(".//{*}div[@role='heading']")
    assert heading is not None
    assert heading.get("aria-level") == "2"
    assert f"#{heading.get('id')}" in [link.get("href") for link in made.iterfind(".//{*}nav//{*}a")]


@pytest.mark.shared
def test_what_is_added_comes_from_the_wording_the_header_or_the_text(shared: Path) -> None:
    """Nothing is added that a translator, an encoder or the keeper of an authority list did not write."""
    own = _words(wording("en").root) | {"Rubricator", "DOI", "ISBN", "ISSN"}
    own |= {"doi"}  # the address of DOIs
    for file in corpus(shared):
        if file.stat().st_size > 400_000:
            continue
        document = Tree.of(file.read_bytes()).root
        known = own | _words(document) | {part for one in document.iter("*") for part in _attributes(one)}
        known |= {
            one.get("type", "").capitalize() for one in document.iter("{*}div")
        }  # of which it makes a heading
        for reading in Reading:
            known |= set(re.findall(r"\w+", words.of_document(document, reading).text(MAIN)))
        made = etree.fromstring(publish("html", file.read_bytes()).files[0].data)
        for data in made.findall(".//{*}pre[@class='data']"):  # for reference managers, in their own terms
            data.clear()
        added = {word for word in added_words([made]) if not word.isdigit() and len(word) > 2}
        assert {word for word in added - known if not _joined(word, known)} == set(), file.name


def _words(root: etree._Element) -> set[str]:
    return set(re.findall(r"\w+", " ".join(map(str, root.itertext())))) | set(
        re.findall(r"\w+", "".join(map(str, root.itertext())))
    )


def _attributes(element: etree._Element) -> list[str]:
    """The values of its attributes; and its name, which examples of markup show."""
    shown = (*element.attrib.values(), *element.attrib, str(element.tag))
    return re.findall(r"\w+", " ".join(map(str, shown)))


def _joined(word: str, known: set[str]) -> bool:
    """Whether the word is two known ones that stand without a space between them."""
    return any(word[:at] in known and word[at:] in known for at in range(1, len(word)))


def test_every_word_a_stylesheet_asks_for_is_in_the_wording() -> None:
    keys = {str(entry.get("key")) for entry in wording("en").root.iter("w")}
    asked: set[str] = set()
    for file in resources.directory("xslt").rglob("*.xsl"):
        asked |= set(re.findall(r"f:word\('([^']+)'\)", file.read_text("utf-8")))
    assert asked - keys == set()


LANGUAGES = sorted(file.stem for file in (resources.directory("xslt") / "wording").glob("*.xml"))


def test_the_wording_is_there_in_these_languages() -> None:
    assert LANGUAGES == ["ar", "de", "en", "es", "fr", "it", "ru", "zh", "zh-Hant"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_once_and_says_which_it_is(language: str) -> None:
    keys = [str(entry.get("key")) for entry in wording("en").root.iter("w")]
    entries = {str(entry.get("key")): str(entry.text or "") for entry in wording(language).root.iter("w")}
    assert list(entries) == keys == list(dict.fromkeys(keys))
    assert entries["language"] == language
    assert [key for key, words in entries.items() if not words.strip()] == []
    for key, places in {
        "date-year": {"YYYY"},
        "date-month": {"YYYY", "MMMM"},
        "date-day": {"YYYY", "MMMM", "DD"},
    }.items():
        assert set(re.findall("YYYY|MMMM|DD", entries[key])) == places


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_an_image_is_called_what_is_written_on_it(language: str) -> None:
    """Who speaks to the page says what they see (WCAG 2.5.3)."""
    entries = {str(entry.get("key")): str(entry.text) for entry in wording(language).root.iter("w")}
    assert entries["facs"].startswith(entries["image"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_name", ["html", "text"])
def test_a_text_is_published_with_labels_in_every_language(language: str, format_name: str) -> None:
    choice = "<choice><sic>tow</sic><corr>two</corr></choice>"
    body = f"<p>a {choice}<note>b</note> <date when='1848-03-18'>c</date> <q>d</q></p>"
    made = publish(format_name, tei(body), Publication(language=language))
    assert [str(finding) for finding in made.findings] == []
    assert made.words == 5
    assert wording(language).root.findtext("w[@key='notes']", "") in made.files[0].data.decode()


@pytest.mark.parametrize("term", ["<del>x</del>", "<note>x</note>", "<index><term>x</term></index>"])
def test_a_term_without_words_in_the_reading_is_no_entry_of_the_index(term: str) -> None:
    made = page(tei(f"<p>a<index><term>{term}</term></index>, b<index><term>lamps</term></index></p>"))
    entries = made.findall(".//{*}span[@class='entry']")
    assert [entry.text for entry in entries] == ["lamps"]
