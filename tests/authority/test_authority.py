"""What authority lists say, and what is said of broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from rubricator.authority import Authority, EntryKind
from rubricator.errors import InputRefused
from rubricator.findings import Severity
from rubricator.source import Source

EDITION = Path(__file__).resolve().parents[2] / "tei" / "authority"
TEI = "{http://www.tei-c.org/ns/1.0}"


def tei(body: str) -> Source:
    return Source(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'.encode(),
        "list.xml",
    )


def persons(content: str) -> Authority:
    return Authority.of([tei(f'<listPerson><person xml:id="x">{content}</person></listPerson>')])


@pytest.fixture(scope="module")
def edition() -> Authority:
    return Authority.read([EDITION])


def test_the_lists_of_our_edition_have_nothing_to_complain_of(edition: Authority) -> None:
    assert edition.findings == ()
    assert {kind: sum(entry.kind is kind for entry in edition.entries) for kind in EntryKind} == {
        EntryKind.PERSON: len(edition.persons),
        EntryKind.PLACE: len(edition.places),
        EntryKind.ORG: len(edition.organisations),
        EntryKind.WORK: len(edition.works),
    }
    assert all(entry.names and entry.names[0].type == "main" for entry in edition.entries)


@pytest.mark.parametrize(
    ("form", "ref"),
    [
        ("Litvinoff", "person:litvinov"),
        ("Chinchuk", "person:khinchuk"),
        ("the Mikado", "person:hirohito"),
        ("L. Trotsky", "person:trotsky"),
        ("Einde O’Callaghan", "person:ocallaghan"),
        ("USSR", "place:ussr"),
        ("Prinkipo", "place:prinkipo"),
        ("Nazis", "org:nsdap"),
        ("Bolshevik-Leninists", "org:left-opposition"),
        ("Chinese Eastern Railroad", "org:chinese-eastern-railway"),
        ("The Militant", "work:militant"),
    ],
)
def test_every_form_of_the_period_leads_to_its_entry(edition: Authority, form: str, ref: str) -> None:
    assert [entry.ref for entry in edition.by_form[form]] == [ref]


@pytest.mark.parametrize(
    "adjective", ["German", "Soviet", "Chinese", "Fascist", "Stalinist", "Japanese", "Militant"]
)
def test_no_adjective_is_a_form(edition: Authority, adjective: str) -> None:
    assert adjective not in edition.by_form


@pytest.mark.shared
def test_the_lists_of_our_edition_are_valid_tei(shared: Path) -> None:
    schema = etree.RelaxNG(etree.parse(str(shared / "schemas" / "tei_all.rng")))
    for path in sorted(EDITION.glob("*.xml")):
        assert schema.validate(etree.parse(str(path))), (path.name, schema.error_log)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("<persName>Leon Trotsky</persName>", "Leon Trotsky"),
        ("<persName>Leon\n   Trotsky</persName>", "Leon Trotsky"),
        ("<persName><forename>Leon</forename> <surname>Trotsky</surname></persName>", "Leon Trotsky"),
        ("<persName><surname>Trotsky</surname>, <forename>Leon</forename></persName>", "Leon Trotsky"),
        (
            "<persName><surname>Bennet</surname><forename>Henry</forename><forename>Grey</forename>"
            "<roleName>Honourable</roleName></persName>",
            "Henry Grey Bennet",
        ),
        (
            "<persName><surname>Beethoven</surname><nameLink>van</nameLink><forename>Ludwig</forename></persName>",
            "Ludwig van Beethoven",
        ),
        ("<persName><addName>Grey Bennet</addName></persName>", "Grey Bennet"),
        (
            "<persName>Sir <forename>William</forename> <surname>Elford</surname></persName>",
            "Sir William Elford",
        ),
        ("<persName><!-- once Sam -->Samuel<note>sic</note></persName>", "Samuel"),
        ("<persName><roleName>the Mikado</roleName></persName>", "the Mikado"),
    ],
)
def test_a_form_reads_as_in_running_text(written: str, form: str) -> None:
    assert persons(written).entries[0].forms == (form,)


def test_a_person_has_dates_offices_and_identifiers() -> None:
    [person] = persons(
        '<persName type="main" notAfter="1917">A B</persName><birth when="1879-11-07">7 Nov, '
        '<placeName>Y</placeName></birth><death notBefore="1939" notAfter="1944"/>'
        "<occupation>clerk</occupation>"
        '<occupation type="trade" subtype="banker"/><note>One.</note>'
        '<note>Two.</note><idno type="VIAF">1</idno>'
    ).persons
    assert (person.first_year, person.last_year) == (1879, 1944)
    assert person.birth is not None
    assert person.birth.place == "Y"
    assert person.occupations == ("clerk", "trade, banker")
    assert person.note == "One.\nTwo."
    assert person.idnos == (("VIAF", "1"),)
    assert (person.names[0].type, person.names[0].not_after) == ("main", "1917")


def test_a_place_has_coordinates_and_what_it_lies_in() -> None:
    [place] = Authority.of(
        [
            tei(
                '<listPlace><place xml:id="a"><placeName>Abingdon, Berkshire</placeName>'
                "<settlement>Abingdon</settlement>"
                "<region>Berkshire</region><location><geo>51.67 -1.28</geo></location></place></listPlace>"
            )
        ]
    ).places
    assert (place.geo, place.within) == ((51.67, -1.28), ("Berkshire",))


def test_a_place_without_a_name_is_called_by_its_nearest_part() -> None:
    [place] = Authority.of(
        [tei('<place xml:id="r"><settlement>Rome</settlement><country>Italy</country></place>')]
    ).places
    assert (place.label, place.within) == ("Rome", ("Italy",))


def test_only_bibl_in_a_list_is_a_work_and_only_its_own_title_names_it() -> None:
    works = Authority.of(
        [
            tei(
                '<p>see <bibl xml:id="cited"><title>No</title></bibl></p>'
                '<listBibl><biblStruct xml:id="w"><monogr>'
                '<author>A. B.</author><title level="j">Yes</title>'
                '<imprint><date when="1933"/></imprint></monogr>'
                "<note>like <title>Another</title></note></biblStruct></listBibl>"
            )
        ]
    ).works
    assert [(work.ref, work.forms, work.authors, work.level, work.first_year) for work in works] == [
        ("work:w", ("Yes",), ("A. B.",), "j", 1933)
    ]


def test_the_book_a_story_appeared_in_is_not_its_title() -> None:
    [work] = Authority.of(
        [
            tei(
                '<listBibl><bibl xml:id="w"><title level="a" ref="#w">Hannah</title>'
                '<title level="a">Hannah, a Tale</title><title level="m">Our Village</title>'
                '<title level="a" ref="#other">Lucy</title></bibl></listBibl>'
            )
        ]
    ).works
    assert work.forms == ("Hannah", "Hannah, a Tale")


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("person:x", "person:x"),
        ("#x", None),
        ("persons.xml#x", "person:x"),
        ("../authority/places.xml#x", "place:x"),
        ("#y", "place:y"),
        ("org:x", None),
        ("x", None),
        ("nowhere.xml#x", None),
        ("", None),
        ("#", None),
    ],
)
def test_a_reference_leads_to_one_entry_or_to_none(ref: str, found: str | None) -> None:
    authority = Authority.of(
        [
            Source(tei('<person xml:id="x"><persName>X</persName></person>').data, "persons.xml"),
            Source(
                tei(
                    '<place xml:id="x"><placeName>X</placeName></place>'
                    '<place xml:id="y"><placeName>Y</placeName></place>'
                ).data,
                "places.xml",
            ),
        ]
    )
    entry = authority.resolve(ref)
    assert (entry.ref if entry else None) == found


@pytest.mark.parametrize(
    ("body", "rule", "severity"),
    [
        (
            '<person xml:id="a"><persName>A</persName></person>'
            '<person xml:id="a"><persName>B</persName></person>',
            "authority.duplicate-id",
            Severity.ERROR,
        ),
        ("<person><persName>A</persName></person>", "authority.no-id", Severity.WARNING),
        ('<person xml:id="a"/>', "authority.no-name", Severity.WARNING),
        (
            '<person xml:id="a"><persName>A</persName><birth when="1900"/><death when="1800"/></person>',
            "authority.dates",
            Severity.ERROR,
        ),
        ("<p/>", "authority.empty", Severity.WARNING),
    ],
)
def test_what_is_wrong_with_a_list_is_said_and_the_rest_is_read(
    body: str, rule: str, severity: Severity
) -> None:
    found = Authority.of([tei(body)]).findings
    assert [(finding.rule, finding.severity, finding.file) for finding in found] == [
        (rule, severity, "list.xml")
    ]


def test_of_two_entries_with_one_id_the_first_counts() -> None:
    authority = Authority.of([tei('<person xml:id="a"><persName>A</persName></person>')] * 2)
    assert [entry.label for entry in authority.entries] == ["A"]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"<TEI", "list.xml:1:"),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text></TEI>', "list.xml:2:"),
        (b"<listPerson/>", "list.xml:1"),
        (b"", "list.xml:1:"),
        (
            b'<TEI xmlns="http://www.tei-c.org/ns/1.0">' + b"<div>" * 120 + b"</div>" * 120 + b"</TEI>",
            "list.xml:1",
        ),
    ],
)
def test_a_broken_list_is_refused_with_its_place(data: bytes, where: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        Authority.of([Source(data, "list.xml")])
    assert refusal.value.where.startswith(where)


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused):
        Authority.read([tmp_path / "persons.xml"])


@pytest.mark.shared
def test_a_large_foreign_index_is_read_whole(shared: Path) -> None:
    authority = Authority.read([shared / "corpora" / "names" / "site-index.xml"])
    assert len(authority.persons) > 1400
    bennet = authority.by_ref["person:Bennet_G"]
    assert bennet.forms == ("Henry (Grey) Bennet", "Henry Grey Bennet", "Grey Bennet")
    assert {finding.rule for finding in authority.findings} <= {
        "authority.no-name",
        "authority.duplicate-id",
        "authority.dates",
    }
