"""What each kind of text asks for: debates, plays, inscriptions, dictionaries, bibliographies, corpora."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.publication.helpers import HEADER, article, page, plain, tei

from rubricator.publication.citation import cite
from rubricator.tei import Reading


@pytest.mark.parametrize(
    "body",
    [
        "<castList><castItem><role>Anna</role><roleDesc>a printer</roleDesc></castItem></castList>",
        "<listBibl><bibl><author>Roe</author><title>Books</title></bibl></listBibl>",
        "<listPerson><person><birth><date>1790</date><name>Graz</name></birth></person></listPerson>",
        '<p><s><w>Thank</w><w join="right">you</w><pc>.</pc></s></p>',
        "<p><s><w>Yes</w></s><s><w>No</w></s></p>",
    ],
)
def test_what_only_touches_in_the_file_stands_apart(body: str) -> None:
    assert '<span class="parted"/>' in article(body)


@pytest.mark.parametrize(("between", "comma"), [("", False), (" ", True)])
def test_a_comma_stands_in_a_series_only_where_the_file_parts(between: str, comma: bool) -> None:
    series = f"<series><title>Books</title>{between}<biblScope>4</biblScope></series>"
    monogr = "<monogr><title>T</title><imprint><date>1850</date></imprint></monogr>"
    made = article(f"<biblStruct>{monogr}{series}</biblStruct>")
    assert (", " in made.partition("Books")[2]) == comma


DEBATE = """<div><note type="speaker">The President:</note>
<u who="#P"><seg>Good morning. <note type="comment">(Applause)</note> We begin.</seg>
<seg>You have the floor.</seg></u>
<note place="foot">See above.</note></div>"""


def test_a_remark_among_utterances_is_read_where_it_stands() -> None:
    made = article(DEBATE)
    assert '<p data-aside="remark" class="remark type-speaker">The President:</p>' in made
    assert '<span data-aside="remark" class="remark type-comment">(Applause)</span>' in made
    assert made.count("doc-noteref") == 1  # the footnote
    assert "Good morning. (Applause) We begin." in plain(DEBATE)


def test_the_segments_of_a_speech_are_its_paragraphs() -> None:
    assert '<div class="u segmented">' in article(DEBATE)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("One <seg>two<note>N</note></seg> three", "One two[1] three\n\n\nNotes\n\n[1] N"),
        ("a <gloss>kist <note>N</note></gloss>, aye", "a kist [1], aye\n\n\nNotes\n\n[1] N"),
        ("a <w>kist</w><note>N</note>, aye", "a kist[1], aye\n\n\nNotes\n\n[1] N"),
        # Beside what is said, and not on a word, it is read where it stands.
        ("Good. <note>Applause</note> We begin.", "Good. [Applause] We begin."),
        ("Good.<note>Applause</note>We begin.", "Good. [Applause] We begin."),
        ("Good. <note>(Applause)</note> We begin.", "Good. (Applause) We begin."),
        ("Good <gap/><note>He leaves.</note>", "Good […] [He leaves.]"),
    ],
)
def test_what_is_noted_in_an_utterance_is_told_from_what_is_said(said: str, read: str) -> None:
    assert plain(f'<u who="#A">{said}</u>') == f"A: {read}"


def test_a_speaker_named_once_for_the_utterance_and_what_is_said_of_it_is_named() -> None:
    made = article('<annotationBlock who="#B"><u>Yes.</u></annotationBlock>')
    assert '<span class="speaker" data-added="">B: </span>Yes.' in made


def test_a_speaker_has_the_sign_or_else_the_name_that_the_header_gives() -> None:
    people = '<listPerson><person xml:id="A" n="AB"><persName>Anna Berg</persName></person>'
    people += '<person xml:id="C"><persName>Carl</persName></person></listPerson>'
    told = f"<profileDesc><particDesc>{people}</particDesc></profileDesc></teiHeader>"
    header = HEADER.replace("</teiHeader>", told)
    made = page(tei('<u who="#A">Yes.</u><u who="#C">No.</u>', header=header))
    assert [each.text for each in made.iterfind(".//{*}span[@class='speaker']")] == ["AB: ", "Carl: "]


ERASED = '<del rend="erasure">Νέρων</del>'
EDITION = f'<div type="edition"><ab><lb n="1"/>δη<lb n="2" break="no"/>μος {ERASED}</ab></div>'


def test_an_edition_of_an_inscription_says_where_a_word_goes_on_in_the_next_line() -> None:
    assert 'δη<span class="hyphen" data-added="">-</span><br class="lb" data-break="no"/>' in article(EDITION)


@pytest.mark.parametrize("reading", Reading)
def test_what_was_erased_on_a_stone_is_read_in_double_brackets(reading: Reading) -> None:
    assert "⟦Νέρων⟧" in plain(EDITION, reading=reading)


@pytest.mark.parametrize(
    ("number", "words", "added"),
    [
        ("a", "a slack part", True),
        ("a", "a. slack part", False),
        ("1", "1 a bend", False),
        ("1", "12 fathoms", True),
        ("2", "a loop", True),
    ],
)
def test_the_number_of_a_sense_is_shown_unless_its_words_begin_with_it(
    number: str, words: str, added: bool
) -> None:
    made = article(f'<entry><sense n="{number}"><def>{words}</def></sense></entry>')
    assert (f'<span class="n" data-added="">{number}. </span>' in made) == added


def test_the_size_of_leaves_stands_apart_from_their_number_and_the_language_of_an_item_has_a_label() -> None:
    size = (
        '<extent>ii + 120 <dimensions unit="mm"><height>180</height><width>125</width></dimensions></extent>'
    )
    support = f"<objectDesc><supportDesc>{size}</supportDesc></objectDesc>"
    items = "<msItem><title>Calendar</title><textLang>Latin</textLang></msItem>"
    name = "<msIdentifier><idno>MS 7</idno></msIdentifier>"
    made = plain(f"<msDesc>{name}<msContents>{items}</msContents><physDesc>{support}</physDesc></msDesc>")
    assert "ii + 120 (180 × 125\xa0mm)" in made
    assert "Language: Latin" in made


def test_the_grammar_of_a_translation_stands_in_its_line() -> None:
    translation = '<cit type="translation"><quote>abaque</quote><gramGrp><gen>m</gen></gramGrp></cit>'
    sense = f"<sense><def>a frame</def>{translation}</sense>"
    made = article(f"<entry><form><orth>abacus</orth></form>{sense}</entry>")
    assert '<span class="gramGrp"' in made


def test_an_item_of_a_manuscript_begins_with_its_number() -> None:
    item = '<msItem n="2"><locus>10r</locus><msItem n="2.1"><title>A hymn</title></msItem></msItem>'
    contents = f"<msContents>{item}</msContents>"
    made = plain(f"<msDesc><msIdentifier><idno>MS</idno></msIdentifier>{contents}</msDesc>")
    assert "2. 10r\n\n2.1. A hymn" in made


def test_a_paragraph_in_a_reference_is_a_paragraph() -> None:
    terms = "<availability><p>Free.</p></availability>"
    monogr = f"<monogr><title>T</title>{terms}<imprint><date>1850</date></imprint></monogr>"
    assert '<div class="monogr"' in article(f"<biblStruct>{monogr}</biblStruct>")


def test_a_lemma_has_no_words_of_the_readings_within_it() -> None:
    inner = "<app><lem>two</lem><rdg>2</rdg></app>"
    made = page(tei(f"<p>Say <app><lem>one {inner}</lem><rdg>ane</rdg></app>.</p>"))
    lemmata = ["".join(map(str, one.itertext())) for one in made.iterfind(".//{*}span[@class='lemma']")]
    assert "one two] " in lemmata


def test_an_entry_that_stands_apart_from_its_text_says_where_it_belongs() -> None:
    made = article('<listApp><app loc="1.1"><lem>cano</lem><rdg>canto</rdg></app></listApp>')
    assert '<span class="loc" data-added="">1.1 </span>' in made


def test_a_corpus_within_a_corpus_keeps_its_notes() -> None:
    text = f"<TEI>{HEADER}<text><body><p>One<note>A note.</note></p></body></text></TEI>"
    inner = f"<teiCorpus>{HEADER}{text}</teiCorpus>"
    made = page(f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{inner}</teiCorpus>'.encode())
    assert [note.text for note in made.iterfind(".//{*}div[@data-aside='note']")] == ["A note."]


def test_a_note_that_goes_on_over_the_page_keeps_the_running_head_within_it() -> None:
    note = '<note place="foot">Begun <pb n="2"/><fw>A RUNNING HEAD</fw> and ended.</note>'
    made = article(f"<p>Text{note} and more.</p><fw>ANOTHER HEAD</fw><p>End.</p>")
    assert "ANOTHER HEAD" in made
    assert "A RUNNING HEAD" not in made  # it is in the note
    assert "A RUNNING HEAD and ended." in plain(
        f"<p>Text{note} and more.</p><fw>ANOTHER HEAD</fw><p>End.</p>", reading=Reading.DIPLOMATIC
    )


ABSTRACT = "<profileDesc><abstract><div><p>What it says.</p></div></abstract></profileDesc>"
AUTHOR = "<author><persName><forename>Ann</forename><surname>Lee</surname></persName></author>"


def test_an_article_opens_with_its_authors_and_its_abstract() -> None:
    imprint = "<monogr><title>J</title><imprint><date>1999</date></imprint></monogr>"
    source = f"<biblStruct><analytic>{AUTHOR}<title>A Title</title></analytic>{imprint}</biblStruct>"
    header = HEADER.replace("<author>Ann Author</author>", "").replace("<bibl>A Source, 1933.</bibl>", source)
    header = header.replace("</teiHeader>", f"{ABSTRACT}</teiHeader>")
    made = page(tei("<p>It says so.</p>", header=header))
    text = next(made.iter("{*}article"))
    opening = [*text.iterfind("{*}header/{*}p"), *text.iterfind("{*}section[@class='abstract']")]
    shown = ["".join(map(str, one.itertext())) for one in opening]
    assert shown == ["Ann Lee", "AbstractWhat it says."]


def test_what_comes_before_all_labels_of_a_list_has_none() -> None:
    made = article("<list><item>one</item><label>II</label><item>two</item></list>")
    assert '<dt data-added=""/><dd class="item">one</dd><dt class="label">II</dt>' in made


def test_a_reference_names_an_author_without_address_and_affiliation() -> None:
    author = AUTHOR.replace("</author>", "<email>a@example.org</email></author>")
    monogr = f"<monogr>{author}<title>Salt</title><imprint><date>1999</date></imprint></monogr>"
    source = f"<biblStruct xmlns='http://www.tei-c.org/ns/1.0'>{monogr}</biblStruct>"
    assert cite(etree.fromstring(source)) == "Ann Lee, Salt, 1999."
