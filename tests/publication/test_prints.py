"""Early prints: their lines, pages and ornaments, as the large libraries of them encode these."""

from __future__ import annotations

import pytest
from tests.publication.helpers import HEADER, article, page, plain, tei


@pytest.mark.parametrize(
    "written",
    [
        "<list><item>a</item><lb/><item>b</item></list>",
        "<lg><l>a</l><lb/><l>b</l></lg>",
        "<table><row><cell>a</cell></row><lb/><row><cell>b</cell></row></table>",
        "<p>a</p><lb/><p>b</p>",
    ],
)
def test_the_end_of_a_line_between_two_blocks_makes_no_empty_line(written: str) -> None:
    assert "<br" not in article(written)
    assert "<br" in article(written.replace("a<", "a<lb/>a<", 1))


@pytest.mark.parametrize(
    ("number", "shown"), [("3", "[3]"), ("[III]", "[III]"), ("(4)", "(4)"), ("[3] 4", "[[3] 4]")]
)
def test_a_number_of_a_page_stands_in_one_pair_of_brackets(number: str, shown: str) -> None:
    assert plain(f"<p>a</p><pb n='{number}'/><p>b</p>") == f"a\n\n{shown}\n\nb"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<hi>a</hi>", '<i class="hi">a</i>'),
        ("<hi rendition='#g'>a</hi>", '<span class="hi r-g">a</span>'),
        ("<hi rendition='simple:bold'>a</hi>", '<b class="hi r-bold">a</b>'),
        ("<hi rendition='https://example.org/#b'>a</hi>", '<span class="hi">a</span>'),
    ],
)
def test_what_stands_out_in_the_source_stands_out(written: str, shown: str) -> None:
    assert shown in article(f"<p>{written} b</p>")


def test_a_look_that_the_header_defines_is_that_and_no_other() -> None:
    look = "<rendition xml:id='g' scheme='css'>font-weight: bold</rendition>"
    style = f"<encodingDesc><tagsDecl>{look}</tagsDecl></encodingDesc>"
    header = HEADER.replace("</fileDesc>", f"</fileDesc>{style}")
    (made,) = page(tei("<p><hi rendition='#g'>a</hi></p>", header=header)).iterfind(".//{*}span[@class='hi']")
    assert made.get("style") == "font-weight: bold"


@pytest.mark.parametrize(
    ("given", "shown"),
    [("rend='stars'", "* * *"), ("rendition='#hr' unit='section'", "———"), ("rend='line'", "———")],
)
def test_an_ornament_between_two_parts_is_seen(given: str, shown: str) -> None:
    assert plain(f"<p>a</p><milestone {given}/><p>b</p>") == f"a\n\n{shown}\n\nb"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("5", "5 a"), ("1.2.35", "35 a"), ("2.7", "a"), ("0010", "10 a"), ("5.x", "a"), ("5a", "a")],
)
def test_every_fifth_line_is_numbered_whatever_its_number_begins_with(number: str, shown: str) -> None:
    assert plain(f"<sp><l n='{number}'>a</l></sp>") == shown
