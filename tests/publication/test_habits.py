"""What projects of many kinds write in ways of their own, and what readers are to see of it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.publication.helpers import HEADER, article, context, page, plain, publish, tei
from tests.publication.test_about import LICENCE, about

from rubricator.document import Document
from rubricator.publication.epub import book
from rubricator.publication.words import document_in
from rubricator.source import Source
from rubricator.tei import Reading


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2014-10-15-04:00", "15 October 2014"),
        ("2014-10-15Z", "15 October 2014"),
        ("2014-10-15T12:00:00+02:00", "15 October 2014"),
        ("2014-10", "October 2014"),
    ],
)
def test_a_day_is_told_without_the_zone_it_is_told_in(when: str, said: str) -> None:
    change = f'<revisionDesc><change when="{when}">Begun.</change></revisionDesc>'
    header = HEADER.replace("</fileDesc>", f"</fileDesc>{change}")
    made = page(tei("<p>One.</p>", header=header))
    assert f"{said}: Begun." in [
        " ".join("".join(map(str, one.itertext())).split()) for one in made.iter("{*}li")
    ]


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        (
            "<licence><ab>CC BY 4.0</ab><ref target='https://example.org/by'>Licence</ref></licence>",
            "CC BY 4.0 https://example.org/by",
        ),
        (
            "<licence target='https://example.org/by'><ab>Free.</ab></licence>",
            "Free. https://example.org/by",
        ),
    ],
)
def test_a_licence_in_blocks_is_told_once_and_where_it_is(licence: str, said: str) -> None:
    assert about("licence", LICENCE, licence) == [said]


@pytest.mark.parametrize(
    ("role", "said"),
    [("general", "Editor (general)"), ("translator", "Translator"), ("compiler", "Compiler")],
)
def test_a_rank_says_which_editor_somebody_is(role: str, said: str) -> None:
    editor = f'<editor role="{role}">Jo Bell</editor><respStmt xml:id="editors">'
    assert about("responsible", '<respStmt xml:id="editors">', editor)[2] == said


EAST = [
    ("如是我聞一時\n<lb/>佛在", "如是我聞一時佛在"),
    ("如是我聞<lb n='2'/>一時<pb n='9'/>\n佛在", "如是我聞一時佛在"),
    ("See <lb/>如是 <lb/>and so", "See 如是 and so"),
]


@pytest.mark.parametrize("language", ["zh-Hant", "lzh", "ja"])
@pytest.mark.parametrize(("written", "read"), EAST)
def test_no_space_is_where_a_line_of_chinese_ends(language: str, written: str, read: str) -> None:
    data = tei(f"<p>{written}</p>", root=f'xml:lang="{language}"').replace(b' xml:lang="en"', b"")
    found = page(data).find(".//{*}p[@class='p']")
    assert found is not None
    for one in [one for one in found.iter() if one.get("data-added") is not None]:
        one.text = None  # the number of the page
    assert " ".join("".join(map(str, found.itertext())).split()) == read
    root = Document.of(Source(data, "test.xml")).root
    assert document_in([Reading.EDITED], root)[Reading.EDITED].text("main") == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("See <q xml:lang='zh'>如是<lb/>我聞</q>", "See “如是我聞”"),
        ("See <q xml:lang='zh-Hant'>如是\n  我\n聞</q> <q>and\nso</q>", "See “如是我聞” “and so”"),
        ("See <q xml:lang='ja'>むか\n<hi>し、\n</hi>今 は</q>", "See “むかし、今 は”"),
        ("See <q xml:lang='zh'>\n  如是 English\nwords\n我\n  </q>.", "See “如是 English words 我”."),
        ("Vide <foreign xml:lang='vi-Hani'>才<lb/>命</foreign> <lb/>so", "Vide 才命 so"),
    ],
)
def test_no_space_is_where_a_line_of_chinese_ends_within_another_language(written: str, read: str) -> None:
    (found,) = page(tei(f"<p>{written}</p>")).iterfind(".//{*}p[@class='p']")
    for hidden in found.iterfind(".//{*}span[@class='joined']"):
        hidden.text = ""
    assert " ".join("".join(map(str, found.itertext())).split()) == read
    assert plain(f"<p>{written}</p>").strip().startswith(read)


def test_a_verse_is_numbered_once_where_an_end_of_line_before_it_says_its_number_too() -> None:
    made = article('<sp><l n="4">One</l><lb n="5"/><l n="5">Two</l></sp>')
    assert made.count('class="ln"') == 1
    assert article('<p>One <lb n="5"/>two</p>').count('class="ln"') == 1


@pytest.mark.parametrize(
    ("number", "heading"), [("prologue", "Prologue"), ("1", "Act 1"), ("iv", "Act iv"), ("viii", "Act viii")]
)
def test_a_part_that_has_a_name_for_a_number_is_called_by_it(number: str, heading: str) -> None:
    part = f'<div type="textpart" subtype="act" n="{number}"><sp><l>One.</l></sp></div>'
    assert plain(f'<div type="edition">{part}</div>').startswith(heading + "\n")


@pytest.mark.parametrize(
    ("reference", "read"),
    [
        ("<author>Bell</author>\n<title>Books</title>\n<citedRange>7</citedRange>", "Bell, Books, 7"),
        ("<author>Bell</author><date>1784</date>", "Bell, 1784"),
        ("<author>\n Bell\n </author> <date>1784</date>", "Bell, 1784"),
        ("<author>Bell,</author> <date>1784</date>", "Bell, 1784"),
        ('<title>Books</title> <citedRange unit="pp">7-9</citedRange>', "Books, pp. 7-9"),
        ("<author>Bell</author>: <title>Books</title> (1784)", "Bell: Books (1784)"),
    ],
)
def test_the_parts_of_a_reference_that_only_tags_tell_have_commas_between_them(
    reference: str, read: str
) -> None:
    for around in (
        "<listBibl>{}</listBibl>",
        "<listPerson><person><persName>Ann</persName>{}</person></listPerson>",
    ):
        assert read in plain(around.format(f"<bibl>{reference}</bibl>"))


def test_a_reference_in_a_sentence_is_as_it_stands() -> None:
    assert plain("<p>See <bibl><author>Hom.</author> <title>Il.</title></bibl>.</p>") == "See Hom. Il.."


def test_an_entry_of_the_apparatus_without_readings_is_its_note() -> None:
    entry = "<listApp><app><note>As in X.</note></app></listApp>"
    made = plain(f"<div type='edition'><ab>One.</ab></div><div type='apparatus'>{entry}</div>")
    assert "- As in X." in made
    assert "Notes" not in made


def test_what_stands_left_and_right_in_a_line_stands_apart() -> None:
    line = '<dateline><seg rend="left">Office.</seg><seg rend="right">Graz, 2 May</seg></dateline>'
    assert "Office. Graz, 2 May" in plain(f"<opener>{line}</opener><p>One.</p>")


def test_what_belongs_to_an_edition_is_named_in_the_back_too() -> None:
    body = (
        "<div type='edition'><ab>One.</ab></div></body><back><div type='commentary'><p>Two.</p></div></back>"
    )
    data = tei(body).replace(b"</back></body>", b"</back>")
    assert [one.text for one in page(data).iter("{*}h2")][:1] == ["Commentary"]


def test_an_extent_that_only_attributes_tell_is_told() -> None:
    extent = '<extent><measure unit="leaves" quantity="2"/><measure unit="pages" quantity="3"/></extent>'
    description = (
        f"<msDesc><physDesc><objectDesc><supportDesc>{extent}</supportDesc></objectDesc></physDesc></msDesc>"
    )
    assert "2\N{NO-BREAK SPACE}leaves, 3\N{NO-BREAK SPACE}pages" in plain(description)


PREFIX = (
    '<encodingDesc><listPrefixDef><prefixDef ident="bib" matchPattern="{}" '
    'replacementPattern="https://example.org/$1"/></listPrefixDef></encodingDesc>'
)


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        (r"(.+)", "https://example.org/Roe_1901"),
        (r"(.*)", "https://example.org/Roe_1901"),
        (r"([a-zA-Z0-9\-\_]+)", "https://example.org/Roe_1901"),  # an escape that others need not know
        (r"([a-z]+)", None),
        (r"([a-z", None),
    ],
)
def test_a_pointer_with_a_prefix_leads_where_the_header_says(pattern: str, address: str | None) -> None:
    header = HEADER.replace("</fileDesc>", f"</fileDesc>{PREFIX.format(pattern)}")
    made = page(tei('<p>See <ptr target="bib:Roe_1901"/>.</p>', header=header))
    found = [(one.get("href"), one.text) for one in made.iter("{*}a") if one.get("class") == "ptr"]
    assert found == ([(address, "Roe_1901")] if address else [])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('One<ref cRef="LXX:Jr:5:4"/>, two.', "One (LXX Jr 5:4), two."),
        ('<quote>One<ref cRef="Mt.5.4"/>\n </quote>, two.', "“One (Mt.5.4)”, two."),
        ('One <ref cRef="Mt.5.4">Matthew</ref>.', "One Matthew."),
        ('One <ref target="#no" cRef="Mt.5.4"/>two.', "One two."),
    ],
)
def test_a_passage_that_only_an_attribute_cites_is_told(written: str, read: str) -> None:
    assert plain(f"<p>{written}</p>") == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<quote>\n  One <hi>two</hi>\n three\n </quote>", "“One two three”"),
        ("<supplied>\n  One\n </supplied>", "[One]"),
        ("<q>One </q>", "“One ”"),
    ],
)
def test_marks_stand_close_to_words_however_the_file_is_laid_out(written: str, read: str) -> None:
    assert plain(f"<p>He said {written}, they say.</p>") == f"He said {read}, they say."


def test_references_that_touch_are_several_and_old_names_of_units_are_known() -> None:
    assert plain("<p><bibl>Roe 1900</bibl><bibl>Bell 1901</bibl></p>") == "Roe 1900 Bell 1901"
    scopes = '<biblScope type="volume">1</biblScope><biblScope type="numbers">15</biblScope>'
    assert "Books, vol. 1, no. 15" in plain(f"<listBibl><bibl><title>Books</title>{scopes}</bibl></listBibl>")


def test_who_is_not_named_is_not_said_to_have_had_the_letter() -> None:
    actions = '<correspAction type="sent"><persName>Ann</persName></correspAction>'
    actions += '<correspAction type="received"><persName ref="#p"/></correspAction>'
    header = HEADER.replace(
        "</fileDesc>", f"</fileDesc><profileDesc><correspDesc>{actions}</correspDesc></profileDesc>"
    )
    assert [one.text for one in page(tei("<p>One.</p>", header=header)).findall(".//{*}dl/{*}dt")][:1] == [
        "From"
    ]
    assert b">To<" not in publish("html", tei("<p>One.</p>", header=header)).files[0].data


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "<bibl><author>Bell</author><title>Books</title>"
            "<pubPlace>Oslo</pubPlace>; <pubPlace>Graz</pubPlace></bibl>",
            "Bell, Books, Oslo; Graz",
        ),
        (
            '<bibl><title>Books</title><date type="print" when="1772"/>'
            '<date type="premiere" when="1773"/></bibl>',
            "Books. 1772 (print). 1773 (premiere).",
        ),
        (
            "<bibl><name>Archive</name><availability><licence><ab>Free</ab>"
            '<ref target="https://example.org/f">Terms</ref></licence></availability>'
            "<bibl><title>Books</title></bibl></bibl>",
            "Archive. Free. Terms. Books.",
        ),
    ],
)
def test_the_parts_of_a_source_that_touch_stand_apart(source: str, said: str) -> None:
    assert about("source", "<bibl>A Source, 1933.</bibl>", source) == [said]


def test_the_works_a_file_holds_are_not_its_sources() -> None:
    works = '<listBibl><bibl xml:id="w1">One</bibl></listBibl>'
    header = HEADER.replace("</sourceDesc>", f"{works}</sourceDesc>")
    body = '<text decls="#w1"><body><p>One.</p></body></text>'
    made = page(tei("", header=header).replace(b"<body></body>", f"<group>{body}</group>".encode()))
    place = ".//{*}section[@class='about']/{*}section[@class='source']/{*}p"
    assert [one.text for one in made.findall(place)] == ["A Source, 1933."]


def test_a_page_that_begins_at_the_end_of_a_list_is_no_item() -> None:
    for name, thing in (("list", "item"), ("castList", "castItem")):
        made = article(f'<{name}><{thing}>a</{thing}><pb n="2"/><{thing}>b</{thing}><pb n="3"/></{name}>')
        assert made.count("<li") == 2
        assert made.index(">b") < made.index("[3]")


def test_several_bibliographies_of_an_edition_are_told_apart() -> None:
    books = "<div type='bibliography' subtype='{}'><p>Bell</p></div>"
    body = (
        "<div type='edition'><ab>One.</ab></div>"
        + books.format("principalEdition")
        + books.format("corrections")
    )
    assert [line for line in plain(body).splitlines() if line.startswith("Bibliography")] == [
        "Bibliography (principal edition)",
        "Bibliography (corrections)",
    ]


def test_a_recording_without_an_address_is_not_named() -> None:
    assert plain('<p>One <media mimeType="audio/wav" url=""/>two.</p>') == "One two."


def test_spaces_that_are_encoded_are_the_only_ones_between_tokens() -> None:
    assert plain("<p><w>Who</w><w>’s</w><c> </c><w>there</w><pc>?</pc></p>") == "Who’s there?"


def test_a_comma_stands_close_to_the_role_however_the_file_is_laid_out() -> None:
    item = "<castItem><role>\n <name>Hamlet</name>\n </role>\n <roleDesc>a prince</roleDesc></castItem>"
    assert plain(f"<castList>{item}</castList>") == "- Hamlet, a prince"


def test_a_number_that_machines_know_somebody_by_is_no_name() -> None:
    editor = "<editor><persName>Jo Bell</persName><idno type='wikidata'>Q1</idno></editor>"
    place = '<respStmt xml:id="editors">'
    assert about("responsible", place, f"{editor}{place}")[:4] == [
        "Markup",
        "Rubricator",
        "Editor",
        "Jo Bell",
    ]


def test_a_licence_that_is_an_address_alone_is_told() -> None:
    written = '<p>\n <ref type="license" target="https://example.org/by"/>\n </p>'
    assert about("licence", LICENCE, written) == ["https://example.org/by"]


def test_several_bodies_of_one_publisher_have_commas_between_them() -> None:
    imprint = (
        "<imprint><publisher><orgName>Press</orgName> <orgName>Institute</orgName></publisher></imprint>"
    )
    source = f"<biblStruct><monogr><title>Books</title>{imprint}</monogr></biblStruct>"
    assert about("source", "<bibl>A Source, 1933.</bibl>", source) == ["Books, Press, Institute."]
    within = "<biblStruct><bibl><author>Bell</author><title>Books</title></bibl></biblStruct>"
    assert about("source", "<bibl>A Source, 1933.</bibl>", within) == ["Bell. Books."]


def test_a_size_that_nobody_wrote_has_no_unit() -> None:
    sizes = '<dimensions><height unit="cm"/><width unit="cm"/></dimensions>'
    support = f"<supportDesc><support><material>marble</material>{sizes}</support></supportDesc>"
    made = article(f"<msDesc><physDesc><objectDesc>{support}</objectDesc></physDesc></msDesc>")
    assert "marble" in made
    assert "cm" not in made


def test_a_part_of_a_manuscript_that_another_number_alone_names_has_it_as_its_heading() -> None:
    number = "<altIdentifier type='partial'><idno>MS 1 – Part A</idno></altIdentifier>"
    for more in ("", "<altIdentifier><idno>x</idno></altIdentifier>"):
        part = f"<msPart><msIdentifier>{number}{more}</msIdentifier></msPart>"
        description = f"<msDesc><msIdentifier><idno>MS 1</idno></msIdentifier>{part}</msDesc>"
        made = page(tei("<p/>", header=HEADER.replace("<bibl>A Source, 1933.</bibl>", description)))
        headings = ["".join(map(str, one.itertext())).strip() for one in made.iter("{*}h3", "{*}h4", "{*}h2")]
        assert headings.count("MS 1 – Part A") == 1


@pytest.mark.parametrize(("number", "kept"), [("urn:cts:latinLit:a.b.c", 0), ("1", 1)])
def test_a_work_cited_by_its_passages_runs_on_where_an_inscription_keeps_its_lines(
    number: str, kept: int
) -> None:
    body = f'<div type="edition" n="{number}"><p>Arma <lb/>virumque</p></div>'
    assert article(body).count('<br class="lb run"/>') == 1 - kept
    made = book.factory().publish(context(tei(body))).files
    with ZipFile(BytesIO(next(one.data for one in made if "diplomatic" not in one.suffix))) as archive:
        assert archive.read("EPUB/text.xhtml").count(b"<br") == kept


def test_a_letter_whose_title_stands_in_a_block_has_a_heading() -> None:
    chapter = '<div type="textpart" subtype="chapter" n="1"><p>One.</p></div>'
    letter = f'<div type="textpart" subtype="letter" n="1"><ab>To Ann</ab>{chapter}</div>'
    made = page(tei(f'<div type="edition">{letter}</div>'))
    assert "Letter 1" in [one.text for one in made.iter("{*}h2", "{*}h3", "{*}h4")]


@pytest.mark.parametrize(
    ("item", "read"),
    [
        ("<role>Hamlet</role><roleDesc>, son to the late king</roleDesc>", "- Hamlet, son to the late king"),
        ("<roleDesc>Lords,</roleDesc><roleDesc>Ladies</roleDesc>", "- Lords, Ladies"),
    ],
)
def test_a_comma_that_is_there_is_not_set_again(item: str, read: str) -> None:
    assert plain(f"<castList><castItem>{item}</castItem></castList>") == read


def test_a_direction_stands_off_from_the_words_it_touches() -> None:
    speech = "<sp><l>The bell,<stage>Enter Ghost.</stage>so late</l></sp>"
    assert plain(speech) == "The bell, (Enter Ghost.) so late"


def test_a_source_that_ends_with_a_stop_has_no_other_and_a_licence_of_two_addresses_has_the_first() -> None:
    imprint = "<imprint><publisher>Press, Inc.</publisher></imprint>"
    source = f"<biblStruct><monogr><title>Books</title>{imprint}</monogr></biblStruct>"
    assert about("source", "<bibl>A Source, 1933.</bibl>", source) == ["Books, Press, Inc."]
    written = '<licence target="https://example.org/a https://example.org/b"><p>Free.</p></licence>'
    assert about("licence", LICENCE, written) == ["Free. https://example.org/a"]


def test_a_line_is_as_long_as_it_is_though_words_go_on_over_its_end() -> None:
    goes_on = '<lb break="no"/>'
    lines = f"one two three four elev{goes_on}en twelve thirteen seven{goes_on}teen"
    made = plain(f'<div type="edition"><ab>{lines}</ab></div>', wrap=30)
    assert made.split("\n") == ["one two three four elev-", "en twelve thirteen seven-", "teen"]
