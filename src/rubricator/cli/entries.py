"""What `rubricator authority` changes: entries merged, renamed and divided, and identified by services."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.choice import By, now
from rubricator.cli.common import Directory, Quiet, this_edition
from rubricator.cli.console import paint, progress, remark, say, several

if TYPE_CHECKING:
    from rubricator.authority import EntryKind
    from rubricator.edition.layout import Edition
    from rubricator.edition.moving import Change
    from rubricator.findings import Finding

OfKind = Annotated[str, typer.Option("--kind", help="person, place, org or work.", show_default=False)]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")]


def merge(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The entry that becomes part of the other.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The entry that stays.")],
    even_so: Annotated[
        bool, typer.Option("--even-so", help="Although they contradict each other; what NEW says stands.")
    ] = False,
    diff: Diff = False,
    by: By = "",
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Make one entry of two: every reference to OLD leads to NEW, which keeps OLD's id as a former one."""
    from rubricator.edition import relinking

    edition, who = _hand(directory, by)
    _carry_out(edition, relinking.merge(edition, old, new, even_so=even_so, **who), diff, quiet)


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id it has.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id it is to have.")],
    diff: Diff = False,
    by: By = "",
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Give an entry another id, and every reference to it; the id it had is kept as a former one."""
    from rubricator.edition import relinking

    edition, who = _hand(directory, by)
    _carry_out(edition, relinking.rename(edition, old, new, **who), diff, quiet)


def split(
    old: Annotated[str, typer.Argument(metavar="ID", help="The entry that means two.")],
    into: Annotated[str, typer.Option("--into", help="The id of the other: a new one, or of an entry.")],
    name: Annotated[str, typer.Option("--name", help="What the new entry is called.")] = "",
    documents: Annotated[
        list[str] | None, typer.Option("--documents", help="All mentions in this document; repeatable.")
    ] = None,
    mentions: Annotated[
        list[str] | None,
        typer.Option(
            "--mentions", help="One, by its place as `show` tells it, or its id in the ledger; repeatable."
        ),
    ] = None,
    diff: Diff = False,
    by: By = "",
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Lead some mentions of an entry to another one.

    \b
    Example:  rubricator authority split wren --into young-wren --name "Tom Wren" --mentions letter-3:41:7
    """
    from rubricator.edition import relinking
    from rubricator.edition.moving import Choice

    edition, who = _hand(directory, by)
    choice = Choice(frozenset(documents or ()), frozenset(mentions or ()))
    _carry_out(edition, relinking.split(edition, old, into, name, choice, **who), diff, quiet)


def link(
    identifiers: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Only to these entries; none means all.")
    ] = None,
    diff: Diff = False,
    by: By = "",
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Lead the names that people let stand without a ref to the entries that now have their forms.

    A title before a name and a surname that one person has are understood; a name that several
    entries have is left alone.
    """
    from rubricator.edition.authorities import entry_called
    from rubricator.edition.identifying import link as linked

    edition, who = _hand(directory, by)
    authority = edition.knowledge.authority
    refs = {entry_called(authority, written).ref for written in identifiers or ()}
    with progress(len(edition.documents), quiet=quiet) as bar:

        def watch(name: str) -> None:
            bar.at(name, "reading")
            bar.done()

        change, doubtful = linked(edition, refs, watch=watch, **who)
    _carry_out(edition, change, diff, quiet)
    if doubtful:
        remark(f"{several(doubtful, 'name')} may be several entries: left alone", quiet=quiet)


def reconcile(
    identifiers: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Entries; none means all without an identifier.")
    ] = None,
    service: Annotated[str, typer.Option("--service", help="The address of the service.")] = "",
    kind: OfKind = "",
    types: Annotated[
        list[str] | None,
        typer.Option("--type", help="What the service calls a kind: person=Q5; repeatable."),
    ] = None,
    properties: Annotated[
        list[str] | None,
        typer.Option("--property", help="What it calls birth and death: birth=P569; repeatable."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many candidates for each.")] = 5,
    above: Annotated[
        float | None,
        typer.Option("--accept-above", help="Accept the one candidate of that score or more."),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Write the identifiers that were accepted into the lists.")
    ] = False,
    diff: Diff = False,
    pause: Annotated[float, typer.Option("--pause", min=0, help="Seconds between two requests.")] = 0.5,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Ask a reconciliation service (as OpenRefine uses them) who the entries are.

    Candidates wait in tei/authority/reconciliation.tsv: write yes or no into the last column, then give
    --apply. What was decided is kept and not asked again. Nothing else here uses the network.

    \b
    Example:  rubricator authority reconcile --service https://lobid.org/gnd/reconcile --kind person
              rubricator authority reconcile --apply --diff
    """
    from rubricator.authority.candidates import YES, Asked, accepted_above
    from rubricator.edition import authorities, reconciling
    from rubricator.errors import SettingsError

    edition = this_edition(directory)
    if bool(service) == apply:
        raise SettingsError("Give --service, to ask; or --apply, to write what was accepted.")
    found = reconciling.known(edition)
    if service:
        authority = edition.knowledge.authority
        wanted = [authorities.entry_called(authority, one) for one in identifiers or ()]
        entries = [one for one in wanted or authority.entries if kind_called(kind) in (None, one.kind)]
        asked = Asked(pairs(types), pairs(properties), limit)
        with progress(len(entries), quiet=quiet) as bar:
            new = reconciling.candidates_for(
                reconciling.Client(service, pause), entries, asked, lambda name: bar.at(name, "asking")
            )
        found = reconciling.with_new(edition, new)
        if above is not None:
            found = accepted_above(found, above)
        reconciling.keep(edition, found)
        for one in found:
            if not one.decision:
                said = f"{one.scheme} {one.id}  {one.candidate}  {one.about}"
                say(f"{one.score:5g}  {one.ref}  {one.name}  {said}")
    if apply or above is not None:
        made = reconciling.applied(edition, found)
        tell(made.findings)
        if diff:
            say(authorities.differences(made.sources, edition.root).rstrip("\n"))
        else:
            authorities.keep(made.sources)
            for ref in made.supplemented:
                say(f"supplemented  {ref}")
    waiting = sum(not one.decision for one in found)
    remark(
        f"{sum(one.decision == YES for one in found)} accepted, {waiting} wait for a decision in "
        f"{reconciling.table_of(edition).name}",
        quiet=quiet,
    )


def _hand(directory: Path, written: str) -> tuple[Edition, dict[str, str]]:
    """The edition, and who acts when."""
    from rubricator.edition.reviewing import editor

    edition = this_edition(directory)
    return edition, {"by": f"#{editor(edition, written).id}", "when": now()}


def _carry_out(edition: Edition, change: Change, diff: bool, quiet: bool) -> None:
    from rubricator.edition.authorities import differences
    from rubricator.edition.relinking import keep

    if diff:
        say(differences(change.sources, edition.root).rstrip("\n"))
    else:
        keep(edition, change)
    total = sum(change.references.values())
    for path, count in change.references.items():
        if not diff:
            say(f"{path.relative_to(edition.root).as_posix()}: {count}")
    remark(
        f"{several(total, 'reference')} in {several(len(change.references), 'file')} led anew"
        f"{' (nothing was written)' if diff else ''}",
        quiet=quiet,
    )


def kind_called(written: str) -> EntryKind | None:
    """The kind of that name; None for none."""
    from rubricator.authority import EntryKind
    from rubricator.errors import SettingsError

    if not written:
        return None
    try:
        return EntryKind(written)
    except ValueError:
        raise SettingsError(
            f"There is no kind {written!r}.", remedy=f"There are: {', '.join(EntryKind)}."
        ) from None


def pairs(written: list[str] | None) -> dict[str, str]:
    """What was given as NAME=VALUE."""
    from rubricator.errors import SettingsError

    pairs = {}
    for item in written or ():
        ours, equals, theirs = item.partition("=")
        if not equals or not ours or not theirs:
            raise SettingsError(f"{item!r} is not COLUMN=TITLE.", remedy="Write, say, --map name=Surname.")
        pairs[ours] = theirs
    return pairs


def tell(findings: Iterable[Finding]) -> None:
    """Say what was found, beside the result."""
    for finding in findings:
        remark(paint(str(finding), str(finding.severity)))
