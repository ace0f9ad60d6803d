"""The time that a text takes grows as the text does, however many siblings an element has."""

from __future__ import annotations

import gc
import time

import pytest
from tests.publication.helpers import publish, tei

# A pattern that Saxon answers from all siblings takes ten times as long for four times as many of them.
_FEW, _MANY, _LIMIT = 1000, 4000, 6


@pytest.mark.parametrize(
    "piece",
    [
        "<w>word</w> ",
        "<hi>word</hi> ",
        '<seg xml:id="s%d">word</seg> ',
        '<foreign xml:lang="ar-Latn">kalima</foreign> ',
        "<supplied>word</supplied> ",
        "word<note>note</note> ",
        '<lb n="%d"/>word ',
    ],
)
def test_four_times_as_many_siblings_take_about_four_times_as_long(piece: str) -> None:
    assert _seconds(piece, _MANY) < _LIMIT * _seconds(piece, _FEW)


def _seconds(piece: str, times: int) -> float:
    pieces = "".join(piece % number if "%d" in piece else piece for number in range(times))
    document = tei(f'<p xml:lang="ar">{pieces}</p>')
    return min(_once(document) for _ in range(3))


def _once(document: bytes) -> float:
    gc.collect()
    start = time.process_time()
    publish("html", document)
    return time.process_time() - start
