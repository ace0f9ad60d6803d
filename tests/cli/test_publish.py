"""`rubricator publish` takes TEI from anywhere: files, directories, patterns, standard input."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rubricator.cli import run
from rubricator.document import Document
from rubricator.edition import publishing
from rubricator.edition.publishing import Published
from rubricator.errors import Bug
from rubricator.publication import html
from rubricator.publication.rules import SPACES

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
Say = pytest.CaptureFixture[str]


def tei(words: str) -> str:
    return f"<TEI {NS}><text><body><p>{words}</p></body></text></TEI>"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A directory of TEI files, one of them deeper, with something else beside them."""
    place = tmp_path / "letters"
    (place / "1848").mkdir(parents=True)
    (place / "one.xml").write_text(tei('one, <ref target="1848/two.xml">two</ref>'), "utf-8")
    (place / "1848" / "two.xml").write_text(tei('two, <ref target="../one.xml">one</ref>'), "utf-8")
    (place / "catalog.xml").write_text("<catalog/>", "utf-8")
    return place


def published(*arguments: object, directory: Path) -> int:
    return run(["publish", *map(str, arguments), "-C", str(directory), "--quiet"])


def names(place: Path) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


def test_the_tei_files_of_a_directory_keep_their_places_in_it(letters: Path, tmp_path: Path) -> None:
    books = tmp_path / "books"
    assert published(letters, "--to", "html", "-o", books, directory=tmp_path) == 0
    assert names(books) == ["1848/two.html", "one.html"]
    assert 'href="1848/two.html"' in (books / "one.html").read_text("utf-8")
    assert 'href="../one.html"' in (books / "1848" / "two.html").read_text("utf-8")


def test_a_pattern_is_expanded_where_the_shell_does_not(letters: Path, tmp_path: Path) -> None:
    books = tmp_path / "books"
    assert published(letters / "*" / "t*.xml", "--to", "text", "-o", books, directory=tmp_path) == 0
    assert names(books) == ["two.diplomatic.txt", "two.txt"]


def test_an_ending_in_capitals_is_found_in_a_directory_too(
    letters: Path, tmp_path: Path, capsys: Say
) -> None:
    (letters / "one.xml").rename(letters / "ONE.XML")
    assert published(letters, "--to", "text", "-o", tmp_path / "books", directory=tmp_path) == 0
    assert "ONE.txt" in names(tmp_path / "books")
    run(["validate", str(letters)])
    assert "ONE.XML" in capsys.readouterr().out


def test_results_go_into_a_directory(letters: Path, tmp_path: Path, capsys: Say) -> None:
    (tmp_path / "t.txt").write_text("Mine.", "utf-8")
    assert published(letters, "--to", "html", "-o", tmp_path / "t.txt", directory=tmp_path) == 2
    assert f"{tmp_path / 't.txt'} is a file." in capsys.readouterr().err
    assert published(letters, "--to", "html", "-o", tmp_path / "new", directory=tmp_path) == 0


@pytest.mark.parametrize(("formats", "code"), [("html", 2), ("epub,html", 2), ("text", 0), ("html,text", 0)])
def test_a_shape_is_of_the_plain_text(formats: str, code: int, letters: Path, tmp_path: Path) -> None:
    asked = ("--to", formats, "--shape", "paragraphs", "-o", tmp_path / "books")
    assert published(letters, *asked, directory=tmp_path) == code


@pytest.mark.parametrize("quiet", [True, False])
def test_who_asks_for_quiet_hears_of_errors_alone(quiet: bool, tmp_path: Path, capsys: Say) -> None:
    (tmp_path / "one.xml").write_text(tei('<graphic url="none.png"/>One'), "utf-8")
    asked = ["publish", str(tmp_path / "one.xml"), "--to", "html", "-C", str(tmp_path)]
    assert run([*asked, "--quiet"] if quiet else asked) == 0
    said = "".join(capsys.readouterr())
    assert ("none.png" in said, "1 words" in said) == (not quiet, not quiet)


def test_words_are_not_said_to_be_the_same_where_something_could_not_be_published(
    letters: Path, tmp_path: Path, capsys: Say
) -> None:
    (letters / "bad.xml").write_text("<TEI", "utf-8")
    said = ["publish", str(letters), "--to", "html", "-o", str(tmp_path / "b"), "-C", str(tmp_path)]
    assert run(said) == 3
    assert "the same in every format" not in capsys.readouterr().err


def test_words_are_not_said_to_be_the_same_where_a_space_is_missing(
    letters: Path, tmp_path: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = SPACES.broken("one.xml", None, "“ab” for “a b”", "Look.")
    monkeypatch.setattr(html, "prove", lambda *given: iter((missing,)))
    books = str(tmp_path / "b")
    said = ["publish", str(letters / "one.xml"), "--to", "html", "-o", books, "-C", str(tmp_path)]
    assert run(said) == 0
    assert "the same in every format" not in "".join(capsys.readouterr())
    assert names(tmp_path / "b") == ["one.html"]


@pytest.mark.parametrize(("root", "says"), [("TEI.2", "TEI P4"), ("TEI", "not in the namespace of TEI")])
def test_what_is_almost_tei_is_told_in_a_directory_too(
    root: str, says: str, letters: Path, tmp_path: Path, capsys: Say
) -> None:
    (letters / "old.xml").write_text(f"<{root}><text/></{root}>", "utf-8")
    assert published(letters, "--to", "html", "-o", tmp_path / "books", directory=tmp_path) == 3
    assert says in capsys.readouterr().err
    assert names(tmp_path / "books") == ["1848/two.html", "one.html"]


def test_a_directory_without_tei_is_told(tmp_path: Path, capsys: Say) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "catalog.xml").write_text("<catalog/>", "utf-8")
    assert published(tmp_path / "other", "--to", "html", "-o", tmp_path / "books", directory=tmp_path) == 2
    assert "There is no TEI file to publish." in capsys.readouterr().err


def test_an_image_is_told_as_one(tmp_path: Path, capsys: Say) -> None:
    (tmp_path / "one.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    assert published(tmp_path / "one.png", directory=tmp_path) == 3
    assert "This is an image" in capsys.readouterr().err


def failing_on_one() -> Callable[..., Published]:
    """What publishes, but for one.xml, on which it fails by a fault of ours."""
    make = publishing.published

    def publish(document: Document, *others: Any, **named: Any) -> Published:
        if document.source.name.endswith("one.xml"):
            raise Bug("A promise is broken.")
        return make(document, *others, **named)

    return publish


def test_a_document_that_breaks_a_promise_of_ours_does_not_stop_the_others(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    monkeypatch.setattr(publishing, "published", failing_on_one())
    (letters / "zero.xml").write_text(tei("zero"), "utf-8")
    assert published(letters, "--to", "html", "-o", tmp_path / "books", directory=tmp_path) == 70
    assert names(tmp_path / "books") == ["1848/two.html", "zero.html"]
    assert "A promise is broken." in capsys.readouterr().err


def test_nor_does_it_stop_a_build(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    monkeypatch.setattr("rubricator.edition.workshop.published", failing_on_one())
    (tmp_path / "rubricator.toml").write_text(
        "paths.documents = 'letters'\npublish.formats = ['text']\n", "utf-8"
    )
    (letters / "catalog.xml").unlink()
    (letters / "zero.xml").write_text(tei("zero"), "utf-8")
    assert run(["build", "--even-if-invalid", "--quiet", "-C", str(tmp_path)]) == 70
    assert (tmp_path / "output" / "zero.txt").is_file()
    assert not (tmp_path / "output" / "one.txt").exists()
    assert "A promise is broken." in capsys.readouterr().err


@pytest.mark.parametrize("settings", [False, True])
def test_outside_an_edition_only_what_lies_beside_the_document_is_read(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say, settings: bool
) -> None:
    """Whoever calls the command from their home would else publish what is in it."""
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="../../key.txt" parse="text"/>'
    (tmp_path / "key.txt").write_text("secret", "utf-8")
    (letters / "1848" / "three.xml").write_text(tei(include), "utf-8")
    if settings:
        (tmp_path / "rubricator.toml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["publish", "letters/1848/three.xml", "--to", "text", "-o", "books"]) == 0
    assert ("secret" in (tmp_path / "books" / "three.txt").read_text("utf-8")) == settings
    assert ("It lies outside the edition." in capsys.readouterr().out) != settings


def test_documents_of_one_run_lead_to_one_another_wherever_they_lie(letters: Path, tmp_path: Path) -> None:
    asked = (letters / "one.xml", letters / "1848" / "two.xml")
    assert published(*asked, "--to", "html", "-o", tmp_path / "books", directory=tmp_path) == 0
    assert 'href="one.html"' in (tmp_path / "books" / "two.html").read_text("utf-8")


def test_without_a_place_for_them_results_lie_beside_their_files(letters: Path, tmp_path: Path) -> None:
    assert published(letters / "1848" / "two.xml", "--to", "html,epub", directory=tmp_path) == 0
    assert names(letters / "1848") == ["two.diplomatic.epub", "two.epub", "two.html", "two.xml"]


def test_what_a_page_does_not_hold_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "bell.mp3").write_bytes(b"ID3 a bell")
    (tmp_path / "one.xml").write_text(tei('<media url="bell.mp3" mimeType="audio/mp3"/>'), "utf-8")
    books = tmp_path / "books"
    assert published(tmp_path / "one.xml", "--to", "html", "--output", books, directory=tmp_path) == 0
    assert names(books) == ["one.html", "one.images/bell.mp3"]


def test_standard_input_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(tei("Grüße").encode())))
    assert published("-", "--to", "text", directory=tmp_path) == 0
    assert capsysbinary.readouterr().out.decode().endswith("Grüße\n")
    assert names(tmp_path) == []


def test_standard_output_takes_one_format(tmp_path: Path, capsys: Say) -> None:
    assert published("-", "--to", "text,html", directory=tmp_path) == 2
    assert "--to" in capsys.readouterr().err


def test_standard_input_goes_to_files_if_there_is_a_place_for_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(tei("a").encode())))
    assert published("-", "-o", tmp_path / "books", "--to", "html", directory=tmp_path) == 0
    assert names(tmp_path / "books") == ["stdin.html"]


def test_an_edition_one_stands_in_says_nothing_of_the_books_of_others(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = tmp_path / "edition"
    edition.mkdir()
    (edition / "rubricator.toml").write_text('title = "Ours"\npublisher = "The Press"\n', "utf-8")
    (edition / "own.xml").write_text(tei("a"), "utf-8")
    monkeypatch.chdir(edition)
    other = str(letters / "one.xml")
    assert run(["publish", other, "own.xml", "--to", "html", "-o", "books", "-q"]) == 0
    assert "The Press" in (edition / "books" / "own.html").read_text("utf-8")
    assert "The Press" not in (edition / "books" / "one.html").read_text("utf-8")
    assert published(other, "--to", "html", "-o", "books", directory=edition) == 0  # it was named
    assert "The Press" in (edition / "books" / "one.html").read_text("utf-8")


def test_where_nothing_is_tei_that_is_said(tmp_path: Path, capsys: Say) -> None:
    assert published(tmp_path, directory=tmp_path) == 2
    assert "no TEI file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "cause", "remedy"),
    [
        ("<TEI.2><text><body><p>a</p></body></text></TEI.2>", "TEI P4", "p4top5.xsl"),
        ("<TEI><text><body><p>a</p></body></text></TEI>", "not in the namespace of TEI", f"<TEI {NS}>"),
    ],
)
def test_what_is_not_tei_p5_is_refused_once_with_the_cause(
    tmp_path: Path, capsys: Say, written: str, cause: str, remedy: str
) -> None:
    (tmp_path / "a.xml").write_text(written, "utf-8")
    assert published(tmp_path / "a.xml", directory=tmp_path) == 3
    told = capsys.readouterr().err
    assert all(words in told for words in (cause, remedy, "a.xml:1"))
    assert names(tmp_path) == ["a.xml"]


def _usage(*codes: str) -> str:
    languages = "".join(f'<language ident="{code}"/>' for code in codes)
    return f"<teiHeader><profileDesc><langUsage>{languages}</langUsage></profileDesc></teiHeader>"


@pytest.mark.parametrize(
    ("root", "header", "text", "labels"),
    [
        ("de", "", "", "de"),
        ("de-AT", "", "en", "de"),
        ("en", "", "de", "en"),
        ("", "", "fr", "fr"),
        ("", _usage("de"), "", "de"),
        ("", _usage("de", "fr"), "", "en"),
        ("la", "", "", "en"),
        ("", "", "", "en"),
    ],
)
def test_without_settings_labels_are_in_the_language_of_the_document(
    tmp_path: Path, root: str, header: str, text: str, labels: str
) -> None:
    said, of_text = (f'xml:lang="{code}"' if code else "" for code in (root, text))
    written = f"<TEI {NS} {said}>{header}<text {of_text}><body><p>a</p></body></text></TEI>"
    (tmp_path / "a.xml").write_text(written, "utf-8")
    assert published(tmp_path / "a.xml", "--to", "html", directory=tmp_path) == 0
    assert f' lang="{labels}" dir="ltr"><head>' in (tmp_path / "a.html").read_text("utf-8")


def test_the_settings_of_an_edition_choose_the_language_of_the_labels(tmp_path: Path) -> None:
    (tmp_path / "rubricator.toml").write_text('title = "Ours"\n', "utf-8")
    (tmp_path / "a.xml").write_text(tei("a").replace("<TEI", '<TEI xml:lang="de"'), "utf-8")
    assert published(tmp_path / "a.xml", "--to", "html", directory=tmp_path) == 0
    assert ' lang="en" dir="ltr"><head>' in (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_standard_output_without_room_is_told_as_that(letters: Path) -> None:
    command = (sys.executable, "-m", "rubricator", "publish", str(letters / "one.xml"), "--to", "text")
    with open("/dev/full", "wb") as full:
        made = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert made.returncode == 4
    assert made.stderr.splitlines()[-1].startswith("rubricator: There is no room left")


def test_what_cannot_be_written_is_told_and_the_others_are(
    letters: Path, tmp_path: Path, capsys: Say
) -> None:
    books = tmp_path / "books"
    (books / "one.html").mkdir(parents=True)  # where a file is to be
    (letters / "zero.xml").write_text("<TEI", "utf-8")
    assert published(letters, "--to", "html", "-o", books, "--index", directory=tmp_path) == 4
    assert names(books) == ["1848/two.html", "index.html"]
    told = capsys.readouterr().err.splitlines()
    assert ["cannot be written" in line for line in told] == [True, False]
    assert "one.html" in told[0]
    assert "zero.xml" in told[1]


@pytest.mark.parametrize("place", ["books", "a-file/books"])
def test_where_nothing_can_be_written_that_is_told_once(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say, place: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "a-file").touch()
    if place == "books":
        monkeypatch.setattr(os, "replace", full)
    assert published(letters, "--to", "html", "-o", tmp_path / place, "--index", directory=tmp_path) == 4
    assert capsys.readouterr().err.count("cannot be written") == 1
