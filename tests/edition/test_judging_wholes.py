"""A document that includes others is judged whole, and each finding told where it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.corpus.validating import judged
from rubricator.edition.including import XI
from rubricator.source import Source

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p>
</publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"""


def told(directory: Path, body: str, before: str = "", **parts: str) -> list[str]:
    """What is said of a document with *body*, and of its parts below it, by file, place and rule."""
    (directory / "parts").mkdir()
    for name, markup in parts.items():
        (directory / "parts" / f"{name}.xml").write_text(markup, "utf-8")
    file = directory / "main.xml"
    file.write_text(
        f'{before}<TEI {NS} xmlns:xi="{XI}">{HEADER}<text>\n<body>\n{body}\n</body></text></TEI>', "utf-8"
    )
    ((_, found),) = judged([(file, directory)])
    return [
        f"{Path(one.file).name}:{one.place.line}:{one.place.column} {one.rule}" if one.place else one.rule
        for one in found
        if one.severity == "error"
    ]


INCLUDE = '<xi:include href="parts/one.xml"/>'


@pytest.mark.parametrize(
    ("part", "finding"),
    [
        (
            f"<div {NS}>\n <head>One</head>\n  <p>a <wrong>b</wrong></p></div>",
            "one.xml:3:8 grammar.element-unknown",
        ),
        (
            f"<div {NS}>\n<p>a\n<ref   type='x'  target='#none'>b</ref></p></div>",
            "one.xml:3:18 pointers.local",
        ),
        (f"<div {NS}>\n<p>&#97;&#98;</p>\n\n  words\n</div>", "one.xml:4:3 grammar.text-misplaced"),
        (f"<div {NS}>\n<p>a</p><p/>   <wrong/></div>", "one.xml:2:16 grammar.element-unknown"),
    ],
)
def test_what_is_wrong_in_a_part_is_told_of_the_part(part: str, finding: str, tmp_path: Path) -> None:
    assert told(tmp_path, INCLUDE, one=part) == [finding]


def test_what_is_wrong_behind_a_part_is_told_of_the_document(tmp_path: Path) -> None:
    part = f"<div {NS}>\n\n\n\n\n<p>long</p></div>"
    assert told(tmp_path, f"{INCLUDE}\n <wrong/>", one=part) == ["main.xml:5:2 grammar.element-unknown"]


def test_parts_of_parts_and_elements_of_them_have_their_places_too(tmp_path: Path) -> None:
    inner = f'<div {NS}>\n<p xml:id="p1">x</p>\n\n<p xml:id="p2">a <wrong/></p></div>'
    outer = f'<div {NS} xmlns:xi="{XI}">\n<p>a</p>\n<xi:include href="two.xml" xpointer="p2"/>\n<bad/></div>'
    assert told(tmp_path, INCLUDE, one=outer, two=inner) == [
        "one.xml:4:1 grammar.element-unknown",
        "two.xml:4:18 grammar.element-unknown",
    ]


def test_parts_that_are_sound_make_a_sound_document(tmp_path: Path) -> None:
    two = f'<div {NS}><head>Two</head><p>See <ref target="#one">the first</ref>.</p></div>'
    one = f'<div {NS} xml:id="one"><p>a</p></div>'
    assert told(tmp_path, f'{INCLUDE}<xi:include href="parts/two.xml"/>', one=one, two=two) == []


def test_what_the_document_switches_off_is_off_in_its_parts(tmp_path: Path) -> None:
    off = '<?rubricator off="grammar.element-unknown" why="Ours."?>\n'
    assert told(tmp_path, INCLUDE, off, one=f"<div {NS}><p><wrong/></p></div>") == []


def test_the_parts_are_not_written_to(tmp_path: Path) -> None:
    part = f"<div {NS}><p><wrong/></p></div>"
    told(tmp_path, INCLUDE, one=part)
    assert Source.read(tmp_path / "parts" / "one.xml").markup == part
