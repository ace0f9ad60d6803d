"""What a place lies in and an organisation belongs to: kept when lists of others are taken in."""

from __future__ import annotations

import json

import pytest

from rubricator.authority import Authority, EntryKind, Place
from rubricator.authority.formats import Wish, read
from rubricator.authority.inserting import ListFile, new_list
from rubricator.authority.merging import merged
from rubricator.authority.taking_in import TakenIn, take_in
from rubricator.edition.survey import Survey
from rubricator.source import Source
from rubricator.splice import cut

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
NESTED = f"""{HEAD}<listPlace>
  <place xml:id="it" type="country"><placeName>Italy</placeName>
    <place xml:id="lazio"><placeName>Latium</placeName>
      <place xml:id="rome"><placeName>Rome</placeName><location><geo>41.9 12.5</geo></location></place>
    </place>
  </place>
</listPlace><listOrg>
  <org xml:id="ci"><orgName>Communist International</orgName>
    <org xml:id="ecci"><orgName>Executive Committee</orgName><note>Met in Moscow.</note></org>
  </org>
</listOrg></body></text></TEI>"""


def taken(text: str, *lists: Source, kind: EntryKind | None = None) -> TakenIn:
    records, _ = read(Source(text.encode(), "others.xml"), Wish(kind))
    return take_in(lists, records, lambda kind: Source(new_list(kind, "List", "Us", "en"), f"{kind}.xml"))


def places(made: TakenIn) -> dict[str, Place]:
    return {place.id: place for place in Authority.of(made.sources).places}


def test_nested_places_keep_what_they_lie_in() -> None:
    made = taken(NESTED)
    assert made.findings == ()
    assert '<location><placeName ref="#it">Italy</placeName></location>' in made.sources[0].markup
    rome = places(made)["rome"]
    assert (rome.part_of, rome.within, rome.forms) == (("#lazio",), ("Latium",), ("Rome",))
    assert rome.geo == (41.9, 12.5)


def test_nested_organisations_keep_what_they_belong_to() -> None:
    [entry] = [org for org in Authority.of(taken(NESTED).sources).organisations if org.id == "ecci"]
    assert (entry.part_of, entry.forms, entry.note) == (("#ci",), ("Executive Committee",), "Met in Moscow.")


def test_a_list_that_nests_is_read_so_where_it_stands() -> None:
    [_, latium, rome] = Authority.of([Source(NESTED.encode(), "x.xml")]).places
    assert (latium.part_of, rome.part_of, rome.within) == (("#it",), ("#lazio",), ("Latium", "Italy"))


def test_taking_a_hierarchy_in_twice_changes_nothing() -> None:
    once = taken(NESTED)
    again = taken(NESTED, *once.sources)
    assert (again.sources, again.added, again.supplemented, again.known) == ((), (), (), 5)


def test_a_pointer_that_the_record_has_itself_is_led_anew_and_not_doubled() -> None:
    located = f"""{HEAD}<listPlace><place xml:id="a"><placeName>Arles</placeName>
    <location><country ref="#f">France</country></location></place>
    <place xml:id="f"><placeName>France</placeName></place></listPlace></body></text></TEI>"""
    markup = taken(located).sources[0].markup
    assert markup.count('ref="#f"') == 1
    assert "<placeName ref" not in markup


@pytest.mark.parametrize("said", ["it", "place:it", "Q38", "http://www.wikidata.org/entity/Q38", "Italy"])
@pytest.mark.parametrize("column", ["parent", "within"])
def test_a_table_names_what_a_place_lies_in(said: str, column: str) -> None:
    rows = f"id,name,wikidata,{column}\nrome,Rome,Q220,{said}\nit,Italy,Q38,\n"
    assert places(taken(rows, kind=EntryKind.PLACE))["rome"].part_of == ("#it",)


def test_what_a_table_names_and_no_list_has_is_said() -> None:
    made = taken("name,parent\nRome,Latium\n", kind=EntryKind.PLACE)
    [finding] = made.findings
    assert finding.rule == "authority.pointer-left-out"
    assert "“Latium”, is not in the lists" in finding.message
    assert places(made)["rome"].part_of == ()


def test_a_place_that_is_known_already_is_told_what_it_lies_in() -> None:
    once = taken("id,name\nrome,Rome\n", kind=EntryKind.PLACE)
    made = taken("id,name,parent\nrome,Rome,it\nit,Italy,\n", *once.sources, kind=EntryKind.PLACE)
    assert (made.added, made.supplemented, made.known) == (("place:it",), ("place:rome",), 0)
    assert places(made)["rome"].part_of == ("#it",)
    other = taken("id,name,parent\nrome,Rome,fr\nfr,France,\n", *made.sources, kind=EntryKind.PLACE)
    [finding] = other.findings
    assert (finding.rule, "part of place:fr" in finding.message) == ("authority.contradiction", True)
    assert places(other)["rome"].part_of == ("#it",)


def claim(*ids: str) -> list[object]:
    return [{"mainsnak": {"datavalue": {"value": {"id": one}}}} for one in ids]


def test_wikidata_says_it_by_its_administrative_unit_else_the_country() -> None:
    cities = [
        {
            "id": "Q220",
            "labels": {"en": {"value": "Rome"}},
            "claims": {"P31": claim("Q515"), "P131": claim("Q1", "Q38")},
        },
        {
            "id": "Q90",
            "labels": {"en": {"value": "Paris"}},
            "claims": {"P31": claim("Q515"), "P17": claim("Q142")},
        },
        {"id": "Q38", "labels": {"en": {"value": "Italy"}}, "claims": {"P31": claim("Q6256")}},
    ]
    made = taken(json.dumps(cities))
    assert {name: place.part_of for name, place in places(made).items()} == {
        "rome": ("#italy",),
        "paris": (),
        "italy": (),
    }
    assert made.findings == ()


def test_the_gnd_says_it_by_the_hierarchical_superior() -> None:
    records = [
        {
            "id": "https://d-nb.info/gnd/1-1",
            "type": ["TerritorialCorporateBodyOrAdministrativeUnit"],
            "gndIdentifier": "1-1",
            "preferredName": "Altschottland",
            "hierarchicalSuperiorOfPlaceOrGeographicName": [
                {"id": "https://d-nb.info/gnd/2-2", "label": "x"}
            ],
        },
        {"type": ["PlaceOrGeographicName"], "gndIdentifier": "2-2", "preferredName": "Danzig"},
    ]
    assert places(taken(json.dumps(records)))["altschottland"].part_of == ("#danzig",)


def test_merging_keeps_what_only_one_says_of_where_a_place_lies() -> None:
    once = taken(NESTED).sources[0].markup
    new = once.replace("</listPlace>", '<place xml:id="roma"><placeName>Roma</placeName></place></listPlace>')
    source = Source(new.encode(), "place.xml")
    authority = Authority.of([source])
    splices = merged([ListFile.of(source)], authority.by_ref["place:rome"], authority.by_ref["place:roma"])
    made = Authority.of([cut(source, splices["place.xml"])]).by_ref["place:roma"]
    assert isinstance(made, Place)
    assert (made.part_of, made.geo) == (("#lazio",), (41.9, 12.5))
    other = once.replace(
        "</listPlace>",
        '<place xml:id="roma"><placeName>Roma</placeName><location><geo>41.9 12.5</geo></location></place>'
        "</listPlace>",
    )
    source = Source(other.encode(), "place.xml")
    authority = Authority.of([source])
    splices = merged([ListFile.of(source)], authority.by_ref["place:rome"], authority.by_ref["place:roma"])
    made = Authority.of([cut(source, splices["place.xml"])]).by_ref["place:roma"]
    assert made.part_of == ("#lazio",)
    assert made.markup.count("<geo>") == 1


def test_an_entry_that_another_is_part_of_is_found_from_it() -> None:
    authority = Authority.of(taken(NESTED).sources)
    assert [one.ref for one in authority.wholes(authority.by_ref["place:rome"])] == ["place:lazio"]
    assert [one.ref for one in authority.wholes(authority.by_ref["org:ecci"])] == ["org:ci"]
    assert authority.wholes(authority.by_ref["place:it"]) == ()


def test_what_a_mentioned_place_lies_in_is_not_reported_as_mentioned_by_nobody() -> None:
    authority = Authority.of(taken(NESTED).sources)
    found = Survey(authority, (), {"place:rome": 1})
    assert [entry.ref for entry in found.unused] == ["org:ci", "org:ecci"]
