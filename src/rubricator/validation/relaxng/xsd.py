"""The datatypes of XML Schema (Part 2, second edition) as RELAX NG uses them, with their parameters.

What a string may look like is told by the expressions in `lexical`; values are compared by value. Only
ordered dates and durations and patterns with characters outside ASCII need the library `elementpath`, which
is loaded then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from rubricator.validation.relaxng import lexical
from rubricator.validation.relaxng.datatypes import (
    XSD,
    Context,
    Datatype,
    Parameters,
    UnknownDatatypeError,
    collapsed,
)
from rubricator.validation.relaxng.expressions import BadExpressionError, Expression

_LENGTHS = ("length", "minLength", "maxLength")
_BOUNDS = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
_DIGITS = ("totalDigits", "fractionDigits")
_WHOLE = re.compile(r"\+?[0-9]+")


class XsdDatatype(Datatype):
    """A type of XML Schema, restricted by parameters."""

    def __init__(self, name: str, parameters: Parameters) -> None:
        super().__init__(name, XSD, parameters)
        self.rule = lexical.TYPES[name]
        self.needs_context = self.rule.family == "qname"
        self.identity = name if name in ("ID", "IDREF", "IDREFS") else ""
        self._tests = [self._test(facet, value) for facet, value in parameters]
        given = [facet for facet, _ in parameters if facet != "pattern"]
        for facet in given:
            if given.count(facet) > 1:
                raise UnknownDatatypeError(f"The parameter {facet!r} is given twice.")

    def judge(self, text: str, context: Context) -> bool:
        text = self._spaced(text)
        if not self.rule.fits(text):
            return False
        if self.needs_context and ":" in text and text.partition(":")[0] not in context:
            return False
        return all(test(text) for test in self._tests)

    def key(self, text: str, context: Context) -> object:
        text = self._spaced(text)
        return lexical.value(self.rule, text, context) if self.rule.fits(text) else None

    def _spaced(self, text: str) -> str:
        if self.rule.space == "collapse":
            return collapsed(text)
        if self.rule.space == "replace":
            return re.sub(r"[\t\r\n]", " ", text)
        return text

    def _test(self, facet: str, value: str) -> Callable[[str], bool]:
        if facet == "pattern":
            try:
                return Expression(value).matches
            except BadExpressionError as error:
                raise UnknownDatatypeError(
                    f"The pattern {value!r} is not a regular expression: {error}."
                ) from error
        if facet in _LENGTHS and self.rule.measured:
            return _length_test(facet, self._number(facet, value), self.rule)
        if facet in _DIGITS and self.rule.family == "decimal":
            return _digits_test(facet, self._number(facet, value))
        if facet in _BOUNDS and self.rule.ordered:
            bound = collapsed(value)
            if not self.rule.fits(bound):
                raise UnknownDatatypeError(f"The parameter {facet!r} is {value!r}, which is no {self.name}.")
            return _bound_test(facet, bound, self.rule)
        raise UnknownDatatypeError(f"The datatype {self.name!r} takes no parameter {facet!r}.")

    def _number(self, facet: str, value: str) -> int:
        if not _WHOLE.fullmatch(collapsed(value)):
            raise UnknownDatatypeError(f"The parameter {facet!r} is {value!r}, which is no whole number.")
        return int(value)


def _length_test(facet: str, limit: int, rule: lexical.Rule) -> Callable[[str], bool]:
    def measure(text: str) -> int:
        return lexical.length(rule, text)

    if facet == "length":
        return lambda text: measure(text) == limit
    if facet == "minLength":
        return lambda text: measure(text) >= limit
    return lambda text: measure(text) <= limit


def _digits_test(facet: str, limit: int) -> Callable[[str], bool]:
    def digits(text: str) -> int:
        whole, _, fraction = text.lstrip("+-").partition(".")
        fraction = fraction.rstrip("0")
        return len(fraction) if facet == "fractionDigits" else max(len(whole.lstrip("0") + fraction), 1)

    return lambda text: digits(text) <= limit


def _bound_test(facet: str, bound: str, rule: lexical.Rule) -> Callable[[str], bool]:
    if rule.family == "decimal":
        read: Callable[[str], Any] = Decimal
    elif rule.family == "float":
        read = lexical.number
    else:
        read = _moment_reader(rule.name)
    limit = read(bound)
    compare: dict[str, Callable[[Any], bool]] = {
        "minInclusive": lambda value: bool(value >= limit),
        "maxInclusive": lambda value: bool(value <= limit),
        "minExclusive": lambda value: bool(value > limit),
        "maxExclusive": lambda value: bool(value < limit),
    }
    test = compare[facet]

    def within(text: str) -> bool:
        try:
            return test(read(text))
        except (ValueError, TypeError, OverflowError):
            return False

    return within


def _moment_reader(name: str) -> Callable[[str], Any]:
    from elementpath import datatypes

    kinds: dict[str, Any] = {
        "date": datatypes.Date10, "dateTime": datatypes.DateTime10, "time": datatypes.Time,
        "gYear": datatypes.GregorianYear10, "gYearMonth": datatypes.GregorianYearMonth10,
        "gMonth": datatypes.GregorianMonth, "gMonthDay": datatypes.GregorianMonthDay,
        "gDay": datatypes.GregorianDay, "duration": datatypes.Duration,
    }  # fmt: skip
    read: Callable[[str], Any] = kinds[name].fromstring
    return read


def xsd_datatype(name: str, parameters: Parameters) -> Datatype:
    """The XML Schema datatype *name* with *parameters*; UnknownDatatypeError if there is no such thing."""
    if name not in lexical.TYPES:
        raise UnknownDatatypeError(f"XML Schema has no datatype {name!r}.")
    return XsdDatatype(name, parameters)
