"""Citations: the parts of a printed source as archives write it; what is not plain is kept whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rubricator.encoding import dating

_ROMAN = r"[IVXLCDM]+"
_NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMERAL = f"(?:{'|'.join(_NUMERALS)})"
_VOLUME = re.compile(
    rf"\b(?:Vol(?:ume|s|\.)?s?\.?|Band|Bd\.)\s*(?P<value>{_ROMAN}\b|{_NUMERAL}\b|[0-9]+(?:\s?[-–/]\s?[0-9]+)?)\s*(?:,\s*)?"
    r"(?=$|[\s,.;:()\[\]])",
    re.I,
)
_ISSUE = re.compile(
    r"[(\[]?\s*(?:\b(?:No|Nos|Nr|Number|Numbers|Issue)\b\.?|№|#)"
    r"\s*(?P<value>[0-9]+(?:\s?[-–/&]\s?[0-9]+)*(?:\s+\(Whole No\.? [0-9]+\))?)\s*[)\]]?",
    re.I,
)
_NUMBERS = r"[0-9ivxlc]+(?:\.[0-9]+)?[a-z]?"
_PAGES = re.compile(
    rf"[(\[]?\s*\b(?:pp?\.|pages?|pp?)\s*(?P<value>{_NUMBERS}(?:\s?[-–—]\s?{_NUMBERS})?"
    rf"(?:(?:\s?[,&]\s?|\s+and\s+){_NUMBERS}(?:\s?[-–—]\s?{_NUMBERS})?)*)(?![\w])\s*[)\]]?",
    re.I,
)
_EDITION = re.compile(
    r"(?P<value>\b(?:[0-9]+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Revised|New)(?:\s+(?:[A-Z]\w+|revised|enlarged|and))*"
    r"\s+[Ee]d(?:ition|\.)(?:\s+\(English\))?)"
)
_PUBLISHER = re.compile(
    r"\b(?:Publish(?:ers|ing|er)|Press|Books|Verlag|Editions?|Éditions|Publications|Company|Co\.|Bookshop|House|Printers"
    r"|Editora|Forlag|Uitgeverij|& Sons|Bros|Brothers)\b\.?"
)
_CITIES = frozenset(
    """Amsterdam Athens Baku Barcelona Basel Beijing Belgrade Berkeley Berlin Bern Birmingham Bombay
    Bonn Boston Bristol Brussels Bucharest Budapest Calcutta Cambridge Chicago Cologne Colombo
    Copenhagen Cracow Delhi Detroit Dublin Edinburgh Florence Frankfurt Geneva Glasgow Göttingen
    Hamburg Hanoi Harmondsworth Havana Helsinki Istanbul Jena Kharkov Kiev Leeds Leiden Leipzig
    Leningrad Lisbon Liverpool London Lyon Madrid Manchester Melbourne Milan Minneapolis Montreal
    Moscow Munich Naples Oslo Oxford Paris Peking Petersburg Petrograd Philadelphia Prague Riga Rome
    Stockholm Stuttgart Sydney Tokyo Toronto Turin Vienna Vilnius Warsaw Washington Zurich Zürich""".split()
) | {
    "New York",
    "San Francisco",
    "Los Angeles",
    "St. Petersburg",
    "St Petersburg",
    "New Delhi",
    "Buenos Aires",
    "Mexico City",
}
_WORKS = re.compile(
    r"\b(?:Works|Writings|Selected|Collected|Correspondence|Oeuvres|Œuvres|Werke|Speeches|Letters)\b"
)
_NO_TITLE = re.compile(
    r"\b(?:[Pp]ublished|[Pp]rinted|[Aa]ccording|[Tt]aken|[Tt]ext|[Rr]eport|[Mm]anuscript)\b|^[a-z]|https?:|www\."
    r"|^[0-9].*\bin\b"
)
_PUBLISHED_BY = re.compile(r"\b(?:Publishers|Publishing|Publications|Verlag)\b")
_SENTENCE = re.compile(r"(?<=[a-z0-9)\]’”])\.\s+(?=[A-Z“])|;\s*")
_ABBREVIATED = re.compile(r"\b(?:Vol|No|Nos|Nr|pp?|ed|eds|Co|St|Bd|cf|vols)$", re.I)
_LONGEST = 600  # characters; what is longer is no citation but an account
_YEARS_IN_TITLE = re.compile(r"[^,;:(\[]+\[[^\]]*\]")
_GAP = "\0"


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts of a printed source; *rest* are the words that were not understood, in order."""

    author: str = ""
    title: str = ""
    level: str = ""  # j: journal, m: monograph; empty where it is not plain which
    article: str = ""
    edition: str = ""
    places: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    rest: tuple[str, ...] = ()


def parse(text: str, author: str = "") -> Citation | None:
    """The parts of the citation *text*, maybe with its *author*; None if it is not plain what that is."""
    if len(text) > _LONGEST:
        return None
    head, *sentences = _sentences(text.strip().rstrip(".")) or [""]
    if sentences and dating.attributes(sentences[0]):
        head = f"{head}, {sentences.pop(0)}"  # the stop was a comma's mistake, or a number's
    remaining, volume = _cut(_VOLUME, head)
    remaining, issue = _cut(_ISSUE, remaining)
    remaining, pages = _cut(_PAGES, remaining)
    remaining, date = _cut_date(remaining)
    remaining, edition = _cut(_EDITION, remaining)
    segments = _segments(remaining)
    if not segments:
        return None
    stated = segments.pop(0) if len(segments) > 1 and _is_author(segments[0], author) else ""
    article, title = _title(segments.pop(0))
    publisher, places, rest = _imprint(segments)
    level = _level(title, publisher, edition, places, issue, volume, date)
    if not title or not level or _NO_TITLE.search(title) or _PUBLISHED_BY.search(title):
        return None
    return Citation(
        author=stated,
        title=title,
        level=level,
        article=article,
        edition=edition,
        places=places,
        publisher=publisher,
        date=date,
        volume=volume,
        issue=issue,
        pages=re.sub(r"\s*&\s*", " and ", pages),
        rest=(*rest, *sentences),
    )


def arabic(numeral: str) -> str:
    """The number that a roman *numeral* in its regular form writes, or a word up to ten, or nothing."""
    if numeral.casefold() in _NUMERALS:
        return str(_NUMERALS.index(numeral.casefold()) + 1)
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    upper = numeral.upper()
    if not re.fullmatch(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", upper) or not upper:
        return ""
    total = 0
    for letter, following in zip(upper, [*upper[1:], "I"], strict=True):
        total += values[letter] if values[letter] >= values[following] else -values[letter]
    return str(total)


def _sentences(text: str) -> list[str]:
    """The sentences of *text*; the stop of an abbreviation or an initial ends none."""
    parts: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        before = text[start : match.start()]
        if match.group()[0] == "." and (_ABBREVIATED.search(before) or re.search(r"\b[A-Z]$", before)):
            continue
        parts.append(before)
        start = match.end()
    return [part for part in (*parts, text[start:]) if part]


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """*text* without the only match of *pattern*, and its value; nothing is cut where there are several."""
    matches = list(pattern.finditer(text))
    if len(matches) != 1:
        return text, ""
    match = matches[0]
    return f"{text[: match.start()]}{_GAP}{text[match.end() :]}", re.sub(r"\s+", " ", match["value"]).strip()


def _cut_date(text: str) -> tuple[str, str]:
    found = dating.spans(text)
    if len(found) > 1:  # Writings [1932-33]: the years belong to the title
        titled = _YEARS_IN_TITLE.match(text)
        found = [span for span in found if titled is None or span[0] >= titled.end()]
    if len(found) != 1 or found[0][0] == 0:
        return text, ""
    start, end = found[0]
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        start, end = start - 1, end + 1  # a date that the source does not bear
    return f"{text[:start]}{_GAP}{text[end:]}", text[start:end]


def _segments(text: str) -> list[str]:
    titled = _YEARS_IN_TITLE.match(text)
    if titled and dating.spans(titled.group()):
        return [titled.group(), *_segments(text[titled.end() :])]
    parts = re.split(rf"[,;:{_GAP}]|(?<!\w)[()\[\]]|[()\[\]](?!\w)", text)
    stripped = [re.sub(r"^[\s.()\[\]–—-]+|[\s()\[\]–—-]+$", "", part) for part in parts]
    return [part for part in stripped if part and part.casefold() not in ("in", "from", "of", "and", ".")]


def _level(
    title: str, publisher: str, edition: str, places: tuple[str, ...], issue: str, volume: str, date: str
) -> str:
    """Whether what is cited is a monograph (m) or a journal (j); nothing if that is not plain."""
    if publisher or edition or _WORKS.search(title):
        return "m"
    if issue or dating.is_day(date) or (volume and " " in date):
        return "j"
    if places or (volume and not date):
        return "m"
    return "j" if " " in date else ""


def _is_author(segment: str, author: str) -> bool:
    """Whether *segment* only names the *author*, in full or by surname."""
    names = re.findall(r"[^\W\d_]{2,}", author.casefold())
    words = re.findall(r"[^\W\d_]{2,}", segment.casefold())
    return bool(words) and bool(names) and names[-1] in words and set(words) <= {*names, "and"}


def _title(segment: str) -> tuple[str, str]:
    """The title of an article, if *segment* has one in quotation marks, and that of what holds it."""
    match = re.match(r"[“\"](?P<article>[^”\"]+?)[.,]?[”\"]\s*(?:in\s+)?(?P<title>.*)$", segment)
    if match:
        return (match["article"], match["title"]) if match["title"] else ("", match["article"])
    return "", re.sub(r"^(?:In|From)\s+(?:the\s+(?:newspaper|journal|magazine)\s+)?", "", segment)


def _imprint(segments: list[str]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    publisher = ""
    places: list[str] = []
    rest: list[str] = []
    for segment in segments:
        if segment in _CITIES or all(part.strip() in _CITIES for part in re.split(r"\band\b|&|/", segment)):
            places += [part.strip() for part in re.split(r"\band\b|&|/", segment)]
        elif not publisher and _PUBLISHER.search(segment) and len(segment.split()) <= 7:
            publisher = segment
        else:
            rest.append(segment)
    return publisher, tuple(places), tuple(rest)
