"""What the page offers besides the text: how it looks, search, and a policy that lets nothing else run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from tests.checks.tools import ask
from tests.publication.helpers import page, publish, tei

from rubricator.publication.format import Publication
from rubricator.settings import Page

BODY = """<p>The café was closed.</p><p>A <hi>ca</hi>fe, not the cafe<note>cafe in a note</note>.</p>
<p>It <choice><orig>saugh</orig><reg>saw</reg></choice> nothing. Mu<lb break="no"/>ſic.</p>"""
TYPED = [("focus", ".search input"), ("type", "CAFÉ"), ("press", "Enter")]
SAID = "document.querySelector('.search output').textContent"
FOUND = "[...(CSS.highlights.get('current') ?? [])].map(String).join()"


def written(place: Path, publication: Publication | None = None) -> Path:
    file = place / "page.html"
    file.write_bytes(publish("html", tei(BODY), publication).files[0].data)
    return file


def test_the_policy_allows_the_script_of_the_page_and_no_other() -> None:
    markup = publish("html", tei(BODY)).files[0].data.decode()
    (script,) = re.findall(r"<script>(.*?)</script>", markup, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', markup)
    assert policy.startswith(f"default-src 'none'; script-src 'sha256-{digest}'; ")
    assert "http" not in policy
    for word in ("fetch(", "XMLHttpRequest", "import(", "eval(", "innerHTML", "document.write"):
        assert word not in script


def test_what_needs_a_script_is_hidden_until_it_runs() -> None:
    found = page(tei(BODY))
    (search,) = found.iterfind(".//{*}form[@class='search']")
    (display,) = found.iterfind(".//{*}details[@class='menu settings']")
    assert search.get("hidden") is not None
    assert display.get("hidden") is not None


def test_what_the_settings_leave_out_is_not_there() -> None:
    markup = publish("html", tei(BODY), Publication(page=Page(search=False, display=False, citations=False)))
    text = markup.files[0].data.decode()
    assert "<script>" not in text
    assert "@misc" not in text
    assert 'class="search"' not in text
    only = publish("html", tei(BODY), Publication(page=Page(display=False))).files[0].data.decode()
    assert 'class="search"' in only
    assert 'class="menu settings"' not in only


@pytest.mark.node
@pytest.mark.chromium
def test_what_a_reader_chose_is_kept_between_visits(tmp_path: Path) -> None:
    file = written(tmp_path)
    chosen = "[document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]"
    steps = [
        ("click", ".settings summary"), ("click", "#rb-theme-dark"), ("click", "#rb-reading-diplomatic"),
        ("reload", ""), ("ask", chosen), ("ask", "document.querySelector('#rb-reading-diplomatic').checked"),
        ("click", ".settings summary"), ("press", "Escape"), ("ask", "document.activeElement.textContent"),
    ]  # fmt: skip
    assert ask(file, *steps) == [["dark", "rgb(23, 20, 15)"], True, "Display"]


@pytest.mark.node
@pytest.mark.chromium
def test_search_finds_words_without_regard_to_case_accents_and_markup(tmp_path: Path) -> None:
    file = written(tmp_path)
    steps = [*TYPED, ("ask", SAID), ("ask", FOUND), ("press", "Enter"), ("ask", FOUND), ("ask", SAID)]
    first, place, second, said = ask(file, *steps)
    assert [first, said] == ["1 of 4", "2 of 4"] or [first, said] == ["2 of 4", "3 of 4"]
    assert {place, second} <= {"café", "cafe"}


@pytest.mark.node
@pytest.mark.chromium
def test_search_is_at_the_keys_and_searches_the_reading_that_is_shown(tmp_path: Path) -> None:
    file = written(tmp_path)
    steps = [
        ("press", "/"), ("type", "saugh"), ("press", "Enter"), ("ask", SAID),
        ("click", "#rb-reading-diplomatic"), ("ask", SAID),
        ("focus", ".search input"), ("press", "Escape"), ("ask", SAID), ("type", "music"), ("press", "Enter"),
        ("ask", SAID),
    ]  # fmt: skip
    assert ask(file, *steps) == ["Not found", "1 of 1", "", "1 of 1"]


@pytest.mark.node
@pytest.mark.chromium
def test_the_place_that_one_points_at_has_a_link_to_be_copied(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(publish("html", tei('<p xml:id="p1">One.</p><p>Two.</p>')).files[0].data)
    link = "document.querySelector('.permalink')?.getAttribute('href')"
    over = "document.querySelector('#p1').dispatchEvent(new Event('pointerover', {bubbles: true}))"
    assert ask(file, ("ask", link), ("ask", over), ("ask", link)) == [None, True, "#p1"]


@pytest.mark.node
@pytest.mark.chromium
def test_what_the_index_says_of_a_name_opens_beside_it_and_closes_with_escape(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    entry = (
        '<person xmlns="http://www.tei-c.org/ns/1.0" xml:id="roe"><persName>Jane Roe</persName>'
        "<note>A printer.</note></person>"
    )
    body = '<p>By <persName ref="person:roe" xml:id="n1">Roe</persName>.</p>'
    file.write_bytes(publish("html", tei(body), None, person_roe=entry).files[0].data)
    opened = "document.querySelector(':popover-open')?.textContent.includes('A printer.') ?? false"
    steps = [
        ("focus", "#n1"), ("press", "Enter"), ("ask", opened), ("ask", "location.hash"),
        ("press", "Escape"), ("ask", opened), ("ask", "document.activeElement.id"),
        ("ask", "getComputedStyle(document.querySelector('.index li')).display"),
    ]  # fmt: skip
    assert ask(file, *steps) == [True, "", False, "n1", "list-item"]
