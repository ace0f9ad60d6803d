"""The container is the same bytes every time, and what the Open Container Format asks for."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from rubricator.errors import Bug
from rubricator.publication.epub.container import pack

FILES = {"EPUB/text.xhtml": b"<html/>" * 100, "EPUB/package.opf": b"<package/>", "EPUB/cover.svg": b"<svg/>"}
WHEN = datetime(1933, 6, 10, 12, 0, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 9, 30, 15, tzinfo=UTC)


def entries(book: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert archive.testzip() is None
        return archive.infolist()


def test_the_media_type_comes_first_and_is_stored() -> None:
    book = pack(FILES, LATER)
    assert book[30:38] == b"mimetype"
    assert book[38:58] == b"application/epub+zip"
    assert entries(book)[0].compress_type == zipfile.ZIP_STORED


def test_the_container_comes_second_and_the_rest_in_order() -> None:
    names = [entry.filename for entry in entries(pack(FILES, LATER))]
    assert names[:2] == ["mimetype", "META-INF/container.xml"]
    assert names[2:] == sorted(FILES)


def test_the_order_in_which_files_are_given_changes_nothing() -> None:
    backwards = dict(reversed(FILES.items()))
    assert pack(FILES, LATER) == pack(backwards, LATER)


def test_stored_bytes_are_known_for_all_time() -> None:
    book = pack(FILES, LATER, store=True)
    assert sha256(book).hexdigest() == "fa5d69efd4db6716e3ba498293a5b5f3bca2d0de47f236c083b1b0be3ae34bd6"
    assert {entry.compress_type for entry in entries(book)} == {zipfile.ZIP_STORED}


def test_what_was_compressed_before_is_written_as_the_standard_library_writes_it() -> None:
    book = pack(
        {**FILES, "EPUB/apparatus.xhtml": b"<p/>" * 50, "EPUB/book.css": b"p { margin: 0 }\n" * 90}, LATER
    )
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as given, zipfile.ZipFile(again, "w") as made:
        for one in given.infolist():
            entry = zipfile.ZipInfo(one.filename, one.date_time)
            entry.create_system, entry.external_attr = one.create_system, one.external_attr
            made.writestr(entry, given.read(one), one.compress_type, 9)
    assert again.getvalue() == book


def test_nothing_tells_where_the_book_was_made() -> None:
    for entry in entries(pack(FILES, LATER)):
        assert (entry.create_system, entry.external_attr >> 16, entry.extra) == (3, 0o100644, b"")
        assert not entry.is_dir()


@pytest.mark.parametrize(
    ("modified", "date"),
    [
        (LATER, (2026, 11, 22, 9, 30, 14)),  # zip counts in steps of two seconds
        (LATER.astimezone(timezone(timedelta(hours=5))), (2026, 11, 22, 9, 30, 14)),
        (WHEN, (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_entries_are_dated_in_universal_time_within_what_zip_can_say(
    modified: datetime, date: tuple[int, ...]
) -> None:
    assert {entry.date_time for entry in entries(pack(FILES, modified))} == {date}


def test_a_book_without_a_package_document_is_our_own_mistake() -> None:
    with pytest.raises(Bug, match=r"package\.opf"):
        pack({"EPUB/text.xhtml": b""}, LATER)
