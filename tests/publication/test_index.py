"""The index of names: what stands in it, and under which heading."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.publication.helpers import article, page, plain, publish, tei

from rubricator.publication.format import Publication


@pytest.mark.parametrize("name", ["", "<note>Who?</note>", "<lb/>"])
def test_a_name_without_words_stands_under_its_reference(name: str) -> None:
    body = f'<p>A word <persName ref="https://example.org/1">{name}</persName>.</p>'
    page = etree.fromstring(publish("html", tei(body)).files[0].data)
    assert page.findtext(".//{*}span[@class='entry']") == "https://example.org/1"


SUBJECTS = """<div><index xml:id="i1"><term>Élan</term></index>
<p>A <index><term sortKey="dealing">the Trade</term><index><term>by sea</term></index></index>word.
<index><term>Élan</term></index></p>
<table><index><term>the Trade</term></index>
<row><cell><index indexName="Ships"><term>Argo</term></index>b</cell></row></table>
<p>End.<index spanTo="#to"><term>zeal</term></index></p><p>On.<anchor xml:id="to"/></p></div>"""


def subjects(name: str = "Subjects") -> list[str]:
    """The entries of the index of that name with their places, narrower ones indented."""
    found = page(tei(SUBJECTS))
    links = {str(link.get("href"))[1:] for link in found.findall(".//{*}span[@class='mentions']/{*}a")}
    assert links <= {one.get("id") for one in found.iter()}
    section = next(
        one for one in found.findall(".//{*}section[@class='index-subject']") if one.findtext("{*}h3") == name
    )
    return [
        "  " * (sum(1 for _ in item.iterancestors("{*}ul")) - 1)
        + "".join(
            "".join(map(str, part.itertext())) + (part.tail or "")
            for part in item
            if not str(part.tag).endswith("}ul")
        )
        for item in section.iter("{*}li")
    ]


def test_terms_that_an_editor_indexed_lead_to_their_places() -> None:
    assert subjects() == [
        "the Trade text",
        "  by sea ¶\u00a01",
        "Élan ¶\u00a01",
        "zeal ¶\u00a02–¶\u00a03",
    ]


def test_each_named_index_stands_by_itself() -> None:
    assert subjects("Ships") == ["Argo text"]


def test_the_words_of_an_index_are_none_of_the_text() -> None:
    assert "Trade" not in plain(SUBJECTS)
    assert "Trade" not in article(SUBJECTS)


def entries(body: str) -> list[str]:
    """The entries of the index in words, those of dates and names."""
    found = page(tei(body)).findall(".//{*}section[@class='index']/{*}section/{*}ul/{*}li")
    return [" ".join("".join(map(str, one.itertext())).replace("\u00a0", " ").split()) for one in found]


LETTER = '<div type="letter"><head>{}</head><opener><date when="1821-05-12">May</date></opener></div>'


@pytest.mark.parametrize(
    ("body", "index"),
    [
        ('<p><date when="1955">1955</date></p>', ["1955 ¶ 1"]),
        ('<p>In <bibl>Ash, <date when="1955">1955</date></bibl>.</p>', []),
        ('<listBibl><bibl>Ash, <date when="1955">1955</date></bibl></listBibl>', []),
        ('<p><date notBefore="1822-01-01" notAfter="1822-12-31">1822</date></p>', ["1822 ¶ 1"]),
        ('<p><date from="1822-01-01" to="1823-12-31">x</date></p>', ["1 January 1822–31 December 1823 ¶ 1"]),
        (LETTER.format("To Ann"), ["12 May 1821 text"]),
        (
            LETTER.format("To Ann.") + LETTER.format("To Bo"),
            ["12 May 1821 To Ann: text; To Bo: text"],
        ),
        (
            LETTER.format("To Ann").replace("</opener>", "</opener><div><head>A Poem</head><p><date "
            'when="1820">1820</date></p></div>'),
            ["1820 To Ann: ¶ 1", "12 May 1821 To Ann: text"],
        ),
        (
            "".join(
                f'<div type="act"><head>Act {act}</head><div><head>Scene 1</head>'
                '<p>In <date when="1820">1820</date></p></div></div>'
                for act in (1, 2)
            ),
            ["1820 Act 1, Scene 1: ¶ 1; Act 2, Scene 1: ¶ 2"],
        ),
        (
            "<div><head>One</head><p>a</p></div>"
            '<div><head>Two</head><p>b<note>In <date when="1820">1820</date></note></p></div>',
            ["1820 Note 1"],
        ),
    ],
)  # fmt: skip
def test_an_index_says_in_which_division_a_place_is_and_no_dates_of_books(
    body: str, index: list[str]
) -> None:
    assert entries(body) == index


EVENT = '<event xml:id="e" when="1846-06-25"><label>Repeal</label><desc>Passed in 1846.</desc></event>'


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (EVENT, "Repeal (25 June 1846)"),
        (EVENT.replace("when", "notAfter"), "Repeal (by 25 June 1846)"),
        (EVENT.replace("label", "eventName"), "Repeal (25 June 1846)"),
        (EVENT.replace("<label>Repeal</label>", ""), "25 June 1846: Passed in 1846."),
        (EVENT.replace("Repeal<", "Repeal of 1846<"), "Repeal of 1846"),
        (EVENT.replace(' when="1846-06-25"', ""), "Repeal"),
    ],
)
def test_events_stand_under_a_heading_of_their_own_with_their_dates(event: str, told: str) -> None:
    lists = (
        f"<listPlace><place><placeName>Leeds</placeName></place></listPlace><listEvent>{event}</listEvent>"
    )
    made = plain(f"<p>a</p></body><back>{lists}</back><body>")
    assert made.partition("\n\n\nEvents\n\n- ")[2].splitlines()[0] == told


@pytest.mark.parametrize(
    ("event", "mention", "section", "entry"),
    [
        (EVENT, '<name ref="#e">it</name>', "event", "Repeal (25 June 1846)"),
        ("", '<eventName ref="https://example.org/e">Repeal</eventName>', "event", "Repeal"),
        ("", '<rs type="event" ref="https://example.org/e">Repeal</rs>', "event", "Repeal"),
        ("", '<objectName ref="https://example.org/e">Ring</objectName>', "object", "Ring"),
        ("", '<name type="ship" ref="https://example.org/e">Argo</name>', "other", "Argo"),
    ],
)
def test_events_and_objects_have_indexes_of_their_own(
    event: str, mention: str, section: str, entry: str
) -> None:
    lists = f"<back><listEvent>{event}</listEvent></back>" if event else ""
    made = page(tei(f"<p>{mention}</p></body>{lists}<body>".replace("<body></body>", "")))
    item = made.find(f".//{{*}}section[@class='index-{section}']//{{*}}li")
    assert item is not None
    assert " ".join("".join(map(str, item.itertext())).split()).startswith(entry)


@pytest.mark.parametrize(
    ("dates", "heading"),
    [
        ('<date notAfter="1820">then</date>', "by 1820"),
        ('<date from="1820">then</date> and <date from="1820">then</date>', "from 1820"),
        ('<date notAfter="1820">then</date> and <date when="1820">now</date>', "1820"),
        ('<date notBefore="1820" notAfter="1821">then</date>', "between 1820 and 1821"),
        ('<date from="1820" to="1821">then</date>', "1820–1821"),
        ('<date when="-0043-03-15">then</date>', "15 March 43 BC"),
    ],
)
def test_the_index_says_of_a_bound_that_it_is_one(dates: str, heading: str) -> None:
    made = page(tei(f"<p>{dates}</p>"))
    assert made.findtext(".//{*}section[@class='index-date']//{*}span[@class='entry']") == heading


def test_the_hours_of_a_day_are_one_entry() -> None:
    times = '<date when="2014-09-24">then</date> <time when="2014-09-24T22:11:00+02:00">22:11</time>'
    found = page(tei(f"<p>{times}</p>")).findall(".//{*}section[@class='index-date']//{*}li")
    assert [one.get("data-when") for one in found] == ["2014-09-24"]


@pytest.mark.parametrize(
    ("told", "years"),
    [
        ('<birth when="1801-02-03"/><death when="1860"/>', "(1801–1860)"),
        ('<birth when="1801"/><death notBefore="1860"/>', "(1801 – not before 1860)"),
        ('<death notBefore="1860"/>', "(– not before 1860)"),
        (
            '<birth notAfter="1700"/><death notBefore="1760" notAfter="1770"/>',
            "(by 1700 – between 1760 and 1770)",
        ),
        ('<birth notBefore="1700-02-01" notAfter="1700-03-01"/>', "(1700–)"),
        ('<birth><date notAfter="1700"/></birth>', "(by 1700 –)"),
        ('<birth when="-0063"/><death when="0014"/>', "(63 BC – 14)"),
        ('<floruit from="1200" to="1220"/>', "(Active: 1200–1220)"),
        ('<floruit from="1200" to="1220"/><death when="1221"/>', "(–1221)"),
        ("<birth>at home</birth>", ""),
    ],
)
def test_the_years_of_a_life_are_no_surer_than_the_document_has_them(told: str, years: str) -> None:
    people = (
        f'<back><listPerson><person xml:id="a"><persName>Ann</persName>{told}</person></listPerson></back>'
    )
    made = page(tei(f'<p><persName ref="#a">Ann</persName></p></body>{people}<body>'))
    item = made.find(".//{*}section[@class='index-person']//{*}li")
    assert item is not None
    assert item.findtext("{*}span[@class='years']", "") == years


def test_years_before_christ_are_the_earlier_the_greater_they_are() -> None:
    dates = ("0043", "-0043-03", "-0479", "1900", "-0043-01")
    body = "".join(f'<date when="{when}">x</date> ' for when in dates)
    found = page(tei(f"<p>{body}</p>")).findall(".//{*}section[@class='index-date']//{*}li")
    assert [one.get("data-when") for one in found] == ["-0479", "-0043-01", "-0043-03", "0043", "1900"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ar", "43 ق.م"),
        ("de", "43 v. Chr."),
        ("en", "43 BC"),
        ("es", "43 a. C."),
        ("fr", "43 av. J.-C."),
        ("it", "43 a.C."),
        ("ru", "43 до н. э."),
        ("zh", "公元前43年"),
    ],
)
def test_a_year_before_christ_is_said_in_the_language_of_the_text(language: str, told: str) -> None:
    made = page(tei('<p><date when="-0043">x</date></p>'), Publication(language=language))
    assert made.findtext(".//{*}section[@class='index-date']//{*}span[@class='entry']") == told
