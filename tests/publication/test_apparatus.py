"""The apparatus as a scholar reads it: at the foot, by witness, and from wherever an entry stands."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from tests.publication.goldens import every_format
from tests.publication.helpers import HEADER, context, page, plain, publish, tei

from rubricator.publication.format import Publication
from rubricator.tei import Reading

WITNESSES = HEADER.replace(
    "</sourceDesc>",
    '<listWit><witness xml:id="A"><abbr type="siglum">𝔄</abbr> Codex of Ghent, <date>1190</date></witness>'
    '<witness xml:id="B">Codex of Bruges</witness></listWit></sourceDesc>',
)


def entries(body: str) -> list[str]:
    """The entries of the apparatus of a page whose body is *body*, as they are read."""
    made = page(tei(body, header=WITNESSES))
    found = made.findall('.//{*}section[@class="apparatus"]/{*}ol/{*}li')
    listed = [one for one in made.iter("{*}span", "{*}div") if "listed" in one.get("class", "").split()]
    return [words(entry).removesuffix(" ↩\ufe0e") for entry in (*found, *listed)]


def words(element: etree._Element | None) -> str:
    assert element is not None
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.parametrize(
    ("encoded", "entry"),
    [
        ('<app><lem wit="#B">a</lem><rdg wit="#A">b</rdg></app>', "a] B; b 𝔄"),
        ('<app><rdg wit="#B">a</rdg><rdg wit="#A">b</rdg></app>', "a] B; b 𝔄"),
        ('<app><lem>a</lem><rdg wit="#A #B"/></app>', "a] (omitted) 𝔄 B"),
        ('<app><lem>a</lem><rdg wit="#A"><lacunaStart/></rdg></app>', "a] [gap begins] 𝔄"),
        ('<app><lem>a</lem><rdg wit="#A">b. <lacunaEnd/> c</rdg></app>', "a] b. [gap ends] c 𝔄"),
        ('<app><lem>a</lem><rdg wit="#A">b<lacunaEnd/>c</rdg></app>', "a] b[gap ends]c 𝔄"),
        ('<app><lem>a</lem><rdg resp="#heyworth">b</rdg></app>', "a] b heyworth"),
        ('<app loc="3.7"><lem>a</lem><rdg wit="#B">b</rdg></app>', "3.7 a] b B"),
        # Each detail after the reading it is about, where that leaves them in their order.
        (
            '<app><lem>a</lem><rdg wit="#A" xml:id="r">b</rdg><rdg wit="#B">c</rdg>'
            '<witDetail wit="#A" target="#r">faint</witDetail><witDetail wit="#B">above</witDetail></app>',
            "a] b 𝔄 (faint); c B (above)",
        ),
        (
            '<app><lem wit="#A">a</lem><rdg wit="#B">b</rdg><witDetail wit="#A">faint</witDetail></app>',
            "a] 𝔄 (faint); b B",
        ),
        (
            '<app><lem>a</lem><rdg wit="#A">b</rdg><rdg wit="#B">c</rdg>'
            '<witDetail wit="#B">above</witDetail><witDetail wit="#A">faint</witDetail></app>',
            "a] b 𝔄; c B (above) (faint 𝔄)",
        ),
        # What gave rise to a reading, and of what kind it is, in the document's words, if they are words.
        (
            '<app><lem>a</lem><rdg wit="#A" cause="homeoteleuton" type="substantive">b</rdg></app>',
            "a] b 𝔄 (homeoteleuton, substantive)",
        ),
        ('<app><lem>a</lem><rdg wit="#A" type="v1 variant">b</rdg></app>', "a] b 𝔄"),
        (
            '<app><lem>a</lem><rdgGrp type="spelling"><rdg wit="#A">b</rdg></rdgGrp>'
            '<rdg wit="#B">c</rdg></app>',
            "a] b 𝔄 (spelling); c B",
        ),
        ('<app><lem>a</lem><rdg wit="#A" cert="low">b</rdg></app>', "a] b 𝔄 (?)"),
        ('<app><lem>a<lb/>b</lem><rdg wit="#A">c</rdg></app>', "a b] c 𝔄"),
        ('<app><lem>a<lb break="no"/>b</lem><rdg wit="#A">c</rdg></app>', "ab] c 𝔄"),
        ('<app type="word_order"><lem>a</lem><rdg wit="#A">b</rdg></app>', "a] b 𝔄 – word order"),
    ],
)
def test_an_entry_says_place_lemma_reading_and_who_has_it(encoded: str, entry: str) -> None:
    assert entries(f"<p>x {encoded} y</p>") == [entry]


@pytest.mark.parametrize(
    ("body", "read", "entry"),
    [
        (
            "<app><lem><p>a</p><p>b</p></lem><rdg wit='#B'><p>c</p></rdg></app>",
            "a\n\nb[*1]",
            "[*1] a b]\n\n     c B",
        ),
        (
            "<lg><app><lem><l>a</l><l>b</l></lem><rdg wit='#B'><l>b</l><l>a</l></rdg></app></lg>",
            "    a\n    b[*1]",
            "[*1] a / b] b / a B",
        ),
    ],
)
def test_an_entry_about_lines_or_paragraphs_has_its_mark_and_its_witnesses_at_their_end(
    body: str, read: str, entry: str
) -> None:
    blocks = [block.strip("\n").rstrip() for block in plain(body).split("\n\n\n")]
    assert blocks[:2] == [read, f"Apparatus\n\n{entry}"]


def test_a_kind_of_variant_is_called_as_the_document_explains_it() -> None:
    kinds = (
        '<encodingDesc><classDecl><taxonomy><category xml:id="orth"><catDesc>Spelling only</catDesc>'
        "</category></taxonomy></classDecl></encodingDesc>"
    )
    header = WITNESSES.replace("</fileDesc>", f"</fileDesc>{kinds}")
    body = (
        '<p>x <app><lem>a</lem><rdg wit="#A" ana="#orth">b</rdg><rdg wit="#B" type="orth">c</rdg></app></p>'
    )
    (entry,) = page(tei(body, header=header)).iterfind('.//{*}section[@class="apparatus"]/{*}ol/{*}li')
    assert words(entry).startswith("a] b 𝔄 (Spelling only); c B (Spelling only)")


def test_what_is_raised_in_a_siglum_stays_raised_and_a_lemma_is_told_from_its_witnesses() -> None:
    header = WITNESSES.replace("𝔄", 'A<hi rend="superscript">c</hi>')
    root = page(tei('<p>x <app><lem wit="#A #B">a</lem><rdg wit="#A">b</rdg></app></p>', header=header))
    sigla = [
        etree.tostring(one, encoding="unicode", with_tail=False) for one in root.iterfind(".//{*}li//{*}sup")
    ]
    assert [re.sub(' xmlns="[^"]*"', "", one) for one in sigla] == ["<sup>c</sup>"] * len(sigla)
    lemma = root.find('.//{*}li/{*}span[@class="lemma"]')
    assert lemma is not None
    assert lemma.text == "a] "
    assert words(lemma.find('{*}span[@class="sigla"]')) == "Ac B"


def test_an_entry_in_verse_names_its_line() -> None:
    line = '<lg><l n="7" xml:id="l7">a <app><lem>b</lem><rdg wit="#B">c</rdg></app></l></lg>'
    assert entries(line) == ["7 b] c B"]
    assert page(tei(line, header=WITNESSES)).find('.//{*}a[@class="loc"]').get("href") == "#l7"  # type: ignore[union-attr]


APART = (
    '<p>Arms <anchor xml:id="f"/>and the <hi>man</hi><anchor xml:id="t"/> I sing.</p>'
    '<listApp><app from="#f" to="#t">{}<rdg wit="#B">a man</rdg></app></listApp>'
)


def test_an_entry_apart_from_its_text_takes_its_lemma_from_between_its_ends() -> None:
    assert entries(APART.format("").replace("</app>", "<witDetail wit='#A'>in rasura</witDetail></app>")) == [
        "*1 and the man] a man B (in rasura 𝔄)"
    ]


def test_the_mark_of_an_entry_apart_stands_in_its_text_and_is_where_one_comes_back_to() -> None:
    body = APART.format("<lem>and the man</lem>")
    made = page(tei(body, header=WITNESSES))
    (mark,) = made.iterfind('.//{*}a[@id="rb-app-1-mark"]')
    assert words(next(mark.iterancestors("{*}p"))) == "Arms and the man*1 I sing."


STAND_OFF = """<standOff><listApp>
<app xml:id="e" from="#p" to="#q"><lem>two</lem><rdg wit="#B">to</rdg></app>
<app from="#r" to="#s"><lem>four</lem><rdg wit="#B">for</rdg></app></listApp></standOff>"""
IN_LINE = (
    '<p><app><lem>one</lem><rdg wit="#B">on</rdg></app> <anchor xml:id="p"/>two<anchor xml:id="q"/> '
    '<app><lem>three</lem><rdg wit="#B">tree</rdg></app> <anchor xml:id="r"/>four<anchor xml:id="s"/>'
    ' and <ref target="#e">there</ref></p>'
)


@pytest.mark.parametrize("first", [True, False])
def test_entries_that_stand_off_are_numbered_and_read_among_those_in_the_line(first: bool) -> None:
    data = tei(IN_LINE, header=WITNESSES + STAND_OFF if first else WITNESSES)
    made = page(data if first else data.replace(b"</text>", b"</text>" + STAND_OFF.encode()))
    found = [words(one)[:-3] for one in made.iterfind('.//{*}section[@class="apparatus"]/{*}ol/{*}li')]
    assert found == ["one] on B", "two] to B", "three] tree B", "four] for B"]
    assert words(made.find(".//{*}article//{*}p[@class='p']")) == "one*1 two*2 three*3 four*4 and there"
    assert made.findall(".//{*}article//{*}li") == []


def test_entries_that_stand_off_in_another_order_are_read_in_theirs() -> None:
    one, two = STAND_OFF.replace("\n", "").split("</app>")[:2]
    turned = f"<standOff><listApp>{two}</app>{one.partition('<listApp>')[2]}</app></listApp></standOff>"
    made = publish("text", tei(IN_LINE, header=WITNESSES + turned)).files[0].data.decode()
    assert "one[*1] two[*4] three[*2] four[*3] and there" in made
    assert "[*3] four] for B\n[*4] two] to B" in made


@pytest.mark.parametrize(
    "entries",
    [
        # Without a lemma the first reading is said where the list stands.
        '<app from="#p" to="#q"><rdg wit="#A">two</rdg><rdg wit="#B">to</rdg></app>',
        # An entry within one that stands apart, and has its place before it.
        '<app from="#r"><lem>four</lem><rdg wit="#A">far <app from="#p"><lem>a</lem><rdg>b</rdg></app></rdg>'
        '<rdg wit="#B">for</rdg></app>',
    ],
)
def test_whatever_stands_off_no_word_is_lost(entries: str) -> None:
    data = tei(
        IN_LINE.replace("#e", "#p"), header=f"{WITNESSES}<standOff><listApp>{entries}</listApp></standOff>"
    )
    for reading in Reading:
        assert publish("text", data, Publication(readings=(reading,))).findings == ()
    page(data)


OF_PASSAGE = [
    ('{a}beta<app from="#a"><lem>beta</lem><rdg wit="#B">gamma</rdg></app>', "beta"),
    ('{a}beta{b}<app from="#a" to="#b"><lem>beta</lem><rdg wit="#B">gamma</rdg></app>', "beta"),
    ('{a}beta{b}<app from="#a" to="#b"><rdg wit="#B">gamma</rdg></app>', "beta"),
    ('{a}beta<app from="#a"><rdg wit="#B">gamma</rdg></app>', "beta"),
    ('<w xml:id="a">beta</w><app from="#a"><lem>beta</lem><rdg wit="#B">gamma</rdg></app>', "beta"),
]
HOLDING_ITS_PASSAGE = [
    ("<app><lem>beta</lem><rdg wit='#B'>gamma</rdg></app>", "beta"),
    ("<app><rdg>beta</rdg><rdg wit='#B'>gamma</rdg></app>", "beta"),
    ('{a}<app from="#a" to="#b"><lem>beta</lem><rdg wit="#B">gamma</rdg></app>{b}', "beta"),
    ('<app from="#a" to="#a"><lem><w xml:id="a">beta</w></lem><rdg wit="#B">gamma</rdg></app>', "beta"),
]


@pytest.mark.parametrize("reading", list(Reading))
@pytest.mark.parametrize(("encoded", "lemma"), [*OF_PASSAGE, *HOLDING_ITS_PASSAGE])
def test_a_passage_is_read_once_whether_its_entry_holds_it_or_comes_after_it(
    encoded: str, lemma: str, reading: Reading
) -> None:
    body = encoded.format(a='<anchor xml:id="a"/>', b='<anchor xml:id="b"/>')
    body = f"<p>Alpha {body} delta.</p>"
    text = re.sub(r"(\[\*1\]|\*1)", "", plain(body, reading=reading).split("\n")[0])
    assert text == f"Alpha {lemma} delta."
    assert entries(body) == [f"{lemma}] gamma B"]


def test_an_entry_whose_passage_is_named_by_words_has_its_mark_after_the_last() -> None:
    body = (
        '<p><w xml:id="w1">Arms</w> <w xml:id="w2">and</w> <w xml:id="w3">men</w></p>'
        '<listApp><app from="#w2" to="#w3"><lem>and men</lem><rdg wit="#B">x</rdg></app></listApp>'
    )
    assert words(page(tei(body, header=WITNESSES)).find(".//{*}article//{*}div/{*}p")) == "Arms and men*1"


def test_readings_in_stand_off_lists_are_in_the_apparatus() -> None:
    data = tei('<p>a <anchor xml:id="f"/>b<anchor xml:id="t"/></p>', header=WITNESSES).replace(
        b"<text ",
        b'<standOff><listApp><app from="#f" to="#t"><lem>b</lem><rdg wit="#A">c</rdg></app></listApp>'
        b"</standOff><text ",
    )
    assert words(page(data).find('.//{*}section[@class="apparatus"]/{*}ol/{*}li')).startswith("b] c 𝔄")


def test_every_witness_is_described_and_has_all_its_readings() -> None:
    body = "".join(f'<p><app><lem>a{n}</lem><rdg wit="#{n} #C">b{n}</rdg></app></p>' for n in "AB")
    found = page(tei(body, header=WITNESSES)).findall('.//{*}section[@class="witnesses"]/{*}ul/{*}li')
    assert [words(one) for one in found] == [
        "𝔄 Codex of Ghent, 1190Readings of 𝔄 (1)*1 aA] bA",
        "B Codex of BrugesReadings of B (1)*2 aB] bB",
        "C Readings of C (2)*1 aA] bA*2 aB] bB",
    ]


def test_the_label_of_a_witness_is_its_siglum_and_is_said_once() -> None:
    known = '<witness xml:id="wA"><label>A</label> Arras, s. XII<hi rend="sup">2</hi></witness>'
    known += '<witness xml:id="wB"><label>B</label> <settlement>Bruges</settlement></witness>'
    known += '<witness xml:id="wC"><label>The codex</label> of Cambridge, <hi rend="sup">2</hi></witness>'
    header = HEADER.replace("</sourceDesc>", f"<listWit>{known}</listWit></sourceDesc>")
    body = '<p><app><lem wit="#wA">a</lem><rdg wit="#wB #wC">b</rdg></app></p>'
    found = page(tei(body, header=header)).findall('.//{*}section[@class="witnesses"]/{*}ul/{*}li')
    assert [words(one).partition("Readings")[0] for one in found] == [
        "A Arras, s. XII2",
        "B Bruges",
        "wC The codex of Cambridge, 2",
    ]


def test_what_only_one_reading_shows_of_a_witness_is_in_that_one_alone() -> None:
    wit = "<wit>C <desc>a roll <witDetail>torn</witDetail></desc></wit>"
    data = tei(f'<p><app><lem>a</lem><rdg wit="#B">b</rdg>{wit}</app></p>', header=WITNESSES)
    detail = page(data).find('.//{*}span[@class="witDetail"]')
    assert detail is not None
    assert detail.get("data-reading") == "edited"


def test_the_text_lists_its_witnesses() -> None:
    made = publish("text", tei('<p><app><lem>a</lem><rdg wit="#B">b</rdg></app></p>', header=WITNESSES))
    assert "Witnesses\n\n- 𝔄 Codex of Ghent, 1190\n- B Codex of Bruges\n" in made.files[0].data.decode()


def test_a_deletion_that_was_taken_back_is_read() -> None:
    assert plain("<p>a <restore><del>b</del></restore> <del>c</del> d</p>") == "a b d"


@pytest.mark.parametrize(
    ("encoded", "expected"),
    [
        # A detail belongs to the reading before it, a remark to the entry.
        (
            '<app><lem>a</lem><rdg wit="#B">b</rdg><witDetail wit="#B">in rasura</witDetail></app>',
            "a] b B (in rasura)",
        ),
        ('<app><lem wit="#B">a</lem><witDetail wit="#B">in margin</witDetail></app>', "a] B (in margin)"),
        ('<app><lem>a</lem><rdg wit="#B">b</rdg><note>So all.</note></app>', "a] b B – So all."),
        ("<app><lem>a</lem><note>So all.</note></app>", "a] So all."),
        # What is lost was not left out; a witness may be named without the sign of a pointer.
        ('<app><lem>a</lem><rdg wit="B"><gap reason="lost"/></rdg></app>', "a] […] B"),
        ('<app><lem>a</lem><rdg wit="B"> <gap reason="omitted"/></rdg></app>', "a] (omitted) B"),
        ('<app><lem>a</lem><rdg wit="B">b <gap reason="omitted"/></rdg></app>', "a] b […] B"),
    ],
)
def test_what_is_said_of_a_reading_stands_in_its_entry(encoded: str, expected: str) -> None:
    assert entries(f"<p>x {encoded} y</p>") == [expected]


def test_an_entry_within_another_has_the_number_that_its_mark_says() -> None:
    inner = '<app><lem>in</lem><rdg wit="#A">i</rdg></app>'
    body = f'<p>x <app><lem>out {inner}</lem><rdg wit="#B">o</rdg></app> y</p>'
    said = plain(body)
    assert said.startswith("x out in[*1][*2] y")
    assert entries(body) == ["in] i 𝔄", "out in] o B"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ('<app loc="3"><lem wit="#A">a</lem><rdg wit="#B">b</rdg></app>', "3 a] 𝔄; b B"),
        ('<app loc="3"><lem>a</lem><rdg wit="#B">b</rdg><rdg source="#B">c</rdg></app>', "3 a] b B; c B"),
        ('<app loc="3"><rdg wit="#A">a</rdg><rdg wit="#B">b</rdg></app>', "3 a 𝔄; b B"),
        ('<app loc="3"><lem>a</lem><note>Said <hi>so</hi>.</note></app>', "3 a] Said so."),
        ('<app loc="3"><note>Nothing is read.</note></app>', "3 Nothing is read."),
        ('<app loc="3"><lem>a</lem><rdg wit="#B"/></app>', "3 a] (omitted) B"),
        (
            '<app loc="3"><lem>a</lem><rdg wit="#B">b <wit>and others</wit></rdg></app>',
            "3 a] b and others B",
        ),
    ],
)
def test_a_list_of_entries_in_the_text_is_read_where_it_stands(entry: str, expected: str) -> None:
    for place in ("listApp", 'div type="apparatus"'):
        inner = f"<listApp>{entry}</listApp>" if place == "listApp" else f"<p>{entry}</p>"
        body = f"<p>text</p><{place}>{inner}</{place.split()[0]}>"
        assert entries(body) == [expected]
        said = plain(body)
        assert said.count(expected.replace("𝔄", "A")) == 1
        assert "[*" not in said


SEVERAL = (
    '<p>a <app><lem>b</lem><rdg wit="#B">c</rdg></app> d<note type="source">Vergil 1.2</note> '
    '<app type="fontes"><lem>e</lem><note>Caesar 1.1</note></app> f<note type="testimonia">Isidore</note> '
    "g<note>plain</note></p>"
)


def test_sources_and_parallels_are_lists_of_their_own_with_marks_of_their_own() -> None:
    said = plain(SEVERAL)
    assert said.split("\n\n\n") == [
        "a b[*1] d[i] e[ii] f[α] g[1]",
        "Notes\n\n[1] plain",
        "Apparatus\n\n[*1] b] c B",
        "Sources\n\n[i] Vergil 1.2\n[ii] e] Caesar 1.1",
        "Testimonia and parallels\n\n[α] Isidore",
        "Witnesses\n\n- B",
    ]
    made = page(tei(SEVERAL))
    for kind in ("apparatus", "sources", "parallels"):
        section = made.find(f'.//{{*}}section[@class="{kind}"]')
        assert section is not None
        for back in section.iterfind('.//{*}a[@class="back"]'):
            assert made.find(f".//*[@id='{back.get('href', '')[1:]}']") is not None


def test_families_of_witnesses_have_their_headings_and_remarks_stay() -> None:
    families = (
        "<listWit><head>Sigla</head><listWit><head>Family α</head>"
        '<witness xml:id="C">Cologne, s. XII<hi rend="sup">ex</hi><note>burnt</note></witness></listWit>'
        '<witness xml:id="D">Dublin, Trinity</witness></listWit></sourceDesc>'
    )
    header = HEADER.replace("</sourceDesc>", families)
    data = tei('<p><app><lem wit="#C">a</lem><rdg wit="#D">b</rdg></app></p>', header=header)
    made = publish("text", data).files[0].data.decode()
    assert made.split("Witnesses\n")[1].split("\n    *")[0].split() == (
        "Sigla - D Dublin, Trinity Family α - C Cologne, s. XIIex (burnt)".split()
    )
    assert page(data).find('.//{*}section[@class="witnesses"]//{*}li/{*}sup') is not None


WAYS = {
    "<choice><unclear>cat</unclear><unclear>cot</unclear></choice>": ("cat/cot", "cat/cot"),
    "<choice><seg>sleep</seg> <seg>wake</seg></choice>": ("sleep/wake", "sleep/wake"),
    "<choice><orig>o</orig><reg>r1</reg><reg>r2</reg></choice>": ("r1/r2", "o"),
    "<choice><sic>s1</sic><sic>s2</sic><corr>c</corr></choice>": ("c[a]", "s1/s2[a]"),
    "<choice><abbr>Dr</abbr><expan>Doctor</expan><expan>Doktor</expan></choice>": ("Doctor/Doktor", "Dr"),
    "<subst><del>burn</del> <add>turn</add> <add>churn</add></subst>": ("turn/churn", "⟦burn⟧⸌turn⸍/⸌churn⸍"),
    "<subst><add><del>turn</del></add><add>churn</add></subst>": ("churn", "⸌⟦turn⟧⸍⸌churn⸍"),
    "<subst><add xml:id='a'>tu</add><add prev='#a'>rn</add></subst>": ("turn", "⸌tu⸍⸌rn⸍"),
    "<subst><del>b</del><add>t</add><del>m</del><add>n</add></subst>": ("tn", "⟦b⟧⸌t⸍⟦m⟧⸌n⸍"),
    "<seg>sleep</seg><seg>less</seg> <add>a</add><add>b</add>": ("sleepless ab", "sleepless ⸌a⸍⸌b⸍"),
}
"""Ways to read a place of which none is preferred, and what only looks like that: both readings of each."""


@pytest.mark.parametrize("body", WAYS)
def test_readings_of_which_none_is_preferred_are_parted(body: str) -> None:
    made = [plain(f"<p>{body}</p>", reading=one) for one in (Reading.EDITED, Reading.DIPLOMATIC)]
    assert tuple(text.split("\n")[0] for text in made) == WAYS[body]


def test_readings_of_which_none_is_preferred_are_parted_in_the_contents() -> None:
    part = "<div><head>To <choice><reg>r1</reg><reg>r2</reg></choice></head><p>a</p></div>"
    made = page(tei(part * 3))
    assert {"".join(map(str, found.itertext())) for found in made.iterfind(".//{*}nav//{*}li/{*}a")} == {
        "To r1/r2"
    }


WITNESSED = {
    '<rdg wit="#B"><del rend="erasure">pater</del></rdg>': "⟦pater⟧ B",
    '<rdg wit="#B"><subst><del>fm</del><add>frm</add></subst></rdg>': "⟦fm⟧frm B",
    '<rdg wit="#B"><surplus>pater</surplus></rdg>': "{pater} B",
    '<rdg wit="#B">p<restore><del>ate</del></restore>r</rdg>': "pater B",
}
"""Readings with what their witness deletes or has too much, and what the edited reading tells of them."""


@pytest.mark.parametrize("reading", WITNESSED)
def test_an_apparatus_tells_what_a_witness_deletes(reading: str) -> None:
    body = f'<p>x <app><lem wit="#A">frater<del>x</del></lem>{reading}</app> y<del>z</del></p>'
    lines = plain(body).split("\n")
    assert [lines[0], lines[5]] == ["x frater[*1] y", f"[*1] frater] A; {WITNESSED[reading]}"]
    made = page(tei(body)).find('.//{*}section[@class="witnesses"]')
    assert made is not None
    assert WITNESSED[reading][:-2] in "".join(map(str, made.itertext()))


@pytest.mark.parametrize(
    ("reading", "edited", "diplomatic"),
    [
        ("b<lb/>c<pb n='2'/> d e<lb break='no'/>f", "b c [p. 2] d ef", "b | c [p. 2] d e|f"),
        ("<l>b</l>", "b", "b"),
        ("<lg><l>b</l><l>c</l></lg>", "b / c", "b / c"),
        ("<l>b</l><l>c</l><l>d</l><l>e</l><l>f</l>", "", ""),
        ("<p>b</p><p>c</p>", "", ""),
    ],
)
def test_a_reading_of_a_few_lines_is_told_in_one(reading: str, edited: str, diplomatic: str) -> None:
    encoded = f'<p>x<lb/>y <app><lem>a</lem><rdg wit="#A">{reading}</rdg><rdg wit="#B">z</rdg></app></p>'
    for wanted, told in ((Reading.EDITED, edited), (Reading.DIPLOMATIC, diplomatic)):
        made = plain(encoded, reading=wanted)
        entry = made.partition("[*1] a] ")[2].split("\n")
        assert ("x\ny a" in made) is (wanted is Reading.DIPLOMATIC)
        assert entry[0] == (told and f"{told} A; z B")


def test_witnesses_are_told_of_where_there_is_no_apparatus() -> None:
    listed = '<listWit><witness xml:id="A">Paris, BnF 1</witness><witness xml:id="B"/></listWit>'
    header = HEADER.replace("</sourceDesc>", f"{listed}</sourceDesc>")
    made = publish("text", tei("<p>One.</p>", header=header)).files[0].data.decode()
    assert "Witnesses\n\n- A Paris, BnF 1\n" in made
    assert "- B" not in made


INNER = '<app><lem wit="#B">il</lem><rdg wit="#A">ir</rdg></app>'
NESTED = {
    "in a reading": f"<app><lem>ol</lem><rdg>o1 {INNER} o2</rdg><rdg>o3</rdg></app>",
    "in a lemma": f"<app><lem>ol {INNER} om</lem><rdg>o1</rdg></app>",
    "in a group": f"<app><lem>ol</lem><rdgGrp><rdg>o1 {INNER} o2</rdg><note>n</note></rdgGrp></app>",
    "with remarks": f"<app><lem>ol</lem><rdg>o1 {INNER} o2</rdg><witDetail wit='#B'>d <app><lem>x</lem><rdg>y"
    f"</rdg><witDetail wit='#A'>e</witDetail></app> f</witDetail><note>n {INNER} m</note></app>",
    "two levels deep": f"<app><lem>ol</lem><rdg>o1 <app><lem>ml</lem><rdg>m1 {INNER} m2</rdg></app> o2</rdg>"
    "</app>",
    "of lines": f"<app><lem><l>ol</l></lem><rdg><l>o1 {INNER} o2</l><l>o3 {INNER}</l></rdg></app>",
}
BOTH = Publication(readings=(Reading.EDITED, Reading.DIPLOMATIC))
PLACES = {
    "in the text": "<p>a {} b</p>",
    "in a list": "<p>a</p><div><listApp>{}</listApp></div>",
    "in a division": '<p>a</p><div type="apparatus"><ab>{}</ab></div>',
    "in a list in a note": "<p>a<note>n <listApp>{}</listApp> m</note> b</p>",
}


@pytest.mark.parametrize("nested", NESTED)
@pytest.mark.parametrize("place", PLACES)
def test_an_entry_within_an_entry_keeps_its_words_in_every_format(place: str, nested: str) -> None:
    given = context(tei(PLACES[place].format(NESTED[nested]), header=WITNESSES), BOTH)
    for name, made in ((name, one.publish(given)) for name, one in every_format().items()):
        assert [str(one) for one in made.findings if one.severity != "note"] == [], name


INLINE = '<note place="inline">{}</note>'.format
LETTERED = '<table><row><cell>c<note n="a">{}</note></cell></row></table>'.format


@pytest.mark.parametrize(
    "body",
    [
        f"<p>a {INLINE('r')} b {INLINE('s')}</p>",
        f"<p><app><lem>a</lem><rdg>b {INLINE('r')}</rdg></app> c {INLINE('s')}</p>",
        f"<p>a<note>n {INLINE('r')}</note> c {INLINE('s')}</p>",
        f"<p>a<note>n <app><lem/><rdg>b {INLINE('r')}</rdg></app></note> c<note>{INLINE('s')}</note></p>",
        # An addition of white space alone, after an entry within an entry.
        "<listApp><app><lem/><rdg>o <app><lem/><rdg>n</rdg></app> <add> </add>p</rdg></app></listApp>",
        "<p>a<note>n <figure><note>r</note></figure></note></p><figure><note>s</note></figure>",
        f"<p>a<note>n {LETTERED('r')}</note></p>{LETTERED('s')}",
        # An apparatus of notes, from within an entry of a list.
        '<p>a</p><listApp><app><lem>l</lem><rdg>b<note type="source">r</note></rdg></app></listApp>'
        '<p>c<note type="source">s</note></p>',
    ],
)
def test_what_is_read_where_it_stands_may_stand_in_what_is_read_elsewhere(body: str) -> None:
    for name, made in every_format().items():
        found = made.publish(context(tei(body, header=WITNESSES), BOTH)).findings
        assert [str(one) for one in found if one.severity != "note"] == [], name


@pytest.mark.parametrize(
    ("reference", "leads"),
    [
        ('<ref target="#A">A</ref>', True),
        ('<ref target="#nobody">A</ref>', False),
        ('<ref target="#editors">A</ref>', False),  # of the header, but no witness
    ],
)
def test_a_reference_to_a_witness_leads_to_where_it_is_told_of(reference: str, leads: bool) -> None:
    made = page(
        tei(f'<p>{reference} <app><lem wit="#B">a</lem><rdg wit="#A">b</rdg></app></p>', header=WITNESSES)
    )
    (witness, *_) = made.iterfind('.//{*}section[@class="witnesses"]//{*}li')
    found = [link.get("href") for link in made.iterfind('.//{*}a[@class="ref"]')]
    assert found == ([f"#{witness.get('id')}"] if leads else [])


def test_a_heading_over_nothing_but_witnesses_goes_with_them() -> None:
    def under(listed: str) -> str:
        made = publish("text", tei(f"<p>a</p><div><head>Sigla</head>{listed}</div>"))
        assert [one for one in made.findings if one.severity != "note"] == []
        return made.files[0].data.decode().split("* * *\n\n")[1]

    witness = '<listWit><witness xml:id="A">Codex of Ghent</witness></listWit>'
    assert under(witness).startswith("a\n\n\nWitnesses\n\nSigla\n\n- A Codex of Ghent")
    assert under(f"<p>b</p>{witness}").startswith("a\n\n\nSigla\n\nb\n\n\nWitnesses\n\n- A")
    root = page(
        tei(f'<p>a</p><div xml:id="d"><head>Sigla</head>{witness}</div><p><ref target="#d">x</ref></p>')
    )
    assert [one.text for one in root.iter("{*}h2")].count("Sigla") == 0
