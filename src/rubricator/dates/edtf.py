"""TEI's dating attributes in EDTF, the Extended Date/Time Format (ISO 8601-2, levels 0 to 2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rubricator.dates import calendar
from rubricator.dates.lexicon import SEASONS

_W3C = re.compile(r"(-?)(\d{4,})(.*)", re.DOTALL)
_YEARLESS = re.compile(r"-(-\d\d(?:-\d\d)?)|--(-\d\d)")
_SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_MONTH = re.compile(r"(-?\d{4,})-(\d\d)")


def edtf(attributes: Mapping[str, str], rule: str = "", *, doubted: bool = False) -> str:
    """What the attributes say, or "" if they say nothing; *rule* is the one that read the date.

    About (`@precision="low"`) is `~`, *doubted* `?`, both `%`. `@notBefore` and `@notAfter` give one day,
    month or year of those between (`[…]`), `@from` and `@to` an interval.
    """
    value = {name: _date(text) for name, text in attributes.items()}
    about = attributes.get("precision") == "low"
    mark = "%" if about and doubted else "~" if about else "?" if doubted else ""
    if "when" in value:
        return value["when"] + ("" if "T" in value["when"] else mark)
    if "from" in value or "to" in value:
        ends = (value.get("from"), value.get("to"))
        return "/".join(end + mark if end else ".." for end in ends)
    low, high = value.get("notBefore"), value.get("notAfter")
    if low is None and high is None:
        return ""
    whole = _season(attributes, rule) or _decade(attributes)
    if whole:
        return whole + mark
    return f"[{low or ''}..{high or ''}]"


def _date(written: str) -> str:
    """A W3C date, whose years before Christ have no nought, as EDTF, whose have."""
    yearless = _YEARLESS.fullmatch(written)
    if yearless:
        return f"XXXX{yearless[1]}" if yearless[1] else f"XXXX-XX{yearless[2]}"
    match = _W3C.fullmatch(written)
    if not match:
        return written
    year = calendar.astronomical(-int(match[2])) if match[1] else int(match[2])
    long = "Y" if abs(year) > 9999 else ""
    return f"{long}{'-' if year < 0 else ''}{abs(year):04}{match[3]}"


def _season(attributes: Mapping[str, str], rule: str) -> str:
    """The season that the limits are the months of, if the words named one."""
    first = _MONTH.fullmatch(attributes.get("notBefore", ""))
    last = _MONTH.fullmatch(attributes.get("notAfter", ""))
    if not first or not last or rule.rpartition(".")[2] != "season":
        return ""
    months = (int(first[2]), int(last[2]))
    crosses = months[0] > months[1]
    if int(last[1]) - int(first[1]) != crosses:
        return ""
    name = next((name for name, its in SEASONS.items() if its == months), "")
    return f"{_date(first[1])}-{_SEASON_CODES[name]}" if name in _SEASON_CODES else ""


def _decade(attributes: Mapping[str, str]) -> str:
    """The 1890s: 189X."""
    low, high = attributes.get("notBefore", ""), attributes.get("notAfter", "")
    decade = re.fullmatch(r"\d{3}0", low) and high == f"{low[:3]}9"
    return f"{low[:3]}X" if decade else ""
