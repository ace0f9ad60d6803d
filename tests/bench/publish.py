"""`python -m tests.bench.publish [FILE…]` prints what publishing costs: cold and warm, in time and in memory.

Every document is published to all formats, in both readings and in one alone, the proof of same words
included, in processes of its own: by the whole command `rubricator publish`, cold without the command line's
own share (everything else that is loaded counts, the start of Python too; the least of three), and warm, with
the rules of all documents. Without FILEs the
documents are made up, of the kinds in GENRES, from 10 kB to 10 MB: what they cost should grow as they do.
Nothing fails here: the figures are for reading, on the machine at hand.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from tests.publication.helpers import HEADER

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SIZES = (10_000, 100_000, 1_000_000, 3_000_000, 10_000_000)
WORDS = """the of and to in that it was his for with as had not be at on by which but from this they all
were her have are one so when who there been more out up into no them than its then some could time very upon
only Müller naïve œuvre politics foreign Germany government workers revolution question against between
century""".split()
FORMATS = ("html", "text", "epub")


def main(files: list[Path]) -> None:
    """Print the table."""
    print(f"{'document':<26}{'kB':>7}{'command s':>11}{'cold s':>9}{'warm s':>9}", end="")
    print("".join(f"{name + ' s':>9}" for name in FORMATS), end="")
    print(f"{'1 reading':>11}{'MB/s':>8}{'peak MB':>9}")
    with tempfile.TemporaryDirectory(prefix="rubricator-bench-") as place:
        for file in files or made_up(Path(place)):
            _print_row(file)


def _print_row(file: Path) -> None:
    one = _measured("--one", file)
    command, first = (
        min(_measured(what, file)["cold"] for _ in range(3)) for what in ("--command", "--cold")
    )
    size, warm = file.stat().st_size, sum(one["warm"].values())
    print(f"{file.stem:<26}{size / 1000:>7.0f}{command:>11.3f}{first:>9.3f}{warm:>9.4f}", end="")
    print("".join(f"{one['warm'][name]:>9.4f}" for name in FORMATS), end="")
    print(f"{one['single']:>11.4f}{size / warm / 1e6:>8.2f}{one['peak']:>9.0f}", flush=True)


def _measured(what: str, file: Path) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.publish", what, str(file)],
        check=True,
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        env=as_installed(),
    )
    measured: dict[str, Any] = json.loads(run.stdout)
    return measured


def as_installed() -> dict[str, str]:
    """The environment, but that Python compiles our modules once, as installing them does, and keeps them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "rubricator-bench-bytecode")}


def made_up(place: Path) -> Iterator[Path]:
    """Documents of every kind and size, the same on every run."""
    for name, paragraph in GENRES.items():
        for size in SIZES:
            chance = random.Random(size)
            file = place / f"{name}-{size // 1000}k.xml"
            file.write_text(document(paragraph, size, chance), "utf-8")
            yield file


def document(paragraph: Callable[[random.Random, int], str], size: int, chance: random.Random) -> str:
    """A TEI document of about *size* bytes in divisions of some twenty paragraphs."""
    parts = [f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text xml:lang="en"><body>']
    length, number = len(parts[0]), 0
    while length < size:
        start = "" if number % 20 else f"{'</div>' * bool(number)}<div><head>{sentence(chance, 4)}</head>"
        part = f"{start}{paragraph(chance, number)}\n"
        parts.append(part)
        length += len(part)
        number += 1
    return "".join((*parts, "</div></body></text></TEI>"))


def sentence(chance: random.Random, length: int) -> str:
    """So many words."""
    return " ".join(chance.choice(WORDS) for _ in range(length))


def prose(chance: random.Random, number: int) -> str:
    """A paragraph of an article: names, a date, emphasis, now and then a note or a correction."""
    parts = [f'<p xml:id="p{number}">{sentence(chance, 40)} <hi rend="italic">{sentence(chance, 2)}</hi>']
    parts.append(f' {sentence(chance, 20)} <persName ref="#x">{sentence(chance, 2)}</persName>, ')
    parts.append(f'<date when="1933-{chance.randint(1, 12):02}-01">then</date>. {sentence(chance, 30)}')
    if number % 3 == 0:
        parts.append(f"<note>{sentence(chance, 20)}</note>")
    if number % 5 == 0:
        parts.append(" <choice><sic>teh</sic><corr>the</corr></choice> end.")
    if number % 7 == 0:
        parts.append(f'<pb n="{number}"/> {sentence(chance, 10)}')
    return "".join((*parts, "</p>"))


def apparatus(chance: random.Random, number: int) -> str:
    """A paragraph of which every few words are transmitted in several ways."""
    parts = [f'<p xml:id="p{number}">']
    for _ in range(8):
        parts.append(f"{sentence(chance, 8)} <app><lem wit='#A'>{sentence(chance, 1)}</lem>")
        parts.append(f"<rdg wit='#B #C'>{sentence(chance, 1)}</rdg><rdg wit='#D'><hi>x</hi></rdg></app> ")
    return "".join((*parts, f"{sentence(chance, 10)}</p>"))


def verse(chance: random.Random, number: int) -> str:
    """A stanza of four numbered lines."""
    lines = (f'<l n="{number * 4 + at}">{sentence(chance, 7)}</l>' for at in range(1, 5))
    return f"<lg>{''.join(lines)}</lg>"


GENRES = {"prose": prose, "apparatus": apparatus, "verse": verse}


def publisher(*, alone: bool, file: Path) -> Callable[..., float]:
    """What publishes *file* to some formats under some settings, and tells how long that took."""
    from rubricator.authority import Authority
    from rubricator.document import Document
    from rubricator.edition.publishing import published
    from rubricator.publication.format import Publication, formats
    from rubricator.source import Source

    made_by, usual, nobody = formats(FORMATS, alone=alone), Publication(), Authority()

    def publish(names: tuple[str, ...] = FORMATS, settings: Publication = usual) -> float:
        started = time.process_time()
        chosen = tuple(form for form in made_by if form.name in names)
        made = published(Document.of(Source.read(file)), file.stem, chosen, settings, nobody)
        assert not made.report.exit_code(), str(made.report)
        return time.process_time() - started

    return publish


def cold(file: Path) -> dict[str, object]:
    """What it costs to publish *file* and nothing else, Python's start included."""
    publisher(alone=True, file=file)()
    return {"cold": time.process_time()}


def command(file: Path) -> dict[str, object]:
    """What the command costs that publishes *file*, from the start of Python to the last file written."""
    from rubricator.cli import run

    with tempfile.TemporaryDirectory(prefix="rubricator-bench-") as place, redirect_stdout(StringIO()):
        code = run(["publish", str(file), "-o", place, "-q"])
    assert code == 0
    return {"cold": time.process_time()}


def one(file: Path) -> dict[str, object]:
    """What it costs to publish *file* again: for each format, and the most memory ever held."""
    from rubricator.publication.format import Publication
    from rubricator.tei import Reading

    publish = publisher(alone=False, file=file)
    publish()
    rounds = 5 if file.stat().st_size < 500_000 else 1
    for _ in range(rounds * 4):  # Saxon's memory grows to its size
        publish() if rounds > 1 else None
    times = [publish() for _ in range(rounds)]
    most = peak()
    shares = {name: statistics.median(publish((name,)) for _ in range(rounds)) for name in FORMATS}
    single = Publication(readings=(Reading.EDITED,))
    alone = statistics.median(publish(FORMATS, single) for _ in range(rounds))
    whole, parts = statistics.median(times), sum(shares.values())
    return {
        "warm": {name: share * whole / parts for name, share in shares.items()},
        "single": alone,
        "peak": most,
    }


def peak() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


if __name__ == "__main__":
    measures = {"--one": one, "--cold": cold, "--command": command}
    if len(sys.argv) > 2 and sys.argv[1] in measures:
        sys.stdout.write(json.dumps(measures[sys.argv[1]](Path(sys.argv[2]))))
    else:
        main([Path(name).resolve() for name in sys.argv[1:]])
