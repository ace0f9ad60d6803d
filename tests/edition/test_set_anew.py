"""What a hand marks in the place of ours stands in the ledger as the hand's own, and refuses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.annotation import Kind
from rubricator.edition import reviewing, store
from rubricator.edition.build import build
from rubricator.edition.fresh import fresh
from rubricator.edition.layout import Edition
from rubricator.edition.learning import lesson
from rubricator.review import Record, Status
from rubricator.settings import Settings

TEXT = """Ada Pell

Of the Harbour

I met Mr. Thomas Penrose and his sister at Falmouth on the quay.

Then Mr. James Rodda went home, the sine qua non of peace, and Miss Anne Treen and Mrs. Kate Treen with him.
"""
PENROSE = '<persName resp="#rubricator" cert="medium">Mr. Thomas Penrose</persName>'


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """An edition of a page with four persons and a place, annotated."""
    made = Edition(tmp_path / "edition", Settings())
    path = made.transcription_of("page")
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, "utf-8")
    assert not any(built.stopped for built in build(made, ["page"]))
    assert PENROSE in tei(made)
    return made


def tei(edition: Edition) -> str:
    return edition.document("page").read_text("utf-8")


def changed(edition: Edition, before: str, after: str) -> str:
    """The TEI after a hand has changed it so and the edition was built."""
    path = edition.document("page")
    assert before in tei(edition)
    written = tei(edition).replace(before, after)
    path.write_text(written, "utf-8")
    [built] = build(edition, ["page"])
    assert not built.stopped
    return written


def records(edition: Edition) -> dict[str, Record]:
    return {record.quote.exact: record for record in store.load(edition, "page").ledger.records}


@pytest.mark.parametrize(
    ("after", "words", "kind"),
    [
        (
            '<persName resp="#editors">Mr. Thomas Penrose and his sister</persName>',
            "Mr. Thomas Penrose and his sister",
            Kind.PERS_NAME,
        ),
        (
            "<persName>Mr. Thomas Penrose and his sister</persName>",
            "Mr. Thomas Penrose and his sister",
            Kind.PERS_NAME,
        ),
        (
            '<rs type="pair" resp="#editors" cert="low">Mr. Thomas Penrose and his sister</rs>',
            "Mr. Thomas Penrose and his sister",
            Kind.RS,
        ),
        ('Mr. <persName resp="#editors">Thomas Penrose</persName>', "Thomas Penrose", Kind.PERS_NAME),
    ],
)
def test_a_name_set_wider_or_narrower_is_the_hand_s_and_no_refusal_of_the_other(
    edition: Edition, tmp_path: Path, after: str, words: str, kind: Kind
) -> None:
    before = PENROSE
    if "and his sister" in after:
        before = f"{before} and his sister"
    written = changed(edition, before, after)
    assert tei(edition) == written
    made = records(edition)
    assert made[words].annotation.kind is kind
    assert (made[words].status, made[words].inscribed) == (Status.ADDED, True)
    assert made["Mr. Thomas Penrose"].status is Status.STALE
    assert lesson(edition, ["page"]).memory.rejections == ()
    ledger = edition.ledger("page").read_bytes()
    list(build(edition, ["page"]))
    assert (tei(edition), edition.ledger("page").read_bytes()) == (written, ledger)
    list(fresh(edition, tmp_path / "again"))
    assert Edition(tmp_path / "again", edition.settings).document("page").read_text("utf-8") == written


def test_two_names_made_one_are_one(edition: Edition) -> None:
    both = tei(edition).partition("of peace, and ")[2].partition(" with him")[0]
    assert both.count("<persName") == 2
    changed(edition, both, '<persName resp="#editors">Miss Anne Treen and Mrs. Kate Treen</persName>')
    made = records(edition)
    assert made["Miss Anne Treen and Mrs. Kate Treen"].status is Status.ADDED
    assert {made[one].status for one in ("Miss Anne Treen", "Mrs. Kate Treen")} == {Status.STALE}


def test_another_kind_over_the_same_words_amends_what_was_there(edition: Edition) -> None:
    written = changed(edition, PENROSE, '<orgName resp="#editors">Mr. Thomas Penrose</orgName>')
    record = records(edition)["Mr. Thomas Penrose"]
    assert (record.annotation.kind, record.status) == (Kind.ORG_NAME, Status.AMENDED)
    assert tei(edition) == written
    reviewing.undo(edition, "page", (record.id,), by="#editors", when="")
    list(build(edition, ["page"]))
    assert PENROSE in tei(edition)


def test_what_was_accepted_and_then_set_wider_is_taken_back_and_undoing_brings_the_suggestion(
    edition: Edition,
) -> None:
    given = records(edition)["Mr. Thomas Penrose"]
    reviewing.decide(edition, "page", (given.id,), Status.ACCEPTED, by="#editors", when="", why="")
    accepted = '<persName resp="#editors">Mr. Thomas Penrose</persName>'
    changed(
        edition,
        f"{accepted} and his sister",
        '<persName resp="#editors">Mr. Thomas Penrose and his sister</persName>',
    )
    made = records(edition)
    assert made["Mr. Thomas Penrose"].status is Status.STALE
    wide = made["Mr. Thomas Penrose and his sister"]
    reviewing.undo(edition, "page", (wide.id,), by="#editors", when="")
    list(build(edition, ["page"]))
    assert f"{PENROSE} and his sister" in tei(edition)


@pytest.mark.parametrize(
    "after",
    [
        "Mr. Thomas Penrose",  # removed
        '<name resp="#editors">Mr. Thomas Penrose</name>',  # no kind of ours
        'Mr. Thomas Penrose and <persName resp="#editors">his sister</persName>',  # another one
    ],
)
def test_a_name_that_a_hand_removed_is_still_refused(edition: Edition, after: str) -> None:
    before = f"{PENROSE} and his sister" if "sister" in after else PENROSE
    changed(edition, before, after)
    assert records(edition)["Mr. Thomas Penrose"].status is Status.REJECTED


def test_an_id_or_a_language_in_xml_s_own_words_is_an_attribute_like_any_other(edition: Edition) -> None:
    latin = records(edition)["sine qua non"].id
    reviewing.decide(edition, "page", (latin,), Status.ACCEPTED, by="#editors", when="", why="")
    assert '<foreign xml:lang="la" resp="#editors"' in tei(edition)
    given = PENROSE.replace("<persName", '<persName xml:id="penrose"')
    assert changed(edition, PENROSE, given) == tei(edition)
    made = records(edition)
    assert made["Mr. Thomas Penrose"].annotation.attribute("xml:id") == "penrose"
    assert made["Mr. Thomas Penrose"].status is Status.AMENDED
    assert made["sine qua non"].status is Status.ACCEPTED
