"""Which claims can stand together, and which gives way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.annotators import settle, suggest
from rubricator.document import Document
from rubricator.source import Source

HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW


def claim(
    kind: Kind, start: int, end: int, rule: str = "names.authority", cert: Certainty = HIGH
) -> Annotation:
    correction = "x" if kind is Kind.SIC else None
    return Annotation(kind, Span(start, end), cert, rule=rule, correction=correction)


PERSON = claim(Kind.PERS_NAME, 10, 20)


@pytest.mark.parametrize(
    ("other", "stands"),
    [
        (claim(Kind.SIC, 12, 15, "errors.spelling"), True),
        (claim(Kind.SIC, 10, 20, "errors.spelling"), True),
        (claim(Kind.SIC, 5, 25, "errors.spacing"), False),
        (claim(Kind.SIC, 15, 25, "errors.spacing"), False),
        (claim(Kind.NOTE, 15, 25, "errors.agreement"), True),
        (claim(Kind.QUOTE, 0, 30, "structure"), True),
        (claim(Kind.QUOTE, 10, 20, "structure"), True),
        (claim(Kind.QUOTE, 12, 15, "structure"), False),
        (claim(Kind.QUOTE, 15, 30, "structure"), False),
        (claim(Kind.DATE, 12, 15, "dates.full"), False),
        (claim(Kind.PLACE_NAME, 12, 15), False),
        (claim(Kind.PLACE_NAME, 20, 25), True),
    ],
)
def test_what_stands_with_a_name(other: Annotation, stands: bool) -> None:
    settled = settle([PERSON, other])
    assert (set(settled) == {PERSON, other}) is stands


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (claim(Kind.PERS_NAME, 0, 5, "editor"), claim(Kind.PERS_NAME, 0, 9)),
        (claim(Kind.PERS_NAME, 0, 5), claim(Kind.DATE, 0, 9, "dates.full")),
        (claim(Kind.DATE, 0, 3, "dates.full"), claim(Kind.PERS_NAME, 0, 9, "names.given")),
        (claim(Kind.ORG_NAME, 0, 9), claim(Kind.PERS_NAME, 0, 5)),
        (claim(Kind.PERS_NAME, 0, 5), claim(Kind.PERS_NAME, 3, 8)),
        (claim(Kind.PERS_NAME, 0, 5, "names.given", MEDIUM), claim(Kind.PERS_NAME, 0, 9, cert=LOW)),
        (claim(Kind.PERS_NAME, 0, 5), claim(Kind.SIC, 0, 9, "errors.spacing")),
    ],
)
def test_which_of_two_gives_way(winner: Annotation, loser: Annotation) -> None:
    assert settle([winner, loser]) == settle([loser, winner]) == (winner,)


@pytest.mark.parametrize(
    ("correction", "sic", "ref", "stands"),
    [
        ("November", HIGH, None, False),
        ("Whenever", HIGH, None, False),
        ("November", MEDIUM, None, True),
        ("November", HIGH, "person:x", True),
        ("Henry", HIGH, None, True),
    ],
)
def test_what_a_surer_correction_makes_a_common_word_is_no_name(
    correction: str, sic: Certainty, ref: str | None, stands: bool
) -> None:
    text = Document.of(Source(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>Novemher</p></text></TEI>'))
    attributes = (("ref", ref),) if ref else ()
    name = Annotation(Kind.PERS_NAME, Span(0, 8), MEDIUM, rule="names.company", attributes=attributes)
    slip = Annotation(Kind.SIC, Span(0, 8), sic, rule="errors.nonword", correction=correction)
    assert (name in suggest(text, [lambda _: (name, slip)])) is stands


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
claims = st.builds(
    lambda kind, span, rule, cert: claim(kind, span[0], span[1], rule, cert),
    st.sampled_from(Kind),
    spans,
    st.sampled_from(
        ["names.authority", "names.given", "dates.full", "errors.spelling", "editor", "structure"]
    ),
    st.sampled_from(Certainty),
)


@given(st.lists(claims, max_size=25), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_what_is_settled_never_crosses_and_never_depends_on_order(
    found: list[Annotation], random: object
) -> None:
    settled = settle(found)
    assert settle(reversed(found)) == settled
    assert settle(settled) == settled
    kept = [c for c in settled if c.kind is not Kind.NOTE]
    assert not any(a.span.crosses(b.span) for a in kept for b in kept)
    names = [c for c in kept if c.kind in {Kind.PERS_NAME, Kind.PLACE_NAME, Kind.DATE}]
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
