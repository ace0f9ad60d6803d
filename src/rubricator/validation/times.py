"""Dates that contradict their own words, the calendar, or the file that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from rubricator import tei
from rubricator.annotation import Span
from rubricator.dates import Reference, read_date, read_dates
from rubricator.dates.agreement import DATING, agrees, given_by, weekday_differs
from rubricator.dates.expressions import Expression, Moment, Style
from rubricator.dates.extents import extent_of
from rubricator.dates.languages import table_of
from rubricator.dates.resolve import resolve
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Severity
from rubricator.validation.places import Places
from rubricator.validation.rules import Rule

DIFFERS = Rule(
    "dates.text-differs",
    Severity.WARNING,
    "The attributes say in numbers what the words say. Where an editor knows better than the words,"
    " @evidence says so.",
    wrong='<date when="1963-12-11">Dec. 11, 1863</date>',
    right='<date when="1863-12-11">Dec. 11, 1863</date>',
)
WEEKDAY = Rule(
    "dates.weekday",
    Severity.NOTE,
    "A weekday checks its date: one of the two is misread, or the writer lost count, and then @evidence says"
    " that this is known.",
    wrong='<date when="1933-05-12">Monday, May 12, 1933</date>',
    right='<date when="1933-05-12">Friday, May 12, 1933</date>',
)
IMPOSSIBLE = Rule(
    "dates.impossible",
    Severity.WARNING,
    "No calendar has such a day: it is misread, or the writer erred, and then sic and corr say so. In "
    "@when no schema can see it, as its form is right.",
    wrong='<date when="1917-06">31 June 1917</date>',
    right='<date when="1917-06-30">30 June 1917</date>',
)
LATER = Rule(
    "dates.after-file",
    Severity.WARNING,
    "A text cannot know of a year after the file was published; most often two digits are exchanged. Look "
    "at the source, and correct the attribute or, with sic and corr, the words.",
    wrong='<date when="9133">some day</date>',
    right='<date when="1933">1933</date>',
)
RULES = (DIFFERS, WEEKDAY, IMPOSSIBLE, LATER)

_DATED = "|".join(f"/*//tei:{name}" for name in ("date", "docDate", "origDate", "birth", "death", "floruit"))
_YEAR_IN_WORDS = re.compile(r"(?<![\d.,])[12]\d{3}(?![\d])")
_YEAR = re.compile(r"(-?\d{4,})(?:-|$)")
_IN_THE_TEXT = "self::*[ancestor::tei:text][not(ancestor::tei:bibl or ancestor::tei:biblStruct)]"
"""Where the words of a text are, and not what an editor adds to a list of books."""
_STATED = "/*/tei:teiHeader/tei:fileDesc/*[self::tei:publicationStmt or self::tei:editionStmt]//tei:date"
_CHANGED = "/*/tei:teiHeader/tei:revisionDesc//tei:*[self::tei:change or self::tei:date]"
_AT = "@*[name()='when' or name()='to' or name()='notAfter']"
_OF_THE_FILE = f"{_STATED}/{_AT} | {_CHANGED}/{_AT}"
_KNOWN_CALENDAR = re.compile("gregor|julian|style", re.IGNORECASE)
_NO_WITNESS = (
    ".//tei:*[@when or @from or @to or @notBefore or @notAfter] | .//tei:gap | .//tei:unclear"
    " | .//tei:del[not(parent::tei:subst)]"
)
"""What makes the words of a date no witness against it: dates of its own inside, and what cannot be read."""

_QUOTED = 60
_DAYS_SOME_MONTHS_LACK = re.compile(r"(?<![\d.,/-])(?:29|3[01])(?![\d.])")
_LOCAL = 24
"""So many characters on either side of a day hold its month and year."""


def check(document: Document) -> Iterator[Finding]:
    """What is wrong with the dates of the document."""
    places = Places(document)
    published = _latest(document)
    for date in tei.elements(_DATED, document.root):
        given = {name: value for name in DATING if (value := date.get(name))}
        years = {name: year for name, value in given.items() if (year := _year(value)) is not None}
        late = next((name for name, year in years.items() if published and year > published), None)
        if late and tei.elements(_IN_THE_TEXT, date):
            yield LATER.broken(
                document.source,
                places.of(date, late),
                f"@{late} is {given[late]}, and the file is of {published}.",
                "Correct the year.",
            )
        elif not _beyond_words(date):
            yield from _contradictions(document, date, given, places)
    yield from _unmarked(document)


def _unmarked(document: Document) -> Iterator[Finding]:
    """The impossible days of the text that nobody has marked as dates."""
    try:
        text = document.text
    except InputRefused:
        return
    spans = [element.span for element in document.elements if element.span and element.name == "date"]
    for day in _DAYS_SOME_MONTHS_LACK.finditer(text):
        if any(span.start <= day.start() < span.end for span in spans):
            continue
        start = max(0, day.start() - _LOCAL)
        for found in read_dates(text[start : day.end() + _LOCAL], language=document.language):
            here = Span(found.span.start + start, found.span.end + start)
            problem = _impossible(found.expression)
            if problem and here.start <= day.start() < here.end and "\n" not in found.written:
                yield IMPOSSIBLE.broken(
                    document.source,
                    document.place(here),
                    f"{_quoted(found.written)} is no day: {problem}.",
                    "Compare the source; if it reads so, mark the words with sic and corr.",
                )


def _contradictions(
    document: Document, date: etree._Element, given: dict[str, str], places: Places
) -> Iterator[Finding]:
    words = {reading: _words(date, reading) for reading in tei.Reading}
    edited = words[tei.Reading.EDITED]
    language = _language(date, document)
    said = _said(edited, language)
    year = next((year for value in given.values() if (year := _year(value)) is not None), None)
    problem = next((wrong for each in said if (wrong := _impossible(each, year))), "")
    if problem:
        yield IMPOSSIBLE.broken(
            document.source,
            places.of(date),
            f"{_quoted(edited)} is no day: {problem}.",
            "Compare the source; if it reads so, mark the words with sic and corr.",
        )
    elif not given or not said:
        return
    elif not any(agrees(each, given) for each in (*said, *_said(words[tei.Reading.DIPLOMATIC], language))):
        name = next(iter(given))
        meant = _meant(said[0], given)
        yield DIFFERS.broken(
            document.source,
            places.of(date, name),
            f"The words say {meant or _quoted(edited)}, and {_told(given)}.",
            f"Correct @{name}; if the words are wrong, mark them with sic and corr, or add @evidence to the"
            " date to say that you know better.",
        )
    elif weekday := next((wrong for each in said if (wrong := weekday_differs(each, given))), ""):
        yield WEEKDAY.broken(
            document.source,
            places.of(date, "when"),
            f"{_quoted(edited)} names another weekday: {given['when'][:10]} was a {weekday}.",
            "Correct what is misread; if the writer erred, add @evidence to the date.",
        )


def _beyond_words(date: etree._Element) -> bool:
    """Whether the attributes rest on more than the words: evidence, another calendar, dates inside."""
    named = f"{date.get('calendar', '')} {date.get('datingMethod', '')}".strip()
    return bool(
        date.get("evidence")
        or (named and not _KNOWN_CALENDAR.search(named))
        or tei.elements(_NO_WITNESS, date)
    )


def _said(words: str, language: str) -> list[Expression]:
    """What the words say; in a language that we cannot read, which years they name."""
    if table_of(language) is None:
        return [Moment(int(year)) for year in _YEAR_IN_WORDS.findall(words)]
    read = read_date(words, language=language)
    if read:
        return [read[0]]
    return [each.expression for each in read_dates(words, field=True, language=language)]


def _language(element: etree._Element, document: Document) -> str:
    given = tei.select("ancestor-or-self::*/@xml:lang", element)
    return str(given[-1]) if given else document.language


def _words(node: etree._Element, reading: tei.Reading) -> str:
    """The words of *node* as *reading* shows them; a milestone or a block ends a word."""
    return "".join(_pieces(node, reading))


def _pieces(node: etree._Element, reading: tei.Reading) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and tei.shown(child, reading) and not tei.is_aside(child):
            edge = " " if tei.separates(child) or tei.is_block(child) else ""
            yield edge
            yield from _pieces(child, reading)
            yield edge
        yield child.tail or ""


def _impossible(said: Expression, year: int | None = None) -> str:
    """What is wrong with a day that neither calendar has, in *year* if the words name none."""
    if not isinstance(said, Moment) or not said.day or said.month is None or said.other:
        return ""
    if said.year is None and extent_of(said).problem:
        said = replace(said, year=year)
    problem = extent_of(said).problem
    old = replace(said, style=Style.OLD)
    return "" if problem and old.year and old.year <= 1923 and not extent_of(old).problem else problem


def _meant(said: Expression, given: dict[str, str]) -> str:
    """What the words say in ISO 8601, a year that they leave out being that of the attributes."""
    days = given_by(given)
    year = next((year for value in given.values() if (year := _year(value)) is not None), None)
    value = resolve(said, Reference(year) if days and year else None)
    return _iso(dict(value.attributes)) if value is not None else ""


def _iso(dating: dict[str, str]) -> str:
    if "when" in dating:
        return dating["when"]
    ends = [
        dating.get(name) or dating.get(other) for name, other in (("from", "notBefore"), ("to", "notAfter"))
    ]
    return "/".join(end or ".." for end in ends) if any(ends) else ""


def _told(given: dict[str, str]) -> str:
    return " and ".join(f"@{name} says {value}" for name, value in given.items())


def _quoted(words: str) -> str:
    short = " ".join(words.split())
    return f"“{short if len(short) <= _QUOTED else short[:_QUOTED] + '…'}”"


def _year(value: str | None) -> int | None:
    match = _YEAR.match(value or "")
    return int(match[1]) if match else None


def _latest(document: Document) -> int | None:
    """The year in which the file was published or last changed, as far as its header says."""
    years = [_year(str(value)) for value in tei.select(_OF_THE_FILE, document.root)]
    words = (tei.content(date) for date in tei.elements(_STATED, document.root))
    years += [int(found) for said in words for found in _YEAR_IN_WORDS.findall(said)]
    return max((year for year in years if year is not None), default=None)
