"""What is kept of a schema is used as long as it is whole and the schema has not changed, and never else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.validation import kept, shelf
from rubricator.validation.grammars import grammar_at
from rubricator.validation.relaxng import Grammar, validate

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
OUTER = f'<grammar {RNG}><include href="inner.rng"/></grammar>'
INNER = f'<grammar {RNG}><start><element name="NAME"><empty/></element></start></grammar>'


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shelf, "caches", lambda: tmp_path / "caches")
    monkeypatch.delenv("RUBRICATOR_CACHE", raising=False)
    return tmp_path / "caches" / "compiled"


def schema(folder: Path, name: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "outer.rng").write_text(OUTER, encoding="utf-8")
    (folder / "inner.rng").write_text(INNER.replace("NAME", name), encoding="utf-8")
    return str(folder / "outer.rng")


def load(address: str) -> Source:
    return Source.read(Path(address))


def allows(address: str, name: str) -> bool:
    return not validate(Source(f"<{name}/>".encode()), grammar_at(address, load))


def test_a_schema_is_read_once_and_then_had_from_what_is_kept(
    tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = schema(tmp_path / "a", "p")
    assert allows(address, "p")
    assert len(list(compiled.iterdir())) == 1
    monkeypatch.setattr(Grammar, "load", None)
    assert allows(address, "p")


def test_an_included_file_that_changed_is_read_again(tmp_path: Path, compiled: Path) -> None:
    address = schema(tmp_path / "a", "p")
    assert allows(address, "p")
    schema(tmp_path / "a", "q")
    assert allows(address, "q")


def test_the_same_schema_elsewhere_has_its_own_neighbours(tmp_path: Path, compiled: Path) -> None:
    assert allows(schema(tmp_path / "a", "p"), "p")
    assert allows(schema(tmp_path / "b", "q"), "q")


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: b"", lambda data: data[:70] + b"x" + data[71:]]
)
def test_what_is_damaged_is_made_again(tmp_path: Path, compiled: Path, spoil: object) -> None:
    address = schema(tmp_path / "a", "p")
    assert allows(address, "p")
    (file,) = compiled.iterdir()
    whole = file.read_bytes()
    assert callable(spoil)
    file.write_bytes(spoil(whole))
    assert allows(address, "p")
    assert file.read_bytes() == whole


def test_nothing_is_kept_where_nothing_can_be_or_is_to_be(
    tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.parent.mkdir()
    compiled.write_text("a file, where a directory should be", encoding="utf-8")
    assert allows(schema(tmp_path / "a", "p"), "p")
    monkeypatch.setenv("RUBRICATOR_CACHE", "off")
    compiled.unlink()
    assert allows(schema(tmp_path / "a", "p"), "p")
    assert not compiled.exists()


def test_what_is_oldest_is_forgotten(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    for number in range(5):
        kept.put(f"{number}.grammar", b"x")
        os.utime(compiled / f"{number}.grammar", (number, number))
    kept.put("new.grammar", b"x")
    assert {file.name for file in compiled.iterdir()} == {"3.grammar", "4.grammar", "new.grammar"}


def test_a_wrong_schema_is_refused_each_time(tmp_path: Path, compiled: Path) -> None:
    path = tmp_path / "wrong.rng"
    path.write_text(f"<grammar {RNG}/>", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(InputRefused):
            grammar_at(str(path), load)


def test_another_kind_or_content_has_another_name() -> None:
    assert len({kept.key("a", b"x"), kept.key("b", b"x"), kept.key("a", b"y"), kept.key("a", b"x", b"")}) == 4
