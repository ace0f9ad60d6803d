"""Notes in the margin of wide screens, over the foot of narrow ones, and once on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.checks.tools import ask
from tests.publication.helpers import page, publish, tei

from rubricator.publication import margin
from rubricator.publication.format import Publication

NOTES = "".join(f"<p>{'word ' * 40}a<note>note {number}</note></p>" for number in range(9))
BOXES = """(() => {
  const box = (element) => element.getBoundingClientRect();
  const notes = [...document.querySelectorAll(".notes li")].map(box);
  const marks = [...document.querySelectorAll("article .noteref")].map(box);
  const text = box(document.querySelector("article"));
  return {
    beside: notes.every((note) => note.left >= text.right),
    level: notes.every((note, at) => Math.abs(note.top - marks[at].top) < 30),
    apart: notes.every((note, at) => !at || note.top >= notes[at - 1].bottom),
    below: notes.every((note) => note.top >= text.bottom),
  };
})()"""


def test_each_note_is_tied_to_its_mark_and_to_the_notes_before_it() -> None:
    rules = margin.tied(page(tei('<p>a<note>b</note> c<note xml:id="n.2">d</note></p>'))).splitlines()
    assert rules == [
        "#rb-ref-1{anchor-name:--nm1}#rb-note-1{anchor-name:--n1;--beside:anchor(--nm1 top, 0px);"
        "--below:max(0px)}",
        "#rb-ref-2{anchor-name:--nm2}#n\\2e 2{anchor-name:--n2;--beside:anchor(--nm2 top, 0px);"
        "--below:max(0px,anchor(--n1 bottom, 0px))}",
    ]
    assert margin.tied(page(tei("<p>a</p>"))) == ""


def test_the_first_list_of_notes_gets_the_margin_and_what_is_too_long_stays_at_the_foot() -> None:
    app = '<app><lem>x</lem><rdg wit="#A">y</rdg></app>'

    def margins(body: str) -> str | None:
        found = page(tei(body)).find(".//{*}main")
        return None if found is None else found.get("data-margins")

    text = "a long text, " * 40
    assert margins(f"<p>{text}</p>") is None
    assert margins(f"<p>{text}{app}</p>") == "apparatus"
    assert margins(f"<p>{text}{app}<note>n</note></p>") == "notes apparatus"
    assert margins(f"<p>{text}{app}<note>{text}</note></p>") == "apparatus"


@pytest.mark.node
@pytest.mark.chromium
def test_a_note_stands_at_the_height_of_its_mark_where_there_is_room_and_else_after_the_text(
    tmp_path: Path,
) -> None:
    file = tmp_path / "notes.html"
    file.write_bytes(publish("html", tei(NOTES)).files[0].data)
    wide = {"beside": True, "level": True, "apart": True, "below": False}
    assert ask(file, ("ask", BOXES), scripts=False) == [wide]
    assert ask(file, ("ask", BOXES), width=500, scripts=False)[0] | {"apart": True} == {
        "beside": False, "level": False, "apart": True, "below": True,
    }  # fmt: skip


@pytest.mark.node
@pytest.mark.chromium
@pytest.mark.parametrize("language", ["en", "ar"])
def test_three_lists_of_notes_have_a_column_each_on_a_very_wide_screen(language: str, tmp_path: Path) -> None:
    kinds = (
        'a <note>A note.</note> <app><lem>x</lem><rdg wit="#A">y</rdg></app> '
        "<choice><sic>teh</sic><corr>the</corr></choice> "
    )
    body = "".join(f"<p>{'word ' * 90}{kinds}</p>" for _ in range(5))
    file = tmp_path / "notes.html"
    file.write_bytes(publish("html", tei(body), Publication(language=language)).files[0].data)
    seen = """(() => {
      const box = (element) => element.getBoundingClientRect(), text = box(document.querySelector("article"));
      const kinds = [".notes li[id]", ".apparatus li[id]", ".corrections li[id]"];
      const lists = kinds.map((one) => [...document.querySelectorAll(one)].map(box));
      const left = (list) => Math.min(...list.map((one) => one.left));
      const right = (list) => Math.max(...list.map((one) => one.right));
      const columns = lists.map((list) => [left(list), right(list)]).concat([[text.left, text.right]])
        .sort((one, two) => one[0] - two[0]);
      const room = document.documentElement.clientWidth;
      return {
        beside: lists.flat().every((one) =>
          one.top < text.bottom && (one.left >= text.right || one.right <= text.left)),
        apart: columns.every((one, at) => !at || one[0] >= columns[at - 1][1]),
        within: columns[0][0] >= 0 && columns.at(-1)[1] <= room,
      };
    })()"""
    assert ask(file, ("ask", seen), width=1900, scripts=False) == [
        {"beside": True, "apart": True, "within": True}
    ]


@pytest.mark.node
@pytest.mark.chromium
def test_a_page_in_arabic_has_the_notes_at_the_left_of_an_english_text(tmp_path: Path) -> None:
    file = tmp_path / "notes.html"
    file.write_bytes(publish("html", tei(NOTES), Publication(language="ar")).files[0].data)
    sides = """(() => { const box = (what) => document.querySelector(what).getBoundingClientRect();
      const note = box(".notes li"), text = box("article");
      const { direction } = getComputedStyle(document.querySelector(".notes li"));
      return [note.right <= text.left, note.left > 0, direction]; })()"""
    assert ask(file, ("ask", sides), scripts=False) == [[True, True, "ltr"]]


@pytest.mark.node
@pytest.mark.chromium
def test_notes_that_would_lie_on_one_another_follow_one_another(tmp_path: Path) -> None:
    file = tmp_path / "notes.html"
    crowded = "".join(f"a<note>{'a long note ' * 9}</note> " for _ in range(5))
    file.write_bytes(publish("html", tei(f"<p>{crowded}{'word ' * 600}</p>")).files[0].data)
    (boxes,) = ask(file, ("ask", BOXES), scripts=False)
    assert boxes["beside"]
    assert boxes["apart"]


@pytest.mark.node
@pytest.mark.chromium
def test_on_a_phone_a_note_opens_and_closes_with_the_keyboard_and_without_script(tmp_path: Path) -> None:
    file = tmp_path / "notes.html"
    file.write_bytes(publish("html", tei(NOTES)).files[0].data)
    seen = """(() => { const note = document.querySelector(".notes li:target");
      const over = note && getComputedStyle(note).position === "fixed";
      return over && note.textContent.includes("note 1"); })()"""
    steps = [
        ("focus", "#rb-ref-2"), ("press", "Enter"), ("ask", seen),
        ("press", "Tab"), ("press", "Enter"), ("ask", seen), ("ask", "location.hash"),
    ]  # fmt: skip
    assert ask(file, *steps, width=400, scripts=False) == [True, None, "#rb-ref-2"]


def test_the_words_of_a_note_are_there_once() -> None:
    markup = etree.tostring(page(tei("<p>a<note>onlyonce</note></p>")), encoding="unicode")
    assert markup.count("onlyonce") == 1


@pytest.mark.node
@pytest.mark.chromium
def test_the_contents_follow_the_reader_and_show_where_he_is(tmp_path: Path) -> None:
    file = tmp_path / "sections.html"
    sections = "".join(f"<div><head>Part {one}</head><p>{'word ' * 900}</p></div>" for one in "ABC")
    file.write_bytes(publish("html", tei(sections)).files[0].data)
    go = "document.querySelectorAll('article h2 + p')[1].scrollIntoView({behavior: 'instant'})"
    seen = """(() => { const nav = document.querySelector("nav.contents").getBoundingClientRect();
      return [nav.top >= 0 && nav.top < 100, document.querySelector(":target-current").textContent]; })()"""
    opened = ("click", "nav.contents summary")
    for width, *first in ((400, opened), (1600,)):
        steps = [("ask", go), *first, ("press", "Shift"), ("ask", seen)]
        assert ask(file, *steps, width=width, scripts=False)[1] == [True, "Part B"]
