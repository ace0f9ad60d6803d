"""Names of those who worked on a transcription, as archives list them after a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rubricator.transcription.shapes import LOOSE_DATE, is_name

_FOR = re.compile(r"\s+for\s+(?P<body>(?:the\s+)?[^\W\d_][^.;]*?(?:\([^)]*\))?)\.?$")
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and\s+|&\s*)?|;\s*|\s&\s*|\s+and\s+)\s*")
_BODY = re.compile(
    r"\b(?:archives?|association|board|bureau|committee|communists?|congress|council|editors|federation|group|institute"
    r"|international|league|library|museum|party|project|society|soviet|team|union|university|volunteers|workers)\b",
    re.I,
)
_WHEN = rf"(?:{LOOSE_DATE}|[0-3]?[0-9]/[01]?[0-9]/(?:[12][0-9])?[0-9]{{2}})"
_ARTICLE = re.compile(r"^the\s+")
_AFTER = re.compile(
    rf"(?:\s*[,;(\[]\s*(?:in\s+|on\s+)?|\s+(?:in|on)\s+|\s+(?=[0-9]))(?P<when>{_WHEN})\s*[)\]]?\.?$"
)
_DATED = re.compile(
    rf"(?P<dated>.+?[\s,;(]{_WHEN}\)?)(?:[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+)(?P<others>.+)", re.S
)
_REMARK = re.compile(r"\s+(?P<remark>from\s+(?:the|an?)\s.+|\([^()]+\))$")
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
    """Who did what, from the value of a field that stands for the work *resp*.

    When it was done, and remarks (`from the German`), are said of the work, never of the person.
    """
    statement = re.sub(r"^[Bb]y\s+", "", statement.strip())
    then = _THEN.search(statement)
    if then:
        return (*works(resp, statement[: then.start()]), *works(_WORK[then["work"].lower()], then["who"]))
    several = _DATED.fullmatch(statement)
    if several and _AFTER.sub("", several["dated"]) and is_name(several["others"].split()[0], most=1):
        first, others = works(resp, several["dated"]), works(resp, several["others"])
        if all(work.persons for work in (*first, *others)):
            return (*first, *others)
    rest = statement.strip()
    body = _FOR.search(rest)
    if body:
        resp, rest = f"{resp} for {body['body']}", rest[: body.start()]
    after = _AFTER.search(rest)
    if after:
        resp, rest = f"{resp} ({after['when']})", rest[: after.start()]
    rest = _without_stop(rest)
    remark = _REMARK.search(rest)
    if remark and not is_name(remark["remark"].strip("()")):
        named = _listed(rest[: remark.start()])
        if named:
            return (Work(f"{resp} {remark['remark']}", named),)
    named = _listed(rest)
    if named:
        return (Work(resp, named),)
    return (Work(resp, (), rest),) if rest else ()


def _listed(rest: str) -> tuple[str, ...]:
    """The persons and bodies that *rest* is a list of, or nothing if it is none."""
    parts = tuple(part for part in _BETWEEN.split(rest.rstrip(", ")) if part)
    bodies = [_ARTICLE.sub("", part) for part in parts]
    known = all(
        is_name(part, most=5) or (bare != part and is_name(bare) and bool(_BODY.search(bare)))
        for part, bare in zip(parts, bodies, strict=True)
    )
    return (
        tuple(bare if _BODY.search(bare) else part for part, bare in zip(parts, bodies, strict=True))
        if known
        else ()
    )


def persons(statement: str) -> tuple[str, ...]:
    """The persons that *statement* lists, or the whole of it where it lists none."""
    parts = tuple(part for part in _BETWEEN.split(_without_stop(statement)) if part)
    return parts if parts and all(is_name(part) for part in parts) else (_without_stop(statement),)


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
    "produced": "Production",
    "proofed": "Proofreading",
    "proofread": "Proofreading",
    "scanned": "Scanning",
    "transcribed": "Transcription",
    "translated": "Translation",
    "typed": "Typing",
}
_PERSONS = re.compile(r"(?:credits|translators?|editors?|transcribers?|proof-?readers?)", re.I)


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
