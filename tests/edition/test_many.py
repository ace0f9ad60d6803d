"""What many documents share is read once, not once for each of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.publication.helpers import HEADER

from rubricator.edition import state
from rubricator.edition.build import build
from rubricator.edition.built import Built
from rubricator.edition.layout import Edition

MANY = 6
DOCUMENT = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body>
<p xml:id="p1">A word to <ref target="d0.xml#p1">another</ref>.</p></body></text></TEI>"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An edition of several documents, which all refer to the first, and of a list of persons."""
    (tmp_path / "tei" / "authority").mkdir(parents=True)
    (tmp_path / "rubricator.toml").write_text("[publish]\nformats = ['html']\n", "utf-8")
    (tmp_path / "tei" / "authority" / "persons.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="x"/></listPerson>'
        "</standOff></TEI>",
        "utf-8",
    )
    for number in range(MANY):
        (tmp_path / "tei" / f"d{number}.xml").write_text(DOCUMENT, "utf-8")
    return tmp_path


def built(root: Path) -> list[Built]:
    return list(build(Edition.open(root)))


def test_where_nothing_has_changed_what_all_documents_share_is_read_once(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not any(one.stopped or one.up_to_date for one in built(archive))
    read: Counter[str] = Counter()
    file_digest = state.file_digest

    def counted(path: Path) -> str:
        read[path.name] += 1
        return file_digest(path)

    monkeypatch.setattr(state, "file_digest", counted)
    assert all(one.up_to_date for one in built(archive))
    assert read["persons.xml"] == 1
    assert max(count for name, count in read.items() if name.endswith((".rng", ".sch"))) == 1
    assert read["d1.html"] == read["d1.xml"] == 1


def test_the_places_of_an_edition_are_asked_of_the_disk_once(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(archive)
    edition = Edition.open(archive)
    asked: Counter[Path] = Counter()
    resolve = Path.resolve

    def counted(path: Path) -> Path:
        asked[path] += 1
        return resolve(path)

    monkeypatch.setattr(Path, "resolve", counted)
    assert all(one.up_to_date for one in build(edition))
    assert asked[archive / "output"] == asked[archive / "tei"] == asked[archive / "tei" / "review"] == 1


def test_a_list_that_has_changed_changes_every_document(archive: Path) -> None:
    built(archive)
    persons = archive / "tei" / "authority" / "persons.xml"
    persons.write_text(persons.read_text("utf-8").replace('"x"', '"y"'), "utf-8")
    assert not any(one.up_to_date for one in built(archive))
    assert all(one.up_to_date for one in built(archive))
