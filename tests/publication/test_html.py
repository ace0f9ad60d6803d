"""The page: what each thing in TEI becomes, and what a page must have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from tests.checks.tools import axe, html_validate
from tests.publication.helpers import HEADER, Seen, article, page, plain, publish, tei

from rubricator import resources
from rubricator.errors import SettingsError
from rubricator.publication.format import Publication
from rubricator.publication.metadata import Supplied
from rubricator.tei import Reading

GOLDEN = Path(__file__).parent / "golden"
LETTER = (GOLDEN / "letter.xml").read_bytes()
PERSON = (
    '<person xmlns="http://www.tei-c.org/ns/1.0" xml:id="roe"><persName type="main">'
    '<forename>Jane</forename> <surname>Roe</surname></persName><birth when="1850"/><death when="1920"/>'
    '<idno type="wikidata">Q1</idno></person>'
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<p xml:id="p1">One.</p>', '<p id="p1" class="p">One.</p>'),
        ("<p>a <emph>b</emph></p>", '<p class="p">a <em class="emph">b</em></p>'),
        (
            '<p xml:lang="fr_FR-fr">a <foreign xml:lang="x">b</foreign></p>',
            '<p class="p" lang="fr-FR">a <i class="foreign">b</i></p>',
        ),
        (
            '<p xml:lang="fr">a <hi rend="sup">b</hi></p>',
            '<p class="p" lang="fr">a <sup class="hi r-sup">b</sup></p>',
        ),
        ('<p>x<hi rend="exposant">2</hi></p>', '<p class="p">x<sup class="hi r-exposant">2</sup></p>'),
        ('<p>x<hi rend="super">2</hi></p>', '<p class="p">x<sup class="hi r-super">2</sup></p>'),
        ('<p>x<hi rend="pedice">2</hi></p>', '<p class="p">x<sub class="hi r-pedice">2</sub></p>'),
        ('<p>x<hi rend="superb">2</hi></p>', '<p class="p">x<span class="hi r-superb">2</span></p>'),
        ("<p>a<lb/>b</p>", '<p class="p">a <br class="lb"/>b</p>'),
        (
            '<p>a <lb break="no"/>b</p>',
            '<p class="p">a<span class="eol-hyphen" data-added="" data-reading="diplomatic" hidden="hidden">'
            '-</span><br class="lb" data-break="no"/>b</p>',
        ),
        (
            '<p>a<pb n="2"/>b</p>',
            '<p class="p">a<a class="pb" data-added="" id="rb-pb-1" href="#rb-pb-1" aria-label="Page 2"> [2] '
            "</a>b</p>",
        ),
        (
            "<p>a <q>b</q></p>",
            '<p class="p">a <span class="q"><span class="mark" data-added="">“</span>b'
            '<span class="mark" data-added="">”</span></span></p>',
        ),
        ("<p>a <q>“b”</q></p>", '<p class="p">a <span class="q">“b”</span></p>'),
        (
            "<p>a<list><item>b</item></list></p>",
            '<div class="p">a<div class="list"><ul><li class="item">b</li></ul></div></div>',
        ),
        (
            "<list><label>another</label><item>b</item></list>",
            '<div class="list"><dl><dt class="label">another</dt><dd class="item">b</dd></dl></div>',
        ),
        (
            '<p><ref target="#x">a</ref> <seg xml:id="x">b</seg></p>',
            '<p class="p"><a href="#x" class="ref">a</a> <span id="x" class="seg">b</span></p>',
        ),
        (
            '<p>a<ref target="https://example.org/a"/></p>',
            '<p class="p">a<a href="https://example.org/a" data-added="" class="ref">https://example.org/a</a></p>',
        ),
        (
            '<p><ref target="https://example.org/a">the letter</ref> <ref target="https://example.org/b">example.org/b</ref></p>',
            '<p class="p"><a href="https://example.org/a" class="ref">the letter</a> '
            '<a href="https://example.org/b" class="ref address">example.org/b</a></p>',
        ),
        ('<p><ref target="#none">a</ref></p>', '<p class="p"><span class="ref">a</span></p>'),
        (
            '<lg><l n="5">a</l></lg>',
            '<div class="lg"><div class="l"><a class="ln" data-added="" href="#rb-line-1" id="rb-line-1" '
            'aria-label="line 5"> 5 </a>a</div></div>',
        ),
        ('<ab type="ornament">* * *</ab>', '<p class="ab ornament">* * *</p>'),
        (
            '<p>a<space unit="chars" quantity="2"/>b</p>',
            '<p class="p">a<span class="space" data-added="" style="width: 0.9em"> </span>b</p>',
        ),
        (
            '<p>a<space unit="chars" quantity="1e9"/>b</p>',
            '<p class="p">a<span class="space" data-added="" style="width: 16em"> </span>b</p>',
        ),
        (
            "<list><label>1.</label><item>a</item></list>",
            '<div class="list"><dl class="numbered"><dt class="label">1.</dt>'
            '<dd class="item">a</dd></dl></div>',
        ),
        (
            "<closer><signed>A</signed><dateline>B</dateline></closer>",
            '<div class="closer arranged"><div class="signed">A</div><div class="dateline">B</div></div>',
        ),
        (
            "<p>a<pb/> <pb/>b</p>",
            '<p class="p">a<span class="pb" data-added="" role="doc-pagebreak" aria-label="Page"> | </span> '
            '<span class="pb" data-added="">  </span>b</p>',
        ),
        ("<p>a <gap/></p>", '<p class="p">a <span class="gap"><span data-added="">[…]</span></span></p>'),
    ],
)
def test_tei_becomes_xhtml(written: str, shown: str) -> None:
    assert article(written) == shown


def test_both_readings_are_in_the_page_and_the_first_is_seen() -> None:
    shown = article("<p><choice><sic>tow</sic><corr>two</corr></choice></p>")
    assert '<span data-reading="edited"><span class="corr">two</span></span>' in shown
    assert '<span data-reading="diplomatic" hidden="hidden"><span class="sic">tow</span></span>' in shown
    alone = article(
        "<p><choice><sic>tow</sic><corr>two</corr></choice></p>", Publication(readings=(Reading.DIPLOMATIC,))
    )
    assert "two" not in alone


def test_a_note_and_its_mark_lead_to_each_other() -> None:
    found = page(tei("<p>a<note>b</note></p>"))
    mark = found.find(".//{*}a[@role='doc-noteref']")
    back = found.find(".//{*}a[@role='doc-backlink']")
    assert mark is not None
    assert back is not None
    assert back.get("href") == f"#{mark.get('id')}"
    entry = back.getparent()
    assert entry is not None
    assert mark.get("href") == f"#{entry.get('id')}"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>a</p><note>n</note><p>b</p>", "a[1]\n\nb"),
        ("<p>a</p><note>n</note><note>m</note><p>b</p>", "a[1][2]\n\nb"),
        ("<note>n</note><p>b</p>", "[1]b"),
        ("<head>a</head><note>n</note><p>b</p>", "a[1]\n\nb"),
        ("<list><item>a</item><item>b</item></list><note>n</note>", "- a\n- b[1]"),
        ("<lg><l>a</l><note>n</note><l>b</l></lg>", "    a[1]\n    b"),
        ("<head>a</head><note>n</note><note>m</note>", "a\n\n[1][2]"),
    ],
)
def test_the_mark_of_a_note_that_stands_alone_has_its_place_in_a_line(body: str, shown: str) -> None:
    assert plain(f"<div>{body}</div>").partition("\n\n\nNotes")[0] == shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>a<ref target='#n'/>.</p>{}", "a[1]."),
        ("<p>a<ref target='#n'>See</ref>.</p>{}", "aSee[1]."),
        ("<p>a<ref target='#n'>*</ref>.</p>{}", "a[*]."),
        ("<p>a<ptr target='#n'/> b<ptr target='#n'/>.</p>{}", "a[1] b[1]."),
        ("<p>a<persName ref='#x'><ptr target='#n'/>b</persName></p>{}", "a[1]b\n\n[1]"),
        ("<p>a<ptr target='#n'/></p>{}<p>b</p>", "a[1]\n\nb"),
        ("<p>a</p>{}", "a\n\n[1]"),
    ],
)
def test_the_mark_of_a_note_that_stands_apart_is_where_the_text_points_to_it(body: str, shown: str) -> None:
    apart = "<div type='notes'><note xml:id='n'>One.</note></div>"
    assert plain(body.format(apart)).partition("\n\n\nNotes\n\n")[0] == shown
    made = article(body.format(apart))
    assert made.count('id="rb-ref-1"') == 1


def test_the_mark_of_a_note_is_where_the_note_says_that_it_belongs() -> None:
    body = "<p>a<anchor xml:id='x'/> b</p><div><note target='#x'>One.</note></div>"
    assert plain(body).partition("\n\n\nNotes\n\n")[0] == "a[1] b"


def test_notes_are_in_the_language_of_the_text_where_labels_are_in_another() -> None:
    def notes(language: str) -> tuple[str | None, str | None]:
        found = page(tei("<p>a<note>b</note></p>"), Publication(language=language)).find(
            ".//{*}section/{*}ol"
        )
        assert found is not None
        return found.get("lang"), found.get("dir")

    assert notes("en") == (None, None)
    assert notes("de") == ("en", None)
    assert notes("ar") == ("en", "ltr")
    silent = page(tei("<p>a</p>").replace(b' xml:lang="en"', b""), Publication(language="ar"))
    assert [one.get("dir") for one in silent.iter("{*}article")] == ["auto"]


def test_a_name_leads_to_its_entry_in_the_index_and_back() -> None:
    found = page(tei('<p>To <persName ref="person:roe">Roe</persName>.</p>'), person_roe=PERSON)
    name = found.find(".//{*}a[@class='persName']")
    assert name is not None
    entry = found.find(f".//*[@id='{name.get('href', '')[1:]}']")
    assert entry is not None
    assert "Roe, Jane (1850–1920)" in " ".join("".join(map(str, entry.itertext())).split())
    links = [link.get("href") for link in entry.iter("{*}a")]
    assert links == ["https://www.wikidata.org/wiki/Q1", f"#{name.get('id')}"]


def test_a_link_holds_no_link() -> None:
    body = (
        '<p><persName ref="person:roe">R<choice><sic>eo</sic><corr>oe</corr></choice><note>n</note>'
        '<date when="1933">1933</date></persName></p>'
    )
    found = page(tei(body), person_roe=PERSON)
    assert found.findall(".//{*}a//{*}a") == []
    assert len(found.findall(".//{*}a[@role='doc-noteref']")) == 2


def test_what_the_program_suggests_looks_otherwise_than_what_a_person_confirmed() -> None:
    body = '<p><persName ref="person:roe" resp="#{}">Roe</persName></p>'
    assert "suggested" in article(body.format("rubricator"), person_roe=PERSON)
    assert "confirmed" in article(body.format("editors"), person_roe=PERSON)


@pytest.mark.parametrize(
    ("header", "resp", "said"),
    [
        (HEADER, "#rubricator", True),
        (HEADER, "#editors", False),
        (HEADER.replace(' type="application"', ""), "#rubricator", False),
        (HEADER.replace(' type="application"', ""), "#castell", False),
    ],
)
def test_the_key_to_the_lines_stands_only_where_a_program_suggested(
    header: str, resp: str, said: bool
) -> None:
    made = page(tei(f'<p><persName resp="{resp}">Roe</persName></p>', header=header))
    assert bool(made.findall(".//{*}p[@class='key']")) is said
    if "application" not in header:
        assert not made.findall(".//{*}span[@class='persName confirmed']")


def test_the_lines_that_the_key_explains_are_drawn_under_names_without_an_entry_too() -> None:
    shown = article('<p><persName resp="#rubricator">Roe</persName></p>')
    assert '<span class="persName suggested">' in shown
    style = (resources.directory("xslt") / "html" / "page.css").read_text("utf-8")
    rules = {rule.split("{")[0].strip() for rule in style.splitlines()}
    assert ":is(a, span, cite, i, abbr).suggested" in rules


def test_a_letter_says_which_letters_stand_beside_it() -> None:
    context = (
        '<profileDesc><correspDesc><correspAction type="sent"><persName>A</persName>'
        '<date when="1901-04-26"/><placeName>Berlin</placeName></correspAction><correspContext>'
        '<ref type="prev">One</ref><ref subtype="next_letter" type="within">Three</ref>'
        '<ref subtype="next_letter" type="other">Three</ref></correspContext></correspDesc></profileDesc>'
        "</teiHeader>"
    )
    shown = page(tei("<p>a</p>", header=HEADER.replace("</teiHeader>", context))).find(
        ".//{*}dl[@class='correspDesc']"
    )
    assert shown is not None
    assert [one.text for one in shown] == [
        "From", "A, Berlin, 26 April 1901", "Previous letter", "One", "Next letter", "Three",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Next letter: 20 March 1851", ["Next letter", "20 March 1851"]),
        ("NEXT LETTER : 20 March", ["Next letter", "20 March"]),
        ("Next letter of A to B", ["Context", "Next letter of A to B"]),
        ("Next letter", ["Context", "Next letter"]),
        ("Next: 20 March", ["Next letter", "Next: 20 March"]),
    ],
)
def test_a_letter_beside_is_not_called_so_twice(said: str, shown: list[str]) -> None:
    context = f'<correspDesc><correspContext><ref type="next">{said}</ref></correspContext></correspDesc>'
    header = HEADER.replace("</teiHeader>", f"<profileDesc>{context}</profileDesc></teiHeader>")
    found = page(tei("<p>a</p>", header=header)).find(".//{*}dl[@class='correspDesc']")
    assert found is not None
    assert [one.text for one in found] == shown


def test_of_several_letters_each_is_told_of_by_itself() -> None:
    told = (
        '<correspDesc ref="#l{}"><correspAction type="sent"><persName>A</persName></correspAction>'
        '<correspContext><ref type="next" target="#l{}">More</ref></correspContext></correspDesc>'
    )
    body = "".join(f'<div xml:id="l{n}"><head>To B {n}</head><p>a</p></div>' for n in (1, 2))
    several, one = (
        page(
            tei(body, header=HEADER.replace("</teiHeader>", f"<profileDesc>{told}</profileDesc></teiHeader>"))
        )
        for told in (told.format(1, 2) + told.format(2, 9), told.format(1, 2))
    )
    for made in (several, one):
        for told_of in made.iterfind(".//{*}dl[@class='correspDesc']"):
            before = told_of.getprevious()
            assert before is not None
            assert before.tag == "{http://www.w3.org/1999/xhtml}h2"
    assert len(several.findall(".//{*}dl[@class='correspDesc']")) == 2
    assert [link.get("href") for link in several.findall(".//{*}dl[@class='correspDesc']//{*}a")] == ["#l2"]
    assert len(one.findall(".//{*}dl[@class='correspDesc']")) == 1


def test_a_list_at_the_end_says_what_it_holds() -> None:
    person = "<person><persName>Roe</persName> <sex/> <birth>1850</birth></person>"
    body = f"<p>a</p></body><back><listPerson>{person}</listPerson></back></text></TEI>"
    made = tei(body).decode().removesuffix("</body></text></TEI>").encode()
    found = page(made).find(".//{*}div[@class='listPerson']")
    assert found is not None
    assert [" ".join("".join(map(str, part.itertext())).split()) for part in found] == [
        "Persons",
        "Roe Birth: 1850",
    ]


def test_the_first_heading_is_the_title_where_it_says_the_same() -> None:
    assert [one.tag for one in page(tei("<div><head>A title</head><p>b</p></div>")).iter("{*}h1")] != []
    found = page(tei("<div><head>Other</head><p>b</p></div>"))
    assert [one.text for one in found.iter("{*}h1")] == ["A Title"]
    assert [one.text for one in found.findall(".//{*}article//{*}h2")] == ["Other"]


@pytest.mark.parametrize(
    ("written", "forbidden"),
    [
        ('<p><ref target="javascript:alert(1)">a</ref></p>', "javascript:"),
        ('<p><ref target=" java&#10;script:alert(1)">a</ref></p>', "alert(1)"),
        ('<p><ref target="data:text/html,x">a</ref></p>', "data:text"),
        ('<p><ref target="https://a.b/&quot; onclick=&quot;x">a</ref></p>', "onclick"),
        ('<p><ref target="//evil.example/x">a</ref></p>', "evil.example"),
        ('<figure><graphic url="https://evil.example/x.png"/></figure>', "<img"),
        ('<p style="background:url(https://evil.example)">a</p>', "evil.example"),
        ('<p style="position:fixed;width:expression(alert(1))">a</p>', "position:fixed"),
        ('<p rend="x&quot; onload=&quot;y">a</p>', "onload="),
        ('<p><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></p>', "<script>alert"),
        ('<p><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">a</svg></p>', "onload"),
        (
            '<p><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example">a</iframe></p>',
            "<iframe",
        ),
        ('<p xml:id="a b">a</p>', 'id="a b"'),
    ],
)
def test_nothing_dangerous_goes_through(written: str, forbidden: str) -> None:
    markup = publish("html", tei(written)).files[0].data.decode()
    assert forbidden not in markup.replace("alert(1)</span>", "")
    for tag, attributes in Seen(markup).tags:
        assert tag not in ("img", "iframe", "object", "embed", "base", "video", "audio")
        assert not [name for name in attributes if name.startswith("on")]


RENDITION = """<encodingDesc><tagsDecl><rendition selector="p, ab">text-align: center; color: red</rendition>
<rendition selector='hi[rend="x y"], *[n]'>font-weight: bold; background: url(https://evil.example)</rendition>
<rendition selector="hi[rend~=z]">font-style: italic</rendition>
<rendition selector="p hi">quotes: a</rendition>
</tagsDecl></encodingDesc></teiHeader>"""


@pytest.mark.parametrize(
    ("element", "style"),
    [
        ("<p>a</p>", "text-align: center"),
        ('<head n="1">a</head>', "font-weight: bold"),
        ('<p><hi rend="x y">a</hi></p>', "font-weight: bold"),
        ('<p><hi rend="y z">a</hi></p>', "font-style: italic"),
        ('<ab rendition="simple:italic">a</ab>', "text-align: center"),
        ("<q>a</q>", None),
    ],
)
def test_the_look_that_the_header_gives_to_elements_is_theirs_if_harmless(
    element: str, style: str | None
) -> None:
    made = page(tei(f"<div>{element}</div>", header=HEADER.replace("</teiHeader>", RENDITION)))
    name = [one.tag for one in etree.fromstring(element).iter()][-1]
    found = [one for one in made.iter("{*}*") if name in (one.get("class") or "").split()]
    assert [one.get("style") for one in found] == [style]


def test_a_harmless_style_stays() -> None:
    assert article('<p style="text-align: center; color: red">a</p>') == (
        '<p class="p" style="text-align: center">a</p>'
    )


def test_a_page_fetches_nothing_and_says_what_it_is() -> None:
    markup = publish("html", LETTER).files[0].data.decode()
    seen = Seen(markup).tags
    assert not [one for tag, one in seen if "src" in one]
    assert not [one for tag, one in seen if tag == "link" and one.get("rel") != "license"]
    names = {one.get("name") for tag, one in seen if tag == "meta"}
    assert {"viewport", "DC.title", "DC.creator", "DC.rights"} <= names
    root = etree.fromstring(markup.encode())
    assert root.get("lang") == "en"
    assert root.find(".//{*}main") is not None
    described = json.loads(root.findtext(".//{*}script[@type='application/ld+json']") or "")
    assert described["name"] == "A Letter"
    assert described["license"].startswith("https://creativecommons.org/")


def test_settings_reach_the_page() -> None:
    publication = Publication(
        supplied=Supplied(publisher="Their Press", rights="All theirs."),
        edition="Their Letters",
        wording={"notes": "Remarks"},
        css=".p { color: teal }",
    )
    markup = publish("html", tei("<p>a<note>b</note></p>"), publication).files[0].data.decode()
    for expected in ("Their Press", "All theirs.", "Their Letters", ">Remarks</h2>", ".p { color: teal }"):
        assert expected in markup
    with pytest.raises(SettingsError, match="wording"):
        publish("html", tei("<p>a</p>"), Publication(wording={"nonesuch": "x"}))
    with pytest.raises(SettingsError, match="style"):
        publish("html", tei("<p>a</p>"), Publication(css="</style>"))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert publish("html", LETTER).files == publish("html", LETTER).files


def test_a_header_that_says_little_will_do() -> None:
    bare = "<teiHeader><fileDesc><titleStmt><title/></titleStmt><publicationStmt><p/></publicationStmt>"
    bare += "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    assert [one.text for one in page(tei("<p>a</p>", header=bare)).iter("{*}h1")] == ["Untitled"]
    assert HEADER not in bare


def test_the_page_of_a_letter_is_as_reviewed() -> None:
    found = etree.fromstring(publish("html", LETTER).files[0].data).find(".//{*}main")
    assert found is not None
    made = etree.tostring(found, encoding="unicode").replace(' xmlns="http://www.w3.org/1999/xhtml"', "")
    assert made.strip() + "\n" == (GOLDEN / "letter.html").read_text("utf-8")


@pytest.mark.node
@pytest.mark.chromium
def test_neither_axe_nor_html_validate_has_anything_to_say(tmp_path: Path) -> None:
    file = tmp_path / "letter.html"
    file.write_bytes(publish("html", LETTER).files[0].data)
    assert html_validate(file) == ()
    assert axe(file) == ()


def test_a_page_number_and_a_line_number_are_links_to_their_own_place() -> None:
    body = '<p>a<pb n="12"/>b</p><lg><l n="5" xml:id="l5">c</l></lg>'
    links = {a.get("class"): a for a in page(tei(body)).iter("{*}a")}
    assert links["pb"].get("href") == f"#{links['pb'].get('id')}"
    assert links["ln"].get("href") == "#l5"
    (line,) = page(tei('<p>a<lb n="10"/>b<lb n="11"/>c</p>')).iterfind(".//{*}a[@class='ln']")
    assert line.get("href") == f"#{line.get('id')}"
    assert line.get("aria-label") == "line 10"


@pytest.mark.parametrize("more", ["", "<correction><p>THIRD</p></correction>"])
def test_each_paragraph_about_the_encoding_is_said_once(more: str) -> None:
    said = f'<editorialDecl><p xml:id="e1">FIRST</p><p>SECOND</p>{more}</editorialDecl>'
    header = HEADER.replace("</teiHeader>", f"<encodingDesc>{said}</encodingDesc></teiHeader>")
    about = str(page(tei("<p>a</p>", header=header)).xpath("string(//*[@class='encoding'])"))
    assert [about.count(word) for word in ("FIRST", "SECOND")] == [1, 1]
    assert ("THIRD" in about) == bool(more)


@pytest.mark.parametrize(
    "inner", ["<list><item>x</item></list>", "<quote><p>x</p></quote>", "<table><row/></table>"]
)
@pytest.mark.parametrize("holder", ["licence", "p"])
def test_a_licence_may_hold_whatever_a_paragraph_holds(holder: str, inner: str) -> None:
    header = HEADER.replace("Free to read.</licence>", f"</licence><{holder}>Free: {inner}</{holder}>")
    (licence,) = page(tei("<p>a</p>", header=header)).findall(".//{*}section[@class='licence']")
    assert [
        one for one in licence.iter("{*}p") if one.find("{*}div") is not None or one.find("{*}ul") is not None
    ] == []
    assert "Free:" in "".join(map(str, licence.itertext()))


def test_notes_that_run_another_way_than_the_text_have_their_numbers_on_their_own_side() -> None:
    body = "<p>نص<note xml:lang='en'>One.</note></p>"
    made = page(tei(body).replace(b'<text xml:lang="en">', b'<text xml:lang="ar">'))
    notes = made.find(".//{*}section[@class='notes']/{*}ol")
    assert notes is not None
    assert notes.get("dir") == "ltr"


LEFTWARDS = "<p xml:lang='ar'>سنة ٢٠٠.<note>{}</note></p>"


@pytest.mark.parametrize(
    ("body", "way"),
    [
        (LEFTWARDS.format("ع"), "ltr"),  # or the number before it and its own would be one
        ("<p>In 200.<note>So.</note></p>", None),
        ("<p xml:lang='ar-Latn'>sana 200.<note>So.</note></p>", None),
        ("<p xml:lang='he'>ים<app><lem>א</lem><rdg wit='#B'>ב</rdg></app></p>", "ltr"),
    ],
)
def test_a_mark_keeps_to_itself_among_words_that_run_from_right_to_left(body: str, way: str | None) -> None:
    (mark, *_) = page(tei(body)).findall(".//{*}sup")
    assert mark.get("dir") == way


@pytest.mark.parametrize(
    ("text", "body", "way"),
    [
        ("ar", "<p xml:lang='en'>The sea.<note>So; <foreign xml:lang='ar'>سنة</foreign>.</note></p>", "ltr"),
        ("ar", "<p xml:lang='en'>The sea.<note>سنة</note></p>", None),
        ("ar", "<p>سنة<note>So, in English.</note></p>", None),  # nobody says what it is
        ("en", LEFTWARDS.format("سنة"), "rtl"),
        ("en", LEFTWARDS.format("So."), None),
        ("en", "<p xml:lang='de'>Das Meer.<note>See.</note></p>", None),
    ],
)
def test_a_note_runs_as_the_part_of_the_text_that_it_stands_in(text: str, body: str, way: str | None) -> None:
    data = tei(body).replace(b'<text xml:lang="en">', f'<text xml:lang="{text}">'.encode())
    note = page(data).find(".//{*}section[@class='notes']//{*}div")
    assert note is not None
    assert note.get("dir") == way


@pytest.mark.parametrize(
    "body",
    [
        "<ruby><rb>a<list><item>b</item></list></rb><rt><list><item>c</item></list></rt></ruby>",
        "x <gap><desc><list><item>b</item></list></desc></gap>",
        "<app><lem>a</lem><wit><list><item>b</item></list></wit></app>",
        "x<note>a <fw><list><item>b</item></list></fw> c</note>",
    ],
)
def test_no_block_stands_in_what_holds_only_words(body: str) -> None:
    made = page(tei(f"<p>{body}</p>"))
    within = [one for name in ("span", "ruby", "rb", "rt", "p") for one in made.iter(f"{{*}}{name}")]
    assert [
        one.tag for holder in within for one in holder.iter("{*}div", "{*}ul", "{*}p") if one is not holder
    ] == []


def test_a_word_keeps_its_reading_above_it() -> None:
    assert article("<p><ruby><rb>a</rb><rt>b</rt></ruby> <gap/></p>") == (
        '<p class="p"><ruby class="ruby"><span class="rb">a</span>'
        '<rp data-added="">(</rp><rt class="rt">b</rt><rp data-added="">)</rp></ruby> '
        '<span class="gap"><span data-added="">[…]</span></span></p>'
    )


@pytest.mark.parametrize(
    ("root", "title"),
    [
        (HEADER.replace("<teiHeader>", '<teiHeader xmlns="http://www.tei-c.org/ns/1.0">'), "A Title"),
        (
            '<elementSpec xmlns="http://www.tei-c.org/ns/1.0" ident="leaf"><desc>a leaf</desc></elementSpec>',
            "leaf",
        ),
        (
            '<listOrg xmlns="http://www.tei-c.org/ns/1.0"><head>Bodies</head><org><p>a</p></org></listOrg>',
            "Bodies",
        ),
        ('<listOrg xmlns="http://www.tei-c.org/ns/1.0"><org><p>a</p></org></listOrg>', "Untitled"),
    ],
)
def test_what_is_no_whole_document_is_called_what_it_calls_itself(root: str, title: str) -> None:
    assert page(root.encode()).findtext(".//{*}h1") == title
