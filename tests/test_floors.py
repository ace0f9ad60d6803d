"""The floors of the design: who may import whom, who alone may know Saxon, print, or end the process."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "rubricator"

FLOORS = (
    (
        "errors",
        "faults",
        "files",
        "findings",
        "settings",
        "tei",
        "resources",
        "plugins",
        "spoilt",
        "collecting",
    ),
    (
        "source",
        "rules",
        "annotation",
        "archive",
        "markup",
        "textmap",
        "document",
        "splice",
        "dates",
        "authority",
        "learnt",
        "knowledge",
        "transcription",
    ),
    ("encoding", "annotators", "stylesheet", "guest"),
    ("validation", "publication", "review", "comparison"),
    ("edition", "corpus", "evaluation", "site"),
    ("cli", "tui", "web"),
)
"""Each floor from the ground up; on a floor, a room may know the rooms to its left."""

STRANGERS = frozenset(FLOORS[3])
"""Rooms that never import one another, though they share a floor."""

ONLY_IN = {
    "saxonche": {"stylesheet"},
    "pycrfsuite": {"annotators"},
    "spacy": {"annotators"},
    "gliner": {"annotators"},
}
"""Libraries that one room alone may know."""

FACES = {"cli", "tui", "web"}
ROOM_OF_ALL = {"__init__", "__main__"}


def rank(room: str) -> tuple[int, int]:
    """The floor of *room* and its place on it."""
    for floor, rooms in enumerate(FLOORS):
        if room in rooms:
            return floor, rooms.index(room)
    raise LookupError(room)


def may_import(room: str, other: str) -> bool:
    """Whether a module of *room* may import from *other*."""
    if room == other or other == "__init__":
        return True
    if room in STRANGERS and other in STRANGERS:
        return False
    return rank(other) < rank(room)


@dataclass(frozen=True)
class Import:
    """A module named by an import statement, and whether only a type checker sees it."""

    module: str
    line: int
    for_types_only: bool


def imports(source: str, module: str, *, is_package: bool = False) -> Iterator[Import]:
    """Every import in *source*, the text of *module*, as absolute names, wherever it stands."""
    tree = ast.parse(source)
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, id(node) in typing_only)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = module.split(".")
                parents = parents[: len(parents) - node.level + is_package]
                base = ".".join([*parents, *([node.module] if node.module else [])])
            for alias in node.names:
                yield Import(f"{base}.{alias.name}", node.lineno, id(node) in typing_only)


def room_of(module: str) -> str:
    """The room a module of our own lies in: `rubricator.encoding.header` lies in `encoding`."""
    parts = module.split(".")
    if len(parts) == 1:
        return "__init__"
    own = {path.stem if path.suffix == ".py" else path.name for path in PACKAGE.iterdir()}
    return parts[1] if parts[1] in own else "__init__"  # `from rubricator import __version__`


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def label(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", modules(), ids=label)
def test_imports_point_down(path: Path) -> None:
    room = room_of(name_of(path))
    if path.parent == PACKAGE and path.stem in ROOM_OF_ALL:
        return
    found = imports(path.read_text(encoding="utf-8"), name_of(path), is_package=path.stem == "__init__")
    wrong = [
        f"{label(path)}:{one.line} {room} imports {one.module}"
        for one in found
        if one.module.split(".")[0] == "rubricator"
        and not one.for_types_only  # a type's name creates no dependency when the program runs
        and not may_import(room, room_of(one.module))
    ]
    assert not wrong, f"{wrong}: the thing is on the wrong floor (DESIGN, Floors)."


@pytest.mark.parametrize("path", modules(), ids=label)
def test_each_room_stands_on_a_floor(path: Path) -> None:
    if path.parent == PACKAGE and path.stem in ROOM_OF_ALL:
        return
    rank(room_of(name_of(path)))


def test_the_readme_names_the_rooms_of_each_floor() -> None:
    readme = (PACKAGE.parent.parent / "README.md").read_text(encoding="utf-8")
    there = {path.stem: path.name + "/" * path.is_dir() for path in PACKAGE.iterdir()}
    for floor, rooms in enumerate(FLOORS):
        (row,) = re.findall(rf"(?m)^\| {floor} \| (`.*) \|$", readme)
        assert re.findall(r"`(\S+)`", row) == [there[room] for room in rooms if room in there]


@pytest.mark.parametrize("path", modules(), ids=label)
def test_a_guarded_library_is_known_in_one_room_only(path: Path) -> None:
    room = room_of(name_of(path))
    known = {one.module.split(".")[0] for one in imports(path.read_text(encoding="utf-8"), name_of(path))}
    for library, rooms in ONLY_IN.items():
        assert library not in known or room in rooms, f"{label(path)}: only {rooms} may import {library}."


@pytest.mark.parametrize("path", modules(), ids=label)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    if room_of(name_of(path)) in FACES or path.name == "__main__.py":
        return
    wrong = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {
            *("print", "exit", "quit", "sys.exit", "os._exit", "os.abort"),
            *("sys.stdout.write", "sys.stderr.write"),
        }:
            wrong.append(f"{label(path)}:{node.lineno} calls {ast.unparse(node.func)}")
        if isinstance(node, ast.Raise) and node.exc and ast.unparse(node.exc).startswith("SystemExit"):
            wrong.append(f"{label(path)}:{node.lineno} raises SystemExit")
    assert not wrong


@pytest.mark.parametrize(
    ("room", "other", "allowed"),
    [
        ("document", "source", True),
        ("source", "document", False),
        ("encoding", "document", True),
        ("document", "encoding", False),
        ("stylesheet", "encoding", True),
        ("publication", "stylesheet", True),
        ("publication", "validation", False),
        ("validation", "review", False),
        ("edition", "publication", True),
        ("publication", "edition", False),
        ("cli", "edition", True),
        ("edition", "cli", False),
        ("errors", "__init__", True),
    ],
)
def test_the_floors_say_who_may_know_whom(room: str, other: str, allowed: bool) -> None:
    assert may_import(room, other) is allowed


@pytest.mark.parametrize(
    ("statement", "module"),
    [
        ("import rubricator.document", "rubricator.document"),
        ("from rubricator import document", "rubricator.document"),
        ("from rubricator.document import Document", "rubricator.document.Document"),
        ("def f():\n    from rubricator.cli import main", "rubricator.cli.main"),
        ("from . import names", "rubricator.annotators.names"),
        ("from ..document import Document", "rubricator.document.Document"),
    ],
)
def test_an_import_is_seen_however_it_is_written(statement: str, module: str) -> None:
    found = imports(statement, "rubricator.annotators.dates")
    assert [one.module for one in found] == [module]


def test_an_import_inside_a_package_is_seen_from_its_own_name() -> None:
    found = imports("from .dates import find", "rubricator.annotators", is_package=True)
    assert [one.module for one in found] == ["rubricator.annotators.dates.find"]


def test_an_import_for_the_type_checker_is_told_apart() -> None:
    text = "if TYPE_CHECKING:\n    from rubricator.document import Document\nimport rubricator.source"
    assert {(one.module, one.for_types_only) for one in imports(text, "rubricator.errors")} == {
        ("rubricator.document.Document", True),
        ("rubricator.source", False),
    }
