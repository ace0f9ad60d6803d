"""Letters and papers written for the tests, each line with what it is, and how well these are found.

Run as `python -m tests.evaluation.datelines [FILE…]` for the figures and every miss and false alarm.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rubricator.annotation import Span
from rubricator.source import Source
from rubricator.transcription import BlockKind, read

HERE = Path(__file__).with_name("letters")
KINDS = {"D": BlockKind.DATELINE, "S": BlockKind.SALUTE, "F": BlockKind.SALUTE, "N": BlockKind.SIGNATURE}
"""What the letter before a line says of it; S greets, F takes leave, and one TEI element is for both."""

Found = tuple[BlockKind, str]


@dataclass(frozen=True)
class Letter:
    """A plain text and what people say its lines are; lines of one kind that follow each other are one."""

    name: str
    text: str
    marks: frozenset[tuple[BlockKind, Span]]

    def found(self) -> set[tuple[BlockKind, Span]]:
        """What the reader takes for a dateline, a greeting or a signature."""
        blocks = read(Source(self.text.encode("utf-8"), f"{self.name}.txt")).blocks
        wanted = set(KINDS.values())
        return {(block.kind, block.span) for block in blocks if block.kind in wanted}


def letters(path: Path) -> Iterator[Letter]:
    """The letters of a file."""
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.M)[1:]:
        name, *lines = part.strip("\n").split("\n")
        text, marks, last = "", list[tuple[BlockKind, Span]](), ""
        for line in lines:
            mark, _, words = line.partition("| ")
            kind = KINDS.get(mark)
            start = len(text)
            if kind is BlockKind.DATELINE and mark == last:
                marks[-1] = (kind, Span(marks[-1][1].start, start + len(words)))
            elif kind:
                marks.append((kind, Span(start, start + len(words))))
            text += words + "\n" if mark else "\n"
            last = mark
        yield Letter(name, text, frozenset(marks))


@dataclass
class Count:
    """How many there are, how many are found, and how many of these are right."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, *right* of those found being so."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0


def measured(which: list[Letter], kind: BlockKind, *, tell: bool = False) -> Count:
    """How well blocks of *kind* are found."""
    count = Count()
    for letter in which:
        gold = {span for k, span in letter.marks if k is kind}
        found = {span for k, span in letter.found() if k is kind}
        count.gold += len(gold)
        count.found += len(found)
        count.exact += len(gold & found)
        count.overlapping += sum(any(one.overlaps(other) for other in found) for one in gold)
        for said, spans in (("missed", gold - found), ("false", found - gold)):
            for span in sorted(spans) if tell else ():
                print(f"{said:7} {kind}: {letter.text[span.start : span.end]!r} ({letter.name})")
    return count


def main() -> None:
    """Print the figures for the files given, or for those beside this one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    for path in given.files or sorted(HERE.glob("*.txt")):
        which = list(letters(path))
        for kind in (BlockKind.DATELINE, BlockKind.SALUTE, BlockKind.SIGNATURE):
            count = measured(which, kind, tell=True)
            print(
                f"{path.stem}: {len(which)} texts, {kind}: gold {count.gold}, found {count.found}, "
                f"F1 {count.f1(count.exact):.2f} exact, {count.f1(count.overlapping):.2f} overlapping"
            )


if __name__ == "__main__":
    main()
