"""The edition's authority lists on disk: what is taken into them, and how they stand to its documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches, unified_diff
from pathlib import Path

from rubricator.authority import Authority, Entry, EntryKind
from rubricator.authority.formats import Wish, read
from rubricator.authority.identifiers import former
from rubricator.authority.inserting import new_list
from rubricator.authority.taking_in import TakenIn, take_in
from rubricator.edition.layout import Edition
from rubricator.encoding.declarations import AUTHORITIES
from rubricator.errors import SettingsError
from rubricator.files import write_if_changed
from rubricator.source import Source


def lists(edition: Edition) -> list[Source]:
    """The authority lists as they stand."""
    return [Source.read(path) for path in edition.authority_files]


def imported(edition: Edition, files: Sequence[Path], wish: Wish) -> TakenIn:
    """The lists with what *files* describe; nothing is written."""
    records, findings = [], []
    for path in files:
        entries, remarks = read(Source.read(path), wish)
        records += entries
        findings += remarks
    made = take_in(lists(edition), records, lambda kind: new_list_for(edition, kind))
    return replace(made, findings=(*findings, *made.findings))


def entry_called(authority: Authority, written: str) -> Entry:
    """The entry of that reference or, where only one has it, of that id; SettingsError if there is none."""
    exact = authority.resolve(written)
    found = [exact] if exact else [entry for entry in authority.entries if entry.id == written]
    found = found or [entry for entry in authority.entries if written in former(entry.idnos)]
    if len(found) == 1:
        return found[0]
    if found:
        raise SettingsError(
            f"{len(found)} entries have the id {written}.",
            remedy=f"Say which: {', '.join(entry.ref for entry in found)}.",
        )
    near = get_close_matches(
        written, [*(e.ref for e in authority.entries), *(e.id for e in authority.entries)], 1
    )
    raise SettingsError(
        f"There is no entry {written}.",
        remedy=f"Did you mean {near[0]}?" if near else "See them all with: rubricator authority list",
    )


def keep(changed: Iterable[Source]) -> tuple[Path, ...]:
    """Write the lists that changed; their paths."""
    return tuple(path for one in changed if write_if_changed(path := Path(one.name), one.data))


def differences(changed: Iterable[Source], root: Path) -> str:
    """What would be written, as a unified diff."""
    lines: list[str] = []
    for one in changed:
        path = Path(one.name)
        before = Source.read(path).markup if path.is_file() else ""
        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
        lines += unified_diff(
            before.splitlines(keepends=True),
            one.markup.splitlines(keepends=True),
            shown if before else "/dev/null",
            shown,
        )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def new_list_for(edition: Edition, kind: EntryKind) -> Source:
    """An empty list for a kind that has none yet, where documents look for it."""
    file, what = AUTHORITIES[kind.value]
    path = edition.path(edition.settings.paths.authority) / file
    publisher = edition.settings.publisher or edition.settings.editors[0].name
    data = new_list(kind, f"{what} named in the edition", publisher, edition.settings.language)
    return Source(data, str(path))
