"""The plain text: lines as a reader expects them, whatever the markup was."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.publication.helpers import HEADER, plain, publish, tei

from rubricator.publication.format import Publication
from rubricator.publication.kinds import letters
from rubricator.tei import Reading

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("<p>a\n   b</p>\n<p>c</p>", "a b\n\nc"),
        ("<p>a <hi>b</hi>, <emph>c</emph>.</p>", "a b, c."),
        ("<head>a<lb/>b</head>", "a\nb"),
        ("<p>a<lb break='no'/>b</p>", "ab"),
        ("<p>a\n<lb/>b<note>c<lb n='5'/>d</note></p>", "a b[1]\n\n\nNotes\n\n[1] c d"),
        ("<p>tem-<lb n='5' break='no'/>pest, well-<lb/>known</p>", "tempest, well-known"),
        ("<p rend='center'>a<lb/>b-<lb break='no'/>c</p>", "a\nb-\nc"),
        ("<div type='edition'><ab>a<lb n='5'/>b<lb break='no'/>c</ab></div>", "a\n5 b-\nc"),
        ("<lg><l>a<lb/>b</l></lg>", "    a\n        b"),
        ("<p>a<space unit='chars' quantity='1'/>b<space/>, c <space/> d</p>", "a b , c d"),
        ("<p>a<space unit='chars' quantity='3'/>b <space unit='lines' quantity='3'/></p>", "a   b"),
        ("<p><space unit='chars' quantity='3'/>b<space unit='chars' quantity='3'/></p>", "   b"),
        ("<div type='edition'><ab>a<space quantity='3'/>b</ab></div>", "a (vac. 3) b"),
        ("<p><ref target='https://example.org/a'/> b</p>", "https://example.org/a b"),
        ("<list><item>a</item><item>b</item></list>", "- a\n- b"),
        ("<list type='ordered'><item>a</item><item>b</item></list>", "1. a\n2. b"),
        ("<list><item n='1'>a</item><item n='ii)'><p>b</p></item></list>", "1. a\n\nii) b"),
        (
            "<list rend='numbered'><item n='1'>a<list><item>b</item></list></item></list>",
            "1. a\n   - b",
        ),
        (
            "<list><headLabel>w</headLabel><headItem>m</headItem><label>a</label><item>b</item></list>",
            "w\n    m\na\n    b",
        ),
        ("<list><item>a<list><item>b</item></list></item></list>", "- a\n  - b"),
        ("<lg><l>a</l><l>b</l></lg>", "    a\n    b"),
        ("<p><choice><orig>30</orig><corr>3 0</corr></choice> a</p>", "3 0 a"),
        ("<address><street>a</street><settlement>b</settlement><country>c</country></address>", "a\nb\nc"),
        ("<closer>Yours,<signed>B.</signed></closer>", "Yours, B."),
        ("<lg><l>a</l></lg><lg><l>b</l></lg>", "    a\n\n    b"),
        ("<lg><lg><l>a</l><l>b</l></lg><lg><l>c</l></lg></lg>", "        a\n        b\n\n        c"),
        ("<sp><speaker>A</speaker><lg><l>a</l></lg></sp>", "A\n    a"),
        ("<list type='simple'><item>a</item><item>b</item></list>", "a\nb"),
        ("<list><item><label>1.</label> a</item><item><label>2.</label> b</item></list>", "1. a\n2. b"),
        ("<lg><l>a</l><l rend='indent'>b</l><l rend='indent2'>c</l></lg>", "    a\n      b\n        c"),
        ("<sp><speaker>A</speaker><p>b</p></sp>", "A\nb"),
        ("<quote><p>a</p></quote>", "    a"),
        (
            "<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell></row></table>",
            "    a | b\n    c",
        ),
        ("<p>a <q>b</q></p>", "a “b”"),
        ("<p>a<note>b</note></p>", "a[1]\n\n\nNotes\n\n[1] b"),
        ("<p>a</p><div><head>B</head><div><head>C</head><p>d</p></div></div>", "a\n\n\nB\n\nC\n\nd"),
        (
            "<listPerson><person><persName>A</persName><birth><date>1800</date><placeName><settlement>Ghent"
            "</settlement></placeName></birth></person></listPerson>",
            "- A\n\n  Birth: 1800 Ghent",
        ),
        ("<p>a\u00a0b</p>", "a\u00a0b"),
    ],
)
def test_tei_becomes_lines(written: str, lines: str) -> None:
    assert plain(written) == lines


def test_lines_are_wrapped_at_spaces_and_never_within_words() -> None:
    assert plain("<p>one two three abcdefghijklmnop</p>", wrap=9) == "one two\nthree\nabcdefghijklmnop"


def test_a_long_licence_stands_after_the_text_and_its_address_before_it() -> None:
    header = HEADER.replace("Free to read.", f"<p>You may read. {'So you may. ' * 40}</p>")
    made = publish("text", tei("<p>a</p>", header=header)).files[0].data.decode()
    before, after = made.split("\n\na\n")
    assert "Licence: https://example.org/free" in before
    assert "You may read." not in before
    assert "Licence\n\nYou may read. So you may." in after


def test_each_reading_has_its_own_words() -> None:
    body = "<p>a <choice><sic>tow</sic><corr>two</corr></choice></p>"
    assert plain(body).startswith("a two[a]")
    assert plain(body, reading=Reading.DIPLOMATIC).startswith("a tow[a]")


def test_the_first_reading_has_the_plain_name() -> None:
    made = publish("text", tei("<p>a</p>"), Publication(readings=(Reading.DIPLOMATIC, Reading.EDITED)))
    assert [file.suffix for file in made.files] == [".txt", ".edited.txt"]


@pytest.mark.parametrize(("number", "letter"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (703, "aaa")])
def test_corrections_are_lettered(number: int, letter: str) -> None:
    assert letters(number) == letter


@pytest.mark.parametrize("suffix", [".txt", ".diplomatic.txt"])
def test_the_text_of_a_letter_is_as_reviewed(suffix: str) -> None:
    made = publish("text", (GOLDEN / "letter.xml").read_bytes())
    file = next(one for one in made.files if one.suffix == suffix)
    assert file.data.decode() == (GOLDEN / f"letter{suffix}").read_text("utf-8")


def test_the_text_begins_with_what_it_is_where_it_comes_from_and_what_may_be_done_with_it() -> None:
    made = publish("text", tei("<head>A Title</head><p>a</p>"))
    assert made.files[0].data.decode().partition("\n\n")[0].splitlines() == [
        "Author: Ann Author",
        "Title: A Title",
        "Source: A Source, 1933.",
        "Publisher: The Press, 22 November 2026",
        "Licence: Free to read. https://example.org/free",
        "Reading: Edited – Errors corrected, abbreviations expanded",
    ]


def test_what_stands_before_the_text_is_added_and_not_of_its_words() -> None:
    assert publish("text", tei("<head>A Title</head><p>a</p>")).words == 3


def test_a_remark_within_a_word_leaves_it_whole() -> None:
    body = "<list><item>a<note>remarked</note>b<u>said</u></item></list>"
    assert "remarked" in plain(body)  # which is proved to have the same words


def test_numbers_of_pages_passages_and_notes_are_told_apart() -> None:
    body = "<p n='1'>a<note>n</note> <pb n='3'/>b</p><p n='2'>c d<pb break='no' n='4'/>e</p>"
    assert plain(body).startswith("[§ 1] a[1] [p. 3] b\n\n[§ 2] c d[p. 4]e\n")
    german = publish("text", tei("<p>a <pb n='3'/>b</p>"), Publication(language="de"))
    assert "a [S. 3] b" in german.files[0].data.decode()
    assert plain("<p>a b c <pb n='3'/>d</p>", wrap=9) == "a b c\n[p. 3] d"  # one word
    assert plain("<p>a <milestone>[3]</milestone> b</p>") == "a [3] b"  # what somebody wrote there


RLM = "\u200f"
LRM = "\u200e"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>قال على HMS Beagle كذا</p>", ["قال على HMS", f"{RLM}Beagle كذا"]),
        ("<p><pb n='3'/>قال كذا</p>", [f"{RLM}[p. 3] قال", "كذا"]),
        ("<p>قال على كذا ٢٠٠ ١٩٩٩</p>", ["قال على كذا", f"{RLM}٢٠٠ ١٩٩٩"]),
        ("<p>On the כתובה ים a</p>", ["On the", f"{LRM}כתובה ים a"]),
        ("<lg><l>قال على HMS Beagle</l></lg>", ["    قال على", f"        {RLM}HMS", f"        {RLM}Beagle"]),
        ("<p>It was ‘Noël’ été – là</p>", ["It was", "‘Noël’ été", "– là"]),  # no mark
        ("<eg>قال\nHMS</eg>", ["قال", "HMS"]),  # as it stands
    ],
)
def test_every_line_runs_as_its_paragraph(body: str, lines: list[str]) -> None:
    assert plain(body, wrap=11).split("\n")[: len(lines)] == lines


def test_a_correction_points_on_as_its_words_are_read() -> None:
    body = "<p><choice><sic>{}</sic><corr>{}</corr></choice></p>"
    assert "[a] سافرر ← سافر" in plain(body.format("سافرر", "سافر"))
    assert "[a] teh → the" in plain(body.format("teh", "the"))
