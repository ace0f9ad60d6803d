"""What the values of XML Schema's datatypes look like, and what they stand for (XML Schema 1.0, Part 2)."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from rubricator.validation.relaxng.namechars import beginning, continuing

# «» stand for the characters outside ASCII that begin and continue a name: a long table, seldom needed.
_START = "A-Z_a-z«"
_REST = r"A-Z_a-z\-.0-9»"
_NC = f"[{_START}][{_REST}]*"
_NAME = f"[:{_START}][:{_REST}]*"
_TOKEN = f"[:{_REST}]+"
_ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_YEAR = r"(?P<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_SECONDS = r"[0-9]+(?:\.[0-9]+)?S"
_DURATION = (
    r"-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?"
    rf"(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:{_SECONDS})?)?"
)
_DECIMAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_INTEGER = r"[+-]?[0-9]+"
_BASE64 = (
    r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}[A-Za-z0-9+/] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
)

_UNRESERVED = r"A-Za-z0-9\-_.!~*'()"
_ESCAPE = r"%[0-9A-Fa-f]{2}"
_PCHAR = rf"(?:[{_UNRESERVED}:@&=+$,;]|{_ESCAPE})"
_SEGMENT = rf"(?:[{_UNRESERVED}@&=+$,;]|{_ESCAPE})+"
_URIC = rf"(?:[{_UNRESERVED};/?:@&=+$,\[\]]|{_ESCAPE})*"
_AUTHORITY = (
    rf"(?:(?:[{_UNRESERVED};:&=+$,]|{_ESCAPE})*@)?"
    rf"(?:\[[0-9A-Fa-f:.]+\]|(?:[{_UNRESERVED}&=+$,;]|{_ESCAPE})*)(?::[0-9]*)?"
)
_PATH = rf"(?:/{_PCHAR}*)*"
_URI = (
    rf"(?:[A-Za-z][A-Za-z0-9+\-.]*:(?://{_AUTHORITY}{_PATH}|/?{_PCHAR}*{_PATH})"
    rf"|//{_AUTHORITY}{_PATH}|/{_PCHAR}*{_PATH}|{_SEGMENT}{_PATH}|)"
    rf"(?:\?{_URIC})?(?:\#{_URIC})?"
)


@cache
def _compiled(expression: str, ascii_only: bool) -> re.Pattern[str]:
    begin, follow = ("", "") if ascii_only or "»" not in expression else (beginning(), continuing())
    return re.compile(expression.replace("«", begin).replace("»", follow))


# XLink 5.4: these are escaped before a reference is looked at as a URI.
_TO_ESCAPE = re.compile(r"""[^!-~]|[<>"{}|\\^`]""")


@dataclass(frozen=True)
class Rule:
    """What a type's strings look like, what is done to their white space, and the family of values."""

    name: str
    expression: str | None
    space: str = "collapse"
    family: str = "string"
    test: Callable[[re.Match[str]], bool] | None = None

    def fits(self, text: str) -> bool:
        """Whether *text* (its white space already dealt with) is of the type."""
        if self.family == "uri":
            return _compiled(_URI, True).fullmatch(_TO_ESCAPE.sub("_", text)) is not None
        if self.expression is None:
            return True
        found = _compiled(self.expression, text.isascii()).fullmatch(text)
        return found is not None and (self.test is None or self.test(found))

    @property
    def measured(self) -> bool:
        """Whether the type has a length."""
        return self.family in ("string", "uri", "hex", "base64", "list", "qname")

    @property
    def ordered(self) -> bool:
        """Whether the type has a least and a greatest value to set."""
        return self.family in ("decimal", "float", "moment")


def _calendar(found: re.Match[str]) -> bool:
    parts = found.groupdict()
    year = int(parts["year"][-4:]) if parts.get("year") else 2000
    if parts.get("year") and not parts["year"].strip("-0"):
        return False  # there is no year 0 in this edition of the standard
    if not parts.get("day"):
        return True
    day, month = int(parts["day"]), int(parts.get("month") or 1)
    if parts.get("year", "").startswith("-"):
        year -= 1  # 1 BC was a leap year
    leap = year % 4 == 0 and (year % 100 != 0 or _century(parts.get("year") or "", year))
    return day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _century(written: str, year: int) -> bool:
    return not written or (year + int(written.lstrip("-")[:-4] or 0) * 10_000) % 400 == 0


def _bounded(low: int | None, high: int | None) -> Callable[[re.Match[str]], bool]:
    def test(found: re.Match[str]) -> bool:
        value = Decimal(found.group())
        return (low is None or value >= low) and (high is None or value <= high)

    return test


def _integer(name: str, low: int | None, high: int | None) -> Rule:
    bounded = None if low is None and high is None else _bounded(low, high)
    return Rule(name, _INTEGER, family="decimal", test=bounded)


def _rules() -> list[Rule]:
    def moment(name: str, expression: str) -> Rule:
        return Rule(name, expression, family="moment", test=_calendar)

    def plain(name: str, expression: str, family: str = "string") -> Rule:
        return Rule(name, expression, family=family)

    number = rf"{_DECIMAL}(?:[eE][+-]?[0-9]+)?|-?INF|NaN"
    return [
        Rule("string", None, "preserve"),
        Rule("normalizedString", None, "replace"),
        Rule("token", None),
        plain("language", "[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
        plain("Name", _NAME),
        *(plain(name, _NC) for name in ("NCName", "ID", "IDREF", "ENTITY")),
        *(plain(name, f"{_NC}(?: {_NC})*", "list") for name in ("IDREFS", "ENTITIES")),
        plain("NMTOKEN", _TOKEN),
        plain("NMTOKENS", f"{_TOKEN}(?: {_TOKEN})*", "list"),
        Rule("anyURI", None, family="uri"),
        *(plain(name, f"(?:{_NC}:)?{_NC}", "qname") for name in ("QName", "NOTATION")),
        plain("boolean", "true|false|0|1", "boolean"),
        plain("decimal", _DECIMAL, "decimal"),
        *(plain(name, number, "float") for name in ("float", "double")),
        plain("hexBinary", "(?:[0-9A-Fa-f]{2})*", "hex"),
        plain("base64Binary", _BASE64, "base64"),
        plain("duration", _DURATION, "moment"),
        moment("dateTime", f"{_YEAR}-{_MONTH}-{_DAY}T{_CLOCK}{_ZONE}"),
        moment("date", f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}"),
        moment("time", f"{_CLOCK}{_ZONE}"),
        moment("gYearMonth", f"{_YEAR}-{_MONTH}{_ZONE}"),
        moment("gYear", f"{_YEAR}{_ZONE}"),
        moment("gMonthDay", f"--{_MONTH}-{_DAY}{_ZONE}"),
        moment("gDay", f"---{_DAY}{_ZONE}"),
        moment("gMonth", f"--{_MONTH}{_ZONE}"),
        _integer("integer", None, None),
        _integer("nonPositiveInteger", None, 0),
        _integer("negativeInteger", None, -1),
        _integer("nonNegativeInteger", 0, None),
        _integer("positiveInteger", 1, None),
        *(_integer(name, -(2**bits), 2**bits - 1)
          for name, bits in (("long", 63), ("int", 31), ("short", 15), ("byte", 7))),
        *(_integer(name, 0, 2**bits - 1)
          for name, bits in (
              ("unsignedLong", 64), ("unsignedInt", 32), ("unsignedShort", 16), ("unsignedByte", 8))),
    ]  # fmt: skip


TYPES: dict[str, Rule] = {rule.name: rule for rule in _rules()}


def number(text: str) -> float:
    """The number that a float or double stands for."""
    return float(text.replace("INF", "inf"))


def length(rule: Rule, text: str) -> int:
    """How long XML Schema says that *text* is: in characters, bytes or words."""
    if rule.family == "hex":
        return len(text) // 2
    if rule.family == "base64":
        return len(base64.b64decode(text.replace(" ", "")))
    if rule.family == "list":
        return len(text.split(" "))
    return len(text)


def value(rule: Rule, text: str, context: Mapping[str, str]) -> object:
    """The value that *text*, which fits *rule*, stands for."""
    if rule.family == "decimal":
        return Decimal(text)
    if rule.family == "float":
        found = number(text)
        return "NaN" if found != found else found
    if rule.family == "boolean":
        return text in ("true", "1")
    if rule.family == "hex":
        return text.upper()
    if rule.family == "base64":
        return text.replace(" ", "")
    if rule.family == "qname":
        prefix, _, local = text.rpartition(":")
        return (context.get(prefix, ""), local)
    return text
