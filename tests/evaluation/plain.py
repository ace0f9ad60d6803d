"""A plain sequence model to compare with: a word, its ends and shape, and its neighbours, nothing else.

Run as `python -m tests.evaluation.plain GOLD… --learn 20 [--folds 4]`; the documents are dealt as
`rubricator evaluate` deals them, and what is learnt is measured on the same.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from rubricator.annotation import Kind, Span
from rubricator.document import Document
from rubricator.evaluation import read_gold
from rubricator.evaluation.measure import Score
from rubricator.evaluation.teaching import Trial, trials
from rubricator.source import Source

KINDS = (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME)
_WORD = re.compile(r"[^\W\d_]+|\d+|[’']s\b|\S")
_LONGEST = 120
_PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.possible_transitions": True}

Word = tuple[Span, str]


def main() -> None:
    """Print the figures for the files given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--learn", type=int, default=0)
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    golds = [read_gold(Document.of(Source.read(path)), path.name) for path in given.gold]
    total = {kind: Score() for kind in KINDS}
    for trial in trials(golds, given.learn, given.folds):
        for kind, score in measured(trial).items():
            total[kind].add(score)
    for kind, score in total.items():
        print(f"{kind:10} P {score.precision():.3f}  R {score.recall():.3f}  F1 {score.f1():.3f}")


def measured(trial: Trial) -> dict[Kind, Score]:
    """How well the plain model does in one trial."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for taught in trial.learnt:
        marks = {mark.span.start: mark for mark in taught.marks}
        for words in _sequences(taught.document.text, taught.parts):
            labels = []
            inside = None
            for span, _ in words:
                mark = marks.get(span.start)
                inside = mark or (inside if inside and span.end <= inside.span.end else None)
                labels.append("O" if inside is None else f"{'B' if mark else 'I'}-{inside.kind}")
            trainer.append(_traits(words), labels)
    scores = {kind: Score() for kind in KINDS}
    with tempfile.TemporaryDirectory() as place:
        path = str(Path(place) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        for gold in trial.measured:
            wanted = {(m.kind, m.span) for m in gold.marks if m.kind in KINDS and gold.measures(m.span)}
            made = {
                name
                for words in _sequences(gold.bare.text, gold.parts)
                for name in _names(words, tagger.tag(_traits(words)))
            }
            for kind, score in scores.items():
                score.gold += sum(k is kind for k, _ in wanted)
                score.suggested += sum(k is kind for k, _ in made)
                score.exact += sum(k is kind for k, _ in wanted & made)
    return scores


def _sequences(text: str, parts: Sequence[Span]) -> Iterator[list[Word]]:
    for part in parts or (Span(0, len(text)),):
        words = [(Span(m.start(), m.end()), m.group()) for m in _WORD.finditer(text, part.start, part.end)]
        for start in range(0, len(words), _LONGEST):
            yield words[start : start + _LONGEST]


def _traits(words: Sequence[Word]) -> list[list[str]]:
    rows = []
    for index, (_, word) in enumerate(words):
        small = word.lower()
        row = [f"is={small}", f"word={word}", f"shape={_shape(word)}"]
        row += [f"start={small[:3]}", f"end={small[-3:]}", f"start={small[:2]}", f"end={small[-2:]}"]
        for offset in (-2, -1, 1, 2):
            if 0 <= index + offset < len(words):
                near = words[index + offset][1]
                row += [f"{offset}:is={near.lower()}", f"{offset}:shape={_shape(near)}"]
        rows.append(row)
    return rows


def _shape(word: str) -> str:
    kinds = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word)
    return re.sub(r"(.)\1+", r"\1", kinds)


def _names(words: Sequence[Word], labels: Sequence[str]) -> Iterator[tuple[Kind, Span]]:
    start, kind = -1, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield Kind(kind), Span(words[start][0].start, words[index - 1][0].end)
            kind = ""
        if label.startswith("B-"):
            start, kind = index, label[2:]


if __name__ == "__main__":
    main()
