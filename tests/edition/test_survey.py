"""How the lists stand to the documents, on the command line; what is proposed can be taken in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from rubricator.cli import run
from rubricator.cli.console import several
from rubricator.edition import store
from rubricator.edition.layout import Edition
from rubricator.edition.proposals import propose
from rubricator.edition.survey import Mention, Unlinked, survey
from rubricator.review.ledger import Status

NAME = "harbour-light"
Say = pytest.CaptureFixture[str]


def asked(edition: Edition, say: Say, *arguments: str) -> Any:
    say.readouterr()
    assert run(["authority", *arguments, "-C", str(edition.root), "--format", "json", "--quiet"]) == 0
    return json.loads(say.readouterr().out)


@pytest.fixture
def marked(edition: Edition) -> Edition:
    """The worked example with names marked by hand that lead nowhere, and one by an address."""
    path = edition.document(NAME)
    head, text = path.read_text("utf-8").split("<body>")
    text = text.replace("</p>", " <persName>Jane Roe</persName>, <persName>Roe</persName> </p>", 2)
    text = text.replace("</p>", ' <placeName ref="https://example.org/x">There</placeName></p>', 1)
    path.write_text(f"{head}<body>{text}", "utf-8")
    return edition


def test_the_list_says_how_often_each_entry_is_mentioned(edition: Edition, capsys: Say) -> None:
    listed = {one["ref"]: one["mentions"] for one in asked(edition, capsys, "list", "--kind", "person")}
    assert set(listed) == {"person:m-oldacre", "person:captain-oldacre", "person:wren"}
    assert listed["person:wren"] == len(asked(edition, capsys, "show", "wren")["places"]) > 0


def test_an_entry_is_shown_with_the_places_of_its_mentions(edition: Edition, capsys: Say) -> None:
    shown = asked(edition, capsys, "show", "person:wren")
    place = shown["places"][0]["place"]
    name, line, column = place.split(":")
    row = edition.document(name).read_text("utf-8").splitlines()[int(line) - 1]
    assert row[int(column) - 1 :].startswith('<persName ref="person:wren"')


def test_an_entry_that_is_not_there_is_said_with_the_nearest(edition: Edition, capsys: Say) -> None:
    assert run(["authority", "show", "wrenn", "-C", str(edition.root)]) == 2
    assert "Did you mean wren?" in capsys.readouterr().err


def test_the_report_names_what_the_lists_lack(marked: Edition, capsys: Say) -> None:
    found = asked(marked, capsys, "report")
    unlinked = {one["form"]: (len(one["places"]), one["confirmed"]) for one in found["unlinked"]}
    assert unlinked["Roe"] == unlinked["Jane Roe"] == (2, 2)
    assert "There" not in unlinked  # it leads somewhere, if not into the lists
    assert "person:wren" in found["unidentified"]
    assert "person:wren" not in found["unused"]
    assert run(["authority", "report", "-C", str(marked.root), "--limit", "1"]) == 0
    assert "names that lead to no entry\n" in capsys.readouterr().out


def test_what_is_proposed_can_be_taken_in_and_then_nothing_is_left(
    marked: Edition, capsys: Say, tmp_path: Path
) -> None:
    file = tmp_path / "new.csv"
    root = str(marked.root)
    assert run(["authority", "propose", "--confirmed", "-o", str(file), "-C", root]) == 0
    rows = file.read_text("utf-8").splitlines()
    assert rows[0] == "kind,name,variants,seen"
    assert any(row.startswith('person,Jane Roe,Roe,"4 times, first in harbour-light:') for row in rows)
    assert run(["authority", "import", str(file), "-C", root]) == 0
    assert "added         person:jane-roe" in capsys.readouterr().out
    entry = Edition.open(marked.root).knowledge.authority.resolve("person:jane-roe")
    assert entry is not None
    assert entry.forms == ("Jane Roe", "Roe")


def unlinked(form: str, count: int) -> Unlinked:
    from rubricator.authority import EntryKind

    mention = Mention("d", 1, 1, form, "", "", EntryKind.PERSON)
    return Unlinked(form, EntryKind.PERSON, (mention,) * count)


def test_a_surname_goes_with_the_one_person_who_has_it_and_stays_alone_between_two() -> None:
    one = propose([unlinked("Roe", 5), unlinked("Jane Roe", 1), unlinked("J. Roe", 1)])
    assert [(proposal.name, proposal.variants) for proposal in one] == [("Jane Roe", ["J. Roe", "Roe"])]
    two = propose([unlinked("Roe", 5), unlinked("Jane Roe", 1), unlinked("Tom Roe", 2)])
    assert [proposal.name for proposal in two] == ["Roe", "Tom Roe", "Jane Roe"]


def test_a_form_of_address_is_no_part_of_the_name_that_is_proposed() -> None:
    forms = ("Dr. Jane Roe", "Dr. Roe", "Jane Roe", "Mr. Roe", "Mrs. Wren")
    made = propose(unlinked(form, 1) for form in forms)
    assert [(proposal.name, proposal.variants) for proposal in made] == [
        ("Jane Roe", ["Dr. Jane Roe", "Dr. Roe"]),
        ("Mr. Roe", []),
        ("Mrs. Wren", []),
    ]


def test_a_survey_counts_pointers_of_every_kind(marked: Edition) -> None:
    path = marked.document(NAME)
    path.write_text(path.read_text("utf-8").replace("<p ", '<p corresp="person:m-oldacre" ', 1), "utf-8")
    before = survey(marked).referred.get("person:m-oldacre", 0)
    assert before >= 1


def test_names_that_stood_without_an_entry_are_led_to_the_one_they_have_now(
    marked: Edition, capsys: Say, tmp_path: Path
) -> None:
    root = str(marked.root)
    assert run(["review", "add", "persName", "Petrel", "--nth", "1", "-C", root]) == 0
    bare = next(r for r in store.load_ledger(marked, NAME).records if r.status is Status.ADDED)
    table = tmp_path / "new.csv"
    words = bare.quote.exact
    table.write_text(f"id,name,variants\njane-roe,Jane Roe,Roe\nanother,{words},\n", "utf-8")
    assert run(["authority", "import", str(table), "--kind", "person", "-C", root]) == 0
    before = marked.document(NAME).read_text("utf-8")
    assert run(["authority", "link", "jane-roe", "-C", root]) == 0
    after = marked.document(NAME).read_text("utf-8")
    for name in ("Jane Roe", "Roe"):
        before = before.replace(f"<persName>{name}<", f'<persName ref="person:jane-roe">{name}<')
    assert after == before
    assert run(["authority", "link", "-C", root]) == 0
    assert f'<persName ref="person:another" resp="#editors">{words}</persName>' in marked.document(
        NAME
    ).read_text("utf-8")
    record = store.load_ledger(marked, NAME)[bare.id]
    assert (record.status, record.history[-1].why) == (Status.ADDED, "Led to person:another.")
    capsys.readouterr()
    assert run(["authority", "link", "-C", root]) == 0
    assert capsys.readouterr().err.startswith("0 references in 0 files")
    assert run(["build", "-C", root, "-q"]) == 0
    assert record.annotation == store.load_ledger(marked, NAME)[bare.id].annotation


def test_a_name_is_led_as_the_names_annotator_reads_it(marked: Edition, capsys: Say, tmp_path: Path) -> None:
    path, root = marked.document(NAME), str(marked.root)
    names = (
        "Mr. Tom Mann",
        "Carlyle",
        "Mr. Carlyle",
        "Jane Mann",
        "the Mannheim Carlyles",
        "Lord Rosebery",
        "Rosebery",
    )
    said = ". I met ".join(f"<persName>{name}</persName> there" for name in names)
    head, body = path.read_text("utf-8").split("<body>")
    path.write_text(f"{head}<body>{body.replace('</p>', f' I met {said}.</p>', 1)}", "utf-8")
    table = tmp_path / "new.csv"
    rows = 'mann,Tom Mann\ncarlyle,Thomas Carlyle\nearl,"Primrose, Archibald, 5th Earl of Rosebery"'
    table.write_text(f"id,name\n{rows}\n", "utf-8")
    assert run(["authority", "import", str(table), "--kind", "person", "-C", root]) == 0
    assert run(["authority", "link", "-C", root]) == 0
    led = re.findall(r'<persName ref="person:(mann|carlyle|earl)">([^<]*)<', path.read_text("utf-8"))
    assert led == [
        ("mann", "Mr. Tom Mann"),
        ("carlyle", "Carlyle"),
        ("carlyle", "Mr. Carlyle"),
        ("earl", "Lord Rosebery"),
        ("earl", "Rosebery"),
    ]


def test_a_name_that_two_entries_have_is_left_alone(marked: Edition, capsys: Say, tmp_path: Path) -> None:
    table = tmp_path / "new.csv"
    table.write_text("name,birth\nJane Roe,1800\nJane Roe,1850\n", "utf-8")
    root = str(marked.root)
    assert run(["authority", "import", str(table), "--kind", "person", "-C", root]) == 0
    before = marked.document(NAME).read_bytes()
    capsys.readouterr()
    assert run(["authority", "link", "-C", root]) == 0
    assert "4 names may be several entries" in capsys.readouterr().err
    assert marked.document(NAME).read_bytes() == before


def test_the_report_counts_no_mentions_where_there_are_none(
    marked: Edition, capsys: Say, tmp_path: Path
) -> None:
    table = tmp_path / "new.csv"
    table.write_text("id,name\nhardie,Keir Hardie\n", "utf-8")
    assert run(["authority", "import", str(table), "--kind", "person", "-C", str(marked.root)]) == 0
    assert run(["authority", "report", "-C", str(marked.root), "-q"]) == 0
    lines = capsys.readouterr().out.partition("without a public identifier")[2].splitlines()
    assert "    person:hardie  Keir Hardie" in lines
    assert any(re.fullmatch(r"    person:wren  .*  \(\d+ mentions?\)", line) for line in lines)


@pytest.mark.parametrize(("number", "said"), [(0, "0 entries"), (1, "1 entry"), (1200, "1,200 entries")])
def test_one_is_one_and_more_are_more(number: int, said: str) -> None:
    assert several(number, "entry", "entries") == said
