"""The calendar's arithmetic, held against Python's own and against known days."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubricator.dates import calendar


@settings(max_examples=100)
@given(st.dates())
def test_weekdays_and_lengths_are_those_of_the_gregorian_calendar(day: datetime.date) -> None:
    assert calendar.weekday(day.year, day.month, day.day) == day.weekday()
    following = day.replace(day=calendar.month_length(day.year, day.month))
    assert following == datetime.date.max or (following + datetime.timedelta(days=1)).day == 1


@settings(max_examples=100)
@given(st.integers(0, 3_000_000), st.booleans())
def test_a_day_number_and_its_date_name_each_other(number: int, julian: bool) -> None:
    assert calendar.day_number(*calendar.from_day_number(number, julian=julian), julian=julian) == number


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((1582, 10, 5), (1582, 10, 15)),
        ((1752, 9, 3), (1752, 9, 14)),
        ((1895, 4, 25), (1895, 5, 7)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((-44, 3, 15), (-44, 3, 13)),
    ],
)
def test_old_style_and_new_style_name_one_day(old: tuple[int, int, int], new: tuple[int, int, int]) -> None:
    assert calendar.to_gregorian(*old) == new
    assert calendar.to_julian(*new) == old


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1492, 4, 22), (1563, 4, 11), (1818, 3, 22), (1916, 4, 23), (1933, 4, 16), (1943, 4, 25), (2000, 4, 23)],
)
def test_easter_is_when_it_was(year: int, month: int, day: int) -> None:
    assert calendar.from_day_number(calendar.easter(year)) == (year, month, day)
