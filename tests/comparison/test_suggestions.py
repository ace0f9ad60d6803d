"""What a second witness makes of the first one's words: a correction, a remark, or nothing."""

from __future__ import annotations

import pytest
from tests.comparison.conftest import Comparing

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.comparison.suggestions import suggestions

HIGH, MEDIUM, LOW = Certainty


def offered(a: str, b: str, compare: Comparing) -> list[Annotation]:
    """What is suggested for the text *a*, nothing being ignored."""
    return list(suggestions(compare(a, b, ""), "witnesses/b.xml"))


@pytest.mark.parametrize(
    ("a", "b", "correction", "cert"),
    [
        ("He was braised by it.", "He was bruised by it.", "bruised", MEDIUM),
        ("He was bruisde by it.", "He was bruised by it.", "bruised", HIGH),
        ("He came al ways home.", "He came always home.", "always", HIGH),
        ("It was in the grave yard.", "It was in the grave-yard.", "grave-yard", MEDIUM),
        ("It was in 1911.", "It was in 1917.", "1917", MEDIUM),
        ("There Dude came.", "There Ducie came.", "Ducie", MEDIUM),
        ("He was braised by it.", "HE WAS BRUISED BY IT.", "bruised", MEDIUM),
    ],
)
def test_a_word_for_a_word_is_a_correction(
    a: str, b: str, correction: str, cert: Certainty, compare: Comparing
) -> None:
    claims = [claim for claim in offered(a, b, compare) if claim.kind is Kind.SIC]
    assert [(claim.correction, claim.cert) for claim in claims] == [(correction, cert)]
    assert claims[0].attribute("source") == "witnesses/b.xml"
    assert "b.xml" in claims[0].evidence


@pytest.mark.parametrize(
    ("a", "b", "remark"),
    [
        ("He came; he saw.", "He came, he saw.", "has “,” here"),
        ("He went home.", "He came home.", "has “came” here"),
        ("He came home.", "He never came home.", "goes on after this with “never” (1 word)"),
        ("He never came home.", "He came home.", "does not have this"),
        ("No, no-they left.", "No, no—they left.", "has “no—they” here"),
        ("Among them he sat.", "among them he sat.", "has “among” here"),
        ("It was there home.", "It was their own home.", "has “their” here"),
    ],
)
def test_what_cannot_be_mended_word_for_word_is_a_remark(
    a: str, b: str, remark: str, compare: Comparing
) -> None:
    claims = offered(a, b, compare)
    assert {claim.kind for claim in claims} == {Kind.NOTE}
    assert {claim.cert for claim in claims} == {LOW}
    assert claims[0].note == f"Another witness, b.xml, {remark}."


def test_the_other_s_slips_are_none_of_ours(compare: Comparing) -> None:
    assert offered("He was bruised by it.", "He was bruisde by it.", compare) == []


def test_a_missing_passage_is_told_at_its_place_in_few_words(compare: Comparing) -> None:
    long = "and then he went on for a very long time about the weather of the place and of the season"
    (more,) = offered("He came home.", f"He came home, {long}.", compare)
    assert more.note is not None
    assert len(more.note) < 140
    (less,) = offered(f"He came home, {long}.", "He came home.", compare)
    assert less.span.end - less.span.start == len("season")
    assert less.note == "Another witness, b.xml, does not have the 20 words that end here."
