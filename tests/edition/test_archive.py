"""What the other texts of an edition say for a form, and that builds stay what they were."""

from __future__ import annotations

import pytest

from rubricator.annotators.errors import find
from rubricator.archive import Archive
from rubricator.edition.archive import FILE, counted
from rubricator.edition.build import build
from rubricator.edition.fresh import fresh
from rubricator.edition.layout import STATE, Edition

TEXT = "A letter\n\nBy Jane Smith\n\n{}\n"
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
    assert [one.found for one in find(SENTENCE.format("goverment"))] == ["goverment"]
    said = Archive({"goverment": 3}, words=10_000)
    assert find(SENTENCE.format("goverment"), archive=said) == ()


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
