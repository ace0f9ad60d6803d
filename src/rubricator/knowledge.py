"""What annotators may know: frozen, loaded once by the edition, and passed down."""

from __future__ import annotations

from dataclasses import dataclass, field

from rubricator.archive import Archive
from rubricator.authority import Authority
from rubricator.learnt import Memory, Model
from rubricator.settings import Settings


@dataclass(frozen=True)
class Knowledge:
    """Settings, authorities and word list of an edition, and what its editors taught; they read no more.

    *words* are the forms of the edition's own word list, which are no errors, as they are written there.
    *memory* and *model* are what `rubricator learn` made of the markup that people confirmed in this edition.
    *archive* is what all its texts together say for forms that are in no list.
    """

    settings: Settings = field(default_factory=Settings)
    authority: Authority = field(default_factory=Authority)
    words: frozenset[str] = frozenset()
    language: str = "en"
    memory: Memory = field(default_factory=Memory)
    model: Model | None = None
    archive: Archive = field(default_factory=Archive)
