"""What a publication says of itself: what the header states, whichever way, and what the settings supply."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import etree

from rubricator.publication.citation import cite, text_of
from rubricator.publication.header import spoken
from rubricator.publication.identifiers import Identifier
from rubricator.publication.metadata import Metadata, Supplied
from rubricator.publication.names import Contributor
from rubricator.publication.parts import wording

CATALOGUE = "<listBibl><bibl><author>H. Coxley</author>, <title>Catalogue</title></bibl></listBibl>"
"""A work cited, of whose author nothing follows for the edition."""


def tei(
    title: str = "", publication: str = "", source: str = "", profile: str = "", after: str = ""
) -> Metadata:
    return Metadata.of(root(title, publication, source, profile, after), "letter")


def root(
    title: str = "", publication: str = "", source: str = "", profile: str = "", after: str = ""
) -> etree._Element:
    return etree.fromstring(
        f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>{title}</titleStmt>
        <publicationStmt>{publication}</publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc>
        <profileDesc>{profile}</profileDesc>{after}</teiHeader><text><body><p/></body></text></TEI>"""
    )


@pytest.mark.parametrize(
    ("header", "titles"),
    [
        ("<title>A Letter</title>", ["A Letter"]),
        ("", ["letter"]),
        ("<title> A\n  Letter<note>1</note> </title>", ["A Letter"]),
        ('<title type="sub">To a Friend</title><title>A Letter</title>', ["A Letter", "To a Friend"]),
        ('<title level="s">Letters</title><title level="a">A Letter</title>', ["A Letter"]),
        ('<title type="iso-date">1901-04-26</title><title level="a">A Letter</title>', ["A Letter"]),
        ('<title>One</title><title type="main">Two</title>', ["Two"]),
        ("<title>A<lb/>Letter</title>", ["A Letter"]),
        ('<title>A Let<lb break="no"/>ter</title>', ["A Letter"]),
        ("<title>A <choice><sic>Leter</sic><corr>Letter</corr></choice></title>", ["A Letter"]),
    ],
)
def test_the_main_title_comes_first_and_a_series_is_no_title(header: str, titles: list[str]) -> None:
    found = tei(header)
    assert [found.title, *found.subtitles] == titles


@pytest.mark.parametrize(
    ("header", "titles", "others"),
    [
        ('<title>A</title><title type="translated" xml:lang="en">B</title>', ["A"], ["B"]),
        ('<title type="alt">B</title><title>A</title><title type="sub">C</title>', ["A", "C"], ["B"]),
        ('<title>A</title><title type="parallel">A</title>', ["A"], []),
        ('<title type="translated">A</title>', ["A"], []),
        ('<title>A</title><title xml:lang="en">B</title>', ["A", "B"], []),
        (
            '<title xml:lang="yi">אַ דאָקטער</title><title xml:lang="en">The Doctor</title>',
            ["אַ דאָקטער"],
            ["The Doctor"],
        ),
        ('<title xml:lang="en">A</title><title type="sub" xml:lang="yi">B</title>', ["A", "B"], []),
        ('<title type="main">A</title><title type="main">B</title>', ["A", "B"], []),
        ('<title type="short">B</title><title>A</title><title type="sub">C</title>', ["A", "C"], ["B"]),
        ('<title>A</title><title type="abbr">B</title>', ["A"], ["B"]),
        (
            '<title xml:lang="ar">نص</title><title xml:lang="en">B</title>'
            '<title type="translit" xml:lang="ar-Latn">Naṣṣ</title>',
            ["نص"],
            ["B", "Naṣṣ"],
        ),
        (
            '<title type="main" xml:lang="de">A</title><title type="main" xml:lang="en">B</title>',
            ["A"],
            ["B"],
        ),
    ],
)
def test_a_title_in_another_language_is_no_subtitle(
    header: str, titles: list[str], others: list[str]
) -> None:
    found = tei(header)
    assert [found.title, *found.subtitles] == titles
    assert list(found.other_titles) == others


@pytest.mark.parametrize(
    ("header", "source", "creators"),
    [
        ("<author>Leon Trotsky</author>", "", ["Leon Trotsky"]),
        ("<author><persName>Aphrahat</persName></author>", "", ["Aphrahat"]),
        (
            "<author><persName><surname>Roe</surname><nameLink>von</nameLink><forename>Jane</forename></persName>"
            "</author>",
            "",
            ["Jane von Roe"],
        ),
        (
            '<author><name type="short">Roe</name><name type="full">Jane Roe</name></author>',
            "",
            ["Jane Roe"],
        ),
        (
            "<author><persName><surname>Roe</surname>, <forename>Jane</forename></persName></author>",
            "",
            ["Roe, Jane"],
        ),
        ("<author><name>A</name><name>B, in Latin letters</name></author>", "", ["A"]),
        ("<author>A</author><author>B</author><author>A</author>", "", ["A", "B"]),
        ("", "<biblStruct><analytic><author>A</author></analytic></biblStruct>", ["A"]),
        ("<author/>", "<bibl><author>A</author></bibl>", ["A"]),
        ("<author><forename>Charles</forename><surname>Dickens</surname></author>", "", ["Charles Dickens"]),
        ("", "<listBibl><biblStruct><monogr><author>A</author></monogr></biblStruct></listBibl>", ["A"]),
        ("", "<biblFull><titleStmt><author>A</author></titleStmt></biblFull>", ["A"]),
        ("", f"<msDesc><additional>{CATALOGUE}</additional></msDesc>", []),
        ("", f"<msDesc><surrogates>{CATALOGUE}</surrogates></msDesc>", []),
        ("", f"<listWit><witness>{CATALOGUE}</witness></listWit>", []),
        ("", f"<bibl><relatedItem>{CATALOGUE}</relatedItem></bibl>", []),
    ],
)
def test_the_authors_are_the_publications_or_else_the_sources(
    header: str, source: str, creators: list[str]
) -> None:
    assert [one.name for one in tei(header, source=source).creators] == creators


@pytest.mark.parametrize(
    ("header", "contributors"),
    [
        ("<editor>A</editor>", [Contributor("A", "edt")]),
        ('<editor role="translator">A</editor>', [Contributor("A", "trl", "translator")]),
        ('<editor role="Illustrator">A</editor>', [Contributor("A", "ill", "Illustrator")]),
        ('<editor role="trl">A</editor>', [Contributor("A", "trl", "trl")]),
        ('<editor role="founder">A</editor>', [Contributor("A", "edt", "founder")]),
        (
            '<editor><name ref="#a">A</name><name>B</name></editor>',
            [Contributor("A", "edt", "", "#a"), Contributor("B", "edt")],
        ),
        (
            "<respStmt><resp>Transcribed by</resp><name>A</name></respStmt>",
            [Contributor("A", "trc", "Transcribed by")],
        ),
        (
            "<respStmt><name>A</name><resp>TEI encoding</resp></respStmt>",
            [Contributor("A", "mrk", "TEI encoding")],
        ),
        (
            "<respStmt><resp>Coffee</resp><orgName>A</orgName></respStmt>",
            [Contributor("A", "ctb", "Coffee", body=True)],
        ),
        ('<respStmt><resp>Markup</resp><name type="application">Rubricator</name></respStmt>', []),
        ("<author>A</author><editor>A</editor>", []),
    ],
)
def test_each_contributor_has_a_relator_and_programs_are_none(
    header: str, contributors: list[Contributor]
) -> None:
    assert list(tei(header).contributors) == contributors


@pytest.mark.parametrize(
    ("publication", "identifier"),
    [
        ('<idno type="DOI">10.1000/182</idno>', "https://doi.org/10.1000/182"),
        ('<idno type="URI">https://example.org/3</idno>', "https://example.org/3"),
        ('<idno type="isbn">9783161484100</idno>', "urn:isbn:9783161484100"),
        (
            '<idno type="shelf">12</idno><idno type="handle">https://example.org/x/1</idno>',
            "https://example.org/x/1",
        ),
    ],
)
def test_an_identifier_that_is_known_everywhere_is_used(publication: str, identifier: str) -> None:
    assert tei(publication=publication).identifiers[0].uri == identifier


@pytest.mark.parametrize(
    "publication",
    ["", '<idno type="shelf">12</idno>', '<idno type="URL">https://example.org</idno>', "<idno/>"],
)
def test_where_no_identifier_is_known_everywhere_one_is_made(publication: str) -> None:
    made = tei("<title>A</title>", publication).identifiers[0]
    assert made.scheme == "UUID"
    assert made == tei("<title>A</title>", publication).identifiers[0]
    assert made != tei("<title>B</title>", publication).identifiers[0]


def test_an_identifier_once_made_stays_what_it_was() -> None:
    made = tei("<title>A</title>").identifiers
    assert made == (Identifier("UUID", "urn:uuid:b0f1a601-6c02-5847-8ba4-78c050743c2a"),)


@pytest.mark.parametrize(
    ("publication", "revision", "epoch", "modified"),
    [
        ("", '<change when="2015-09-03"/><change when="2026-11-22"/>', None, "2026-11-22T00:00:00"),
        ('<date when="2013"/>', '<change when="2015-09"/>', 86400, "2015-09-01T00:00:00"),
        ('<date when="2013"/>', "<change/>", 86400, "2013-01-01T00:00:00"),
        ("<date>2013</date>", "", None, "2013-01-01T00:00:00"),
        ("<date>long ago</date>", "", 86400, "1970-01-02T00:00:00"),
        ("", '<change when="2015-02-31"/>', 86400, "1970-01-02T00:00:00"),
        ("", '<change when="2015-02-03T12:30:00+02:00"/>', None, "2015-02-03T12:30:00"),
        ("", "", None, "1970-01-01T00:00:00"),
    ],
)
def test_the_last_change_is_the_headers_and_the_build_only_fills_in(
    publication: str, revision: str, epoch: int | None, modified: str
) -> None:
    document = root(
        publication=publication, after=f"<revisionDesc>{revision}</revisionDesc>" * bool(revision)
    )
    found = Metadata.of(document, "letter", Supplied(source_date_epoch=epoch))
    assert found.modified == datetime.fromisoformat(modified).replace(tzinfo=UTC)


def test_what_the_settings_supply_stands_over_the_header() -> None:
    document = root(
        publication="<publisher>A</publisher><availability><p>B</p></availability>",
        profile="<textClass><keywords><term>C</term></keywords></textClass>",
    )
    supplied = Supplied(
        publisher="P", isbn="9783161484100", series="S", rights="R", subjects=("T", "C"), description="D"
    )
    found = Metadata.of(document, "letter", supplied)
    assert (found.publisher, found.series, found.rights, found.description) == ("P", "S", "R", "D")
    assert found.subjects == ("T", "C")
    assert found.identifiers[0].uri == "urn:isbn:9783161484100"


def test_stylesheets_get_an_element_for_each_value_that_is_known() -> None:
    found = tei(
        '<title>A</title><title type="sub">B</title><author ref="#t">T</author>'
        "<respStmt><resp>Typed</resp><name>C</name></respStmt>",
        '<idno type="URI">https://example.org/3</idno><date when="2013"/>',
    )
    assert etree.tostring(found.as_xml(), encoding="unicode") == (
        "<metadata><title>A</title><subtitle>B</subtitle><language>und</language>"
        '<creator relator="aut" ref="#t">T</creator><contributor relator="trc" role="Typed">C</contributor>'
        "<date>2013</date>"
        "<modified>2013-01-01T00:00:00Z</modified>"
        '<identifier scheme="URI">https://example.org/3</identifier></metadata>'
    )


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("#use", ""),
        ("licence.txt", ""),
        ("#use https://example.org/free", "https://example.org/free"),
        ("urn:x:free", "urn:x:free"),
    ],
)
def test_a_licence_is_linked_where_every_book_can_reach_it(target: str, address: str) -> None:
    found = tei(publication=f'<availability><licence target="{target}">Free.</licence></availability>')
    assert (found.licence, found.rights) == (address, "Free.")


def test_an_empty_header_says_nothing_and_claims_nothing() -> None:
    found = tei()
    assert found.language == "und"
    claims = (found.creators, found.contributors, found.publisher, found.rights, found.licence)
    assert not any(claims)
    assert not found.conforms_to


ARTICLE = """<biblStruct xmlns="http://www.tei-c.org/ns/1.0">
  <analytic><title level="a">On Cats</title><author><persName>A. Writer</persName></author></analytic>
  <monogr><title level="j">The Cat</title><imprint><biblScope unit="volume" n="6">VI</biblScope>
  <biblScope unit="issue">30</biblScope><date when="1933-06-10">10 June 1933</date>
  <biblScope unit="page">1 and 4</biblScope></imprint></monogr></biblStruct>"""


def test_a_structured_reference_is_cited_as_readers_expect() -> None:
    cited = cite(etree.fromstring(ARTICLE))
    assert cited == "A. Writer, On Cats, The Cat, vol. VI no. 30, 10 June 1933, pp. 1 and 4."


def test_a_reference_leaves_out_what_only_the_program_goes_by() -> None:
    bibl = etree.fromstring(
        '<bibl xmlns="http://www.tei-c.org/ns/1.0">The Cat, 1933. <idno type="file">cat.txt</idno>, '
        '<idno type="sha256">00</idno></bibl>'
    )
    assert cite(bibl) == "The Cat, 1933."


def test_a_reference_in_prose_stays_as_it_is() -> None:
    bibl = etree.fromstring('<bibl xmlns="http://www.tei-c.org/ns/1.0">The <title>Cat</title>, 1933.</bibl>')
    assert cite(bibl) == text_of(bibl) == "The Cat, 1933."


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("<publisher><orgName>A</orgName><orgName>B</orgName><email>c@d.e</email></publisher>", "A, B"),
        ("<publisher>For <name>A</name>, London</publisher>", "For A, London"),
        ("<publisher><orgName>A</orgName><orgName>A</orgName></publisher>", "A"),
    ],
)
def test_a_publisher_is_its_names_without_its_addresses(written: str, name: str) -> None:
    assert tei(publication=written).publisher == name


@pytest.mark.parametrize("declared", ["x", "english", "x-", "de/en", "12"])
def test_what_is_no_tag_says_no_language(declared: str) -> None:
    assert tei(profile=f"<langUsage><language ident='{declared}'/></langUsage>").language == "und"


@pytest.mark.parametrize("written", ["2022-01-07", "2022-01-07T15:32:25Z"])
def test_the_hour_of_a_publication_is_for_machines(written: str) -> None:
    assert tei(publication=f"<publisher>A</publisher><date>{written}</date>").date == "2022-01-07"


@pytest.mark.parametrize(
    ("declared", "tag"),
    [("deu", "de"), ("eng", "en"), ("grc", "grc"), ("fra-CA", "fr-CA"), ("fr-FR-fr", "fr-FR")],
)
def test_a_language_has_its_shortest_tag(declared: str, tag: str) -> None:
    profile = f"<langUsage><language ident='{declared}'/></langUsage>"
    assert tei(profile=profile).language == tag
    assert spoken(root(profile=profile)) == tag.partition("-")[0]


@pytest.mark.parametrize(
    ("declared", "labels"),
    [
        ("zh-Hant", "zh-Hant"),
        ("zho-hant-TW", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hans-HK", "zh"),  # whoever names the characters is believed
        ("en-HK", "en"),
    ],
)
def test_labels_in_chinese_are_in_the_characters_of_the_text(declared: str, labels: str) -> None:
    profile = f"<langUsage><language ident='{declared}'/></langUsage>"
    assert spoken(root(profile=profile)) == labels
    assert wording(declared).root.findtext("w[@key='language']") == labels


def test_figures_and_answers_are_no_subjects() -> None:
    terms = "".join(f"<term>{one}</term>" for one in ("novel", "7", "True", "none", "1879", "3-modernist"))
    found = tei(profile=f"<textClass><keywords>{terms}</keywords></textClass>")
    assert found.subjects == ("novel", "3-modernist")
