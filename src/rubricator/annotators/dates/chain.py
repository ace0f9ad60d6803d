"""The chain of dates through a document, from which a date takes what it leaves out.

A diary's heading, a letter's dateline, a full date earlier in the paragraph is nearer than the document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rubricator.annotation import Certainty, Span
from rubricator.annotators.dates.stretches import Stretch
from rubricator.dates import DateValue, Reference, find_dates, read_dates
from rubricator.dates.expressions import Expression, Relative
from rubricator.dates.resolve import resolve
from rubricator.document import Document

_YEAR_REACHES = 400
"""For so many characters a year named by itself is the year of the dates after it, if nothing else is."""
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)(?<!\bRev)(?<!\bCapt)[.!?][\"”’)]*\s+[\"“‘]?(?=[A-Z])"
)
_PLACED = re.compile(r"[\s(][A-Z][\w.-]+\s?[,:]\s*$")
_PAGED = re.compile(r"[,;:)\s]*(?:pp?|vol|fol)\.?\s*\d")
_BEFORE = 40

_OF_LETTER = "the date of this letter"
_HEADING_BESIDES = 40
"""A heading that says more than this beside its date is about that day, not of it."""


@dataclass
class Chain:
    """What has been dated so far: the document, the entry, and the paragraph."""

    document: Reference | None
    text: str = ""
    entry: Reference | None = None
    """The date of the diary's or the letter's heading; a heading without a day begins with its first."""
    written: Reference | None = None
    """The day of writing, from which relative dates are reckoned."""
    named: Reference | None = None
    named_at: int = 0
    stretch: Stretch = field(default=Stretch(0, 0))
    ends: dict[int, tuple[Stretch, str]] = field(default_factory=dict)
    """The datelines at the end of letters, with their words, by where those letters begin."""

    @classmethod
    def of(cls, document: Document, stretches: Iterable[Stretch]) -> Chain:
        """The chain at the beginning of *document*: its date is the header's, else that of its dateline."""
        date = Reference.of(document.date)
        if date is None or date.month is None:
            date = _dateline(document, stretches) or date
        ends = {
            stretch.letter: (stretch, document.text[stretch.start : stretch.end])
            for stretch in stretches
            if stretch.letter is not None
        }
        return cls(date, document.text, written=date, ends=ends)

    def enter(self, stretch: Stretch) -> None:
        """Begin a new stretch of the text."""
        self.named, self.stretch = None, stretch
        if stretch.start in self.ends:
            self._begin_letter(*self.ends[stretch.start])
        for when in stretch.said:
            self._follow(when, Span(stretch.start, stretch.end))

    def _begin_letter(self, dateline: Stretch, words: str) -> None:
        """Take the date at a letter’s end as that of the whole, in the year of the letter before."""
        said = [Reference.of(when, _OF_LETTER) for when in dateline.said]
        for read in read_dates(words, field=True, language=dateline.language):
            value = resolve(read.expression, self.entry or self._dated_document())
            if value is not None and not isinstance(read.expression, Relative):
                said.append(Reference.of(value.when, _OF_LETTER))
        dated = next((each for each in said if each and each.day), None)
        if dated:
            self.entry = self.written = dated

    def value(self, expression: Expression, span: Span) -> DateValue | None:
        """What *expression* at *span* means here; it is remembered for what follows."""
        by_name = not isinstance(expression, Relative) and self._named_near(span)
        context = self.named if by_name else self.entry or self._dated_document()
        value = resolve(expression, self.written if isinstance(expression, Relative) else context)
        if value is None:
            return None
        if value.rule == "month-alone" and value.implied and not by_name:
            # "After October" without a year is as often the name of what happened then.
            value = replace(value, cert=Certainty.LOW)
        if value.rule == "feast" and value.implied and self.stretch.dateline:
            value = replace(
                value, cert=Certainty.MEDIUM
            )  # "Christmas Day": whose year, the letters around say
        if value.rule != "relative" and value.first and value.cert is not Certainty.LOW:
            if not value.implied:
                self._name(value.first, span)
            self._follow(value.when, span)
        return value

    def _dated_document(self) -> Reference | None:
        """The document's date if it has a month: the year of a book is not that of what it tells."""
        return self.document if self.document and self.document.month else None

    def _named_near(self, span: Span) -> bool:
        """Whether the date named before is nearer than that of the entry: a year, only in its sentence."""
        if self.named is None or self.named.month is not None:
            return self.named is not None
        if self.entry or self._dated_document():
            # From four characters back, so that the stop after the year has its word before it.
            return not _SENTENCE.search(self.text, max(0, self.named_at - 4), span.start)
        return span.start - self.named_at < _YEAR_REACHES

    def _is_imprint(self, span: Span) -> bool:
        """Whether the year is that of a book: “London, 1894, p. 45”."""
        before = self.text[max(self.stretch.start, span.start - _BEFORE) : span.start]
        return bool(_PLACED.search(before) or _PAGED.match(self.text, span.end))

    def _name(self, first: str, span: Span) -> None:
        named = Reference.of(first, "the date named before it")
        if named and named.year >= 1000 and (named.month or not self._is_imprint(span)):
            self.named, self.named_at = named, span.end

    def _follow(self, when: str | None, span: Span) -> None:
        """Take the date of a heading as that of what follows."""
        heading = Reference.of(when, "the date of this entry")
        besides = self.stretch.end - self.stretch.start - (span.end - span.start)
        if heading is None or not self.stretch.opens:
            return
        if besides > _HEADING_BESIDES and not self.stretch.dateline:
            return
        if heading.day is not None:
            self.entry = self.written = heading
            return
        current = self.entry or self.document
        within = current and current.year == heading.year and heading.month in {None, current.month}
        if not within:
            self.entry = replace(heading, month=heading.month or 1, day=1, whole_year=heading.month is None)


def _dateline(document: Document, stretches: Iterable[Stretch]) -> Reference | None:
    """The first full date in a dateline, wherever it stands: a letter is often dated at its end."""
    for stretch in stretches:
        if stretch.dateline:
            text = document.text[stretch.start : stretch.end]
            for found in find_dates(text, field=True, language=stretch.language):
                if found.value.rule in {"full", "two-styles"} and found.value.when:
                    return Reference.of(found.value.when)
    return None
