"""References, registers, declarations and formulae as programs and projects write them."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.publication.helpers import HEADER, article, page, plain, publish, tei

from rubricator.publication import header as headers
from rubricator.tei import Reading

DOI = '<idno type="DOI">10.1234/x.5</idno>'
ANALYTIC = f"<analytic><title level='a'>Eddies</title><author>Ann Lee</author>{DOI}</analytic>"


def _reference(imprint: str, analytic: str = ANALYTIC) -> str:
    monogr = f"<monogr><title level='j'>Seas</title><imprint>{imprint}</imprint></monogr>"
    return f"<listBibl><biblStruct>{analytic}{monogr}</biblStruct></listBibl>"


@pytest.mark.parametrize(
    ("imprint", "line"),
    [
        ('<biblScope unit="volume">91</biblScope><biblScope unit="issue">2</biblScope>', "vol. 91, no. 2"),
        ('<biblScope unit="page" from="167" to="216"/><date>2011</date>', "pp. 167–216, 2011"),
        ('<biblScope unit="page">7</biblScope>', "p. 7"),
        ('<biblScope unit="vol">4</biblScope><biblScope unit="pp">1-2</biblScope>', "vol. 4, pp. 1-2"),
        ('<biblScope unit="volume">vol. 3</biblScope>', "Seas, vol. 3"),
        ('<publisher>Roe</publisher><date when="2016"/>', "Roe, 2016"),
    ],
)
def test_a_reference_says_what_its_numbers_are(imprint: str, line: str) -> None:
    made = " ".join(plain(_reference(imprint)).split())
    assert made.startswith("- “Eddies”, Ann Lee. Seas, ")
    # What the article is numbered by does not stand between it and where it appeared.
    assert made.endswith(f"{line}. DOI 10.1234/x.5")


def test_a_number_that_stands_before_the_title_of_an_article_stays_there() -> None:
    before = f"<analytic>{DOI}<title level='a'>Eddies</title></analytic>"
    made = " ".join(plain(_reference("<date>2011</date>").replace(ANALYTIC, before)).split())
    assert made.startswith("- DOI 10.1234/x.5, “Eddies”. Seas")


EDITED_BY = "<respStmt><resp>ed. by</resp><name>Lee</name></respStmt>"


NAME = "<author><surname>Lee</surname><forename>Ann</forename></author>"
BOOK = "<monogr>{}<title level='m'>Seas</title>{}<imprint><date>2010</date></imprint></monogr>"
EDITORS = "<editor>Jo March</editor><editor>Bo Roe</editor>"


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (BOOK.format(NAME, ""), "Lee, Ann, Seas, 2010"),
        (
            BOOK.format("<author><forename>Ann</forename> <surname>Lee</surname></author>", ""),
            "Ann Lee, Seas, 2010",
        ),
        (BOOK.format("<editor>Jo March</editor>", ""), "Jo March (ed.), Seas, 2010"),
        (BOOK.format("<editor>Jo March (ed.)</editor>", ""), "Jo March (ed.), Seas, 2010"),
        (BOOK.format('<editor role="translator">Jo March</editor>', ""), "Jo March, Seas, 2010"),
        (
            f"<analytic>{NAME}<title>Eddies</title></analytic>{BOOK.format('', EDITORS)}",
            "Lee, Ann, “Eddies”. In Seas, Jo March, Bo Roe (eds), 2010",
        ),
        (
            "<analytic><title>‘Eddies’</title></analytic>" + BOOK.format("", "").replace("'m'", "'j'"),
            "‘Eddies’. Seas, 2010",
        ),
    ],
)
def test_what_the_parts_of_a_reference_are_is_told_by_signs(parts: str, line: str) -> None:
    assert plain(f"<listBibl><biblStruct>{parts}</biblStruct></listBibl>").splitlines()[0] == f"- {line}"


@pytest.mark.parametrize("reading", list(Reading))
@pytest.mark.parametrize(
    ("series", "line"),
    [
        ('<title>Studies</title><biblScope unit="volume">3</biblScope>', "Studies, vol. 3"),
        ('<title>Studies</title> <biblScope unit="volume">3</biblScope>', "Studies, vol. 3"),
        ('<biblScope unit="volume">3</biblScope>', "vol. 3"),
        ("<title>Studies</title><biblScope>3</biblScope><idno>12</idno>", "Studies, 3, 12"),
        ('<title>Studies</title><biblScope unit="page" from="1" to="2"/>', "Studies, pp. 1–2"),
        (f"<title>Studies</title>{EDITED_BY}", "Studies ed. by Lee"),
        (f"{EDITED_BY}<title>Studies</title>", "ed. by Lee Studies"),
    ],
)
def test_what_touches_in_a_series_is_told_apart_and_stays_the_same_words(
    series: str, line: str, reading: Reading
) -> None:
    monogr = "<monogr><title>Seas</title><imprint><date>1990</date></imprint></monogr>"
    bibliography = f"<listBibl><biblStruct>{monogr}<series>{series}</series></biblStruct></listBibl>"
    made = plain(bibliography, reading=reading)  # and nothing is found wrong
    assert " ".join(made.split()) == f"- Seas, 1990. {line}"


def test_addresses_of_one_work_are_words_of_their_own() -> None:
    monogr = "<monogr><title>Seas</title><imprint><date>1990</date></imprint></monogr>"
    made = plain(f"<listBibl><biblStruct>{monogr}<ref>first</ref><ref>second</ref></biblStruct></listBibl>")
    assert "first second" in made


@pytest.mark.parametrize(
    ("imprint", "line"),
    [
        ('<biblScope unit="vol">4</biblScope><biblScope unit="pp">1-2</biblScope>', "vol. 4, pp. 1-2"),
        ('<biblScope unit="page" from="167" to="216"/><date>2011</date>', "2011, pp. 167–216"),
        (
            '<biblScope unit="volume">vol. 3</biblScope><biblScope>supplement</biblScope>',
            "vol. 3, supplement",
        ),
    ],
)
def test_so_does_the_source_of_the_text(imprint: str, line: str) -> None:
    source = f"<biblStruct><monogr><title>Seas</title><imprint>{imprint}</imprint></monogr></biblStruct>"
    made = publish("text", tei("<p>Text.</p>", header=HEADER.replace("<bibl>A Source, 1933.</bibl>", source)))
    assert f"Source: Seas, {line}.\n" in made.files[0].data.decode()


def test_a_reference_leads_to_its_work() -> None:
    assert '<a href="https://doi.org/10.1234/x.5"' in article(_reference("<date>2011</date>"))
    assert '<div><a href="https://example.org/a"' in article(
        "<listPerson><person><persName>Ann</persName><idno>https://example.org/a</idno></person></listPerson>"
    )


def test_a_source_names_its_authors_without_their_addresses() -> None:
    name = "<persName><forename>Ann</forename><surname>Lee</surname></persName>"
    author = f"<author>{name}<email>a@example.org</email><affiliation>Graz</affiliation></author>"
    analytic = f"<analytic>{author}<title>Eddies</title></analytic>"
    source = f"<biblStruct>{analytic}<monogr><imprint/></monogr></biblStruct>"
    made = publish("text", tei("<p>Text.</p>", header=HEADER.replace("<bibl>A Source, 1933.</bibl>", source)))
    assert "Source: Ann Lee. “Eddies.”" in made.files[0].data.decode()


def test_a_title_within_a_title_is_a_title() -> None:
    titles = '<title type="full"><title type="main">Nets</title><title type="sub">A case</title></title>'
    data = tei("<p>Text.</p>", header=HEADER.replace("<title>A Title</title>", titles))
    assert headers.titles(etree.fromstring(data)) == ("Nets", "A case")
    made = page(data)
    assert [made.findtext(".//{*}h1"), made.findtext(".//{*}p[@class='subhead']")] == ["Nets", "A case"]


def test_sentences_of_an_abstract_stand_apart() -> None:
    abstract = "<profileDesc><abstract><p><s>One.</s><s>Two.</s></p></abstract></profileDesc></teiHeader>"
    made = page(tei("<p>T.</p>", header=HEADER.replace("</teiHeader>", abstract)))
    assert "One. Two." in "".join(map(str, made.itertext()))


@pytest.mark.parametrize("name", ["person", "place", "org", "event", "object"])
def test_a_note_in_an_entry_is_read_there(name: str) -> None:
    owner = f"list{name.title()}"
    made = article(
        f"<{owner}><{name}><note>Of Graz.</note><note place='foot'>Aside.</note></{name}></{owner}>"
    )
    assert '<p data-aside="remark" class="remark">Of Graz.</p>' in made
    assert made.count("doc-noteref") == 1


def test_a_number_that_only_an_attribute_gives_is_told() -> None:
    place = "<place><placeName>Graz</placeName><population when='1900' quantity='138080'/></place>"
    assert "Population: 138080 (1900)" in plain(f"<listPlace>{place}</listPlace>")


def test_declarations_of_features_are_read() -> None:
    declared = '<fDecl name="case"><fDescr>The case.</fDescr><vRange><symbol value="nom"/></vRange></fDecl>'
    fsd = f'<fsdDecl><fsDecl type="noun"><fsDescr>A noun.</fsDescr>{declared}</fsDecl></fsdDecl>'
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{fsd}</TEI>'.encode()
    made = publish("text", data)
    assert "‹noun› A noun.\n\n‹case› The case.\n\nnom" in made.files[0].data.decode()


def test_a_file_may_be_a_division() -> None:
    data = b'<div xmlns="http://www.tei-c.org/ns/1.0"><head>A</head><div><head>B</head><p>C</p></div></div>'
    assert [head.get("id") for head in page(data).iterfind(".//{*}article//{*}section/*[@id]")] == [
        "rb-head-1",
        "rb-head-2",
    ]


def test_code_keeps_its_lines() -> None:
    assert "def f():\n    return 1" in plain("<ab type='codeblock:python'>def f():\n    return 1\n</ab>")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ('So, <shift new="loud"/> yes.', "So, [loud] yes."),
        ('So <shift new="loud"/>yes.', "So [loud] yes."),
        ('so<shift new="loud"/> yes', "so [loud] yes"),
        ('(<shift new="loud"/> yes)', "([loud] yes)"),
        # Without a new state, or with the normal one, what was remarkable is over.
        ('a <shift feature="loud" new="f"/> b <shift feature="loud"/> c', "a [loud: f] b [loud: normal] c"),
        ('a <shift feature="loud" new="normal"/> b <shift new="normal"/> c', "a [loud: normal] b [normal] c"),
        ('a <shift feature="tempo" new="a"/><shift feature="loud" new="f"/>b', "a [tempo: a] [loud: f] b"),
    ],
)
def test_a_change_of_voice_is_told_apart_from_the_words(said: str, read: str) -> None:
    assert plain(f'<u who="#A">{said}</u>') == f"A: {read}"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ('yes <pause dur="PT0.5S"/> no', "yes (0.5 s) no"),
        ('yes <pause dur="PT1M3.20S"/> no', "yes (1 min 3.2 s) no"),
        ('yes <pause dur="long"/> no<pause/>', "yes (…) no (…)"),
        ('yes<pause dur="PT1S"/>no, (<pause/>) <w>so</w><pause/>.', "yes (1 s) no, ((…)) so (…)."),
        ('yes <pause type="long"/> no <pause type="short"/> so', "yes (… long) no (.) so"),
        ('yes <pause type="long" dur="PT2S"/> no <pause type="p2"/> so', "yes (2 s) no (…) so"),
    ],
)
def test_a_pause_says_how_long_it_is(said: str, read: str) -> None:
    assert plain(f'<u who="#A">{said}</u>') == f"A: {read}"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("there <vocal><desc>cough</desc></vocal> you", "there [cough] you"),
        (
            "there<vocal><desc>cough</desc></vocal>you<incident><desc>bang</desc></incident>.",
            "there [cough] you [bang].",
        ),
        ("(<kinesic><desc>nods</desc><desc>twice</desc></kinesic>) so", "([nods twice]) so"),
    ],
)
def test_what_happens_is_set_off_from_the_words_and_nothing_within_its_brackets(said: str, read: str) -> None:
    assert plain(f'<u who="#A">{said}</u>') == f"A: {read}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<writing><p>F. DOYLE</p></writing>", "A\na\n\n[F. DOYLE]\n\nb"),
        ("<writing><p>F.</p><p>D.</p></writing>", "A\na\n\n[\n\nF.\n\nD.\n\n]\n\nb"),
        ("<writing>F.</writing>", "A: a [F.] b"),
    ],
)
def test_a_paragraph_that_is_read_while_one_speaks_has_its_brackets(written: str, read: str) -> None:
    assert plain(f'<u who="#A">a {written} b</u>') == read


@pytest.mark.parametrize(
    ("utterance", "read"),
    [
        ('<u who="#A" trans="overlap">was it</u>', "A: [overlapping] was it"),
        ('<u who="#A" trans="latching">was it</u>', "A: [latching] was it"),
        ('<u who="#A" trans="pause">was it</u>', "A: (…) was it"),
        ('<u who="#A" trans="smooth">was it</u>', "A: was it"),
        ('<u who="#A">was <seg synch="#b">it</seg>, now</u>', "A: was [overlapping: it], now"),
        # The same utterance, a place on a timeline, nothing there is.
        ('<u who="#A">was <seg synch="#c">it</seg> <seg xml:id="c">now</seg></u>', "A: was it now"),
        ('<u who="#A">was <seg synch="#T0">it</seg> <seg synch="#none">now</seg></u>', "A: was it now"),
    ],
)
def test_who_speaks_at_the_same_time_is_told(utterance: str, read: str) -> None:
    other = '<timeline><when xml:id="T0"/></timeline><u who="#B"><seg xml:id="b">it</seg></u>'
    assert plain(utterance + other) == f"{read}\n\nB: it"


MATHML = 'xmlns="http://www.w3.org/1998/Math/MathML"'


def test_fences_of_a_formula_are_drawn() -> None:
    formula = f"<formula><math {MATHML}><mfenced><mi>x</mi><mi>y</mi></mfenced></math></formula>"
    assert plain(f"<p>At {formula}.</p>") == "At (x,y)."
    assert '<mo class="added">(</mo>' in article(f"<p>{formula}</p>")


def test_what_a_formula_was_written_in_stays_with_it() -> None:
    inner = '<mi>a</mi><annotation encoding="application/x-tex">a</annotation>'
    made = article(f"<p><formula><math {MATHML}><semantics>{inner}</semantics></math></formula></p>")
    assert '<annotation encoding="application/x-tex">a</annotation></semantics>' in made


def test_what_no_browser_draws_is_shown_by_what_it_holds() -> None:
    boxed = f"<math {MATHML}><menclose notation='box'><mi>a</mi></menclose><ci>b</ci></math>"
    assert "<mrow><mi>a</mi></mrow><mrow><mtext>b</mtext></mrow></math>" in article(
        f"<p><formula>{boxed}</formula></p>"
    )


def test_an_image_without_an_address_is_not_spoken_of() -> None:
    assert "Image" not in article("<figure><graphic/><head>Fig. 1</head></figure>")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<gi>persName</gi>", "<persName>"),
        ("<att>ref</att>", "@ref"),
        ("<att>@ref</att>", "@ref"),
        ('<tag>TEI xml:id="a"</tag>', '<TEI xml:id="a">'),
        ('<tag type="end">p</tag>', "</p>"),
        ('<tag type="empty">lb</tag>', "<lb/>"),
        ("<val>real</val>", "real"),
    ],
)
def test_names_of_markup_are_written_as_everybody_writes_them(written: str, shown: str) -> None:
    assert plain(f"<p>The {written}, say.</p>").strip() == f"The {shown}, say."


def test_an_abstract_without_a_heading_has_a_label() -> None:
    front = "<front><div type='abstract'><p>Short.</p></div></front>"
    made = page(tei("<p>Text.</p>").replace(b"<body>", front.encode() + b"<body>"))
    assert made.findtext(".//{*}section[@class='div abstract']/{*}p") == "Abstract"


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ('<head n="2.1">Data</head>', "2.1 Data"),
        ('<head n="1.">Data</head>', "1. Data"),
        ('<head n="1.">1. Data</head>', "1. Data"),
        ('<head n="1">Chapter One</head>', "Chapter One"),
    ],
)
def test_the_number_that_was_taken_out_of_a_heading_stands_before_it(head: str, shown: str) -> None:
    made = page(tei(f"<div>{head}<p>a</p></div><div><head>Two</head><p>b</p></div>"))
    links = made.findall(".//{*}nav[@class='contents']//{*}a")
    assert links[0].text == shown
    heading = made.find(f".//*[@id='{links[0].get('href', '')[1:]}']")
    assert heading is not None
    assert "".join(map(str, heading.itertext())) == shown


NOTES = '<div type="notes"><note xml:id="n3" n="3">Three.</note><note xml:id="n5" n="5">Five.</note></div>'


@pytest.mark.parametrize(
    ("body", "text", "notes"),
    [
        # The number that calls a note is its mark, and the note goes by it.
        ('a<ref target="#n3">3</ref> b<ptr target="#n5"/>', "a[3] b[5]", ["[3] Three.", "[5] Five."]),
        ('a<ref target="#n3"><hi rend="sup">3</hi></ref>', "a[3]", ["[3] Three.", "[5] Five."]),
        ('a<ref target="#n3">³</ref><note>Own.</note>', "a[³][1]", ["[1] Own.", "[3] Three.", "[5] Five."]),
        # Words that call it have a mark beside them, with the note's own number.
        ('<ref target="#n3">See below</ref>', "See below[3]", ["[3] Three.", "[5] Five."]),
        ('a<ptr target="#n5"/>', "a[5]", ["[3] Three.", "[5] Five."]),
        ('<ref target="#n3">1924 and 3</ref>', "1924 and 3[3]", ["[3] Three.", "[5] Five."]),
    ],
)
def test_a_number_that_calls_a_note_is_its_mark(body: str, text: str, notes: list[str]) -> None:
    said = plain(f"<div><p>{body}</p></div>{NOTES}").split("\n")
    assert said[0] == text
    assert [line for line in said[1:] if line.startswith("[") and line.endswith(".")] == notes


def test_the_number_that_calls_a_note_is_raised_after_a_word_alone() -> None:
    made = article(f'<div><p>a<ref target="#n3">3</ref> b <ref target="#n5">5</ref></p></div>{NOTES}')
    assert '<sup class="mark own" id="rb-ref-1"><a' in made
    assert '<span class="own" id="rb-ref-2"><a' in made


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("<mfrac><mi>c</mi><mi>w</mi></mfrac>", "c/w"),
        ("<mfrac> <mrow><mi>c</mi><mo>+</mo><mn>1</mn></mrow> <mi>w</mi> </mfrac>", "(c+1)/w"),
        ("<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", "n, k"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x^2"),
        ("<msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mn>2</mn></msup>", "(x)^2"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i^2"),
        ("<msqrt><mn>3</mn></msqrt>", "√3"),
        ("<msqrt><mi>x</mi><mo>+</mo><mi>y</mi></msqrt>", "√(x+y)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "x^(1/3)"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "x¯"),
        ("<mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow>", "x+y"),
        ("<mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd></mtr></mtable>", "1, 2; 3"),
    ],
)
def test_a_plain_text_says_in_signs_how_a_formula_is_laid_out(formula: str, line: str) -> None:
    assert plain(f"<p>As <formula><math {MATHML}>{formula}</math></formula>.</p>") == f"As {line}."


def test_a_formula_has_the_number_that_the_text_calls_it_by() -> None:
    assert (
        plain('<p>As <formula n="1">x</formula>, <formula n="(2a)">y</formula>.</p>') == "As x (1), y (2a)."
    )


@pytest.mark.parametrize(
    ("noted", "read"),
    [
        ("<table><row><cell>a</cell></row>{}</table>", "    a\n\nSource."),
        ("<entry><form><orth>a</orth></form><sense><def>b</def></sense>{}</entry>", "a\n\nb\n\nSource."),
    ],
)
def test_what_is_noted_of_a_whole_table_or_entry_is_read_there(noted: str, read: str) -> None:
    assert plain(noted.format("<note>Source.</note>")).strip("\n") == read.strip("\n")
    # What is called by a number, or stands elsewhere in the source, is a note like others.
    assert plain(noted.format('<note n="1">Source.</note>')).endswith("Notes\n\n[1] Source.")
    assert plain(noted.format('<note place="foot">Source.</note>')).endswith("Notes\n\n[1] Source.")
