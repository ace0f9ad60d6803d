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
    statement = re.sub(r"^by\s+", "", statement.strip())
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


_AND_EDITED = re.compile(r"translat(?:ed|ion) \(?and edit(?:ed|ing)\)?", re.I)
_WORK = {
    "edited": "Editing",
    "proofread": "Proofreading",
    "translated": "Translation",
    "transcribed": "Transcription",
    "marked up": "Markup",
}


def work_of(label: str, default: str) -> str:
    """What the *label* of a field says was done: `Transcribed` is Transcription."""
    words = re.sub(r"\s*[/\\&+]\s*", " and ", label).strip()
    words = re.sub(r"\s+by$", "", words)
    words = re.sub(r"\band\s+and\b", "and", words)
    if _AND_EDITED.fullmatch(words):
        return "Translation and editing"
    nouns = {
        "transcribed": "Transcription",
        "translated": "Translation",
        "edited": "Editing",
        "proofread": "Proofreading",
    }
    if not words or words.casefold() in (
        "translator",
        "translators",
        "editor",
        "editors",
        "transcriber",
        "transcribers",
        "proofreader",
    ):
        return default
    if words.casefold() in nouns:
        return nouns[words.casefold()]
    lowered = [word if word.isupper() and len(word) > 1 else word.lower() for word in words.split()]
    text = " ".join(lowered)
    return text[:1].upper() + text[1:]
