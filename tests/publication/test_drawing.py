"""The drawings of the page (a map, a line of time, a chart of mentions), where there is enough to draw."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.publication.helpers import page, publish, tei

from rubricator.publication.drawing import map as drawn_map
from rubricator.publication.drawing.map import Spot, coordinates
from rubricator.publication.drawing.svg import LETTERS, Box, breadth, cut
from rubricator.publication.drawing.timeline import years
from rubricator.publication.format import Publication
from rubricator.settings import Page

PLACE = (
    '<place xmlns="http://www.tei-c.org/ns/1.0" xml:id="{0}"><placeName>{0}</placeName>'
    "<location><geo>{1}</geo></location></place>"
)
ORG = (
    '<org xmlns="http://www.tei-c.org/ns/1.0" xml:id="o"><orgName>The Club</orgName>'
    '<event when="1899"><label>Founded</label></event></org>'
)
PERSON = '<person xmlns="http://www.tei-c.org/ns/1.0" xml:id="{0}"><persName>{0}</persName></person>'


def figures(body: str, publication: Publication | None = None, **authority: str) -> dict[str, etree._Element]:
    found = page(tei(body), publication, **authority)
    return {str(one.get("class")).split()[-1]: one for one in found.iter("{*}figure")}


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ("48.3 14.28333", (48.3, 14.28333)),
        ("48,3 14,28333", (48.3, 14.28333)),
        ("48.3, 14.28", (48.3, 14.28)),
        ("48.3,14.28", (48.3, 14.28)),
        ("-33.9 18.4", (-33.9, 18.4)),
        ("\n 48 14 ", (48.0, 14.0)),
        ("148.3 14.28", None),
        ("48° N 14° E", None),
        ("48.3", None),
        ("", None),
    ],
)
def test_coordinates_are_read_as_editions_write_them(written: str, where: tuple[float, float] | None) -> None:
    assert coordinates(written) == where


NAMES = '<p><placeName ref="place:{}">A</placeName> and <placeName ref="place:{}">B</placeName></p>'


def test_places_with_coordinates_are_on_the_map_and_the_list_still_names_them() -> None:
    authority = {
        "place_Wien": PLACE.format("Wien", "48.2 16.37"),
        "place_Rom": PLACE.format("Rom", "41,9 12,5"),
    }
    found = figures(NAMES.format("Wien", "Rom"), None, **authority)["map"]
    (drawing,) = found.iter("{http://www.w3.org/2000/svg}svg")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == "Map"
    dots = {str(dot[0].text): dot for dot in drawing.iter("{*}circle")}
    assert set(dots) == {"Wien", "Rom"}
    assert float(dots["Wien"].get("cx", 0)) > float(dots["Rom"].get("cx", 0))
    assert float(dots["Wien"].get("cy", 0)) < float(dots["Rom"].get("cy", 0))
    following = found.getnext()
    assert following is not None
    assert "Wien" in "".join(map(str, following.itertext()))


def test_a_single_place_makes_no_map() -> None:
    assert figures(NAMES.format("Wien", "Wien"), place_Wien=PLACE.format("Wien", "48.2 16.37")) == {}


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.floats(-85, 85),
            st.floats(-179, 179),
            st.sampled_from(("Ur", "Wien", "Konstantinopel", "北京")),
        ),
        min_size=2,
        max_size=25,
    )
)
def test_no_name_on_a_map_lies_on_another_or_leaves_the_sheet(places: list[tuple[float, float, str]]) -> None:
    spots = [Spot(*place, times=1 + number % 5) for number, place in enumerate(places)]
    sheet = drawn_map._Sheet.around(spots)
    text = re.compile(r'<text x="([\d.-]+)" y="([\d.-]+)"(?: text-anchor="(\w+)")?>([^<]*)</text>')
    boxes: list[Box] = []
    for mark in sheet.places(spots):
        if match := text.fullmatch(mark):
            x, y, wide = float(match[1]), float(match[2]), breadth(match[4])
            left = x - {"": 0.0, "end": wide, "middle": wide / 2}[match[3] or ""]
            boxes.append(Box(left + 0.2, y - LETTERS + 1.2, left + wide - 0.2, y + 2.8))
    assert all(box.left >= 0 and box.right <= 480 for box in boxes)
    assert not [1 for at, box in enumerate(boxes) for other in boxes[:at] if box.meets(other)]
    assert 0.4 * 480 <= sheet.height <= 0.81 * 480


@pytest.mark.parametrize(
    ("iso", "span"),
    [
        ("1933", (1933, 1934)),
        ("1933-07", (1933.5, 1933.5833)),
        ("1931/1933", (1931, 1934)),
        ("-0044-03-15", (-43.7957, -43.793)),
        ("soon", None),
    ],
)
def test_a_date_lasts_as_long_as_it_says(iso: str, span: tuple[float, float] | None) -> None:
    found = years(iso)
    assert (found and tuple(round(end, 4) for end in found)) == span


DATES = "<p><date when='1905-05'>a</date> <date when='1907'>b</date> <orgName ref='org:o'>c</orgName></p>"


def test_the_line_of_time_counts_years_before_christ_as_readers_do() -> None:
    dates = "".join(f'<date when="{when}">x</date> ' for when in ("-0120", "-0043", "0060"))
    marks = [str(mark.text) for mark in figures(f"<p>{dates}</p>")["timeline"].iter("{*}text")]
    assert marks == ["150 BC", "100 BC", "50 BC", "1", "50", "100"]


def test_dates_stand_above_the_line_of_time_and_events_below() -> None:
    found = figures(DATES, org_o=ORG)["timeline"]
    marks = {str(mark.get("class")).split()[0] for mark in found.iter("{*}circle", "{*}path")}
    assert {"axis", "mention", "event"} <= marks
    titles = [str(title.text) for title in found.iter("{*}title")]
    assert "May 1905" in titles
    following = found.getnext()
    assert following is not None
    listed = " ".join("".join(map(str, following.itertext())).split())
    assert "1899 Founded (The Club)" in listed


def test_two_dates_make_no_line() -> None:
    assert figures("<p><date when='1905'>a</date> <date when='1907'>b</date></p>") == {}


MENTIONS = "".join(f'<p>word <persName ref="person:{name}">{name}</persName></p>' for name in "abcaab")


def test_the_chart_has_a_line_for_each_person_and_a_stroke_for_each_mention() -> None:
    found = figures(MENTIONS, None, **{f"person_{name}": PERSON.format(name) for name in "abc"})["chart"]
    assert [str(one.text) for one in found.iter("{*}text")] == ["a", "b", "c"]
    strokes = [str(one.get("d")).count("M") for one in found.iter("{*}path") if one.get("class") == "stroke"]
    assert strokes == [3, 2, 1]


def test_the_settings_leave_drawings_out() -> None:
    none = Publication(page=Page(chart=False, map=False, timeline=False))
    assert figures(MENTIONS, none, **{f"person_{name}": PERSON.format(name) for name in "abc"}) == {}


def test_names_in_a_drawing_are_text_and_no_markup() -> None:
    evil = PLACE.replace("{0}</placeName>", "&lt;b&gt;{0}&amp;</placeName>")
    authority = {"place_x": evil.format("x", "48.2 16.37"), "place_y": evil.format("y", "41.9 12.5")}
    markup = publish("html", tei(NAMES.format("x", "y")), None, **authority).files[0].data.decode()
    assert "<b>" not in markup
    assert "<title>&lt;b&gt;x&amp;</title>" in markup


def test_what_is_too_wide_is_cut() -> None:
    assert cut("Khinchuk, Lev Mikhailovich", 100) == "Khinchuk, Le…"
    assert cut("Lev", 100) == "Lev"
