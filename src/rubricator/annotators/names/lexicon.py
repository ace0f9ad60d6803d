"""All forms of an authority in one trie of words: every place of a text is looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import IntEnum

from rubricator.annotators.names.forms import Form, forms_in_text, forms_of
from rubricator.annotators.names.tokens import Token
from rubricator.annotators.names.vocabulary import ABBREVIATIONS, FUNCTION, LOWERED
from rubricator.authority import Authority, Entry, EntryKind


class Likeness(IntEnum):
    """How far the text's spelling is from the form's."""

    LOWERED = 0
    FOLDED = 1
    CAPITALS = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens *start* to *end* (exclusive) of a text spell *forms*, each as alike as it says."""

    start: int
    end: int
    forms: tuple[tuple[Form, Likeness], ...]


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)

    def copy(self) -> _Node:
        """Another node, with the same nodes below it."""
        return _Node(dict(self.children), list(self.forms))


class Lexicon:
    """The forms of an authority, to be found in texts."""

    def __init__(self, authority: Authority) -> None:
        self._root = _Node()
        self.own: frozenset[str] = frozenset()
        """The references of entries that the text lists itself."""
        self._add(authority.entries, {id(self._root)}, fresh=True)

    def extended(self, own: Sequence[Entry]) -> Lexicon:
        """This lexicon and the forms of a text's *own* entries; this one stays as it is."""
        made = copy(self)
        made.own = frozenset(entry.ref for entry in own)
        made._root = self._root.copy()
        made._add(own, {id(made._root)})
        return made

    def _add(self, entries: Iterable[Entry], ours: set[int], *, fresh: bool = False) -> None:
        """Add forms; nodes that are not *ours* belong to another lexicon too, and are copied."""
        for entry in entries:
            for form in forms_of(entry) if fresh else forms_in_text(entry):
                node = self._root
                for key in form.keys:
                    known = node.children.get(key)
                    if known is None or not (fresh or id(known) in ours):
                        known = node.children[key] = known.copy() if known else _Node()
                        ours.add(id(known))
                    node = known
                node.forms.append(form)

    def matches(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The forms in *tokens*, the longest at each place, from left to right, none over another."""
        index = 0
        while index < len(tokens):
            match = self._longest(tokens, index)
            if match is not None:
                yield match
            index = index + 1 if match is None else match.end

    def word(self, key: str) -> Sequence[Form]:
        """The forms that are the one word of that key."""
        node = self._root.children.get(key)
        return node.forms if node else ()

    def _longest(self, tokens: Sequence[Token], start: int) -> Match | None:
        node = self._root.children.get(tokens[start].key)
        ends: list[tuple[int, _Node]] = []
        end = start + 1
        while node is not None:
            if node.forms:
                ends.append((end, node))
            if not node.children or end >= len(tokens):
                break
            node = node.children.get(tokens[end].key)
            end += 1
        for end, node in reversed(ends):
            stretch = tokens[start:end]
            before = tokens[start - 1].key if start else ""
            forms = [
                (form, likeness)
                for form in node.forms
                if (not form.article or before in {"the", "a", "an"})
                and (likeness := _likeness(form, stretch)) is not None
            ]
            if forms:
                return Match(start, end, tuple(forms))
        return None


def _likeness(form: Form, stretch: Sequence[Token]) -> Likeness | None:
    """How the text spells *form*, None if these are other words."""
    if not all(
        _same_gap(wanted, token.gap, stretch[index])
        for index, (wanted, token) in enumerate(zip(form.gaps, stretch[1:], strict=True))
    ):
        return None
    if all(token.word == word for token, word in zip(stretch, form.words, strict=True)):
        return Likeness.EXACT
    if all(token.word.isupper() for token in stretch) and sum(len(token.word) for token in stretch) > 3:
        return None if any(len(word) > 1 and word.isupper() for word in form.words) else Likeness.CAPITALS
    likeness = Likeness.EXACT
    for index, (token, word) in enumerate(zip(stretch, form.words, strict=True)):
        if token.word == word or _is_capitalised(token, word):
            continue
        if _case(token.word) == _case(word):
            likeness = min(likeness, Likeness.FOLDED)
        elif _is_lowered(form, index, token):
            likeness = Likeness.LOWERED
        else:
            return None
    if likeness is Likeness.FOLDED and len(stretch) == 1 and len(stretch[0].word) < 5:
        return None  # “Bülow” is “Bulow”, but a short word without its accents may be another word
    return likeness


def _is_lowered(form: Form, index: int, token: Token) -> bool:
    """Whether only the head of an institution's or a place's name lost its capital."""
    last = index == len(form.words) - 1 > 0
    named = form.entry.kind in (EntryKind.ORG, EntryKind.PLACE)
    return last and named and token.word.islower() and token.key in LOWERED


def _is_capitalised(token: Token, word: str) -> bool:
    """Whether a small word of the form only got a capital (“The Mikado”), or lost one (“the Militant”)."""
    return token.key in FUNCTION and token.word.lower() == word.lower() and word.lower() in FUNCTION


def _case(word: str) -> tuple[bool, bool]:
    return (word[0].isupper(), len(word) > 1 and word.isupper())


def _same_gap(wanted: str, found: str, before: Token) -> bool:
    if wanted == found:
        return True
    if {wanted, found} == {" ", "-"}:
        return True
    return {wanted, found} <= {" ", ".", ""} and (len(before.word) == 1 or before.key in ABBREVIATIONS)
