"""Ids for new entries: made from the name, once, and never given twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rubricator.authority.entries import Entry

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
    | dict(zip("øØłŁđĐðı", "oOlLdDdi", strict=True))
    | dict.fromkeys("’'ʼ", "")
)
_NCNAME = re.compile(r"[^\W\d][\w.\-]*")
_LONGEST = 40


def slug(name: str) -> str:
    """The name in small letters without accents, words joined by hyphens; scripts without small ones stay."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    bare = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", bare))
    made = ""
    for word in words:
        if made and len(made) + len(word) >= _LONGEST:
            break
        made = f"{made}-{word}" if made else word
    return made if is_id(made) else f"e-{made}" if made else "entry"


def is_id(written: str) -> bool:
    """Whether it can be an xml:id."""
    return bool(_NCNAME.fullmatch(written))


def new_id(entry: Entry, taken: Callable[[str], bool]) -> str:
    """An id for *entry* that is not *taken*: the surname, else the whole name, else with a number."""
    surname = next((surname for name in entry.names if (surname := name.part("surname"))), None)
    stems = [slug(surname)] if surname else []
    stems.append(slug(entry.label))
    for stem in stems:
        if not taken(stem):
            return stem
    number = 2
    while taken(f"{stems[-1]}-{number}"):
        number += 1
    return f"{stems[-1]}-{number}"
