"""`python -m tests.bench.archives [NUMBER…]` prints what many documents at once cost, in time and in memory.

For each NUMBER of documents (10, 100 and 1,000) an edition is made up: texts of about 8 kB in prose and verse
that refer to each other and to a list of as many persons. Every figure is the processor time of a whole
command, Python's start included, in all formats and both readings; validation may use several processes,
whose time counts too. What stands below it is that time for each document. Nothing fails here: the figures
are for reading, on the machine at hand, and should grow as the archive does.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from tests.bench.publish import CHECKOUT, as_installed, document, peak, prose, verse
from tests.publication.helpers import tei

NUMBERS = (10, 100, 1_000)
SIZE = 8_000
PREFIX = """<encodingDesc><listPrefixDef>
<prefixDef ident="person" matchPattern="(\\S+)" replacementPattern="authority/persons.xml#$1"><p/></prefixDef>
</listPrefixDef></encodingDesc>"""
COLUMNS = ("publish", "build", "nothing to do", "one changed", "validate")


def main(numbers: tuple[int, ...]) -> None:
    """Print the table."""
    print(f"{'documents':>10}" + "".join(f"{name + ' s':>17}" for name in COLUMNS) + f"{'peak MB':>9}")
    for number in numbers:
        with tempfile.TemporaryDirectory(prefix="rubricator-bench-") as place:
            costs = measured(archive(Path(place) / "edition", number))
        print(f"{number:>10,}" + "".join(f"{costs[name][0]:>17.2f}" for name in COLUMNS), end="")
        print(f"{max(most for _, most in costs.values()):>9.0f}")
        each = (f"{costs[name][0] / number * 1000:.1f} ms each" for name in COLUMNS)
        print(" " * 10 + "".join(f"{cost:>17}" for cost in each), flush=True)


def measured(root: Path) -> dict[str, tuple[float, float]]:
    """The seconds and the most megabytes of each command over the edition in *root*."""
    edition = ["-C", str(root), "--quiet"]
    out = str(root.parent / "published")
    costs = {"publish": run_apart("publish", str(root / "tei" / "d*.xml"), "-o", out, "--index", *edition)}
    shutil.rmtree(out)
    costs["build"] = run_apart("build", *edition)
    costs["nothing to do"] = run_apart("build", *edition)
    first = root / "tei" / "d0.xml"
    first.write_text(first.read_text("utf-8").replace("politics", "affairs"), "utf-8")
    costs["one changed"] = run_apart("build", *edition)
    costs["validate"] = run_apart("validate", *edition)
    return costs


def archive(root: Path, number: int) -> Path:
    """An edition of so many documents, the same on every run, and of as many persons."""
    lists = root / "tei" / "authority"
    lists.mkdir(parents=True)
    (root / "rubricator.toml").write_text('title = "An archive"\n', "utf-8")
    persons = "".join(
        f'<person xml:id="p{n}"><persName type="main">Person {n}</persName></person>\n' for n in range(number)
    )
    (lists / "persons.xml").write_bytes(tei(f"<listPerson>{persons}</listPerson>"))
    for n in range(number):
        (root / "tei" / f"d{n}.xml").write_text(_text(n, number), "utf-8")
    return root


def _text(n: int, number: int) -> str:
    """One of the documents: in prose, every fifth in verse."""
    chance = random.Random(n)

    def paragraph(chance: random.Random, at: int) -> str:
        if n % 5 == 4:
            return verse(chance, at)
        known = prose(chance, at).replace('ref="#x"', f'ref="person:p{chance.randrange(number)}"')
        if at % 6 != 5:
            return known
        other = chance.randrange(number) // 5 * 5
        return f'{known}<p>See <ref target="d{other}.xml#p0">another</ref>.</p>'

    made = document(paragraph, SIZE, chance).replace("<corr>", '<corr resp="#editors">')
    return made.replace("A Title", f"Letter {n}", 1).replace("</fileDesc>", f"</fileDesc>{PREFIX}", 1)


def run_apart(*arguments: str) -> tuple[float, float]:
    """The seconds and the most megabytes that a command takes in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.archives", "--run", *arguments],
        check=True,
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        env=as_installed(),
    )
    seconds, most = json.loads(run.stdout)
    return float(seconds), float(most)


def _run(arguments: list[str]) -> None:
    from rubricator.cli import run

    with redirect_stdout(StringIO()):
        code = run(arguments)
    assert code in (0, 1), code
    times = os.times()
    sys.stdout.write(json.dumps([sum(times[:4]), peak()]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        _run(sys.argv[2:])
    else:
        main(tuple(map(int, sys.argv[1:])) or NUMBERS)
