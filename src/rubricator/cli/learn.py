"""`rubricator learn`: what editors confirmed and refused teaches the annotators."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Format, Quiet, Shape, open_edition
from rubricator.cli.console import progress, say, say_json, several
from rubricator.settings import FILE
from rubricator.settings.writing import snippet

if TYPE_CHECKING:
    from rubricator.annotators.learning import Lesson


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="TEI files that people encoded, besides the edition's documents."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Write nothing.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Put the settings that are proposed into the settings file.")
    ] = False,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
    quiet: Quiet = False,
) -> None:
    """Learn from the names that people confirmed, and refused.

    Suggestions that nobody has decided about teach nothing. What was learnt is kept as plain text in
    tei/learnt/ and weighs what is suggested from then on; settings are proposed with what speaks for them,
    as lines to paste, and put in with --write.

    \b
    Examples:  rubricator learn
               rubricator learn ../finished-volume/*.xml
               rubricator learn --write
    """
    from rubricator.edition.learning import keep, lesson, set_in

    edition = open_edition(directory)
    names = [path.stem for path in edition.documents]
    with progress(len(names) + len(files or ()), quiet=quiet) as bar:

        def watch(name: str) -> None:
            bar.at(name, "reading")
            bar.done()

        made = lesson(edition, names, files or (), watch)
    changed = () if dry_run else keep(edition, made)
    if write and not dry_run:
        changed += set_in(edition, made.proposals)
    if shape is Shape.JSON:
        say_json(_object(made, [path.as_posix() for path in changed]))
    elif not quiet:
        for line in _lines(made):
            say(line)
        if made.proposals and (dry_run or not write):
            file = (edition.settings_file or Path(FILE)).name
            say(f"To set this, run again with --write, or paste into {file}:\n")
            say(snippet({one.setting: one.value for one in made.proposals}, file))
        for path in changed:
            say(str(path))


def _lines(made: Lesson) -> list[str]:
    from rubricator.annotators.learning.lesson import FEWEST_NAMES

    figure = made.figure
    if not made.documents:
        return [
            "Nobody has confirmed a name yet: rubricator review accept, or TEI files that people encoded."
        ]
    lines = [
        f"{several(len(made.memory.said), 'different name')} confirmed in "
        f"{several(made.documents, 'document')}, {len(made.memory.rejections)} refused; "
        f"{several(made.names, 'mention')} in paragraphs where nothing waits."
    ]
    if made.model is not None:
        sure = f"{figure.sure_right} of {figure.sure} right" if figure.sure else "none"
        lines.append(
            f"Held out, by document: F1 {figure.f1:.3f} (rules and lists alone {figure.rules_f1:.3f}); "
            f"of high certainty: {sure}."
        )
    elif figure.found:
        lines.append(
            f"No model is kept: held out, it found less (F1 {figure.f1:.3f}) than rules and lists "
            f"({figure.rules_f1:.3f})."
        )
    else:
        lines.append(f"No model: that takes {FEWEST_NAMES} such mentions, in two documents or more.")
    lines += [
        f"Proposed: {one.text}  ({one.speaking_for} for it, {one.against} against)" for one in made.proposals
    ]
    return lines


def _object(made: Lesson, changed: list[str]) -> dict[str, object]:
    figure = made.figure
    return {
        "documents": made.documents,
        "names": made.names,
        "different": len(made.memory.said),
        "refused": len(made.memory.rejections),
        "model": made.model is not None,
        "heldOut": {
            "f1": round(figure.f1, 4),
            "rulesF1": round(figure.rules_f1, 4),
            "high": figure.sure,
            "highRight": figure.sure_right,
        },
        "proposals": [
            {"setting": p.setting, "value": p.value, "for": p.speaking_for, "against": p.against}
            for p in made.proposals
        ],
        "changed": changed,
    }
