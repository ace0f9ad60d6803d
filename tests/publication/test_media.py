"""Recordings of the text: played when the reader asks, taken along where they are fit, else named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.publication.helpers import HEADER, plain, tei

from rubricator.document import Document
from rubricator.edition.picturing import pictures
from rubricator.errors import InputRefused
from rubricator.publication import html
from rubricator.publication.epub import book
from rubricator.publication.format import Context
from rubricator.publication.media import kind, medium
from rubricator.source import Source

MP3 = bytes.fromhex("fffb9064") + bytes(413)
WAV = b"RIFF\x24\0\0\0WAVEfmt "
MP4 = bytes.fromhex("0000001866747970") + b"isom"
PLAYED = (
    '<p>A <media url="bell.mp3" mimeType="audio/mp3"><desc>bell</desc></media> and '
    '<media url="b.wav" mimeType="audio/wav"/></p>'
    '<figure><media url="film.mp4" mimeType="video/mp4"/></figure>'
    '<p><media url="https://example.org/far.mp3" mimeType="audio/mp3"/></p>'
)


def context(body: str = PLAYED, header: str = HEADER) -> Context:
    known = {"bell.mp3": MP3, "b.wav": WAV, "film.mp4": MP4}
    document = Document.of(Source(tei(body, header=header), "x.xml"))
    return Context(document, "x", images={name: medium(data, name) for name, data in known.items()})


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (MP3, "audio/mpeg"),
        (b"ID3\4", "audio/mpeg"),
        (b"OggS" + bytes(24) + b"OpusHead", "audio/ogg; codecs=opus"),
        (b"OggS" + bytes(24) + b"\1vorbis", "audio/ogg"),
        (bytes(4) + b"ftypM4A ", "audio/mp4"),
        (MP4, "video/mp4"),
        (WAV, "audio/wav"),
        (b"fLaC", "audio/flac"),
        (b"\x1a\x45\xdf\xa3" + bytes(20) + b"webm", "video/webm"),
        (b"\xff\xfe<\0", ""),
        (b"<html>", ""),
        (b"", ""),
    ],
)
def test_the_kind_is_told_by_the_bytes(data: bytes, media_type: str) -> None:
    assert kind(data) == media_type


def test_a_page_plays_what_lies_beside_it_and_only_when_asked() -> None:
    made = html.factory().publish(context())
    page = etree.fromstring(made.files[0].data)
    players = [*page.iter("{*}audio"), *page.iter("{*}video")]
    assert [one.get("src") for one in players] == [
        f"x.images/{name}" for name in ("bell.mp3", "b.wav", "film.mp4")
    ]
    for one in players:
        assert one.get("controls") is not None
        assert one.get("autoplay") is None
        assert one.get("preload") == "none"
        assert one.find("{*}a").get("href") == one.get("src")  # type: ignore[union-attr]
    assert {file.suffix for file in made.files[1:]} == {
        ".images/bell.mp3",
        ".images/b.wav",
        ".images/film.mp4",
    }
    assert players[0].get("aria-label") == "Recording: bell"


def test_what_is_elsewhere_is_linked_and_never_fetched() -> None:
    page = etree.fromstring(html.factory().publish(context()).files[0].data)
    assert page.find(".//{*}a[@href='https://example.org/far.mp3']") is not None
    assert not any("example.org/far" in one.get("src", "") for one in page.iter(etree.Element))


def test_a_book_holds_what_every_reader_plays_and_names_the_rest() -> None:
    with zipfile.ZipFile(io.BytesIO(book.factory().publish(context()).files[0].data)) as archive:
        package = archive.read("EPUB/package.opf").decode()
        text = archive.read("EPUB/text.xhtml").decode()
        assert {name for name in archive.namelist() if "images" in name} == {
            "EPUB/images/bell.mp3",
            "EPUB/images/film.mp4",
        }
    assert 'href="images/bell.mp3" media-type="audio/mpeg"' in package
    assert "auditory</meta>" in package
    assert "[Recording: b.wav]" in text
    assert '<a href="images/' not in text


def test_a_recording_that_was_transcribed_is_heard_before_the_text() -> None:
    source = '<recordingStmt><recording><media url="bell.mp3"/><p>On tape.</p></recording></recordingStmt>'
    header = HEADER.replace("<bibl>A Source, 1933.</bibl>", source)
    page = etree.fromstring(html.factory().publish(context("<p>Words.</p>", header)).files[0].data)
    assert page.find(".//{*}article//{*}div[@class='recordings']//{*}audio") is not None
    assert page.findtext(".//{*}section[@class='source']/{*}p") == "On tape."


def test_the_plain_text_names_it() -> None:
    assert plain(PLAYED).startswith("A [Recording: bell.mp3] bell and [Recording: b.wav]")


def test_only_what_is_fit_and_in_the_edition_is_read(tmp_path: Path) -> None:
    (tmp_path / "bell.mp3").write_bytes(MP3)
    (tmp_path / "b.wav").write_bytes(b"no sound")
    file = tmp_path / "x.xml"
    file.write_bytes(tei(PLAYED.replace("film.mp4", "../film.mp4")))
    found = pictures(Document.of(Source(file.read_bytes(), "x.xml")), file, tmp_path)
    assert list(found.images) == ["bell.mp3"]
    assert sorted(finding.message for finding in found.findings) == [
        "The recording ../film.mp4 is not shown: It lies outside the edition.",
        "The recording b.wav is not shown: This is no recording that browsers play.",
    ]


def test_what_cannot_be_played_is_refused() -> None:
    with pytest.raises(InputRefused, match="no recording that browsers play"):
        medium(b"MThd", "song.mid")
