"""The encoder: the article of 1933, valid and as a careful encoder would write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from rubricator.encoding.encode import encode
from rubricator.settings import Settings
from rubricator.source import Source
from rubricator.tei import NS
from rubricator.transcription import read

ARTICLE = "tei/transcriptions/trotsky-1933-foreign-policy.txt"


@pytest.fixture(scope="module")
def article(checkout: Path) -> etree._Element:
    fields = {"author_ref": "person:trotsky", "place_ref": "place:prinkipo"}
    transcription = read(Source.read(checkout / ARTICLE), fields)
    return etree.fromstring(encode(transcription, Settings(date="2026-11-22")).data)


@pytest.mark.shared
def test_the_article_is_valid_tei(article: etree._Element, tei_all: etree.RelaxNG) -> None:
    tei_all.validate(article)
    assert [error.message for error in tei_all.error_log] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("string(//tei:titleStmt/tei:title)", "Apropos the Foreign Policy of the Stalinists"),
        ("string(//tei:titleStmt/tei:author/tei:persName/@ref)", "person:trotsky"),
        ("string(id('transcriber')/tei:persName)", "Einde O’Callaghan"),
        (
            "string(id('transcriber')/tei:resp)",
            "Transcription and HTML markup for the Trotsky Internet Archive",
        ),
        ("string(//tei:licence/@target)", "https://creativecommons.org/licenses/by-sa/2.0/"),
        ("string(//tei:monogr/tei:title[@level='j'])", "The Militant"),
        ("string(//tei:biblScope[@unit='volume'])", "VI"),
        ("string(//tei:biblScope[@unit='volume']/@n)", "6"),
        ("string(//tei:biblScope[@unit='issue'])", "30"),
        ("string(//tei:biblScope[@unit='page'])", "1 and 4"),
        ("string(//tei:imprint/tei:date/@when)", "1933-06-10"),
        ("string(//tei:creation/tei:date/@when)", "1933-05-12"),
        ("string(//tei:creation/tei:placeName)", "Prinkipo"),
        ("string(//tei:change[@who='#transcriber']/@when)", "2015-09-03"),
        ("string(id('h1')/tei:lb/following-sibling::text())", "of the Stalinists"),
        ("string(id('h2')[@type='sub'])", "(May 1933)"),
        ("count(//tei:body//tei:p)", 9.0),
        ("string(id('p3')/tei:soCalled)", "“normal”"),
        ("string(id('p4')/tei:mentioned)", "“treason”"),
        ("starts-with(id('p3')/tei:quote, '“If the powerful')", True),
        ("string(id('c1')/tei:dateline)", "Prinkipo, May 12, 1933"),
        ("string(id('c1')/tei:signed)", "L. Trotsky"),
    ],
)
def test_the_article_is_encoded_as_by_hand(article: etree._Element, path: str, value: object) -> None:
    assert article.xpath(path, namespaces=NS) == value


def test_encoding_again_gives_the_same_bytes(checkout: Path) -> None:
    source = Source.read(checkout / ARTICLE)
    assert encode(read(source)).data == encode(read(source)).data


def encoded(checkout: Path, name: str) -> etree._Element:
    path = checkout / "tests" / "transcription" / "texts" / f"{name}.txt"
    return etree.fromstring(encode(read(Source.read(path))).data)


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("letter-a-line-a-paragraph", "string(//tei:opener/tei:salute)", "My dear Mr. Wren,"),
        ("letter-a-line-a-paragraph", "string(//tei:closer/tei:salute[2])", "Yours very sincerely,"),
        ("letter-a-line-a-paragraph", "string(//tei:closer/tei:signed)", "M. Oldacre"),
        ("letter-a-line-a-paragraph", "count(//tei:lg)", 0.0),
        ("letter-a-line-a-paragraph", "contains(id('p2'), 're-membered')", True),
        (
            "letter-head-in-lines",
            "string(//tei:opener/tei:dateline/tei:lb/following::text())",
            "3 October 1849",
        ),
        ("letter-head-in-lines", "string(//tei:opener/tei:dateline/text())", "Kendal, Westmoreland"),
        ("letter-head-in-lines", "count(//tei:body//tei:head)", 0.0),
        ("letter-head-in-lines", "string(//tei:titleStmt/tei:title)", "letter-head-in-lines"),
        ("letter-head-in-lines", "string(//tei:closer/tei:salute)", "I am, Sir, your obt. servt.,"),
        ("letter-head-in-lines", "string(//tei:closer/tei:dateline)", "Jany. 9th /49"),
        ("letters-under-headings", "count(//tei:body//tei:div[@type='letter']/tei:opener/tei:dateline)", 2.0),
        ("letters-under-headings", "count(//tei:div[@type='letter']/tei:closer/tei:signed)", 2.0),
        ("letters-under-headings", "count(//tei:div[@type='letter']/tei:postscript)", 1.0),
        ("letters-under-headings", "string(//tei:creation/tei:date/@when)", "1821-03-14"),
        ("letters-under-headings", "count(//tei:back)", 0.0),
        ("gutenberg", "string(//tei:titleStmt/tei:title)", "The Lighthouse Keeper's Daughter"),
        ("gutenberg", "string(//tei:titleStmt/tei:author)", "Eliza Thornton"),
        ("gutenberg", "string(id('transcriber')/tei:persName)", "Jane Roe"),
        ("gutenberg", "string(id('transcriber')/tei:orgName)", "Online Distributed Proofreading Team"),
        ("gutenberg", "string(//tei:publicationStmt/tei:publisher)", "Project Gutenberg"),
        ("gutenberg", "string(id('transcription')/tei:date/@when)", "2005-06-03"),
        (
            "gutenberg",
            "string(id('transcription')/tei:idno[@type='URI'])",
            "https://www.gutenberg.org/ebooks/15999",
        ),
        ("gutenberg", "string(//tei:change/@when)", "2021-01-02"),
        ("gutenberg", "string(//tei:body/tei:div/tei:head)", "THE LIGHTHOUSE KEEPER'S DAUGHTER"),
        ("gutenberg", "count(//tei:div[@type='chapter'][tei:head/tei:lb])", 2.0),
        ("gutenberg", "string(//tei:note[@n='A'])", "The Tempest, Act I., Scene 2."),
        ("gutenberg", "string(//tei:figure/tei:head)", "The Petrel off the Skerry."),
        ("gutenberg", "contains(//tei:text, 'GUTENBERG')", False),
        ("gutenberg", "contains(//tei:text, 'General Terms')", False),
        ("diary", "string(//tei:titleStmt/tei:author)", "Anna Björnsdóttir"),
        ("diary", "string(//tei:titleStmt/tei:title)", "Diary of a Journey, 1889"),
        ("diary", "count(//tei:div[@type='entry'][tei:opener/tei:dateline][tei:p])", 6.0),
        ("diary", "string((//tei:dateline)[4])", "6th."),
        ("diary", "count(//tei:body/tei:div/tei:p)", 0.0),
    ],
)
def test_letters_diaries_and_files_of_gutenberg_are_encoded_as_such(
    checkout: Path, name: str, path: str, value: object
) -> None:
    assert encoded(checkout, name).xpath(path, namespaces=NS) == value
