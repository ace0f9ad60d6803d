"""New entries proposed for the names that lead nowhere: forms of one name together, most frequent first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rubricator.annotators.names.forms import forms_of, parts_of
from rubricator.annotators.names.tokens import fold
from rubricator.annotators.names.vocabulary import ADDRESS
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
    """Entries for these forms; a form that follows from one longer name alone (a surname) goes with it.

    “Dr. Aldous Finch” is proposed as Aldous Finch, and “Dr. Finch” goes with him.
    """
    groups = [(*_parted(one), one) for one in unlinked]
    made: list[Proposal] = []
    derived: dict[tuple[EntryKind, str], list[Proposal]] = {}
    for title, called, group in sorted(
        groups, key=lambda one: (-len(one[1].split()), -len(one[1]), one[1], one[2].form)
    ):
        owners = derived.get((group.kind, group.form), [])
        same = [one for one in made if (one.kind, one.name) == (group.kind, called)]
        if same or len(owners) == 1:
            owner = (same or owners)[0]
            owner.groups.append(group)
        else:
            owner = Proposal(group.kind, called, [group])
            made.append(owner)
        for form in _forms(owner, title):
            claimants = derived.setdefault((group.kind, form), [])
            if owner not in claimants:
                claimants.append(owner)
    return sorted(made, key=lambda one: (-one.count, one.name, one.kind))


def table(proposals: Sequence[Proposal]) -> str:
    """The proposals as a table that `authority import` reads; it leaves out how often each was seen."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in proposals:
        writer.writerow((one.kind.value, one.name, "; ".join(one.variants), one.seen))
    return out.getvalue()


def _parted(group: Unlinked) -> tuple[str, str]:
    """The form of address that a person's full name begins with, and the name; a surname keeps it."""
    words = group.form.split()
    if group.kind is not EntryKind.PERSON or fold(words[0].rstrip(".")) not in ADDRESS or len(words) < 3:
        return "", group.form
    return words[0], " ".join(words[1:])


def _forms(proposal: Proposal, title: str) -> set[str]:
    """The forms under which texts may call whoever is called so, also by that form of address."""
    called: Entry = entry(proposal.kind, [name(proposal.kind, proposal.name)])
    surname = parts_of(called.names[0])[1] if title and called.names else ""
    titled = {f"{title} {surname}"} if surname else set()
    return ({form.written for form in forms_of(called)} | titled) - {proposal.name}
