"""Dates as written in prose, in several languages, and what they mean in TEI: `find_dates`, `parse_date`."""

from rubricator.dates.find import ReadDate, find_dates, parse_date, read_date, read_dates
from rubricator.dates.values import DateValue, FoundDate, Reference

__all__ = [
    "DateValue",
    "FoundDate",
    "ReadDate",
    "Reference",
    "find_dates",
    "parse_date",
    "read_date",
    "read_dates",
]
