"""Dates by what they say of themselves: whole ones, those whose year the context tells, relative ones.

Run as `python -m tests.evaluation.dates GOLD… [--without-years]`. For each class: how many people gave a
value, how many of these are found, and how many of those found mean what people say. *Without years* those
written in the body's dates are taken out first (where a day is named too): the context has to tell them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rubricator.annotation import Kind
from rubricator.annotators.dates import recogniser
from rubricator.dates.expressions import Expression, Moment, Relative
from rubricator.dates.find import read_date
from rubricator.document import Document
from rubricator.evaluation import read_gold
from rubricator.knowledge import Knowledge
from rubricator.source import Source

FULL, YEAR, RELATIVE, OTHER = "whole", "year from context", "relative", "other"
_DATING = ("when", "from", "to", "notBefore", "notAfter")
_WITH_A_YEAR = re.compile(r"(<date\b[^>]*>[^<]*\d[^<]*?),?\s+1[5-9]\d\d\b(?=[^<]*</date>)")


def main() -> None:
    """Print the figures for the files given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--without-years", action="store_true")
    given = parser.parse_args()
    counts = measured((Source.read(path) for path in given.gold), without_years=given.without_years)
    for name in (FULL, YEAR, RELATIVE, OTHER):
        gold, found, right = (counts[name, what] for what in ("gold", "found", "right"))
        if gold:
            shares = f"found {found / gold:.3f}" + (f", right of these {right / found:.3f}" if found else "")
            print(f"{name:18} {gold:5}  {shares}")


def measured(sources: Iterable[Source], *, without_years: bool = False) -> Counter[tuple[str, str]]:
    """How many of each class there are, are found, and are right."""
    counts: Counter[tuple[str, str]] = Counter()
    for source in sources:
        gold = read_gold(Document.of(_yearless(source) if without_years else source), source.name)
        made = list(recogniser(Knowledge())(gold.bare))
        for mark in gold.marks:
            if mark.kind is not Kind.DATE or not mark.when:
                continue
            name = _class(" ".join(gold.bare.text[mark.span.start : mark.span.end].split()))
            near = [one for one in made if one.span.overlaps(mark.span)]
            values = [sorted((n, v) for n, v in one.attributes if n in _DATING) for one in near]
            counts[name, "gold"] += 1
            counts[name, "found"] += bool(near)
            counts[name, "right"] += sorted(mark.when) in values
    return counts


def _yearless(source: Source) -> Source:
    head, body, rest = source.markup.partition("<body")
    return Source((head + body + _WITH_A_YEAR.sub(r"\1", rest)).encode("utf-8"), source.name)


def _class(words: str) -> str:
    read = read_date(words)
    said: Expression | None = read[0] if read else None
    match said:
        case Relative():
            return RELATIVE
        case Moment(year=int(), month=int(), day=int()):
            return FULL
        case Moment(year=None) if said.day or said.month or said.weekday is not None:
            return YEAR
        case _:
            return OTHER


if __name__ == "__main__":
    main()
