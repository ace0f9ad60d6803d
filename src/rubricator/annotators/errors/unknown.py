"""Forms that no list knows and for which there is no good suggestion: names, foreign words, period terms.

They are nobody's error until an editor says so: one decision a form, in the edition's word list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rubricator import tei
from rubricator.annotators.errors import find, known_forms, knows_language
from rubricator.annotators.errors.closed import ABBREVIATIONS
from rubricator.annotators.errors.dating import MODERN_FROM, written
from rubricator.annotators.errors.edits import slips
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.nonwords import is_suspect
from rubricator.annotators.errors.profiles import profile
from rubricator.annotators.errors.tokens import Text, Token
from rubricator.annotators.errors.vocabulary import Standing, Vocabulary
from rubricator.document import Document
from rubricator.knowledge import Knowledge
from rubricator.textmap import Element

SPOKEN_FOR = frozenset(
    """persName placeName orgName geogName name surname forename foreign sic orig abbr title ref idno
    gi att val code""".split()
)
"""What stands in these elements has been explained already."""
SHORTEST = 2
CONTEXT = 40
OFTEN = 5
"""So often another form must stand in the archive before one that stands once is suspect beside it."""
LONG_ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A form as it stands in a document, with the words around it."""

    form: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A form with how often it stands in the archive and in how many documents, and its first place.

    A form that stands once, *beside* a form one slip away that stands *times* times, may be an error for it.
    """

    form: str
    count: int
    documents: int
    document: str
    place: Place
    beside: str = ""
    times: int = 0


def unknown_places(document: Document, knowledge: Knowledge) -> Iterator[Place]:
    """Each place of *document* where a form stands that is unknown and has no good suggestion."""
    if not knows_language(document, knowledge):
        return
    known = known_forms(knowledge)
    likely = profile(knowledge.settings.annotate.errors.profile)
    text = Text(document.text)
    date = written(document)
    modern = date is None or date >= MODERN_FROM
    vocabulary = Vocabulary(english(), text, known, modern=modern, profile=likely)
    explained = sorted(
        [
            (error.start, error.end)
            for error in find(document.text, known, date, likely, knowledge.archive)
            if error.correction
        ]
        + [
            element.text
            for element in document.elements
            if element.span and (element.name in SPOKEN_FOR or _is_foreign(element, document))
        ]
    )
    at, end = 0, 0
    for index, token in enumerate(text.tokens):
        while at < len(explained) and explained[at][0] <= token.start:
            end = max(end, explained[at][1])
            at += 1
        if token.start >= end and _is_unknown(text, index, vocabulary):
            before = text.text[max(0, token.start - CONTEXT) : token.start]
            after = text.text[token.end : token.end + CONTEXT]
            yield Place(_bare(token), " ".join(before.split()), " ".join(after.split()))


def by_type(places: Iterable[tuple[str, Place]], counts: Counter[str]) -> tuple[Unknown, ...]:
    """The unknown forms, the most frequent first; *counts* are all words of the archive."""
    first: dict[str, tuple[str, Place]] = {}
    forms: dict[str, Counter[str]] = {}
    documents: dict[str, set[str]] = {}
    for document, place in places:
        plain = place.form.lower()
        first.setdefault(plain, (document, place))
        forms.setdefault(plain, Counter())[place.form] += 1
        documents.setdefault(plain, set()).add(document)
    often = frozenset(form for form, count in counts.items() if count >= OFTEN)
    found = []
    for plain, spelt in forms.items():
        document, place = first[plain]
        form = min(spelt, key=lambda form: (form != plain, -spelt[form], form))
        beside = _beside(form, counts, often) if spelt.total() == 1 else ""
        times = counts[beside] if beside else 0
        found.append(Unknown(form, spelt.total(), len(documents[plain]), document, place, beside, times))
    return tuple(sorted(found, key=lambda unknown: (-unknown.count, unknown.form.lower())))


def words_of(document: Document) -> Counter[str]:
    """How often each word stands in *document*, without the possessive ending."""
    return Counter(_bare(token) for token in Text(document.text).tokens)


def _beside(form: str, counts: Counter[str], often: frozenset[str]) -> str:
    """The form, one slip away, that stands so often that *form* may be an error for it."""
    if len(form) < LONG_ENOUGH:
        return ""
    near = {
        (slip.price, -counts[_cased(form, slip.word)], slip.word)
        for slip in slips(form.lower(), lambda word: _cased(form, word) in often)
        if len(slip.word) >= LONG_ENOUGH - 1 and slip.word.removesuffix("s") != form.lower().removesuffix("s")
    }
    return _cased(form, min(near)[2]) if near else ""


def _cased(form: str, word: str) -> str:
    return word.capitalize() if form[:1].isupper() else word


def _bare(token: Token) -> str:
    form = token.form.replace("’", "'").replace("ʼ", "'")
    return form[:-2] if form.lower().endswith("'s") else form


def _is_unknown(text: Text, index: int, vocabulary: Vocabulary) -> bool:
    token = text.tokens[index]
    plain = _bare(token).lower()
    return (
        len(plain) >= SHORTEST
        and plain.isalpha()
        and plain not in ABBREVIATIONS
        and vocabulary.standing(plain) is Standing.UNKNOWN
        and (is_suspect(text, index, vocabulary) or not token.form.isalpha())
        and not text.in_address(token)
    )


def _is_foreign(element: Element, document: Document) -> bool:
    language = element.node.get(tei.XML_LANG)
    return bool(language) and str(language).partition("-")[0] != document.language.partition("-")[0]
