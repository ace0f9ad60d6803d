"""What annotators may know: frozen, loaded once by the edition, and passed down."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.authority import Authority
from rubricator.settings import Settings


@dataclass(frozen=True)
class Knowledge:
    """Settings, authorities and word list of an edition; annotators read nothing else.

    *words* are the forms that the edition's own word list declares to be no errors, as they are written there.
    """

    settings: Settings = Settings()
    authority: Authority = Authority()
    words: frozenset[str] = frozenset()
    language: str = "en"
