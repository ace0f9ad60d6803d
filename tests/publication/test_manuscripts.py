"""Descriptions of manuscripts as catalogues write them: much of it in attributes, item by item."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from tests.publication.goldens import GENRES
from tests.publication.helpers import context, page, publish, tei

from rubricator.publication import header
from rubricator.publication.epub import book
from rubricator.publication.format import Publication
from rubricator.tei import Reading

RECORD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>MS 1</title></titleStmt>
<publicationStmt><publisher>The Press</publisher></publicationStmt>
<sourceDesc><msDesc><msIdentifier><idno>MS 1</idno></msIdentifier>{described}</msDesc></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="gez">Gǝʿǝz</language></langUsage></profileDesc></teiHeader>
<text><body><p/></body></text></TEI>"""


def record(described: str) -> bytes:
    return RECORD.format(described=described).encode()


LAYOUT = "<physDesc><objectDesc><layoutDesc>{}</layoutDesc></objectDesc></physDesc>"
PARTS = (
    '<measure unit="leaf">iv + 178 </measure> '
    '<dimensions unit="mm"><height>120</height><width>93</width></dimensions>'
)
EXTENT = "<physDesc><objectDesc><supportDesc><extent>{}</extent></supportDesc></objectDesc></physDesc>"
SIZES = (
    'v + 7 fols. <dimensions type="leaf" unit="mm"><height>9</height><width>8</width></dimensions>'
    ' <dimensions type="written" unit="mm"><height>6</height><width>5</width></dimensions>'
)
SIZE = '7 {}<dimensions unit="mm"><height>9</height><width>8</width></dimensions>'
ORIGIN = "<history><origin>{}</origin></history>"
HAND = "<physDesc><handDesc><handNote>Letters {}</handNote></handDesc></physDesc>"
DECORATION = "<physDesc><decoDesc>{}</decoDesc></physDesc>"
LANGUAGES = '<textLang mainLang="la" otherLangs="fr">{}</textLang>'
LOCI = '<locus from="1r" to="9v"/><locus from="12r"/>'
COLLATION = "<collation><formula>1–7</formula><catchwords>None.</catchwords></collation>"
COLLATION_IN_WORDS = "<collation>1–7, <catchwords>none</catchwords> later.</collation>"
SIZED = '7 fols. <dimensions unit="in">{}</dimensions>'
ATTRIBUTES = '<height min="180" max="190"/><width quantity="12"/>'
SIZE_ALONE = (
    '<dimensions type="leaf"><height quantity="12" unit="in"/><width quantity="9" unit="in"/></dimensions>'
)
ADMIN = "<additional><adminInfo>{}</adminInfo></additional>"
RECORDED = ADMIN.format("<recordHist><source>Coxe</source><change{}>Revised</change></recordHist>")
CUSTODY = ADMIN.format("<custodialHist><custEvent{}>Rebound.</custEvent></custodialHist>")
INITIALS = '<decoNote type="initial">Red initials.</decoNote>'
MINIATURE = '<decoNote type="miniature">A lion.</decoNote>'
ITEM = "<msContents><msItem>{}</msItem></msContents>"


@pytest.mark.parametrize(
    ("described", "read"),
    [
        (ITEM.format('<locus from="1r" to="9v"/> <title>Psalms</title>'), "1r–9v Psalms"),
        (ITEM.format('<locus target="#2v #3r"/> <title>Psalms</title>'), "2v, 3r Psalms"),
        (ITEM.format('<locus from="1r" to="9v"/><title>Psalms</title>'), "1r–9v Psalms"),
        (ITEM.format('<title>Psalms</title> (<locus from="1r" to="9v"/>)'), "(1r–9v)"),
        (
            ORIGIN.format('<origDate>s. XII<hi rend="sup">med</hi></origDate><origPlace>Ely</origPlace>'),
            "med Ely",
        ),
        (ORIGIN.format("<origDate>1250</origDate>, <origPlace>Ely</origPlace>"), "Origin: 1250, Ely"),
        (DECORATION.format("<summary>Two.</summary><decoNote>A lion.</decoNote>"), "Two.\nA lion."),
        (DECORATION.format("<decoNote>A lion.</decoNote>"), "Decoration: A lion."),
        (ITEM.format("<locus/> <author>David</author><title>Psalms</title>"), "\nDavid, Psalms"),
        (ITEM.format("<title>Psalms</title><note>(<bibl>BHL 3</bibl>)</note>"), "\n(BHL 3)"),
        (ITEM.format('<title>Psalms</title><textLang mainLang="gez"/>'), "Language: Gǝʿǝz"),
        (ITEM.format('<title>Psalms</title><textLang mainLang="fro"/>'), "Language: Old French"),
        (ITEM.format('<title>Psalms</title><textLang mainLang="mga"/>'), "Language: mga"),
        (ITEM.format(LANGUAGES.format("Latin")), "Language: Latin (French)"),
        (ITEM.format(LANGUAGES.format("Latin, French")), "Latin, French\n"),
        (ITEM.format('<incipit defective="true">re Deo</incipit>'), "Incipit (defective): re Deo"),
        (
            DECORATION.format('<decoNote type="initial">A lion.</decoNote><decoNote>B.</decoNote>'),
            "Initial: A lion.",
        ),
        (EXTENT.format('</extent><collation>1–7<hi rend="sup">8</hi></collation><extent>'), "1–7^8"),
        (ITEM.format("<incipit><locus>1r</locus>Beatus</incipit>"), "Incipit: 1r Beatus"),
        (LAYOUT.format('<layout columns="3" writtenLines="20 22"/>'), "Layout: Columns: 3; Lines: 20–22"),
        (EXTENT.format(SIZES), "Extent: v + 7 fols. (leaf 9 × 8\xa0mm) (written 6 × 5\xa0mm)"),
        (EXTENT.format(SIZE.format("fols.")), "Extent: 7 fols. (9 × 8\xa0mm)"),
        (EXTENT.format(SIZE.format("fols. ")), "Extent: 7 fols. (9 × 8\xa0mm)"),
        (EXTENT.format(SIZE.format("fols. (") + ")"), "Extent: 7 fols. (9 × 8\xa0mm)"),
        (EXTENT.format('<measure unit="leaf">22</measure>'), "Extent: 22\xa0leaf"),
        (EXTENT.format(PARTS), "Extent: iv + 178 leaf, 120 × 93\xa0mm"),
        (HAND.format('<dim unit="leaf">8</dim><locus>1r–8v</locus>'), "Letters 8\xa0leaf 1r–8v"),
        (HAND.format('<height unit="m">0.02</height>; lunate'), "Letters 0.02\xa0m; lunate"),
        (HAND.format('<height unit="m">0.02</height> metres'), "Letters 0.02 metres"),
        (HAND.format('<height unit="mm">9</height>–10 mm'), "Letters 9–10 mm"),
        (HAND.format('<measure unit="cm">2</measure> high'), "Letters 2\xa0cm high"),
        (HAND.format('<measure unit="cm">two</measure> high'), "Letters two high"),
        (
            '<physDesc><handDesc><handNote n="1">One.</handNote><handNote>Two.</handNote></handDesc>'
            "</physDesc>",
            "Hands:\n1. One.\nTwo.",
        ),
        (
            '<history><origin><origDate notBefore="1400" notAfter="1450"/></origin></history>',
            "Origin: 1400–1450",
        ),
        (
            ORIGIN.format('In <origPlace>Bec</origPlace>, <origDate when="1100"/>.'),
            "Origin: In Bec, 1100.\n",
        ),
        (ORIGIN.format('<origDate when="1100"/><origPlace>Bec</origPlace>'), "Origin: 1100 Bec"),
        (ORIGIN.format('Bec,<origDate when="1100"/>(about)'), "Origin: Bec, 1100 (about)"),
        (ORIGIN.format('Bec (<origDate when="1100"/>)'), "Origin: Bec (1100)"),
        (ITEM.format("<locus>(fol. 3r)</locus><title>Psalms</title>"), "\n(fol. 3r) Psalms"),
        (ITEM.format("<locusGrp><locus>1r</locus></locusGrp><title>Psalms</title>"), "\n1r Psalms"),
        (ITEM.format(f"<locusGrp>{LOCI}</locusGrp><title>Psalms</title>"), "\n1r–9v, 12r Psalms"),
        (EXTENT.format(f"</extent>{COLLATION}<extent>"), "Collation: 1–7 Catchwords: None."),
        (EXTENT.format(f"</extent>{COLLATION_IN_WORDS}<extent>"), "Collation: 1–7, none later."),
        (EXTENT.format(SIZED.format(ATTRIBUTES)), "7 fols. (180–190 × 12\xa0in)"),
        (EXTENT.format(SIZED.format("<height atLeast='9'/><width>8</width>")), "7 fols. (≥\xa09 × 8\xa0in)"),
        (EXTENT.format(SIZED.format("<height/><width>8</width>")), "7 fols. (8\xa0in)"),
        (EXTENT.format(f'<measure unit="leaf">7</measure>{SIZE_ALONE}'), "Extent: 7\xa0leaf, 12 × 9\xa0in"),
        (EXTENT.format(SIZES.replace("> <dim", "><dim")), "7 fols. (leaf 9 × 8\xa0mm) (written 6 × 5\xa0mm)"),
        (EXTENT.format('<measure unit="leaf" min="7" max="8"/>'), "\nExtent: 7–8\xa0leaf"),
        (RECORDED.format(' when="2013-05-01"'), "Record: Coxe; Revised (1 May 2013)"),
        (RECORDED.format(""), "Record: Coxe; Revised\n"),
        (CUSTODY.format(' type="repair" when="1950"'), "Custody: Repair (1950): Rebound."),
        (CUSTODY.format(' when="1950"'), "Custody: 1950: Rebound."),
        (CUSTODY.format(""), "Custody: Rebound."),
        (DECORATION.format(f"{INITIALS}{MINIATURE}"), "Initial: Red initials.\nMiniature: A lion."),
        (DECORATION.format(f"{INITIALS}<decoNote>A lion.</decoNote>"), "\nRed initials.\nA lion."),
    ],
)
def test_what_a_catalogue_says_in_attributes_is_read(described: str, read: str) -> None:
    made = publish("text", record(described))
    assert made.findings == ()
    assert read in made.files[0].data.decode()
    assert publish("html", record(described)).findings == ()


def test_who_wrote_what_a_manuscript_holds_is_no_author_of_its_description() -> None:
    data = record("<msContents><msItem><author>David</author><title>Psalms</title></msItem></msContents>")
    assert header.creators(etree.fromstring(data)) == ()
    assert "Author" not in publish("text", data).files[0].data.decode()


def test_a_description_speaks_its_own_language_not_that_of_what_it_describes() -> None:
    root = etree.fromstring(record("").replace(b"<msDesc>", b'<msDesc xml:lang="en">'))
    assert (header.language(root), header.spoken(root)) == ("en", "en")


@pytest.mark.parametrize("reading", list(Reading))
def test_every_reading_gives_all_identifiers_of_a_manuscript(reading: Reading) -> None:
    data = record("").replace(
        b"</msIdentifier>", b"<altIdentifier><idno>Q9</idno></altIdentifier></msIdentifier>"
    )
    made = publish("text", data, Publication(readings=(reading,)))
    assert "MS 1\nOther identifier: Q9\n" in made.files[0].data.decode()


@pytest.mark.parametrize(
    ("identified", "read"),
    [
        ('<altIdentifier type="former"><idno>Q9</idno></altIdentifier>', "MS 1\nFormer shelfmark: Q9\n"),
        (
            "<altIdentifier><repository>Ely</repository><idno>9</idno></altIdentifier>",
            "Other identifier: Ely, 9",
        ),
        ("<altIdentifier><idno>olim 7</idno></altIdentifier>", "MS 1\nolim 7\n"),
        ('<altIdentifier type="SC"><idno>28843</idno></altIdentifier>', "Other identifier (SC): 28843\n"),
        ('<altIdentifier type="SC"><idno>SC 28843</idno></altIdentifier>', "Other identifier: SC 28843\n"),
        ('<altIdentifier type="internal"><idno>9</idno></altIdentifier>', "Other identifier: 9\n"),
        ("<msName>The Book</msName>", "MS 1\nName: The Book\n"),
    ],
)
def test_other_names_of_a_manuscript_are_told_by_what_they_are(identified: str, read: str) -> None:
    data = record("").replace(b"</msIdentifier>", f"{identified}</msIdentifier>".encode())
    assert read in publish("text", data).files[0].data.decode()


PART = """<msContents>
<msItem n="1"><title>Psalms</title><msItem n="1.1"><locus>2r</locus><title>Beatus</title>
</msItem></msItem></msContents><msPart><msIdentifier><idno>Part A</idno></msIdentifier>
<msContents><msItem><author>Bede</author><rubric>Incipit</rubric></msItem></msContents></msPart>
<msPart n="2"><history><origin>Ely.</origin></history></msPart>"""
HEADED = [
    ("Contents", 0),
    ("1. Psalms", 1),
    ("1.1. 2r Beatus", 2),
    ("Part A", 0),
    ("Contents", 1),
    ("Bede", 2),
    ("Part 2", 0),
    ("History", 1),
]


@pytest.mark.parametrize(("text", "depth"), [("<p/>", 2), ("<p>Words.</p>", 4)])
def test_the_parts_of_a_description_are_headings_in_their_order(text: str, depth: int) -> None:
    made = page(record(PART).replace(b"<p/>", text.encode()))
    headings = [
        (" ".join("".join(map(str, one.itertext())).split()), int(one.tag[-1]) - depth)
        for one in made.iter("{*}h2", "{*}h3", "{*}h4", "{*}h5", "{*}h6")
        if "described" in (one.get("class") or "")
    ]
    assert headings == [(label, level) for label, level in HEADED]


def test_a_catalogue_in_files_of_its_own_tells_of_each_manuscript() -> None:
    records = [record("<history><origin>Ely.</origin></history>").decode()] * 2
    second = records[1].replace("<title>MS 1</title>", "<title>The Psalter</title>")
    header = RECORD.format(described="").partition("<text>")[0].replace("<msDesc>", "<p>None.</p><msDesc>")
    header = header[header.index("<teiHeader>") :]
    header = header.replace(header[header.index("<msDesc>") : header.index("</sourceDesc>")], "")
    data = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}{records[0]}{second}</teiCorpus>'
    made = page(data.encode())
    headings = [("".join(map(str, one.itertext())), one.tag[-2:]) for one in made.iter("{*}h2", "{*}h3")]
    assert headings[:4] == [("MS 1", "h2"), ("History", "h3"), ("The Psalter", "h2"), ("History", "h3")]
    assert "Origin: Ely." in publish("text", data.encode()).files[0].data.decode()


def test_every_word_of_a_description_is_published_in_its_order() -> None:
    data = (GENRES / "manuscript.xml").read_bytes()
    described = etree.fromstring(data).find(".//{*}msDesc")
    assert described is not None
    wanted = re.findall(r"\w+", " ".join(map(str, described.itertext())))
    found = iter(re.findall(r"\w+", publish("text", data).files[0].data.decode()))
    assert [word for word in wanted if word not in found] == []


@pytest.mark.parametrize("name", ["history", "physDesc", "additional", "msContents", "listApp"])
def test_what_is_empty_in_a_paragraph_breaks_none(name: str) -> None:
    made = page(record("").replace(b"<p/>", f"<p>One <{name}/> two.</p>".encode()))
    paragraph = made.find(".//{*}p[@class='p']")
    assert paragraph is not None
    assert paragraph.find(".//{*}div") is None


DISORDER = """<msIdentifier><altIdentifier><idno>A 1</idno></altIdentifier><idno>B 2</idno></msIdentifier>"""
SENTENCE = (
    f"<p>See <msDesc>{DISORDER}<msContents><msItem><title>T</title></msItem></msContents></msDesc> here.</p>"
)


@pytest.mark.parametrize(
    "text",
    [
        f"<div><msDesc>{DISORDER}<history><origin>Ely.</origin></history></msDesc></div>",
        SENTENCE,
        f"<list><item><msDesc>{DISORDER}<history><p>Old.</p></history></msDesc></item></list>",
        "<div><msDesc><msIdentifier><msName>N</msName></msIdentifier><msFrag><p>Scrap.</p></msFrag></msDesc></div>",
        "<div><msDesc><msIdentifier/><msPart><altIdentifier><idno>1</idno></altIdentifier></msPart></msDesc></div>",
    ],
)
def test_a_description_may_stand_anywhere_in_any_order(text: str) -> None:
    data = record("").replace(b"<p/>", text.encode())
    for name in ("html", "text"):
        assert publish(name, data).findings == ()


@pytest.mark.parametrize(
    ("noted", "read"),
    [
        ("<note>Lacks March.</note>", "\n1. Calendar\n\nLacks March.\n"),
        ('<note place="bottom">Lacks March.</note>', "\n1. Calendar\n\n[1]\n"),
    ],
)
def test_what_is_noted_of_a_text_in_a_catalogue_is_read_where_it_stands(noted: str, read: str) -> None:
    item = f"<msContents><msItem n='1'><title>Calendar</title>{noted}</msItem></msContents>"
    described = f"<msDesc><msIdentifier><idno>MS 1</idno></msIdentifier>{item}</msDesc>"
    made = publish("text", tei(f"<div>{described}</div>")).files[0].data.decode()
    assert read in made


@pytest.mark.parametrize(
    ("leaves", "to"),
    [
        ('<locus from="2r" to="3v">ff. 2r–3v</locus>', "#l2r"),
        ('<locus from="2r" to="3v"/>', "#l2r"),
        ("<locus>fol. 2ʳ</locus>", "#l2r"),
        ("<locus>f. 1 verso</locus>", "#l1v"),
        ('<locus from="2"/>', "#l2r"),
        # None that the text does not have, or that may be counted in another way.
        ("<locus>f. 2v</locus>", None),
        ("<locus>f. 7</locus>", None),
        ('<locus from="7"/>', "#l7"),
        ("<locus>passim</locus>", None),
        ('<locus facs="#nowhere"/>', None),
        ("<locus from=''/>", None),
        ("<locus>f. 8v</locus>", None),
        ('<locus facs="https://example.org/9r.jpg" from="9r"/>', "https://example.org/9r.jpg"),
    ],
)
def test_leaves_that_the_text_has_lead_to_their_page(leaves: str, to: str | None) -> None:
    pages = '<pb n="1v" xml:id="l1v"/>a<pb n="[2r]" xml:id="l2r"/>b<pb n="7" xml:id="l7"/>c<pb n="8v"/>d'
    data = tei(f"<p>See {leaves}.</p><p>{pages}</p>")
    assert book.factory().publish(context(data)).findings == ()
    made = page(data)
    assert [one.get("href") for one in made.iterfind(".//{*}p/{*}a[@class='ref']")] == ([to] if to else [])


def test_of_several_manuscripts_none_is_taken_for_that_of_the_text() -> None:
    one = '<msDesc><msIdentifier><idno>{}</idno></msIdentifier><p>On <locus from="1r"/>.</p></msDesc>'
    for described, links in ((one.format(1), 1), (one.format(1) + one.format(2), 0)):
        made = page(tei(f'{described}<p><pb n="1r" xml:id="p"/>a</p>'))
        assert len(made.findall(".//{*}a[@class='ref']")) == links


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ('n="2"><msIdentifier><idno>fols. 3–9</idno></msIdentifier>', "Part 2: fols. 3–9"),
        ('n="2"><msIdentifier><idno>Part 2</idno></msIdentifier>', "Part 2"),
        ("><msIdentifier><idno>fols. 3–9</idno></msIdentifier>", "fols. 3–9"),
    ],
)
def test_a_part_of_a_manuscript_has_its_number(part: str, heading: str) -> None:
    whole = "<msDesc><msIdentifier><idno>MS</idno></msIdentifier><msPart {}<p>x</p></msPart></msDesc>"
    (found,) = page(tei(whole.format(part))).iterfind(".//{*}article//{*}h3")
    assert "".join(map(str, found.itertext())) == heading


def test_a_list_of_books_among_further_information_says_what_it_is() -> None:
    books = "<listBibl>{}<bibl>B</bibl></listBibl>"
    for head, label in (("", "Bibliography"), ("<head>Books</head>", "Books")):
        described = f"<additional><adminInfo>{books.format(head)}</adminInfo></additional>"
        made = page(tei(f"<msDesc><msIdentifier><idno>MS</idno></msIdentifier>{described}</msDesc>"))
        assert [one.xpath("string()") for one in made.iterfind(".//{*}p[@class='head']")] == [label]
