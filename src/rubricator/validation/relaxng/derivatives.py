"""What remains of a pattern after a start tag, an attribute or a text (J. Clark, An algorithm for RELAX NG
validation).

Where Clark's derivative by a start tag is a choice of `after` patterns, ours is a table: each element that
may begin here, and what its parent's content must still be once it has ended. So nothing grows with the depth
of a document.
"""

from __future__ import annotations

from rubricator.validation.relaxng.datatypes import WHITE, Context, words
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.patterns import (
    AttributePattern,
    DataPattern,
    ElementPattern,
    Has,
    Kind,
    Pattern,
    Patterns,
    ValuePattern,
)

_STRING = int(Has.STRING)
_TEXT = int(Has.TEXT)
_ELEMENT = int(Has.ELEMENT)
_ATTRIBUTE = int(Has.ATTRIBUTE)

Starts = tuple[tuple[Element, Pattern], ...]


class Derivatives:
    """The derivatives of one schema's patterns, remembered."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self._attributes: dict[tuple[Pattern, str], tuple[tuple[Pattern, Pattern], ...]] = {}
        self._closed: dict[Pattern, Pattern] = {}

    # -- start tags -----------------------------------------------------------------------------------------

    def starts(self, pattern: Pattern, name: str) -> Starts:
        """Each element that may begin with the start tag *name*, with what remains of *pattern* after it."""
        found = pattern.starts.get(name)
        if found is None:
            found = pattern.starts[name] = self._starts(pattern, name) if pattern.flags & _ELEMENT else ()
        return found

    def _starts(self, pattern: Pattern, name: str) -> Starts:
        make = self.patterns
        kind = pattern.kind
        if isinstance(pattern, ElementPattern):
            return ((pattern.element, make.empty),) if pattern.element.names.contains(name) else ()
        if kind is Kind.CHOICE:
            merged: dict[Element, Pattern] = {}
            for part in self._candidates(pattern, name):
                for element, rest in self.starts(part, name):
                    merged[element] = make.choice((merged[element], rest)) if element in merged else rest
            return tuple(merged.items())
        if kind is Kind.ONE_OR_MORE:
            again = make.optional(pattern)
            return tuple(
                (element, make.group((rest, again))) for element, rest in self.starts(pattern.parts[0], name)
            )
        merged = {}
        for number, part in enumerate(pattern.parts):
            for element, rest in self.starts(part, name):
                if kind is Kind.GROUP:
                    remaining = make.group((rest, *pattern.parts[number + 1 :]))
                else:
                    others = (*pattern.parts[:number], rest, *pattern.parts[number + 1 :])
                    remaining = make.interleave(others)
                merged[element] = (
                    make.choice((merged[element], remaining)) if element in merged else remaining
                )
            if kind is Kind.GROUP and not part.nullable:
                break
        return tuple(merged.items())

    def _candidates(self, pattern: Pattern, name: str) -> list[Pattern]:
        """The alternatives of a choice that may begin with *name*: TEI's choices have hundreds."""
        if pattern.index is None:
            by_name: dict[str, list[Pattern]] = {}
            others: list[Pattern] = []
            for part in pattern.parts:
                if isinstance(part, ElementPattern) and not part.element.names.infinite:
                    for own in part.element.names.names():
                        by_name.setdefault(own, []).append(part)
                elif part.flags & _ELEMENT:
                    others.append(part)
            pattern.index = (by_name, others)
        by_name, others = pattern.index
        return by_name.get(name, []) + others

    # -- text -----------------------------------------------------------------------------------------------

    def text(self, pattern: Pattern) -> Pattern:
        """What remains of *pattern*, in which no datatype plays a part, after some text."""
        if pattern.texts is None:
            pattern.texts = self._text(pattern) if pattern.flags & _TEXT else self.patterns.not_allowed
        return pattern.texts

    def _text(self, pattern: Pattern) -> Pattern:
        make = self.patterns
        kind = pattern.kind
        if kind is Kind.TEXT:
            return pattern
        if kind is Kind.CHOICE:
            return make.choice(self.text(part) for part in pattern.parts)
        if kind is Kind.ONE_OR_MORE:
            return make.group((self.text(pattern.parts[0]), make.optional(pattern)))
        if kind is Kind.GROUP:
            return make.choice(
                make.group((self.text(part), *pattern.parts[number + 1 :]))
                for number, part in enumerate(pattern.parts)
                if all(before.nullable for before in pattern.parts[:number])
            )
        return make.choice(
            make.interleave((*pattern.parts[:number], self.text(part), *pattern.parts[number + 1 :]))
            for number, part in enumerate(pattern.parts)
        )

    def string(self, pattern: Pattern, text: str, context: Context) -> Pattern:
        """What remains of *pattern* after the whole string *text*, datatypes considered."""
        make = self.patterns
        kind = pattern.kind
        if not pattern.flags & (_STRING | _TEXT):
            return make.not_allowed
        if kind is Kind.TEXT:
            return pattern
        if isinstance(pattern, ValuePattern):
            wanted = pattern.datatype.key(pattern.value, pattern.context)
            same = wanted is not None and wanted == pattern.datatype.key(text, context)
            return make.empty if same else make.not_allowed
        if isinstance(pattern, DataPattern):
            fits = pattern.datatype.allows(text, context)
            if fits and pattern.but is not None:
                fits = not self.allows(pattern.but, text, context)
            return make.empty if fits else make.not_allowed
        if kind is Kind.LIST:
            rest = pattern.parts[0]
            for word in words(text):
                rest = self.string(rest, word, context)
                if rest is make.not_allowed:
                    break
            return make.empty if rest.nullable else make.not_allowed
        if kind is Kind.CHOICE:
            return make.choice(self.string(part, text, context) for part in pattern.parts)
        if kind is Kind.ONE_OR_MORE:
            return make.group((self.string(pattern.parts[0], text, context), make.optional(pattern)))
        combine = make.group if kind is Kind.GROUP else make.interleave
        results = []
        for number, part in enumerate(pattern.parts):
            rest = self.string(part, text, context)
            before = pattern.parts[:number] if kind is Kind.INTERLEAVE else ()
            results.append(combine((*before, rest, *pattern.parts[number + 1 :])))
            if kind is Kind.GROUP and not part.nullable:
                break
        return make.choice(results)

    def allows(self, pattern: Pattern, text: str, context: Context) -> bool:
        """Whether *pattern* allows *text* as the whole of an attribute or of a content without elements."""
        if pattern.nullable and not text.strip(WHITE):
            return True
        return self.string(pattern, text, context).nullable

    # -- attributes -----------------------------------------------------------------------------------------

    def attribute(self, pattern: Pattern, name: str) -> tuple[tuple[Pattern, Pattern], ...]:
        """For the attribute *name*: each pattern its value may match, and what then remains of *pattern*."""
        if not pattern.flags & _ATTRIBUTE:
            return ()
        key = (pattern, name)
        found = self._attributes.get(key)
        if found is None:
            found = self._attributes[key] = self._attribute(pattern, name)
        return found

    def _attribute(self, pattern: Pattern, name: str) -> tuple[tuple[Pattern, Pattern], ...]:
        make = self.patterns
        kind = pattern.kind
        if isinstance(pattern, AttributePattern):
            return ((pattern.content, make.empty),) if pattern.names.contains(name) else ()
        merged: dict[Pattern, Pattern] = {}
        if kind is Kind.ONE_OR_MORE:
            again = make.optional(pattern)
            return tuple(
                (value, make.group((rest, again))) for value, rest in self.attribute(pattern.parts[0], name)
            )
        combine = make.group if kind is Kind.GROUP else make.interleave
        for number, part in enumerate(pattern.parts):
            for value, rest in self.attribute(part, name):
                if kind is not Kind.CHOICE:
                    rest = combine((*pattern.parts[:number], rest, *pattern.parts[number + 1 :]))
                merged[value] = make.choice((merged[value], rest)) if value in merged else rest
        return tuple(merged.items())

    def closed(self, pattern: Pattern) -> Pattern:
        """What remains of *pattern* when the start tag has ended: attributes still asked for are missing."""
        if not pattern.flags & _ATTRIBUTE:
            return pattern
        found = self._closed.get(pattern)
        if found is None:
            make = self.patterns
            kind = pattern.kind
            parts = [self.closed(part) for part in pattern.parts]
            if kind is Kind.ATTRIBUTE:
                found = make.not_allowed
            elif kind is Kind.CHOICE:
                found = make.choice(parts)
            elif kind is Kind.ONE_OR_MORE:
                found = make.one_or_more(parts[0])
            else:
                found = (make.group if kind is Kind.GROUP else make.interleave)(parts)
            self._closed[pattern] = found
        return found
