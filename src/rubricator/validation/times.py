"""Dates that contradict their own words, or the file that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.findings import Finding, Severity
from rubricator.validation.places import Places
from rubricator.validation.rules import Rule

DIFFERS = Rule(
    "dates.text-differs",
    Severity.WARNING,
    "The attributes say in numbers what the words say; where the words name a year, it is the same year.",
    wrong='<date when="1932-05-12">May 12, 1933</date>',
    right='<date when="1933-05-12">May 12, 1933</date>',
)
LATER = Rule(
    "dates.after-file",
    Severity.WARNING,
    "A text cannot know of a year after the file was published; most often two digits are exchanged.",
    wrong='<date when="9133">1933</date>',
    right='<date when="1933">1933</date>',
)
RULES = (DIFFERS, LATER)

ATTRIBUTES = ("when", "from", "to", "notBefore", "notAfter")
_YEAR_IN_WORDS = re.compile(r"(?<![\d.,])[12]\d{3}(?![\d])")
_YEAR = re.compile(r"(-?\d{4,})(?:-|$)")
_PUBLISHED = "/*/tei:teiHeader/tei:fileDesc/tei:publicationStmt/tei:date/@*[name()='when' or name()='to']"


def check(document: Document) -> Iterator[Finding]:
    """What is wrong with the dates of the document's text."""
    places = Places(document)
    published = _latest(document)
    for date in tei.elements("/*//tei:text//tei:date", document.root):
        years = {name: year for name in ATTRIBUTES if (year := _year(date.get(name))) is not None}
        if not years:
            continue
        late = next((name for name, year in years.items() if published and year > published), None)
        if late:
            yield LATER.broken(
                document.source,
                places.of(date, late),
                f"@{late} is {date.get(late)}, and the file was published in {published}.",
                "Correct the year.",
            )
        elif finding := _contradiction(document, date, years, places):
            yield finding


def _contradiction(
    document: Document, date: etree._Element, years: dict[str, int], places: Places
) -> Finding | None:
    said = [int(year) for year in _YEAR_IN_WORDS.findall(tei.content(date))]
    first, last = min(years.values()), max(years.values())
    if not said or date.get("calendar") or any(first <= year <= last for year in said):
        return None
    name = next(iter(years))
    return DIFFERS.broken(
        document.source,
        places.of(date, name),
        f"The words name the year {said[0]}, and @{name} says {date.get(name)}.",
        f"Correct @{name}; or if the words are wrong, mark them with sic and corr.",
    )


def _year(value: str | None) -> int | None:
    match = _YEAR.match(value or "")
    return int(match[1]) if match else None


def _latest(document: Document) -> int | None:
    years = [_year(str(value)) for value in tei.select(_PUBLISHED, document.root)]
    return max((year for year in years if year is not None), default=None)
