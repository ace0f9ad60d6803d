"""`python -m tests.bench.mentions` prints how fast mentions of listed names are found and inscribed.

Lists of names and texts that mention them are made up, the same each time. Every figure is the median of
processor seconds over rounds that take turns; twice the mentions should take twice the time, and a list of
ten times the names about the same.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from rubricator.annotation import Annotation
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.lexicon import Lexicon
from rubricator.annotators.names.listed import listed
from rubricator.authority import Authority
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.settings import NamePolicy
from rubricator.source import Source

ENTRIES = (1_000, 10_000)
MENTIONS = (10_000, 20_000, 40_000)
ROUNDS = 5
POLICY = NamePolicy(unlisted=False)
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za".split()


def word(dice: random.Random) -> str:
    """A made-up word of three syllables, with a capital."""
    return "".join(dice.choices(_SYLLABLES, k=3)).capitalize()


def lists(count: int, dice: random.Random) -> tuple[Authority, list[str]]:
    """So many persons, and their names."""
    names = [f"{word(dice)} {word(dice)}{index:x}".translate(_LETTERS) for index in range(count)]
    entries = "".join(
        f'<person xml:id="p{n}"><persName>{name}</persName></person>' for n, name in enumerate(names)
    )
    made = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><listPerson>{entries}</listPerson></text></TEI>'
    return Authority.of([Source(made.encode(), "persons.xml")]), names


_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def text(names: list[str], count: int, dice: random.Random) -> Document:
    """A text that mentions so many, by name and by surname, some of them within other markup."""
    said = []
    for number in range(count):
        name = dice.choice(names)
        name = name if number % 3 else name.split()[1]
        name = f"<hi>{name}</hi>" if number % 7 == 0 else name
        said.append(f"that the {'old' if number % 2 else 'new'} plan of {name} was read aloud")
    paragraphs = ("<p>" + ", ".join(said[start : start + 20]) + ".</p>" for start in range(0, count, 20))
    body = "".join(paragraphs)
    return Document.of(
        Source(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'.encode()
        )
    )


def found_in(document: Document, lexicon: Lexicon) -> list[Annotation]:
    """The mentions of listed names, the words of the text read anew."""
    return [claim for _, _, claim in listed(Context.of(document, POLICY), lexicon)]


def taken(work: Callable[[], object]) -> float:
    """The processor seconds that *work* takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    print(f"{'entries':>8} {'mentions':>9} {'words':>8} {'found/s':>9} {'words/s':>9} {'inscribed/s':>12}")
    for entries in ENTRIES:
        dice = random.Random(entries)
        authority, names = lists(entries, dice)
        lexicon = Lexicon(authority)
        for mentions in MENTIONS:
            document = text(names, mentions, dice)
            words = len(document.text.split())
            claims: list[Annotation] = [
                claim for _, _, claim in listed(Context.of(document, POLICY), lexicon)
            ]
            finding, inscribing = [], []
            for _ in range(ROUNDS):
                finding.append(taken(partial(found_in, document, lexicon)))
                inscribing.append(taken(partial(inscribe, document, claims)))
            found, inscribed = statistics.median(finding), statistics.median(inscribing)
            print(
                f"{entries:8} {len(claims):9} {words:8} {len(claims) / found:9,.0f} "
                f"{words / found:9,.0f} {len(claims) / inscribed:12,.0f}"
            )


if __name__ == "__main__":
    main()
