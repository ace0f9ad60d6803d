"""`python -m tests.bench.annotators [TEI…]` prints what each annotator costs: words/s, loading, memory.

Each runs in a process of its own, over all the documents twice: the first round loads, the second is timed.
Without files, the English texts shared for development are read (RUBRICATOR_SHARED).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.errors import english_texts

from rubricator import plugins
from rubricator.annotators import suggest
from rubricator.document import Document
from rubricator.knowledge import Knowledge
from rubricator.source import Source

ALL = "all together"
BARE = "none: reading the files"


def main(paths: list[Path]) -> None:
    """Print a line for each annotator, and one for all of them together."""
    print(f"{'annotator':<26}{'words/s':>10}{'loading, ms':>13}{'memory, MB':>12}")
    names = [*plugins.OURS[plugins.ANNOTATORS], ALL]
    _, _, base = _measured(BARE, paths)
    for name in names:
        speed, loading, memory = _measured(name, paths)
        print(f"{name:<26}{speed:>10,.0f}{loading:>13.0f}{memory - base:>12.0f}")
    print(f"{BARE:<49}{base:>12.0f}")


def _measured(name: str, paths: list[Path]) -> tuple[float, float, float]:
    command = [sys.executable, "-m", "tests.bench.annotators", "--one", name, *map(str, paths)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    speed, loading, memory = json.loads(said)
    return speed, loading, memory


def one(name: str, paths: list[Path]) -> None:
    """Print the figures of the annotator called *name* as JSON."""
    documents = [Document.of(Source.read(path)) for path in paths]
    words = sum(len(document.text.split()) for document in documents)
    wanted = [] if name == BARE else plugins.OURS[plugins.ANNOTATORS] if name == ALL else [name]
    started = time.process_time()
    made = [plugins.load(plugins.ANNOTATORS, each)(Knowledge()) for each in wanted]
    first = Document.of(Source.read(paths[0]))
    suggest(first, made)
    loading = (time.process_time() - started) * 1000
    for document in documents:
        suggest(document, made)
    started = time.process_time()
    for document in documents:
        suggest(document, made)
    spent = max(time.process_time() - started, 1e-9)
    print(json.dumps([words / spent, loading, _memory()]))


def _memory() -> float:
    """The most memory that this process has had, in megabytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], [Path(path) for path in sys.argv[3:]])
    else:
        main([Path(path) for path in sys.argv[1:]] or english_texts())
