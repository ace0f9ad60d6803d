"""What the settings say of publication reaches every book."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.beginning import begin

NAME = "harbour-light"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
SETTINGS = """
title = "The Coast Papers"
publisher = "The Harbour Press"
date = "2026-11-22"
isbn = "978-3-16-148410-0"
series = "Coast and Sea"
rights = "All rights in the notes reserved."
subjects = ["Lighthouses", "Harbours"]
cover = { image = "cover.png", alt = "A lighthouse at dusk." }

[publish]
formats = ["html", "text", "epub"]
readings = ["diplomatic"]
wrap = 0
css = "house.css"
wording = { corrections = "Errata" }

[publish.accessibility]
conforms-to = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
certified-by = "Jane Smith"

[documents.harbour-light.fields]
author = "Somebody Else"
"""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the worked example under the settings above."""
    root = tmp_path_factory.mktemp("books")
    begin(root)
    (root / "rubricator.toml").write_text(SETTINGS, "utf-8")
    (root / "house.css").write_text("h1 { letter-spacing: 0.01em }", "utf-8")
    (root / "cover.png").write_bytes(PIXEL)
    assert run(["build", "-C", str(root), "--quiet"]) == 0
    return root / "output"


def page(books: Path) -> str:
    return (books / f"{NAME}.html").read_text("utf-8")


def plain(books: Path) -> str:
    return " ".join(file.read_text("utf-8") for file in sorted(books.glob("*.txt")))


def book(books: Path) -> str:
    (epub,) = books.glob("*.epub")
    with zipfile.ZipFile(epub) as archive:
        texts = (n for n in archive.namelist() if n.endswith(("html", "opf", "ncx", "css")))
        return " ".join(archive.read(name).decode("utf-8") for name in texts)


@pytest.mark.parametrize("read", [page, plain, book])
@pytest.mark.parametrize("words", ["Somebody Else", "Errata", "beleived"])
def test_every_book_has_it(read: Callable[[Path], str], words: str, books: Path) -> None:
    assert words in read(books)


@pytest.mark.parametrize("read", [page, book])
@pytest.mark.parametrize(
    "words",
    ["978-3-16-148410-0", "Coast and Sea", "All rights in the notes", "Lighthouses", "letter-spacing"],
)
def test_books_that_carry_metadata_have_it(read: Callable[[Path], str], words: str, books: Path) -> None:
    assert words in read(books)


def test_one_reading_gives_one_text_unwrapped(books: Path) -> None:
    (text,) = books.glob("*.txt")
    lines = text.read_text("utf-8").splitlines()
    assert any(line.startswith("The new lamp") and line.endswith("nothing at all.") for line in lines)


def test_the_cover_is_the_given_image_with_its_words(books: Path) -> None:
    (epub,) = books.glob("*.epub")
    with zipfile.ZipFile(epub) as archive:
        assert PIXEL in [archive.read(name) for name in archive.namelist()]
    assert 'alt="A lighthouse at dusk."' in book(books)


def test_a_claim_of_accessibility_comes_with_the_one_who_answers_for_it(books: Path) -> None:
    (epub,) = books.glob("*.epub")
    with zipfile.ZipFile(epub) as archive:
        package = archive.read("EPUB/package.opf").decode()
    assert '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>' in package
    assert '<meta property="a11y:certifiedBy">Jane Smith</meta>' in package
    assert run(["check", str(epub), "--strict", "--quiet"]) == 0
