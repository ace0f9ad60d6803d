"""A correction inside a note is listed with both its sides, as one in the text is."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.cli import run

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
<p>Text<note place="end">by <choice><sic>Keethley</sic><corr>Keethly</corr></choice></note> and
<choice><sic>on<note>a note within</note>e</sic><corr>none</corr></choice>.</p></body></text></TEI>"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("notes")
    (root / "x.xml").write_text(TEI, "utf-8")
    assert run(["publish", str(root / "x.xml"), "--to", "html,text", "--quiet"]) == 0
    return root


def test_the_page_shows_both_sides(published: Path) -> None:
    page = (published / "x.html").read_text("utf-8")
    assert "<del>Keethley</del> → <ins>Keethly</ins>" in page
    assert "<del>one</del> → <ins>none</ins>" in page


def test_the_text_shows_both_sides(published: Path) -> None:
    assert "Keethley → Keethly" in (published / "x.txt").read_text("utf-8")
