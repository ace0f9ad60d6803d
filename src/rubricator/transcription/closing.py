"""Openings and closings: dateline, salutation and signature, at the start or the end of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rubricator.transcription.dateline import dateline
from rubricator.transcription.model import BlockKind
from rubricator.transcription.shapes import is_initials, is_name

_FAREWELL = re.compile(
    r"(?:.*\b(?:greetings?|regards|sincerely|fraternally|faithfully|truly|respectfully|comradely|affectionately)\b.*"
    r"|yours(?:\s\w+){0,4}|ever yours)[,.!]?",
    re.I,
)
_ABBREVIATED = r"(?:[^.?!]|\b(?:Mr|Mrs|Ms|Dr|Prof|Messrs|Rev|Hon|Capt|St|[A-Z])\.)"
_LEADING = re.compile(
    r"(?:and\s+)?(?:(?:pray\s+)?believe me|I (?:am|remain|have the honou?r to (?:be|remain))"
    r"|we (?:are|remain))\b"
    rf"{_ABBREVIATED}{{0,60}},",
    re.I,
)
"""What leads up to a farewell, and alone is none: it ends in a comma."""
_YOUR = re.compile(
    rf"(?:{_ABBREVIATED}{{0,40}}\b)?(?:your|yr)\.? (?:[\w-]+\.?(?:,| and| &)?\s){{0,4}}(?:servant|servt\.?"
    r"|friend|son|daughter|brother|sister|father|mother|cousin|nephew|niece|husband|wife|comrade),"
    r"|(?:with |my |your )?(?:\w+\s){0,2}love,",
    re.I,
)
_ADDRESS = re.compile(
    rf"(?:(?:My\s)?(?:[Oo]wn\s|[Vv]ery\s)?[Dd]ear(?:est)?(?:\s{_ABBREVIATED}{{1,60}})?"
    r"|(?:My\s|Rever[ea]nd\s|Revd?\.?\s|Honou?red\s|Worthy\s)+(?:Sirs?|Madam|Lords?|Lady|Friend)"
    r"|(?:[Tt]o\s)?(?:[Cc]omrades?|[Gg]entlemen|[Ff]riends?|Sirs?|Madam|Citizens)"
    r"(?:\s[^.?]{1,40}|,\s[^.?]{1,40})?)[,:!—-]+"
)
_SIGNED = re.compile(r"(?:—|--|–|[Ss]igned:?|\([Ss]igned\):?)\s*(?P<name>.+)")
_FAREWELL_AND_NAME = re.compile(
    r"(?:(?:ever |very )?(?:truly |sincerely |faithfully )?yours(?:\s\w+){0,2}|with (?:\w+\s){0,3}greetings)"
    r",\s+(?P<name>.+)",
    re.I,
)
_ALIAS = re.compile(r"\s*[\[(][^\])]{1,40}[\])]$")


def opening(text: str) -> BlockKind | None:
    """What *text* is at the start of a letter: a dateline or the words that address the reader."""
    if dateline(text):
        return BlockKind.DATELINE
    if len(text) <= 80 and _ADDRESS.fullmatch(text):
        return BlockKind.SALUTE
    return None


def closing(lines: Sequence[str], author: str) -> list[BlockKind]:
    """What each of the last *lines* of a text is, if together they close it; else nothing.

    A name alone closes a text only if it is the author's, or is set off by a dash or "signed": anything else
    that looks like a name may as well be the end of the text.
    """
    kinds: list[BlockKind] = []
    sure = farewell = False
    for line in lines:
        bare = _ALIAS.sub("", line)
        signed = _SIGNED.fullmatch(bare)
        if _dates(line):
            kinds.append(BlockKind.DATELINE)
            sure = True
        elif len(line) <= 80 and (both := _FAREWELL_AND_NAME.fullmatch(bare)) and is_name(both["name"]):
            kinds.append(BlockKind.SIGNATURE)
            sure = True
        elif len(line) <= 80 and ((len(line) <= 60 and _FAREWELL.fullmatch(line)) or _YOUR.fullmatch(line)):
            kinds.append(BlockKind.SALUTE)
            farewell = True
        elif len(line) <= 80 and _LEADING.fullmatch(line):
            kinds.append(BlockKind.SALUTE)
        elif len(line) <= 80 and (is_initials(bare) or is_name(signed["name"] if signed else bare, most=8)):
            kinds.append(BlockKind.SIGNATURE)
            sure = sure or bool(signed) or is_authors(bare, author)
        else:
            return []
    for index, line in enumerate(lines):
        if kinds[index] is BlockKind.SIGNATURE and _is_place(
            line, author, lines[max(0, index - 1) : index + 2]
        ):
            kinds[index] = BlockKind.DATELINE
    return kinds if sure or (farewell and BlockKind.SIGNATURE in kinds) else []


def _dates(line: str) -> bool:
    """Whether *line* is a dateline with its year or its place: a bare day may as well begin an entry."""
    found = dateline(line)
    return found is not None and (bool(found[0]) or re.search(r"\d{4}|/\d\d$", found[1]) is not None)


def _is_place(line: str, author: str, around: Sequence[str]) -> bool:
    """Whether a single word that is not the author's name stands beside a date that lacks its place."""
    dated = [found for beside in around if (found := dateline(beside))]
    return (
        line.isalpha()
        and bool(author)
        and not is_authors(line, author)
        and any(not place for place, _ in dated)
    )


def is_authors(signature: str, author: str) -> bool:
    """Whether *signature* is the *author*'s name, surname or initials."""
    if not author:
        return False
    names = [name.casefold() for name in re.findall(r"[^\W\d_]+", author)]
    signed = [name.casefold() for name in re.findall(r"[^\W\d_]+", signature)]
    if not names or not signed:
        return False
    if signed[-1] == names[-1] and len(signed) <= len(names) + 2:
        return True
    initials = [name[0] for name in names]
    return is_initials(signature) and "".join(signed) in ("".join(initials), initials[0] + initials[-1])
