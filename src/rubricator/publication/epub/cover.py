"""The cover: an image of the edition's; see drawn.py for what a book has without one."""

from __future__ import annotations

from rubricator.errors import SettingsError
from rubricator.publication.epub.package import MEDIA_TYPES
from rubricator.publication.format import Cover
from rubricator.stylesheet import Parameter


def for_cover(cover: Cover | None) -> dict[str, Parameter]:
    """What the rules are told of the cover's image, if there is one."""
    return {"cover-image": cover_name(cover), "cover-alt": cover.alt} if cover else {}


def cover_name(cover: Cover) -> str:
    """What the cover's image is called in the book; SettingsError if it cannot be in one."""
    endings = {kind: ending for ending, kind in MEDIA_TYPES.items() if kind.startswith("image/")}
    if cover.media_type not in endings:
        raise SettingsError(
            f"The cover is {cover.media_type or 'of an unknown kind'}, which not every reader can show.",
            remedy=f"Save it as one of: {', '.join(sorted(endings))}.",
        )
    if not cover.alt.strip():
        raise SettingsError("The cover's image has no description.", remedy="Say in words what it shows.")
    return f"cover{endings[cover.media_type]}"
