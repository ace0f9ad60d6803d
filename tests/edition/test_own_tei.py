"""TEI that has no transcription: annotated and reviewed like any other, its header saying who did so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rubricator.annotation import Annotation, Kind
from rubricator.edition import reviewing, store
from rubricator.edition.annotating import annotated, annotators
from rubricator.edition.build import build
from rubricator.edition.built import Built
from rubricator.edition.layout import Edition
from rubricator.errors import InputRefused
from rubricator.review import Status
from rubricator.review.decisions import span_of
from rubricator.settings import Editor, Settings

TEI = """<?xml version='1.0' encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"  xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>Mine</title>
      </titleStmt>
      <publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>MS.</p></sourceDesc></fileDesc></teiHeader>
  <text><body><div><p>I saw Mr. Thomas Penrose in the the street.</p></div></body></text>
</TEI>
"""
ME = {"by": "#editors", "when": "2026-11-22T10:00:00Z", "why": ""}


@pytest.fixture
def own(tmp_path: Path) -> Edition:
    edition = Edition(tmp_path, Settings(editors=(Editor(), Editor("hana", "Hana"))))
    edition.document("mine").parent.mkdir()
    edition.document("mine").write_bytes(TEI.encode())
    return edition


def annotate(edition: Edition) -> None:
    now = store.load(edition, "mine")
    store.save(edition, "mine", annotated(now.document, now.ledger, annotators(edition.knowledge)))


def tei(edition: Edition) -> str:
    return edition.document("mine").read_text("utf-8")


def add(edition: Edition, words: str, by: str) -> None:
    def make(text: str) -> Annotation:
        return Annotation(Kind.PERS_NAME, span_of(text, words), None)

    reviewing.add(edition, "mine", make, by=by, when="", why="")


def built(edition: Edition) -> Built:
    [made] = build(edition, ["mine"])
    return made


def without_ours(text: str) -> str:
    text = re.sub(r"\n +<respStmt.*?</respStmt>", "", text, flags=re.DOTALL)
    text = re.sub(r"<(corr|note)\b.*?</\1>", "", text)
    return re.sub(r"</?(choice|sic|persName)\b[^>]*>", "", text)


def test_what_is_suggested_there_is_valid_and_published(own: Edition) -> None:
    annotate(own)
    assert '<title>Mine</title>\n        <respStmt xml:id="rubricator">\n          <resp>Auto' in tei(own)
    assert without_ours(tei(own)) == TEI
    assert not built(own).stopped
    before = tei(own), own.ledger("mine").read_bytes()
    annotate(own)
    built(own)
    assert (tei(own), own.ledger("mine").read_bytes()) == before


def test_nothing_is_said_of_anyone_where_nothing_is_inscribed(own: Edition) -> None:
    own.document("mine").write_text(TEI.replace("Mr. Thomas Penrose in the the", "him in the"), "utf-8")
    before = tei(own)
    annotate(own)
    assert tei(own) == before


def test_an_editor_is_named_when_first_deciding(own: Edition) -> None:
    annotate(own)
    assert "editors" not in tei(own)
    reviewing.decide(own, "mine", (store.load(own, "mine").ledger.records[0].id,), Status.ACCEPTED, **ME)
    assert '<respStmt xml:id="editors">' in tei(own)
    assert "hana" not in tei(own)
    assert not built(own).stopped


def test_a_first_name_of_one_s_own_brings_its_editor_along(own: Edition) -> None:
    add(own, "Thomas Penrose", "#hana")
    assert '<persName resp="#hana">Thomas Penrose</persName>' in tei(own)
    assert "<name>Hana</name>" in tei(own)
    assert "#rubricator" not in tei(own)
    assert without_ours(tei(own)) == TEI
    assert not built(own).stopped


def test_a_write_interrupted_before_the_header_is_finished_with_it(own: Edition) -> None:
    for act in (annotate, lambda edition: add(edition, "street", "#editors")):
        before = own.document("mine").read_bytes()
        act(own)
        after = own.document("mine").read_bytes(), own.ledger("mine").read_bytes()
        assert before != after[0]
        own.document("mine").write_bytes(before)  # as if the process had died between ledger and TEI
        store.load(own, "mine")
        assert (own.document("mine").read_bytes(), own.ledger("mine").read_bytes()) == after


def test_what_an_earlier_rubricator_left_unsaid_is_said_by_the_next_build(own: Edition) -> None:
    annotate(own)
    said = tei(own)
    bare = re.sub(r"\n +<respStmt.*?</respStmt>", "", said, flags=re.DOTALL)
    own.document("mine").write_text(bare, "utf-8")
    digest = store.load(own, "mine").document.source.digest
    ledger = own.ledger("mine").read_text("utf-8")
    own.ledger("mine").write_text(re.sub(r'"after": "\w+"', f'"after": "{digest}"', ledger), "utf-8")
    assert not built(own).stopped
    assert tei(own) == said


def test_a_header_without_a_title_statement_is_told_what_to_paste_and_nothing_is_written(
    own: Edition,
) -> None:
    bad = re.sub(r"<titleStmt>.*</titleStmt>", "", TEI, flags=re.DOTALL)
    own.document("mine").write_text(bad, "utf-8")
    with pytest.raises(InputRefused, match="titleStmt"):
        annotate(own)
    assert tei(own) == bad
    assert not own.ledger("mine").exists()
