"""What a model reads, held against every way to label a short sequence."""

from __future__ import annotations

import random
from itertools import pairwise, product
from math import exp

import pytest

from rubricator.learnt.model import Model

LABELS = ("O", "B-persName", "I-persName", "B-placeName", "I-placeName")
LEANING = 1.2


def made_up(chance: random.Random, length: int, spread: float) -> tuple[Model, list[list[tuple[str, ...]]]]:
    transitions = {(a, b): chance.gauss(0, spread) for a in LABELS for b in LABELS}
    weights = {
        f"t{place}": tuple((label, chance.gauss(0, spread)) for label in range(len(LABELS)))
        for place in range(length)
    }
    return Model(LABELS, transitions, weights), [[(f"t{place}",)] for place in range(length)]


def paths(model: Model, length: int, leaning: float = 0.0) -> dict[tuple[int, ...], float]:
    """The score of every way to label the sequence."""
    states = [dict(model.weights[f"t{place}"]) for place in range(length)]
    return {
        path: sum(state[label] - leaning * (label == 0) for state, label in zip(states, path, strict=True))
        + sum(model.transitions[LABELS[a], LABELS[b]] for a, b in pairwise(path))
        for path in product(range(len(LABELS)), repeat=length)
    }


def spans(path: tuple[int, ...]) -> set[tuple[int, int, str]]:
    """The names in a way to label a sequence; what continues nothing begins a name too."""
    found: set[tuple[int, int, str]] = set()
    begun, kind = 0, ""
    for place, label in enumerate([*(LABELS[number] for number in path), "O"]):
        if kind and label != f"I-{kind}":
            found.add((begun, place, kind))
            kind = ""
        if label != "O" and not kind:
            begun, kind = place, label[2:]
    return found


@pytest.mark.parametrize("spread", [0.3, 1.5, 4.0])
@pytest.mark.parametrize("length", [1, 2, 3, 5])
def test_the_names_read_are_those_of_the_likeliest_way_to_label_a_sequence(
    length: int, spread: float
) -> None:
    for seed in range(25):
        model, sequence = made_up(random.Random(seed), length, spread)
        reading = model.read(sequence)
        scores, leaning = paths(model, length), paths(model, length, LEANING)
        plain, leant = max(scores, key=scores.__getitem__), max(leaning, key=leaning.__getitem__)
        assert tuple(reading.best()) == plain
        assert tuple(reading.best(LEANING)) == leant
        found = {(name.start, name.end, name.kind) for name in reading.likely()}
        assert found <= spans(plain) | spans(leant)
        assert {(name.start, name.end, name.kind) for name in reading.names()} == spans(plain)
        for one in spans(plain) | spans(leant) if spans(leant) else ():
            assert any(one[0] < end and start < one[1] for start, end, _ in found)


@pytest.mark.parametrize("length", [1, 2, 4])
def test_a_name_is_as_probable_as_all_the_ways_together_in_which_it_stands(length: int) -> None:
    for seed in range(20):
        model, sequence = made_up(random.Random(seed), length, 1.5)
        reading = model.read(sequence)
        weights = {path: exp(score) for path, score in paths(model, length).items()}
        whole = sum(weights.values())
        for start in range(length):
            for end in range(start + 1, length + 1):
                for kind in ("persName", "placeName"):
                    begun = LABELS.index(f"B-{kind}")
                    there = sum(
                        weight
                        for path, weight in weights.items()
                        if path[start] == begun
                        and all(LABELS[path[place]] == f"I-{kind}" for place in range(start + 1, end))
                        and (end == length or LABELS[path[end]] != f"I-{kind}")
                    )
                    assert reading.probability(start, end, kind) == pytest.approx(there / whole, abs=1e-9)
