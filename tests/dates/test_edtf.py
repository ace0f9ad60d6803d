"""What dates mean, in EDTF: this table is the specification."""

from __future__ import annotations

import pytest

from rubricator.dates import parse_date
from rubricator.dates.edtf import edtf


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("12 May 1933", "1933-05-12"),
        ("May 1933", "1933-05"),
        ("1933", "1933"),
        ("3 June", "XXXX-06-03"),
        ("June", "XXXX-06"),
        ("c. 1890", "1890~"),
        ("May 5, 1917, 10 p.m.", "1917-05-05T22:00:00"),
        ("44 B.C.", "-0043"),
        ("A.D. 79", "0079"),
        ("the 5th century B.C.", "[-0499..-0400]"),
        ("May 3–5, 1917", "1917-05-03/1917-05-05"),
        ("from 1905 to 1907", "1905/1907"),
        ("3 or 4 June 1917", "[1917-06-03..1917-06-04]"),
        ("after April 10, 1916", "[1916-04-10..]"),
        ("prior to December 16, 1914", "[..1914-12-16]"),
        ("autumn 1895", "1895-23"),
        ("the winter of 1905–06", "1905-24"),
        ("the winter of 1917", "[1917-01..1918-02]"),
        ("late October 1907", "[1907-10-21..1907-10-31]"),
        ("the 1890s", "189X"),
        ("the nineteenth century", "[1801..1900]"),
        ("25 October (7 November) 1917", "1917-11-07"),
    ],
)
def test_a_date_is_written_in_the_extended_format(written: str, said: str) -> None:
    value = parse_date(written)
    assert value is not None
    assert edtf(dict(value.attributes), value.rule) == said


@pytest.mark.parametrize(
    ("attributes", "doubted", "said"),
    [
        ({"from": "1923"}, False, "1923/.."),
        ({"to": "1923"}, False, "../1923"),
        ({"when": "1923"}, True, "1923?"),
        ({"when": "1923", "precision": "low"}, True, "1923%"),
        ({"from": "1923", "to": "1925", "precision": "low"}, False, "1923~/1925~"),
        ({"when": "---05"}, False, "XXXX-XX-05"),
        ({"when": "-12000"}, False, "Y-11999"),
        ({"when": "-0001"}, False, "0000"),
        ({}, False, ""),
        ({"when-custom": "1917-10-25"}, False, ""),
    ],
)
def test_any_attributes_can_be_written_so(attributes: dict[str, str], doubted: bool, said: str) -> None:
    assert edtf(attributes, doubted=doubted) == said
