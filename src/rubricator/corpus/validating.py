"""Validation of many files: each judged by itself, in as many processes as the work is worth."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rubricator.edition.judging import judged as with_included
from rubricator.edition.rules import REFUSED
from rubricator.errors import InputRefused
from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation import Choice, edition_files, held_to

PLAIN = Choice()
CHUNK_FILES, CHUNK_BYTES = 50, 1_000_000
WORTH_IT = 4_000_000
"""Bytes below which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Job:
    """Files to be judged by one process: each with the directory inside which its pointers are followed."""

    files: tuple[tuple[Path, Path], ...]
    choice: Choice


def judged(
    files: Sequence[tuple[Path, Path]], choice: Choice = PLAIN, *, processes: int = 0
) -> Iterator[tuple[Path, tuple[Finding, ...]]]:
    """The findings of each file as it is done, in no order; *files* are paths with their roots.

    A file that cannot be read, or that kills the process judging it, is a finding; the others are judged.
    InputRefused if the schema asked for cannot be read.
    """
    jobs = _jobs(files, choice)
    wanted = processes or min(os.cpu_count() or 1, len(jobs))
    if wanted == 1 or (not processes and sum(map(_size, (path for path, _ in files))) < WORTH_IT):
        for job in jobs:
            yield from _judge(job)
        return
    yield from _in_processes(jobs, wanted)


def _in_processes(jobs: list[Job], processes: int) -> Iterator[tuple[Path, tuple[Finding, ...]]]:
    import multiprocessing  # one file is judged without
    from concurrent.futures import Future, ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    waiting = list(jobs)
    while waiting:
        broken: list[Job] = []
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            futures: dict[Future[list[tuple[Path, tuple[Finding, ...]]]], Job] = {
                pool.submit(_judge, job): job for job in waiting
            }
            for future in as_completed(futures):
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    broken.append(futures[future])
        waiting = []
        for job in broken:
            if len(job.files) == 1:
                path = job.files[0][0]
                yield path, (_refused(path, "Judging this file ended the process.", "Please report it."),)
            else:
                half = len(job.files) // 2
                waiting += [Job(job.files[:half], job.choice), Job(job.files[half:], job.choice)]


def _judge(job: Job) -> list[tuple[Path, tuple[Finding, ...]]]:
    if job.choice.asked:
        held_to(Source(b""), Path(), Path(), job.choice)  # if it cannot be had, that is no fault of a file
    results = []
    for path, root in job.files:
        try:
            source = Source.read(path)
            schema = held_to(source, path.parent, root, job.choice)
            found = with_included(source, path, root, schema, _elsewhere(root)(path)).findings
        except InputRefused as error:
            found = (_refused(path, error.what, error.remedy),)
        results.append((path, found))
    return results


_elsewhere = cache(edition_files)


def _refused(path: Path, what: str, remedy: str) -> Finding:
    return REFUSED.broken(str(path), None, what, remedy)


def _jobs(files: Sequence[tuple[Path, Path]], choice: Choice) -> list[Job]:
    jobs: list[Job] = []
    chunk: list[tuple[Path, Path]] = []
    size = 0
    for path, root in files:
        chunk.append((path, root))
        size += _size(path)
        if len(chunk) >= CHUNK_FILES or size >= CHUNK_BYTES:
            jobs.append(Job(tuple(chunk), choice))
            chunk, size = [], 0
    if chunk:
        jobs.append(Job(tuple(chunk), choice))
    return jobs


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
