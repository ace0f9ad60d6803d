"""What is published with a document and lies in other files: what it includes, images, other documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.document import Document
from rubricator.edition import linking
from rubricator.edition.assembling import MOST
from rubricator.edition.gathering import Gathered, gathered
from rubricator.edition.including import whole
from rubricator.edition.linking import Pages
from rubricator.source import Source
from rubricator.tei import content

NS = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"'
PIXEL = b"\x89PNG\r\n\x1a\n"


def written(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<TEI {NS}><text><body>{body}</body></text></TEI>", "utf-8")
    return path


def gather(root: Path, body: str, *pages: str) -> Gathered:
    path = written(root / "tei" / "letter.xml", body)
    known = Pages({root / "tei" / page: Path(page).with_suffix("") for page in pages})
    document = Document.of(Source(path.read_bytes(), "letter.xml"))
    return gathered(document, path, root, known.seen_from(Path("letter")))


def text(made: Gathered) -> str:
    return " ".join(content(made.document.root).split())


def test_a_document_without_inclusions_stays_as_it_is(tmp_path: Path) -> None:
    document = Document.of(Source(f"<TEI {NS}/>".encode()))
    assert whole(document, tmp_path / "x.xml", tmp_path).document is document


def test_what_a_document_includes_is_part_of_it_wherever_it_lies_in_the_edition(tmp_path: Path) -> None:
    written(tmp_path / "parts" / "two.xml", '<p xml:id="p1">two</p><p xml:id="p2">three</p>')
    written(tmp_path / "tei" / "four.xml", "four")
    (tmp_path / "tei" / "five.txt").write_text("five &amp; <six>", "utf-8")
    made = gather(
        tmp_path,
        'one <xi:include href="../parts/two.xml" xpointer="p2"/> and <xi:include href="four.xml"/>, '
        '<xi:include href="five.txt" parse="text"/>.',
    )
    assert text(made) == "one three and four, five &amp; <six>."
    assert made.findings == ()
    assert [path.name for path in made.paths] == ["two.xml", "four.xml", "five.txt"]


@pytest.mark.parametrize(
    ("inclusion", "told"),
    [
        ('<xi:include href="../../secret.xml"/>', "outside the edition"),
        ('<xi:include href="/etc/hostname" parse="text"/>', "outside the edition"),
        ('<xi:include href="https://example.org/x.xml"/>', "on the web"),
        ('<xi:include href="none.xml"/>', "no such file"),
        ('<xi:include href="letter.xml"/>', "includes itself"),
        ('<xi:include href="four.xml" xpointer="p9"/>', "nothing at p9"),
        ("<xi:include/>", "names no file"),
        ('<xi:include href="bad.xml"/>', "not well-formed"),
    ],
)
def test_what_cannot_be_included_is_told_and_left_out(inclusion: str, told: str, tmp_path: Path) -> None:
    written(tmp_path.parent / "secret.xml", "secret")
    written(tmp_path / "tei" / "four.xml", "four")
    (tmp_path / "tei" / "bad.xml").write_text("<TEI", "utf-8")
    made = gather(tmp_path, f"one {inclusion} two")
    assert text(made) == "one two"
    (finding,) = made.findings
    assert (finding.rule, finding.file) == ("publication.include", "letter.xml")
    assert told in finding.message
    assert finding.place is not None


def test_what_a_document_says_for_that_case_is_taken(tmp_path: Path) -> None:
    fallback = "<xi:fallback>not <hi>had</hi></xi:fallback>"
    made = gather(tmp_path, f'one <xi:include href="none.xml">{fallback}</xi:include> two')
    assert (text(made), made.findings) == ("one not had two", ())


def test_files_that_include_each_other_come_to_an_end(tmp_path: Path) -> None:
    written(tmp_path / "tei" / "a.xml", 'a <xi:include href="b.xml"/>')
    written(tmp_path / "tei" / "b.xml", 'b <xi:include href="a.xml"/>')
    made = gather(tmp_path, '<xi:include href="a.xml"/>')
    assert text(made) == "a b"
    assert ["includes itself" in finding.message for finding in made.findings] == [True]


def test_files_that_grow_without_end_are_stopped(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "large.txt").write_bytes(b"x" * (MOST // 2 + 1))
    made = gather(tmp_path, '<xi:include href="large.txt" parse="text"/>' * 3)
    assert len(text(made)) == MOST // 2 + 1
    assert {finding.message.partition(": ")[2][:26] for finding in made.findings} == {
        "What is included is larger"
    }


def test_images_of_what_is_included_are_found_where_they_lie(tmp_path: Path) -> None:
    written(
        tmp_path / "parts" / "two.xml",
        '<figure xml:id="p2"><graphic url="leaf.png"/><figDesc>A leaf</figDesc></figure>',
    )
    (tmp_path / "parts" / "leaf.png").write_bytes(PIXEL)
    made = gather(tmp_path, '<xi:include href="../parts/two.xml" xpointer="p2"/>')
    assert set(made.images) == {"../parts/leaf.png"}
    assert made.findings == ()


def test_images_of_pages_are_gathered_and_need_no_description(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    for name in ("1r.png", "1v.png"):
        (tmp_path / "tei" / name).write_bytes(PIXEL)
    body = '<p><pb facs="1r.png"/><pb facs="#f2 https://example.org/2.png"/></p>'
    assert set(gather(tmp_path, body).images) == {"1r.png"}
    surface = '<surface><graphic url="1v.png"/></surface>'
    made = gather(tmp_path, f"<p>{surface}</p>")
    assert (set(made.images), made.findings) == ({"1v.png"}, ())


def test_references_to_other_documents_lead_to_their_pages(tmp_path: Path) -> None:
    written(tmp_path / "tei" / "two.xml", '<p xml:id="p1">x</p>')
    targets = (
        "two.xml",
        "two.xml#p1",
        "two.xml#none",
        "three.xml",
        "../../x.xml",
        "https://example.org/two.xml",
    )
    body = "".join(f'<ref target="{target}">x</ref>' for target in targets)
    assert gather(tmp_path, body, "two.xml").links == {
        "two.xml": "two.html",
        "two.xml#p1": "two.html#p1",
        "two.xml#none": "two.html",
    }


def test_no_place_is_asked_of_the_disk_before_a_document_refers_to_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What each of many documents asked of all the others would cost as much as their number squared."""
    files = [written(tmp_path / f"{number}.xml", f'<p xml:id="p{number}">x</p>') for number in range(5)]
    pages = Pages({file: file.with_suffix("") for file in files})
    asked: list[Path] = []
    read: list[Path] = []
    resolve = Path.resolve

    def resolved(path: Path) -> Path:
        asked.append(path)
        return resolve(path)

    def bytes_of(path: Path) -> bytes:
        read.append(path)
        return path.read_bytes()

    monkeypatch.setattr(Path, "resolve", resolved)
    monkeypatch.setattr(linking, "read_bytes", bytes_of)
    seen = [pages.seen_from(tmp_path / f"{number}") for number in range(5)]
    assert asked == []
    assert [page_of(resolve(files[3]), "p3") for page_of in seen] == ["3.html#p3"] * 5
    assert asked == files
    assert read == [resolve(files[3])]
