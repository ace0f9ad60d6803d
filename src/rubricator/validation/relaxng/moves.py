"""Elements that were moved: what is missing in one place and too much in another is one fault, not two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.telling import Findings


@dataclass(frozen=True, slots=True)
class _Lack:
    finding: int
    names: frozenset[str]
    tag: str
    offset: int
    near: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Stray:
    finding: int
    name: str
    near: frozenset[int]


class Moves:
    """What one document lacks, and what stands in it where it may not."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._lacks: list[_Lack] = []
        self._strays: list[_Stray] = []

    def lacks(self, finding: int, completion: Sequence[Sequence[str]], frames: Sequence[Frame]) -> None:
        """Note that the last of *frames* lacks one of the names of *completion*, as *finding* says."""
        if len(completion) == 1:
            frame = frames[-1]
            names = frozenset(completion[0])
            self._lacks.append(_Lack(finding, names, frame.tag, frame.offset, _near(frames[-2:])))

    def strays(self, finding: int, name: str, frames: Sequence[Frame]) -> None:
        """Note that *name* has no place in the last of *frames*, as *finding* says."""
        self._strays.append(_Stray(finding, name, _near(frames[-3:])))

    def join(self) -> None:
        """Say of each element that is missing in one place and stands in another that it is to be moved."""
        for lack in self._lacks:
            stray = next((stray for stray in self._strays if self._fits(lack, stray)), None)
            if stray is None or self.findings.made[lack.finding] is None:
                continue
            self._strays.remove(stray)
            self.findings.take_back(lack.finding)
            line = self.findings.positions.line(lack.offset)
            self.findings.advise(
                stray.finding, f"Move it into the {lack.tag} of line {line}, which lacks it."
            )

    def _fits(self, lack: _Lack, stray: _Stray) -> bool:
        return stray.name in lack.names and bool(lack.near & stray.near)


def _near(frames: Sequence[Frame]) -> frozenset[int]:
    return frozenset(frame.offset for frame in frames if frame.name)
