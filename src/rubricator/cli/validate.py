"""`rubricator validate`: what is wrong in TEI files, where, and what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Format, Quiet, Shape, open_edition
from rubricator.cli.console import paint, progress, remark, say

if TYPE_CHECKING:
    from rubricator.edition.layout import Edition
    from rubricator.findings import Finding, Report
    from rubricator.validation import Schema


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="TEI files, or directories of them; - is standard input; none: the edition's."),
    ] = None,
    schema: Annotated[
        list[Path] | None,
        typer.Option("--schema", help="A RELAX NG grammar instead of Rubricator's.", show_default=False),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
    quiet: Quiet = False,
) -> None:
    """Check TEI files: grammar, rules, pointers, dates. One line a finding, and what to do.

    \b
    Examples:  rubricator validate
               rubricator validate letter.xml --format json
               rubricator validate letters/ --schema tei_all.rng
    """
    from rubricator.findings import Report
    from rubricator.validation import Schema
    from rubricator.validation.report import rendered, summary

    edition = open_edition(directory)
    wanted = list(_expanded(files)) if files else [*edition.documents, *edition.authority_files]
    held_to = Schema.read(schema[0]) if schema else Schema.ours()
    findings: list[Finding] = []
    with progress(len(wanted), quiet=quiet) as bar:
        for path in wanted:
            bar.at(path.name, "validating")
            findings += _judged(path, held_to, edition)
            bar.done()
    report = Report.of(findings)
    if shape is Shape.JSON:
        sys.stdout.write(rendered(report, "json"))
    else:
        for finding in report:
            say(f"{paint(str(finding.severity), str(finding.severity))}  {finding}")
        remark(summary(report, len(wanted)), quiet=quiet)
    if report.exit_code(strict=strict):
        raise typer.Exit(1)


def _expanded(files: list[Path]) -> Iterator[Path]:
    for path in files:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.xml") if not p.name.startswith("."))
        else:
            yield path


def _judged(path: Path, schema: Schema, edition: Edition) -> Report:
    from rubricator.source import Source
    from rubricator.validation import edition_files, nowhere, validate

    if str(path) == "-":
        return validate(Source(sys.stdin.buffer.read(), "standard input"), schema, nowhere)
    inside = path.resolve().is_relative_to(edition.root.resolve())
    root = edition.root if inside else path.resolve().parent
    return validate(Source.read(path), schema, edition_files(root)(path))
