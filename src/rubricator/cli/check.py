"""`rubricator check`: what is wrong with a book, whoever made it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from rubricator.cli.common import Quiet, ReportFile, ReportForm, Strict, matching
from rubricator.cli.console import complain, remark


def command(
    files: Annotated[
        list[str], typer.Argument(metavar="BOOK.epub", help="Books, EPUB 2 or 3, or patterns of their names.")
    ],
    strict: Strict = False,
    form: ReportForm = "",
    output: ReportFile = None,
    quiet: Quiet = False,
) -> None:
    """Check books, without Java and a browser.

    It looks for what EPUBCheck and Ace do not look for, or need those for.

    \b
    Examples:  rubricator check output/letter.epub
               rubricator check books/*.epub --format html --output report.html
               rubricator explain epub.mimetype
    """
    from rubricator.edition.rulebook import rulebook
    from rubricator.errors import InputRefused, SettingsError
    from rubricator.files import read_bytes, write_bytes
    from rubricator.findings import Finding, Report
    from rubricator.publication.epub.checking import Book, check
    from rubricator.source import Source
    from rubricator.validation.reports import Form, rendered, summary

    try:
        chosen = Form(form or (Form.TEXT if sys.stdout.isatty() else Form.LINES))
    except ValueError:
        raise SettingsError(
            f"There is no form of report {form!r}.", remedy=f"There are: {', '.join(Form)}."
        ) from None
    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    read: list[str] = []
    code = 0
    for path in [path for file in files for path in matching(file)]:
        try:
            book = Book.open(read_bytes(path), str(path))
        except InputRefused as error:
            complain(str(error))
            code = error.exit_code
            continue
        read.append(str(path))
        found = list(check(book))
        findings += found
        told = {finding.file for finding in found}
        sources |= {name: source for name, source in book.sources().items() if name in told}
    report = Report.of(findings)
    # Of books that could not be read a report would say that nothing is wrong with them.
    if read:
        rules = rulebook() if chosen in (Form.SARIF, Form.HTML) else {}
        text = rendered(report, chosen, files=read, sources=sources, rules=rules)
        if output:
            write_bytes(output, text.encode("utf-8"))
        else:
            sys.stdout.write(text)
        remark(summary(report, len(read)), quiet=quiet)
    if code or report.exit_code(strict=strict):
        raise typer.Exit(code or 1)
