"""What this repository publishes, before those who judge books and pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.tools import ace, axe, epubcheck, html_validate

OUTPUT = Path(__file__).resolve().parent.parent.parent / "output"
BOOKS = sorted(OUTPUT.glob("*.epub"))
PAGES = sorted(OUTPUT.glob("*.html"))


def name(path: Path) -> str:
    return path.name


def test_there_is_something_to_judge() -> None:
    assert BOOKS
    assert PAGES


@pytest.mark.java
@pytest.mark.parametrize("book", BOOKS, ids=name)
def test_epubcheck_has_nothing_to_say_of_the_book(book: Path) -> None:
    assert epubcheck(book) == ()


@pytest.mark.node
@pytest.mark.chromium
@pytest.mark.parametrize("book", BOOKS, ids=name)
def test_ace_has_nothing_to_say_of_the_book(book: Path) -> None:
    assert ace(book) == ()


@pytest.mark.node
@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_page_is_valid_html(page: Path) -> None:
    assert html_validate(page) == ()


@pytest.mark.node
@pytest.mark.chromium
@pytest.mark.parametrize("page", PAGES, ids=name)
def test_axe_has_nothing_to_say_of_the_page(page: Path) -> None:
    assert axe(page) == ()
