"""Every example of docs/customising.md does what the page says."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.publication.helpers import tei

from rubricator import plugins, resources
from rubricator.cli import run
from rubricator.settings import Page, Publishing

DOCS = (Path(__file__).resolve().parent.parent.parent / "docs" / "customising.md").read_text("utf-8")
BODY = """<div><stage>Enter.</stage><p>a <placeName ana="#capital">Paris</placeName><note>b</note>
<choice><sic>teh</sic><corr>the</corr></choice> <hi rend="smallcaps">c</hi></p></div>"""


def examples(language: str, word: str) -> list[str]:
    """The examples in *language* that hold *word*."""
    return [one for one in re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL) if word in one]


def example(language: str, word: str) -> str:
    (found,) = examples(language, word)
    return found


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    (tmp_path / "tei").mkdir()
    (tmp_path / "play.xml").write_bytes(tei(BODY))
    return tmp_path


def page(edition: Path, settings: str, form: str = "html") -> str:
    (edition / "rubricator.toml").write_text(settings, "utf-8")
    assert run(["publish", str(edition / "play.xml"), "-C", str(edition), "--to", form, "-q"]) == 0
    return (edition / "play.html").read_text("utf-8") if form == "html" else ""


@pytest.mark.parametrize("word", ["--rubric: light-dark", ".r-gothic"])
def test_style_is_added_to_ours(word: str, edition: Path) -> None:
    style = example("css", word)
    (edition / "house.css").write_text(style, "utf-8")
    made = page(edition, '[publish]\ncss = "house.css"\n')
    assert made.index(style.strip()) > made.index("--rubric")


def test_every_property_of_the_theme_is_in_the_table_and_in_ours() -> None:
    own = (resources.directory("xslt") / "html" / "page.css").read_text("utf-8")
    root = own[: own.index("}")]
    table = DOCS[DOCS.index("| property |") : DOCS.index("What an element of TEI becomes")]
    assert set(re.findall(r"--[a-z]+(?=:)", root)) == set(re.findall(r"`(--[a-z]+)`", table))


def test_wording_is_replaced_by_its_keys(edition: Path) -> None:
    made = page(edition, example("toml", "Annotations"))
    assert ">Annotations</h2>" in made
    assert ">Emendations</h2>" in made


def test_what_is_shown_is_set(edition: Path) -> None:
    made = page(edition, example("toml", '["diplomatic"]'))
    assert "teh" in made
    assert 'class="corr"' not in made
    assert 'type="search"' not in made


def test_every_setting_in_the_table_is_one() -> None:
    table = DOCS[DOCS.index("| setting |") : DOCS.index('readings = ["diplomatic"]')]
    named = re.findall(r"`(?:publish)?\.([a-z.]+)`", table)
    known = {*Publishing.__dataclass_fields__, *Page.__dataclass_fields__}
    assert {name.rpartition(".")[2] for name in named} <= known
    assert len(named) == 11


@pytest.mark.parametrize(
    ("word", "becomes"),
    [
        ("smallcaps", r'<b style="font-variant: small-caps; font-weight: normal"[^>]*>c</b>'),
        ("placeName", r'Paris</span><small data-added=""> \(capital\)</small>'),
    ],
)
def test_rules_stand_over_ours(word: str, becomes: str, edition: Path) -> None:
    (edition / "house.xsl").write_text(example("xml", word), "utf-8")
    made = page(edition, example("toml", "publish.xslt").replace('epub = "house.xsl"\n', ""))
    assert re.search(becomes, made)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The package of the example, as pip would install it."""
    place = tmp_path / "site-packages"
    package, about = place / "house", place / "house-1.0.dist-info"
    package.mkdir(parents=True)
    about.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    (package / "counts.py").write_text(example("python", "factory"), "utf-8")
    points = tomllib.loads(example("toml", "entry-points"))["project"]["entry-points"]
    lines = [
        f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in names.items()) for group, names in points.items()
    ]
    (about / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n", "utf-8")
    monkeypatch.syspath_prepend(str(place))
    importlib.invalidate_caches()
    plugins._known.cache_clear()
    yield place
    plugins._known.cache_clear()
    for name in ("house", "house.counts"):
        sys.modules.pop(name, None)


def test_a_format_is_plugged_in_by_an_entry_point(installed: Path, edition: Path) -> None:
    page(edition, "", "counts")
    assert "paris\t1" in (edition / "play.counts.tsv").read_text("utf-8").splitlines()
