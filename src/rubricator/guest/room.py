"""The room of a guest: a process of its own, with an empty environment and limits on time and memory."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from rubricator.errors import GuestFault, RubricatorError, SettingsError
from rubricator.faults import in_words
from rubricator.guest.worker import Order, Task
from rubricator.stylesheet import Outcome, Parameter, Tree

_START = "import sys; sys.path[:] = sys.argv[1:]; from rubricator.guest.worker import main; main()"
_TO_START = 60
"""Seconds that a worker may take to begin, besides those for its rules; machines are busy."""


class Room:
    """Our rules with a user's over them, compiled at once, in a worker that lives as long as this."""

    def __init__(self, entry: Path, modules: tuple[Path, ...], seconds: int, megabytes: int) -> None:
        self.layer = modules[0]
        self.seconds, self.megabytes = seconds, megabytes
        self._order = Order(entry, modules, seconds, megabytes, tempfile.gettempdir())
        self._worker: _Worker | None = self._started()

    def report(
        self, tree: Tree, parameters: Mapping[str, Parameter] | None = None, *, mode: str = ""
    ) -> Outcome:
        """What they make of *tree*, beginning in *mode*, and what they say of it."""
        worker = self._worker = self._worker or self._started()
        worker.ask(Task(tree, parameters or {}, mode))
        answer = worker.answer(self.seconds)
        if isinstance(answer, _Silence):
            worker.stop()
            self._worker = None
            raise answer.fault(self, tree.name)
        if isinstance(answer, RubricatorError):
            raise answer
        assert isinstance(answer, Outcome)
        _check(answer, self.layer, tree.name)
        return answer

    def _started(self) -> _Worker:
        worker = _Worker(self._order)
        answer = worker.answer(_TO_START + self.seconds)
        if answer is None:
            return worker
        worker.stop()
        if isinstance(answer, RubricatorError):
            raise answer
        raise SettingsError(
            f"The stylesheet could not be compiled within {self._limits()}.",
            where=str(self.layer),
            remedy="Raise publish.xslt_seconds or publish.xslt_megabytes.",
        )

    def _limits(self) -> str:
        return f"{self.seconds} s and {self.megabytes} MB"


class _Silence:
    """No answer came."""

    def __init__(self, *, late: bool) -> None:
        self.late = late

    def fault(self, room: Room, document: str) -> GuestFault:
        """What that says of the guest."""
        if self.late:
            what = f"The stylesheet had not done with {document} after {room.seconds} s."
            remedy = "Look for rules that never end, or raise publish.xslt_seconds."
        else:
            what = (
                f"The stylesheet came to grief on {document}: most likely it needed over {room.megabytes} MB."
            )
            remedy = "Look for rules that call themselves without end, or raise publish.xslt_megabytes."
        return GuestFault(what, where=str(room.layer), remedy=remedy)


class _Worker:
    """The process, what it is asked, and what it answers."""

    def __init__(self, order: Order) -> None:
        # Windows starts no program without its SystemRoot; the worker then forgets it.
        environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        paths = [path or os.getcwd() for path in sys.path]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START, *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self.stop = weakref.finalize(self, _stop, self._process)
        self.ask(order)

    def ask(self, what: object) -> None:
        """Hand it over; that nobody takes it shows when no answer comes."""
        assert self._process.stdin
        with contextlib.suppress(OSError):
            pickle.dump(what, self._process.stdin)
            self._process.stdin.flush()

    def answer(self, seconds: float) -> Any:
        """What it answers within *seconds*, or silence."""
        heard: list[Any] = []
        listener = threading.Thread(target=self._listen, args=(heard,), daemon=True)
        listener.start()
        try:
            listener.join(seconds)
        except BaseException:
            self.stop()
            raise
        return heard[0] if heard else _Silence(late=listener.is_alive())

    def _listen(self, heard: list[Any]) -> None:
        assert self._process.stdout
        with contextlib.suppress(OSError, EOFError, ValueError, pickle.UnpicklingError):
            heard.append(pickle.load(self._process.stdout))


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(OSError):
                stream.close()


def _check(outcome: Outcome, layer: Path, document: str) -> None:
    """GuestFault unless what the guest made can be read again."""
    try:
        etree.fromstring(outcome.text.encode())
    except etree.XMLSyntaxError as error:
        raise GuestFault(
            f"What the stylesheet makes of {document} is not well-formed: {in_words(error.msg)}.",
            where=str(layer),
            remedy="Let it write elements, with the output method that Rubricator sets.",
        ) from error
