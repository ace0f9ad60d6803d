"""Early prints: their lines, pages and ornaments, as the large libraries of them encode these."""

from __future__ import annotations

import pytest
from tests.publication.helpers import article, plain


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
