"""Dates in a header: what the ISO form of a date is that a header states."""

from __future__ import annotations

import re

from rubricator.transcription.shapes import DATE, LOOSE_DATE, MONTH, YEAR

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>{YEAR})"
)
_MONTH_FIRST = re.compile(rf"(?P<month>{MONTH})\s+(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s+(?P<year>{YEAR})")
_MONTH = re.compile(rf"(?P<month>{MONTH}),?\s+(?P<year>{YEAR})")
_FORMS = (_DAY_FIRST, _MONTH_FIRST, _MONTH, re.compile(rf"(?P<year>{YEAR})"))
_DATES = re.compile(LOOSE_DATE)
_FULL = re.compile(DATE)


def iso(text: str) -> dict[str, str]:
    """The dating attributes of *text*, if the whole of it is a date that is understood."""
    plain = text.strip(" .()[]")
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match:
            parts = match.groupdict()
            when = parts["year"]
            if "month" in parts:
                when += f"-{_MONTHS.index(parts['month'][:3].lower()) + 1:02}"
            if "day" in parts:
                when += f"-{int(parts['day']):02}"
            return {"when": when}
    return {}


def find(text: str) -> list[tuple[int, int, dict[str, str]]]:
    """Where *text* holds dates, in order, each with its dating attributes."""
    return [(match.start(), match.end(), iso(match.group())) for match in _DATES.finditer(text)]


def is_full(text: str) -> bool:
    """Whether *text* is a date to the day."""
    return bool(_FULL.fullmatch(text))
