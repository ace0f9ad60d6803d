"""Openings and closings: dateline, salutation and signature, at the start or the end of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rubricator.transcription.dateline import dateline, has_day
from rubricator.transcription.formulas import (
    LONGEST,
    greets,
    name_after_leave,
    surely_takes_leave,
    takes_leave,
)
from rubricator.transcription.model import BlockKind
from rubricator.transcription.shapes import is_initials, is_name

_SIGNED = re.compile(r"(?:—|--|–|[Ss]igned:?|\([Ss]igned\):?)\s*(?P<name>.+)")
_SHORT_FORM = re.compile(r"\b([A-Z][a-z]{0,4}):(?=\s)")
"""A forename cut short, as it was written: “Tho: Wray”."""
_LONGEST_NAME = 5
_RANK = re.compile(
    r"(?=.{1,50}$)(?!.*[.?!]\s[A-Z][a-z]+\s[a-z]{4})(?:(?:\d+[a-z]*|[A-Z][\w’'&-]*|of|the|to|in|for|and|&)[.,]*\s?){1,9}"
)
"""What a person is, below the name: "1st Lieut. 1st Infy.", "Secretary to the Board"."""
_NUMBERED = re.compile(r"(?:[IVXL]{2,}|(?:letter|chapter|part|book|section|appendix|note)s?\b)", re.I)
_SENTENCE = re.compile(r"[^\W\d_]{4,}\.$")
_FOR = re.compile(r"^(?:for|pro|p\.\s?p\.|pp\.?|per)\s(?=[A-Z])")
_ALIAS = re.compile(r"\s*[\[(][^\])]{1,40}[\])]$")


def opening(text: str) -> BlockKind | None:
    """What *text* is at the start of a letter: a dateline or the words that address the reader."""
    if dateline(text):
        return BlockKind.DATELINE
    return BlockKind.SALUTE if greets(text) else None


def closing(lines: Sequence[str], author: str, *, greeted: bool = False) -> list[BlockKind]:
    """What each of the last *lines* of a text is, if together they close it; else nothing.

    A name alone closes a text only if it is the author's, is set off by a dash or "signed", or stands below a
    letter that *greeted* its reader: anything else that looks like a name may as well be the end of the text.
    """
    kinds: list[BlockKind] = []
    sure = farewell = False
    for line in lines:
        kind, certain = _closes(line, author, greeted=greeted)
        if kind is None and kinds[-1:] == [BlockKind.SIGNATURE] and _RANK.fullmatch(line):
            kind = BlockKind.SIGNATURE
        if kind is None:
            return []
        kinds.append(kind)
        sure = sure or certain
        farewell = farewell or (kind is BlockKind.SALUTE and surely_takes_leave(line))
    for index, line in enumerate(lines):
        if kinds[index] is BlockKind.SIGNATURE and _is_place(
            line, author, lines[max(0, index - 1) : index + 2]
        ):
            kinds[index] = BlockKind.DATELINE
    return kinds if sure or (farewell and (greeted or BlockKind.SIGNATURE in kinds)) else []


def _closes(line: str, author: str, *, greeted: bool) -> tuple[BlockKind | None, bool]:
    """What *line* is at the end of a text, and whether that alone makes it the end."""
    if len(line) > LONGEST:
        return None, False
    if _dates(line, greeted=greeted):
        return BlockKind.DATELINE, True
    bare = _ALIAS.sub("", line)
    named = name_after_leave(bare)
    if named and is_name(named):
        return BlockKind.SIGNATURE, True
    if takes_leave(line):
        return BlockKind.SALUTE, False
    bare = _FOR.sub("", bare)
    signed = _SIGNED.fullmatch(bare)
    name = _SHORT_FORM.sub(r"\1.", signed["name"] if signed else bare)
    if (is_initials(name) or is_name(name, most=8)) and not _NUMBERED.match(name):
        short = greeted and len(name.split()) <= _LONGEST_NAME and not _SENTENCE.search(name)
        return BlockKind.SIGNATURE, bool(signed) or is_authors(bare, author) or short
    return None, False


def _dates(line: str, *, greeted: bool) -> bool:
    """Whether *line* is a dateline with its year or its place: a bare day may as well begin an entry."""
    found = dateline(line)
    return found is not None and (
        greeted or (bool(found[0]) and has_day(found[1])) or re.search(r"\d{4}|/\d\d$", found[1]) is not None
    )


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
