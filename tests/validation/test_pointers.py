"""Where pointers lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.document import Document
from rubricator.source import Source
from rubricator.validation import edition_files
from rubricator.validation.elsewhere import OutsideError
from rubricator.validation.pointers import check

PREFIXES = """
<prefixDef ident="person" matchPattern="([a-z]+)" replacementPattern="authority/persons.xml#$1"/>
<prefixDef ident="gnd" matchPattern="(\\d+)" replacementPattern="https://d-nb.info/gnd/$1"/>
<prefixDef ident="here" matchPattern="(.+)" replacementPattern="#$1"/>"""


def document(body: str) -> Document:
    markup = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{PREFIXES}</teiHeader>'
        f"<text><body>{body}</body></text></TEI>"
    )
    return Document.of(Source(markup.encode(), "letter.xml"))


def elsewhere(address: str) -> frozenset[str] | None:
    """The other files of this edition: two, and what is above it."""
    if address.startswith("../"):
        raise OutsideError(address)
    return {"authority/persons.xml": frozenset(["trotsky"]), "my%20page.png": frozenset[str]()}.get(address)


@pytest.mark.parametrize(
    ("pointer", "rule"),
    [
        ("#p1", None),
        ("#p2", "pointers.local"),
        ("#p1 #p3", "pointers.local"),
        ("#", "pointers.local"),
        ("#xpath(//p[1])", None),
        ("person:trotsky", None),
        ("person:trotzky", "names.ref-resolves"),
        ("person:Trotsky", "pointers.prefix-pattern"),
        ("persons:trotsky", "pointers.prefix"),
        ("gnd:118642979", None),
        ("here:p1", None),
        ("here:p9", "names.ref-resolves"),
        ("authority/persons.xml", None),
        ("authority/persons.xml#trotsky", None),
        ("authority/persons.xml#lenin", "pointers.fragment"),
        ("authority/places.xml#prinkipo", "pointers.file"),
        ("my%20page.png", None),
        ("my page.png", "pointers.space"),
        ("authority/my persons.xml#trotsky", "pointers.space"),
        ("# p1", "pointers.space"),
        ("person: trotsky", "pointers.space"),
        ("#p1 p2", "pointers.file"),
        ("p1", "pointers.file"),
        ("file:///etc/passwd", "pointers.outside"),
        ("../secret.xml", "pointers.outside"),
        ("https://example.org/a#b", None),
        ("mailto:a@example.org", None),
        ("urn:isbn:123", None),
    ],
)
def test_a_pointer_leads_somewhere_or_the_finding_says_why_not(pointer: str, rule: str | None) -> None:
    found = check(document(f'<p xml:id="p1"><ref target="{pointer}">there</ref></p>'), elsewhere)
    assert [finding.rule for finding in found] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("pointer", "remedy"),
    [
        ("#paragrap", "Did you mean #paragraph?"),
        ("person:trotzky", "Did you mean person:trotsky?"),
        ("persn:trotsky", "Did you mean person:trotsky?"),
        ("person:lenin", "Add one to authority/persons.xml, or remove @target."),
        ("paragraph", "Did you mean #paragraph?"),
        ("wwww:x", "Add a prefixDef for it to the header."),
    ],
)
def test_a_remedy_names_what_was_probably_meant(pointer: str, remedy: str) -> None:
    (finding,) = check(document(f'<p xml:id="paragraph"><ref target="{pointer}"/></p>'), elsewhere)
    assert finding.remedy == remedy


def test_a_pattern_that_is_none_is_told_where_it_is_declared_and_once() -> None:
    broken = document('<p><ref target="person:trotsky"/></p>').source.markup.replace("([a-z]+)", "([a-z]+")
    (finding,) = check(Document.of(Source(broken.encode(), "letter.xml")), elsewhere)
    assert finding.rule == "pointers.prefix-pattern"
    assert finding.place
    assert broken.splitlines()[finding.place.line - 1][finding.place.column - 1 :].startswith("matchPattern=")


def test_words_of_the_text_are_no_pointers() -> None:
    assert list(check(document("<p>see #nothing and person:nobody</p>"), elsewhere)) == []


def test_an_address_below_xml_base_is_not_guessed_at() -> None:
    assert list(check(document('<p xml:base="sub/"><ref target="other.xml"/></p>'), elsewhere)) == []


@pytest.mark.parametrize(
    ("pattern", "pointer", "rules"),
    [
        (r"(\p{L}+)", "person:trotsky", []),
        (r"(\i\c*)", "person:trotsky", []),
        (r"(\p{Lu}+)", "person:trotsky", ["pointers.prefix-pattern"]),
        ("(.+?)", "person:trotsky", []),
        ("(a+)+b", "person:" + "a" * 60, ["pointers.prefix-pattern"]),
        ("([a-z]+", "person:trotsky", ["pointers.prefix-pattern"]),
    ],
)
def test_a_pattern_is_read_as_xml_schema_has_it(pattern: str, pointer: str, rules: list[str]) -> None:
    markup = document(f'<p><ref target="{pointer}"/></p>').source.markup.replace("([a-z]+)", pattern)
    found = check(Document.of(Source(markup.encode(), "letter.xml")), elsewhere)
    assert [finding.rule for finding in found] == rules


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    root = tmp_path / "edition"
    (root / "tei").mkdir(parents=True)
    (root / "tei" / "list.xml").write_text('<list xml:id="a"><item xml:id="b"/></list>', "utf-8")
    (root / "tei" / "broken.xml").write_text("<list", "utf-8")
    (root / "tei" / "page.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.xml").write_text('<a xml:id="s"/>', "utf-8")
    return root


def test_each_file_of_the_edition_answers_for_its_ids(edition: Path) -> None:
    ids = edition_files(edition)(edition / "tei" / "letter.xml")
    assert ids("list.xml") == frozenset(["a", "b"])
    assert ids("../tei/list.xml") == frozenset(["a", "b"])
    assert ids("page.png") == frozenset()
    assert ids("broken.xml") == frozenset()
    assert ids("missing.xml") is None


@pytest.mark.parametrize("address", ["../../secret.xml", "/etc/passwd", "%2e%2e/%2e%2e/secret.xml"])
def test_what_lies_outside_the_edition_is_not_read(edition: Path, address: str) -> None:
    with pytest.raises(OutsideError):
        edition_files(edition)(edition / "tei" / "letter.xml")(address)


@pytest.mark.parametrize("address", ["a%00b.xml", "x" * 5000, "a/" * 3000, "?", "%"])
def test_an_address_that_no_file_can_have_leads_to_none(edition: Path, address: str) -> None:
    assert not edition_files(edition)(edition / "tei" / "letter.xml")(address)


def test_a_link_that_leads_outside_is_not_followed(edition: Path) -> None:
    try:
        (edition / "tei" / "link.xml").symlink_to(edition.parent / "secret.xml")
    except OSError:
        return  # Windows without the right to make links
    with pytest.raises(OutsideError):
        edition_files(edition)(edition / "tei" / "letter.xml")("link.xml")
