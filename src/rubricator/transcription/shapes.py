"""Shapes: what a line looks like (a name, a date), without any claim about what it means."""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
DATE = (
    rf"(?:{_DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}|{MONTH}\s+{_DAY},?\s+{YEAR}"
    rf"|[0-3]?[0-9]\.\s?[01]?[0-9]\.\s?{YEAR}|{YEAR}-[01][0-9]-[0-3][0-9])"
)
"""A date to the day."""
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
LOOSE_DATE = (
    rf"(?:{DATE}|{MONTH}(?:\s?[-–—/]\s?{MONTH})?,?\s+{YEAR}|{_SEASON},?\s+{YEAR}"
    rf"|{YEAR}(?:\s?[-–—/]\s?[0-9]{{2,4}})?)"
)
"""A date to the day, the month, the season or the year."""
_PARTICLES = frozenset(
    "von van de der den du da di la le al el bin ibn y e and & of zu zur the und et".split()
)
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w’'.\-]*,?$|[^\W\d_]\.-?(?:[^\W\d_]\.)*$")
_WHOLE_DATE = re.compile(
    rf"[\[(]?\s*(?:(?:c\.|ca\.|circa|[Ee]arly|[Mm]id|[Ll]ate|[Ii]n|[Oo]n|[Bb]eginning of|[Ee]nd of)[\s-]+)*"
    rf"{LOOSE_DATE}\.?\s*[\])]?\.?"
)
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.\s?-?){1,4}")


def is_name(text: str, most: int = 6) -> bool:
    """Whether *text* could be the name of a person: up to *most* words, capitalised but for particles."""
    words = text.split()
    if not 1 <= len(words) <= most or any(mark in text for mark in '“”"!?:;()[]—'):
        return False
    capitalised = [bool(_NAME_WORD.match(word)) for word in words]
    return capitalised[0] and all(
        capital or word.strip(",.") in _PARTICLES for word, capital in zip(words, capitalised, strict=True)
    )


def is_initials(text: str) -> bool:
    """Whether *text* is nothing but initials (`L. T.`)."""
    return bool(_INITIALS.fullmatch(text))


def is_date(text: str) -> bool:
    """Whether *text* is nothing but a date, in brackets or not."""
    return bool(_WHOLE_DATE.fullmatch(text))
