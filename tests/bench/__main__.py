"""`python -m tests.bench [TRANSCRIPTION]` prints what the main job costs, in milliseconds of processor time.

Every figure is a median over processes that take turns, user and system time together. Cold means in a
process that has done nothing yet, warm what follows in the same one. Python's bytecode is there, as from the
second run on, unless said. Nothing fails here: the figures are for reading, on the machine at hand.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.stages import LAST_PART

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 7
TARGETS = {"rubricator --help": 100, "rubricator build --fresh DIR": 1000, "rubricator build, no change": 150}
TARGET_OF_LAST_PART = 400


def main(transcription: Path) -> None:
    """Print what whole commands cost, then the table of stages."""
    with tempfile.TemporaryDirectory(prefix="rubricator-bench-") as place:
        commands, stages = measured(Path(place), transcription)
    print(f"{'command':<46}{'median':>8}{'least':>8}{'target':>8}")
    for name, costs in commands.items():
        print(f"{name:<46}{statistics.median(costs):>8.0f}{min(costs):>8.0f}{TARGETS.get(name, ''):>8}")
    cold = {name: statistics.median(one[name][0] for one in stages) for name in stages[0]}
    total = sum(cold.values())
    print(f"\n{'stage':<46}{'cold':>8}{'share':>8}{'warm':>8}")
    for name, cost in cold.items():
        warm = [time for one in stages for time in one[name][1:]]
        print(f"{name:<46}{cost:>8.1f}{cost / total:>8.0%}{statistics.median(warm) if warm else 0:>8.2f}")
    print(f"{'all':<46}{total:>8.1f}")
    last = sum(cost for name, cost in cold.items() if name in LAST_PART)
    print(f"{'validate and publish, with all they load':<46}{last:>8.1f}    (target {TARGET_OF_LAST_PART})")


def measured(place: Path, transcription: Path) -> tuple[dict[str, list[float]], list[dict[str, list[float]]]]:
    """The costs of each command, and the times of each stage, round after round."""
    rubricator = [sys.executable, "-m", "rubricator"]
    fresh = [*rubricator, "build", "--quiet", "--fresh"]
    again = [*rubricator, "build", "--quiet", "-C", str(_edition(place, fresh))]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "rubricator --help": [*rubricator, "--help"],
        "rubricator build --fresh DIR": [*fresh, str(place / "again")],
        "rubricator build --fresh DIR, without bytecode": [*fresh, str(place / "again")],
        "rubricator build, no change": again,
    }
    stage = [sys.executable, "-m", "tests.bench.stages", str(transcription)]
    environments = {name: _environment(place, "without bytecode" not in name) for name in commands}
    costs: dict[str, list[float]] = {name: [] for name in commands}
    stages: list[dict[str, list[float]]] = []
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            cost, _ = _run(command, environments[name])
            if number:
                costs[name].append(cost)
        _, said = _run(stage, _environment(place, True))
        if number:
            stages.append(json.loads(said))
    return costs, stages


def _edition(place: Path, fresh: list[str]) -> Path:
    """Our edition in a place of its own, with settings that it can be built with there."""
    edition = place / "edition"
    _run([*fresh, str(edition)], _environment(place, True))
    (edition / "rubricator.toml").write_text('title = "A copy"\n', "utf-8")
    return edition


def _environment(place: Path, bytecode: bool) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if bytecode:
        return environment | {"PYTHONPYCACHEPREFIX": str(place / "bytecode")}
    # Libraries have theirs from their installation; only our own is missing in a fresh checkout.
    libraries = place / "libraries"
    if not libraries.exists():
        shutil.copytree(place / "bytecode", libraries)
        shutil.rmtree(libraries / CHECKOUT.relative_to(CHECKOUT.anchor) / "src", ignore_errors=True)
    return environment | {"PYTHONPYCACHEPREFIX": str(libraries), "PYTHONDONTWRITEBYTECODE": "1"}


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, str]:
    """The processor time of *command* in milliseconds, and what it printed."""
    before = _spent()
    made = subprocess.run(
        command, check=True, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    return (_spent() - before) * 1000, made.stdout.decode()


def _spent() -> float:
    """What the processes started so far have cost, in seconds."""
    try:
        import resource
    except ImportError:  # Windows, whose clock is coarser
        return os.times().children_user + os.times().children_system
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    given = sys.argv[1:] or [str(CHECKOUT / "tei" / "transcriptions" / "trotsky-1933-foreign-policy.txt")]
    main(Path(given[0]).resolve())
