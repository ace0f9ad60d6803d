"""What runs in a guest's room: it compiles the rules once, then transforms what it is handed."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from lxml import etree

from rubricator.errors import RubricatorError
from rubricator.stylesheet import Outcome, Parameter, Stylesheet, Tree
from rubricator.stylesheet.modules import XSL


@dataclass(frozen=True)
class Order:
    """What to compile (our entry point, and the user's modules, of which the first is the layer), and how."""

    entry: Path
    modules: tuple[Path, ...]
    seconds: int
    megabytes: int
    temporary: str
    """Where Saxon's messages pass through; an empty environment does not say."""


@dataclass(frozen=True)
class Task:
    """What to transform, and in which mode."""

    tree: Tree
    parameters: Mapping[str, Parameter]
    mode: str


def main() -> None:
    """Take an order, then tasks, from standard input, and answer each on standard output."""
    with os.fdopen(os.dup(0), "rb") as asked, os.fdopen(os.dup(1), "wb") as answers:
        _deafen()
        os.environ.clear()
        with contextlib.suppress(EOFError, BrokenPipeError):
            order: Order = pickle.load(asked)
            tempfile.tempdir = order.temporary
            limit(order.megabytes)
            try:
                stylesheet = compiled(order)
            except RubricatorError as error:
                _answer(answers, error)
                return
            _answer(answers, None)
            while True:
                task: Task = pickle.load(asked)
                limit_time(order.seconds)
                try:
                    _answer(answers, stylesheet.report(task.tree, task.parameters, mode=task.mode))
                except RubricatorError as error:
                    _answer(answers, error)


def _answer(answers: IO[bytes], answer: Outcome | RubricatorError | None) -> None:
    pickle.dump(answer, answers)
    answers.flush()


def limit(megabytes: int) -> None:
    """Let this process have no more memory than that.

    The system must offer it: Linux does. On macOS and Windows a guest's memory has no limit, only its time.
    """
    if sys.platform == "linux":
        import resource

        size = megabytes << 20
        # Not RLIMIT_AS: Saxon reserves 32 GB of addresses, and uses few of them.
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: int) -> None:
    """End this process some seconds after its time is up, should nobody be left to do it."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 5, hard))


def compiled(order: Order) -> Stylesheet:
    """Our rules with the user's over them."""
    return Stylesheet.compile_text(
        shell(order.entry, order.modules[0]),
        str(order.modules[0]),
        own=False,
        modules=(order.entry, *order.modules),
    )


def shell(entry: Path, layer: Path) -> str:
    """Our entry point with *layer* between its rules and its gate.

    Rules that are imported later take precedence; those of the shell itself, the gate's, over all of them.
    """
    package = etree.fromstring(entry.read_bytes())
    rules, gate = package.iterchildren(XSL + "include")
    for reference in (rules, gate):
        reference.set("href", (entry.parent / str(reference.get("href"))).as_uri())
    rules.tag = XSL + "import"
    rules.addnext(etree.Element(XSL + "import", href=layer.as_uri()))
    return etree.tostring(package, encoding="unicode")


def _deafen() -> None:
    """Leave nothing that Saxon could print to, or read from, but the pipes that only this module knows."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    os.close(nothing)
