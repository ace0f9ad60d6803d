"""Labels: which labelled field of an archive's information block says what."""

from __future__ import annotations

import re

from rubricator.transcription.lines import fold

_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:;.?!“”\"]{0,48}?(?:\([^)]{1,20}\))?)\s*:(?P<value>.*)", re.S)
_WORK = (
    r"(?:[Tt]ranscribed|[Tt]ranscription|[Mm]arked[ -]up|[Mm]ark-?up|[Tt]ranslated|[Tt]ranslation|[Ee]dited"
    r"|[Pp]roof ?read|[Pp]roofed|[Ss]canned|[Tt]yped|[Cc]onverted|[Dd]igiti[sz]ed|[Pp]repared|[Cc]orrected"
    r"|HTML(?: [Mm]ark-?up)?|[Oo]nline version)"
)
_UNCOLONED = re.compile(
    rf"(?P<label>{_WORK}(?:(?:\s*[,&/]\s*|\s+and\s+){_WORK})*\s+by"
    r"|(?:First |Originally |Previously )?[Pp]ublished(?: in| as| by)?"
    r"|Reprinted (?:from|in)|Written|Delivered"
    r"|Last [Uu]pdated(?: on)?|Last [Mm]odified(?: on)?)"
    r"\s+(?P<value>(?:in |on |the )?[A-Z0-9(“\"].*)",
    re.S,
)
_FROM = re.compile(
    r"(?P<label>From|Source)\s+(?P<value>(?:the )?[A-Z“\"‘'].*(?:\bVol\b|\bNo\b|\bpp?\b"
    r"|\b[12][0-9]{3}\b).*)",
    re.S,
)
_UNCOLONED_LIMIT = 240  # characters; what is longer is a sentence of the text
_COPYRIGHT = re.compile(r"(?P<label>Copyright|Copyleft|©|\(c\))\s+(?P<value>(?:©|\(c\)|[A-Z0-9]).*)", re.S)

_KNOWN: tuple[tuple[str, str], ...] = (
    (r"last (?:updated|modified|revised|changed)(?: on)?|updated(?: on)?", "updated"),
    (r"authors?|written by|by", "author"),
    (r"title", "title"),
    (r"sub-?title", "subtitle"),
    (r"language", "language"),
    (
        r"(?:other|available) formats?|also available(?: in| as)?|downloads?|(?:pdf|html) version",
        "navigation",
    ),
    (
        r"(?:first )?(?:written|composed|drafted|dictated|delivered|spoken|recorded|wired|telegraphed|sent"
        r"|signed)(?: (?:by|over the) (?:tele)?phone)?|dated?|speech delivered|date written",
        "written",
    ),
    (
        r"(?:(?:first|originally|previously) )?(?:published|printed|publication|appeared)"
        r"(?: in| as| by| date)?"
        r"|publi(?:shing|cation) history",
        "first-published",
    ),
    (
        r"(?:original |online )?sources?(?: of (?:the )?text)?|text source"
        r"|(?:copied |downloaded )?(?:with thanks )?from"
        r"|reprinted (?:from|in)|original(?:ly)? (?:in|appeared in)",
        "source",
    ),
    (r"publishers?", "source-publisher"),
    (r"(?:first )?translat(?:ed|ion|ors?)(?: \(?and edit(?:ed|ing|or)\)?)?(?: by| from .+)?", "translator"),
    (r"edit(?:ed|ing|ors?)(?: by)?", "editor"),
    (
        r"(?=.*(?:transcri|mark(?:ed|-)?[ -]?up|html|digiti[sz]|scann"
        r"|\bocr\b|typed|keyed|convert|prepared))[^:]{1,80}",
        "transcriber",
    ),
    (r"(?=.*(?:proof|correct))[^:]{1,48}", "proofreader"),
    (r"copy(?:left|right)s?|public domain|licen[cs]e|rights|permissions?|©|\(c\)", "licence"),
    (r"(?:first )?(?:on-?line|web) ?(?:version|edition)?(?: by)?", "online"),
)
_PATTERNS = tuple((re.compile(pattern), name) for pattern, name in _KNOWN)


def name_of(label: str) -> str:
    """The general name of the field that *label* introduces, or nothing if nobody knows it."""
    plain = fold(label).casefold()
    return next((name for pattern, name in _PATTERNS if pattern.fullmatch(plain)), "")


def known(line: str) -> tuple[str, str] | None:
    """The label at the start of *line* and what follows it, if it is a label that we know."""
    match = _LABELLED.match(line)
    if match and name_of(match["label"]):
        return match["label"], match["value"]
    return None


def unknown(line: str) -> tuple[str, str] | None:
    """The label at the start of *line* and what follows it, if it looks like one: four words at most."""
    match = _LABELLED.match(line)
    if match and match["label"][0].isupper() and len(match["label"].split()) <= 4:
        label, value = match["label"], match["value"]
        if not value or value[0].isspace():
            return label, value
    return None


def without_colon(line: str) -> tuple[str, str] | None:
    """The label at the start of *line* whose colon is missing (`Written 18 March, 1922`), and the rest."""
    if len(line) > _UNCOLONED_LIMIT and not _COPYRIGHT.match(line):
        return None
    match = _UNCOLONED.match(line) or _FROM.match(line) or _COPYRIGHT.match(line)
    return (match["label"], match["value"]) if match else None
