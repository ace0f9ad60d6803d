"""`rubricator validate`: what is wrong in TEI files, where, and what to do about it."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import (
    Directory,
    Quiet,
    ReportFile,
    ReportForm,
    Strict,
    matching,
    open_edition,
    xml_files,
)
from rubricator.cli.console import progress, remark

if TYPE_CHECKING:
    from rubricator.edition.layout import Edition
    from rubricator.findings import Finding, Report
    from rubricator.rules import Rule
    from rubricator.source import Source
    from rubricator.validation import Choice


def command(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="TEI files, directories or patterns; - is standard input; none: the edition's."),
    ] = None,
    schema: Annotated[
        list[str] | None,
        typer.Option("--schema", help="Held to this instead: RELAX NG, Schematron, ODD; may be repeated."),
    ] = None,
    strict: Strict = False,
    form: ReportForm = "",
    output: ReportFile = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Report only what this baseline does not know.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", help="Write what is found to this baseline.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", help="Processes; 0: as many as pay.", min=0)] = 0,
    at_length: Annotated[
        bool, typer.Option("--at-length", help="Name all that may stand in a place, not the likeliest alone.")
    ] = False,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Check TEI files: grammar, rules, pointers, dates. What is wrong, where, and what to do.

    \b
    Examples:  rubricator validate
               rubricator validate letter.xml --format json
               rubricator validate letters/ --schema tei_all.rng
               rubricator validate "letters/*.xml" --diff
    """
    from rubricator.errors import SettingsError
    from rubricator.findings import Report
    from rubricator.source import Source
    from rubricator.validation import exceptions
    from rubricator.validation.reports import summary

    edition = open_edition(directory)
    if fix and diff:
        raise SettingsError("--fix mends, --diff only shows.", remedy="Give one of the two.")
    wanted = _wanted(files, edition)
    if not wanted:
        raise SettingsError(
            "There is no TEI file to validate.",
            remedy="Name files, a directory with XML files in it, or - for standard input.",
        )
    typed = Source(sys.stdin.buffer.read(), "standard input") if Path("-") in wanted else None
    if fix and typed:
        raise SettingsError(
            "Standard input cannot be mended in its place.", remedy="Name a file, or see --diff."
        )
    together = all(Path(file).is_dir() for file in files or ())  # a few files alone do not make an edition
    choice = replace(edition.schemas(tuple(schema or ())), at_length=at_length)
    findings = _findings(wanted, typed, choice, edition, jobs, together=together, quiet=quiet)
    kept, unneeded = exceptions.switched_off(findings, edition.settings.validate.off)
    findings = [*kept]
    sources = _sources(findings) | ({typed.name: typed} if typed else {})
    if fix or diff:
        findings = _mend(findings, sources, edition, choice, write=fix)
    if not files:
        findings += exceptions.unneeded(unneeded, str(edition.settings_file))
    report = Report.of(findings)
    if write_baseline:
        from rubricator.files import write_bytes
        from rubricator.validation.reports import baseline as known

        write_bytes(write_baseline, known.write(report, sources).encode("utf-8"))
    if baseline:
        from rubricator.validation.reports import baseline as known

        report = known.new_in(report, Source.read(baseline), sources)
    if not diff:
        _show(report, form, wanted, sources, output, edition, tuple(schema or ()))
    remark(summary(report, len(wanted)), quiet=quiet)
    if not (choice.asked or choice.preset) and _is_of_wider_tei(report, sources):
        remark(
            "What names no schema was held to Rubricator's own, a subset of TEI's. For all of TEI: --schema "
            "tei_all.rng (docs/validating.md says how to get it).",
            quiet=quiet,
        )
    if report.exit_code(strict=strict):
        raise typer.Exit(1)


def _is_of_wider_tei(report: Report, sources: dict[str, Source]) -> bool:
    """Whether a file that names no schema has something of TEI which ours leaves out."""
    from rubricator.validation.declared import declared
    from rubricator.validation.relaxng.wider import LEFT_OUT

    files = {finding.file for finding in report if LEFT_OUT in finding.message}
    return any(not declared(sources[file]) for file in files if file in sources)


def _wanted(files: list[str] | None, edition: Edition) -> list[Path]:
    if not files:
        from rubricator.files import shown

        return [Path(shown(path)) for path in (*edition.documents, *edition.authority_files)]
    return list(dict.fromkeys(path for file in files for path in _expanded(file)))


def _expanded(file: str) -> list[Path]:
    path = Path(file)
    if path.is_dir():
        return xml_files(path)
    return [path] if file == "-" else matching(file)


def _findings(
    wanted: list[Path],
    typed: Source | None,
    choice: Choice,
    edition: Edition,
    jobs: int,
    *,
    together: bool,
    quiet: bool,
) -> list[Finding]:
    from rubricator.corpus.validating import judged
    from rubricator.source import Source
    from rubricator.validation import across, held_to, nowhere, validate

    findings: list[Finding] = []
    files = [path for path in wanted if str(path) != "-"]
    if len(files) == 1:
        Source.read(files[0])  # one file that cannot be read is a refusal, not a report
    if typed:
        findings += validate(typed, held_to(typed, Path(), edition.root, choice), nowhere)
    with progress(len(files), quiet=quiet) as bar:
        for path, found in judged([(path, _root(path, edition)) for path in files], choice, processes=jobs):
            bar.at(path.name, "validated")
            findings += found
            bar.done()
    if together:
        findings += across.check(files)
    return findings


def _root(path: Path, edition: Edition) -> Path:
    """The directory inside which the file's pointers are followed."""
    inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(edition.root))
    return edition.root if inside else Path(os.path.realpath(path)).parent


def _sources(findings: list[Finding]) -> dict[str, Source]:
    from rubricator.errors import InputRefused
    from rubricator.source import Source

    sources: dict[str, Source] = {}
    for finding in findings:
        if finding.file not in sources and Path(finding.file).is_file():
            try:
                sources[finding.file] = Source.read(Path(finding.file))
            except InputRefused:
                continue
    return sources


def _mend(
    findings: list[Finding], sources: dict[str, Source], edition: Edition, choice: Choice, *, write: bool
) -> list[Finding]:
    """Mend (or show) what can be mended, and return what is left to say of the mended files."""
    from rubricator.corpus.validating import judged
    from rubricator.files import write_bytes
    from rubricator.validation import exceptions
    from rubricator.validation.fixes import diff, mended

    changed: list[Path] = []
    for name, source in sources.items():
        after, done = mended(source, (finding for finding in findings if finding.file == name))
        if not done:
            continue
        if write:
            write_bytes(Path(name), after.data)
            sources[name] = after
            changed.append(Path(name))
            for finding in done:
                remark(f"{finding.file}: {finding.fix.description if finding.fix else ''}")
        else:
            sys.stdout.write(diff(source, after))
    if not changed:
        return findings
    names = {str(path) for path in changed}
    left = [finding for finding in findings if finding.file not in names]
    for _, found in judged([(path, _root(path, edition)) for path in changed], choice):
        left += exceptions.switched_off(found, edition.settings.validate.off)[0]
    return left


def _show(
    report: Report,
    form: str,
    wanted: list[Path],
    sources: dict[str, Source],
    output: Path | None,
    edition: Edition,
    asked: tuple[str, ...],
) -> None:
    from rubricator.errors import SettingsError
    from rubricator.files import write_bytes
    from rubricator.validation.reports import Form, rendered

    try:
        chosen = Form(form or (Form.TEXT if sys.stdout.isatty() else Form.LINES))
    except ValueError:
        raise SettingsError(
            f"There is no form of report {form!r}.", remedy=f"There are: {', '.join(Form)}."
        ) from None
    rules: dict[str, Rule] = {}
    if chosen in (Form.SARIF, Form.HTML):
        from rubricator.edition.rulebook import rulebook, rules_of_others  # from every room of the house

        rules = rulebook()
    if rules and any(finding.rule not in rules for finding in report):
        files = {Path(finding.file) for finding in report if finding.rule not in rules}
        rules |= rules_of_others(edition, asked, sorted(files))
    text = rendered(report, chosen, files=[str(path) for path in wanted], sources=sources, rules=rules)
    if output:
        write_bytes(output, text.encode("utf-8"))
    else:
        sys.stdout.write(text)
    step = os.environ.get("GITHUB_STEP_SUMMARY")
    if chosen is Form.GITHUB and step:
        from rubricator.validation.reports import github

        with Path(step).open("a", encoding="utf-8") as stream:
            stream.write(github.step_summary(report))
