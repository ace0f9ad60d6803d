"""A user's stylesheet over ours is a guest: looked over first, then run in a room of its own.

Off unless the settings name it. What it may do is in docs/customising.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rubricator.guest.layer import modules
from rubricator.guest.room import Room
from rubricator.stylesheet import Rules


@dataclass(frozen=True)
class Guest:
    """A user's *layer* of rules, which stays inside *root*, and the time and memory that it is given."""

    layer: Path
    root: Path
    seconds: int = 60
    """For each transformation."""
    megabytes: int = 1024
    """For the process, whose own needs (about 150) are among them; see `limit` for where this holds."""

    def rules(self, entry: Path) -> Rules:
        """Our rules with the guest's over them, compiled once an entry; SettingsError if they may not be."""
        if entry not in self._rooms:
            room = Room(entry, modules(self.layer, self.root), self.seconds, self.megabytes)
            self._rooms[entry] = room
        return self._rooms[entry]

    @cached_property
    def _rooms(self) -> dict[Path, Room]:
        return {}


__all__ = ["Guest", "modules"]
