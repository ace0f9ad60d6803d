"""A build goes by the files of the schema too: where one has changed, its documents are judged anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rubricator import resources
from rubricator.cli import run
from rubricator.edition.build import build
from rubricator.edition.built import Options
from rubricator.edition.layout import Edition

NAME = "harbour-light"
RNG = "http://relaxng.org/ns/structure/1.0"
WEB = "https://example.org/house.rng"
INCLUDING = f'<grammar xmlns="{RNG}" ns="http://www.tei-c.org/ns/1.0"><include href="part.rng"/></grammar>'
HOUSE = """<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<sch:ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><sch:pattern><sch:rule context="/t:TEI">
<sch:report id="house.said" test="{}" role="info">Said.</sch:report></sch:rule></sch:pattern></sch:schema>
"""
CATALOG = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="{}" uri="{}"/></catalog>'
Change = Callable[[Path, Path], None]


def ours() -> str:
    return (resources.directory("schema") / "rubricator.rng").read_text("utf-8")


def named(root: Path, address: str) -> None:
    """The document names that schema, and no other."""
    path = root / "tei" / f"{NAME}.xml"
    text = path.read_text("utf-8")
    text = text[: text.index("<?xml-model")] + text[text.index("<TEI") :]
    path.write_text(
        text.replace("<TEI", f'<?xml-model href="{address}" schematypens="{RNG}"?>\n<TEI', 1), "utf-8"
    )


def settings(root: Path, line: str) -> None:
    path = root / "rubricator.toml"
    path.write_text(f"{path.read_text('utf-8')}\n[validate]\n{line}\n", "utf-8")


def of_settings(root: Path, shelf: Path) -> None:
    named(root, "../schema/house.rng")
    (root / "schema" / "house.rng").write_text(ours(), "utf-8")


def of_parts(root: Path, shelf: Path) -> None:
    named(root, "../schema/house.rng")
    (root / "schema" / "house.rng").write_text(INCLUDING, "utf-8")
    (root / "schema" / "part.rng").write_text(ours(), "utf-8")


def of_rules(root: Path, shelf: Path) -> None:
    settings(root, 'rules = ["house.sch"]')
    (root / "house.sch").write_text(HOUSE.format("false()"), "utf-8")


def of_shelf(root: Path, shelf: Path) -> None:
    named(root, WEB)
    (shelf / "example.org").mkdir(parents=True)
    (shelf / "example.org" / "house.rng").write_text(ours(), "utf-8")


def touched(*names: str) -> Change:
    def change(root: Path, shelf: Path) -> None:
        for name in names:
            path = (root / name) if not name.startswith("shelf/") else shelf / name.removeprefix("shelf/")
            path.write_text(f"{path.read_text('utf-8')}\n<!-- changed -->\n", "utf-8")

    return change


def catalogued(root: Path, shelf: Path) -> None:
    (root / "schema" / "mine.rng").write_text(ours(), "utf-8")
    (root / "catalog.xml").write_text(CATALOG.format(WEB, "schema/mine.rng"), "utf-8")


@pytest.mark.parametrize(
    ("begin", "change"),
    [
        (of_settings, touched("schema/house.rng")),
        (of_parts, touched("schema/part.rng")),
        (of_rules, touched("house.sch")),
        (of_shelf, touched("shelf/example.org/house.rng")),
        (of_shelf, catalogued),
    ],
    ids=["the schema", "a part of it", "rules of the edition", "the shelf", "a catalog"],
)
def test_what_is_changed_outside_the_document_is_noticed(
    begin: Change, change: Change, begun: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUBRICATOR_SCHEMAS", str(tmp_path / "shelf"))
    options = Options(formats=("text",))
    list(build(begun, [NAME], options))
    begin(begun.root, tmp_path / "shelf")
    edition = Edition.open(begun.root)
    assert [built.stopped for built in build(edition, [NAME], options)] == [False]
    assert [built.up_to_date for built in build(edition, [NAME], options)] == [True]
    change(begun.root, tmp_path / "shelf")
    assert [built.up_to_date for built in build(edition, [NAME], options)] == [False]


def test_an_older_copy_of_our_schema_is_told_and_put_right(
    begun: Edition, capsys: pytest.CaptureFixture[str]
) -> None:
    list(build(begun, [NAME]))
    copy = begun.root / "schema" / "rubricator.rng"
    copy.write_text(f"{ours()}<!-- older -->\n", "utf-8")
    assert run(["validate", "-C", str(begun.root)]) == 0
    assert "rubricator.rng:1:1  schema.older" in capsys.readouterr().out
    assert run(["schema", "update", "-C", str(begun.root)]) == 0
    assert str(copy) in capsys.readouterr().err
    assert run(["validate", "-C", str(begun.root)]) == 0
    assert "schema.older" not in capsys.readouterr().out
    assert run(["schema", "update", "-C", str(begun.root)]) == 0
    assert capsys.readouterr().err == ""
