"""What a browser shows of each reading: all of its words, and none of the other's."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.checks.tools import ask
from tests.publication.goldens import genres
from tests.publication.helpers import publish, tei

from rubricator.publication.format import Publication
from rubricator.tei import Reading

SHOWN = """(() => {
  localStorage.clear();  // the next page is to open with its own first reading
  for (const closed of document.querySelectorAll("details")) closed.open = true;
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const shown = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!element.closest("[data-added]") && element.checkVisibility()) shown.push(node.data);
  }
  return shown.join("").replace(/\\s/g, "");
})()"""
DELETED = """
<head><del>Kite</del></head><p><del>One.</del></p><ab><del>Two.</del></ab>
<quote><p><del>Three.</del></p></quote><lg><l><del>Four</del></l></lg>
<sp><speaker><del>Five</del></speaker><p><del>Six.</del></p><stage><del>Seven.</del></stage></sp>
<list><head><del>Eight</del></head><item><del>Nine</del></item></list>
<list><label><del>Ten</del></label><item><del>Eleven</del></item><label>Twelve</label><item>more</item></list>
<table><head><del>Thirteen</del></head><row><cell><del>Fourteen</del></cell><cell>kept</cell></row>
<row><cell><del>Fifteen</del></cell></row></table><figure><head><del>Sixteen</del></head></figure>
<p>Kept <subst><del>seventeen</del><add>eighteen</add></subst><note><p><del>Nineteen.</del></p></note>.</p>
<delSpan spanTo="#end"/><div><head>Twenty</head><p>A <list><item>b</item></list> c.</p></div>
<div><lg><head>Hymn</head><l>line</l></lg><listBibl><bibl>Book</bibl></listBibl></div><anchor xml:id="end"/>
<closer><signed><del>Name</del></signed></closer>
"""
ORDERS = ((Reading.DIPLOMATIC, Reading.EDITED), (Reading.EDITED, Reading.DIPLOMATIC))


def pages(folder: Path) -> list[tuple[Path, tuple[Reading, Reading]]]:
    """The pages that have a switch: every genre, and what is wholly deleted, in both orders of readings."""
    texts = {genre.stem: genre.read_bytes() for genre in genres()} | {"deleted": tei(DELETED)}
    found: list[tuple[Path, tuple[Reading, Reading]]] = []
    for order in ORDERS:
        for name, data in texts.items():
            (made,) = publish("html", data, Publication(readings=order)).files
            if b'class="switch"' in made.data:
                file = folder / f"{name}.{order[0]}.html"
                file.write_bytes(made.data)
                found.append((file, order))
    return found


def expected(page: Path, reading: Reading) -> str:
    """What of a page's text a browser has to show in *reading*, without its spaces."""
    main = etree.fromstring(page.read_bytes()).find(".//{*}main")
    assert main is not None
    for element in list(main.iter(etree.Element)):
        other = element.get("data-reading", reading) != reading
        if other or "data-added" in element.attrib:
            element.text, element[:] = None, []
    return "".join("".join(map(str, main.itertext())).split())


@pytest.mark.slow
@pytest.mark.node
@pytest.mark.chromium
@pytest.mark.parametrize("scripts", [True, False])
def test_every_word_of_a_reading_is_seen_in_it_and_none_of_the_other(tmp_path: Path, scripts: bool) -> None:
    steps, wanted = [], []
    for page, (first, second) in pages(tmp_path):
        steps += [("open", page.as_uri()), ("ask", SHOWN)]
        steps += [
            ("click", f".reading-{second}"),
            ("ask", SHOWN),
            ("click", f".reading-{first}"),
            ("ask", SHOWN),
        ]
        wanted += [(page.name, expected(page, reading)) for reading in (first, second, first)]
    answers = ask(page, *steps, scripts=scripts)
    assert list(zip((name for name, _ in wanted), answers, strict=True)) == wanted
