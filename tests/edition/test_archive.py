"""What the other texts of an edition say for a form, and that builds stay what they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.annotators.errors import find
from rubricator.archive import Archive
from rubricator.edition import store
from rubricator.edition.annotating import annotated, annotators
from rubricator.edition.archive import FILE, counted
from rubricator.edition.build import build
from rubricator.edition.built import Options
from rubricator.edition.fresh import fresh
from rubricator.edition.layout import STATE, Edition

TEXT = "A letter\n\nBy Jane Smith\n\n{}\n"
HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt>'
    "</fileDesc></teiHeader><text><body>"
)
SENTENCE = "They spoke of the {} at length, and of the house."


@pytest.fixture
def archive(begun: Edition) -> Edition:
    """The worked example with two letters that share an unknown form."""
    for name, form in (("first", "quibbler"), ("second", "plurd")):
        text = TEXT.format(SENTENCE.format("plurd") + " " + SENTENCE.format(form))
        begun.transcription_of(name).write_text(text, "utf-8")
    return Edition.open(begun.root)


def test_a_form_that_the_archive_uses_three_times_is_vocabulary(archive: Edition) -> None:
    assert archive.knowledge.archive.counts["plurd"] == 3
    assert [one.found for one in find(SENTENCE.format("villge"))] == ["villge"]
    said = Archive({"villge": 3}, words=10_000)
    assert find(SENTENCE.format("villge"), archive=said) == ()


def test_a_common_slip_stays_one_however_many_texts_make_it() -> None:
    said = Archive({"tbe": 16}, words=1_000_000)
    assert [one.correction for one in find("He came to tbe door of it.", archive=said)] == ["the"]


def test_a_name_that_stands_once_beside_one_that_the_archive_has_often_is_suspect() -> None:
    said = Archive({"litvinoff": 64, "litvnoff": 1}, words=10_000)
    (found,) = find("It was Litvnoff who spoke.", archive=said)
    assert (found.correction, found.reason) == (
        "Litvinoff",
        "the archive often has “Litvinoff”, and this spelling once",
    )


def test_only_documents_that_use_a_form_are_built_again_when_the_archive_says_more_of_it(
    archive: Edition,
) -> None:
    assert not any(built.up_to_date for built in build(archive))
    assert all(built.up_to_date for built in build(archive))
    path = archive.transcription_of("second")
    path.write_text(path.read_text("utf-8") + "\n" + SENTENCE.format("plurd") + "\n", "utf-8")
    again = {built.name: built.up_to_date for built in build(Edition.open(archive.root))}
    assert again == {"first": False, "harbour-light": True, "second": False}


def test_counts_are_kept_and_counted_again_where_they_are_lost(archive: Edition) -> None:
    first = counted(archive)
    kept = archive.root / STATE / FILE
    assert counted(archive) == first
    kept.write_text("{", "utf-8")
    assert counted(archive) == first


def test_a_replay_counts_what_the_build_counted(archive: Edition) -> None:
    list(build(archive))
    target = archive.root.parent / "again"
    list(fresh(archive, target))
    for name in ("first", "second"):
        assert (target / "tei" / f"{name}.xml").read_bytes() == archive.document(name).read_bytes()


@pytest.fixture
def tei_alone(tmp_path: Path) -> Edition:
    """An edition of two TEI documents that nobody transcribed here; one of them was annotated."""
    (tmp_path / "rubricator.toml").write_text("", "utf-8")
    (tmp_path / "tei").mkdir()
    for name, form in (("first", "quibbler"), ("second", "plurd")):
        said = SENTENCE.format("<hi>pl</hi>urd") + " " + SENTENCE.format(form)
        (tmp_path / "tei" / f"{name}.xml").write_text(f"{HEAD}<p>{said}</p></body></text></TEI>", "utf-8")
    (tmp_path / "tei" / "broken.xml").write_text("<TEI>", "utf-8")
    edition = Edition.open(tmp_path)
    annotate(edition, "first")
    return Edition.open(tmp_path)


def annotate(edition: Edition, name: str) -> None:
    now = store.load(edition, name)
    store.save(edition, name, annotated(now.document, now.ledger, annotators(edition.knowledge)))


def test_an_edition_of_tei_alone_has_its_documents_counted(tei_alone: Edition) -> None:
    assert tei_alone.knowledge.archive.counts["plurd"] == 3


def test_where_there_are_transcriptions_they_alone_are_counted(archive: Edition) -> None:
    archive.document("third").write_text(f"{HEAD}<p>A plurd.</p></body></text></TEI>", "utf-8")
    assert Edition.open(archive.root).knowledge.archive.counts["plurd"] == 3


def built(edition: Edition, *names: str) -> dict[str, bool]:
    """Which of the documents were up to date when they were built."""
    made = build(Edition.open(edition.root), names, Options(even_if_invalid=True))
    return {one.name: one.up_to_date for one in made}


def test_annotating_tei_leaves_its_counts_and_the_build_as_they_were(tei_alone: Edition) -> None:
    before = counted(tei_alone)
    built(tei_alone, "first")
    annotate(tei_alone, "second")
    assert counted(tei_alone) == before
    assert built(tei_alone, "first") == {"first": True}


def test_an_annotated_tei_document_is_built_again_when_the_others_say_more_of_its_forms(
    tei_alone: Edition,
) -> None:
    built(tei_alone, "first")
    assert built(tei_alone, "first") == {"first": True}
    path = tei_alone.document("second")
    path.write_text(path.read_text("utf-8").replace("</p>", " The plurd.</p>"), "utf-8")
    assert built(tei_alone, "first") == {"first": False}


def test_documents_that_are_only_published_are_not_counted(tei_alone: Edition) -> None:
    tei_alone.ledger("first").unlink()
    (tei_alone.root / STATE / FILE).unlink(missing_ok=True)
    built(tei_alone, "first", "second")
    assert not (tei_alone.root / STATE / FILE).exists()
