"""However a name leads to its entry, it is one entry: in the index of a page, and in what validation says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.layout import Edition

NAME = "harbour-light"
Say = pytest.CaptureFixture[str]
PREFIX = (
    '<prefixDef ident="gnd" matchPattern="(\\d+)" replacementPattern="https://d-nb.info/gnd/$1">'
    "<p>GND</p></prefixDef>"
)


@pytest.fixture
def linked(edition: Edition) -> Edition:
    """The worked example, in which Wren is named in four ways."""
    persons = edition.authority_files[0]
    entry = '<occupation>Engineer</occupation><idno type="GND">7</idno><idno type="former">tobias</idno>'
    text = persons.read_text("utf-8").replace("<occupation>Engineer</occupation>", entry)
    persons.write_text(text, "utf-8")
    path = edition.document(NAME)
    head, body = path.read_text("utf-8").split("<body>")
    head = head.replace("</listPrefixDef>", f"{PREFIX}</listPrefixDef>")
    refs = ("https://d-nb.info/gnd/7", "gnd:7", "authority/persons.xml#wren")
    names = "".join(f' <persName ref="{ref}" resp="#editors">Engineer Wren</persName>' for ref in refs)
    path.write_text(f"{head}<body>{body.replace('</p>', f'{names}</p>', 1)}", "utf-8")
    return edition


def test_the_index_has_one_entry_for_every_way_of_writing_the_pointer(
    linked: Edition, tmp_path: Path
) -> None:
    out, root = tmp_path / "out", ("-C", str(linked.root), "-q")
    assert run(["publish", str(linked.document(NAME)), "--to", "html", "-o", str(out), *root]) == 0
    page = (out / f"{NAME}.html").read_text("utf-8")
    entries = re.findall(r'<li[^>]* id="(rb-index-[^"]*)"', page)
    assert [one for one in entries if "wren" in one or "gnd" in one] == ["rb-index-person-wren"]
    assert len(re.findall(r'href="#rb-index-person-wren"', page)) >= 4


def test_all_of_them_keep_the_rules(linked: Edition, capsys: Say) -> None:
    assert run(["validate", str(linked.document(NAME))]) == 0, capsys.readouterr().out


def test_an_id_of_before_is_said_to_be_one(linked: Edition, capsys: Say) -> None:
    path = linked.document(NAME)
    path.write_text(path.read_text("utf-8").replace('"gnd:7"', '"person:tobias"'), "utf-8")
    assert run(["validate", str(path)]) == 0
    said = capsys.readouterr().out
    assert "names.former-id" in said
    assert "person:tobias is now person:wren" in said


def test_what_an_address_taught_is_the_entry(linked: Edition) -> None:
    assert run(["learn", "-C", str(linked.root), "--quiet"]) == 0
    uses = [use for said in Edition.open(linked.root).knowledge.memory.said.values() for use in said.uses]
    assert {use.ref for use in uses if "wren" in use.ref or "gnd" in use.ref} == {"person:wren"}
