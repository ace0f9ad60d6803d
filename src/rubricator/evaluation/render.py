"""An evaluation as a table, as JSON, and as a page with every miss and false alarm in its context."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from rubricator.evaluation.measure import Difference, Evaluation, Score

_STYLE = """
:root { color-scheme: light dark; --ink: #221f1b; --paper: #fdfcf8; --line: #d9d3c7; --soft: #5d5850;
  --mark: #9b1c10 }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7dc; --paper: #191714; --line: #423c33;
  --soft: #b1a99b; --mark: #ff9c8f } }
body { max-width: 64rem; margin: 0 auto; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, serif }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-size: .95rem }
th, td { padding: .25rem .7rem; text-align: right; border-bottom: 1px solid var(--line) }
th:first-child, td:first-child { text-align: left }
li { padding: .3rem 0 }
b { color: var(--mark) }
small { color: var(--soft) }
"""


def table(evaluation: Evaluation) -> str:
    """The figures by kind, in columns of plain text."""
    head = ("kind gold found P R F1 P~ R~ F1~ high P:high value link alarms").split()
    rows = [tuple(head)]
    for kind, score in evaluation.scores.items():
        if score.gold or score.suggested:
            rows.append((str(kind), *_figures(score), f"{evaluation.false_alarms(kind):.2f}"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = []
    for first, *rest in rows:
        cells = [first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(rest, widths[1:], strict=True))]
        lines.append("  ".join(cells))
    lines += [
        "",
        f"{evaluation.documents} document{'s' * (evaluation.documents != 1)}, {evaluation.words:,} words, "
        f"{evaluation.words_per_second:,.0f} words a second. "
        "P, R, F1: exact span; ~: overlapping. High: of that certainty. "
        "Value: correction or date right. Alarms: in 1,000 words.",
    ]
    return "\n".join(lines) + "\n"


def as_json(evaluation: Evaluation) -> str:
    """The figures and the differences as JSON."""
    return json.dumps(_object(evaluation), ensure_ascii=False, indent=1) + "\n"


def page(evaluation: Evaluation) -> str:
    """A page with the figures, and every miss and false alarm in context."""
    missed = [d for d in evaluation.differences if d.missed]
    alarms = [d for d in evaluation.differences if not d.missed]
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Rubricator: evaluation</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>Evaluation</h1>\n<div class="scroll" tabindex="0" role="region" aria-label="Figures">'
        f"<pre>{escape(table(evaluation))}</pre></div>\n"
        f"<h2>Missed ({len(missed)})</h2>\n<ol>\n{''.join(map(_item, missed))}</ol>\n"
        f"<h2>False alarms ({len(alarms)})</h2>\n<ol>\n{''.join(map(_item, alarms))}</ol>\n"
        "</main>\n</body>\n</html>\n"
    )


def _figures(score: Score) -> tuple[str, ...]:
    values = score.corrections + score.dated
    right = score.right_corrections + score.right_dates
    exact = (score.precision(), score.recall(), score.f1())
    loose = (score.precision(overlap=True), score.recall(overlap=True), score.f1(overlap=True))
    return (
        str(score.gold),
        str(score.suggested),
        *(f"{figure:.3f}" for figure in (*exact, *loose)),
        str(score.sure),
        f"{score.sure_right / score.sure:.3f}" if score.sure else "-",
        f"{right / values:.3f}" if values else "-",
        f"{score.right_links / score.linked:.3f}" if score.linked else "-",
    )


def _object(evaluation: Evaluation) -> dict[str, Any]:
    kinds = {}
    for kind, score in evaluation.scores.items():
        kinds[str(kind)] = {
            "gold": score.gold,
            "suggested": score.suggested,
            "exact": _rates(score, overlap=False),
            "overlapping": _rates(score, overlap=True),
            "corrections": [score.right_corrections, score.corrections],
            "dates": [score.right_dates, score.dated],
            "links": [score.right_links, score.linked],
            "certHigh": [score.sure_right, score.sure],
            "falseAlarmsPer1000Words": round(evaluation.false_alarms(kind), 3),
        }
    return {
        "documents": evaluation.documents,
        "words": evaluation.words,
        "wordsPerSecond": round(evaluation.words_per_second),
        "kinds": kinds,
        "differences": [
            {
                "document": d.document,
                "kind": str(d.kind),
                "what": "missed" if d.missed else "false alarm",
                "before": d.before,
                "words": d.words,
                "after": d.after,
                "said": d.said,
            }
            for d in evaluation.differences
        ],
    }


def _rates(score: Score, *, overlap: bool) -> dict[str, float]:
    return {
        "precision": round(score.precision(overlap=overlap), 4),
        "recall": round(score.recall(overlap=overlap), 4),
        "f1": round(score.f1(overlap=overlap), 4),
    }


def _item(difference: Difference) -> str:
    before, words, after = (
        escape(" ".join(part.split())) for part in (difference.before, difference.words, difference.after)
    )
    return (
        f"<li>…{before} <b>{words}</b> {after}… <small>{difference.kind}, {escape(difference.document)}"
        f"{'. ' + escape(difference.said) if difference.said else ''}</small></li>\n"
    )
