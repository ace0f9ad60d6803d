"""The diplomatic text of a document, and the place of each of its characters in the source."""

from __future__ import annotations

import pytest

from rubricator.annotation import Span
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.textmap import NotMappable

HEADER = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"


def tei(body: str, header: str = HEADER, prolog: str = "") -> Document:
    markup = (
        f'{prolog}<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'
    )
    return Document.of(Source(markup.encode("utf-8"), "test.xml"))


RESPONSIBLE = HEADER.replace("</titleStmt>", '<respStmt xml:id="ed"><name>E</name></respStmt></titleStmt>')


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One</p><p>two</p>", "One\ntwo"),
        ("<p>One</p>\n  <p>two</p>\n", "One\ntwo"),
        ("<p>Fish &amp; chips &#233; &#x1F41F;</p>", "Fish & chips é 🐟"),
        ("<p>a<!-- not text -->b<?nor this?>c</p>", "abc"),
        ("<p><![CDATA[a < b]]> c</p>", "a < b c"),
        ("<p>one<lb/>two</p>", "one\ntwo"),
        ("<p>re-\n   <lb break='no'/>enforced</p>", "re-enforced"),
        ("<p>re-<hi>\n<lb break='no'/></hi>\n enforced</p>", "re-enforced"),
        ("<p>one <pb/>two</p>", "one two"),
        ("<p>a <choice>\n <sic>teh</sic>\n <corr>the</corr>\n</choice> b</p>", "a teh b"),
        ("<p>a <choice><abbr>Dr</abbr><expan>Doctor</expan></choice> b</p>", "a Dr b"),
        ("<p>a <choice><orig>vp</orig><reg>up</reg></choice> b</p>", "a vp b"),
        ("<p>lost <supplied>words</supplied> here</p>", "lost  here"),
        ("<p>D<ex>octo</ex>r</p>", "Dr"),
        ("<p>One<note>a note</note> two</p>", "One two\na note"),
        ('<p>One<note type="transcription-error">odd</note> two</p>', "One two"),
        ("<p>kept <del>struck</del> <add>put in</add></p>", "kept struck put in"),
        ("<p><app><lem>this</lem><rdg>that</rdg></app> it is</p>", "this it is"),
        ("<p><app><rdg>this</rdg><rdg>that</rdg></app> it is</p>", "this it is"),
        ("<list>\n<item>one</item><item>two</item></list>", "one\ntwo"),
        ("<sp><speaker>HAM.</speaker><l>To be</l><l>or not</l></sp>", "HAM.\nTo be\nor not"),
        ("<p><fw>12</fw>Page text</p>", "Page text\n12"),
        ("<p>a<graphic url='x'/>b</p>", "ab"),
        ("<p>John<space unit='chars' quantity='3'/>Doe</p>", "John\nDoe"),
        ("<p>John <space/> Doe</p>", "John  Doe"),
        ("<p>John<cb/>Doe<pb/>and<gb/>wife</p>", "John\nDoe\nand\nwife"),
        ("<p>wri<pb break='no'/>ting<cb break='no'/>s<lb break='no'/>.</p>", "writings."),
        ("<p>wri<fw>[12]</fw>ting</p>", "writing\n[12]"),
        ("<p>wri<milestone unit='folio'/>ting<anchor xml:id='a'/>s</p>", "writings"),
        ("<p>wri<gap reason='lost'/>ng</p>", "wring"),
        ("<p>wri<gap><desc>hole</desc></gap>ng</p>", "wring"),
        ("<p>wri<g ref='#ti'>ti</g>ng <g ref='#thorn'/>e</p>", "writing e"),
        ("<p>wri<note place='margin'>sic</note>ting</p>", "writing\nsic"),
        ("<figure><head>H</head><figDesc>D</figDesc></figure><p>x</p>", "H\nx"),
        ("<p></p><p>only</p>", "only"),
        ("", ""),
    ],
)
def test_the_text_is_the_witness_s_words(body: str, text: str) -> None:
    assert tei(body).text == text


def test_an_editor_s_note_is_told_by_whom_it_is_signed() -> None:
    body = '<p>a<note resp="#ed">mine</note>b<note resp="#author">his</note>c</p>'
    assert tei(body, RESPONSIBLE).text == "abc\nhis"


def test_line_ends_of_every_kind_are_one_character() -> None:
    document = tei("<p>one\r\ntwo\rthree\nfour</p>")
    assert document.text == "one\ntwo\nthree\nfour"
    for word in ("one", "two", "three", "four"):
        start = document.text.index(word)
        first, last = document.map.source_range(Span(start, start + len(word)))
        assert document.source.markup[first:last] == word


def test_every_character_maps_to_the_markup_that_stands_for_it() -> None:
    document = tei("<p>é &amp; <hi>&#66;c</hi> &eacute;</p>", prolog='<!DOCTYPE TEI SYSTEM "tei.dtd">')
    assert document.text == "é & Bc é"
    found = [document.map.source_range(Span(i, i + 1)) for i in range(len(document.text))]
    assert [document.source.markup[a:b] for a, b in found] == [
        "é", " ", "&amp;", " ", "&#66;", "c", " ", "&eacute;",
    ]  # fmt: skip
    assert document.supplied == ("eacute",)


def test_entities_of_the_document_s_own_are_expanded() -> None:
    prolog = '<!DOCTYPE TEI [<!ENTITY ed "the <!--no--> editor"><!ENTITY who "&ed2;"><!ENTITY ed2 "we">]>'
    prolog = prolog.replace("<!--no-->", "and")
    assert tei("<p>&ed; &who;</p>", prolog=prolog).text == "the and editor we"


@pytest.mark.parametrize(
    ("prolog", "body", "message"),
    [
        ("", "<p>a & b</p>", "not well-formed"),
        ("", "<p>a", "not well-formed"),
        ("", "<p>&eacute;</p>", "not well-formed"),
        ('<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hosts">]>', "<p>&x;</p>", "entity x"),
        ('<!DOCTYPE TEI [<!ENTITY % x SYSTEM "x.ent"> %x;]>', "<p>b</p>", "entity x"),
        ("", "<hi>" * 100 + "</hi>" * 100, "more than 100 deep"),
    ],
)
def test_what_is_no_document_is_refused_with_its_reason(prolog: str, body: str, message: str) -> None:
    with pytest.raises(InputRefused, match=message):
        tei(body, prolog=prolog)


def test_an_entity_that_holds_markup_can_be_read_but_not_mapped() -> None:
    document = tei("<p>&who;</p>", prolog='<!DOCTYPE TEI [<!ENTITY who "<name>we</name>">]>')
    with pytest.raises(InputRefused, match="entity holds markup"):
        _ = document.text


def test_a_declared_but_unused_external_entity_does_no_harm() -> None:
    prolog = '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hosts">]>'
    assert tei("<p>b</p>", prolog=prolog).text == "b"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "koi8-r"])
def test_the_text_does_not_depend_on_the_encoding(encoding: str) -> None:
    word = "Сталин" if encoding == "koi8-r" else "café"
    declared = "utf-8" if encoding.startswith("utf-8") else encoding
    markup = f'<?xml version="1.0" encoding="{declared}"?>\n<TEI><text><p>{word}</p></text></TEI>'
    assert Document.of(Source(markup.encode(encoding), "x.xml")).text == word


def test_elements_know_their_place_in_markup_and_text() -> None:
    document = tei("<p>One <hi>two</hi><lb/></p>")
    hi = next(element for element in document.elements if element.name == "hi")
    assert document.source.markup[hi.open_start : hi.close_end] == "<hi>two</hi>"
    assert hi.span == Span(4, 7)
    assert document.elements[hi.parent].name == "p"
    assert document.place(Span(4, 7)).line == 1


@pytest.mark.parametrize(
    ("header", "date"),
    [
        ("<profileDesc><creation><date when='1933-05-12'/></creation></profileDesc>", "1933-05-12"),
        ("<fileDesc><sourceDesc><bibl><date from='1933'/></bibl></sourceDesc></fileDesc>", "1933"),
        ("", None),
    ],
)
def test_the_document_s_date_is_the_header_s(header: str, date: str | None) -> None:
    assert tei("<p/>", f"<teiHeader>{header}</teiHeader>").date == date


def test_no_tag_can_stand_round_words_of_the_text_and_of_a_note_before_their_end() -> None:
    document = tei("<p>Stalin a <note>\n</note> b</p>")
    with pytest.raises(NotMappable, match="into a note"):
        document.map.tag_range(Span(0, len(document.text)))
