"""A theme: the example of the documentation, and that the documentation knows every property."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from tests.checks.tools import ask
from tests.publication.helpers import publish, tei

from rubricator import resources
from rubricator.publication.format import Publication
from rubricator.settings import Page

DOCS = (Path(__file__).resolve().parent.parent.parent / "docs" / "customising.md").read_text("utf-8")
STYLE = (resources.directory("xslt") / "html" / "page.css").read_text("utf-8")
BODY = '<div><head>A Title</head><p><persName rend="smallcaps">Roe</persName></p></div>'


def example() -> str:
    found = re.search(r"```css\n(.*?)```", DOCS, re.DOTALL)
    assert found
    return found[1]


def test_the_documentation_names_every_property_of_a_theme_and_no_other() -> None:
    theme = STYLE[STYLE.index(":root {") : STYLE.index("}", STYLE.index(":root {"))]
    table = "\n".join(line for line in DOCS.splitlines() if line.startswith("| `--"))
    assert set(re.findall(r"(--[a-z]+):", theme)) == set(re.findall(r"--[a-z]+", table))
    assert set(re.findall(r"(--[a-z]+):", example())) <= set(re.findall(r"--[a-z]+", table))


def test_the_documentation_names_every_part_of_the_page_that_can_be_left_out() -> None:
    stated = "\n".join(line for line in DOCS.splitlines() if line.startswith("| `publish.page."))
    assert {one.name for one in fields(Page)} == set(re.findall(r"\.([a-z]+)`", stated))


@pytest.mark.node
@pytest.mark.chromium
def test_the_theme_of_the_documentation_is_what_readers_see(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(publish("html", tei(BODY), Publication(css=example())).files[0].data)
    colour = "getComputedStyle(document.querySelector('h1')).color"
    chosen = re.search(r"--rubric: light-dark\(#(\w\w)(\w\w)(\w\w),", example())
    assert chosen
    assert ask(file, ("ask", colour)) == [f"rgb({', '.join(str(int(one, 16)) for one in chosen.groups())})"]
