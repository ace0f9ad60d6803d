"""What the value of an attribute may be, in words, and what a wrong one was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rubricator.validation.relaxng.attributes import leaves
from rubricator.validation.relaxng.datatypes import Datatype, collapsed
from rubricator.validation.relaxng.habits import latin, nearest
from rubricator.validation.relaxng.patterns import DataPattern, Kind, Pattern, ValuePattern

_TYPES = {
    "ID": "a name that begins with a letter or _ and has no blank or colon in it",
    "NCName": "a name that begins with a letter or _ and has no blank or colon in it",
    "IDREF": "the xml:id of another element",
    "Name": "a name that begins with a letter or _ and has no blank in it",
    "NMTOKEN": "one word without blanks",
    "anyURI": "a pointer or web address",
    "boolean": "true or false",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number, 0 or more",
    "positiveInteger": "a whole number, 1 or more",
    "decimal": "a number like 3 or 1.5",
    "double": "a number like 3 or 1.5",
    "float": "a number like 3 or 1.5",
    "language": "a language code like en or de-AT",
    "date": "1933-07-15",
    "gYearMonth": "1933-07",
    "gYear": "1933",
    "gMonthDay": "--07-15",
    "gMonth": "--07",
    "gDay": "---15",
    "time": "14:30:00",
    "dateTime": "1933-07-15T14:30:00",
    "duration": "a duration like P2Y or PT90M",
}
_SHOWN = 8
"""How many of the values that a list allows are told."""
_BOUNDS = {
    "minInclusive": "at least", "maxInclusive": "at most",
    "minExclusive": "more than", "maxExclusive": "less than",
}  # fmt: skip
_MOMENTS = ("date", "gYearMonth", "gYear", "gMonthDay", "gMonth", "gDay", "time", "dateTime")
_PATTERNS = {
    r"\S+": "without blanks in it",
    r"[^\p{C}\p{Z}]+": "one word without blanks",
    r"(\-?[\d]+/\-?[\d]+)": "a fraction like 1/2",
    r"[\d]+(\.[\d]+){0,2}": "a version number like 1.0",
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio",
            "feb february februar février febrero febbraio",
            "mar march märz mars marzo",
            "apr april avril abril aprile",
            "may mai mayo maggio",
            "jun june juni juin junio giugno",
            "jul july juli juillet julio luglio",
            "aug august août agosto",
            "sep sept september septembre septiembre settembre",
            "oct october oktober octobre octubre ottobre okt",
            "nov november novembre noviembre",
            "dec december dezember décembre diciembre dicembre dez",
        ),
        1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(\d{1,4})\s*([./\-–—])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?")
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+)?([^\W\d_]{3,})\.?\s*,?\s+(?:(\d{1,2}),?\s+)?(\d{3,4})"
)
_SHORT = re.compile(r"(\d{3,4})[./\-](\d{1,2})(?:[./\-](\d{1,2}))?")
_ONE_WAY = re.compile(r"\d{1,2}\.\s*\d{1,2}\.\s*\d{4}|\d{4}-\d{1,2}(-\d{1,2})?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LANGUAGES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "latin": "la",
    "greek": "grc", "russian": "ru", "italian": "it", "spanish": "es", "hebrew": "he", "arabic": "ar",
    "yiddish": "yi", "dutch": "nl", "polish": "pl", "czech": "cs",
}  # fmt: skip
_TRUTH = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}


def choices(pattern: Pattern) -> list[str]:
    """The values that *pattern* lists one by one."""
    return [leaf.value for leaf in leaves(pattern) if isinstance(leaf, ValuePattern)]


def datatypes(pattern: Pattern) -> list[Datatype]:
    """The datatypes that a value of *pattern* may have."""
    return [leaf.datatype for leaf in leaves(pattern) if isinstance(leaf, DataPattern)]


def describe(pattern: Pattern) -> str:
    """What *pattern* wants, in words that complete “It wants …”."""
    listed = choices(pattern)
    types = datatypes(pattern)
    several = any(leaf.kind is Kind.LIST for leaf in _within(pattern))
    words = list(dict.fromkeys(filter(None, (_describe(type_) for type_ in types))))
    moments = [type_.name for type_ in types if type_.name in _MOMENTS]
    if moments:
        dated = [_TYPES[name] for name in _MOMENTS if name in moments]
        words = [f"a date or time in the form {_joined(dated[:4])}"] + [w for w in words if w not in dated]
    listed = [value for value in listed if value]
    if listed:
        more = f" … ({len(listed)} in all)" if len(listed) > _SHOWN else ""
        words.insert(0, f"{'one of ' if len(listed) > 1 else ''}{', '.join(listed[:_SHOWN])}{more}")
    text = _joined(words) or "another value"
    return f"{text} (or several, with blanks between)" if several else text


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + (f" or {parts[-1]}" if parts else "")


def _within(pattern: Pattern) -> Iterator[Pattern]:
    yield pattern
    for part in pattern.parts:
        yield from _within(part)


def _describe(type_: Datatype) -> str:
    facets = [value for name, value in type_.parameters if name == "pattern"]
    base = _TYPES.get(type_.name, "")
    known = [_PATTERNS.get(facet) for facet in facets]
    if type_.name == "token" and known and known[0]:
        return known[0]
    told = [word or f"of the form {facet}" for word, facet in zip(known, facets, strict=True)]
    bounds = dict(type_.parameters)
    if "minInclusive" in bounds and "maxInclusive" in bounds:
        base = base.replace("a number like 3 or 1.5", "a number")
        told.append(f"from {bounds['minInclusive']} to {bounds['maxInclusive']}")
    else:
        told += [f"{_BOUNDS[name]} {value}" for name, value in type_.parameters if name in _BOUNDS]
    if not base:
        base = (
            "text"
            if type_.name in ("string", "token", "normalizedString")
            else f"a value of type {type_.name}"
        )
    return " ".join([base, " and ".join(told)]).strip()


def intended(value: str, pattern: Pattern, allows: Callable[[str], bool]) -> str | None:
    """The value that *value* was probably meant to be, if that can be told, of those *allows* allows."""
    seen = {value}
    for proposal in _proposals(value, pattern):
        if proposal and proposal not in seen:
            seen.add(proposal)
            if allows(proposal):
                return proposal
    return None


def _proposals(value: str, pattern: Pattern) -> Iterator[str]:
    names = {type_.name for type_ in datatypes(pattern)}
    plain = collapsed(re.sub("^[\\s\u200b\u200e\u200f\ufeff]+|[\\s\u200b\u200e\u200f\ufeff]+$", "", value))
    yield plain
    listed = choices(pattern)
    if listed:
        yield nearest(plain, listed) or ""
    if names & {"date", "gYear", "gYearMonth", "dateTime"}:
        yield from dates(plain)
    if "boolean" in names:
        yield _TRUTH.get(plain.casefold(), plain.casefold())
    if names & {"decimal", "double", "float", "integer", "nonNegativeInteger", "positiveInteger"}:
        yield plain.replace(",", ".")
        found = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s*[^\W\d]*\.?", plain)
        yield found.group(1) if found else ""
    if "language" in names:
        yield plain.replace("_", "-")
        yield _LANGUAGES.get(plain.casefold(), "")
    if names & {"ID", "NCName", "Name", "NMTOKEN"}:
        yield latin(plain)
        yield re.sub(r"[^\w.\-]+", "_", plain).strip("_")
        yield "_" + re.sub(r"[^\w.\-]+", "_", plain).strip("_")
    if "anyURI" in names:
        yield re.sub(r"\s+#\s*|\s*#\s+", "#", plain)
        yield plain.replace(" ", "%20") if "://" in plain or "/" in plain or "." in plain else ""
    yield latin(plain)


def dates(text: str) -> Iterator[str]:
    """The dates that *text* may stand for, in the form TEI writes them."""
    if found := _COMPACT.fullmatch(text):
        yield "-".join(found.groups())
    if found := _NUMERIC.fullmatch(text):
        first, _, second, third = found.groups()
        if len(first) > 2:
            yield _date(first, second, third)
        else:
            if found.group(2) != "/" or int(first) > 12 or int(second) > 12 or first == second:
                # 4/7/1933 is a day in April or in July: that is for a person to say.
                yield _date(third, second, first)
                yield _date(third, first, second)
    if found := _SHORT.fullmatch(text):
        yield _date(*found.groups())
    if found := _WORDED.fullmatch(text):
        day, month, american, year = found.groups()
        number = MONTHS.get(month.casefold())
        if number:
            yield _date(year, str(number), day or american)
    if re.fullmatch(r"\d{1,3}", text):
        yield text.zfill(4)
    if found := re.fullmatch(r"(\d{1,2})[:.h] ?(\d\d)(?:[:.](\d\d))?(?: ?(?:h|Uhr|o'clock))?", text):
        yield f"{found[1].zfill(2)}:{found[2]}:{found[3] or '00'}"


def _date(year: str, month: str | None, day: str | None) -> str:
    if len(year) < 3:
        return ""
    return "-".join([year.zfill(4), *(part.zfill(2) for part in (month, day) if part)])


def certain(value: str, meant: str) -> bool:
    """Whether *value* was beyond doubt to be *meant*: the same word, or a date of a form that tells."""
    value = value.strip()
    if meant.casefold() == value.casefold() or meant.split() == value.split():
        return True
    return _ONE_WAY.fullmatch(value) is not None and meant in dates(value)


def _unknown_part(known: str) -> str:
    """What is to be written of a year of which only the first figures are *known*."""
    first, last = known.ljust(4, "0"), known.ljust(4, "9")
    return f'For some year of these write notBefore="{first}" and notAfter="{last}".'


def doubtful(value: str) -> str:
    """What is to be said of a date that cannot be one, or that may be two; nothing of other values."""
    if found := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", value.strip()):
        year, month, day = (part.zfill(2) for part in found.groups())
        if not 1 <= int(month) <= 12:
            return f"There is no month {month}."
        return f"There is no day {day} in {year}-{month}."
    if found := re.fullmatch(r"(\d{4}) ?[/–-] ?(\d{4})", value.strip()):
        return f'For two years write from="{found[1]}" to="{found[2]}", or notBefore and notAfter.'
    if found := re.fullmatch(r"(\d{4}-\d\d(?:-\d\d)?) ?[/–] ?(\d{4}-\d\d(?:-\d\d)?)", value.strip()):
        return f'For a stretch of time write from="{found[1]}" to="{found[2]}", or notBefore and notAfter.'
    if found := re.fullmatch(r"(?:ca?\.|circa|about|um|vers|c)? ?(\d{4}) ?\??", value.strip(), re.IGNORECASE):
        return (
            f'If the year is not certain, write when="{found[1]}" and cert="low", or notBefore and notAfter.'
        )
    if found := re.fullmatch(r"(\d{2,3})(-{1,2}|\?{1,2}|[xX_.]{1,2}|s)", value.strip()):
        return _unknown_part(found[1].rstrip("s"))
    if found := re.fullmatch(r"(\d{3}0)s", value.strip()):
        return _unknown_part(found[1][:3])
    if found := re.fullmatch(
        r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:century|cent\.?|Jahrhundert|Jh\.?)", value.strip()
    ):
        last = int(found[1]) * 100
        return f'For a century write notBefore="{last - 99:04}" and notAfter="{last:04}".'
    if (found := re.fullmatch(r"\d{4}-(\d\d)", value.strip())) and not 1 <= int(found.group(1)) <= 12:
        return f"There is no month {found.group(1)}."
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", value.strip()):
        first, second, year = (part.zfill(2) for part in found.groups())
        return f"Is {year}-{first}-{second} meant, or {year}-{second}-{first}?"
    return ""
