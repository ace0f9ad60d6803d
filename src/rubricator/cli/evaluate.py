"""`rubricator evaluate`: suggestions held against what people encoded."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli.common import Directory, Quiet, open_edition
from rubricator.cli.console import progress, remark


class Form(StrEnum):
    """How the evaluation is shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def command(
    files: Annotated[list[Path], typer.Argument(metavar="GOLD", help="TEI files that people encoded.")],
    authority: Annotated[
        list[Path] | None,
        typer.Option("--authority", help="Authority lists to use instead of the edition's; may be repeated."),
    ] = None,
    no_authority: Annotated[bool, typer.Option("--no-authority", help="Use no authority lists.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Count suggestions of low certainty too.")] = False,
    learn: Annotated[
        int,
        typer.Option("--learn", min=0, help="Learn from so many of the documents, measure on the others."),
    ] = 0,
    folds: Annotated[
        int, typer.Option("--folds", min=0, help="Measure each document after learning from the other folds.")
    ] = 0,
    form: Annotated[Form, typer.Option("--format", "-f", help="How it is shown.")] = Form.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this file.")] = None,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Measure the annotators against markup that people made.

    \b
    Examples:  rubricator evaluate letters/*.xml --authority index.xml --format html --output misses.html
               rubricator evaluate diary.xml --learn 20
    A single document is learnt from and measured by its divisions.
    """
    from dataclasses import replace

    from rubricator.annotation import Certainty
    from rubricator.authority import Authority
    from rubricator.document import Document
    from rubricator.edition.annotating import annotators, untaught
    from rubricator.evaluation import evaluate, read_gold, render
    from rubricator.evaluation.measure import together
    from rubricator.evaluation.teaching import trials
    from rubricator.files import write_bytes
    from rubricator.source import Source

    edition = open_edition(directory)
    knowledge = edition.knowledge
    if no_authority or authority:
        knowledge = replace(knowledge, authority=Authority.read(authority or []))
    golds = []
    with progress(len(files), quiet=quiet) as bar:
        for path in files:
            bar.at(path.name, "reading")
            golds.append(read_gold(Document.of(Source.read(path)), path.name))
            bar.done()
    sure = frozenset(Certainty) if every else frozenset((Certainty.HIGH, Certainty.MEDIUM))
    if learn or folds:
        results = []
        for trial in trials(golds, learn, folds):
            lesson = trial.lesson(untaught(knowledge), knowledge)
            taught = replace(knowledge, memory=lesson.memory, model=lesson.model)
            results.append(evaluate(trial.measured, annotators(taught), sure))
        result = together(results)
    else:
        result = evaluate(golds, annotators(knowledge), sure)
    text = {Form.TEXT: render.table, Form.JSON: render.as_json, Form.HTML: render.page}[form](result)
    if output:
        write_bytes(output, text.encode("utf-8"))
        remark(str(output), quiet=quiet)
    else:
        sys.stdout.write(text)
