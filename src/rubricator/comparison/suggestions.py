"""What a second witness says of the first one's errors, as annotations that an editor decides about."""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.annotation import COLLATION, Annotation, Certainty, Kind, Span
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.tokens import WORD, Text
from rubricator.annotators.errors.vocabulary import Standing, Vocabulary
from rubricator.comparison.aspects import Aspect
from rubricator.comparison.collation import Collation, Entry, Variance

READABLE = frozenset((Aspect.DIVISION, Aspect.HYPHENS, Aspect.SPACES))
"""Differences of one word that only one of the witnesses can have right."""
LONGEST_QUOTED = 60


def suggestions(collation: Collation, source: str) -> tuple[Annotation, ...]:
    """The places where the second witness, which is at *source*, makes an error of the first likely.

    A correction is offered where one word stands for one word; for the rest there is a note. Nothing is said
    where the second witness has what is no word, and the first has one.
    """
    vocabulary = Vocabulary(english(), Text(""))
    return tuple(_suggested(collation, source, vocabulary))


def _suggested(collation: Collation, source: str, vocabulary: Vocabulary) -> Iterator[Annotation]:
    name, attributes = collation.b.name, (("source", source),)
    for number, entry in enumerate(collation.entries):
        lemma, reading = collation.lemma(entry), " ".join(collation.reading(entry).split())
        span = _span(collation, entry)
        if span is None or (lemma and _is_worse(reading, lemma, vocabulary)):
            continue
        if _is_slip(entry, lemma, reading) and not _has_company(collation, number):
            correction = _cased(lemma, reading)
            why = f"“{name}” has “{correction}” here"
            unheard = _is_worse(lemma, reading, vocabulary)
            if unheard:
                why += f", and “{lemma}” is in no word list"
            yield Annotation(
                kind=Kind.SIC,
                span=span,
                cert=Certainty.HIGH if unheard else Certainty.MEDIUM,
                rule=f"{COLLATION}.reading",
                evidence=why,
                attributes=attributes,
                correction=correction,
                note=f"“{lemma}” may be an error for “{correction}”: another witness, {name}, has that.",
            )
            continue
        what = _said(entry, lemma, reading)
        yield Annotation(
            kind=Kind.NOTE,
            span=span,
            cert=Certainty.LOW,
            rule=f"{COLLATION}.{entry.variance}",
            evidence=f"“{name}” {what}",
            attributes=attributes,
            note=f"Another witness, {name}, {what}.",
        )


def _has_company(collation: Collation, number: int) -> bool:
    """Whether other words differ beside the entry, so that its own reading alone would mend nothing."""
    entry = collation.entries[number]
    for other in collation.entries[max(0, number - 1) : number + 2]:
        if other is entry or other.aspects or other.variance is Variance.TRANSPOSITION or other.alike:
            continue
        first, last = sorted((entry, other), key=lambda one: (one.a, one.b))
        between = (collation.a.text[first.a[1] : last.a[0]], collation.b.text[first.b[1] : last.b[0]])
        if not any(WORD.search(text) for text in between):
            return True
    return False


def _span(collation: Collation, entry: Entry) -> Span | None:
    """The words in question; those before a place where some are wanting, and only the last of many."""
    start, end = entry.a
    before = list(WORD.finditer(collation.a.text, max(0, end - 2 * LONGEST_QUOTED), end))
    if start == end or end - start > LONGEST_QUOTED:
        return Span(*before[-1].span()) if before else None
    return Span(start, end)


def _is_slip(entry: Entry, lemma: str, reading: str) -> bool:
    if entry.variance is not Variance.SUBSTITUTION or not entry.alike or entry.aspects - READABLE:
        return False
    return len(lemma.split()) + len(reading.split()) <= 4 and any(map(str.isalnum, lemma))


def _is_worse(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether *one* has a form that is no word, and *other* none; what has a capital may be a name."""
    return Standing.UNKNOWN in _standings(one, vocabulary) and _standings(other, vocabulary) <= {
        Standing.WORD
    }


def _standings(text: str, vocabulary: Vocabulary) -> set[Standing]:
    words = (match.group() for match in WORD.finditer(text))
    plain = (word.replace("’", "'") for word in words if word[0].islower())
    return {vocabulary.standing(word.lower()) for word in plain if not any(map(str.isdigit, word))}


def _cased(lemma: str, reading: str) -> str:
    """The reading as the first witness would print it: not in capitals where that has none."""
    if len(reading) > 1 and reading.isupper() and not lemma.isupper():
        return reading.capitalize() if lemma[:1].isupper() else reading.lower()
    return reading


def _said(entry: Entry, lemma: str, reading: str) -> str:
    quoted = reading if len(reading) <= LONGEST_QUOTED else f"{reading[:LONGEST_QUOTED].rstrip()}…"
    many = len(lemma) > LONGEST_QUOTED
    match entry.variance:
        case Variance.ADDITION:
            return f"goes on after this with “{quoted}” ({_words(reading)})"
        case Variance.OMISSION:
            return f"does not have {f'the {_words(lemma)} that end here' if many else 'this'}"
        case Variance.TRANSPOSITION:
            return f"has {f'the {_words(lemma)} that end here' if many else 'this'} at another place"
        case Variance.SUBSTITUTION:
            return f"has “{quoted}” {f'for the {_words(lemma)} that end here' if many else 'here'}"


def _words(text: str) -> str:
    number = len(WORD.findall(text))
    return "1 word" if number == 1 else f"{number} words"
