"""Names of those who worked on a transcription, as archives list them after a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rubricator.transcription.shapes import is_name

_FOR = re.compile(r"\s+for\s+(?P<body>(?:the\s+)?[^\W\d_][^.;]*?(?:\([^)]*\))?)\.?$")
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and\s+|&\s*)?|;\s*|\s&\s*|\s+and\s+)\s*")
_BODY = re.compile(
    r"\b(?:archives?|association|board|bureau|committee|communists?|congress|council|editors|federation|group|institute"
    r"|international|league|library|museum|party|project|society|soviet|team|union|university|volunteers|workers)\b",
    re.I,
)
_AFTER = re.compile(r"\s*\(?(?P<when>[12][0-9]{3})\)?\.?$")
_THEN = re.compile(
    r"[,;.]\s+(?:and\s+)?(?P<work>[Ee]dited|[Pp]roofread|[Tt]ranslated|[Tt]ranscribed|[Mm]arked up)\s+by"
    r"\s+(?P<who>[^.;]+)\.?$"
)


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work: what was done, by which persons, or by whom in words that were not understood."""

    resp: str
    persons: tuple[str, ...] = ()
    otherwise: str = ""


def works(resp: str, statement: str) -> tuple[Work, ...]:
    """Who did what, from the value of a field that stands for the work *resp*."""
    statement = re.sub(r"^[Bb]y\s+", "", statement.strip())
    then = _THEN.search(statement)
    if then:
        return (*works(resp, statement[: then.start()]), *works(_WORK[then["work"].lower()], then["who"]))
    rest = statement.strip()
    body = _FOR.search(rest)
    if body:
        resp, rest = f"{resp} for {body['body']}", rest[: body.start()]
    after = _AFTER.search(rest)
    if after:
        resp, rest = f"{resp} ({after['when']})", rest[: after.start()]
    persons = tuple(part for part in _BETWEEN.split(_without_stop(rest).rstrip(", ")) if part)
    if persons and all(is_name(person, most=5) for person in persons):
        return (Work(resp, persons),)
    return (Work(resp, (), rest),) if rest else ()


def persons(statement: str) -> tuple[str, ...]:
    """The persons that *statement* lists, or the whole of it where it lists none."""
    parts = tuple(part for part in _BETWEEN.split(_without_stop(statement)) if part)
    return parts if parts and all(is_name(part) for part in parts) else (statement,)


def element(name: str) -> str:
    """The element for *name*: `orgName` if a word in it says that it is one of a body."""
    return "orgName" if _BODY.search(name) else "persName"


def _without_stop(statement: str) -> str:
    """*statement* without its full stop; that of an initial stays."""
    return statement if re.search(r"\b[A-Z]\.$|\b(?:Jr|Sr)\.$", statement) else statement.rstrip(".")


_WORK = {
    "converted": "Conversion",
    "corrected": "Correction",
    "digitised": "Digitisation",
    "digitized": "Digitization",
    "edited": "Editing",
    "marked up": "Markup",
    "marked-up": "Markup",
    "prepared": "Preparation",
    "proofed": "Proofreading",
    "proofread": "Proofreading",
    "scanned": "Scanning",
    "transcribed": "Transcription",
    "translated": "Translation",
    "typed": "Typing",
}
_PERSONS = re.compile(r"(?:translators?|editors?|transcribers?|proof-?readers?)", re.I)


def work_of(label: str, default: str) -> str:
    """What the *label* of a field says was done: `Transcribed & proofed`, Transcription and proofreading."""
    plain = re.sub(r"\s+by$", "", label.strip())
    if not plain or _PERSONS.fullmatch(plain):
        return default
    parts = [part.strip("() ") for part in re.split(r"\s*(?:[/\\&+,(]|\band\b)\s*", plain)]
    nouns = [_WORK.get(part.casefold(), part) for part in parts if part]
    text = " and ".join(_lowered(noun) for noun in nouns)
    return text[:1].upper() + text[1:]


def _lowered(words: str) -> str:
    """*words* in lower case but for abbreviations."""
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words.split())
