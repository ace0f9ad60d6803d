"""What hands added, deleted and marked: told where the source is shown as it is, to eye and ear."""

from __future__ import annotations

import re

import pytest
from tests.publication.helpers import article, page, plain, publish, tei

from rubricator.publication.format import Publication
from rubricator.tei import Reading

DIPLOMATIC = Publication(readings=(Reading.DIPLOMATIC,))


def heard(body: str, publication: Publication = DIPLOMATIC) -> str:
    """What is told of *body* to those who listen, with the words it is told of."""
    return re.sub(r"<[^>]+>", "", article(body, publication))


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<add>b</add>", "[Added:b]"),
        ('<add place="supralinear">b</add>', "[Added, above the line:b]"),
        ('<add place="margin left">b</add>', "[Added, in the margin, in the left margin:b]"),
        ('<add place="opposite">b</add>', "[Added, on the facing page:b]"),
        ('<add place="nook">b</add>', "[Added, nook:b]"),
        ('<del rend="overtyped">b</del>', "[Deleted, written over:b]"),
        ('<del rend="blue">b</del>', "[Deleted:b]"),
        ("<restore><del>b</del></restore>", "[Deleted, restored:b]"),
        (
            '<delSpan spanTo="#e" rend="overstrike"/>b<lb/>b<anchor xml:id="e"/>',
            "[Deleted, struck through:b b]",
        ),
        ('<metamark function="insertion" place="below"/>', "[Mark, below the line, insertion]‸"),
        ('<metamark function="move">x</metamark>', "[Mark, move:x]"),
    ],
)
def test_what_was_done_is_told_where_the_source_is_shown_as_it_is(markup: str, told: str) -> None:
    assert heard(f"<p>a {markup} c</p>") == f"a {told} c"
    assert "[Added" not in article(f"<p>a {markup} c</p>", Publication(readings=(Reading.EDITED,)))


def test_on_a_page_of_both_readings_it_is_told_in_the_one() -> None:
    made = article('<p>a<add place="above">b</add></p>')
    assert '<span class="aloud" data-added="" data-reading="diplomatic" hidden="hidden">' in made
    assert '<ins class="add place-above"' in made


@pytest.mark.parametrize("markup", ['<add place="above">b</add>', '<handShift scribe="Ben"/>'])
def test_where_only_hands_differ_there_is_a_switch_between_the_readings(markup: str) -> None:
    assert page(tei(f"<p>a{markup}</p>")).find(".//{*}form[@class='switch']") is not None


def test_what_is_told_parts_no_word() -> None:
    assert plain('<p>w<add place="above">or</add>d</p>', reading=Reading.DIPLOMATIC).startswith("w⸌or⸍d")
    assert heard('<p>w<add place="above">or</add>d</p>') == "w[Added, above the line:or]d"


def test_what_was_put_for_a_deletion_stands_apart_from_it_where_both_are_seen() -> None:
    style = publish("html", tei("<p>x</p>")).files[0].data.decode()
    within = style.partition(':root:not([data-only="edited"]')[2].partition("\n}")[0]
    assert ".subst > * + *" in within
    made = article("<p>I <subst><del>shall</del><add>will</add></subst></p>", DIPLOMATIC)
    assert re.search(r'class="subst"><del[^>]*>.*</del><ins', made)
