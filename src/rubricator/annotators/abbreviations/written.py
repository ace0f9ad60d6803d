"""Where the abbreviations of a list stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rubricator.annotation import Annotation, Certainty, Kind, Span

AFTER_A_DAY = frozenset(("inst.", "ult.", "prox."))
DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th|d)?,?\s+$")
AFTER_A_NAME = frozenset(("Esq.", "Esqr.", "Bart.", "Bt."))
NAME = re.compile(r"[A-Z][\w’'-]+,?\s+$")
THOU = re.compile(r"\b(?:ye|you)\s+(?:are|have|shall|will|may|be|must|know|see|do)\b")
"""Of *ye*: the pronoun, which is none."""


def written(text: str, table: Mapping[str, tuple[str, bool]]) -> Iterator[Annotation]:
    """Each abbreviation of *table* in *text*, with what it stands for."""
    if not table:
        return
    forms = sorted(table, key=lambda form: (-len(form), form))
    spelt = "|".join(re.escape(form).replace("'", "['’]") for form in forms)
    for match in re.finditer(rf"(?<![\w&.])(?:{spelt})(?!\w)", text):
        form = match.group().replace("’", "'")
        expansion, sure = table[form]
        before = text[max(0, match.start() - 40) : match.start()]
        if form in AFTER_A_DAY and not DAY.search(before):
            continue
        if form in AFTER_A_NAME and not NAME.search(before):
            continue
        if form == "ye" and THOU.match(text, match.start()):
            continue
        if form == "do." and not re.search(r"\d\s+$|\n\s*$|\bat\s+$|\bby\s+$", before):
            continue
        yield Annotation(
            Kind.ABBR,
            Span(match.start(), match.end()),
            Certainty.HIGH if sure else Certainty.MEDIUM,
            rule="abbreviations.list",
            evidence=f"“{match.group()}” is in the list of abbreviations",
            correction=expansion,
        )
