"""Dates as written in English, and what they mean in TEI: `find_dates`, `parse_date`."""

from rubricator.dates.find import find_dates, parse_date
from rubricator.dates.values import DateValue, FoundDate, Reference

__all__ = ["DateValue", "FoundDate", "Reference", "find_dates", "parse_date"]
