"""What single genres become: parallel texts, lists of persons and places, dictionaries, declarations."""

from __future__ import annotations

import pytest
from tests.publication.helpers import HEADER, article, page, plain, tei

LATIN = '<p xml:id="a" xml:lang="la">Arma cano.</p>'


@pytest.mark.parametrize(
    "second",
    [
        '<p xml:lang="en" corresp="#a">I sing arms.</p>',
        '<p xml:lang="en" xml:id="b" corresp="#a #c">I sing arms.</p>',
    ],
)
def test_a_translation_stands_beside_what_it_translates(second: str) -> None:
    made = page(tei(f"<div>{LATIN}{second}<p>alone</p></div>"))
    (pair,) = made.iterfind('.//{*}div[@class="parallel"]')
    assert [one.get("lang") for one in pair] == ["la", "en"]
    assert plain(f"<div>{LATIN}{second}<p>alone</p></div>") == "Arma cano.\n\nI sing arms.\n\nalone"


@pytest.mark.parametrize(
    "second",
    [
        '<p xml:lang="la" corresp="#a">the same language</p>',
        '<p xml:lang="en">of nothing</p>',
        '<p>x</p><p xml:lang="en" corresp="#a">not after it</p>',
        '<head xml:lang="en" corresp="#a">another thing</head>',
    ],
)
def test_what_does_not_belong_together_stands_as_it_is(second: str) -> None:
    assert page(tei(f"<div>{LATIN}{second}</div>")).find('.//{*}div[@class="parallel"]') is None


def test_three_languages_stand_in_three_columns_and_pairs_within_them_in_two() -> None:
    inner = '<p xml:id="p{n}" xml:lang="la">a</p><p corresp="#p{n}" xml:lang="fr">b</p>'
    german = '<div xml:lang="de" corresp="#d" type="translation"><p>d</p></div>'
    body = f"""<div xml:id="d" xml:lang="la" type="edition">{inner.format(n=1)}</div>
<div xml:lang="en" type="translation"><p>c</p></div> {german}"""
    columns, pair = page(tei(body)).findall('.//{*}div[@class="parallel"]')
    assert len(columns) == 2
    assert len(pair) == 2


def rows(body: str) -> dict[str, str]:
    """In which row of its columns each block stands, by its words without the number before them."""
    made = page(tei(body))
    found = made.iterfind('.//{*}div[@class="parallel aligned"]//*[@style]')
    aligned = [one for one in found if "--row" in str(one.get("style"))]
    return {
        "".join((one.text or "", *(child.tail or "" for child in one))).strip(): str(one.get("style"))
        for one in aligned
    }


@pytest.mark.parametrize(
    ("first", "second", "links"),
    [
        ('<p n="1">a</p><p n="2">b</p><p n="3">c</p>', '<p n="1">A</p><p n="3">C</p>', ""),
        ('<p xml:id="a">a</p><p>b</p><p xml:id="c">c</p>', '<p corresp="#a">A</p><p corresp="#c">C</p>', ""),
        ('<p corresp="#A">a</p><p>b</p><p corresp="#C">c</p>', '<p xml:id="A">A</p><p xml:id="C">C</p>', ""),
        (
            '<p xml:id="a">a</p><p>b</p><p xml:id="c">c</p>',
            '<p xml:id="A">A</p><p xml:id="C">C</p>',
            '<linkGrp type="translation"><link target="#a #A"/><link target="#c #C"/></linkGrp>',
        ),
    ],
)
def test_blocks_that_belong_together_begin_at_one_height(first: str, second: str, links: str) -> None:
    body = (
        f'<div xml:id="one" xml:lang="la"><div>{first}</div></div>'
        f'<div xml:lang="en" corresp="#one">{second}</div>{links}'
    )
    assert rows(body) == {"a": "--row: 1", "b": "--row: 2", "c": "--row: 3", "A": "--row: 1", "C": "--row: 3"}
    assert [one for one in plain(body).split() if one.isalpha()] == ["a", "b", "c", "A", "C"]


def test_what_one_column_has_more_gets_a_row_of_its_own() -> None:
    body = (
        '<div xml:id="one" xml:lang="la"><p n="1">a</p><p n="2">b</p></div><div xml:lang="en" corresp="#one">'
        '<p n="1">A</p><p>more</p><p>and more</p><p n="2">B</p></div>'
    )
    found = rows(body)
    assert found["more"] == "--row: 2"
    assert found["and more"] == "--row: 3"
    assert found["b"] == found["B"] == "--row: 4"


def test_columns_of_one_make_are_aligned_and_others_stand_as_they_are() -> None:
    first = '<div xml:id="one" xml:lang="la"><head>h</head><p>a</p></div>'
    body = first + '<div xml:lang="en" corresp="#one">{}</div>'
    assert rows(body.format("<head>H</head><p>A</p>"))["A"] == "--row: 2"
    assert rows(body.format("<p>A</p><p>B</p><p>C</p>")) == {}


def test_each_column_says_its_language() -> None:
    arabic = '<div xml:lang="ar" corresp="#one"><p>A</p></div>'
    body = f'<div xml:id="one" xml:lang="la"><p>a</p><p>b</p></div>{arabic}'
    labels = page(tei(body)).findall('.//{*}p[@class="column-label"]')
    assert [(one.text, one.get("lang"), one.get("dir")) for one in labels] == [
        ("Latin", "en", "ltr"),
        ("Arabic", "en", "ltr"),
    ]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('<person><persName>Ann</persName><birth when="1817-03-02"/></person>', "Birth: 2 March 1817"),
        ('<person><birth when="1817">in Ghent</birth></person>', "Birth (1817): in Ghent"),
        ('<person><birth when="1817">1817, Ghent</birth></person>', "Birth: 1817, Ghent"),
        (
            '<person><residence from="1830" to="1835">Ghent</residence></person>',
            "Residence (1830–1835): Ghent",
        ),
    ],
)
def test_the_facts_of_a_life_have_their_dates(entry: str, told: str) -> None:
    assert told in plain(f"<listPerson>{entry}</listPerson>")


def test_relations_are_told_by_names() -> None:
    body = """<listPerson><person xml:id="a"><persName>Ann</persName></person>
<person xml:id="b"><persName>Ben</persName></person>
<listRelation><relation name="parent" active="#a" passive="#b"/></listRelation></listPerson>"""
    assert "Ann – parent – Ben" in plain(body)


def test_parts_of_a_name_that_touch_in_the_source_are_set_apart() -> None:
    made = article("<p><persName><forename>Ann</forename><surname>Author</surname></persName></p>")
    assert '<span class="surname parted">Author</span>' in made


def test_examples_and_translations_go_on_in_the_line_of_their_sense() -> None:
    entry = """<entry><form><orth>cat</orth></form> <sense n="1"><def>An animal.</def><cit type="example">
<quote>The cat sat.</quote><bibl>Anon.</bibl></cit><cit type="translation"><quote>chat</quote></cit></sense>
</entry>"""
    assert plain(entry).endswith("1. An animal. “The cat sat.” Anon. chat")


def test_declarations_are_shown_by_what_they_declare() -> None:
    declared = '<elementSpec ident="p"><gloss>par</gloss><desc>A paragraph.</desc></elementSpec>'
    assert plain(f"<p>{declared}</p>") == "‹p› par\n\nA paragraph."
    assert '<code class="named" data-added="">model.p</code>' in article('<p><memberOf key="model.p"/></p>')


def test_what_touches_in_the_file_of_a_dictionary_is_set_apart() -> None:
    entry = "<entry><form><orth>abate</orth><pron>əˈbeɪt</pron></form><sense><def>cease</def></sense></entry>"
    assert plain(entry) == "abate əˈbeɪt\n\ncease"
    assert "Ann Author" in plain(
        "<p><persName><forename>Ann</forename><surname>Author</surname></persName></p>"
    )


def test_tokens_are_joined_as_they_are_said_to_be() -> None:
    tokens = (
        '<w join="right">thanks</w>\n<pc>,</pc> <pc join="right">(</pc> <w>sir</w> <pc join="left">)</pc>'
    )
    assert plain(f"<p><s>{tokens}</s></p>") == "thanks, (sir)"
    assert '<span class="joined"> </span>' in article(f"<p>{tokens}</p>")


def test_a_speaker_is_called_as_people_say_the_name() -> None:
    name = "<persName><surname>Smith</surname><forename>Ann</forename></persName>"
    body = f'<listPerson><person xml:id="s">{name}</person></listPerson><u who="#s">Yes.</u>'
    assert "Ann Smith: Yes." in plain(body)


def test_a_sign_is_shown_as_the_character_its_code_names() -> None:
    described = """<encodingDesc><charDecl><char xml:id="CB1"><mapping type="unicode">U+72AC</mapping></char>
<char xml:id="CB2"><mapping type="unicode">U+DC00</mapping></char></charDecl>
</encodingDesc></teiHeader>"""
    made = page(
        tei('<p><g ref="#CB1"/><g ref="#CB2"/></p>', header=HEADER.replace("</teiHeader>", described))
    )
    assert [one.text for one in made.iterfind('.//{*}span[@class="g"]')] == ["犬", "U+DC00"]


def test_dimensions_are_told_as_measures_are() -> None:
    body = '<p>Leaves <dimensions unit="mm"><height>300</height><width>200</width></dimensions>.</p>'
    assert plain(body) == "Leaves 300 × 200\u00a0mm."
