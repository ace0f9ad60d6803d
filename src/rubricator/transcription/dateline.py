"""Datelines: lines that say where and when something was written ("Camp near Fort York, 3d. Septr 1814")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rubricator.dates import read_dates
from rubricator.dates.expressions import Bounds, Expression, Moment, Relative, Series
from rubricator.dates.languages import LANGUAGES

_LONGEST = 90
_LONGER = 40  # so much more may the solemn words of a deed take
_MOST_BESIDES = 12
_LINKS = frozenset(
    "of the at in on off near by upon from under before de du des da la les le am an im der den dem bei zu"
    " en el los chez près à sur aboard board camp house head quarters street road day past half o"
    " morning evening afternoon night noon midnight eve evg a.m p.m o'clock o’clock this my our ye"
    " and no quarter one two three four five six seven eight nine ten eleven twelve to after h hour ho"
    " hand seal lat long n s e w rue y et und aus vor ce cette"
    " heures heure matin soir midi minuit nuit uhr früh vormittag vormittags nachmittag nachmittags abend"
    " abends morgens morgen mittag mittags nachts nacht año años mañana tarde noche horas г года в на"
    " утро утром вечером вечер ночью ночь день днём час часов".split()
)
"""Words in small letters that stand in a dateline beside names."""
_NO_PLACE = frozenset(
    "born died published first written source delivered transcribed translated printed adopted passed"
    " founded built issued edited revised reprinted copyright registered preached spoken read killed"
    " married baptized buried received an on in during"
    " since until after before about between when then".split()
)
"""Words that do not begin one: a header's field, a title or a sentence begins so."""
_TITLE = frozenset(
    "battle siege treaty revolution revolt speech death fall massacre trial letter letters report manifesto"
    " resolution diary journal notes issue number volume vol chapter part lecture sermon interview article"
    " history life events conference congress meeting strike election".split()
)
"""Words of titles that have a date."""
_WEEKDAYS = frozenset(day for table in LANGUAGES.values() for day in table.weekdays)
_PART = (
    r"morning|forenoon|noon|afternoon|evening|evng|evg|even|eve|night|midnight|aftn|a\.?m|p\.?m"
    r"|früh|morgens?|vormittags?|mittags?|nachmittags?|abends?|nachts?"
    r"|matin|midi|après-midi|soir|nuit|minuit|mañana|tarde|noche|утро|утром|вечер|вечером|ночь|ночью"
)
_NUMBER = r"\d{1,2}(?:[.:]\d\d)?|half past \w+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TIME = rf"(?:(?:at|um|à|a las|в)\s)?(?:{_NUMBER})(?:\s?(?:o['’]?\s?clock|o['’]c|h|heures?|uhr|horas))?"
_ON_A_DAY = re.compile(
    rf"(?:(?P<place>.*?[^\s,;—–-])(?:[,;.—–-]+\s+))??(?P<date>(?P<day>[^\W\d_]+)(?:[.:,]?\s(?:{_PART})\b)?)\.?"
    rf"(?:[,;]?\s(?:(?:{_PART})\b|(?:in the|at) \w+|{_TIME})\.?){{0,2}}",
    re.I,
)
"""A place or none, a day of the week, and what time of the day it is."""
_MAYBE = re.compile(r"\d|[ivx]{2}|\bultim", re.I)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_NEVER = re.compile(r"[?!“”\"…*=|<>]|\.\s+[^\W\d_]{4,}\s+[a-z]")
_BESIDES = re.compile(
    r"(?:^|[\s,;.])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*|\d+ (?:[ap]\.? ?m\b|o['’]clock).*"
    r"|(?:this|the|ye|le|ce|den|de|el|am)\s*)$"
)
"""What stands between the place and the date: a weekday, a time, an article."""
_ARTICLE = re.compile(r"(?:,\s|^)(?:a|il|li)\s*$")
_BY_A_RIVER = re.compile(r"\b[aiobv]\.\s?(?:d\.\s?)?(?=[A-ZÄÖÜ])")
"""The "a. M." of Frankfurt."""
_OF_A_REIGN = re.compile(r",?\s(?:and )?in the \w+ ye[ae]re? of (?:our|his|her|the) r(?:eign|aigne?)\b.*")
_MARKS = " ,;:()[]—–-"
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.$")
_HANDS = r"(?:(?:under )?(?:my|our) (?:hands?|seals?)(?: and (?:seals?|hands?))?,?\s)?"
_LEADING = re.compile(
    rf"^(?:(?:(?:given|witness|sealed|done|dated|signed|held|taken|sworn)\s{_HANDS})?(?:at|from|in|aus|en|zu|à)\s"
    r"|dated[:,]?\s)\s*",
    re.I,
)
_FORMULA = re.compile(
    rf"^(?:and )?(?:given|witness|sealed|done|held|sworn|taken)\s{_HANDS}(?:at|in|before|this|on|the)\b"
    r"|^dated\b",
    re.I,
)
"""What only begins the words that say where and when a paper was made."""


def dateline(text: str) -> tuple[str, str] | None:
    """The place (or nothing) and the date, if *text* says where and when something was written."""
    if len(text) > _LONGEST + (_LONGER if is_formal(text) else 0) or _NEVER.search(text):
        return None
    bare = text[1:].rstrip(" .]") if text.startswith("[") else text
    if not _MAYBE.search(bare):
        return _on_a_day(bare)
    for language in LANGUAGES:
        if language == "ru" and bare.isascii():
            continue
        found = [read for read in read_dates(bare, field=True, language=language) if _dated(read.expression)]
        if len(found) == 1:
            span = found[0].span
            place = _place(bare[: span.start], bare[span.end :])
            if place is not None:
                return place, found[0].written
    return _on_a_day(bare)


def has_day(date: str) -> bool:
    """Whether the words of a date have a figure in them: a day of the week alone has none."""
    return bool(_MAYBE.search(date))


def is_formal(text: str) -> bool:
    """Whether *text* begins as the dating of a paper does ("Given under my hand at …"), and no title."""
    return bool(_FORMULA.match(text))


def _on_a_day(text: str) -> tuple[str, str] | None:
    """The place and the day of the week, if that is all: “Hill Street, Tuesday”, “Sunday night”."""
    match = _ON_A_DAY.fullmatch(text)
    if not match or match["day"].casefold() not in _WEEKDAYS:
        return None
    if match["day"].islower() and not match["place"] and text[0].islower():
        return None
    if len(match["day"]) < 4 and match["date"] == match["day"] and not match["place"]:
        return None  # "Sun" and "Mon" alone are words too
    place = match["place"] or ""
    where = _place(place, "")
    return None if where is None or (place and not where) else (where, match["date"])


def _dated(expression: Expression) -> bool:
    """Whether it says the day or the month of a year, a feast of one, or the day of some month."""
    match expression:
        case Moment():
            year = expression.year is not None
            exact = expression.day is not None or (year and bool(expression.month or expression.feast))
            return exact and expression.span == 0 and (expression.part is None or year)
        case Relative():
            return expression.of is not None and expression.of.day is not None
        case Bounds() | Series():
            return False
        case _:
            return _dated(expression.first) or _dated(expression.last)


def _place(before: str, after: str) -> str | None:
    """What stands beside the date, if it can name a place: nothing, or names with the words that go along."""
    before = _BY_A_RIVER.sub("", _ARTICLE.sub("", before))
    after = _OF_A_REIGN.sub("", after)
    formula = _FORMULA.match(before)
    words = _WORD.findall(before[formula.end() :] if formula else before) + _WORD.findall(after)
    begins = words[0].casefold() if words and not formula else ""
    if len(words) > _MOST_BESIDES or (begins in _NO_PLACE and words[0] != "On" and not _inside(words)):
        return None
    small = [word for word in words if word.islower() and word not in _LINKS]
    if (
        small
        or _TITLE.intersection(map(str.casefold, words))
        or (words and not any(word[0].isupper() for word in words))
    ):
        return None
    place = _BESIDES.sub("", _LEADING.sub("", (before if _WORD.search(before) else after).strip(_MARKS)))
    place = place.strip(_MARKS)
    return place if _ABBREVIATED.search(place) else place.strip(_MARKS + ".")


def _inside(words: Sequence[str]) -> bool:
    """Whether the words are those of "In the Field", "In Council"."""
    return words[0] == "In" and any(word[0].isupper() for word in words[1:])
