"""Other people's files: each kind gives entries with their names in order, dates in ISO, identifiers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubricator.authority import Entry, EntryKind, Organisation, Person, Place, Work
from rubricator.authority.formats import Wish, read
from rubricator.authority.formats.making import life, name, when
from rubricator.authority.rendering import entry_markup
from rubricator.errors import InputRefused
from rubricator.source import Source

FILES = Path(__file__).parent / "files"


def entries(file: str, wish: Wish | None = None) -> list[Entry]:
    return read(Source.read(FILES / file), wish or Wish())[0]


def table(text: str, wish: Wish | None = None) -> list[Entry]:
    return read(Source(text.encode(), "people.csv"), wish or Wish(EntryKind.PERSON))[0]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Trotsky, Leon, 1879-1940", "Leon Trotsky"),
        ("Leon Trotsky", "Leon Trotsky"),
        ("Beethoven, Ludwig van", "Ludwig van Beethoven"),
        ("Byron, George Gordon Byron, Baron, 1788-1824", "George Gordon Byron"),
        ("Victoria, Queen of Great Britain, 1819-1901", "Victoria"),
        ("Wren, Tobias, active 1850", "Tobias Wren"),
        ("Plato", "Plato"),
    ],
)
def test_a_heading_becomes_the_name_in_running_order(written: str, form: str) -> None:
    assert name(EntryKind.PERSON, written).form == form


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Harcourt, Sir William", "roleName Sir, forename William, surname Harcourt"),
        ("Seymour, Lady Jane", "roleName Lady, forename Jane, surname Seymour"),
        ("Müller, Dr. Karl Otfried", "roleName Dr., forename Karl Otfried, surname Müller"),
        ("Brontë, Rev. Patrick", "roleName Rev., forename Patrick, surname Brontë"),
        ("Allott, John (Rev.)", "roleName Rev., forename John, surname Allott"),
        ("Mary, Queen of Scots", "forename Mary, roleName Queen of Scots"),
        ("Henry VIII, King of England", "forename Henry, genName VIII, roleName King of England"),
        (
            "Primrose, Archibald, 5th Earl of Rosebery",
            "forename Archibald, surname Primrose, roleName 5th Earl of Rosebery",
        ),
        (
            "Wellington, Arthur Wellesley, 1st Duke of",
            "forename Arthur, surname Wellesley, roleName 1st Duke of Wellington",
        ),
        ("King, Martin Luther, Jr.", "forename Martin Luther, surname King, genName Jr."),
        ("Martin Luther King, Jr.", "forename Martin Luther, surname King, genName Jr."),
        ("Pitt, William, the Elder", "forename William, surname Pitt, genName the Elder"),
        ("Beethoven, Ludwig van", "forename Ludwig, nameLink van, surname Beethoven"),
        ("Smith, John, engineer", "forename John, surname Smith, roleName engineer"),
    ],
)
def test_every_part_of_a_heading_is_told(cell: str, parts: str) -> None:
    found = name(EntryKind.PERSON, cell).parts
    assert ", ".join(f"{part} {text}" for part, text in found) == parts


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("Primrose, Archibald, 5th Earl of Rosebery", ["Earl of Rosebery", "Lord Rosebery"]),
        ("Wellington, Arthur Wellesley, 1st Duke of", ["Duke of Wellington"]),
        ("Byron, George Gordon Byron, Baron", ["Lord Byron"]),
        ("Mary, Queen of Scots", []),
    ],
)
def test_a_peer_is_also_called_by_the_title(cell: str, titles: list[str]) -> None:
    [person] = table(f'name\n"{cell}"\n')
    assert list(person.forms[1:]) == titles


_PIECES = st.sampled_from(
    "Sir William;Lady Jane;Dr. Karl;John (Rev.);Jr.;III;the Elder;Queen of Scots;5th Earl of Rosebery;"
    "Duke of;Baron;Ludwig van;Saint;engineer;Anna Maria;Lord;Sir;D.D.;(Rev.);Mother;Rev. Dr. Ann".split(";")
)


@given(st.sampled_from(["Harcourt", "Mary", "Henry VIII", "de la Mare"]), st.lists(_PIECES, max_size=4))
def test_no_word_of_a_heading_is_lost(head: str, pieces: list[str]) -> None:
    [person] = table('name\n"' + ", ".join([head, *pieces]) + '"\n')
    written = re.sub(r"<[^>]*>", "", entry_markup(person, "x"))
    words = {word.strip("()") for piece in [head, *pieces] for word in piece.split()}
    assert words <= set(written.split())


def test_the_years_of_a_heading_are_those_of_the_life() -> None:
    [person] = table('name\n"Trotsky, Leon, 1879-1940"\n')
    assert (person.first_year, person.last_year) == (1879, 1940)


def test_a_place_keeps_its_comma() -> None:
    assert name(EntryKind.PLACE, "Abingdon, Berkshire").form == "Abingdon, Berkshire"


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("1879-11-07", "1879-11-07", "1879-11-07"),
        ("1879", "1879", "1879"),
        ("7 November 1879", "1879-11-07", "1879-11-07"),
        ("1870-1880", "1870", "1880"),
        ("850", "0850", "0850"),
        ("unknown", None, None),
    ],
)
def test_a_date_is_read_as_far_as_it_is_one(written: str, earliest: str | None, latest: str | None) -> None:
    event = when(written)
    assert event is not None
    assert (event.earliest, event.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("written", "born", "died"),
    [
        ("1879-1940", "1879", "1940"),
        ("1879-", "1879", None),
        ("-1940", None, "1940"),
        ("b. 1879", "1879", None),
    ],
)
def test_a_life_is_two_dates(written: str, born: str | None, died: str | None) -> None:
    first, last = life(written)
    assert (first and first.earliest, last and last.earliest) == (born, died)


def test_the_columns_of_a_table_are_found_by_their_titles_or_mapped() -> None:
    [person] = table(
        "Ident;Label;Variants;born;died;QID\n"
        'lt;"Trotsky, Leon";Leo Trotzki;1879-11-07;21 August 1940;http://www.wikidata.org/entity/Q33391\n',
        Wish(EntryKind.PERSON, columns={"id": "Ident"}),
    )
    assert isinstance(person, Person)
    assert (person.id, person.forms) == ("lt", ("Leon Trotsky", "Leo Trotzki"))
    assert (person.birth and person.birth.earliest, person.death and person.death.latest) == (
        "1879-11-07",
        "1940-08-21",
    )
    assert person.idnos == (("wikidata", "http://www.wikidata.org/entity/Q33391"),)


def test_a_table_of_tabs_has_several_variants_and_kinds_in_its_rows() -> None:
    place, work = table(
        "kind\tname\tvariants\tlat\tlong\tauthor\ttype\n"
        "place\tCoyoacán\tCoyoacan; Villa Coyoacán\t19,35\t-99.16\t\t\n"
        "work\tMy Life\t\t\t\tLeon Trotsky\tm\n",
        Wish(),
    )
    assert isinstance(place, Place)
    assert (place.forms, place.geo) == (("Coyoacán", "Coyoacan", "Villa Coyoacán"), (19.35, -99.16))
    assert isinstance(work, Work)
    assert (work.authors, work.level) == (("Leon Trotsky",), "m")


def test_what_a_table_lacks_is_said() -> None:
    with pytest.raises(InputRefused, match="no column for names"):
        table("surname,born\nWren,1850\n")
    with pytest.raises(InputRefused, match="no column 'Label'"):
        table("name,born\nWren,1850\n", Wish(columns={"name": "Label"}))
    _, findings = read(
        Source(b"name,lat,long\nWren,,\n,1,2\nHere,far,away\n", "t.csv"), Wish(EntryKind.PLACE)
    )
    assert [(finding.rule, finding.place and finding.place.line) for finding in findings] == [
        ("authority.no-name", 3),
        ("authority.no-degrees", 4),
    ]
    _, [finding] = read(Source(b"name\nWren\n", "t.csv"), Wish())
    assert finding.rule == "authority.unknown-kind"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("place,Abingdon,,,999,-1.28", "authority.no-degrees"),
        ("place,Abingdon,,,51.67,181", "authority.no-degrees"),
        ("place,Abingdon,,,nan,1", "authority.no-degrees"),
        ("place,Abingdon,,,north,west", "authority.no-degrees"),
        ("person,Wren,1890,1850,,", "authority.dates"),
    ],
)
def test_a_value_that_cannot_be_is_left_out_and_the_rest_of_the_row_taken(row: str, rule: str) -> None:
    [taken], [finding] = read(Source(f"kind,name,birth,death,lat,long\n{row}\n".encode(), "t.csv"), Wish())
    assert (finding.rule, finding.file, finding.place and finding.place.line) == (rule, "t.csv", 2)
    assert taken.label in row
    assert (taken.first_year, taken.last_year) == (None, None)
    assert not (isinstance(taken, Place) and taken.geo)


def test_mads_records_are_persons_organisations_places_and_works() -> None:
    person, org, place, work = entries("trotsky.mads.xml")
    assert isinstance(person, Person)
    assert person.forms == ("Leon Trotsky", "Lev Davidovich Bronshteĭn")
    assert (person.first_year, person.last_year, person.note) == (1879, 1940, "His My life, 1930.")
    assert ("LCCN", "n79006895") in person.idnos
    assert (org.ref[:4], org.forms) == ("org:", ("Communist International", "Comintern"))
    assert (place.kind, place.idnos) == (EntryKind.PLACE, (("URI", "https://d-nb.info/gnd/4028435-4"),))
    assert (work.kind, work.label) == (EntryKind.WORK, "My life")


def test_marc_gives_the_exact_dates_before_the_years() -> None:
    person, place = entries("trotsky.marc.xml")
    assert isinstance(person, Person)
    assert person.forms == ("Lev D. Trockij", "Leo Trotzki")
    assert (person.birth and person.birth.earliest, person.death and person.death.earliest) == (
        "1879-11-07",
        "1940-08-21",
    )
    assert person.idnos == (("gnd", "118642979"), ("GND", "118642979"))
    assert person.note == "Politiker"
    assert isinstance(place, Place)
    assert place.geo == pytest.approx((19.35, -99.166667))


def test_a_dump_of_marc_by_lines_is_read_too() -> None:
    trotsky, victoria = entries("trotsky.mrk")
    assert isinstance(trotsky, Person)
    assert trotsky.forms == ("Leon Trotsky", "Lev Davidovich Bronshteĭn", "Pero")
    assert (trotsky.birth and trotsky.birth.earliest, trotsky.idnos) == (
        "1879-11-07",
        (("LCCN", "n79006895"),),
    )
    assert (victoria.forms, victoria.first_year) == (("Victoria",), 1819)


def test_lobid_describes_a_person_of_the_gnd() -> None:
    [person] = entries("trotsky.lobid.json")
    assert isinstance(person, Person)
    assert person.forms == ("Lev D. Trockij", "Leo Trotzki", "Lev Davidovič Bronštejn")
    assert person.idnos == (("GND", "118642979"), ("URI", "http://www.wikidata.org/entity/Q33391"))
    assert person.death is not None
    assert person.sex == "M"
    assert (person.death.latest, person.death.place, person.occupations) == (
        "1940-08-21",
        "Coyoacán",
        ("Politiker",),
    )


def test_expanded_json_ld_describes_a_place_of_the_gnd() -> None:
    [place] = entries("coyoacan.jsonld")
    assert isinstance(place, Place)
    assert (place.forms, place.geo) == (("Coyoacán", "Villa Coyoacán"), (19.35, -99.1617))
    assert place.idnos == (("GND", "4216745-6"), ("URI", "https://sws.geonames.org/3530240"))


def test_a_cluster_of_viaf_has_headings_and_other_libraries_numbers() -> None:
    [person] = entries("trotsky.viaf.json")
    assert isinstance(person, Person)
    assert person.forms == ("Leon Trotsky", "Lev Davidovič Trotskij", "Leo Trotzki")
    assert (person.birth and person.birth.earliest, person.death) == ("1879-11-07", None)
    assert person.idnos == (
        ("VIAF", "12301053"),
        ("GND", "118642979"),
        ("LCCN", "n79006895"),
        ("wikidata", "Q33391"),
    )


def test_wikidata_gives_labels_in_the_languages_asked_for_and_new_style_dates() -> None:
    person, place = entries("trotsky.wikidata.json", Wish(languages=("en", "de")))
    assert isinstance(person, Person)
    assert [(one.form, one.language, one.type) for one in person.names] == [
        ("Leon Trotsky", None, None),
        ("Lev Bronstein", None, "variant"),
        ("Leo Trotzki", "de", "variant"),
    ]
    assert person.birth is not None  # 26 October 1879 in the Old Style
    assert person.sex == "M"
    assert (person.birth.earliest, person.last_year, person.note) == (
        "1879-11-07",
        1940,
        "Russian revolutionary",
    )
    assert person.idnos == (("wikidata", "Q33391"), ("GND", "118642979"), ("VIAF", "12301053"))
    assert isinstance(place, Place)
    assert (place.forms, place.geo) == (("Coyoacán",), (19.35, -99.1617))


def test_an_entity_of_no_known_kind_is_said_unless_a_kind_is_given() -> None:
    _, [finding] = read(Source.read(FILES / "trotsky.wikidata.json"), Wish())
    assert (finding.rule, "Q1" in finding.message) == ("authority.unknown-kind", True)
    assert len(entries("trotsky.wikidata.json", Wish(EntryKind.WORK))) == 3


def test_a_dump_of_a_line_each_is_read_and_a_broken_line_named() -> None:
    line = '{"id": "Q2", "labels": {"en": {"value": "X"}}, "claims": {}}'
    found, _ = read(Source(f"[\n{line},\n{line}\n]".encode(), "d.json"), Wish(EntryKind.ORG))
    assert [type(one) for one in found] == [Organisation, Organisation]
    with pytest.raises(InputRefused, match="not JSON") as refused:
        read(Source(f"{line}\n{{broken\n".encode(), "d.json"), Wish(EntryKind.ORG))
    assert refused.value.where == "d.json:2"


def test_tei_of_others_may_be_nested_without_ids_and_in_plain_lists() -> None:
    found = entries("others.xml")
    assert [(one.kind.value, one.id, one.label) for one in found] == [
        ("place", "uk", "United Kingdom"),
        ("place", "oxford", "Oxford"),
        ("person", "", "Leon Trotsky"),
        ("person", "sedov", "Leon Sedov"),
    ]
    assert found[1].idnos == (("URI", "https://sws.geonames.org/2640729/"),)
    assert found[2].idnos == (("URI", "http://viaf.org/viaf/12301053"),)
