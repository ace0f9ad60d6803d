"""Learning in an edition: from decisions to files beside the documents, and to the next suggestions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.annotators.learning.archive import letter
from typer.testing import CliRunner

from rubricator.annotation import Annotation, Kind
from rubricator.cli.app import application
from rubricator.edition import reviewing, store
from rubricator.edition.annotating import annotated, annotators
from rubricator.edition.build import build
from rubricator.edition.layout import Edition
from rubricator.edition.learning import keep, lesson
from rubricator.errors import InputRefused
from rubricator.review import Record, Status
from rubricator.review.decisions import span_of

NAME = "harbour-light"
ME = {"by": "#editors", "when": "2026-11-22T10:00:00Z", "why": "Seen."}
HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt>'
    "</fileDesc></teiHeader><text><body>"
)
OTHER = f"{HEAD}<p>The Petrel lay off the harbour.</p></body></text></TEI>"


def annotate(edition: Edition, name: str) -> bool:
    opened = Edition.open(edition.root)
    now = store.load(opened, name)
    return store.save(opened, name, annotated(now.document, now.ledger, annotators(opened.knowledge)))


def records(edition: Edition, name: str = NAME) -> dict[str, Record]:
    return {
        r.quote.exact: r for r in store.load(edition, name).ledger.records if r.status is not Status.STALE
    }


def learn(edition: Edition) -> tuple[Path, ...]:
    opened = Edition.open(edition.root)
    return keep(opened, lesson(opened, [path.stem for path in opened.documents]))


def test_what_is_accepted_in_one_document_is_suggested_in_the_next(edition: Edition) -> None:
    edition.document("other").write_text(OTHER, "utf-8")
    reviewing.add(edition, NAME, ship, **ME)
    annotate(edition, "other")
    assert "Petrel" not in records(edition, "other")
    assert learn(edition)
    annotate(edition, "other")
    found = records(edition, "other")["Petrel"]
    assert (found.annotation.rule, found.annotation.attribute("ref")) == ("learnt.memory", "place:skerry")


def ship(text: str) -> Annotation:
    """The Petrel as a person marks it, with an entry of the lists (which, does not matter here)."""
    return Annotation(Kind.ORG_NAME, span_of(text, "Petrel"), None, attributes=(("ref", "place:skerry"),))


def test_learning_and_annotating_again_changes_no_byte(edition: Edition) -> None:
    accepted = tuple(r.id for r in records(edition).values() if r.annotation.kind.value.endswith("Name"))
    reviewing.decide(edition, NAME, accepted, Status.ACCEPTED, **ME)
    assert learn(edition)
    annotate(edition, NAME)
    before = {path: path.read_bytes() for path in sorted(edition.root.rglob("tei/**/*.*"))}
    assert not annotate(edition, NAME)
    assert learn(edition) == ()
    assert {path: path.read_bytes() for path in sorted(edition.root.rglob("tei/**/*.*"))} == before
    assert all(records(edition)[words].decided for words in ("Sandhaven Harbour",))


def test_a_refused_word_is_not_asked_again_in_its_document(edition: Edition) -> None:
    path = edition.document("other")
    path.write_text(OTHER.replace("The Petrel lay", "Sandhaven town, Sandhaven bay, Sandhaven lay"), "utf-8")
    annotate(edition, "other")
    asked = [r for r in store.load(edition, "other").ledger.records if r.quote.exact == "Sandhaven"]
    assert len(asked) == 3
    reviewing.decide(edition, "other", (asked[0].id, asked[1].id), Status.REJECTED, **ME)
    annotate(edition, "other")
    left = [r for r in store.load(edition, "other").ledger.records if r.status is Status.PENDING]
    assert all(r.quote.exact != "Sandhaven" for r in left)
    assert "resp=" not in path.read_text("utf-8")
    learn(edition)
    assert Edition.open(edition.root).knowledge.memory.rejections


def test_the_model_is_kept_beside_the_documents_as_text_and_a_build_uses_it(edition: Edition) -> None:
    for seed in range(6):
        edition.document(f"letter-{seed}").write_bytes(letter(seed).source.data)
    assert set(learn(edition)) == {edition.memory_file, edition.model_file}
    assert edition.model_file.relative_to(edition.root).as_posix() == "tei/learnt/model.jsonl"
    edition.model_file.read_text("utf-8")
    assert Edition.open(edition.root).knowledge.model is not None
    list(build(Edition.open(edition.root), [NAME]))
    assert [built.up_to_date for built in build(Edition.open(edition.root), [NAME])] == [True]
    edition.memory_file.unlink()
    assert [built.up_to_date for built in build(Edition.open(edition.root), [NAME])] == [False]
    for seed in range(6):
        edition.document(f"letter-{seed}").unlink()
    assert edition.model_file in learn(edition)
    assert not edition.model_file.exists()


def test_a_broken_model_stops_with_its_remedy(edition: Edition) -> None:
    edition.model_file.parent.mkdir(parents=True)
    edition.model_file.write_bytes(b"broken")
    with pytest.raises(InputRefused, match="has learnt"):
        _ = Edition.open(edition.root).knowledge


def test_the_command_says_what_was_learnt_and_how_well(edition: Edition) -> None:
    for seed in range(6):
        edition.document(f"letter-{seed}").write_bytes(letter(seed).source.data)
    runner = CliRunner()
    tried = runner.invoke(application("learn"), ["learn", "--dry-run", "-C", str(edition.root)])
    assert tried.exit_code == 0
    assert not edition.memory_file.exists()
    said = runner.invoke(application("learn"), ["learn", "-C", str(edition.root)])
    assert "Held out, by document: F1" in said.output
    assert edition.model_file.name in said.output
    again = runner.invoke(application("learn"), ["learn", "-C", str(edition.root), "-f", "json"])
    assert '"changed": []' in again.output


def test_what_is_proposed_can_be_pasted_or_written_into_the_settings(edition: Edition) -> None:
    body = "<p>She read <persName>Burke's</persName> works.</p>" * 6
    edition.document("other").write_text(f"{HEAD}{body}</body></text></TEI>", "utf-8")
    runner = CliRunner()
    said = runner.invoke(application("learn"), ["learn", "-C", str(edition.root)]).output
    lines = "[annotate.names]\npossessive-inside = true\n"
    assert "Proposed: annotate.names.possessive-inside = true  (6 for it, 0 against)" in said
    assert lines in said
    assert edition.settings_file is not None
    before = edition.settings_file.read_text("utf-8")
    runner.invoke(application("learn"), ["learn", "--write", "-C", str(edition.root)])
    assert edition.settings_file.read_text("utf-8") == f"{before}\n{lines}"
    again = runner.invoke(application("learn"), ["learn", "--write", "-C", str(edition.root)])
    assert "Proposed" not in again.output


def test_where_nobody_confirmed_a_name_that_is_said(edition: Edition) -> None:
    said = CliRunner().invoke(application("learn"), ["learn", "-n", "-C", str(edition.root)]).output
    assert said == (
        "Nobody has confirmed a name yet: rubricator review accept, or TEI files that people encoded.\n"
    )
