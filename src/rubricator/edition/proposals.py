"""New entries proposed for the names that lead nowhere: forms of one name together, most frequent first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rubricator.annotators.names.forms import forms_of
from rubricator.authority import Entry, EntryKind
from rubricator.authority.formats.making import entry, name
from rubricator.edition.survey import Unlinked

_COLUMNS = ("kind", "name", "variants", "seen")


@dataclass
class Proposal:
    """An entry that may be added: its main form, other forms, and the mentions that speak for it."""

    kind: EntryKind
    name: str
    groups: list[Unlinked] = field(default_factory=list)

    @property
    def variants(self) -> list[str]:
        """The other forms."""
        return [group.form for group in self.groups if group.form != self.name]

    @property
    def count(self) -> int:
        """How many mentions there are of it."""
        return sum(len(group.mentions) for group in self.groups)

    @property
    def seen(self) -> str:
        """How often and where, in words, for whoever decides."""
        first = self.groups[0].mentions[0]
        times = "once" if self.count == 1 else f"{self.count} times"
        return f"{times}, first in {first.place}: …{first.before}{first.words}{first.after}…"


def propose(unlinked: Iterable[Unlinked]) -> list[Proposal]:
    """Entries for these forms; a form that follows from one longer name alone (a surname) goes with it."""
    groups = list(unlinked)
    made: list[Proposal] = []
    derived: dict[tuple[EntryKind, str], list[Proposal]] = {}
    for group in sorted(groups, key=lambda one: (-len(one.form.split()), -len(one.form), one.form)):
        owners = derived.get((group.kind, group.form), [])
        if len(owners) == 1:
            owners[0].groups.append(group)
            continue
        proposal = Proposal(group.kind, group.form, [group])
        made.append(proposal)
        for form in _forms(group):
            derived.setdefault((group.kind, form), []).append(proposal)
    return sorted(made, key=lambda one: (-one.count, one.name, one.kind))


def table(proposals: Sequence[Proposal]) -> str:
    """The proposals as a table that `authority import` reads; it leaves out how often each was seen."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in proposals:
        writer.writerow((one.kind.value, one.name, "; ".join(one.variants), one.seen))
    return out.getvalue()


def _forms(group: Unlinked) -> set[str]:
    """The forms under which texts may call whoever is called so, apart from the form itself."""
    called: Entry = entry(group.kind, [name(group.kind, group.form)])
    return {form.written for form in forms_of(called)} - {group.form}
