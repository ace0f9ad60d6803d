"""What a pointer leads to: by xml:id, by an address of the web, through a prefix; also by an id of before."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.authority import Authority
from rubricator.authority.identifiers import Identifier, address, from_address, identifier
from rubricator.authority.links import Links
from rubricator.document import Document
from rubricator.source import Source

LISTS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><listPerson>
<person xml:id="trotsky"><persName>Leon Trotsky</persName><idno type="GND">118642979</idno>
<idno type="URI">https://example.org/people/7</idno><idno type="former">bronstein</idno></person>
<person xml:id="stalin" sameAs="http://viaf.org/viaf/101775096"><persName>Stalin</persName></person>
</listPerson><listPlace><place xml:id="oxford"><placeName ref="https://sws.geonames.org/2640729/">Oxford</placeName></place>
</listPlace></body></text></TEI>"""
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><listPrefixDef>
<prefixDef ident="person" matchPattern="(.+)" replacementPattern="authority/all.xml#$1"/>
<prefixDef ident="pl" matchPattern="([a-z]+)" replacementPattern="authority/all.xml#$1"/>
<prefixDef ident="gnd" matchPattern="([0-9]+)" replacementPattern="https://d-nb.info/gnd/$1"/>
<prefixDef ident="other" matchPattern="(.+)" replacementPattern="elsewhere.xml#$1"/>
</listPrefixDef></encodingDesc></teiHeader><text><body><p>{}</p></body></text></TEI>"""


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "authority").mkdir()
    (tmp_path / "authority" / "all.xml").write_text(LISTS, "utf-8")
    return tmp_path


def links(directory: Path, text: str = "") -> Links:
    authority = Authority.read([directory / "authority"])
    return Links(authority, Document.of(Source(TEXT.format(text).encode())), directory / "letter.xml")


@pytest.mark.parametrize(
    ("pointer", "ref"),
    [
        ("person:trotsky", "person:trotsky"),
        ("pl:oxford", "place:oxford"),
        ("place:oxford", "place:oxford"),  # declared nowhere, and the edition's own
        ("authority/all.xml#trotsky", "person:trotsky"),
        ("./authority/../authority/all.xml#stalin", "person:stalin"),
        ("gnd:118642979", "person:trotsky"),
        ("https://d-nb.info/gnd/118642979", "person:trotsky"),
        ("http://d-nb.info/gnd/118642979/about", "person:trotsky"),
        ("https://lobid.org/gnd/118642979.json", "person:trotsky"),
        ("https://viaf.org/viaf/101775096/", "person:stalin"),
        ("https://www.geonames.org/2640729/oxford.html", "place:oxford"),
        ("https://example.org/people/7", "person:trotsky"),
        ("person:bronstein", "person:trotsky"),
        ("authority/all.xml#bronstein", "person:trotsky"),
        ("other:trotsky", None),
        ("person:nobody", None),
        ("#trotsky", None),
        ("elsewhere.xml#trotsky", None),
        ("https://d-nb.info/gnd/1", None),
    ],
)
def test_a_pointer_leads_to_its_entry_however_it_is_written(
    directory: Path, pointer: str, ref: str | None
) -> None:
    found = links(directory).entry(pointer)
    assert (found and found.ref) == ref


def test_every_pointer_of_a_document_is_found_with_its_place(directory: Path) -> None:
    made = links(
        directory,
        "<persName ref='person:trotsky' key=\"other\">T.</persName> "
        '<rs  ref = "person:stalin\n person:trotsky">they</rs>'
        ' <placeName key="oxford">O.</placeName> <name corresp="pl:oxford" ana="#x">x</name>',
    )
    markup = made.document.source.markup
    found = [(one.attribute, markup[one.start : one.end], one.entry.ref) for one in made.references()]
    assert found == [
        ("ref", "person:trotsky", "person:trotsky"),
        ("ref", "person:stalin", "person:stalin"),
        ("ref", "person:trotsky", "person:trotsky"),
        ("key", "oxford", "place:oxford"),
        ("corresp", "pl:oxford", "place:oxford"),
    ]


@pytest.mark.parametrize(
    ("scheme", "value", "found"),
    [
        ("GND", "118642979", Identifier("GND", "118642979")),
        ("pnd", "https://d-nb.info/gnd/118642979", Identifier("GND", "118642979")),
        ("Wikidata", "http://www.wikidata.org/entity/Q33391", Identifier("wikidata", "Q33391")),
        ("URI", "https://www.wikidata.org/wiki/Q33391", Identifier("wikidata", "Q33391")),
        ("ISNI", "0000 0001 2096 4206", Identifier("ISNI", "0000000120964206")),
        ("shelfmark", "MS 12", Identifier("shelfmark", "MS 12")),
        ("", "https://example.org/7", Identifier("", "https://example.org/7")),
    ],
)
def test_an_identifier_is_one_however_it_is_written(scheme: str, value: str, found: Identifier) -> None:
    assert identifier(scheme, value) == found


def test_what_has_an_address_is_found_by_it() -> None:
    for one in (Identifier("GND", "118642979"), Identifier("VIAF", "12301053"), Identifier("wikidata", "Q1")):
        written = address(one)
        assert written is not None
        assert from_address(written) == one
    assert address(Identifier("shelfmark", "MS 12")) is None
