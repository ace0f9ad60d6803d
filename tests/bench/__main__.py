"""`python -m tests.bench [TRANSCRIPTION]` prints what the main job costs, in milliseconds of processor time.

Cold means in a process that has done nothing yet; warm is the median of what follows. Nothing fails here: the
figures are for reading, on the machine at hand.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import entry_points
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 9
Times = dict[str, list[float]]


def main(transcription: Path) -> None:
    """Print the table of stages, then what whole commands cost."""
    times = stages(transcription)
    total = sum(cold[0] for cold in times.values())
    print(f"{'stage':<22}{'cold':>8}{'share':>8}{'warm':>8}")
    for name, measured in times.items():
        warm = statistics.median(measured[1:]) if measured[1:] else 0.0
        print(f"{name:<22}{measured[0]:>8.1f}{measured[0] / total:>8.0%}{warm:>8.2f}")
    print(f"{'all':<22}{total:>8.1f}{1:>8.0%}\n")
    for name, cost in commands():
        print(f"{name:<46}{cost:>8.0f}")


def stages(transcription: Path) -> Times:
    """The processor time of each stage from the transcription to the books, round after round."""
    times: Times = {}
    for number in range(ROUNDS + 1):
        with clock(times, "imports", number == 0):
            from rubricator.annotators import suggest
            from rubricator.document import Document
            from rubricator.encoding.encode import encode
            from rubricator.encoding.inscribe import inscribe
            from rubricator.knowledge import Knowledge
            from rubricator.publication.format import Context, formats
            from rubricator.settings import Settings
            from rubricator.source import Source
            from rubricator.transcription import read
        with clock(times, "read"):
            read_one = read(Source.read(transcription))
        with clock(times, "encode"):
            source = encode(read_one, Settings())
        with clock(times, "load annotators", number == 0):
            annotators = [point.load()(Knowledge()) for point in entry_points(group="rubricator.annotators")]
        with clock(times, "annotate"):
            document = Document.of(source)
            annotations = suggest(document, annotators)
        with clock(times, "inscribe"):
            inscribed = inscribe(document, annotations).document
        for name in ("html", "text", "epub"):
            with clock(times, f"compile {name}", number == 0):
                (made,) = formats((name,))
            with clock(times, f"publish {name}"):
                made.publish(Context(inscribed, transcription.stem))
    return times


@contextmanager
def clock(times: Times, name: str, counted: bool = True) -> Iterator[None]:
    """Add the processor time of what happens within to *times* under *name*."""
    started = time.process_time()
    yield
    if counted:
        times.setdefault(name, []).append((time.process_time() - started) * 1000)


def commands() -> Iterator[tuple[str, float]]:
    """What whole commands cost, process start included: the least of several runs."""
    yield "python -c pass", cost([sys.executable, "-c", "pass"])
    rubricator = [sys.executable, "-m", "rubricator"]
    yield "rubricator --help", cost([*rubricator, "--help"])
    with tempfile.TemporaryDirectory(prefix="rubricator-bench-") as place:
        if importlib.util.find_spec("rubricator.edition"):
            fresh = str(Path(place) / "fresh")
            yield "rubricator build --fresh DIR", cost([*rubricator, "build", "--quiet", "--fresh", fresh], 3)


def cost(command: list[str], rounds: int = 5) -> float:
    """The processor time of *command* in milliseconds."""
    return min(_children(lambda: _run(command)) for _ in range(rounds)) * 1000


def _children(action: Callable[[], object]) -> float:
    before = _spent()
    action()
    return _spent() - before


def _spent() -> float:
    """What the processes started so far have cost, in seconds."""
    try:
        import resource
    except ImportError:  # Windows
        return os.times().children_user + os.times().children_system
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, cwd=CHECKOUT, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    given = sys.argv[1:] or [str(CHECKOUT / "tei" / "transcriptions" / "trotsky-1933-foreign-policy.txt")]
    main(Path(given[0]))
