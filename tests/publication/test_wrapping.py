"""Lines of plain text: as long as fits, and the same whichever way they are found."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rubricator.publication import words
from rubricator.publication.measuring import measured
from rubricator.publication.pieces import ADDED, APART, BREAK, JOINED, Piece, Place
from rubricator.publication.streams import MAIN
from rubricator.publication.wrapping import _found, lines

TEXTS = st.lists(st.sampled_from(["a", "word", "long-winded", " ", "·", "\u00a0"]), max_size=9).map("".join)
RUNS = st.lists(
    st.one_of(
        st.tuples(TEXTS, st.sampled_from([MAIN, "note", ADDED])),
        st.sampled_from([("\n", ADDED), ("", "note"), ("", BREAK), ("", APART), (" ", ADDED)]),
    ),
    min_size=1,
    max_size=9,
)
_MARGINS = st.sampled_from(["", "    "])
PLACES = st.tuples(_MARGINS, _MARGINS).map(lambda both: Place(*both))


def text(pieces: list[Piece]) -> str:
    return "".join(text for text, _ in pieces)


@given(RUNS, PLACES, st.sampled_from([0, 4, 9, 14, 30]))
@settings(max_examples=300)
def test_lines_are_the_same_whether_words_are_measured_or_not(
    runs: list[Piece], place: Place, width: int
) -> None:
    quick, slow = _found(runs, place, width), measured(runs, place, width)
    if quick is not None:
        assert text(quick).replace(JOINED, "") == text(slow).replace(JOINED, "")
        one, other = words.of_pieces(quick), words.of_pieces(slow)
        assert {name: one.text(name) for name in one.names()} == {
            name: other.text(name) for name in other.names()
        }


def test_a_line_is_as_long_as_fits() -> None:
    runs = [("one two ", MAIN), ("[1]", ADDED), (" three four", MAIN)]
    assert text(lines(runs, Place(), 12, "")) == "one two [1]\nthree four"
    assert text(lines(runs, Place(indent="  "), 12, "- ")) == "- one two\n  [1] three\n  four"


def test_a_word_that_is_wider_than_the_line_stands_alone() -> None:
    assert text(lines([("a discombobulated cat", MAIN)], Place(), 8, "")) == "a\ndiscombobulated\ncat"
