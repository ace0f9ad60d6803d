"""Early prints: their lines, pages and ornaments, as the large libraries of them encode these."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.publication.goldens import every_format
from tests.publication.helpers import HEADER, article, context, page, plain, publish, tei

from rubricator.publication.format import Publication
from rubricator.tei import Reading


@pytest.mark.parametrize(
    "written",
    [
        "<list><item>a</item><lb/><item>b</item></list>",
        "<lg><l>a</l><lb/><l>b</l></lg>",
        "<table><row><cell>a</cell></row><lb/><row><cell>b</cell></row></table>",
        "<p>a</p><lb/><p>b</p>",
    ],
)
def test_the_end_of_a_line_between_two_blocks_makes_no_empty_line(written: str) -> None:
    assert "<br" not in article(written)
    assert "<br" in article(written.replace("a<", "a<lb/>a<", 1))


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("3", "[p. 3]"),
        ("[III]", "[p. III]"),
        ("12a", "[p. 12a]"),
        ("4v", "[4v]"),  # a leaf's, and no note's
        ("v", "[v]"),
        ("(4)", "(4)"),
        ("[3] 4", "[[3] 4]"),
    ],
)
def test_a_number_of_a_page_stands_in_one_pair_of_brackets(number: str, shown: str) -> None:
    assert plain(f"<p>a</p><pb n='{number}'/><p>b</p>") == f"a\n\n{shown}\n\nb"


@pytest.mark.parametrize(
    "written",
    [
        "<p>a</p><milestone unit='pagebreak'/><p>b</p>",
        "<p>a</p><p><milestone unit='section'/>b</p>",
        "<div><milestone unit='section'/><p>a</p><p>b</p></div>",
        "<p>a</p><p>b</p><milestone unit='section'/>",
    ],
)
def test_a_milestone_that_parts_no_two_paragraphs_is_no_ornament(written: str) -> None:
    assert plain(written) == "a\n\nb"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<hi>a</hi>", '<i class="hi">a</i>'),
        ("<hi rend='cursiva'>a</hi>", '<i class="hi r-cursiva">a</i>'),
        ("<hi rend='negrita'>a</hi>", '<b class="hi r-negrita">a</b>'),
        ("<hi rendition='#g'>a</hi>", '<span class="hi r-g">a</span>'),
        ("<hi rendition='simple:bold'>a</hi>", '<b class="hi r-bold">a</b>'),
        ("<hi rendition='https://example.org/#b'>a</hi>", '<span class="hi">a</span>'),
    ],
)
def test_what_stands_out_in_the_source_stands_out(written: str, shown: str) -> None:
    assert shown in article(f"<p>{written} b</p>")


def test_a_look_that_the_header_defines_is_that_and_no_other() -> None:
    look = "<rendition xml:id='g' scheme='css'>font-weight: bold</rendition>"
    style = f"<encodingDesc><tagsDecl>{look}</tagsDecl></encodingDesc>"
    header = HEADER.replace("</fileDesc>", f"</fileDesc>{style}")
    (made,) = page(tei("<p><hi rendition='#g'>a</hi></p>", header=header)).iterfind(".//{*}span[@class='hi']")
    assert made.get("style") == "font-weight: bold"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("rend='stars'", "* * *"),
        ("rend='asterisks'", "* * *"),
        ("rendition='#hr' unit='section'", "———"),
        ("rend='line'", "———"),
        ("unit='section'", "* * *"),
        ("unit='scene' rend='blank'", "* * *"),
        ("unit='section' n='2'", "[§ 2]"),
    ],
)
def test_an_ornament_between_two_parts_is_seen(given: str, shown: str) -> None:
    assert plain(f"<p>a</p><milestone {given}/><p>b</p>") == f"a\n\n{shown}\n\nb"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("5", "5 a"), ("1.2.35", "35 a"), ("2.7", "a"), ("0010", "10 a"), ("5.x", "a"), ("5a", "a")],
)
def test_every_fifth_line_is_numbered_whatever_its_number_begins_with(number: str, shown: str) -> None:
    assert plain(f"<sp><l n='{number}'>a</l></sp>") == shown


@pytest.mark.parametrize(
    ("language", "written", "seen"),
    [
        ("de", "wohn-<lb/>te", "wohnte"),
        ("de", "wohn-<lb/>\n   te", "wohnte"),
        ("de", "Süd-<lb/>Tirol", "Süd-Tirol"),
        ("de", "Haupt-<lb/>und Nebensache", "Haupt- und Nebensache"),
        ("de", "erhal⸗<lb/>te", "erhalte"),
        ("de", "1810-<lb/>1812", "1810- 1812"),
        ("en", "well-<lb/>known", "well-known"),
        ("en", "con-<lb break='no'/>sumed", "consumed"),
        ("en", "con¬<lb/>sumed", "consumed"),
        ("en", "two-<lb/>or three", "two- or three"),
        ("en", "so -<lb/>he", "so - he"),
        ("en", "so<lb/>he", "so he"),
    ],
)
def test_words_go_on_over_lines_that_are_not_seen(language: str, written: str, seen: str) -> None:
    data = tei(f"<p>{written}</p>").replace(b'xml:lang="en"', f'xml:lang="{language}"'.encode())
    (made,) = page(data).iterfind(".//{*}p[@class='p']")
    for hidden in made.findall("{*}span"):
        hidden.text = ""
    assert " ".join("".join(map(str, made.itertext())).split()) == seen


@pytest.mark.parametrize(
    ("body", "edited", "diplomatic"),
    [
        ("<p>a wohn-<lb/>te b</p>", 0, 1),
        ("<head>a<lb/>b</head>", 1, 1),
        ("<list><item>a<lb/>b</item></list>", 0, 1),
        ("<p rend='center'>a<lb/>b</p>", 1, 1),
        ("<div type='edition'><p>a<lb n='1'/>b</p></div>", 1, 1),
        ("<p>a<lb break='no'/>b</p>", 0, 1),
        ("<div type='envelope'><p>An<lb/>Herrn</p></div>", 1, 1),
        ("<div type='edition'><ab>a<lb break='no'/>b</ab></div>", 1, 1),
    ],
)
def test_a_book_runs_on_over_lines_as_the_page_does(body: str, edited: int, diplomatic: int) -> None:
    publication = Publication(readings=(Reading.EDITED, Reading.DIPLOMATIC))
    made = every_format()["epub"].publish(context(tei(body), publication))
    for file, ends in zip(made.files, (edited, diplomatic), strict=True):
        with ZipFile(BytesIO(file.data)) as book:
            assert book.read("EPUB/text.xhtml").count(b'<br class="lb"') == ends


@pytest.mark.parametrize(
    "written", ["<milestone unit='card' n='152'/>", "<ptr target='#q033'/>", "<ref target='#q'/>"]
)
def test_what_is_for_machines_is_not_seen(written: str) -> None:
    assert plain(f"<p>a {written} b</p>") == "a b"


@pytest.mark.parametrize("body", ["<p>a <fw>HEAD</fw> b</p>", "<p>a</p><fw>HEAD</fw><p>b</p>"])
def test_running_heads_are_of_the_source_and_not_of_the_edited_book(body: str) -> None:
    publication = Publication(readings=(Reading.EDITED, Reading.DIPLOMATIC))
    made = every_format()["epub"].publish(context(tei(body), publication))
    for file, count in zip(made.files, (0, 1), strict=True):
        with ZipFile(BytesIO(file.data)) as book:
            assert book.read("EPUB/text.xhtml").count(b"HEAD") == count


def test_the_end_of_a_line_between_two_rows_is_no_row() -> None:
    rows = "<row><cell>a</cell></row><lb/><row><cell>b</cell></row>"
    assert article(f"<table>{rows}</table>").count("<tr") == 2


def test_brackets_stand_close_to_what_is_supplied_however_the_file_is_laid_out() -> None:
    supplied = "<supplied>\n  <hi>a</hi>, <hi>b</hi>\n  </supplied>"
    assert plain(f"<head>{supplied}</head><p>c {supplied} d</p>") == "[a, b]\n\nc [a, b] d"


@pytest.mark.parametrize(
    ("reference", "read"),
    [
        ("<ptr target='#smith1950'/> <citedRange>12</citedRange>", "[smith1950], 12"),
        ("<ptr target='#q'/> <author>Smith</author>", "- Smith"),
        ("<ptr target='#one'/> <citedRange>12</citedRange>", "→, 12"),
    ],
)
def test_a_reference_that_only_points_to_a_work_shows_to_which(reference: str, read: str) -> None:
    listed = f"<listBibl><bibl>{reference}</bibl></listBibl>"
    assert read in plain(f"<p xml:id='one'>a</p>{listed}")


WORKS = """<listBibl><bibl xml:id='rib'><title>Inscriptions</title></bibl>
<bibl xml:id='roe'><author>Roe, Jane</author>, <title>T</title>, <date>1900</date></bibl>
<biblStruct xml:id='doe'><monogr><author><surname>Doe</surname></author><title>B</title>
<imprint><date when='1911'/></imprint></monogr></biblStruct>
<bibl xml:id='cil'><abbr>CIL</abbr> Corpus</bibl></listBibl>"""


@pytest.mark.parametrize(
    ("reference", "read"),
    [
        ("<bibl><ptr target='#rib'/><citedRange>12</citedRange></bibl>", "Inscriptions 12"),
        ("<ptr target='#roe'/>", "Roe 1900"),
        ("<ref target='#doe'/>", "Doe 1911"),
        ("<ptr target='#cil'/>", "CIL"),
        ("<ref target='#cil'>so</ref>", "so"),
        ("<ptr target='#p'/>", "→"),
        ("<ptr target='#h'/>", "amzer"),
    ],
)
def test_a_pointer_says_what_the_entry_or_work_is_called(reference: str, read: str) -> None:
    entry = "<entry xml:id='h'><form><orth>amzer</orth></form></entry>"
    assert plain(f"<p xml:id='p'>See {reference}.</p>{entry}{WORKS}").startswith(f"See {read}.")


def test_a_page_that_begins_between_paragraphs_leaves_no_lonely_sign() -> None:
    assert plain("<p>a</p><pb/><p>b <pb/> c</p>") == "a\n\nb | c"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yet <sound>thunder</sound> not", "yet (thunder) not"),
        ("yet <tech>lights</tech> not", "yet (lights) not"),
        ("yet <sound>[thunder]</sound> not", "yet [thunder] not"),
    ],
)
def test_what_is_heard_and_seen_in_a_speech_has_brackets(written: str, read: str) -> None:
    assert read in plain(f"<sp><speaker>A</speaker><l>{written}</l></sp>")
    assert "(" not in plain(f"<p>{written}</p>")


@pytest.mark.parametrize(
    ("mappings", "edited", "diplomatic"),
    [
        ("<mapping type='precomposed'>ꝑ</mapping><mapping type='normalized'>per</mapping>", "per", "ꝑ"),
        ("<mapping type='standard'>per</mapping><mapping type='diplomatic'>ꝑ</mapping>", "per", "ꝑ"),
        ("<mapping type='precomposed'>ꝑ</mapping>", "ꝑ", "ꝑ"),
        ("<mapping type='standard'>per</mapping>", "per", "per"),
    ],
)
def test_a_sign_is_read_in_one_reading_and_drawn_in_the_other(
    mappings: str, edited: str, diplomatic: str
) -> None:
    declared = f"<encodingDesc><charDecl><glyph xml:id='p'>{mappings}</glyph></charDecl></encodingDesc>"
    header = HEADER.replace("</teiHeader>", f"{declared}</teiHeader>")
    for reading, shown in ((Reading.EDITED, edited), (Reading.DIPLOMATIC, diplomatic)):
        made = publish("text", tei("<p>su<g ref='#p'/></p>", header=header), Publication(readings=(reading,)))
        assert made.findings == ()
        assert f"\nsu{shown}\n" in made.files[0].data.decode()


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("<msqrt><mfrac><mn>1</mn><mi>n</mi></mfrac></msqrt>", "√(1/n)"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<msup><mi>x</mi><mrow><mi>n</mi><mo>-</mo><mn>1</mn></mrow></msup>", "x^(n-1)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "x^(1/3)"),
        ("<mi>x</mi><mo>=</mo><mn>1</mn>", "x=1"),
    ],
)
def test_who_hears_a_formula_hears_what_the_plain_text_says(formula: str, said: str) -> None:
    body = f"<p><formula><math xmlns='http://www.w3.org/1998/Math/MathML'>{formula}</math></formula></p>"
    assert f'alttext="{said}"' in article(body)
    assert plain(body) == said


@pytest.mark.parametrize(
    ("things", "read"),
    [
        (
            "<list rend='inline'><item n='(a)'>c,</item><item n='(b)'>d,</item></list>",
            "To (a) c, (b) d, and.",
        ),
        ("<list type='inline'><item>c</item>, <item>d</item></list>", "To c, d and."),
        (
            "<address rend='inline'><addrLine>1 High St</addrLine><addrLine>Bath</addrLine></address>",
            "To 1 High St, Bath and.",
        ),
        ("<list><item>c</item></list>", "To\n\n- c\n\nand."),
        ("<list rend='inline'><item><p>c</p></item></list>", "To\n\n- c\n\nand."),
    ],
)
def test_what_says_that_it_stays_in_its_line_does(things: str, read: str) -> None:
    assert plain(f"<p>To {things} and.</p>") == read
    assert ("<ul" in article(f"<p>To {things} and.</p>")) == ("-" in read)
