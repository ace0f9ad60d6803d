"""Images are read from inside the edition, and nowhere else; if one changes, its document is built again."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.document import Document
from rubricator.edition.beginning import begin
from rubricator.edition.build import build
from rubricator.edition.layout import Edition
from rubricator.edition.picturing import Pictures, pictures
from rubricator.source import Source

PIXEL = b"\x89PNG\r\n\x1a\n"
TEI = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>{}</body></text></TEI>"


def found(tmp_path: Path, address: str, words: str = "<figDesc>A door</figDesc>") -> Pictures:
    root = tmp_path / "edition"
    (root / "tei").mkdir(parents=True, exist_ok=True)
    (root / "pictures").mkdir(exist_ok=True)
    for place in (root / "tei" / "a b.png", root / "pictures" / "x.png", tmp_path / "outside.png"):
        place.write_bytes(PIXEL)
    markup = TEI.format(f"<figure><graphic url='{address}'/>{words}</figure>")
    document = Document.of(Source(markup.encode(), "letter.xml"))
    return pictures(document, root / "tei" / "letter.xml", root)


@pytest.mark.parametrize("address", ["a%20b.png", "a b.png", "../pictures/x.png", "./../pictures/x.png"])
def test_an_image_inside_the_edition_is_read(address: str, tmp_path: Path) -> None:
    assert found(tmp_path, address).images[address].data == PIXEL


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("../../outside.png", "outside the edition"),
        ("..%2f..%2foutside.png", "outside the edition"),
        ("/etc/passwd", "outside the edition"),
        ("none.png", "no such file"),
        ("../pictures", "directory"),
    ],
)
def test_any_other_is_not_and_the_report_says_why(address: str, told: str, tmp_path: Path) -> None:
    made = found(tmp_path, address)
    assert not made.images
    (finding,) = made.findings
    assert told in finding.message
    assert (finding.rule, finding.file) == ("publication.image", "letter.xml")
    assert finding.place is not None


def test_many_images_that_are_not_there_are_one_finding(tmp_path: Path) -> None:
    facsimile = "".join(f"<graphic url='page-{n}.jpg'/>" for n in range(50))
    document = Document.of(Source(TEI.format(f"<figure>{facsimile}</figure>").encode(), "letter.xml"))
    (finding,) = pictures(document, tmp_path / "letter.xml", tmp_path).findings
    assert finding.message.startswith("The image page-0.jpg is not shown (nor 49 more, for the same reason)")


def test_a_link_that_leads_out_of_the_edition_is_not_followed(tmp_path: Path) -> None:
    found(tmp_path, "x.png")
    try:
        (tmp_path / "edition" / "tei" / "link.png").symlink_to(tmp_path / "outside.png")
    except OSError:
        pytest.skip("This system makes no links.")
    assert not found(tmp_path, "link.png").images


def test_an_address_on_the_web_is_left_alone(tmp_path: Path) -> None:
    made = found(tmp_path, "https://example.org/x.png")
    assert (made.images, made.findings) == ({}, ())


@pytest.mark.parametrize(
    ("words", "rules"), [("", ["publication.image-undescribed"]), ("<figDesc>x</figDesc>", [])]
)
def test_an_image_that_nothing_describes_is_reported(words: str, rules: list[str], tmp_path: Path) -> None:
    assert [one.rule for one in found(tmp_path, "a%20b.png", words).findings] == rules


def test_an_image_that_changes_or_comes_is_published_again(tmp_path: Path) -> None:
    root = tmp_path / "edition"
    begin(root)
    edition = Edition.open(root)
    assert run(["build", "-C", str(root), "--quiet"]) == 0
    path = edition.documents[0]
    figure = '<figure xml:id="f1"><graphic url="x.png"/><figDesc>A door</figDesc></figure></div>'
    path.write_bytes(path.read_bytes().replace(b"</div>", figure.encode(), 1))
    (path.parent / "x.png").write_bytes(b"no image")
    first = next(iter(build(edition)))
    assert [one.rule for one in first.report if one.rule.startswith("publication")] == ["publication.image"]
    assert next(iter(build(edition))).up_to_date
    (path.parent / "x.png").write_bytes(PIXEL)
    again = next(iter(build(edition)))
    assert not again.up_to_date
    assert "data:image/png;base64," in (edition.output / f"{path.stem}.html").read_text(encoding="utf-8")
    assert next(iter(build(edition))).up_to_date
