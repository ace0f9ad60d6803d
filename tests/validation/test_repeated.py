"""What is wrong with pointers in one way is told once, with how often; true findings are not drowned."""

from __future__ import annotations

from pathlib import Path

from rubricator.source import Source
from rubricator.validation import Schema, across, edition_files, nowhere, validate

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


def text(*parts: str, header: str = "") -> Source:
    body = "".join(f"<p>{part}</p>" for part in parts)
    markup = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'
    return Source(markup.encode(), "letter.xml")


def said(source: Source) -> list[str]:
    return [finding.message for finding in validate(source, Schema(), nowhere)]


def test_a_pointer_that_leads_nowhere_is_told_where_it_is_first_and_how_often() -> None:
    names = ['<rs ref="#smith">a</rs>'] * 3 + ['<rs ref="#jones">b</rs>']
    assert said(text(*names)) == [
        "Nothing in this file has the xml:id smith, to which @ref leads (here and at 2 more places).",
        "Nothing in this file has the xml:id jones, to which @ref leads.",
    ]


def test_an_exception_spares_its_own_place_alone() -> None:
    spared = '<?rubricator off="pointers.local"?><rs ref="#smith">a</rs>'
    assert said(text(spared, '<rs ref="#smith">a</rs>')) == [
        "Nothing in this file has the xml:id smith, to which @ref leads."
    ]


def test_ids_that_are_nearly_all_of_another_file_are_one_finding() -> None:
    many = [f'<rs ref="#p{number}">a</rs>' for number in range(40)]
    here = '<rs xml:id="here" ref="#here">a</rs>'
    (only,) = said(text(*many, here))
    assert only == "Of the 41 ids that @ref points to 40 are not in this file: #p0, #p1, #p10, …."
    assert len(said(text(*many[:10], here))) == 10


def test_what_is_included_from_elsewhere_may_have_the_ids_and_prefixes(tmp_path: Path) -> None:
    include = f'<xi:include {XI} href="part.xml"/>'
    pointing = '<rs ref="#there">a</rs> <rs ref="own:b">b</rs>'
    assert len(said(text(pointing))) == 2
    assert said(text(pointing, header=f"<teiHeader>{include}</teiHeader>")) == []
    (tmp_path / "part.xml").write_text('<p xml:id="there"/>', "utf-8")
    path = tmp_path / "letter.xml"
    path.write_bytes(text(pointing, '<rs ref="#nowhere">c</rs>', include).data)
    source = Source.read(path)
    report = validate(source, Schema(), edition_files(tmp_path)(path))
    assert [finding.rule for finding in report] == ["pointers.prefix", "pointers.local"]


def test_entries_named_as_if_they_were_in_the_same_file_are_not_unneeded(tmp_path: Path) -> None:
    people = "".join(f'<person xml:id="p{number}"/>' for number in range(30))
    listing = tmp_path / "persons.xml"
    listing.write_bytes(
        text(f"<listPerson>{people}</listPerson>").data.replace(b"<p>", b"").replace(b"</p>", b"")
    )
    letter = tmp_path / "letter.xml"
    letter.write_bytes(text(*(f'<rs ref="#p{number}">a</rs>' for number in range(27))).data)
    unused = [finding.message for finding in across.check([listing, letter])]
    assert unused == [f"No document of the edition points to p{number}." for number in (27, 28, 29)]
    letter.write_bytes(text('<rs ref="persons.xml#p0">a</rs>').data)
    (finding,) = across.check([listing, letter])
    assert finding.message.startswith("Of 30 entries 29 are named in no document of the edition: p1, p2,")


def test_brackets_of_editors_and_of_doubts_that_are_marked_are_let_be() -> None:
    assert len(said(text("a [sic] word"))) == 1
    assert said(text("<unclear>[?]</unclear> and <bibl><title>Poems […] in two volumes</title></bibl>")) == []
    assert said(text('<div type="translation"><p>… to the river [...] and along it</p></div>')) == []


def test_what_describes_a_schema_is_no_pointer_and_no_text() -> None:
    schematron = 'xmlns:sch="http://purl.oclc.org/dsdl/schematron"'
    rules = f'<sch:assert {schematron} test="x">Only one &lt;lem&gt;.</sch:assert><remarks><p/></remarks>'
    assert said(text('<classRef key="att.divLike" exclude="org sample"/>')) == []
    assert (
        said(text(f"<constraint>{rules}</constraint><outputRendition>content: '[...]'</outputRendition>"))
        == []
    )


def test_a_pointer_into_the_same_file_asks_for_no_base() -> None:
    based = text('<rs ref="#smith other.xml">a</rs>').markup.replace(
        "<TEI", '<TEI xml:base="https://example.org/"'
    )
    assert said(Source(based.encode(), "letter.xml")) == [
        "Nothing in this file has the xml:id smith, to which @ref leads."
    ]


def test_an_empty_name_that_refers_is_no_loss_where_works_are_listed() -> None:
    empty = '<persName ref="https://example.org/keats"/>'
    assert len(said(text(f"by {empty}"))) == 1
    assert said(text(f"<bibl><author>{empty}</author></bibl>")) == []
