"""Plays: who the persons are and who plays them, and what is not spoken."""

from __future__ import annotations

import pytest
from tests.publication.helpers import article, page, plain, publish, tei

from rubricator.publication.format import Publication, Shape


@pytest.mark.parametrize(
    ("item", "line"),
    [
        ("<role>Anna</role> <roleDesc>a printer</roleDesc>", "Anna, a printer"),
        (
            "<role>Anna</role>\n   <roleDesc>a printer.</roleDesc> <actor>Mrs Roe</actor>",
            "Anna, a printer. – Mrs Roe",
        ),
        (
            "<role>Anna</role><roleDesc>a printer</roleDesc><actor>Mrs Roe</actor>",
            "Anna, a printer – Mrs Roe",
        ),
        ("<actor>Mrs Roe</actor> <role>Anna</role>", "Mrs Roe – Anna"),
        ("<role>Anna.</role> <roleDesc>a printer</roleDesc>", "Anna. a printer"),
        (
            "<role>Anna</role>, <roleDesc>a printer</roleDesc> (<actor>Mrs Roe</actor>)",
            "Anna, a printer (Mrs Roe)",
        ),
        ("<role>Ann</role> and <role>Ben</role>", "Ann and Ben"),
        ("<role>Ann</role> <role>Ben</role>", "Ann, Ben"),
        ("Lords and <role>ladies</role>", "Lords and ladies"),
        ("<role xml:lang='yi'>חנה־לאה</role> <roleDesc>זײַן װײַב.</roleDesc>", "חנה־לאה, זײַן װײַב."),
    ],
)
def test_a_role_what_it_is_and_who_plays_it_are_told_apart(item: str, line: str) -> None:
    assert plain(f"<castList><castItem>{item}</castItem></castList>") == f"- {line}"


def test_what_persons_are_together_stands_beside_them() -> None:
    group = (
        "<castGroup><head>Friends</head><castItem><role>A</role></castItem><castItem><role>B</role></castItem>"
        "<roleDesc>courtiers</roleDesc></castGroup>"
    )
    (made,) = page(tei(f"<castList>{group}</castList>")).iterfind(".//{*}div[@class='castGroup braced']")
    assert [str(one.get("class")) for one in made] == ["head", "None", "roleDesc"]
    assert ["".join(map(str, one.itertext())) for one in made[1]] == ["A", "B"]


@pytest.mark.parametrize(
    ("speech", "read"),
    [
        ("<p>Go. <stage>She sits.</stage> Stay.</p>", "Go. (She sits.) Stay."),
        ("<p>\n <stage>\n rising </stage> No.</p>", "(rising) No."),
        ("<p>No. <stage>[Exit.]</stage> <stage>(aside)</stage></p>", "No. [Exit.] (aside)"),
        ("<l>Go. <stage><emph>She</emph> sits.</stage></l>", "Go. (She sits.)"),
    ],
)
def test_what_is_not_spoken_stands_in_brackets_in_plain_text(speech: str, read: str) -> None:
    assert plain(f"<sp><speaker>Ann</speaker>{speech}</sp>") == f"Ann\n{read}"
    made = publish("html", tei(f"<sp>{speech}</sp>"))
    assert b'data-added="">(<' not in made.files[0].data


@pytest.mark.parametrize(
    ("speech", "read"),
    [
        ("<speaker>Ann</speaker> <stage>to Ben</stage><p>Go.</p>", "Ann (to Ben)\nGo."),
        ("<speaker>Ann</speaker><stage>, to Ben</stage><l>Go.</l>", "Ann, to Ben\nGo."),
        (
            "<speaker>Ann</speaker><stage>rises</stage><stage>aside</stage><p>Go.</p>",
            "Ann (rises)\n(aside)\n\nGo.",
        ),
        ("<speaker>Ann</speaker><stage><p>to Ben</p></stage><p>Go.</p>", "Ann\nto Ben\n\nGo."),
        ("<speaker>Ann</speaker><pb n='2'/><stage>to Ben</stage>", "Ann\n[p. 2]\n\n(to Ben)"),
    ],
)
def test_how_it_is_said_stands_beside_who_says_it(speech: str, read: str) -> None:
    assert plain(f"<sp>{speech}</sp>") == read
    made = article(f"<sp>{speech}</sp>")
    assert made.count("to Ben") == speech.count("to Ben")


def test_directions_between_speeches_are_lines_of_their_own() -> None:
    assert plain("<stage>Enter Ann.</stage><sp><p>Go.</p></sp>") == "Enter Ann.\n\nGo."


def test_what_is_added_is_none_of_a_paragraphs_words() -> None:
    body = "<sp><p>Go. <stage>She sits.</stage> Stay.</p></sp>"
    made = publish("text", tei(body), Publication(shapes=(Shape.PARAGRAPHS,)))
    assert made.files[0].data.decode() == "Go. She sits. Stay.\n"


def test_who_only_has_an_id_in_a_list_of_persons_is_not_seen_there() -> None:
    written = "<castList><castItem>Ann</castItem><castItem xml:id='x'/></castList><p>Go.</p>"
    assert '<li id="x" class="castItem" hidden="hidden"/>' in article(written)
    assert plain(written) == "- Ann\n\nGo."


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        ("<l>So be</l>", "<l part='Y'>it.</l>", 6),
        ("<l part='I'>So be</l>", "<l part='F'>it.</l>", 6),
        ("<l n='4'>So be it.</l>", "<l n='6' part='Y'>Why</l>", 0),
        ("<l>So be it.</l>", "<l>Why?</l><l part='Y'>Well</l>", 0),
    ],
)
def test_the_rest_of_a_line_begins_where_another_speaker_broke_off(
    first: str, second: str, column: int
) -> None:
    speeches = f"<sp><speaker>A</speaker>{first}</sp><sp><speaker>B</speaker>{second}</sp>"
    last = plain(speeches).split("\n")[-1]
    assert len(last) - len(last.lstrip()) == column


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<seg>one two</seg><caesura/><seg>three</seg>", "one two ‖ three"),
        ("one <caesura/> two", "one ‖ two"),
        ("<seg>one two</seg><seg>three</seg>", "one two three"),
        # Feet are parts of words; so is a part that something else stands beside.
        ('<seg type="foot">prin</seg><seg type="foot">cipio</seg>', "principio"),
        ("<seg>one</seg><seg>two</seg>s", "onetwos"),
    ],
)
def test_the_halves_of_a_line_stand_apart(line: str, text: str) -> None:
    assert plain(f"<lg><l>{line}</l></lg>").strip() == text


def test_what_became_of_a_play_is_told_with_its_dates() -> None:
    events = """<standOff><listEvent><event type="written" notBefore="1780" notAfter="1785"><desc/></event>
        <event type="print" when="1787"><desc/></event>
        <event type="premiere" when="1788"><desc>Hamburg</desc></event>
        <event type="other" when="1790"/></listEvent></standOff>"""
    data = tei("<sp><speaker>Anna</speaker><p>Yes.</p></sp>").replace(b"<text ", f"{events}<text ".encode())
    told = publish("text", data).files[0].data.decode().split("Events\n\n")[1].split("\n\n    *")[0]
    assert (
        " ".join(told.split())
        == "- Written: between 1780 and 1785 - Printed: 1787 - First performed, 1788: Hamburg"
    )
