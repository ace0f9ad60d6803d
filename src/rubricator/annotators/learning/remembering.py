"""Memory: from what people confirmed to what was said of each string."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rubricator.annotation import Kind
from rubricator.annotators.learning.confirmed import Confirmed, Mark
from rubricator.annotators.learning.pieces import Piece, cut, sequences
from rubricator.annotators.names.context import DEFAULT, Context
from rubricator.learnt.memory import Memory, Said, Use

NEAR = 8
"""So many names before and after one are its company."""
_KEPT = 12
"""So many companions of an ambiguous name are remembered."""


def words_of(text: str) -> str:
    """A string as it is remembered: white space folded, one kind of apostrophe."""
    return " ".join(text.split()).replace("’", "'").replace("ʼ", "'")


class Strings:
    """Strings in one trie of pieces, to be found in texts: the longest at each place, none over another."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._root: dict[str, object] = {}
        for words in strings:
            node = self._root
            for piece in cut(words):
                node = node.setdefault(_same(piece.text), {})  # type: ignore[assignment]
            node[""] = words

    def found(self, pieces: Sequence[Piece]) -> Iterator[tuple[int, int, str]]:
        """The strings in a sequence: start, end, and which."""
        index = 0
        while index < len(pieces):
            node: object = self._root
            last: tuple[int, str] | None = None
            place = index
            while place < len(pieces) and isinstance(node, dict):
                node = node.get(_same(pieces[place].text))
                place += 1
                if isinstance(node, dict) and "" in node:
                    last = (place, str(node[""]))
            if last is not None:
                yield index, last[0], last[1]
            index = last[0] if last is not None else index + 1


def remember(everything: Sequence[Confirmed]) -> Memory:
    """What people said of the strings they marked, and how often they left the same strings alone."""
    uses: dict[str, Counter[tuple[Kind, str]]] = {}
    company: dict[tuple[str, Kind, str], Counter[str]] = {}
    for confirmed in everything:
        text = confirmed.document.text
        marks = [mark for mark in confirmed.marks if confirmed.counts(mark.span.start, mark.span.end)]
        for index, mark in enumerate(marks):
            words = words_of(text[mark.span.start : mark.span.end])
            uses.setdefault(words, Counter())[mark.kind, mark.ref] += 1
            company.setdefault((words, mark.kind, mark.ref), Counter()).update(_near(marks, index))
    plain: Counter[str] = Counter()
    strings = Strings(uses)
    for confirmed in everything:
        if confirmed.marks:
            plain.update(_left_alone(confirmed, strings))
    said = {}
    for words, counted in sorted(uses.items()):
        of_kind = Counter(kind for kind, _ in counted)
        said[words] = Said(
            tuple(
                Use(kind, ref, count, _companions(company[words, kind, ref]) if of_kind[kind] > 1 else ())
                for (kind, ref), count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
            ),
            plain[words],
        )
    return Memory(said)


def _near(marks: Sequence[Mark], index: int) -> set[str]:
    around = (*marks[max(0, index - NEAR) : index], *marks[index + 1 : index + 1 + NEAR])
    return {mark.ref for mark in around} - {"", marks[index].ref}


def _companions(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_KEPT])


def _left_alone(confirmed: Confirmed, strings: Strings) -> Iterator[str]:
    """The strings that stand in the text outside every mark."""
    marked = {offset for mark in confirmed.marks for offset in range(mark.span.start, mark.span.end)}
    for pieces in sequences(Context.of(confirmed.document, DEFAULT)):
        if confirmed.counts(pieces[0].start, pieces[-1].end):
            for start, end, words in strings.found(pieces):
                if pieces[start].start not in marked and pieces[end - 1].start not in marked:
                    yield words


def _same(text: str) -> str:
    return text.replace("’", "'").replace("ʼ", "'")
