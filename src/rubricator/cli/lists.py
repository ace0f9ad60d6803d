"""What `rubricator authority` tells: the entries with their mentions, what the lists lack, and proposals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Format, Quiet, Shape, this_edition
from rubricator.cli.console import paint, progress, remark, say, say_json, several
from rubricator.cli.entries import OfKind, kind_called
from rubricator.files import shown

if TYPE_CHECKING:
    from rubricator.authority import Entry
    from rubricator.edition.survey import Mention, Survey


def list_(
    kind: OfKind = "", directory: Directory = Path(), shape: Format = Shape.TEXT, quiet: Quiet = False
) -> None:
    """List the entries, each with how often the documents mention it."""
    found = _survey(directory, quiet)
    wanted = kind_called(kind)
    entries = [entry for entry in found.authority.entries if wanted in (None, entry.kind)]
    if shape is Shape.JSON:
        say_json([_object(entry, found) for entry in entries])
        return
    for entry in entries:
        years = f"  {lives}" if (lives := _years(entry)) else ""
        say(f"{found.counts.get(entry.ref, 0):5}  {entry.ref}  {entry.label}{years}")
    remark(several(len(entries), "entry", "entries"), quiet=quiet)


def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="person:wren, or wren.")],
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
    quiet: Quiet = False,
) -> None:
    """Show an entry, and every mention of it with its place."""
    from rubricator.edition.authorities import entry_called

    found = _survey(directory, quiet)
    entry = entry_called(found.authority, identifier)
    mentions = found.of(entry)
    if shape is Shape.JSON:
        say_json({**_object(entry, found), "places": [_mention(mention) for mention in mentions]})
        return
    say(f"{entry.ref}  {entry.label}{f'  {lives}' if (lives := _years(entry)) else ''}")
    for form in entry.forms[1:]:
        say(f"    also {form}")
    for scheme, value in entry.idnos:
        say(f"    {scheme or 'idno'} {value}")
    if entry.part_of:
        say(f"    part of {entry.part_of[0].removeprefix('#')}")
    for line in entry.note.splitlines():
        say(f"    {line}")
    for mention in mentions:
        say(f"{mention.place}  …{mention.before}[{mention.words}]{mention.after}…")
    where = f"the entry stands in {shown(Path(entry.file))}:{entry.line}"
    remark(f"{several(len(mentions), 'mention')}; {where}", quiet=quiet)


def report(
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="So many of each; 0 for all.")] = 20,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
    quiet: Quiet = False,
) -> None:
    """Say what the lists lack: entries that may be one, that nobody mentions, names that lead nowhere."""
    found = _survey(directory, quiet)
    if shape is Shape.JSON:
        say_json(_report_object(found))
        return
    _section(
        "pair of entries that may be one",
        "pairs of entries that may be one",
        [
            f"{pair.first.ref} ({pair.first.label}) and {pair.second.ref} ({pair.second.label}): {pair.why}"
            for pair in found.alike
        ],
        limit,
    )
    _section(
        "entry that nobody mentions",
        "entries that nobody mentions",
        [f"{entry.ref}  {entry.label}" for entry in found.unused],
        limit,
    )
    _section(
        "name that leads to no entry",
        "names that lead to no entry",
        [
            f"{len(one.mentions):5}  {one.kind}  {one.form}  ({one.confirmed} confirmed; "
            f"{one.mentions[0].place})"
            for one in found.unlinked
        ],
        limit,
    )
    _section(
        "entry without a public identifier",
        "entries without a public identifier",
        [
            f"{entry.ref}  {entry.label}{_times(found.counts.get(entry.ref, 0))}"
            for entry in found.unidentified
        ],
        limit,
    )


def propose(
    least: Annotated[int, typer.Option("--least", min=1, help="Only names that stand so often.")] = 1,
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="Only names that a person let stand.")
    ] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write them to this file.")] = None,
    kind: OfKind = "",
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Propose entries for the names that lead to none, most frequent first, as a table for `import`.

    \b
    Example:  rubricator authority propose --least 2 -o new.csv
              (strike out what is none, correct the others)
              rubricator authority import new.csv
    """
    from rubricator.edition.proposals import propose as proposed
    from rubricator.edition.proposals import table
    from rubricator.files import write_bytes

    wanted = kind_called(kind)
    groups = [
        one
        for one in _survey(directory, quiet).unlinked
        if wanted in (None, one.kind) and (one.confirmed or not confirmed)
    ]
    found = [one for one in proposed(groups) if one.count >= least]
    if output is None:
        say(table(found).rstrip("\n"))
    else:
        write_bytes(output, table(found).encode("utf-8"))
    remark(f"{several(len(found), 'entry', 'entries')} proposed", quiet=quiet)
    if output is not None and found:
        remark(f"Correct the table, then:  rubricator authority import {output}", quiet=quiet)


def _survey(directory: Path, quiet: bool) -> Survey:
    from rubricator.edition.survey import survey

    edition = this_edition(directory)
    with progress(len(edition.documents), quiet=quiet) as bar:

        def watch(name: str) -> None:
            bar.at(name, "reading")
            bar.done()

        return survey(edition, watch)


def _section(one: str, many: str, lines: list[str], limit: int) -> None:
    """What there is of one kind, after its number: “2 entries that nobody mentions”."""
    say(paint(several(len(lines), one, many), "strong"))
    for line in lines[: limit or len(lines)]:
        say(f"    {line}")
    if limit and len(lines) > limit:
        say(f"    … and {len(lines) - limit} more")


def _times(count: int) -> str:
    return f"  ({several(count, 'mention')})" if count else ""


def _years(entry: Entry) -> str:
    first, last = entry.first_year, entry.last_year
    return f"({first or ''}–{last or ''})" if first or last else ""


def _object(entry: Entry, found: Survey) -> dict[str, object]:
    return {
        "ref": entry.ref,
        "name": entry.label,
        "variants": list(entry.forms[1:]),
        "from": entry.first_year,
        "to": entry.last_year,
        "identifiers": [{"type": scheme, "value": value} for scheme, value in entry.idnos],
        "mentions": found.counts.get(entry.ref, 0),
        "file": entry.file,
        "line": entry.line,
    }


def _mention(mention: Mention) -> dict[str, object]:
    return {
        "place": mention.place,
        "words": mention.words,
        "before": mention.before,
        "after": mention.after,
        "pending": mention.pending,
    }


def _report_object(found: Survey) -> dict[str, object]:
    return {
        "alike": [
            {"first": one.first.ref, "second": one.second.ref, "why": one.why, "sure": one.sure}
            for one in found.alike
        ],
        "unused": [entry.ref for entry in found.unused],
        "unlinked": [
            {
                "form": one.form,
                "kind": one.kind.value,
                "confirmed": one.confirmed,
                "places": [_mention(mention) for mention in one.mentions],
            }
            for one in found.unlinked
        ],
        "unidentified": [entry.ref for entry in found.unidentified],
    }
