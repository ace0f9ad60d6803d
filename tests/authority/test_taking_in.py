"""Taking entries in: known ones are supplemented, others added, and not one other byte changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubricator.authority import Authority, Entry, EntryKind, Person
from rubricator.authority.formats import Wish, read
from rubricator.authority.inserting import new_list
from rubricator.authority.slugs import is_id, new_id, slug
from rubricator.authority.taking_in import TakenIn, take_in
from rubricator.source import Source

FILES = Path(__file__).parent / "files"
LIST = """<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><!-- kept  as it is --></teiHeader><text><body>
  <listPerson >
    <person xml:id='wren'>
      <persName>Tobias Wren</persName>
      <birth when="1850"/><idno type="VIAF">1</idno>
    </person>
    <person xml:id="old"><persName>Old Wren</persName><idno type="former">tobias-wren</idno></person>
  </listPerson>
</body></text></TEI>
"""


def records(text: str, kind: EntryKind = EntryKind.PERSON) -> list[Entry]:
    return read(Source(text.encode(), "new.csv"), Wish(kind))[0]


def fresh(kind: EntryKind) -> Source:
    return Source(new_list(kind, "List", "Us", "en"), f"{kind}.xml")


def taken(text: str, lists: str = LIST) -> TakenIn:
    return take_in([Source(lists.encode(), "persons.xml")], records(text), fresh)


def after(made: TakenIn) -> Authority:
    return Authority.of(made.sources)


def test_a_known_entry_is_supplemented_where_tei_asks_for_it() -> None:
    made = taken(
        "name,variants,birth,death,wikidata,viaf,note\nWren T.,T. Wren,1850-03-01,1901,Q9,1,Engineer\n"
    )
    assert (made.added, made.supplemented) == ((), ("person:wren",))
    assert made.sources[0].markup == LIST.replace(
        "Tobias Wren</persName>\n",
        'Tobias Wren</persName>\n      <persName type="variant">Wren T.</persName>\n'
        '      <persName type="variant">T. Wren</persName>\n',
    ).replace(
        '<birth when="1850"/><idno type="VIAF">1</idno>',
        '<birth when="1850"/>\n      <death when="1901">1901</death><idno type="VIAF">1</idno>\n'
        '      <idno type="wikidata">Q9</idno>\n      <note>Engineer</note>',
    )


def test_what_an_element_says_in_attributes_is_supplemented_too() -> None:
    made = taken("name,viaf,type,gender\nTobias Wren,1,engineer,male\n")
    assert made.sources[0].markup == LIST.replace(
        "xml:id='wren'>", 'xml:id=\'wren\' role="engineer" sex="M">'
    )
    again = take_in(made.sources, records("name,viaf,gender\nTobias Wren,1,F\n"), fresh)
    assert [finding.message for finding in again.findings] == [
        "“Tobias Wren”: For person:wren it says: sex F (the entry has M)."
    ]


def test_what_contradicts_the_entry_is_said_and_not_taken() -> None:
    made = taken("name,birth,viaf,gnd\nTobias Wren,1851,1,\n")
    assert made.sources == ()
    [finding] = made.findings
    assert (finding.rule, finding.message) == (
        "authority.contradiction",
        "“Tobias Wren”: For person:wren it says: born 1851 (the entry has 1850).",
    )


def test_an_entry_of_that_name_alone_is_another() -> None:
    made = taken("name,birth\nTobias Wren,1790\n")
    assert made.added == ("person:tobias-wren-2",)  # the id tobias-wren led to someone before


def test_two_entries_with_the_identifiers_of_one_record_are_said() -> None:
    lists = LIST.replace("Old Wren</persName>", 'Old Wren</persName><idno type="GND">5</idno>')
    made = taken("name,viaf,gnd\nT. Wren,1,5\n", lists)
    assert [finding.rule for finding in made.findings] == ["authority.two-entries"]
    assert made.sources == ()


def test_an_id_that_a_table_gives_is_the_entry_of_that_id() -> None:
    made = taken("id,name,death\nwren,Tobias J. Wren,1901\n")
    assert made.supplemented == ("person:wren",)
    [finding] = taken("id,name,birth\nwren,Tobias Wren,1700\n").findings
    assert finding.rule == "authority.contradiction"


def test_two_rows_of_one_identifier_are_one_entry() -> None:
    made = taken("name,gnd,death\nJane Wren,7,\nWren Jane,https://d-nb.info/gnd/7,1900\n")
    [jane] = [entry for entry in after(made).entries if entry.id == "jane-wren"]
    assert isinstance(jane, Person)
    assert (jane.forms, jane.last_year, jane.idnos) == (("Jane Wren", "Wren Jane"), 1900, (("GND", "7"),))


def test_where_there_is_no_list_of_that_kind_one_is_begun() -> None:
    made = take_in([], records("name\nSkerry\n", EntryKind.PLACE), fresh)
    assert [source.name for source in made.sources] == ["place.xml"]
    assert after(made).findings == ()


def test_an_empty_list_and_an_empty_entry_are_opened() -> None:
    lists = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson><person xml:id="a" n="1" /></listPerson></TEI>'
    )
    made = taken("id,name\na,A. B.\n", lists)
    assert made.sources[0].markup == lists.replace(
        ' n="1" />', ' n="1"><persName type="variant">A. B.</persName></person>'
    )


def test_a_list_with_a_prefix_in_an_old_encoding_keeps_both() -> None:
    lists = (
        '<?xml version="1.0" encoding="iso-8859-1"?>\r\n<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text>'
        "<t:listPerson>\r\n <t:person xml:id='é'><t:persName>É</t:persName></t:person>\r\n"
        "</t:listPerson></t:text></t:TEI>\r\n"
    )
    made = take_in([Source(lists.encode("latin-1"), "p.xml")], records("name\nŠimon\n"), fresh)
    data = made.sources[0].data
    assert b'\r\n <t:person xml:id="simon">\r\n   <t:persName type="main">&#352;imon</t:persName>\r\n' in data
    assert data.count(b"\n") == data.count(b"\r\n")
    assert after(made).findings == ()


def test_tei_of_others_is_taken_whole_and_its_pointers_led_anew() -> None:
    found, _ = read(Source.read(FILES / "others.xml"), Wish())
    lists = LIST.replace("xml:id='wren'", "xml:id='oxford'")
    made = take_in([Source(lists.encode(), "persons.xml")], found, fresh)
    assert made.added == ("place:uk", "place:oxford-2", "person:trotsky", "person:sedov")
    persons = made.sources[0].markup
    assert '<placeName ref="place:oxford-2">Oxford</placeName>, <ref>there</ref></residence>' in persons
    assert '<person xml:id="sedov"><persName>Leon Sedov</persName><note>His son.</note></person>' in persons
    assert [finding.rule for finding in made.findings] == ["authority.pointer-left-out"]
    [united, oxford] = after(made).places
    assert (united.forms, oxford.geo) == (("United Kingdom",), (51.75, -1.25))


@pytest.mark.parametrize("file", sorted(path.name for path in FILES.iterdir()))
def test_what_was_taken_in_once_is_known_the_second_time(file: str) -> None:
    source = Source.read(FILES / file)
    found, _ = read(source, Wish())
    once = take_in([Source(LIST.encode(), "persons.xml")], found, fresh)
    assert once.added
    again = take_in(
        [*once.sources]
        if once.sources[0].name == "persons.xml"
        else [Source(LIST.encode(), "persons.xml"), *once.sources],
        found,
        fresh,
    )
    assert (again.added, again.supplemented, again.known) == ((), (), len(found))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Leon Trotsky", "leon-trotsky"),
        ("Øystein Å. Œuvre", "oystein-a-oeuvre"),
        ("O’Callaghan", "ocallaghan"),
        ("Троцкий", "троцкии"),
        ("1848", "e-1848"),
        ("…", "entry"),
        ("a" * 60, "a" * 60),
    ],
)
def test_an_id_is_made_of_the_name(name: str, made: str) -> None:
    assert slug(name) == made
    assert is_id(made)


def test_an_id_is_given_once() -> None:
    [entry] = records('name\n"Wren, Tobias"\n')
    taken_ids: set[str] = set()
    for expected in ("wren", "tobias-wren", "tobias-wren-2", "tobias-wren-3"):
        assert new_id(entry, taken_ids.__contains__) == expected
        taken_ids.add(expected)


@settings(max_examples=40)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12), max_size=4
    )
)
def test_whatever_a_name_is_the_list_stays_well_formed_and_its_other_bytes_the_same(names: list[str]) -> None:
    rows = "name\n" + "".join('"{}"\n'.format(name.replace('"', '""')) for name in names)
    made = taken(rows)
    if made.sources:
        markup = made.sources[0].markup
        start, end = LIST.split("\n  </listPerson>")
        assert markup.startswith(start)
        assert markup.endswith(f"\n  </listPerson>{end}")
        ids = re.findall(r'xml:id=["\']([^"\']+)', markup)
        assert len(ids) == len(set(ids))
        assert len(after(made).entries) == 2 + len(made.added)
