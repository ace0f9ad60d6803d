"""Decisions made on two branches of a repository, and what is left of them when git has merged these."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rubricator.annotation import Annotation, Kind
from rubricator.edition import reviewing, store
from rubricator.edition.annotating import annotated, annotators
from rubricator.edition.beginning import begin
from rubricator.edition.checkup import Check, checkup
from rubricator.edition.layout import Edition
from rubricator.errors import InputRefused
from rubricator.review import Record, Status
from rubricator.review.decisions import span_of
from rubricator.review.lines import OURS

NAME = "harbour-light"
BY = "#editors"
Decide = Callable[[Edition], object]


def git(edition: Edition, *words: str, check: bool = True) -> int:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *identity, "-c", "merge.conflictStyle=diff3", *words]
    return subprocess.run(command, cwd=edition.root, check=check, capture_output=True).returncode


def record(edition: Edition, words: str) -> Record:
    return next(r for r in store.load(edition, NAME).ledger.records if r.quote.exact == words)


def verdict(words: str, status: Status, when: str) -> Decide:
    def decide(edition: Edition) -> None:
        ids = (record(edition, words).id,)
        reviewing.decide(edition, NAME, ids, status, by=BY, when=when, why="Seen.")

    return decide


def adding(words: str, when: str) -> Decide:
    def ship(text: str) -> Annotation:
        return Annotation(Kind.ORG_NAME, span_of(text, words), None)

    return lambda edition: reviewing.add(edition, NAME, ship, by=BY, when=when, why="")


def undoing(words: str, when: str) -> Decide:
    return lambda edition: reviewing.undo(edition, NAME, (record(edition, words).id,), by=BY, when=when)


OLDACRE = "Captain Oldacre"
OURS_DECIDED = (
    verdict("beleived", Status.ACCEPTED, "2026-11-22T10:00:00Z"),
    adding("Petrel", "2026-11-22T10:01:00Z"),
    verdict(OLDACRE, Status.ACCEPTED, "2026-11-22T10:02:00Z"),
)
THEIRS_DECIDED = (
    verdict(",who", Status.ACCEPTED, "2026-11-22T11:00:00Z"),
    verdict(OLDACRE, Status.REJECTED, "2026-11-22T11:01:00Z"),
    adding("mole", "2026-11-22T11:02:00Z"),
    undoing("mole", "2026-11-22T11:03:00Z"),
)


def merged(edition: Edition, first: tuple[Decide, ...], second: tuple[Decide, ...]) -> None:
    """Each of two branches decides, and git merges the one into the other; the TEI stays as one had it."""
    git(edition, "init", "-q", "-b", "main")
    git(edition, "add", ".")
    git(edition, "commit", "-qm", "Begin")
    git(edition, "checkout", "-qb", "other")
    for decide in second:
        decide(edition)
    git(edition, "commit", "-qam", "Theirs")
    git(edition, "checkout", "-q", "main")
    for decide in first:
        decide(edition)
    git(edition, "commit", "-qam", "Ours")
    git(edition, "merge", "-q", "other", check=False)
    if OURS in edition.document(NAME).read_text("utf-8"):
        with pytest.raises(InputRefused, match="could not merge"):
            store.load(edition, NAME)
        git(edition, "checkout", "--ours", str(edition.document(NAME)))


@pytest.mark.parametrize("union", [True, False])
def test_decisions_of_two_branches_are_put_together(edition: Edition, union: bool) -> None:
    if not union:
        (edition.root / ".gitattributes").write_text("", "utf-8")
    untouched = (edition.document(NAME).read_bytes(), edition.ledger(NAME).read_bytes())
    merged(edition, OURS_DECIDED, THEIRS_DECIDED)
    assert (OURS in edition.ledger(NAME).read_text("utf-8")) is not union
    statuses = {r.quote.exact: r.status for r in store.load(edition, NAME).ledger.records}
    assert statuses["beleived"] is statuses[",who"] is Status.ACCEPTED
    assert statuses["Petrel"] is Status.ADDED
    assert statuses[OLDACRE] is Status.REJECTED  # the later decision
    assert statuses["mole"] is Status.STALE
    assert {d.by for r in store.load(edition, NAME).ledger.records for d in r.history} == {BY}
    made = edition.document(NAME).read_bytes(), edition.ledger(NAME).read_bytes()

    edition.document(NAME).write_bytes(untouched[0])
    edition.ledger(NAME).write_bytes(untouched[1])
    for decide in (*OURS_DECIDED, *THEIRS_DECIDED):
        decide(edition)
    assert edition.document(NAME).read_bytes() == made[0]
    assert edition.ledger(NAME).read_bytes().splitlines()[1:] == made[1].splitlines()[1:]


def test_after_a_merge_nothing_is_asked_or_changed_again(edition: Edition) -> None:
    merged(edition, OURS_DECIDED, THEIRS_DECIDED)
    store.load(edition, NAME)
    before = edition.document(NAME).read_bytes(), edition.ledger(NAME).read_bytes()
    now = store.load(edition, NAME)
    made = annotated(now.document, now.ledger, annotators(edition.knowledge))
    assert not store.save(edition, NAME, made)
    assert (edition.document(NAME).read_bytes(), edition.ledger(NAME).read_bytes()) == before


def test_taking_a_later_decision_back_leads_to_what_the_other_branch_made_of_it(edition: Edition) -> None:
    def amend(edition: Edition) -> None:
        def thought(annotation: Annotation) -> Annotation:
            return replace(annotation, correction="thought")

        identifier = record(edition, "beleived").id
        reviewing.amend(edition, NAME, identifier, thought, by=BY, when="2026-11-22T10:00:00Z", why="")

    merged(edition, (amend,), (verdict("beleived", Status.ACCEPTED, "2026-11-22T11:00:00Z"),))
    assert record(edition, "beleived").annotation.correction == "believed"
    undoing("beleived", "2026-11-22T12:00:00Z")(edition)
    assert record(edition, "beleived").annotation.correction == "thought"


def test_markup_of_another_hand_over_the_same_words_stays(edition: Edition) -> None:
    skerry = record(edition, "Skerry")
    reviewing.decide(edition, NAME, (skerry.id,), Status.REJECTED, by=BY, when="2026-11-22T09:00:00Z", why="")
    path = edition.document(NAME)
    ours = '<placeName resp="#other">Skerry</placeName>'
    path.write_text(path.read_text("utf-8").replace("Skerry", ours, 1), "utf-8")
    merged(edition, OURS_DECIDED[:1], THEIRS_DECIDED[:1])
    store.load(edition, NAME)
    assert ours in path.read_text("utf-8")


def test_the_check_up_says_how_git_merges_decisions(edition: Edition) -> None:
    def said() -> Check:
        return next(check for check in checkup(edition.root) if check.what == "git merges decisions")

    git(edition, "init", "-q")
    assert said().state == "good"
    (edition.root / ".gitattributes").unlink()
    assert (said().state, "tei/review/*.jsonl merge=union" in said().remedy) == ("optional", True)


def test_an_edition_can_begin_in_a_repository_that_has_files_of_git_already(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.bak\n.rubricator/\n", "utf-8")
    (tmp_path / ".gitattributes").write_text("* text=auto", "utf-8")
    begin(tmp_path)
    assert (tmp_path / ".gitignore").read_text("utf-8") == "*.bak\n.rubricator/\n"
    lines = (tmp_path / ".gitattributes").read_text("utf-8").splitlines()
    assert lines[0] == "* text=auto"
    assert "tei/review/*.jsonl merge=union" in lines
