"""The identifiers of one document and what refers to them (RELAX NG DTD Compatibility, 5)."""

from __future__ import annotations

from rubricator.validation.relaxng.datatypes import WHITE, words


class Identities:
    """The values of type ID, IDREF and IDREFS met so far, each reference with where it was first met."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.wanted: dict[str, tuple[int, str]] = {}

    def take(self, kind: str, value: str, offset: int, attribute: str) -> bool:
        """Note the *value* of an attribute of the tag at *offset*; whether it was given before as an ID."""
        if kind == "ID":
            word = value.strip(WHITE)
            if word in self.known:
                return True
            self.known[word] = offset
        else:
            for word in words(value):
                self.wanted.setdefault(word, (offset, attribute))
        return False

    def dangling(self) -> list[tuple[str, int, str]]:
        """The references that nothing answers: each with the byte offset of its tag and its attribute."""
        return [(word, *place) for word, place in self.wanted.items() if word not in self.known]
