"""Ledger and TEI on disk: in step after every act, after a hand's changes, and after an interruption."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rubricator.annotation import Annotation, Kind
from rubricator.edition import reviewing, store
from rubricator.edition.annotating import Annotated, annotated, annotators
from rubricator.edition.encoding import encode_missing
from rubricator.edition.layout import Edition
from rubricator.errors import CannotWrite, InputRefused, SettingsError
from rubricator.review import Record, Status
from rubricator.review.decisions import span_of

NAME = "harbour-light"
ME = {"by": "#editors", "when": "2026-11-22T10:00:00Z", "why": "Seen."}


def files(edition: Edition) -> tuple[bytes, bytes]:
    return edition.document(NAME).read_bytes(), edition.ledger(NAME).read_bytes()


def tei(edition: Edition) -> str:
    return edition.document(NAME).read_text("utf-8")


def record(edition: Edition, words: str) -> Record:
    found = [r for r in store.load(edition, NAME).ledger.records if r.quote.exact == words]
    assert found, words
    return found[0]


def annotate(edition: Edition) -> Annotated:
    now = store.load(edition, NAME)
    made = annotated(now.document, now.ledger, annotators(edition.knowledge))
    store.save(edition, NAME, made)
    return made


def test_the_worked_example_shows_every_kind_of_suggestion(edition: Edition) -> None:
    text = tei(edition)
    assert '<persName ref="person:wren" resp="#rubricator" cert="high">' in text
    assert '<placeName ref="place:sandhaven" resp="#rubricator" cert="high">' in text
    assert "<sic>beleived</sic>" in text
    assert "Oldacre</persName><choice><sic>,who</sic>" in text
    assert '<date when="1921-03-14"' in text


def test_annotating_again_changes_zero_bytes(edition: Edition) -> None:
    before = files(edition)
    annotate(edition)
    assert files(edition) == before


def test_a_rejected_suggestion_leaves_the_tei_and_never_comes_back(edition: Edition) -> None:
    rejected = record(edition, "Skerry") if "Skerry<" in tei(edition) else record(edition, "the Skerry")
    reviewing.decide(edition, NAME, (rejected.id,), Status.REJECTED, **ME)
    assert "place:skerry" not in tei(edition)
    before = files(edition)
    annotate(edition)
    assert files(edition) == before


def test_an_accepted_suggestion_stands_in_the_editor_s_name(edition: Edition) -> None:
    reviewing.decide(edition, NAME, (record(edition, "beleived").id,), Status.ACCEPTED, **ME)
    assert '<corr resp="#editors">believed</corr>' in tei(edition)


def test_undoing_gives_back_the_same_bytes_of_tei(edition: Edition) -> None:
    before, _ = files(edition)
    identifier = record(edition, "beleived").id
    for status in (Status.ACCEPTED, Status.REJECTED):
        reviewing.decide(edition, NAME, (identifier,), status, **ME)
        assert files(edition)[0] != before
    for _ in range(2):
        reviewing.undo(edition, NAME, (identifier,), by="#editors", when="")
    assert files(edition)[0] == before


def test_an_editor_s_own_annotation_is_inscribed_and_kept(edition: Edition) -> None:
    def make(text: str) -> Annotation:
        return Annotation(Kind.RS, span_of(text, "the engineer"), None, attributes=(("ref", "person:wren"),))

    _, added = reviewing.add(edition, NAME, make, **ME)
    assert '<rs ref="person:wren" resp="#editors">the engineer</rs>' in tei(edition)
    before = files(edition)
    annotate(edition)
    assert files(edition) == before
    assert added.status is Status.ADDED


def test_an_annotation_that_cannot_be_inscribed_is_refused_and_nothing_changes(edition: Edition) -> None:
    before = files(edition)

    def make(text: str) -> Annotation:
        return Annotation(Kind.RS, span_of(text, "Sandhaven Harbour\n(March"), None)

    with pytest.raises(SettingsError, match="cannot be marked"):
        reviewing.add(edition, NAME, make, **ME)
    assert files(edition) == before


def test_a_replay_from_the_ledger_makes_the_same_tei(edition: Edition) -> None:
    reviewing.decide(edition, NAME, (record(edition, "beleived").id,), Status.ACCEPTED, **ME)
    reviewing.decide(edition, NAME, (record(edition, ",who").id,), Status.REJECTED, **ME)
    before, _ = files(edition)
    edition.document(NAME).unlink()
    kept = store.fresh_ledger(store.load_ledger(edition, NAME))
    encode_missing(edition, NAME)
    edition.ledger(NAME).unlink()
    bare = store.load(edition, NAME).document
    made = annotated(bare, kept, annotators(edition.knowledge))
    assert made.document.source.data == before


@pytest.mark.parametrize("act", ["accept", "reject", "add", "amend"])
def test_an_interrupted_write_is_finished(edition: Edition, act: str) -> None:
    before = edition.document(NAME).read_bytes()
    identifier = record(edition, "beleived").id
    match act:
        case "accept":
            reviewing.decide(edition, NAME, (identifier,), Status.ACCEPTED, **ME)
        case "reject":
            reviewing.decide(edition, NAME, (identifier,), Status.REJECTED, **ME)
        case "add":
            reviewing.add(
                edition, NAME, lambda text: Annotation(Kind.RS, span_of(text, "the mole"), None), **ME
            )
        case _:
            reviewing.amend(edition, NAME, identifier, lambda a: replace(a, correction="believed!"), **ME)
    after = files(edition)
    edition.document(NAME).write_bytes(before)  # as if the process had died between ledger and TEI
    store.load(edition, NAME)
    assert files(edition) == after


def test_a_write_that_cannot_be_finished_is_reported(edition: Edition) -> None:
    before = edition.document(NAME).read_bytes()
    reviewing.decide(edition, NAME, (record(edition, "beleived").id,), Status.ACCEPTED, **ME)
    broken = edition.ledger(NAME).read_text("utf-8").replace('"correction": "believed"', '"correction": "b"')
    edition.ledger(NAME).write_text(broken, "utf-8", newline="\n")
    edition.document(NAME).write_bytes(before)
    with pytest.raises(InputRefused, match="interrupted"):
        store.load(edition, NAME)


def test_what_a_hand_changed_is_never_undone(edition: Edition) -> None:
    name = '<persName ref="person:wren" resp="#rubricator" cert="high">Tobias Wren</persName>'
    changed = tei(edition).replace(name, "Tobias Wren").replace("before the mole", "by the mole")
    assert changed != tei(edition)
    edition.document(NAME).write_bytes(changed.encode())
    annotate(edition)
    assert edition.document(NAME).read_bytes() == changed.encode()
    assert record(edition, "Tobias Wren").status is Status.REJECTED


def test_a_failed_write_loses_nothing(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(edition)
    monkeypatch.setattr("os.replace", _full)
    with pytest.raises(Exception, match="cannot be written"):
        reviewing.decide(edition, NAME, (record(edition, "beleived").id,), Status.ACCEPTED, **ME)
    assert files(edition) == before
    assert not list(edition.root.rglob("*.part"))


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def text_of(edition: Edition, before: str, after: str) -> None:
    """Change the TEI by hand."""
    assert before in tei(edition), before
    edition.document(NAME).write_bytes(tei(edition).replace(before, after, 1).encode())


def statuses(edition: Edition) -> dict[str, Status]:
    return {r.quote.exact: r.status for r in store.load(edition, NAME).ledger.records}


def decide_two(edition: Edition) -> None:
    """Accept one suggestion and reject another."""
    reviewing.decide(edition, NAME, (record(edition, "Tobias Wren").id,), Status.ACCEPTED, **ME)
    reviewing.decide(edition, NAME, (record(edition, "beleived").id,), Status.REJECTED, **ME)


def test_a_document_that_was_lost_is_encoded_again_with_every_decision(edition: Edition) -> None:
    decide_two(edition)
    before = tei(edition)
    edition.document(NAME).unlink()
    encode_missing(edition, NAME)
    annotate(edition)
    assert tei(edition) == before


def test_an_older_version_put_back_is_no_verdict(edition: Edition, begun: Edition) -> None:
    decide_two(edition)
    before = tei(edition)
    edition.document(NAME).unlink()
    ledger = edition.ledger(NAME).read_bytes()
    encode_missing(edition, NAME)
    edition.ledger(NAME).write_bytes(ledger)  # as if git had put back the TEI alone
    annotate(edition)
    assert tei(edition) == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("have beleived it", "have\n    beleived\n    it"),
        ("nobody would have beleived it.", "hardly a soul could then have thought to see it beleived!"),
        ("<p xml:id", "\n\n   <p xml:id"),
    ],
)
def test_a_rejection_outlives_every_change_around_its_words(
    edition: Edition, before: str, after: str
) -> None:
    reviewing.decide(edition, NAME, (record(edition, "beleived").id,), Status.REJECTED, **ME)
    text_of(edition, before, after)
    annotate(edition)
    assert "<sic>" not in tei(edition).partition("beleived")[0][-20:]
    assert [status for words, status in statuses(edition).items() if "beleived" in words] == [Status.REJECTED]


def test_an_acceptance_outlives_a_line_break_in_its_words(edition: Edition) -> None:
    decide_two(edition)
    text_of(edition, ">Tobias Wren<", ">Tobias\n   Wren<")
    annotate(edition)
    assert statuses(edition)["Tobias\n   Wren"] is Status.ACCEPTED


def test_a_passage_cut_and_pasted_back_has_its_decisions_again(edition: Edition) -> None:
    decide_two(edition)
    whole, known = tei(edition), statuses(edition)
    lines = whole.splitlines(keepends=True)
    for word in ("Tobias Wren", "beleived"):
        cut = [line for line in lines if word not in line]
        edition.document(NAME).write_bytes("".join(cut).encode())
        annotate(edition)
        assert statuses(edition)[word] is Status.STALE
    edition.document(NAME).write_bytes(whole.encode())
    annotate(edition)
    assert tei(edition) == whole
    assert statuses(edition) == known


def test_what_a_hand_saves_while_we_work_is_not_written_over(edition: Edition) -> None:
    now = store.load(edition, NAME)
    made = annotated(now.document, now.ledger, [])
    saved = tei(edition).replace("Monday", "Tuesday")
    edition.document(NAME).write_bytes(saved.encode())
    before = files(edition)
    with pytest.raises(CannotWrite, match="changed by hand"):
        store.save(edition, NAME, made)
    assert files(edition) == before


def test_an_id_may_be_given_by_its_beginning(edition: Edition) -> None:
    identifier = record(edition, "beleived").id
    reviewing.decide(edition, NAME, (identifier[:5],), Status.ACCEPTED, **ME)
    assert record(edition, "beleived").status is Status.ACCEPTED
    with pytest.raises(SettingsError, match="begin with a"):
        reviewing.decide(edition, NAME, ("a",), Status.ACCEPTED, **ME)


@pytest.mark.parametrize(
    ("words", "kind", "attributes"),
    [
        ("thirty years", Kind.DATE, (("when", "1912-13-45"),)),
        ("the mole", Kind.PLACE_NAME, (("ref", "place:nosuch"),)),
        ("the mole", Kind.PLACE_NAME, (("foo", "bar"),)),
    ],
)
def test_what_would_make_the_document_invalid_is_refused_at_once(
    edition: Edition, words: str, kind: Kind, attributes: tuple[tuple[str, str], ...]
) -> None:
    before = files(edition)
    span = span_of(store.load(edition, NAME).document.text, words)
    claim = Annotation(kind, span, None, attributes=attributes)
    with pytest.raises(SettingsError, match="make the document invalid"):
        reviewing.add(edition, NAME, lambda text: claim, **ME)
    assert files(edition) == before
