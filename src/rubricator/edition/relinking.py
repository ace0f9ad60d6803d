"""Entries merged, renamed and divided: every reference in the edition goes along, or nothing changes."""

from __future__ import annotations

from dataclasses import replace

from rubricator.authority import Entry, Name
from rubricator.authority.formats.making import NAME_ELEMENTS, entry
from rubricator.authority.identifiers import former
from rubricator.authority.merging import divided, merged, renamed
from rubricator.authority.slugs import is_id
from rubricator.edition.authorities import entry_called
from rubricator.edition.layout import Edition
from rubricator.edition.moving import Change, Choice, Move
from rubricator.edition.transaction import commit
from rubricator.errors import SettingsError


def keep(edition: Edition, change: Change) -> None:
    """Write all of it, or nothing."""
    commit(edition.state, change.after, change.before)


def merge(edition: Edition, old: str, new: str, *, by: str, when: str, even_so: bool = False) -> Change:
    """The entry *old* made part of *new*: every reference leads there, and the id stays as a former one."""
    first, second = _entry(edition, old), _entry(edition, new)
    move = Move(edition, first, second, second.id, by, when)
    return move.done(lambda files: merged(files, first, second, even_so=even_so))


def rename(edition: Edition, old: str, new: str, *, by: str, when: str) -> Change:
    """An entry given another id; the one it had stays as a former one."""
    one = _entry(edition, old)
    identifier = _free(edition, one, new)
    return Move(edition, one, one, identifier, by, when).done(lambda files: renamed(files, one, identifier))


def split(edition: Edition, old: str, into: str, name: str, choice: Choice, *, by: str, when: str) -> Change:
    """The chosen references to an entry led to another: one there is, or a new one of that *name*."""
    one = _entry(edition, old)
    there = edition.knowledge.authority.by_ref.get(f"{one.kind}:{into.removeprefix(f'{one.kind}:')}")
    if there is not None:
        change = Move(edition, one, there, there.id, by, when, choice).done(lambda files: {})
    else:
        label = Name(name or one.label, NAME_ELEMENTS[one.kind])
        made = replace(entry(one.kind, [label], identifier=_free(edition, one, into)), file=one.file)
        change = Move(edition, one, made, made.id, by, when, choice).done(
            lambda files: divided(files, one, made)
        )
    if not change.references:
        raise SettingsError(
            f"None of the mentions asked for leads to {one.ref}.",
            remedy=f"See them with: rubricator authority show {one.id}",
        )
    return change


def _entry(edition: Edition, written: str) -> Entry:
    return entry_called(edition.knowledge.authority, written)


def _free(edition: Edition, one: Entry, written: str) -> str:
    """The id, if it can be given: ids are given once."""
    identifier = written.removeprefix(f"{one.kind}:")
    if not is_id(identifier):
        raise SettingsError(f"{identifier!r} cannot be an id.", remedy="Begin with a letter; no blanks.")
    for other in edition.knowledge.authority.entries:
        if identifier == other.id or identifier in former(other.idnos):
            now = "is" if identifier == other.id else "was"
            raise SettingsError(f"{identifier} {now} the id of {other.ref}.", remedy="Choose another.")
    return identifier
