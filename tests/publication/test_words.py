"""The proof of same words finds every word that is lost, changed, moved, split, glued or added."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.publication.added import added_words
from tests.publication.helpers import corpus, formats, publish, tei

from rubricator.document import Document
from rubricator.publication.folding import folded
from rubricator.publication.format import Context
from rubricator.publication.parts import Parts
from rubricator.publication.proof import Difference, differences, prove
from rubricator.publication.streams import MAIN, Streams
from rubricator.publication.words import of_document, of_pieces, of_xhtml
from rubricator.source import Source
from rubricator.tei import Reading

DOCUMENT = tei(
    "<p>One <choice><sic>tow</sic><corr>two</corr></choice> three,<note>a note</note> "
    'fo<lb break="no"/>ur.</p><p>End</p>'
)
PAGE = (
    "<body><p>One <span data-reading='diplomatic'>tow</span><span data-reading='edited'>two</span> three,"
    "<sup data-added=''>1</sup> fo<br data-break='no'/>ur.</p><p>End</p><ol><li data-aside='note'>a note"
    "<a data-added=''> back</a></li></ol></body>"
)


def _worst(
    document: Streams, published: Streams, root: etree._Element, reading: Reading
) -> Difference | None:
    return next(iter(differences(document, published, root, reading)), None)


def difference(markup: str, reading: Reading = Reading.EDITED) -> str | None:
    root = etree.fromstring(DOCUMENT)
    found = _worst(of_document(root, reading), of_xhtml([etree.fromstring(markup)], reading), root, reading)
    return found.stream if found else None


@pytest.mark.parametrize("reading", Reading)
def test_the_same_words_are_the_same(reading: Reading) -> None:
    assert difference(PAGE, reading) is None


@pytest.mark.parametrize(
    ("old", "new", "stream"),
    [
        ("One ", "", MAIN),
        ("One ", "Once ", MAIN),
        ("One ", "One one ", MAIN),
        ("three,", "three", MAIN),
        (" three", "three", MAIN),
        ("three,", "three ,", MAIN),
        ("</p><p>End", "end</p><p>End", MAIN),
        ("three", "th ree", MAIN),
        (" data-break='no'", "", MAIN),
        ("<sup data-added=''>", "<sup>", MAIN),
        ("data-reading='edited'", "data-reading='diplomatic'", MAIN),
        ("a note", "a not", "note"),
        (" data-aside='note'", "", MAIN),
        ("data-aside='note'", "data-aside='fw'", "fw"),
    ],
)
def test_a_difference_is_found(old: str, new: str, stream: str) -> None:
    assert old in PAGE
    assert difference(PAGE.replace(old, new, 1)) == stream


def test_a_difference_names_its_line() -> None:
    data = tei("<p>One</p>\n<p>two <hi>three</hi></p>\n<p>four</p>")
    root, reading = etree.fromstring(data), Reading.EDITED
    published = of_xhtml([etree.fromstring("<p>One two three</p>")], reading)
    found = _worst(of_document(root, reading), published, root, reading)
    assert found is not None
    assert data.decode().splitlines()[found.line - 1].startswith("<p>four")
    assert "four" in found.expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a  b\n", "a b", True),
        ("a , b", "a, b", False),
        ("crushed,when", "crushed, when", False),
        ("a.\x01B", "a.B", True),
        ("a\x01b", "a b", True),
        ("a\x01b", "ab", False),
        ("a\x03b", "a b", False),
        ("(\x03b\x03)", "(b)", True),
        ("a \x00 b", "ab", True),
        ("ab", "a b", False),
        ("a.b", "ab", False),
        ("שָׁל וֹם", "שָׁלוֹם", False),
        ("ܐܒ ܓ", "ܐܒܓ", False),
    ],
)
def test_white_space_counts_between_words_alone(one: str, other: str, same: bool) -> None:
    assert (folded(one) == folded(other)) is same


@pytest.mark.parametrize(
    ("old", "new", "spaces"),
    [
        (" three", "three", 1),
        ("three", "th ree", 1),
        ("One ", "One<p/>", 0),
        (",<sup data-added=''>1</sup> fo", " ,fo", 2),
        ("three,", "thee r,", 0),
        ("One ", "", 0),
    ],
)
def test_a_space_too_many_or_too_few_is_told_and_refuses_nothing(old: str, new: str, spaces: int) -> None:
    assert old in PAGE
    made = of_xhtml([etree.fromstring(PAGE.replace(old, new, 1))], Reading.EDITED)
    root = etree.fromstring(DOCUMENT)
    context = Context(Document.of(Source(DOCUMENT, "a.xml")), "a")
    found = _worst(of_document(root, Reading.EDITED), made, root, Reading.EDITED)
    assert (found.spaces if found else 0) == spaces
    told = [*prove(Parts.of(context), made, Reading.EDITED, "a.xml", "html")]
    severities = [one.severity for one in told]
    assert severities == (["warning"] if spaces else ["error"] if found else [])
    if spaces > 1:
        assert "So at 1 more place. Nothing else differs." in told[0].message


def test_the_pieces_of_a_text_fall_into_streams() -> None:
    streams = of_pieces(
        [("One", MAIN), (" ", MAIN), ("two", MAIN), ("[1]", ""), ("\n", ""), ("", "note"), ("n", "note")]
    )
    assert streams.text(MAIN) == "One two"
    assert streams.text("note") == "n"
    assert streams.count() == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It’s the re-enforcement—of “three”.", 5),
        ("北溟有魚，其名為鯤。", 8),  # characters, since no space parts the words
        ("せいかい is 齊諧, カタ", 9),
        ("Ёлка ٢٠٠ सत्यम् 한국어 문장", 5),  # spaces part these
        ("「…」。", 0),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    data = tei(f"<p>{text}</p>")
    assert of_document(etree.fromstring(data), Reading.EDITED).count() == count


@pytest.mark.shared
@pytest.mark.parametrize("name", ["html", "text"])
def test_every_real_document_keeps_its_words(shared: Path, name: str) -> None:
    for file in corpus(shared):
        if file.stat().st_size > 400_000:
            continue  # `python -m tests.publication` looks at these too
        made = publish(name, file.read_bytes())
        assert [str(one) for one in made.findings if one.severity != "note"] == [], file.name
        assert made.words > 100, file.name


@pytest.mark.shared
def test_what_is_added_to_a_real_document_does_not_hide_its_words(shared: Path) -> None:
    for file in corpus(shared)[:4]:
        page = etree.fromstring(publish("html", file.read_bytes()).files[0].data)
        counted = of_xhtml([page], Reading.EDITED).count()
        assert counted == of_document(etree.fromstring(file.read_bytes()), Reading.EDITED).count()
        assert added_words([page])
    assert set(formats()) == {"html", "text"}


SIGNS = st.sampled_from(["a", "b", ".", " ", "\n", "\x01", "\x02", "\x03", "—"])


@given(st.lists(SIGNS, max_size=12).map("".join))
def test_a_boundary_is_one_space_and_none_beside_punctuation(text: str) -> None:
    def space(run: re.Match[str]) -> str:
        before, after = run.string[: run.start()], run.string[run.end() :]
        touching = before[-1:] + after[:1]
        if len(touching) < 2 or any(not char.isalnum() for char in touching):
            return ""
        return "" if set(run.group()) == {"\x03"} else " "

    once = " ".join(text.replace("\x02", "").split())
    for sign in "\x01\x03":
        once = once.replace(f" {sign}", f"{sign} ")
    assert folded(text) == re.sub("[\x01\x03][ \x01\x03]*", space, once)


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<stage/>b</p>",
        "<p>a<stage><precision match='@n'/></stage>b <hi>c<address/>d</hi></p>",
        "<p>a<stage><choice><sic>c</sic><corr/></choice></stage>b</p>",
        "<p>a<cit/><biblStruct/>b</p>",
        "<p>a<space> </space>b</p>",
        "<p>(b.\n<listRef><ptr target='#x'/></listRef>(c)</p>",
        "<biblStruct><series><textLang><label>a</label></textLang><editor>b</editor></series></biblStruct>",
    ],
)
@pytest.mark.parametrize("name", ["html", "text"])
def test_an_empty_block_in_a_line_parts_the_words_beside_it(name: str, body: str) -> None:
    assert [str(one) for one in publish(name, tei(body)).findings if one.severity != "note"] == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>a\ue001<label>\ue002</label>\U000f0000<label>\u200d</label>b</p>",
        "<p>a<climate><desc/></climate><label>b</label></p>",
        "<p>a<date>b<locusGrp><locus/><locus>c</locus></locusGrp></date></p>",
        "<p>a<app>\n</app><label>b</label></p>",
        "<quote><time>a</time><app loc='1'/><depth>b</depth></quote>",
        "<p>a<notatedMusic><desc>b</desc></notatedMusic>c</p>",
        "<p>a<space><desc>of a line</desc></space>b <name>c</name><space>d</space></p>",
        "<p>“<num><lb/>b<list><item/></list></num></p>",
        "<p><choice>m [k] <supplied><view/></supplied></choice><lb/>t</p>",
        "<p><del><stage/><name>a</name><caption>\n b</caption></del></p>",
        "<note>a<fw/> b <fw>c</fw> d</note>",
        "<fw>a<fw/> b</fw>",
        "<persPronouns>a<seg><stamp>\n [k]</stamp><cit/></seg></persPronouns>",
        "<listPerson><witDetail><p xml:id='p'/></witDetail><fw><name xml:id='n'/></fw></listPerson>",
        "<msDesc><msIdentifier><altIdentifier>a</altIdentifier><msName>b</msName></msIdentifier></msDesc>",
        "<p><anchor xml:id='e'>a</anchor>b<app to='#e'><lem>a</lem><rdg>c</rdg></app></p>",
        "<p>a<b xmlns='urn:x'>b<p xmlns='http://www.tei-c.org/ns/1.0'>c</p></b>d</p>",
        "<p>a<cit><b xmlns='urn:x'>b</b><b xmlns='urn:x'>c</b></cit><p xmlns='urn:x'>d</p>e</p>",
        "<p>a<b xmlns='urn:x'><p>b</p>c</b>d</p>",
        "<p>a<note xml:lang=''>b</note></p>",
        "<biblStruct><time>a<fLib><f name='b'>c</f></fLib>d</time></biblStruct>",
        "<u>c<vocal><desc>a</desc></vocal>b <note>a (<u>b<vocal><desc>c</desc></vocal>a</u></note></u>",
        "<u>( <note>b</note>a</u>",
        "<u>a<vocal><!-- b --></vocal>c w<?d e?>o<!-- <?f --><hi>r<!-- g -->d</hi></u>",
        "<p>a<foreign xml:lang='fr'>b<note>c: <q>d</q>. <q>e</q></note></foreign></p>",
        "<p xml:lang='fr'>a:<q>b</q>, <q>c</q>d</p>",
    ],
)
@pytest.mark.parametrize("name", ["html", "text"])
def test_words_are_parted_where_the_document_parts_them_and_nowhere_else(name: str, body: str) -> None:
    assert [str(one) for one in publish(name, tei(body)).findings if one.severity != "note"] == []


def test_no_sign_is_set_round_a_comment_alone() -> None:
    made = publish("text", tei("<u>a<vocal><!-- b --></vocal>c</u>")).files[0].data.decode()
    assert "\nac\n" in made


def test_white_space_stays_before_what_is_told_of_a_hand() -> None:
    body = "<p>One.\n<handShift/>two; <seg>three. <reg><stage>3</stage></reg></seg><handShift/>four</p>"
    made = publish("html", tei(body))
    assert [str(one) for one in made.findings if one.severity != "note"] == []
