"""Citations for reference managers, tags for indexers, and the files that lie beside the page."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree
from tests.publication.helpers import HEADER, page, tei

from rubricator.document import Document
from rubricator.publication import original, text
from rubricator.publication.citing import bibtex, csl_json, key
from rubricator.publication.epub import book
from rubricator.publication.format import Context, Publication, Shape
from rubricator.publication.html import factory
from rubricator.publication.metadata import Metadata
from rubricator.source import Source


def metadata(author: str = "Ann Author", title: str = "A Title", extra: str = "") -> Metadata:
    header = HEADER.replace("Ann Author", author).replace("A Title", title)
    header = header.replace("<availability>", f"{extra}<availability>")
    return Metadata.of(etree.fromstring(tei("<p>a</p>", header=header)), "test")


def test_bibtex_says_what_the_page_says_of_itself() -> None:
    assert bibtex(metadata(extra='<idno type="DOI">10.1234/ab_c</idno>')) == (
        "@misc{author2026title,\n"
        "  author = {Ann Author},\n"
        "  editor = {The Editors},\n"
        "  title = {{A Title}},\n"
        "  year = {2026},\n"
        "  date = {2026-11-22},\n"
        "  publisher = {The Press},\n"
        "  doi = {10.1234/ab_c},\n"
        "  url = {https://doi.org/10.1234/ab_c},\n"
        "  langid = {en},\n"
        "  note = {A Source, 1933.}\n"
        "}\n"
    )


def test_no_address_is_made_up() -> None:
    assert "url" not in bibtex(metadata())
    assert "URL" not in csl_json(metadata())
    assert "og:url" not in etree.tostring(page(tei("<p>a</p>")), encoding="unicode")


@pytest.mark.parametrize(
    ("name", "in_bibtex", "in_csl"),
    [
        ("Ann Author", "Ann Author", {"literal": "Ann Author"}),
        ("Author, Ann", "Author, Ann", {"family": "Author", "given": "Ann"}),
        ("A., fl. 1593.", "{A., fl. 1593.}", {"literal": "A., fl. 1593."}),
        (
            "Society for the Preservation of Lighthouses",
            "{Society for the Preservation of Lighthouses}",
            {"literal": "Society for the Preservation of Lighthouses"},
        ),
        ("Plato", "{Plato}", {"literal": "Plato"}),
    ],
)
def test_a_name_is_divided_only_where_it_says_how(name: str, in_bibtex: str, in_csl: dict[str, str]) -> None:
    assert f"author = {{{in_bibtex}}}," in bibtex(metadata(name))
    assert json.loads(csl_json(metadata(name)))[0]["author"] == [in_csl]


def test_nothing_in_a_title_breaks_out_of_its_braces() -> None:
    made = bibtex(metadata(title=r"50 % of {A} \ B &amp; C_d"))
    assert r"title = {{50 \% of \{A\} \textbackslash{} B \& C\_d}}," in made


def test_the_key_is_plain_ascii() -> None:
    assert key(metadata("Éinde O’Callaghan", "Der Übergang")) == "ocallaghan2026ubergang"
    assert key(metadata("孔子", "論語")) == "2026"


def test_the_page_offers_its_citation_and_tags_for_indexers() -> None:
    found = page(tei("<p>a</p>"))
    shown = [str(pre.text) for pre in found.iter("{*}pre")]
    assert [one[:5] for one in shown] == ["@misc", "[\n  {"]
    tags = {str(one.get("name") or one.get("property")): one.get("content") for one in found.iter("{*}meta")}
    assert tags["citation_title"] == tags["og:title"] == tags["DC.title"] == "A Title"
    assert tags["citation_author"] == "Ann Author"
    assert tags["citation_publication_date"] == "2026/11/22"
    assert tags["og:type"] == "article"


def test_what_is_published_beside_the_page_can_be_downloaded_from_it_and_nothing_else() -> None:
    def links(**downloads: str) -> dict[str, str | None]:
        beside = {name.replace("_", "."): kind for name, kind in downloads.items()}
        context = Context(Document.of(Source(tei("<p>a</p>"), "a.xml")), "a", downloads=beside)
        made = etree.fromstring(factory().publish(context).files[0].data)
        return {str(one.text): one.get("href") for one in made.iter("{*}a") if one.get("download")}

    assert links() == {}
    assert links(a_epub="epub", a_diplomatic_txt="text", a_paragraphs_txt="text", a_tei_xml="tei") == {
        "EPUB": "a.epub",
        "Plain text (diplomatic)": "a.diplomatic.txt",
        "Plain text (paragraphs)": "a.paragraphs.txt",
        "TEI (XML)": "a.tei.xml",
    }


def test_every_format_names_the_files_that_it_makes() -> None:
    context = Context(Document.of(Source(tei("<p>a</p>"), "a.xml")), "a")
    for form in (original.factory(), text.factory(), book.factory()):
        said = form.suffixes(context.publication)
        assert set(said) == {file.suffix for file in form.publish(context).files}
    shapes = replace(context, publication=Publication(shapes=(Shape.PARAGRAPHS, Shape.READING)))
    assert set(text.factory().suffixes(shapes.publication)) == {
        file.suffix for file in text.factory().publish(shapes).files
    }


def test_the_document_lies_beside_its_page_byte_for_byte() -> None:
    data = tei("<p>a &amp; b</p>").replace(b"<p>", b"<p >")
    (file,) = original.factory().publish(Context(Document.of(Source(data, "a.xml")), "a")).files
    assert file.data == data
