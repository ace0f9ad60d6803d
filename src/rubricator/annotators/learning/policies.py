"""Where people let names begin and end, and what they never mark: proposals for the settings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rubricator.annotation import RUBRICATOR, Certainty, Kind, Span
from rubricator.annotators.learning.confirmed import KINDS, Confirmed, kind_of
from rubricator.annotators.learning.training import Example
from rubricator.annotators.names.forms import MEMBERS
from rubricator.annotators.names.listed import is_own_name
from rubricator.annotators.names.shapes import adjectival
from rubricator.annotators.names.tokens import tokenise
from rubricator.annotators.names.vocabulary import ADDRESS, RULERS
from rubricator.authority import Authority
from rubricator.knowledge import Knowledge
from rubricator.textmap import Element

_FEWEST = 5
_SHARE = 0.8
_OF_PERSONS = frozenset({None, "person", "pers"})
_INSIDE = re.compile(r"the\s+\S", re.IGNORECASE)
_OUTSIDE = re.compile(r"\bthe\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A setting that what people marked speaks for: so many times, and so many against it."""

    setting: str
    value: str
    speaking_for: int
    against: int

    @property
    def text(self) -> str:
        """The line for the settings."""
        return f"{self.setting} = {self.value}"


def proposals(
    taught: Sequence[Confirmed], given: Sequence[Example], knowledge: Knowledge
) -> Iterator[Proposal]:
    """The settings that differ from those of the edition, with what speaks for them."""
    policy = knowledge.settings.annotate.names
    for setting, inside, outside, now in (
        ("possessive-inside", *_possessives(given), policy.possessive_inside),
        ("titles-inside", *_titles(given), policy.titles_inside),
        ("article-inside", *_standing(taught), policy.article_inside),
        ("place-article-inside", *_articles(given), policy.place_article_inside),
        ("factions", *_factions(given, knowledge.authority), policy.factions),
        ("adjectives", *_adjectives(given), policy.adjectives),
    ):
        more, less = max(inside, outside), min(inside, outside)
        if more + less >= _FEWEST and more >= _SHARE * (more + less) and (inside > outside) is not now:
            yield Proposal(f"annotate.names.{setting}", str(inside > outside).lower(), more, less)
    pairs = Counter(_pairs(given))
    if sum(pairs.values()) >= _FEWEST:
        (way, count), total = pairs.most_common(1)[0], sum(pairs.values())
        if count >= _SHARE * total and way != policy.pairs:
            yield Proposal("annotate.names.pairs", f'"{way}"', count, total - count)
    never = [kind for kind, count in _never(given) if kind.value not in knowledge.settings.annotate.leave_out]
    if never:
        left_out = sorted({*knowledge.settings.annotate.leave_out, *(kind.value for kind in never)})
        value = "[" + ", ".join(f'"{kind}"' for kind in left_out) + "]"
        yield Proposal("annotate.leave-out", value, sum(count for _, count in _never(given)), 0)


def _possessives(given: Sequence[Example]) -> tuple[int, int]:
    """How often the possessive ending of a name is inside the mark, and outside."""
    counted: Counter[bool] = Counter()
    for example in given:
        pieces = example.traits.pieces
        for mark in example.marks:
            place = example.traits.place(mark.span)
            if place is None:
                continue
            end = place[1]
            if pieces[end - 1].key == "'s":
                counted[True] += 1
            elif end < len(pieces) and pieces[end].key == "'s":
                counted[False] += 1
    return counted[True], counted[False]


def _titles(given: Sequence[Example]) -> tuple[int, int]:
    """How often a form of address is inside the mark, and outside."""
    counted: Counter[bool] = Counter()
    for example in given:
        pieces = example.traits.pieces
        for mark in example.marks:
            place = example.traits.place(mark.span)
            if place is None or mark.kind is not Kind.PERS_NAME:
                continue
            start, end = place
            before = start - 2 if start > 1 and pieces[start - 1].key == "." else start - 1
            if pieces[start].key in ADDRESS and end - start > 1:
                counted[True] += 1
            elif before >= 0 and pieces[before].key in ADDRESS and pieces[before].text[0].isupper():
                counted[False] += 1
    return counted[True], counted[False]


def _articles(given: Sequence[Example]) -> tuple[int, int]:
    """How often the small article of a place that hardly anything else is called is inside, and outside."""
    counted: Counter[bool] = Counter()
    for example in given:
        pieces = example.traits.pieces
        for mark in example.marks:
            place = example.traits.place(mark.span)
            if place is None or mark.kind is not Kind.PLACE_NAME:
                continue
            start, end = place
            inside = pieces[start].text == "the"
            named = [piece.key for piece in pieces[start + inside : end] if piece.token >= 0]
            before = start > 0 and pieces[start - 1].text == "the"
            if (inside or before) and len(named) == 1 and is_own_name(named[0]):
                counted[inside] += 1
    return counted[True], counted[False]


def _standing(taught: Sequence[Confirmed]) -> tuple[int, int]:
    """How often the article of words that stand for a person (“the Mikado”) is inside, and outside."""
    counted: Counter[bool] = Counter()
    for confirmed in taught:
        text = confirmed.document.text
        for element in confirmed.document.elements:
            span = element.span
            if span is None or not confirmed.counts(span.start, span.end) or not _stands(element, text):
                continue
            if _INSIDE.match(text, span.start, span.end):
                counted[True] += 1
            elif _OUTSIDE.search(text[max(0, span.start - 5) : span.start]):
                counted[False] += 1
    return counted[True], counted[False]


def _stands(element: Element, text: str) -> bool:
    """Whether a person marked words that stand for someone: a string that refers, or a ruler's title."""
    if element.span is None or RUBRICATOR in (element.node.get("resp") or "").split():
        return False
    if element.name == Kind.RS:
        return element.node.get("type") in _OF_PERSONS
    if kind_of(element) is not Kind.PERS_NAME:
        return False
    words = text[element.span.start : element.span.end].casefold().split()
    return len(words) <= 2 and words[-1:] != [] and words[-1] in RULERS and set(words[:-1]) <= {"the"}


def _factions(given: Sequence[Example], authority: Authority) -> tuple[int, int]:
    """How often the adherents whom a list gives for an organisation are marked as its name, and left so."""
    members: dict[str, set[tuple[str, ...]]] = {}
    for entry in authority.entries:
        for name in entry.names:
            keys = tuple(token.key for token in tokenise(name.form))
            if name.type == MEMBERS and keys:
                members.setdefault(keys[0], set()).add(keys)
    counted: Counter[bool] = Counter()
    for example in given if members else ():
        words = [piece for piece in example.traits.pieces if piece.token >= 0]
        spans = {mark.span for mark in example.marks if mark.kind is Kind.ORG_NAME}
        taken = sorted(mark.span for mark in example.marks)
        for index, piece in enumerate(words):
            for keys in members.get(piece.key, ()):
                said = words[index : index + len(keys)]
                if not piece.text[0].isupper() or tuple(word.key for word in said) != keys:
                    continue
                span = Span(piece.start, said[-1].end)
                if span in spans:
                    counted[True] += 1
                elif not any(other.start < span.end and span.start < other.end for other in taken):
                    counted[False] += 1
    return counted[True], counted[False]


def _adjectives(given: Sequence[Example]) -> tuple[int, int]:
    """How often words that are adjectives by their endings are marked, and left unmarked."""
    counted: Counter[bool] = Counter()
    for example in given:
        pieces = example.traits.pieces
        places = [place for mark in example.marks if (place := example.traits.place(mark.span))]
        alone = {start for start, end in places if end - start == 1}
        inside = {index for start, end in places for index in range(start, end)}
        for index, piece in enumerate(pieces):
            made = piece.token >= 0 and piece.text[0].isupper() and adjectival(piece.key)
            if made and (index in alone or index not in inside):
                counted[index in alone] += 1
    return counted[True], counted[False]


def _pairs(given: Sequence[Example]) -> Iterator[str]:
    """How “Mr. and Mrs. Smith” is marked, each time that it is."""
    for example in given:
        pieces = example.traits.pieces
        words = [index for index, piece in enumerate(pieces) if piece.token >= 0]
        places = [place for mark in example.marks if (place := example.traits.place(mark.span))]
        for first, joint, second in zip(words, words[1:], words[2:], strict=False):
            keys = (pieces[first].key, pieces[joint].key, pieces[second].key)
            if keys[0] not in ADDRESS or keys[1] != "and" or keys[2] not in ADDRESS:
                continue
            if any(start <= first and second < end for start, end in places):
                yield "together"
            elif any(start == second for start, _ in places):
                yield "each" if any(start == first for start, _ in places) else "last"


def _never(given: Sequence[Example]) -> list[tuple[Kind, int]]:
    """The kinds that the annotators suggest and nobody marks."""
    marked = Counter(mark.kind for example in given for mark in example.marks)
    suggested = Counter(
        claim.kind for example in given for claim in example.claims if claim.cert is not Certainty.LOW
    )
    return [(kind, suggested[kind]) for kind in KINDS if not marked[kind] and suggested[kind] >= 4 * _FEWEST]
