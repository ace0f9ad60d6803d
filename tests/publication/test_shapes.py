"""The plain text in three shapes: to read, with the source's lines, and a paragraph a line for programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.publication.helpers import corpus, publish, tei

from rubricator.cli import run
from rubricator.publication.format import Publication, Shape
from rubricator.tei import Reading

BODY = """<div><head>One</head><pb n="3"/><p>He said <q>come</q><note>A note.</note> to
<choice><sic>teh</sic><corr>the</corr></choice> ci<lb break="no"/>ty,<lb/>
<supplied>and</supplied> went <gap/>.</p><lg><l n="5">A line,</l><l>another.</l></lg>
<list rend="numbered"><item>x</item><item>y</item></list>
<table><row><cell>a</cell><cell>b</cell></row></table></div>"""


def shaped(shape: Shape, body: str = BODY) -> str:
    """The text of *body* in a shape, without what is said of it."""
    made = publish("text", tei(body), Publication(shapes=(shape,)))
    assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
    text = made.files[0].data.decode()
    return text if shape is Shape.PARAGRAPHS else text.split("\n\n    * * *\n\n")[1]


def test_a_paragraph_a_line_has_the_main_text_alone() -> None:
    assert shaped(Shape.PARAGRAPHS).splitlines() == [
        "One",
        "He said “come” to the city, and went .",
        "A line,",
        "another.",
        "x",
        "y",
        "a b",
    ]


def test_the_diplomatic_shape_has_the_lines_of_the_source_however_long() -> None:
    long = "word " * 40
    made = shaped(Shape.DIPLOMATIC, f"<p>{long}ci<lb break='no'/>ty-<lb break='no'/>wall<lb/>end</p>")
    assert made == f"{long}ci-\nty-\nwall\nend"


def test_a_source_without_lines_is_wrapped() -> None:
    assert max(map(len, shaped(Shape.DIPLOMATIC, f"<p>{'word ' * 40}</p>").splitlines())) <= 72


def test_each_shape_is_a_file() -> None:
    made = publish("text", tei(BODY), Publication(shapes=tuple(Shape)))
    assert [file.suffix for file in made.files] == [".txt", ".diplomatic.txt", ".paragraphs.txt"]


def test_without_shapes_there_is_a_file_for_each_reading() -> None:
    made = publish("text", tei(BODY), Publication(readings=(Reading.DIPLOMATIC, Reading.EDITED)))
    assert [file.suffix for file in made.files] == [".txt", ".edited.txt"]
    assert "ci-\nty," in made.files[0].data.decode()


@pytest.mark.shared
def test_every_shape_of_a_real_document_has_its_words(shared: Path) -> None:
    for file in corpus(shared):
        if file.stat().st_size < 300_000:
            made = publish("text", file.read_bytes(), Publication(shapes=tuple(Shape)))
            assert [str(one) for one in made.findings if one.severity != "note"] == [], file.name


def test_shapes_are_asked_for_on_the_command_line_and_in_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.xml").write_bytes(tei("<p>a</p>"))
    (tmp_path / "rubricator.toml").write_text('[publish]\nshapes = ["paragraphs"]\n', "utf-8")
    start = ["publish", str(tmp_path / "x.xml"), "--to", "text", "-C", str(tmp_path), "-q"]
    assert run(start) == 0
    assert sorted(path.name for path in tmp_path.glob("*.txt")) == ["x.paragraphs.txt"]
    assert run([*start, "--shape", "reading,diplomatic"]) == 0
    assert len(list(tmp_path.glob("*.txt"))) == 3
    assert run([*start, "--shape", "verse"]) == 2
    assert "reading, diplomatic, paragraphs" in capsys.readouterr().err
