"""What is published although it is not valid says so, in every format; what is valid does not."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.edition.conftest import NAME

from rubricator.edition.build import build
from rubricator.edition.built import Options
from rubricator.edition.layout import Edition

SAYS = "This was published although its TEI document is not valid. Number of errors: 2."


def invalid(edition: Edition) -> Edition:
    """The edition with two errors in its document."""
    path = edition.document(NAME)
    text = path.read_text("utf-8")
    text = text.replace("</p>", '<ref target="#nowhere">x</ref></p>', 1)
    path.write_text(text.replace("<p ", '<p rend="a" wrong="b" ', 1), "utf-8")
    return edition


def published(edition: Edition, options: Options) -> dict[str, str]:
    """The text of everything in the output directory, by ending."""
    for _ in build(edition, options=options):
        pass
    return {"".join(path.suffixes): content(path) for path in edition.output.iterdir()}


def content(path: Path) -> str:
    """A publication's text; of a book, its colophon's."""
    if path.suffix == ".epub":
        with zipfile.ZipFile(path) as book:
            (colophon,) = (name for name in book.namelist() if "colophon" in name)
            return book.read(colophon).decode()
    return " ".join(path.read_text("utf-8").split())


def test_a_document_with_errors_is_published_with_a_mark(edition: Edition) -> None:
    files = published(invalid(edition), Options(("html", "text", "epub"), even_if_invalid=True))
    assert files
    assert [ending for ending, text in files.items() if SAYS not in text] == []


@pytest.mark.parametrize("even_if_invalid", [True, False])
def test_a_document_without_errors_bears_no_mark(edition: Edition, even_if_invalid: bool) -> None:
    files = published(edition, Options(("html", "text", "epub"), even_if_invalid=even_if_invalid))
    assert files
    assert [ending for ending, text in files.items() if "not valid" in text] == []


def test_without_being_asked_for_nothing_is_published(edition: Edition) -> None:
    list(build(invalid(edition), options=Options(("html",))))
    assert list(edition.output.iterdir()) == []
