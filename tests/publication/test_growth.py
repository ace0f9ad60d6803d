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
        "<w>word</w><pc>,</pc> ",
        "<hi>word</hi> ",
        '<seg xml:id="s%d">word</seg> ',
        '<foreign xml:lang="ar-Latn">kalima</foreign> ',
        "<supplied>word</supplied> ",
        "word<note>note</note> ",
        '<lb n="%d"/>word ',
        '<handShift new="#h"/>word ',
        '<seg xml:id="s%d">word</seg><note target="#s%d">note</note> ',
    ],
)
def test_four_times_as_many_siblings_take_about_four_times_as_long(piece: str) -> None:
    _grows("html", '<p xml:lang="ar">', piece, "</p>")


@pytest.mark.parametrize(
    "piece",
    [
        '<note place="foot"><p>note</p></note>',
        '<note xml:id="n%d">note</note>',
        '<p>word</p><note place="foot"><p>note</p></note>',
    ],
)
def test_so_do_notes_that_stand_alone(piece: str) -> None:
    _grows("html", '<div><p>word<ref target="#n3">3</ref></p></div><div>', piece, "</div>")


@pytest.mark.parametrize(
    "piece",
    [
        '<add place="above">a</add><del>b</del>',
        '<anchor xml:id="s%d"/>word <span from="#s%d">c</span>',
        '<delSpan spanTo="#s%d"/>word<anchor xml:id="s%d"/> ',
    ],
)
def test_so_does_what_only_one_reading_shows(piece: str) -> None:
    _grows("text", "<p>", piece, "</p>")


def test_so_does_what_happens_while_somebody_speaks() -> None:
    _grows("html", '<u who="#a">', "<incident><desc>laughter</desc></incident>", "</u>")


def _grows(format_: str, start: str, piece: str, end: str) -> None:
    """Four times as many of *piece*, between *start* and *end*, take about four times as long to publish."""
    assert _seconds(format_, start, piece, end, _MANY) < _LIMIT * _seconds(format_, start, piece, end, _FEW)


def _seconds(format_: str, start: str, piece: str, end: str, times: int) -> float:
    pieces = "".join(piece.replace("%d", str(number)) for number in range(times))
    document = tei(f"{start}{pieces}{end}")
    return min(_once(format_, document) for _ in range(3))


def _once(format_: str, document: bytes) -> float:
    gc.collect()
    start = time.process_time()
    publish(format_, document)
    return time.process_time() - start
