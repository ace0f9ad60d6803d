"""What annotators may know: frozen, loaded once by the edition, and passed down."""

from __future__ import annotations

from dataclasses import dataclass, field

from rubricator.authority import Authority
from rubricator.settings import Settings


@dataclass(frozen=True)
class Knowledge:
    """Settings, authorities and word list of an edition; annotators read nothing else.

    *words* are the forms of the edition's own word list, which are no errors, as they are written there.
    """

    settings: Settings = field(default_factory=Settings)
    authority: Authority = field(default_factory=Authority)
    words: frozenset[str] = frozenset()
    language: str = "en"
