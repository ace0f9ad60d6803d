"""Citations for reference managers, tags for indexers, and the files that lie beside the page."""

from __future__ import annotations

import json
import re
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
from rubricator.publication.names import Contributor
from rubricator.publication.parts import highwire
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


@pytest.mark.parametrize(
    ("name", "in_bibtex", "in_csl"),
    [
        (
            "<persName><forename>Piet</forename> <nameLink>van der</nameLink> "
            "<surname>Zee</surname></persName>",
            "van der Zee, Piet",
            {"family": "Zee", "given": "Piet", "non-dropping-particle": "van der"},
        ),
        (
            "<surname>Zee</surname>, <forename>A.</forename> <forename>B.</forename>",
            "Zee, A. B.",
            {"family": "Zee", "given": "A. B."},
        ),
        (
            "<persName><forename>Ann</forename> <surname>Roe</surname> <genName>Jr</genName></persName>",
            "Roe, Jr, Ann",
            {"family": "Roe", "given": "Ann", "suffix": "Jr"},
        ),
        ("<persName><forename>Plato</forename></persName>", "{Plato}", {"literal": "Plato"}),
        ("<orgName>The Ink Group</orgName>", "{The Ink Group}", {"literal": "The Ink Group"}),
        ("<name type='org'>Ink, Paper</name>", "{Ink, Paper}", {"literal": "Ink, Paper"}),
    ],
)
def test_a_name_whose_parts_are_marked_is_divided_by_them_and_a_body_is_not(
    name: str, in_bibtex: str, in_csl: dict[str, str]
) -> None:
    test_a_name_is_divided_only_where_it_says_how(name, in_bibtex, in_csl)


SCOPES = """<biblScope unit="volume">8</biblScope><biblScope unit="issue">2</biblScope>
<biblScope unit="page" from="33" to="41"/>"""


def test_an_article_of_a_journal_is_cited_as_one() -> None:
    series = f'<seriesStmt><title level="j">The Journal</title>{SCOPES}</seriesStmt>'
    header = HEADER.replace("<sourceDesc>", f"{series}<sourceDesc>")
    made = Metadata.of(etree.fromstring(tei("<p>a</p>", header=header)), "test")
    assert bibtex(made).startswith("@article{author2026title,")
    for line in ("journal = {The Journal}", "volume = {8}", "number = {2}", "pages = {33--41}"):
        assert f"  {line}," in bibtex(made)
    (item,) = json.loads(csl_json(made))
    assert item["type"] == "article-journal"
    assert [item[name] for name in ("container-title", "volume", "issue", "page")] == [
        "The Journal", "8", "2", "33–41",
    ]  # fmt: skip
    tags = {name: content for name, content, _ in highwire(made)}
    assert tags["citation_journal_title"] == "The Journal"
    assert [tags[f"citation_{one}"] for one in ("volume", "issue", "firstpage", "lastpage")] == [
        "8", "2", "33", "41",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<bibl>A Source, 1933.</bibl>",
            f'<biblStruct><analytic><title>A</title></analytic><monogr><title level="j">The Journal</title>'
            f"<imprint>{SCOPES}</imprint></monogr></biblStruct>",
        ),
        ("<sourceDesc>", f'<seriesStmt><title level="s">A Series</title>{SCOPES}</seriesStmt><sourceDesc>'),
    ],
)
def test_what_was_taken_from_a_journal_or_stands_in_a_series_is_no_article(before: str, after: str) -> None:
    header = HEADER.replace(before, after)
    made = Metadata.of(etree.fromstring(tei("<p>a</p>", header=header)), "test")
    assert bibtex(made).startswith("@misc{")
    assert json.loads(csl_json(made))[0]["type"] == "document"
    assert not [name for name, _, _ in highwire(made) if name == "citation_journal_title"]


def test_a_book_has_its_number_its_place_and_its_edition() -> None:
    extra = '<pubPlace>Leeds</pubPlace><idno type="ISBN">978-1-5555-0000-1</idno>'
    header = HEADER.replace("<availability>", f"{extra}<availability>")
    edition = "<editionStmt><edition>Second edition.</edition></editionStmt><publicationStmt>"
    header = header.replace("<publicationStmt>", edition)
    made = Metadata.of(etree.fromstring(tei("<p>a</p>", header=header)), "test")
    for line in ("edition = {Second edition}", "address = {Leeds}", "isbn = {978-1-5555-0000-1}"):
        assert f"  {line}," in bibtex(made)
    (item,) = json.loads(csl_json(made))
    said = [item[name] for name in ("edition", "publisher-place", "ISBN")]
    assert said == ["Second edition", "Leeds", "978-1-5555-0000-1"]


@pytest.mark.parametrize(
    ("dates", "origdate", "known"),
    [
        ('notBefore="1913" notAfter="1914"', "1913/1914", "author1913title"),
        ('from="1913-05" to="1914"', "1913-05/1914", "author1913title"),
        ('notBefore="1913-02" notAfter="1913-05"', "1913-02/1913-05", "author1913title"),
        ('notBefore="1913" notAfter="1913-05"', "1913-05", "author1913title"),
        ('when="1914"', "1914", "author1914title"),
    ],
)
def test_a_text_that_took_years_is_of_all_of_them(dates: str, origdate: str, known: str) -> None:
    told = f"<profileDesc><creation><date {dates}/></creation></profileDesc>"
    header = HEADER.replace("</fileDesc>", f"</fileDesc>{told}")
    made = Metadata.of(etree.fromstring(tei("<p>x</p>", header=header)), "x")
    assert f"origdate = {{{origdate}}}" in bibtex(made)
    parts = [[int(part) for part in end.split("-")] for end in origdate.split("/")]
    assert json.loads(csl_json(made))[0]["original-date"] == {"date-parts": parts}
    assert key(made) == known


WORK = """<biblStruct>{article}<monogr><title level="j">The Journal</title><imprint>{scopes}
<date when="{date}"/></imprint></monogr></biblStruct>"""
OTHER = '<analytic><title level="a">Another</title></analytic>'
SAME = '<analytic><title level="a">A Title</title></analytic>'


@pytest.mark.parametrize(
    ("article", "date", "more", "is_article"),
    [
        ("", "2026", "", True),
        (SAME, "2026-03-01", "", True),
        (SAME, "1881", "", False),  # a transcription of what came out long before
        (OTHER, "2026", "", False),
        (SAME, "2026", "<bibl>A manuscript</bibl>", False),
    ],
)
def test_an_article_that_its_source_describes_is_cited_as_one(
    article: str, date: str, more: str, is_article: bool
) -> None:
    source = "<sourceDesc>" + WORK.format(article=article, scopes=SCOPES, date=date) + more + "</sourceDesc>"
    header = re.sub("<sourceDesc>.*</sourceDesc>", source, HEADER, flags=re.DOTALL)
    made = bibtex(Metadata.of(etree.fromstring(tei("<p>a</p>", header=header)), "test"))
    assert made.startswith("@article{" if is_article else "@misc{")
    lines = ("journal = {The Journal}", "volume = {8}", "number = {2}", "pages = {33--41}")
    assert [f"  {line}," in made for line in lines] == [is_article] * 4


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Behn, Aphra, 1640-1689.", "behn2026title"),
        ("Hardy, Alexandre (1588-1631)", "hardy2026title"),
        ("Cavendish, Margaret, Duchess of Newcastle, 1624?-1674", "cavendish2026title"),
        ("Fletcher, John, b. 1579", "fletcher2026title"),
        ("Ann van Dam", "dam2026title"),
        ("Van Dam, Ann", "vandam2026title"),
        ("1984", "19842026title"),
    ],
)
def test_a_key_begins_with_a_name_not_with_the_years_of_a_life(name: str, known: str) -> None:
    assert key(metadata(name)) == known


SENT = '<correspDesc><correspAction type="{}"><date {}/></correspAction></correspDesc>'


@pytest.mark.parametrize(
    ("profile", "begun", "created"),
    [
        (SENT.format("sent", 'when="1851-03-14"'), "", "1851-03-14"),
        (SENT.format("sent", 'notBefore="1851-03" notAfter="1851-05"'), "1851-03", "1851-05"),
        (SENT.format("received", 'when="1851-03-14"'), "", ""),
        (SENT.format("sent", 'when="1851"') + SENT.format("sent", 'when="1852"'), "", ""),
        ('<creation><date when="1850"/></creation>' + SENT.format("sent", 'when="1852"'), "", "1850"),
    ],
)  # fmt: skip
def test_a_letter_was_written_when_it_was_sent(profile: str, begun: str, created: str) -> None:
    header = HEADER.replace("</fileDesc>", f"</fileDesc><profileDesc>{profile}</profileDesc>")
    made = Metadata.of(etree.fromstring(tei("<p>x</p>", header=header)), "x")
    assert (made.begun, made.created) == (begun, created)


def test_nothing_in_a_title_breaks_out_of_its_braces() -> None:
    made = bibtex(metadata(title=r"50 % of {A} \ B &amp; C_d"))
    assert r"title = {{50 \% of \{A\} \textbackslash{} B \& C\_d}}," in made


def test_the_key_is_plain_ascii_unless_nothing_else_is() -> None:
    assert key(metadata("Éinde O’Callaghan", "Der Übergang")) == "ocallaghan2026ubergang"
    unsigned = replace(metadata("孔子", "論語"), contributors=())
    assert key(unsigned) == "孔子2026論語"
    assert key(replace(unsigned, title="Analects")) == "2026analects"
    assert key(replace(unsigned, creators=(), title="論語 選")) == "2026論語"
    translated = replace(unsigned, contributors=(Contributor("Clara Nye", "trl"),))
    assert key(translated) == "nye2026"
    assert key(replace(translated, other_titles=("The Analects",))) == "nye2026analects"


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
