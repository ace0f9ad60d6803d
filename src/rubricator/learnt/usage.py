"""How the texts of an archive use their words, nobody's markup read: so a short text does not stand alone."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from hashlib import sha256

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A word that has a capital somewhere: how often, and in how many *texts*.

    *inside* sentences with a capital, *opening* them, and *small*; *beside* what classes of words, and of
    which kinds of names it is *called* a part by rules and lists.
    """

    inside: int = 0
    opening: int = 0
    small: int = 0
    texts: int = 1
    beside: Counts = ()
    called: Counts = ()

    @property
    def capitals(self) -> int:
        """How often it has a capital, wherever it stands."""
        return self.inside + self.opening

    def __add__(self, other: Used) -> Used:
        return Used(
            self.inside + other.inside,
            self.opening + other.opening,
            self.small + other.small,
            self.texts + other.texts,
            _sum(self.beside, other.beside),
            _sum(self.called, other.called),
        )


@dataclass(frozen=True)
class Usage:
    """The words of an archive by their keys, and the digests of the *texts* that were counted."""

    words: MutableMapping[str, Used] = field(default_factory=dict, repr=False)
    texts: frozenset[str] = frozenset()

    def knows(self, text: str) -> bool:
        """Whether *text* was counted."""
        return digest(text) in self.texts

    def beside(self, own: Mapping[str, Used]) -> Usage:
        """The same with the words of one text more, the counts of which are *own*."""
        known = self.words
        added = {key: known[key] + used if key in known else used for key, used in own.items()}
        return Usage(ChainMap(added, known), self.texts)


NO_USAGE = Usage()
"""Of no archive."""


def usage_of(counted: Iterable[tuple[str, Mapping[str, Used]]]) -> Usage:
    """The usage of texts, each given with the counts of its words; the same text counts once."""
    words: dict[str, Used] = {}
    texts: set[str] = set()
    for text, own in counted:
        if digest(text) in texts:
            continue
        texts.add(digest(text))
        for key, used in own.items():
            words[key] = words[key] + used if key in words else used
    return Usage({key: used for key, used in words.items() if used.capitals}, frozenset(texts))


def digest(text: str) -> str:
    """What a text is known again by."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _sum(one: Counts, other: Counts) -> Counts:
    if not (one and other):
        return one or other
    total = dict(one)
    for name, count in other:
        total[name] = total.get(name, 0) + count
    return tuple(sorted(total.items()))
