"""Papyri and inscriptions (EpiDoc), and canons with their apparatus at the end (as CBETA has them)."""

from __future__ import annotations

import pytest
from tests.publication.helpers import HEADER, article, page, publish, tei

EDITION = '<div type="edition"><ab>{}</ab></div>'


def read(body: str, reading: str = ".txt", header: str = HEADER) -> str:
    made = publish("text", tei(body, header=header))
    assert made.findings == ()
    return next(file.data.decode() for file in made.files if file.suffix == reading)


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ('<g type="apostrophe"/>', "οὐκ’"),
        ('<g type="stauros"/>', "οὐκ((stauros))"),
        ('<g type="high-comma"/>', "οὐκ((high comma))"),
        ('<g ref="#hedera"/>', "οὐκ❦"),
    ],
)
def test_a_sign_in_an_edition_is_a_character_or_named_in_double_brackets(sign: str, shown: str) -> None:
    assert shown in read(EDITION.format(f"οὐκ{sign}"))


def test_the_number_of_a_line_that_begins_within_a_word_is_no_part_of_it() -> None:
    body = EDITION.format('<lb n="4"/>ὁρῶν <lb n="5" break="no"/>τα')
    assert "ὁρῶν-\n5 τα\n" in read(body)
    assert "ὁρῶν-\n5 τα\n" in read(body + "<p><sic>x</sic><del>y</del></p>", ".diplomatic.txt")


@pytest.mark.parametrize(
    ("new", "said"), [('new="m2"', "[Hand: m2]"), ('new="#m2"', "[Hand: m2]"), ("", "[Hand]")]
)
def test_another_hand_of_a_papyrus_is_said_in_every_reading(new: str, said: str) -> None:
    assert f"{said} ἔρρωσο" in read(EDITION.format(f"<handShift {new}/> ἔρρωσο"))


def test_an_entry_says_in_which_line_it_stands_and_whose_its_lemma_is() -> None:
    entry = '<app type="editorial"><lem resp="BL 1.316">ὡς</lem><rdg>ὧς</rdg></app>'
    assert "[*1] 11 ὡς] BL 1.316; ὧς" in read(EDITION.format(f'<lb n="10"/>a <lb n="11"/>{entry}'))


WITNESSES = HEADER.replace(
    "</sourceDesc>",
    '<listWit><witness xml:id="w1">【大】</witness><witness xml:id="w2">M Vat. lat. 3 f<hi>1</hi>r</witness>'
    '<listWit xml:id="w3"><head>Family</head><witness xml:id="w4">K</witness></listWit></listWit>'
    "</sourceDesc>",
)


def test_witnesses_go_by_their_signs_and_are_described_without_them() -> None:
    entry = '<app><lem wit="#w1">a</lem><rdg wit="#w2">b</rdg><rdg wit="#w3">c<wit/></rdg></app>'
    made = read(f"<p>{entry}</p>", header=WITNESSES)
    assert "[*1] a] 【大】; b w2; c w3\n" in made
    assert "- 【大】\n- w2 M Vat. lat. 3 f1r\n- w3 Family\n\nFamily\n\n- K" in made


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ('<note place="inline">small</note>', "摩(small)吽"),
        ('<note place="inline">(small)</note>', "摩(small)吽"),
        ('<note place="foot">small</note>', "摩[1]吽"),
    ],
)
def test_a_note_in_the_line_is_read_in_the_line(note: str, shown: str) -> None:
    assert shown in read(f"<p>摩{note}吽</p>")


@pytest.mark.parametrize(
    ("described", "shown"),
    [
        ("<charProp><localName>composition</localName><value>[金*本]</value></charProp>", "[金*本]"),
        ("<charProp><localName>normalized form</localName><value>犬</value></charProp>", "犬"),
        ("<charName>SIGN ONE</charName>", "{SIGN ONE}"),
    ],
)
def test_a_character_is_shown_by_what_its_properties_say(described: str, shown: str) -> None:
    declared = (
        f'<encodingDesc><charDecl><char xml:id="c1">{described}</char></charDecl></encodingDesc></teiHeader>'
    )
    made = publish("html", tei('<p>a<g ref="#c1"/></p>', header=HEADER.replace("</teiHeader>", declared)))
    assert f'class="g">{shown}</span>' in made.files[0].data.decode()


def test_a_division_of_another_namespace_keeps_its_place_among_the_headings() -> None:
    body = '<x:div xmlns:x="urn:x"><head>One</head><x:div><head>Two</head><p>a</p></x:div></x:div>'
    assert [one.tag[-2:] for one in page(tei(body)).iter("{*}h2", "{*}h3") if one.get("class") == "head"] == [
        "h2",
        "h3",
    ]
    assert "One" in article(body)


def test_an_entry_apart_from_its_text_says_what_it_is_about_and_who_has_it() -> None:
    lines = (
        '<l xml:id="l1">One two <app><lem>three</lem><rdg wit="m">3</rdg></app></l><l xml:id="l2">four</l>'
    )
    made = read(
        f'<lg>{lines}</lg><listApp><app from="#l1" to="#l2"><rdg wit="m">is missing</rdg></app></listApp>'
    )
    assert "- One two three four] is missing m\n" in made


def test_an_unsure_expansion_of_an_inscription_says_so() -> None:
    body = '<div type="edition"><ab><expan>l<ex{}>aetus</ex></expan></ab></div>'
    told = {"": "l(aetus)", ' cert="low"': "l(aetus?)", ' cert="high"': "l(aetus)"}
    assert all(f"\n{shown}\n" in read(body.format(said)) for said, shown in told.items())


def test_the_levels_of_nordic_editions_are_alternatives() -> None:
    levels = "<me:facs>h<am>q</am></me:facs><me:dipl>h<ex>efr</ex></me:dipl><me:norm>hefir</me:norm>"
    body = f'<p xmlns:me="http://www.menota.org/ns/1.0">Hann <w><choice>{levels}</choice></w></p>'
    assert "Hann hefir\n" in read(body)
    assert "Hann hq\n" in read(body, ".diplomatic.txt")


def test_what_belongs_to_an_edition_stands_in_the_contents_and_says_in_which_language() -> None:
    parts = [
        f'<div type="{kind}"><p>words</p></div>'
        for kind in ("edition", 'translation" xml:lang="en', 'translation" xml:lang="ru', "commentary")
    ]
    links = page(tei("".join(parts))).iterfind(".//{*}nav[@class='contents']//{*}a")
    assert [one.text for one in links] == ["Translation (English)", "Translation (Russian)", "Commentary"]
