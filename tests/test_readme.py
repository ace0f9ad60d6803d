"""What README and docs show can be done: the commands run on the worked example, the settings are read."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from lxml import etree

from rubricator import resources, settings
from rubricator.authority.formats.tables import COLUMNS
from rubricator.cli import run
from rubricator.edition import store
from rubricator.edition.layout import Edition
from rubricator.encoding.encode import encode
from rubricator.review.ledger import Status
from rubricator.source import Source
from rubricator.tei import local_name
from rubricator.transcription import read

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
AUTHORITIES = (CHECKOUT / "docs" / "authorities.md").read_text("utf-8")
GUIDES = {name: (CHECKOUT / "docs" / f"{name}.md").read_text("utf-8") for name in ("editing", "validating")}
TOURS = re.findall(r"^## (For [^\n]*)\n(.*?)(?=^## )", README, re.MULTILINE | re.DOTALL)
NAME = "harbour-light"
SAMPLES = {
    "letter": NAME,
    "tei/letter.xml": f"tei/{NAME}.xml",
    "person:stalin": "person:wren",
    "imperialism is in ": "the Petrel was ",
    "it": "lost",
    "its": "last",
}
"""What stands in the worked example for the words and names in the README's commands."""


def commands(text: str) -> Iterator[list[str]]:
    """The commands in the shell blocks of *text*, word by word."""
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words:
                yield words


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example, built once, with what the README's commands name beside it."""
    root = tmp_path_factory.mktemp("readme") / "edition"
    assert run(["init", str(root)]) == 0
    assert run(["build", "-C", str(root), "--quiet"]) == 0
    made = (root / "tei" / f"{NAME}.xml").read_text("utf-8")
    for name, way in (("letter.xml", "tei/"), ("letters/one.xml", "../tei/"), ("letters/two.xml", "../tei/")):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(made.replace('"authority/', f'"{way}authority/'), "utf-8")
    shutil.copy(resources.directory("schema") / "rubricator.rng", root / "tei_all.rng")
    (root / "people.csv").write_text('Label,birth\n"Sedov, Leon",1906\n', "utf-8")
    (root / "en_GB.dic").write_text("2\nmole/S\nharbour/MS\n", "utf-8")
    transcription = root / "tei" / "transcriptions" / f"{NAME}.txt"
    other = transcription.read_text("utf-8").replace("last time", "first time")
    for name in ("other.txt", "tei/witnesses/other.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(other, "utf-8")
    return root


@pytest.fixture
def edition(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the current directory and the user's home."""
    root = Path(shutil.copytree(built, tmp_path / "edition"))
    monkeypatch.chdir(root)
    monkeypatch.setenv("HOME", str(root))
    return root


def test_the_readme_has_three_tours() -> None:
    assert [title.split(":")[0] for title, _ in TOURS] == [
        "For editors",
        "For digital humanists",
        "For publishers",
    ]


@pytest.mark.parametrize(
    "tour", [*(text for _, text in TOURS), *GUIDES.values()], ids=[*(title for title, _ in TOURS), *GUIDES]
)
def test_the_commands_of_a_tour_run_one_after_the_other(
    tour: str, edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = given_ids(edition)
    for words in commands(tour):
        if words[0] == "cd":
            assert Path(words[1]).is_dir()  # what `init` made; the other commands want what lies in the copy
            continue
        assert words[0] == "rubricator"
        asked = [argument(word, ids) for word in words[1:]]
        assert run(asked) == 0, (asked, capsys.readouterr().err)


def given_ids(root: Path) -> dict[str, str]:
    """An id of the example for each sample id in the README, in the same order; the amended one a name's."""
    pending = [
        record
        for record in store.load_ledger(Edition.open(root), NAME).records
        if record.status is Status.PENDING
    ]
    names = [record.id for record in pending if record.annotation.kind == "persName"]
    others = [record.id for record in pending if record.annotation.kind == "date"]
    samples = list(dict.fromkeys(re.findall(r"\b[a-f][0-9a-f]{8}\b", README)))
    amended = re.findall(r"amend ([0-9a-f]{9})", README)
    given = {sample: names.pop() for sample in amended}
    return given | {sample: (others or names).pop() for sample in samples if sample not in given}


def argument(word: str, ids: dict[str, str]) -> str:
    """What stands for a word of a command in the worked example."""
    path = Path(word).expanduser() if word.startswith("~") else None
    return str(path) if path else ids.get(word, SAMPLES.get(word, word))


@pytest.mark.parametrize("block", re.findall(r"```toml\n(.*?)```", README + AUTHORITIES, re.DOTALL))
def test_the_settings_shown_are_read(block: str, tmp_path: Path) -> None:
    file = tmp_path / settings.FILE
    file.write_text(block, "utf-8")
    assert settings.read(file) != settings.Settings()


def test_the_exit_codes_shown_are_those_of_the_errors() -> None:
    from rubricator import errors

    shown = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    assert {getattr(kind, "exit_code", 0) for kind in kinds} <= shown


def test_every_setting_of_names_is_told_with_its_value() -> None:
    told = dict(re.findall(r"^\| `([a-z-]+)` \| `([^`]+)` \|", AUTHORITIES, re.MULTILINE))
    values = {
        item.name.replace("_", "-"): json.dumps(getattr(settings.NamePolicy(), item.name))
        for item in fields(settings.NamePolicy)
        if not item.name.startswith("model") and item.name != "labels"
    }
    assert told == values


def test_the_transcription_that_is_shown_becomes_what_the_guide_says() -> None:
    guide = (CHECKOUT / "docs" / "transcribing.md").read_text("utf-8")
    shown = re.search(r"```text\n(.*?)```", guide, re.DOTALL)
    assert shown
    made = etree.fromstring(encode(read(Source(shown[1].encode(), "letters.txt"))).data)
    elements = [local_name(one) for one in made.iterfind(".//{*}body//{*}*")]
    expected = "head div head opener dateline salute p note hi lg l l ab closer salute signed postscript p"
    assert elements == ["div", *expected.split()]
    told = set(re.findall(r"`([a-z]+)(?: type=\"\w+\")?`", guide, re.IGNORECASE))
    assert set(elements) - {"div", "head", "p", "l", "lg"} <= told


def test_the_columns_of_a_table_that_are_told_are_those_that_are_read() -> None:
    rows = re.search(r"^\| column \| holds \|\n(.*?)\n\n", AUTHORITIES, re.MULTILINE | re.DOTALL)
    assert rows is not None
    firsts = [row.split("|")[1] for row in rows.group(1).splitlines()[1:]]
    assert set(re.findall(r"`([a-z]+)`", " ".join(firsts))) == set(COLUMNS)
