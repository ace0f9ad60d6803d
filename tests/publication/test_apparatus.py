"""The apparatus as a scholar reads it: at the foot, by witness, and from wherever an entry stands."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from tests.publication.helpers import HEADER, page, plain, publish, tei

from rubricator.tei import Reading

WITNESSES = HEADER.replace(
    "</sourceDesc>",
    '<listWit><witness xml:id="A"><abbr type="siglum">𝔄</abbr> Codex of Ghent, <date>1190</date></witness>'
    '<witness xml:id="B">Codex of Bruges</witness></listWit></sourceDesc>',
)


def entries(body: str) -> list[str]:
    """The entries of the apparatus of a page whose body is *body*, as they are read."""
    found = page(tei(body, header=WITNESSES)).find('.//{*}section[@class="apparatus"]/{*}ol')
    assert found is not None
    return [words(entry).removesuffix(" ↩\ufe0e") for entry in found]


def words(element: etree._Element | None) -> str:
    assert element is not None
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.parametrize(
    ("encoded", "entry"),
    [
        ('<app><lem wit="#B">a</lem><rdg wit="#A">b</rdg></app>', "a B] b 𝔄"),
        ('<app><rdg wit="#B">a</rdg><rdg wit="#A">b</rdg></app>', "a B] b 𝔄"),
        ('<app><lem>a</lem><rdg wit="#A #B"/></app>', "a] (omitted) 𝔄 B"),
        ('<app><lem>a</lem><rdg wit="#A"><lacunaStart/></rdg></app>', "a] [gap begins] 𝔄"),
        ('<app><lem>a</lem><rdg resp="#heyworth">b</rdg></app>', "a] b heyworth"),
        ('<app loc="3.7"><lem>a</lem><rdg wit="#B">b</rdg></app>', "3.7 a] b B"),
    ],
)
def test_an_entry_says_place_lemma_reading_and_who_has_it(encoded: str, entry: str) -> None:
    assert entries(f"<p>x {encoded} y</p>") == [entry]


def test_what_is_raised_in_a_siglum_stays_raised_and_a_lemma_is_told_from_its_witnesses() -> None:
    header = WITNESSES.replace("𝔄", 'A<hi rend="superscript">c</hi>')
    root = page(tei('<p>x <app><lem wit="#A #B">a</lem><rdg wit="#A">b</rdg></app></p>', header=header))
    sigla = [
        etree.tostring(one, encoding="unicode", with_tail=False) for one in root.iterfind(".//{*}li//{*}sup")
    ]
    assert [re.sub(' xmlns="[^"]*"', "", one) for one in sigla] == ["<sup>c</sup>"] * len(sigla)
    lemma = root.find('.//{*}li/{*}span[@class="lemma"]')
    assert lemma is not None
    assert lemma.text == "a "
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
    assert entries(APART.format("<witDetail wit='#A'>in rasura</witDetail>")) == [
        "and the man] a man B; in rasura 𝔄"
    ]


def test_the_mark_of_an_entry_apart_stands_in_its_text_and_is_where_one_comes_back_to() -> None:
    body = APART.format("<lem>and the man</lem>")
    made = page(tei(body, header=WITNESSES))
    (mark,) = made.iterfind('.//{*}a[@id="rb-app-1-mark"]')
    assert words(next(mark.iterancestors("{*}p"))) == "Arms and the man*1 I sing."


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
