"""`rubricator build`: everything that is needed, and only what has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Format, Names, Quiet, Shape, chosen_of, this_edition
from rubricator.cli.console import complain, counts_in_words, paint, progress, remark, say, say_json, several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rubricator.cli.repeating import Repeating
    from rubricator.edition.built import Built

Fresh = Annotated[
    Path | None,
    typer.Option(
        "--fresh",
        help="Build into this directory from transcriptions, authorities and ledgers alone.",
        metavar="DIR",
    ),
]
_MOST_NAMED = 5

To = Annotated[list[str] | None, typer.Option("--to", help="Only this format; may be repeated.")]
EvenIfInvalid = Annotated[bool, typer.Option("--even-if-invalid", help="Publish in spite of errors.")]


def command(
    names: Names = None,
    fresh: Fresh = None,
    to: To = None,
    anew: Annotated[bool, typer.Option("--anew", help="Do everything, changed or not.")] = False,
    even_if_invalid: EvenIfInvalid = False,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings stop a document too.")] = False,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
    quiet: Quiet = False,
) -> None:
    """Encode, annotate, validate and publish what has changed.

    \b
    Examples:  rubricator build
               rubricator build --fresh /tmp/again
               rubricator build letter-12 --to epub
    """
    from rubricator.cli.repeating import Repeating
    from rubricator.edition.build import all_names, build
    from rubricator.edition.built import Options

    edition = this_edition(directory)
    options = Options(tuple(to or ()), anew, even_if_invalid, strict)
    if fresh is not None:
        from rubricator.edition.fresh import fresh as replay

        work = replay(edition, fresh, options, lambda name, step: bar.at(name, step))
        count = len(edition.transcriptions)
    else:
        known = all_names(edition)
        wanted = chosen_of(edition, names, known)
        work = build(edition, wanted, options, lambda name, step: bar.at(name, step))
        count = len(wanted)
    results: list[Built] = []
    repeating = Repeating()
    with progress(count, quiet=quiet) as bar:
        for built in work:
            results.append(built)
            if shape is Shape.TEXT:
                _tell(built, repeating, quiet=quiet)
            bar.done()
    if shape is Shape.JSON:
        say_json([_row(built) for built in results])
    else:
        for line in repeating.rest():
            remark(line, quiet=quiet)
        _close(results, fresh or edition.output, quiet=quiet)
        _name_others(edition.passed_over, quiet=quiet)
        if edition.settings.annotate.annotators and not fresh:
            new = [built.name for built in results if not (built.up_to_date or built.input_refused)]
            _name_unannotated([name for name in new if not edition.is_annotated(name)], quiet=quiet)
        if not fresh and any(built.encoded for built in results):
            remark("What was suggested, and why:  rubricator review --list", quiet=quiet)
    for built in results:
        if built.bug:
            complain(built.bug)
    if any(built.bug for built in results):
        raise typer.Exit(70)
    if any(built.not_written for built in results):
        raise typer.Exit(4)
    if any(built.input_refused for built in results):
        raise typer.Exit(3)
    if any(built.stopped or built.report.exit_code(strict=strict) for built in results):
        raise typer.Exit(1)


def _tell(built: Built, repeating: Repeating, *, quiet: bool) -> None:
    from dataclasses import replace

    from rubricator.files import shown

    for finding in repeating.told(built.report):
        if quiet and finding.severity != "error":
            continue
        here = replace(finding, file=shown(Path(finding.file)))
        say(f"{paint(str(finding.severity), str(finding.severity))}  {here}")
    if quiet:
        return
    for refusal in built.refused:
        remark(f"{built.name}: a {refusal.annotation.kind} is not inscribed: it {refusal.reason}.")
    if built.counts:
        say(f"{built.name}: {'encoded; ' if built.encoded else ''}{counts_in_words(built.counts)}")
    for path in built.written:
        say(f"  wrote {shown(path)}")


def _close(results: list[Built], where: Path, *, quiet: bool) -> None:
    from rubricator.files import shown
    from rubricator.publication.rules import are_same_words

    if quiet:
        return
    published = [built for built in results if not built.stopped]
    stopped = len(results) - len(published)
    words = sum(built.words for built in published)
    same = all(are_same_words(built.report) for built in published)
    written = sum(len(built.written) for built in published)
    files = sum(len(built.files) for built in published)
    parts = [
        several(len(results), "document"),
        f"{several(files, 'file')} in {shown(where)}, {written} of them written now",
        f"{words:,} words, the same in every format" if same else f"{words:,} words",
    ]
    if stopped:
        parts.insert(1, paint(f"{stopped} not published because of errors", "error"))
    say("; ".join(parts) + ".")


def _name_unannotated(names: Sequence[str], *, quiet: bool) -> None:
    """Say what was built as it is, because nobody asked for suggestions in markup from elsewhere."""
    if names:
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        remark(
            f"Not annotated, for there is no transcription: {', '.join(names[:_MOST_NAMED])}{more}. "
            f"If you want suggestions there:  rubricator annotate {names[0] if len(names) == 1 else 'NAME'}",
            quiet=quiet,
        )


def _name_others(others: Sequence[Path], *, quiet: bool) -> None:
    """Say what among the transcriptions was not read, so that nobody waits for it."""
    if others:
        names = ", ".join(f"{path.name}/" if path.is_dir() else path.name for path in others[:_MOST_NAMED])
        more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        remark(
            f"Not read in {others[0].parent.name}/: {names}{more}. Transcriptions are files called NAME.txt.",
            quiet=quiet,
        )


def _row(built: Built) -> dict[str, object]:
    return {
        "document": built.name,
        "encoded": built.encoded,
        "upToDate": built.up_to_date,
        "stopped": built.stopped,
        "annotations": built.counts,
        "findings": [
            {"rule": f.rule, "severity": str(f.severity), "file": f.file, "message": f.message}
            for f in built.report
        ],
        "files": list(built.files),
        "written": [str(path) for path in built.written],
        "words": built.words,
    }
