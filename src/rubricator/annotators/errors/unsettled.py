"""Before spelling was wholly settled: forms that were written so by some, and may as well be slips."""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.tokens import ELISIONS, HYPHENS, Text
from rubricator.annotators.errors.vocabulary import Vocabulary

SHORTEST, USUAL = 6, 3
"""How long a form must be, and how often the document must have the usual one for the other to be a slip."""


def unsettled(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each spelling of the time that stands once; it is corrected where the document has the usual one."""
    for token in text.tokens:
        form = token.form
        if len(form) < SHORTEST or not (form.isascii() and form.isalpha() and form.islower()):
            continue
        if vocabulary.used(form) > 1 or text.before(token) in ELISIONS | HYPHENS:
            continue
        usual = vocabulary.usual(form)
        if not usual:
            continue
        times = vocabulary.counts[usual]
        settled = times >= USUAL
        yield Apparent(
            token.start,
            token.end,
            "errors.nonword",
            form,
            usual if settled else None,
            Certainty.MEDIUM if settled else Certainty.LOW,
            f"the document has “{usual}” {times} times"
            if settled
            else f"“{form}” is “{usual}” as some then spelt it, or a slip",
        )
