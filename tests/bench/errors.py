"""`python -m tests.bench.errors [--list]` prints how many real errors are found, and how much is claimed.

Read are the texts shared for development (RUBRICATOR_SHARED): errors that proofreaders of Standard Ebooks
corrected, each in a sentence or two; and documents, in which every claim is counted, true or false. With
`--list` each claim and each miss is printed where it stands.
"""

from __future__ import annotations

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rubricator.annotation import Certainty
from rubricator.annotators.errors import find
from rubricator.annotators.errors.apparent import Apparent
from rubricator.document import Document
from rubricator.source import Source

CORRECTIONS = "corpora/errors/standard-ebooks-corrections.tsv"
ENGLISH = (
    "corpora/names/our-village/*.xml",
    "corpora/names/mitford-journal/*.xml",
    "corpora/tei/27-novel-eltec.xml",
)
YEAR = "1905"
"""When the corrected books were printed, more or less."""
CONTEXT = 40


def main(listed: bool) -> None:
    """Print recall by category, then claims in a thousand words of each text."""
    _real_errors(listed)
    _claims(listed)


def _real_errors(listed: bool) -> None:
    rows = list(csv.DictReader(_lines(_shared() / CORRECTIONS), delimiter="\t", quoting=csv.QUOTE_NONE))
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        text, start, end = _without_brackets(row["context"])
        count = counts.setdefault(_category(row), Counter())
        count["all"] += 1
        hits = [one for one in find(text, date=YEAR) if one.start <= end and start <= one.end]
        inline = [one for one in hits if one.cert is not Certainty.LOW]
        count["inline"] += bool(inline)
        count["remark"] += bool(hits and not inline)
        mended = text[:start] + row["corr"] + text[end:]
        count["right"] += any(_applied(text, one) == mended for one in inline)
        if listed and not hits:
            print(f"missed  {_category(row):<16}{row['err']!r} for {row['corr']!r}")
    print(f"{'real errors':<22}{'all':>6}{'inline':>8}{'right':>7}{'remark':>8}")
    for category, count in sorted(counts.items()):
        print(f"{category:<22}{count['all']:>6}{count['inline']:>8}{count['right']:>7}{count['remark']:>8}")


def _category(row: dict[str, str]) -> str:
    """The kind of error; what is a matter of white space alone is one of its own."""
    err, corr = row["err"], row["corr"]
    if err != corr and "".join(err.split()) == "".join(corr.split()) and row["category"] != "join/split":
        return "space"
    return "doubled word" if err.strip() == "the" and not corr else row["category"]


def _without_brackets(context: str) -> tuple[str, int, int]:
    """The sentence as it was printed, and where the error stands in it; a word cut off is left out."""
    start, end = context.index("⟦"), context.index("⟧") - 1
    text = context.replace("⟦", "").replace("⟧", "")
    first = min(text.find(" ") + 1, start) if text[:1].islower() else 0
    return text[first:], start - first, end - first


def _applied(text: str, error: Apparent) -> str:
    return text[: error.start] + (error.correction or "") + text[error.end :]


def _claims(listed: bool) -> None:
    print(f"\n{'claims':<40}{'words':>8}{'inline/1,000':>14}{'all/1,000':>11}")
    for pattern in ENGLISH:
        words, inline, every = 0, 0, 0
        for path in sorted(_shared().glob(pattern)):
            document = Document.of(Source.read(path))
            found = find(document.text, date=document.date)
            words += len(document.text.split())
            every += len(found)
            inline += sum(one.cert is not Certainty.LOW for one in found)
            if listed:
                for one in found:
                    print(_told(document.text, one))
        if words:
            print(f"{pattern:<40}{words:>8}{1000 * inline / words:>14.2f}{1000 * every / words:>11.2f}")


def _told(text: str, one: Apparent) -> str:
    around = (
        f"{text[max(0, one.start - CONTEXT) : one.start]}⟦{one.found}⟧{text[one.end : one.end + CONTEXT]}"
    )
    return f"{one.cert:<8}{one.rule:<24}{' '.join(around.split())} → {one.correction}"


def english_texts() -> list[Path]:
    """The English documents to develop on."""
    return [path for pattern in ENGLISH for path in sorted(_shared().glob(pattern))]


def _shared() -> Path:
    place = os.environ.get("RUBRICATOR_SHARED")
    return Path(place) if place else Path(__file__).resolve().parents[3] / "shared"


def _lines(path: Path) -> Iterator[str]:
    yield from path.read_text("utf-8").split("\n")


if __name__ == "__main__":
    main("--list" in sys.argv[1:])
