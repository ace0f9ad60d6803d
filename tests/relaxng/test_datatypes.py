"""Datatypes: what XML Schema (Part 2, second edition) says of values, and its regular expressions."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from elementpath import datatypes as reference
from elementpath.regex import translate_pattern
from hypothesis import given
from hypothesis import strategies as st

from rubricator.validation.relaxng.datatypes import XSD, UnknownDatatypeError, datatype
from rubricator.validation.relaxng.expressions import BadExpressionError, Expression
from rubricator.validation.relaxng.lexical import TYPES


def allows(type_: str, value: str, **parameters: str) -> bool:
    return datatype(XSD, type_, tuple(parameters.items())).allows(value, {"": "", "tei": "urn:tei"})


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        ("string", ["", " a\n"], []),
        ("token", ["", "  a  b "], []),
        ("boolean", ["true", "0", " 1 "], ["yes", "TRUE", ""]),
        ("decimal", ["1", "-1.50", ".5", "1.", "+0"], ["1e3", ".", "1,5", "", "INF"]),
        ("integer", ["-7", "+007", " 3 "], ["3.0", "", "1_000", "٣"]),
        ("nonNegativeInteger", ["0", "-0", "99999999999999999999999"], ["-1"]),
        ("positiveInteger", ["1"], ["0"]),
        ("negativeInteger", ["-1"], ["0"]),
        ("byte", ["-128", "127"], ["128"]),
        ("unsignedLong", ["18446744073709551615"], ["18446744073709551616"]),
        ("double", ["1e3", "-INF", "NaN", "1.5E-7"], ["+INF", "inf", "1e", ""]),
        ("date", ["1933-07-15", "-0044-03-15", "12001-01-01", "2000-02-29Z", "1933-07-15+14:00"],
         ["1933-7-15", "0000-01-01", "1900-02-29", "1933-02-30", "1933-07-15+14:01", "15.7.1933",
          "01933-07-15"]),
        ("gYear", ["1933", "-0001", "1933Z"], ["33", "0000", "19333x"]),
        ("gYearMonth", ["1933-07"], ["1933-13", "1933-7"]),
        ("gMonthDay", ["--02-29", "--07-15"], ["--02-30", "07-15"]),
        ("gMonth", ["--07"], ["--7", "--07--"]),
        ("gDay", ["---31"], ["---32"]),
        ("time", ["14:30:00", "24:00:00", "14:30:00.5Z"], ["14:30", "24:00:01", "25:00:00"]),
        ("dateTime", ["1933-07-15T14:30:00"], ["1933-07-15", "1933-07-15 14:30:00"]),
        ("duration", ["P1Y2M", "-PT1.5S", "P0D"], ["P", "PT", "P1YT", "1Y", "P1S"]),
        ("language", ["en", "de-AT-1996", "x-klingon"], ["en_US", "", "abcdefghi"]),
        ("NCName", ["p1", "_1", "élan", "名"], ["1p", "a b", "a:b", "", "-a", "\u0e35"]),
        ("Name", ["a:b", ":a"], ["1"]),
        ("NMTOKEN", ["1p", "-"], ["a b", ""]),
        ("NMTOKENS", ["a b"], ["", " "]),
        ("QName", ["tei:p", "p"], ["x:p", ":p", "a:b:c"]),
        ("hexBinary", ["", "0aFF"], ["0", "0g"]),
        ("base64Binary", ["AA==", "AAAA AAAA", ""], ["A", "AB=="]),
        ("anyURI", ["", "#p1", "http://example.org/a b?q#f", "person:trotsky", "ü", "http://[::1]/", "http://h:99x/"],
         ["a%zz", "a#b#c", "1:2", "a[1]"]),
    ],
)  # fmt: skip
def test_a_datatype_knows_its_values(type_: str, good: list[str], bad: list[str]) -> None:
    assert [value for value in good if not allows(type_, value)] == []
    assert [value for value in bad if allows(type_, value)] == []


def test_every_datatype_of_the_standard_is_known() -> None:
    assert len(TYPES) == 44


@pytest.mark.parametrize(
    ("type_", "parameters", "good", "bad"),
    [
        ("token", {"pattern": "[^\\p{C}\\p{Z}]+"}, ["a", "ü,", "名"], ["a b", "", "\u00a0", "a\u200b"]),
        ("string", {"minLength": "2", "maxLength": "3"}, ["ab", "abc"], ["a", "abcd"]),
        ("IDREFS", {"length": "2"}, ["a b"], ["a", "a b c"]),
        ("hexBinary", {"length": "1"}, ["0a"], ["0a0a"]),
        ("double", {"minInclusive": "0", "maxInclusive": "1"}, ["0", "0.5", "1e0"], ["-0.1", "1.1", "NaN"]),
        ("decimal", {"totalDigits": "3", "fractionDigits": "1"}, ["12.5", "012.50"], ["1.25", "1234"]),
        ("date", {"minInclusive": "1900-01-01"}, ["1900-01-01", "1933-07-15"], ["1899-12-31"]),
        ("duration", {"maxExclusive": "P1Y"}, ["P11M"], ["P12M", "P1Y"]),
    ],
)
def test_parameters_restrict_a_datatype(
    type_: str, parameters: dict[str, str], good: list[str], bad: list[str]
) -> None:
    assert [value for value in good if not allows(type_, value, **parameters)] == []
    assert [value for value in bad if allows(type_, value, **parameters)] == []


@pytest.mark.parametrize(
    ("type_", "one", "other", "same"),
    [
        ("token", " a  b", "a b", True),
        ("string", " a", "a", False),
        ("decimal", "1.50", "+1.5", True),
        ("double", "1e1", "10", True),
        ("boolean", "1", "true", True),
        ("hexBinary", "0a", "0A", True),
        ("QName", "tei:p", "t:p", True),
        ("QName", "tei:p", "p", False),
        ("integer", "x", "x", False),
    ],
)
def test_values_are_compared_as_values(type_: str, one: str, other: str, same: bool) -> None:
    known = datatype(XSD, type_)
    scope = {"tei": "urn:tei", "t": "urn:tei", "": ""}
    key = known.key(one, scope)
    assert (key is not None and key == known.key(other, scope)) == same


def test_an_unknown_datatype_is_refused() -> None:
    for library, name in ((XSD, "dates"), ("", "date"), ("urn:x", "string")):
        with pytest.raises(UnknownDatatypeError):
            datatype(library, name)


REFERENCES: dict[str, Any] = {
    "date": reference.Date10, "gYear": reference.GregorianYear10, "gMonthDay": reference.GregorianMonthDay,
    "time": reference.Time, "duration": reference.Duration, "dateTime": reference.DateTime10,
}  # fmt: skip


@given(type_=st.sampled_from(sorted(REFERENCES)), data=st.data())
def test_moments_are_judged_as_the_reference_library_does(type_: str, data: st.DataObject) -> None:
    shapes = {
        "date": r"-?[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]Z?",
        "gYear": r"-?[01]{4,5}(Z|\+1[0-5]:00)?",
        "gMonthDay": r"--[01][0-9]-[0-3][0-9]",
        "time": r"2[0-5]:[0-6][0-9]:[0-6]0(\.[0-9])?",
        "duration": r"-?P([0-9]Y)?([0-9]M)?([0-9]D)?(T([0-9]H)?([0-9](\.[0-9])?S)?)?",
        "dateTime": r"20[01][0-9]-0[0-9]-[0-3][0-9]T2[0-5]:[0-6]0:00",
    }
    value = data.draw(st.from_regex(shapes[type_], fullmatch=True).filter(str.isascii))
    try:
        REFERENCES[type_].fromstring(value)
        right = True
    except ValueError:
        right = False
    if value.startswith(("0000", "-0000")):
        right = False  # XML Schema 1.0, 3.2.7.1: there is no year 0
    assert allows(type_, value) == right


EXPRESSIONS = [
    r"[^\p{C}\p{Z}]+", r"\S+", r"(\-?[\d]+/\-?[\d]+)", r"[\-+]?\d+(\.\d+)?(%|cm|mm|in|pt)",
    r"[a-z][a-z0-9\+\.\-]*",
    r"[A-Z-[AEIOU]]+", r"\i\c*", r"[^/\s]+:\S*", r"(19[789][0-9]|[2-9][0-9]{3}).*", r".{2,3}|\i",
    r"\p{Lu}\p{IsBasicLatin}?",
    r"[0-9.,DHMPRSTWYZ/:+\-]+", r"", r"a|", r"[\^\-x]", r"\D\d", r"[a-c\d-[b5]]*",
]  # fmt: skip


@given(expression=st.sampled_from(EXPRESSIONS), text=st.text("abcAEZ059 .-+/:%é名\u00a0^x\n", max_size=5))
def test_expressions_match_as_the_reference_library_says(expression: str, text: str) -> None:
    assert known(expression).matches(text) == bool(translated(expression).fullmatch(text))


@cache
def known(expression: str) -> Expression:
    return Expression(expression)


@cache
def translated(expression: str) -> re.Pattern[str]:
    return re.compile(
        translate_pattern(expression, back_references=False, lazy_quantifiers=False, anchors=False)
    )


def test_a_name_begins_with_a_letter_a_colon_or_a_low_line() -> None:
    assert [character for character in "a_:é-.5" if known(r"\i").matches(character)] == ["a", "_", ":", "é"]
    assert [character for character in "a_:é-.5 " if known(r"\c").matches(character)] == list("a_:é-.5")


@pytest.mark.parametrize("character", ["a", "_", "^", "5", "é", "名", "€", "\u0301"])
def test_a_word_character_is_all_but_punctuation_blanks_and_others(character: str) -> None:
    # Python and the reference library think otherwise of ^ and €; F.1.1 of the standard decides.
    assert known(r"\w").matches(character) == (character != "_")
    assert known(r"\W").matches(character) == (character == "_")


@pytest.mark.parametrize(
    "expression", ["[a", "a)", "(a", "*", "a{2,1}", "a{", r"\q", r"\p{Xx}", "[z-a]", "[]", "]", "a**"]
)
def test_what_is_no_expression_is_refused(expression: str) -> None:
    with pytest.raises(BadExpressionError):
        Expression(expression)
