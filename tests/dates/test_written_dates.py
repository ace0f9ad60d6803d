"""What is written, and what it means: this table is the specification of the date grammar."""

from __future__ import annotations

import pytest

from rubricator.dates import find_dates, parse_date


def attributes(written: str) -> str:
    value = parse_date(written)
    return "no date" if value is None else " ".join(f"{name}={value}" for name, value in value.attributes)


FULL = [
    ("12 May 1933", "when=1933-05-12"),
    ("May 12, 1933", "when=1933-05-12"),
    ("May 12 1933", "when=1933-05-12"),
    ("12 May, 1933", "when=1933-05-12"),
    ("12th May 1933", "when=1933-05-12"),
    ("23RD JULY 1916", "when=1916-07-23"),
    ("the 12th of May, 1933", "when=1933-05-12"),
    ("the 12th day of May in the year 1933", "when=1933-05-12"),
    ("May the 12th, 1933", "when=1933-05-12"),
    ("May, 12, 1933", "when=1933-05-12"),
    ("1933 May 12", "when=1933-05-12"),
    ("1933, May 12th", "when=1933-05-12"),
    ("Friday, May 12, 1933", "when=1933-05-12"),
    ("Fri. 12 May 1933", "when=1933-05-12"),
    ("Friday the twelfth of May 1933", "when=1933-05-12"),
    ("Dec. 11, 1863", "when=1863-12-11"),
    ("11 Decr 1863", "when=1863-12-11"),
    ("Jany 1st 1819", "when=1819-01-01"),
    ("3d Iune 1593", "when=1593-06-03"),
    ("the xx. of June", "when=--06-20"),
    ("7ber 5, 1650", "when=1650-09-05"),
    ("12 V 1933", "when=1933-05-12"),
    ("12.V.1933", "when=1933-05-12"),
    ("12.5.1933", "when=1933-05-12"),
    ("26. 4. 1901", "when=1901-04-26"),
    ("13/5/1933", "when=1933-05-13"),
    ("5/13/1933", "when=1933-05-13"),
    ("1933-05-12", "when=1933-05-12"),
    ("May 5, 1917, 10 p.m.", "when=1917-05-05T22:00:00"),
    ("May 5, 1917, at 10.30 a.m.", "when=1917-05-05T10:30:00"),
    ("the fifth of November, sixteen hundred and five", "when=1605-11-05"),
    ("12 May MDCCXC", "when=1790-05-12"),
    ("26 April [1901]", "when=1901-04-26"),
    ("26. 4. [1901]", "when=1901-04-26"),
]

HEADS_OF_LETTERS = [
    ("Sunday Night, June 4th, 1815", "when=1815-06-04"),
    ("Sunday Evg. 12th Feb’y 1838", "when=1838-02-12"),
    ("April 3rd 1815, Monday night", "when=1815-04-03"),
    ("Tuesday [6 June 1815]", "when=1815-06-06"),
    ("[4? June 1815]", "when=1815-06-04"),
    ("10 p.m., May 5, 1917", "when=1917-05-05T22:00:00"),
    ("10 a.m. on May 5, 1917", "when=1917-05-05T10:00:00"),
    ("Noon, 5 May 1917", "when=1917-05-05T12:00:00"),
    ("10 p.m., May 5", "when=--05-05"),
    ("Oct: 7: 1712", "when=1712-10-07"),
    ("Augt. 7. 1812", "when=1812-08-07"),
    ("Xber 7th 1650", "when=1650-12-07"),
    ("May 23rd/63", "when=--05-23"),
    ("Octr 8th 63", "when=--10-08"),
    ("2d of 3d mo. 1838", "when=1838-03-02"),
    ("3rd month 2nd, 1838", "when=1838-03-02"),
    ("Saturday 3-Sunday 4 May 1817", "from=1817-05-03 to=1817-05-04"),
    ("Xmas Day 1815", "when=1815-12-25"),
]

QUAKERS = [
    ("2d of 3d mo. 1738", "when=1738-05-02"),
    ("the 3rd of 4th month 1687", "when=1687-06-03"),
    ("12mo. 3d 1690", "when=1691-02-03"),
    ("3d day of the eleventh month 1701/2", "when=1702-01-03"),
    ("5th of Third Month, 1823", "when=1823-03-05"),
    ("5th of thirteenth month, 1823", "no date"),
]

REIGNS = [
    ("the fourth year of the reign of King George III", "notBefore=1763-10-25 notAfter=1764-10-24"),
    ("the 12th year of Edward the Third", "notBefore=1338-01-25 notAfter=1339-01-24"),
    ("12 Hen. VIII", "notBefore=1520-04-22 notAfter=1521-04-21"),
    ("5 Eliz.", "notBefore=1562-11-17 notAfter=1563-11-16"),
    ("the 3rd year of Queen Anne", "notBefore=1704-03-08 notAfter=1705-03-07"),
    ("the 4th day of June in the fifteenth year of the reign of George the Third", "when=1775-06-04"),
    ("the 4th of November, 15 Geo. III", "when=1774-11-04"),
    ("the fourth year of Charles", "no date"),
    ("the 30th year of William IV", "no date"),
    ("5 Hen. VIII c. 2", "no date"),
]

ROMAN_DAYS = [
    ("the ides of March 44 B.C.", "when=-0044-03-15"),
    ("iv Kal. Jan. 1200", "when=1199-12-29"),
    ("pridie Kal. Maii 1310", "when=1310-04-30"),
    ("Kal. Octobris 1544", "when=1544-10-01"),
    ("viii Id. Junij 1402", "when=1402-06-06"),
    ("iii Non. Maij 1402", "when=1402-05-05"),
    ("16 Kalends of March 1301", "when=1301-02-14"),
]

FEASTS = [
    ("St. Patrick's Day, 1712", "when=1712-03-17"),
    ("the feast of St. Michael 1320", "when=1320-09-29"),
    ("St. Bartholomew’s day 1572", "when=1572-08-24"),
    ("Sexagesima Sunday 1801", "when=1801-02-08"),
    ("Low Sunday 1822", "when=1822-04-14"),
    ("Ascension Day 1850", "when=1850-05-09"),
]

OLD_LETTERS = [
    ("Tuesday, 3d. of Septembr. 1745", "when=1745-09-03"),
    ("Decr 17:th 1771", "when=1771-12-17"),
    ("8br. 3 1702", "when=1702-10-03"),
    ("7 Novembris 1655", "when=1655-11-07"),
    ("3 Maij 1650", "when=1650-05-03"),
    ("10 Feb 1711-12", "when=1712-02-10"),
    ("10 April 1711-12", "from=1711-04-10 to=1711-04-12"),
    ("October 25/November 7, 1917", "when=1917-11-07 when-custom=1917-10-25 calendar=#julian"),
    ("May 17/27 1680", "when=1680-05-27 when-custom=1680-05-17 calendar=#julian"),
    ("1933/07/15", "when=1933-07-15"),
]

OLD_HANDS = [
    ("20th Xbr 1701", "when=1701-12-20"),
    ("Oct: 20th. [1755]", "when=1755-10-20"),
    ("20 Oct. [1755?]", "when=1755-10-20"),
    ("five April 1815", "when=1815-04-05"),
    ("June twenty three 1820", "when=1820-06-23"),
    ("April Five 1815", "when=1815-04-05"),
    ("xxvijth of Marche 1588", "when=1588-03-27"),
    ("vjth daie of Maye ao 1599", "when=1599-05-06"),
    ("xxth of November anno Dni 1601", "when=1601-11-20"),
    ("ijd of Aprill 1600", "when=1600-04-02"),
    ("xvij die Novembris 1599", "when=1599-11-17"),
    ("the xij of Februarie 1587", "when=1587-02-12"),
    ("3° Maij 1604", "when=1604-05-03"),
    ("5to Augusti 1603", "when=1603-08-05"),
    ("primo Maii 1600", "when=1600-05-01"),
    ("ultimo Martii 1621", "when=1621-03-31"),
    ("the last day of Februarie 1600", "when=1600-02-29"),
    ("12 Xbris 1620", "when=1620-12-12"),
    ("Satterday the 9th of May 1640", "when=1640-05-09"),
    ("Thursdaie the 6 of Maie 1640", "when=1640-05-06"),
    ("first daye of Octobre in the yere of our lord god 1545", "when=1545-10-01"),
    (
        "xxxth yeare of the raigne of our soveraigne Ladie Elizabeth",
        "notBefore=1587-11-17 notAfter=1588-11-16",
    ),
    (
        "fowerth daie of March in the five and thirtieth yeare of the raigne of our Ladie Elizabeth",
        "when=1593-03-04",
    ),
    ("Septr. 4th Tuesday 1804", "when=1804-09-04"),
    ("May the 14th, Monday, 1804", "when=1804-05-14"),
    ("The 5th of Aug. ho. 3 p.m. 1601", "when=1601-08-05T15:00:00"),
    ("Aug. 5. h. 10.30 ante m. 1601", "when=1601-08-05T10:30:00"),
    ("Wensday the 4 of Aprill 30 mi. past 9 ante m. 1599", "when=1599-04-04T09:30:00"),
]

CENTURIES = [
    ("first quarter of the 17th century", "notBefore=1601 notAfter=1625"),
    ("the last third of the 15th century", "notBefore=1467 notAfter=1500"),
    ("the seventeenth and eighteenth centuries", "notBefore=1601 notAfter=1800"),
    ("the eighteenth and seventeenth centuries", "no date"),
]

REPUBLICAN = [
    ("18 Brumaire, Year VIII", "when=1799-11-09 when-custom=0008-02-18 calendar=#republican"),
    ("9 Thermidor year II", "when=1794-07-27 when-custom=0002-11-09 calendar=#republican"),
    ("13 vendémiaire an IV", "when=1795-10-05 when-custom=0004-01-13 calendar=#republican"),
    ("10 nivôse an 14", "when=1805-12-31 when-custom=0014-04-10 calendar=#republican"),
    ("18 Brumaire", "no date"),
    ("18 Brumaire, Year XV", "no date"),
]

LESS_THAN_A_DAY_IS_KNOWN = [
    ("May 1933", "when=1933-05"),
    ("May, 1933", "when=1933-05"),
    ("May of 1933", "when=1933-05"),
    ("2014-11", "when=2014-11"),
    ("1933", "when=1933"),
    ("the year 1648", "when=1648"),
    ("eighteen hundred and forty-five", "when=1845"),
    ("nineteen seventeen", "when=1917"),
    ("A.D. 79", "when=0079"),
    ("44 B.C.", "when=-0044"),
    ("3 June", "when=--06-03"),
    ("June", "when=--06"),
    ("c. 1890", "when=1890 precision=low"),
    ("about August 28, 1904", "when=1904-08-28 precision=low"),
]

RANGES = [
    ("May 3–5, 1917", "from=1917-05-03 to=1917-05-05"),
    ("3–5 May 1917", "from=1917-05-03 to=1917-05-05"),
    ("from May 3 to May 5, 1917", "from=1917-05-03 to=1917-05-05"),
    ("December 30, 1921—January 4, 1922", "from=1921-12-30 to=1922-01-04"),
    ("December 30 – January 4, 1922", "from=1921-12-30 to=1922-01-04"),
    ("October-December 1904", "from=1904-10 to=1904-12"),
    ("December 1904–January 1905", "from=1904-12 to=1905-01"),
    ("1914–18", "from=1914 to=1918"),
    ("1905-06", "from=1905 to=1906"),
    ("1792-4", "from=1792 to=1794"),
    ("[27. 4. 1901 – 1. 5. 1901?]", "from=1901-04-27 to=1901-05-01"),
    ("from 1905 to 1907", "from=1905 to=1907"),
    ("from 1914 to 18", "from=1914 to=1918"),
    ("12/13 May 1933", "from=1933-05-12 to=1933-05-13"),
    ("spring and summer 1905", "from=1905-03 to=1905-08"),
    ("between January 3 and 9, 1915", "notBefore=1915-01-03 notAfter=1915-01-09"),
    ("between January 30 and February 2, 1908", "notBefore=1908-01-30 notAfter=1908-02-02"),
    ("between 1905 and 1907", "notBefore=1905 notAfter=1907"),
    ("December 8 or 9, 1913", "notBefore=1913-12-08 notAfter=1913-12-09"),
    ("3 or 4 June 1917", "notBefore=1917-06-03 notAfter=1917-06-04"),
    ("late September-early October 1907", "notBefore=1907-09-21 notAfter=1907-10-10"),
]

BOUNDS = [
    ("after April 10, 1916", "notBefore=1916-04-10"),
    ("prior to December 16, 1914", "notAfter=1914-12-16"),
    ("not earlier than November 1, 1913", "notBefore=1913-11-01"),
    ("not later than March 1920", "notAfter=1920-03"),
    ("not before the end of March 1920", "notBefore=1920-03-21"),
    ("November, prior to 9th, 1905", "notBefore=1905-11 notAfter=1905-11-09"),
    ("June, not earlier than 25th, 1913", "notBefore=1913-06-25 notAfter=1913-06"),
    ("1905, not earlier than June 11", "notBefore=1905-06-11 notAfter=1905"),
    ("not earlier than May 7, but not later than September 1895", "notBefore=1895-05-07 notAfter=1895-09"),
]

PARTS_AND_PERIODS = [
    ("the beginning of August 1916", "notBefore=1916-08-01 notAfter=1916-08-10"),
    ("mid-November 1895", "notBefore=1895-11-11 notAfter=1895-11-20"),
    ("the end of February 1922", "notBefore=1922-02-21 notAfter=1922-02-28"),
    ("the first half of March 1911", "notBefore=1911-03-01 notAfter=1911-03-15"),
    ("the second half of July 1914", "notBefore=1914-07-16 notAfter=1914-07-31"),
    ("the end of 1899", "notBefore=1899-09 notAfter=1899-12"),
    ("autumn 1895", "notBefore=1895-09 notAfter=1895-11"),
    ("the winter of 1905–06", "notBefore=1905-12 notAfter=1906-02"),
    ("the winter of 1917", "notBefore=1917-01 notAfter=1918-02"),
    ("the 1890s", "notBefore=1890 notAfter=1899"),
    ("the eighteen-nineties", "notBefore=1890 notAfter=1899"),
    ("the nineteenth century", "notBefore=1801 notAfter=1900"),
    ("the early nineteenth century", "notBefore=1801 notAfter=1833"),
    ("the 5th century B.C.", "notBefore=-0500 notAfter=-0401"),
    ("Christmas Day, 1820", "when=1820-12-25"),
    ("Easter 1916", "when=1916-04-23"),
]

TWO_STYLES = [
    ("May 3 (16), 1917", "when=1917-05-16 when-custom=1917-05-03 calendar=#julian"),
    ("3 (16) May 1917", "when=1917-05-16 when-custom=1917-05-03 calendar=#julian"),
    ("April 20 (May 3), 1917", "when=1917-05-03 when-custom=1917-04-20 calendar=#julian"),
    ("May 25 (12), 1917", "when=1917-05-25 when-custom=1917-05-12 calendar=#julian"),
    ("25 October (7 November) 1917", "when=1917-11-07 when-custom=1917-10-25 calendar=#julian"),
    ("April 22 (O.S.), 1914", "when=1914-05-05 when-custom=1914-04-22 calendar=#julian"),
    (
        "between March 7 and 12 (20 and 25), 1917",
        "notBefore=1917-03-20 notAfter=1917-03-25"
        " notBefore-custom=1917-03-07 notAfter-custom=1917-03-12 calendar=#julian",
    ),
    ("25 October/7 November 1917", "when=1917-11-07 when-custom=1917-10-25 calendar=#julian"),
    ("10 February 1648/9", "when=1649-02-10"),
]

SLIPS_ARE_READ_OVER = [
    ("17 Deptember, 1922", "when=1922-09-17"),
    ("January 19O5", "when=1905-01"),
    ("March 21. 1922", "when=1922-03-21"),
    ("Wednesay, 22nd May 1822", "when=1822-05-22"),
]

NEVER_DATES = ["see below", "Paris", "Part 3", "17 Deptember", "June and July and", "12", "the 12th"]

ALL = [
    *FULL,
    *QUAKERS,
    *REIGNS,
    *ROMAN_DAYS,
    *FEASTS,
    *OLD_LETTERS,
    *OLD_HANDS,
    *CENTURIES,
    *REPUBLICAN,
    *HEADS_OF_LETTERS,
    *LESS_THAN_A_DAY_IS_KNOWN,
    *RANGES,
    *BOUNDS,
    *PARTS_AND_PERIODS,
    *TWO_STYLES,
    *SLIPS_ARE_READ_OVER,
]


@pytest.mark.parametrize(("written", "meant"), ALL)
def test_a_date_is_normalised_to_its_own_precision(written: str, meant: str) -> None:
    assert attributes(written) == meant


@pytest.mark.parametrize("written", NEVER_DATES)
def test_what_is_no_date_has_no_value(written: str) -> None:
    assert attributes(written) == "no date"


@pytest.mark.parametrize(
    "written", ["Written: 12 May 1933.", "(12 May 1933)", "Written on 12 May 1933", "dated 12 May 1933;"]
)
def test_the_words_and_marks_of_a_header_do_not_hide_its_date(written: str) -> None:
    assert attributes(written) == "when=1933-05-12"


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("31 June 1917", "June 1917 has only 30 days"),
        ("February 29, 1900", "February 1900 has only 28 days"),
        ("May 17 (14), 1917", "the two dates are not the same day in Old and New Style"),
        ("3/4/1933", "day and month could be exchanged"),
    ],
)
def test_an_impossible_date_is_found_but_not_normalised(written: str, problem: str) -> None:
    (found,) = find_dates(f"It was {written} or so.")
    assert (found.written, found.value.attributes, found.value.problem) == (written, (), problem)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Wednesday, May 3 (16), 1917", ""),
        ("Monday, May 3 (16), 1917", "1917-05-16 was a Wednesday, not a Monday"),
        ("Friday, 3 May 1594 (O.S.)", ""),
        ("Sunday, 10 February 1711", "1711-02-10 was a Tuesday, not a Sunday"),
        ("Saturday, 10 February 1711", ""),
    ],
)
def test_a_weekday_is_held_against_the_calendar_of_its_time(written: str, problem: str) -> None:
    value = parse_date(written)
    assert value is not None
    assert value.problem == problem


def test_in_a_field_the_number_of_a_volume_or_page_is_no_year() -> None:
    (found,) = find_dates("Vol. 1905, p. 1848, London, 1952", field=True)
    assert found.written == "1952"


def test_a_weekday_that_does_not_fit_is_said() -> None:
    (found,) = find_dates("It was Monday, May 12, 1933.")
    assert found.value.when == "1933-05-12"
    assert found.value.problem == "1933-05-12 was a Friday, not a Monday"
    assert found.value.cert == "medium"


@pytest.mark.parametrize(
    ("heading", "written", "meant"),
    [
        ("Three Mile Cross, Saturday evening", "Saturday evening", "when=1815-06-24"),
        ("Thursday 5 pm", "Thursday 5 pm", "when=1815-06-22T17:00:00"),
        ("Monday morning, 10 o’clock", "Monday morning", "when=1815-06-26"),
        ("Camp near Vicksburg, May 23rd/15", "May 23rd/15", "when=1815-05-23"),
        ("Washington, D.C. Octr 8th", "Octr 8th", "when=1815-10-08"),
        ("Monday fortnight", "Monday fortnight", "when=1815-07-10"),
        ("Thursday se’nnight", "Thursday se’nnight", "when=1815-06-29"),
        ("Saturday--Sunday--Monday", "Saturday--Sunday--Monday", "from=1815-06-24 to=1815-06-26"),
    ],
)
def test_the_head_of_a_letter_says_more_than_its_day(heading: str, written: str, meant: str) -> None:
    (found,) = find_dates(heading, "1815-06-20", field=True)
    said = " ".join(f"{name}={value}" for name, value in found.value.attributes)
    assert (found.written, said) == (written, meant)


def test_a_list_may_begin_with_its_month() -> None:
    found = find_dates("on January 1st, 2nd & 3rd 1864")
    assert [(each.written, each.value.when) for each in found] == [
        ("January 1st", "1864-01-01"),
        ("2nd", "1864-01-02"),
        ("3rd 1864", "1864-01-03"),
    ]


@pytest.mark.parametrize(
    ("written", "cert"), [("Easter 1492", "high"), ("Easter 1640", "low"), ("Easter 1916", "high")]
)
def test_a_feast_is_uncertain_while_two_calendars_were_kept(written: str, cert: str) -> None:
    value = parse_date(written)
    assert value is not None
    assert value.cert == cert
