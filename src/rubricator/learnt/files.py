"""What was learnt, as text: a JSON value a line, in a fixed order, to be read, compared and reviewed.

Nothing in these files is ever executed, and no library but the standard one's JSON reads them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from rubricator.annotation import Kind
from rubricator.errors import InputRefused
from rubricator.learnt.memory import Memory, Rejection, Said, Use
from rubricator.learnt.model import Limits, Model
from rubricator.learnt.usage import Usage, Used
from rubricator.source import Source

FORMAT = 1
DIGITS = 3
"""Decimals that weights are kept to; what they lose is less than what another document would change."""

_T = TypeVar("_T")


def write_memory(memory: Memory) -> bytes:
    """The memory as JSON lines in UTF-8."""
    lines: list[Any] = [{"rubricator": "memory", "format": FORMAT}]
    for words, said in sorted(memory.said.items()):
        uses = [
            [str(use.kind), use.ref, use.count, *([dict(use.company)] if use.company else [])]
            for use in said.uses
        ]
        line: dict[str, Any] = {"words": words, "uses": uses}
        if said.plain:
            line["plain"] = said.plain
        lines.append(line)
    lines += [
        {"rejected": one.words, "as": one.family, "before": one.before, "after": one.after}
        for one in sorted(memory.rejections)
    ]
    return _lines(lines)


def read_memory(source: Source) -> Memory:
    """The memory in *source*; InputRefused where it is broken."""
    return _read(source, "memory", _memory)


def write_model(model: Model) -> bytes:
    """The model as JSON lines in UTF-8."""
    transitions = [
        [a, b, _short(value)] for (a, b), value in sorted(model.transitions.items()) if _short(value)
    ]
    first = {
        "rubricator": "model",
        "format": FORMAT,
        "labels": list(model.labels),
        "likely": model.limits.likely,
        "claimed": dict(sorted(model.limits.claimed.items())),
        "sure": dict(sorted(model.limits.sure.items())),
        "lowered": model.lowered,
        "transitions": transitions,
        "texts": sorted(model.archive.texts),
    }
    lines: list[Any] = [first]
    for trait, weights in sorted(model.weights.items()):
        kept = [[label, _short(weight)] for label, weight in sorted(weights) if _short(weight)]
        if kept:
            lines.append([trait, kept])
    for key, used in sorted(model.archive.words.items()):
        counts = [used.inside, used.opening, used.small, used.texts]
        lines.append({"word": key, "used": [*counts, dict(used.beside), dict(used.called)]})
    return _lines(lines)


def read_model(source: Source) -> Model:
    """The model in *source*; InputRefused where it is broken."""
    return _read(source, "model", _model)


def _lines(values: list[Any]) -> bytes:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode("utf-8")


def _short(value: float) -> float:
    return round(value, DIGITS) + 0.0


def _read(source: Source, what: str, made: Callable[[list[Any]], _T]) -> _T:
    try:
        lines = [json.loads(line) for line in source.markup.split("\n") if line.strip()]
        if lines[0]["rubricator"] != what or lines[0]["format"] != FORMAT:
            raise ValueError("another format")
        return made(lines)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise InputRefused(
            f"This is no {what} that Rubricator has learnt, or it is broken.",
            where=source.name,
            remedy="Learn it again with: rubricator learn",
        ) from error


def _memory(lines: list[Any]) -> Memory:
    said: dict[str, Said] = {}
    rejections: list[Rejection] = []
    for line in lines[1:]:
        if "rejected" in line:
            parts = (line["as"], line["rejected"], line["before"], line["after"])
            rejections.append(Rejection(*(str(part) for part in parts)))
            continue
        uses = tuple(_use(*use) for use in line["uses"])
        said[str(line["words"])] = Said(uses, int(line.get("plain", 0)))
    return Memory(said, tuple(rejections))


def _use(kind: str, ref: str, count: int, company: dict[str, int] | None = None) -> Use:
    near = tuple((str(other), int(times)) for other, times in (company or {}).items())
    if int(count) < 1:
        raise ValueError("a use that never was")
    return Use(Kind(kind), str(ref), int(count), near)


def _model(lines: list[Any]) -> Model:
    first = lines[0]
    labels = tuple(str(label) for label in first["labels"])
    transitions = {(str(a), str(b)): float(value) for a, b, value in first["transitions"]}
    weights = {
        str(trait): tuple((int(label), float(weight)) for label, weight in kept)
        for trait, kept in (line for line in lines[1:] if isinstance(line, list))
    }
    words = {str(line["word"]): _used(*line["used"]) for line in lines[1:] if isinstance(line, dict)}
    limits = Limits(float(first["likely"]), _shares(first["claimed"]), _shares(first["sure"]))
    archive = Usage(words, frozenset(str(text) for text in first["texts"]))
    if any(not 0 <= label < len(labels) for kept in weights.values() for label, _ in kept):
        raise ValueError("a weight for no label")
    return Model(labels, transitions, weights, limits, bool(first["lowered"]), archive)


def _shares(given: dict[str, float]) -> dict[str, float]:
    return {str(kind): float(share) for kind, share in given.items()}


def _used(
    inside: int, opening: int, small: int, texts: int, beside: dict[str, int], called: dict[str, int]
) -> Used:
    counts = (tuple((str(name), int(count)) for name, count in some.items()) for some in (beside, called))
    return Used(int(inside), int(opening), int(small), int(texts), *counts)
