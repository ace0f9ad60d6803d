"""The same command from the checkout, an editable install, and the built wheel in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from rubricator import __version__

DEPENDENCIES = sysconfig.get_path("purelib")
WHERE = "import rubricator, sys; sys.stdout.write(rubricator.__file__)"
RESOURCES = """
import sys
from rubricator.resources import directory
for name in ("xslt", "schema"):
    for file in sorted(directory(name).rglob("*")):
        if file.is_file():
            print(name, file.relative_to(directory(name)).as_posix())
"""


@dataclass(frozen=True)
class Installation:
    """A Python that has Rubricator in one way or another."""

    python: Path
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, cwd: Path) -> str:
        """What the command prints; the test fails if the command does."""
        # PYTHONPATH of the tests' own process would put the checkout before what is installed.
        clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        answer = subprocess.run(
            [str(self.python), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**clean, "PYTHONUTF8": "1", **self.environment},
            cwd=cwd,
        )
        assert answer.returncode == 0, answer.stderr
        return answer.stdout


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(place),
        str(checkout),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(place.glob("*.whl"))


def empty_environment(place: Path) -> Path:
    """A new virtual environment that has what Rubricator depends on, but not Rubricator; its Python."""
    venv.create(place, with_pip=False)
    folder = Path(sysconfig.get_path("purelib", "venv", {"base": str(place), "platbase": str(place)}))
    # A .pth file adds a directory without that directory's own .pth files: no editable install comes along.
    (folder / "dependencies.pth").write_text(f"{DEPENDENCIES}\n", encoding="utf-8")
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(python: Path, *what: str) -> Installation:
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", *what]
    subprocess.run([*command, "--disable-pip-version-check"], check=True, capture_output=True)
    return Installation(python)


@pytest.fixture(scope="module", params=["checkout", "editable", "wheel"])
def installation(
    request: pytest.FixtureRequest, checkout: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> Installation:
    python = empty_environment(tmp_path_factory.mktemp(request.param))
    if request.param == "checkout":
        return Installation(python, {"PYTHONPATH": str(checkout / "src")})
    if request.param == "editable":
        return install(python, "--no-build-isolation", "--editable", str(checkout))
    return install(python, str(wheel))


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    """What the installations before have built."""
    return {}


@pytest.fixture
def empty_folder(tmp_path: Path) -> Path:
    return tmp_path


def test_the_command_says_its_version(installation: Installation, empty_folder: Path) -> None:
    assert (
        installation.run("-m", "rubricator", "--version", cwd=empty_folder).strip()
        == f"rubricator {__version__}"
    )


def test_stylesheets_and_schemas_come_along(
    installation: Installation, checkout: Path, empty_folder: Path
) -> None:
    expected = [
        f"{name} {file.relative_to(checkout / name).as_posix()}"
        for name in ("xslt", "schema")
        for file in sorted((checkout / name).rglob("*"))
        if file.is_file()
    ]
    assert installation.run("-c", RESOURCES, cwd=empty_folder).splitlines() == expected


def test_a_new_edition_is_built_the_same_everywhere(
    installation: Installation, empty_folder: Path, built: dict[str, bytes]
) -> None:
    installation.run("-m", "rubricator", "init", "edition", cwd=empty_folder)
    edition = empty_folder / "edition"
    installation.run("-m", "rubricator", "build", cwd=edition)
    made = {
        file.relative_to(edition).as_posix(): file.read_bytes()
        for place in ("tei", "output")
        for file in sorted((edition / place).rglob("*"))
        if file.is_file()
    }
    assert len(made) > 5
    built.update(built or made)
    assert made == built


def test_the_wheel_runs_without_the_checkout(wheel: Path, checkout: Path, tmp_path: Path) -> None:
    installed = install(empty_environment(tmp_path / "venv"), str(wheel))
    place = Path(installed.run("-c", WHERE, cwd=tmp_path))
    assert not place.is_relative_to(checkout)
    assert place.is_relative_to(tmp_path)


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    tops = {name.split("/")[0] for name in names}
    assert tops == {"rubricator", f"rubricator-{__version__}.dist-info"}
    assert {
        "rubricator/py.typed",
        f"rubricator-{__version__}.dist-info/licenses/LICENSE",
        f"rubricator-{__version__}.dist-info/entry_points.txt",
    } <= names
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_console_command_is_the_module(wheel: Path, tmp_path: Path) -> None:
    installed = install(empty_environment(tmp_path / "venv"), str(wheel))
    script = installed.python.parent / ("rubricator.exe" if os.name == "nt" else "rubricator")
    answer = subprocess.run(
        [str(script), "--version"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert answer.stdout.strip() == f"rubricator {__version__}"
