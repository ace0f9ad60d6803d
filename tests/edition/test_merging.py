"""Entries merged, renamed and divided: every reference goes along, or nothing changes; only values change."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.cli import run
from rubricator.edition import relinking, store
from rubricator.edition.annotating import annotated, annotators, reinscribed
from rubricator.edition.layout import JOURNAL, STATE, Edition
from rubricator.edition.moving import Change
from rubricator.errors import CannotWrite
from rubricator.review import decisions
from rubricator.review.decisions import span_of
from rubricator.review.ledger import Status
from rubricator.source import Source

NAME = "harbour-light"
WHO = {"by": "#editors", "when": "2026-01-01T00:00:00Z"}
Say = pytest.CaptureFixture[str]


def authority(edition: Edition, *arguments: str) -> int:
    return run(["authority", *arguments, "-C", str(edition.root)])


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def everything(edition: Edition) -> dict[str, bytes]:
    """Every file of the edition that is a source of it."""
    files = [path for path in edition.root.rglob("*.*") if path.is_file() and STATE not in path.parts]
    return {path.relative_to(edition.root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def decided(edition: Edition) -> Edition:
    """The worked example with a name accepted, and pointers of every kind set by hand."""
    ledger = store.load_ledger(edition, NAME)
    record = next(r for r in ledger.records if r.annotation.attribute("ref") == "person:wren")
    assert run(["review", "accept", record.id, "-C", str(edition.root)]) == 0
    path = edition.document(NAME)
    head, body = text_of(path).split("<body>")
    body = body.replace(
        "</p>",
        " <rs ref='person:m-oldacre   person:wren'>they</rs> <persName key=\"wren\">W.</persName>"
        '<name corresp = "authority/persons.xml#wren" ana="#wren">x</name></p>',
        1,
    )
    path.write_bytes(f"{head}<body>{body}".encode())
    persons = edition.authority_files[0]
    persons.write_bytes(text_of(persons).replace("Engineer", '<ref target="#wren">Engineer</ref>').encode())
    return Edition.open(edition.root)


def test_a_renamed_entry_takes_every_reference_along_and_keeps_the_id_it_had(decided: Edition) -> None:
    before = everything(decided)
    count = before[f"tei/{NAME}.xml"].count(b"person:wren")
    assert authority(decided, "rename", "wren", "tobias-wren", "--quiet") == 0
    after = everything(decided)
    document = after[f"tei/{NAME}.xml"].decode()
    assert (document.count("person:wren"), document.count("person:tobias-wren")) == (0, count)
    assert document == (
        before[f"tei/{NAME}.xml"]
        .decode()
        .replace("person:wren", "person:tobias-wren")
        .replace('key="wren"', 'key="tobias-wren"')
        .replace("persons.xml#wren", "persons.xml#tobias-wren")
    )
    persons = after["tei/authority/persons.xml"].decode()
    assert persons == before["tei/authority/persons.xml"].decode().replace(
        'xml:id="wren"', 'xml:id="tobias-wren"'
    ).replace('target="#wren"', 'target="#tobias-wren"').replace(
        "</occupation>\n        </person>\n      </listPerson>",
        '</occupation>\n          <idno type="former">wren</idno>\n        </person>\n      </listPerson>',
    )
    assert set(after) == set(before)


def test_after_it_ledger_and_document_are_in_step_and_nothing_is_asked_twice(decided: Edition) -> None:
    assert authority(decided, "rename", "wren", "tobias-wren", "--quiet") == 0
    edition = Edition.open(decided.root)
    now = store.load(edition, NAME)
    assert now.ledger.after == now.document.source.digest
    again = annotated(now.document, now.ledger, annotators(edition.knowledge))
    assert again.document.source.data == now.document.source.data
    accepted = [r for r in now.ledger.records if r.status is Status.ACCEPTED]
    assert [r.annotation.attribute("ref") for r in accepted] == ["person:tobias-wren"]


def test_the_ledger_says_what_was_done_and_undo_leads_to_the_entry_as_it_is_now(decided: Edition) -> None:
    assert authority(decided, "rename", "wren", "tobias-wren", "--quiet") == 0
    ledger = store.load_ledger(decided, NAME)
    [record] = [r for r in ledger.records if r.status is Status.ACCEPTED]
    assert [(act.status, act.by) for act in record.history][-1] == (Status.RELINKED, "#editors")
    assert record.history[-1].why == "person:wren became person:tobias-wren."
    assert run(["review", "undo", record.id, "-C", str(decided.root)]) == 0
    undone = store.load_ledger(decided, NAME)[record.id]
    assert (undone.status, undone.annotation.attribute("ref")) == (Status.PENDING, "person:tobias-wren")


def test_merged_entries_are_one_with_all_that_both_said(decided: Edition, capsys: Say) -> None:
    assert authority(decided, "merge", "captain-oldacre", "wren") == 0
    assert "tei/harbour-light.xml: " in capsys.readouterr().out
    edition = Edition.open(decided.root)
    wren = edition.knowledge.authority.resolve("person:captain-oldacre")
    assert wren is not None
    assert wren.id == "wren"
    assert wren.forms == ("Tobias Wren", "Wren", "Oldacre")
    assert ("former", "captain-oldacre") in wren.idnos
    assert "Keeper of the harbour light" in wren.markup
    assert b"captain-oldacre" not in edition.document(NAME).read_bytes()
    assert text_of(edition.authority_files[0]).count("<person ") == 2


def test_entries_that_contradict_each_other_are_merged_only_when_told_so(
    decided: Edition, capsys: Say
) -> None:
    persons = decided.authority_files[0]
    text = text_of(persons).replace("<occupation>Keeper", '<birth when="1800"/><occupation>Keeper')
    persons.write_bytes(text.replace("<occupation><ref", '<birth when="1850"/><occupation><ref').encode())
    before = everything(decided)
    assert authority(decided, "merge", "captain-oldacre", "wren") == 2
    assert "contradict each other: born 1800 (the entry has 1850)" in capsys.readouterr().err
    assert everything(decided) == before
    assert authority(decided, "merge", "captain-oldacre", "wren", "--even-so") == 0
    assert text_of(persons).count("<birth") == 1


def test_an_id_of_before_is_never_given_again(decided: Edition, capsys: Say) -> None:
    assert authority(decided, "rename", "wren", "tobias-wren") == 0
    assert authority(decided, "rename", "m-oldacre", "wren") == 2
    assert "wren was the id of person:tobias-wren" in capsys.readouterr().err
    assert authority(decided, "rename", "m-oldacre", "skerry") == 2  # a place has it
    assert authority(decided, "rename", "m-oldacre", "1st mate") == 2


def test_some_mentions_are_led_to_a_new_entry_and_the_others_stay(decided: Edition, capsys: Say) -> None:
    path = decided.document(NAME)
    capsys.readouterr()
    assert run(["authority", "show", "wren", "-C", str(decided.root), "--format", "json", "--quiet"]) == 0
    places = [one["place"] for one in json.loads(capsys.readouterr().out)["places"]]
    before = text_of(path)
    assert len(places) > 1
    new = ("--name", "Wren the younger", "--mentions", places[0])
    assert authority(decided, "split", "wren", "--into", "young-wren", *new) == 0
    assert text_of(path) == before.replace("person:wren", "person:young-wren", 1)
    made = Edition.open(decided.root).knowledge.authority.resolve("person:young-wren")
    assert made is not None
    assert made.forms == ("Wren the younger",)
    assert authority(decided, "split", "wren", "--into", "young-wren", "--documents", NAME) == 0
    assert "person:wren" not in text_of(path)
    assert authority(decided, "split", "wren", "--into", "young-wren", "--documents", NAME) == 2


def test_a_record_of_the_ledger_names_a_mention_too(decided: Edition) -> None:
    ledger = store.load_ledger(decided, NAME)
    record = next(r for r in ledger.records if r.status is Status.ACCEPTED)
    arguments = ("--into", "young-wren", "--mentions", record.id)
    assert authority(decided, "split", "wren", *arguments) == 0
    after = store.load_ledger(decided, NAME)[record.id]
    assert after.annotation.attribute("ref") == "person:young-wren"


@pytest.mark.parametrize("by_document", [True, False])
def test_a_suggestion_that_only_the_ledger_has_is_led_anew_too(decided: Edition, by_document: bool) -> None:
    low = Annotation(
        Kind.PERS_NAME,
        span_of(store.load(decided, NAME).document.text, "committee", nth=1),
        Certainty.LOW,
        rule="x",
        attributes=(("ref", "person:wren"),),
    )
    now = store.load(decided, NAME)
    ledger = decisions.suggested(now.ledger, now.document.text, [low], lambda claim: False)
    refused = next(r for r in ledger.records if r.quote.exact == "committee")
    store.save(decided, NAME, reinscribed(now.document, now.ledger, ledger))
    before = text_of(decided.document(NAME))
    chosen = ("--documents", NAME) if by_document else ("--mentions", refused.id)
    assert authority(decided, "split", "wren", "--into", "young-wren", *chosen) == 0
    after = store.load_ledger(decided, NAME)[refused.id]
    assert after.annotation.attribute("ref") == "person:young-wren"
    assert (text_of(decided.document(NAME)) == before) is not by_document


def test_what_was_learnt_and_set_goes_along(decided: Edition) -> None:
    settings = decided.root / "rubricator.toml"
    settings.write_text(
        settings.read_text("utf-8") + f'\n[documents.{NAME}.fields]\neditor-ref = "person:wren"\n', "utf-8"
    )
    waiting = decided.authority_files[0].with_name("reconciliation.tsv")
    waiting.write_text("ref\tname\nperson:wren\tWren of person:wren\nperson:wrenn\tx\n", "utf-8")
    assert run(["learn", "-C", str(decided.root), "--quiet"]) == 0
    assert b"person:wren" in decided.memory_file.read_bytes()
    assert authority(Edition.open(decided.root), "rename", "wren", "tobias-wren") == 0
    assert b"person:wren" not in decided.memory_file.read_bytes()
    assert 'editor-ref = "person:tobias-wren"' in settings.read_text("utf-8")
    assert waiting.read_text("utf-8") == (
        "ref\tname\nperson:tobias-wren\tWren of person:wren\nperson:wrenn\tx\n"
    )


def test_a_diff_shows_it_all_and_writes_nothing(decided: Edition, capsys: Say) -> None:
    before = everything(decided)
    assert authority(decided, "rename", "wren", "tobias-wren", "--diff") == 0
    shown = capsys.readouterr().out
    assert '+        <person xml:id="tobias-wren">' in shown
    assert f"+++ tei/{NAME}.xml" in shown
    assert f"+++ tei/review/{NAME}.jsonl" in shown
    assert everything(decided) == before


def change(decided: Edition) -> Change:
    return relinking.rename(decided, "wren", "tobias-wren", **WHO)


def test_a_failure_in_the_middle_leaves_everything_as_it_was(
    decided: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = change(decided)
    before = everything(decided)
    replace, calls = os.replace, []

    def failing(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == 4:  # the journal and two of the files are in place
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(CannotWrite, match="no space left"):
        relinking.keep(decided, made)
    assert everything(decided) == before
    assert not (decided.root / STATE / JOURNAL).exists()


def test_what_the_power_cut_off_is_finished_when_the_edition_is_next_opened(
    decided: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = change(decided)
    replace, calls = os.replace, []

    def dying(source: str, target: str) -> None:
        calls.append(target)
        if len(calls) == 3:
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", dying)
    with pytest.raises(KeyboardInterrupt):
        relinking.keep(decided, made)
    monkeypatch.undo()
    assert any(path.read_bytes() != data for path, data in made.after.items())
    Edition.open(decided.root)
    assert all(path.read_bytes() == data for path, data in made.after.items())
    assert not list(decided.root.rglob("*.part"))


def test_a_file_that_a_hand_saved_meanwhile_stops_it_all(decided: Edition) -> None:
    made = change(decided)
    path = decided.document(NAME)
    path.write_bytes(path.read_bytes() + b"\n")
    before = everything(decided)
    with pytest.raises(CannotWrite, match="changed by hand"):
        relinking.keep(decided, made)
    assert everything(decided) == before


def test_the_documents_keep_the_rules_after_all_of_it(decided: Edition, capsys: Say) -> None:
    path = decided.document(NAME)
    text = text_of(path).replace(' ana="#wren"', "").replace(' <persName key="wren">W.</persName>', "")
    path.write_bytes(text.encode())
    assert authority(decided, "rename", "wren", "tobias-wren") == 0
    assert authority(decided, "merge", "captain-oldacre", "tobias-wren") == 0
    files = [str(path) for path in (*decided.documents, *decided.authority_files)]
    capsys.readouterr()
    assert run(["validate", *files]) == 0, capsys.readouterr().out


def test_pointers_in_a_list_of_another_file_are_written_as_they_can_be(
    tmp_path: Path, decided: Edition
) -> None:
    more = decided.authority_files[0].with_name("more.xml")
    more.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><listPerson>\n<person xml:id="tw">'
        "<persName>T. Wren</persName></person></listPerson></body></text></TEI>",
        "utf-8",
    )
    edition = Edition.open(decided.root)
    assert authority(edition, "merge", "wren", "tw") == 0
    text = text_of(edition.document(NAME))
    assert 'corresp = "authority/more.xml#tw"' in text
    assert 'key="tw"' in text
    persons = Source.read(decided.authority_files[1]).markup
    assert "wren" not in persons.replace("Wren", "")
