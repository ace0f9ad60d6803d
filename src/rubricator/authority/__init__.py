"""The authority lists: the persons, places, organisations and works that names refer to."""

from rubricator.authority.entries import Entry, EntryKind, Event, Name, Organisation, Person, Place, Work
from rubricator.authority.lists import Authority

__all__ = ["Authority", "Entry", "EntryKind", "Event", "Name", "Organisation", "Person", "Place", "Work"]
