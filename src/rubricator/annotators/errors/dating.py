"""When a text was written, as far as that decides what its spelling is measured by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rubricator import tei
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.misspelt import MISSPELT
from rubricator.annotators.errors.spelling import OF_OLD, variants
from rubricator.annotators.errors.tokens import Text
from rubricator.dates import find_dates

if TYPE_CHECKING:
    from rubricator.document import Document

SETTLED_FROM, MODERN_FROM = "1700", "1850"
"""The years from which spelling is settled, and from which endings are and “every body” is one word."""
TITLES = "/*/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title"
OLDER_YEAR = re.compile(r"(?<!\d)1(?:[0-7]\d\d|8[0-4]\d)(?!\d)")
"""Where no such year stands, no date can make a text an older one."""
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
SHORTEST, FEWEST = 4, 3
OF_ITSELF, WITH_A_DATE = 0.05, 0.02
"""The share of words in old spelling that shows a text to be old, and that bears out a date which is only
named: historians name old ones too."""


def written(document: Document) -> str | None:
    """The date of *document* (ISO 8601): its header's or dateline's, else its title's, else the latest named.

    One that is only named makes no text older than spelling is settled, unless it is spelt so.
    """
    if document.date is not None:
        return document.date
    title = " ".join(" ".join(map(str, node.itertext())) for node in tei.elements(TITLES, document.root))
    if not OLDER_YEAR.search(title) and not OLDER_YEAR.search(document.text):
        return None
    named = _latest(title, document, field=True) or _latest(document.text, document)
    if named is not None and named < SETTLED_FROM:
        return named if is_spelt_of_old(Text(document.text), WITH_A_DATE) else None
    return named if not is_spelt_of_old(Text(document.text)) else None


def is_spelt_of_old(text: Text, share: float = OF_ITSELF) -> bool:
    """Whether of the words of *text* such a share, or more, are spelt as before spelling was settled."""
    words = [
        token.plain
        for token in text.tokens
        if len(token.form) >= SHORTEST
        and token.form.isascii()
        and token.form.isalpha()
        and token.form.islower()
    ]
    lexicon = english()
    old = sum(
        word not in lexicon
        and word not in MISSPELT
        and any(form in lexicon for form in variants(word, OF_OLD))
        for word in words
    )
    return old >= FEWEST and old >= share * len(words)


def _latest(text: str, document: Document, *, field: bool = False) -> str | None:
    """The latest year that *text* names."""
    dated = "\n\n".join(line for line in text.splitlines() if YEAR.search(line))
    found = (date.value.first for date in find_dates(dated, field=field, language=document.language))
    years = (first[:4] for first in found if first and first[:4].isdecimal())
    return max(years, default=None)
