"""What a publication says of its edition: source, licence, who did what, in words that stand apart."""

from __future__ import annotations

import pytest
from tests.publication.helpers import HEADER, page, publish, tei

from rubricator.publication.format import Publication

BIBL = "<bibl>A Source, 1933.</bibl>"
LICENCE = '<licence target="https://example.org/free">Free to read.</licence>'
EDITORS = '<respStmt xml:id="editors"><resp>Review</resp><name>The Editors</name></respStmt>'


def about(section: str, before: str, after: str) -> list[str]:
    """The paragraphs, terms and names of *section* where the header has *after* for *before*."""
    found = page(tei("<p>One.</p>", header=HEADER.replace(before, after)))
    place = f".//{{*}}section[@class='about']/{{*}}section[@class='{section}']"
    wanted = {f"{{http://www.w3.org/1999/xhtml}}{name}" for name in ("p", "dt", "dd")}
    parts = [part for one in found.findall(place) for part in one.iter(*wanted)]
    return [" ".join("".join(map(str, part.itertext())).split()) for part in parts]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "<bibl><title>A Book</title><author>Roe, Jane</author><pubPlace>London</pubPlace>"
            "<date>1902</date></bibl>",
            "A Book. Roe, Jane. London. 1902.",
        ),
        (
            '<bibl><title>A Book?</title><ref target="https://example.org/b"/><date when="1902-05"/></bibl>',
            "A Book? https://example.org/b May 1902.",
        ),
        ("<bibl><author>Jane Roe</author>, <title>A Book</title> (1902)</bibl>", "Jane Roe, A Book (1902)"),
        (
            "<biblFull><titleStmt><title>[A Book</title><author>A., fl. 1593.</author></titleStmt>"
            "<publicationStmt><publisher>For R. Jones,</publisher><pubPlace>[London :</pubPlace>"
            "<date>1593]</date></publicationStmt>"
            "<notesStmt><note>Lacks its title page.</note></notesStmt></biblFull>",
            "[A Book. A., fl. 1593. For R. Jones, [London : 1593]. Lacks its title page.",
        ),
    ],
)
def test_the_parts_of_a_source_stand_apart_even_if_only_tags_part_them(written: str, shown: str) -> None:
    assert about("source", BIBL, written) == [shown]


def test_a_licence_keeps_its_paragraphs_and_its_address_is_given_once() -> None:
    written = '<licence target="https://example.org/free"><p>You may:</p><p>Read.</p></licence>'
    assert about("licence", LICENCE, written) == ["You may:", "Read. https://example.org/free"]
    bare = '<licence target="https://example.org/free">https://example.org/free</licence>'
    assert about("licence", LICENCE, bare) == ["https://example.org/free"]
    text = publish("text", tei("<p>One.</p>", header=HEADER.replace(LICENCE, written))).files[0].data.decode()
    assert "Licence: You may: Read. https://example.org/free" in " ".join(text.split())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<editor><name>Roe, Jane</name><name>Doe, Ann</name></editor>", ["Editor", "Roe, Jane", "Doe, Ann"]),
        (
            "<editor><persName><forename>Jane</forename><surname>Roe</surname></persName></editor>",
            ["Editor", "Jane Roe"],
        ),
        (
            "<funder><orgName>A Fund</orgName>"
            "<address><street>1 Lane</street><postCode>1010</postCode></address></funder>",
            ["Funder", "A Fund, 1 Lane, 1010"],
        ),
        (
            "<respStmt><resp>Typed by:</resp><name>Roe, Jane</name><name>Doe, Ann</name></respStmt>",
            ["Typed by", "Roe, Jane", "Doe, Ann"],
        ),
        ("<respStmt><resp>Edited by</resp><name><!-- who? --></name></respStmt>", []),
        (
            '<editor role="editor">A</editor><editor role="translator">B</editor>'
            '<editor role="ill">C</editor>',
            ["Editor", "A", "Translator", "B", "Illustrator", "C"],
        ),
        ('<editor role="general_editor">A</editor>', ["General editor", "A"]),
        ('<editor role="http://id.loc.gov/vocabulary/relators/trl">A</editor>', ["Translator", "A"]),
        ('<editor role="https://example.org/x27">A</editor>', ["Editor", "A"]),
        ('<respStmt><resp key="trl"/><name>A</name></respStmt>', ["Translator", "A"]),
    ],
)
def test_each_person_has_a_line_and_a_part_that_names_nobody_has_none(written: str, shown: list[str]) -> None:
    assert about("responsible", EDITORS, written) == ["Markup", "Rubricator", *shown]


def test_names_that_run_the_other_way_do_not_carry_the_full_stop_with_them() -> None:
    found = page(tei("<p>One.</p>", header=HEADER.replace("Ann Author", "שלום עליכם")))
    assert found.xpath('string(//*[@class="cite"]//*[local-name() = "bdi"][1])') == "שלום עליכם."


def test_a_publisher_is_its_names_and_the_hour_is_for_machines() -> None:
    press = '<publisher>The Press</publisher><date when="2026-11-22">2026</date>'
    names = "<publisher><orgName>A</orgName><orgName>B</orgName><email>c@d.e</email></publisher>"
    written = f"{names}<date>2022-01-07T15:32:25Z</date>"
    made = publish("text", tei("<p>One.</p>", header=HEADER.replace(press, written))).files[0].data.decode()
    assert "\nPublisher: A, B, 7 January 2022\n" in made


CITED = "<listBibl><bibl><author>H. Coxley</author>, <title>Catalogue</title>.</bibl></listBibl>"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<bibl><author>H. Coxley</author>, <title>Sermons</title>.</bibl>", ["H. Coxley"]),
        (CITED, ["H. Coxley"]),
        (f"<msDesc><msIdentifier><idno>1</idno></msIdentifier><additional>{CITED}</additional></msDesc>", []),
        (f"<bibl>Sermons.<relatedItem>{CITED}</relatedItem></bibl>", []),
    ],
)
def test_who_wrote_what_a_description_cites_is_not_the_author_of_the_edition(
    source: str, shown: list[str]
) -> None:
    header = HEADER.replace("<author>Ann Author</author>", "").replace(BIBL, source)
    found = page(tei("<p>One.</p>", header=header))
    assert [one.text for one in found.findall(".//{*}p[@class='author']")] == shown


TITLES = "<title>A Title</title><author>Ann Author</author>"


@pytest.mark.parametrize(
    ("before", "after", "cited"),
    [
        ("", "", "Ann Author. “A Title.” Digital edition, The Press, 22 November 2026."),
        (
            TITLES,
            "<title>“A Title”: of “one” text</title><title type='sub'>Under it</title>"
            "<author>Roe, Ann</author><author>Jo Lee</author>",
            "Roe, Ann; Jo Lee. “‘A Title’: of ‘one’ text: Under it.” "
            "Digital edition, The Press, 22 November 2026.",
        ),
        (
            "</author>",
            "</author><editor>A B</editor><editor role='translator'><forename>C</forename>"
            "<surname>D</surname></editor>"
            "<editor role='illustrator'>E</editor><editor>Ann Author</editor><respStmt>"
            "<resp>Edited by</resp><name>F</name></respStmt>",
            "Ann Author. “A Title.” A B, F (Editor). C D (Translator). "
            "Digital edition, The Press, 22 November 2026.",
        ),
        (
            "<publicationStmt>",
            "<editionStmt><edition>Second edition.</edition></editionStmt><publicationStmt>"
            "<pubPlace>Leeds :</pubPlace><idno type='DOI'>10.5555/abc.1</idno>",
            "Ann Author. “A Title.” Digital edition, Second edition, Leeds: The Press, 22 November 2026. "
            "https://doi.org/10.5555/abc.1",
        ),
        (
            "<sourceDesc>",
            "<seriesStmt><title level='s'>A Series</title><biblScope unit='volume'>7</biblScope></seriesStmt>"
            "<sourceDesc>",
            "Ann Author. “A Title.” Digital edition, A Series, vol. 7, The Press, 22 November 2026.",
        ),
        (
            "<sourceDesc>",
            "<seriesStmt><title level='j'>A Journal</title><biblScope unit='volume'>7</biblScope>"
            "<biblScope unit='page'>3–9</biblScope></seriesStmt><sourceDesc>",
            "Ann Author. “A Title.” A Journal, vol. 7, The Press, 22 November 2026, pp. 3–9.",
        ),
        # A book, by what it says of itself or its source of it; not a letter in one of the same name.
        (
            "<title>",
            "<title level='m'>",
            "Ann Author. A Title. Digital edition, The Press, 22 November 2026.",
        ),
        (
            BIBL,
            "<bibl><title>A Title</title>, 1933.</bibl>",
            "Ann Author. A Title. Digital edition, The Press, 22 November 2026.",
        ),
        (
            BIBL,
            "<bibl><title level='a'>A Title</title> in <title>A Title</title>.</bibl>",
            "Ann Author. “A Title.” Digital edition, The Press, 22 November 2026.",
        ),
    ],
)
def test_a_citation_names_who_edited_and_translated_and_where_the_edition_stands(
    before: str, after: str, cited: str
) -> None:
    assert about("cite", before or "<p/>", after)[:1] == [cited]


@pytest.mark.parametrize(
    ("labels", "language", "source", "way"),
    [
        ("ar", "en", "Cairo, adab 12.", "ltr"),
        ("ar", "ar", "Cairo, adab 12.", "ltr"),
        ("ar", "ar", "القاهرة", None),
        ("en", "ar", "القاهرة", "rtl"),
        ("en", "ar", "Cairo, adab 12.", None),
        ("en", "fr", "Au Caire", None),
    ],
)
def test_words_of_the_header_run_their_own_way_among_labels(
    labels: str, language: str, source: str, way: str | None
) -> None:
    header = HEADER.replace(BIBL, f"<bibl>{source}</bibl>").replace(
        "<teiHeader", f'<teiHeader xml:lang="{language}"'
    )
    made = page(tei("<p>One.</p>", header=header), Publication(language=labels))
    (said,) = made.findall(".//{*}section[@class='source']/{*}p")
    assert said.get("dir") == way


def test_the_edition_its_series_and_its_numbers_are_told() -> None:
    written = """<editionStmt><edition>Second edition.</edition></editionStmt><publicationStmt>
        <idno type="DOI">10.5555/abc.1</idno><idno type="isbn">978-1-5555-0000-1</idno>
        <idno type="shelf">3</idno>"""
    header = HEADER.replace("<sourceDesc>", "<seriesStmt><title>A Series</title></seriesStmt><sourceDesc>")
    header = header.replace("<publicationStmt>", written)
    found = page(tei("<p>One.</p>", header=header)).find(".//{*}section[@class='edition']")
    assert found is not None
    said = ["".join(map(str, one.itertext())) for one in found.iter("{*}dt", "{*}dd")]
    assert said == [
        *("Edition", "Second edition", "Series", "A Series"),
        *("DOI", "10.5555/abc.1", "ISBN", "978-1-5555-0000-1"),
    ]
    assert [one.get("href") for one in found.iter("{*}a")] == ["https://doi.org/10.5555/abc.1"]
    assert about("edition", "", "") == []


@pytest.mark.parametrize(
    ("front", "times"),
    [
        ('<div type="abstract"><head>Abstract</head><p>We count.</p><p>Commas!</p></div>', 1),
        ('<div type="abstract"><p>We <hi>count</hi>. Commas!</p></div>', 1),
        ('<div type="abstract"><p>Other words.</p></div>', 2),
        ('<div type="preface"><p>We count. Commas!</p></div>', 2),
    ],
)
def test_an_abstract_that_the_text_has_itself_is_shown_once(front: str, times: int) -> None:
    profile = "<profileDesc><abstract><p>We count. Commas!</p></abstract></profileDesc></teiHeader>"
    data = tei("<p>One.</p>", header=HEADER.replace("</teiHeader>", profile))
    found = page(data.replace(b"<body>", f"<front>{front}</front><body>".encode()))
    sections = [one for one in found.iter("{*}section") if (one.get("class") or "").split()[:1] != ["about"]]
    shown = [
        one for one in sections if one.get("class") in ("abstract",) or one.get("class", "").startswith("div")
    ]
    assert len(shown) == times


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "<sourceDesc>",
            "<notesStmt><note>Bought in 1922.</note><note><p>Torn.</p><p>Mended.</p></note></notesStmt>"
            "<sourceDesc>",
            ["Note", "Bought in 1922.", "Torn.", "Mended."],
        ),
        ("<sourceDesc>", "<notesStmt><note/></notesStmt><sourceDesc>", []),
        (
            "</teiHeader>",
            "<profileDesc><textClass><keywords><term>Botany</term><term>Seaweeds</term></keywords></textClass>"
            "</profileDesc></teiHeader>",
            ["Subjects", "Botany, Seaweeds"],
        ),
        ("</teiHeader>", "<profileDesc><textClass/></profileDesc></teiHeader>", []),
    ],
)
def test_what_a_header_notes_and_its_keywords_are_told_of_the_edition(
    before: str, after: str, shown: list[str]
) -> None:
    found = page(tei("<p>One.</p>", header=HEADER.replace(before, after, 1)))
    told = found.iterfind(".//{*}section[@class='edition']//{*}dl/*")
    assert [one.text for one in told if one.text not in {"DOI"}][-len(shown) or 99 :] == shown


TITLE = "<title>A Title</title>"
KEPT = (
    "<msDesc><msIdentifier><country>England</country><settlement>Ely</settlement><idno>MS 1</idno>"
    "</msIdentifier></msDesc>"
)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (TITLE, f"{TITLE}<title type='sub'>In Two Parts</title>", "Title: A Title: In Two Parts"),
        (TITLE, f"{TITLE}<title type='alt'>Another</title>", "Other title: Another"),
        (
            TITLE,
            TITLE.replace(">", " xml:lang='ar'>", 1) + "<title xml:lang='en'>Tales</title>",
            "Other title: Tales",
        ),
        (TITLE, f"{TITLE}<title type='short'>A T.</title>", "Other title: A T."),
        (TITLE, f"<title type='abbr'>A T.</title>{TITLE}", "Title: A Title"),
        (TITLE, f"{TITLE}<title>In Two Parts</title>", "Title: A Title: In Two Parts"),
        (
            TITLE,
            "<title type='translit' xml:lang='ar-Latn'>Qiṣaṣ</title>"
            + TITLE.replace(">", " xml:lang='ar'>", 1)
            + "<title xml:lang='en'>Tales</title>",
            "Other title: Qiṣaṣ",
        ),
        (EDITORS, f"<editor>Jo March</editor>{EDITORS}", "Editor: Jo March"),
        (EDITORS, f"<editor role='translator'>Jo March</editor>{EDITORS}", "Translator: Jo March"),
        (BIBL, KEPT, "Source: Ely, MS 1"),
        (
            "<publicationStmt>",
            "<editionStmt><edition>2nd</edition></editionStmt><publicationStmt>",
            "Edition: 2nd",
        ),
        ("<date when", "<idno type='doi'>10.1234/x</idno><date when", "DOI: 10.1234/x"),
    ],
)
def test_a_plain_text_says_at_its_head_what_it_is(before: str, after: str, line: str) -> None:
    assert before in HEADER
    made = publish("text", tei("<p>One.</p>", header=HEADER.replace(before, after, 1)))
    head = made.files[0].data.decode().partition("* * *")[0]
    assert line in head.splitlines()


def test_a_revision_says_who_made_it() -> None:
    change = '<revisionDesc><change when="2019-03-01" who="#editors">Proofread.</change></revisionDesc>'
    found = page(tei("<p>One.</p>", header=HEADER.replace("</teiHeader>", f"{change}</teiHeader>")))
    item = found.find(".//{*}section[@class='history']//{*}li")
    assert item is not None
    assert item.text == "1 March 2019: Proofread. (The Editors)"


RECORDED = "<date when='1978-03-02'/>"
PERSON = "<person xml:id='h'><persName>Harold Wick</persName>{}</person>"


@pytest.mark.parametrize(
    ("recording", "said"),
    [
        (f"<recording dur='PT12M'>{RECORDED}</recording>", ["Recording: 2 March 1978, 12 min"]),
        ("<recording dur='PT1H0M5.5S'/>", ["Recording: 1 h 5.5 s"]),
        (
            f"<recording>{RECORDED}<equipment><p>A recorder.</p></equipment></recording>",
            ["A recorder.", "Recording: 2 March 1978"],
        ),
        ("<recording dur='long'><media url='a.wav' mimeType='audio/wav'/></recording>", []),
        ("<p>In a mill.</p>", ["In a mill."]),
    ],
)
def test_a_recording_is_the_source_of_what_was_said(recording: str, said: list[str]) -> None:
    found = about("source", BIBL, f"<recordingStmt>{recording}</recordingStmt>")
    assert sorted(found) == said


@pytest.mark.parametrize(
    ("person", "body", "said"),
    [
        (
            PERSON.format("<age>71</age><occupation>miller</occupation>"),
            "<u who='#h'>Aye.</u>",
            ["Harold Wick", "Age: 71", "Occupation: miller"],
        ),
        (PERSON.format(""), "<u who='#h'>Aye.</u>", []),
        # The persons of a letter are in the index.
        (PERSON.format("<age>71</age>"), "<p>Aye.</p>", []),
        ("<p>Two millers.</p>", "<p>Aye.</p>", ["Two millers."]),
    ],
)
def test_what_is_told_of_speakers_stands_about_the_edition(person: str, body: str, said: list[str]) -> None:
    told = f"<profileDesc><particDesc>{person}</particDesc></profileDesc></teiHeader>"
    made = page(tei(body, header=HEADER.replace("</teiHeader>", told)))
    section = made.find(".//{*}section[@class='participants']")
    parts = [] if section is None else section.iter("{*}p", "{*}dt", "{*}dd")
    assert [part.text for part in parts] == said


def test_where_it_was_said_stands_about_the_edition() -> None:
    setting = "<setting><locale>a kitchen</locale><date when='1978'/></setting><p>At night.</p>"
    told = f"</fileDesc><profileDesc><settingDesc>{setting}</settingDesc></profileDesc>"
    assert about("settings", "</fileDesc>", told) == ["a kitchen, 1978", "At night."]
    assert about("settings", "</fileDesc>", told.replace(setting, "<setting/>")) == []


def test_an_edition_is_told_in_paragraphs_as_well_and_cited_if_short() -> None:
    short, long = "First digital edition", "Made of the second printing, with the errata put in, " * 2
    before = "<publicationStmt>"
    for words, cited in ((short, True), (long, False)):
        after = f"<editionStmt><p>{words}</p></editionStmt>{before}"
        assert about("edition", before, after) == ["Edition", words.strip()]
        assert (words in about("cite", before, after)[0]) == cited
        made = publish("text", tei("<p>a</p>", header=HEADER.replace(before, after)))
        assert (f"Edition: {words}\n" in made.files[0].data.decode()) == cited


def test_where_an_author_works_is_told_with_who_is_responsible() -> None:
    author = "<author>Ann Author</author>"
    placed = "<author><persName>Ann Author</persName><affiliation>Delft</affiliation></author>"
    assert about("responsible", author, placed)[:2] == ["Author", "Ann Author, Delft"]
    assert "Author" not in about("responsible", author, author)


def test_a_sentence_about_the_source_has_the_address_in_its_place() -> None:
    prose = '<p>Made from <ptr target="https://example.org/a"/>, of 2003.</p>'
    assert about("source", BIBL, prose) == ["Made from https://example.org/a, of 2003."]


CHARTER = (
    '<creation><date notBefore="1210" notAfter="1225">c. 1217</date><placeName>Marlow</placeName></creation>'
)


@pytest.mark.parametrize(
    ("creation", "told"),
    [
        (CHARTER, "c. 1217, Marlow"),
        ('<creation><date from="1827-05-01" to="1827-06"/></creation>', "1 May 1827–June 1827"),
        ("<creation><date>1827-05-01</date></creation>", "1 May 1827"),
        ("<creation>Written at <placeName>Bath</placeName>.</creation>", "Written at Bath."),
        ("<creation><date/><listChange><change>First draft</change></listChange></creation>", None),
        ("", None),
    ],
)
def test_when_and_where_a_text_was_written_is_told(creation: str, told: str | None) -> None:
    header = HEADER.replace("</fileDesc>", f"</fileDesc><profileDesc>{creation}</profileDesc>")
    made = page(tei("<p>x</p>", header=header))
    assert made.findtext(".//{*}section[@class='origin']/{*}p") == told
    text = publish("text", tei("<p>x</p>", header=header)).files[0].data.decode()
    assert (f"Origin: {told}\n" in text) == (told is not None)


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ('<title>News</title>, <date when="1881-02-02"/>', "News, 2 February 1881"),
        ('<title>News</title>, <date notAfter="1881"/>', "News, by 1881"),
        ('<title>News</title>, 1881<date when="1881"/>', "News, 1881"),
        ('<title>News</title> of Feb. <date when="1881-02-02"/>', "News of Feb. "),
        ("<title>News</title>, <date/>1881", "News, 1881"),
    ],
)
def test_a_date_of_a_reference_is_told_by_its_attributes_where_no_words_are(
    reference: str, told: str
) -> None:
    made = page(tei(f"<p><bibl>{reference}</bibl></p>"))
    found = made.find(".//{*}p[@class='p']//{*}*[@class='bibl']")
    assert found is not None
    assert "".join(map(str, found.itertext())) == told
    header = HEADER.replace(BIBL, f"<bibl>{reference}</bibl>")
    source = page(tei("<p>x</p>", header=header)).find(".//{*}section[@class='source']/{*}p")
    assert source is not None
    assert "".join(map(str, source.itertext())) == told
