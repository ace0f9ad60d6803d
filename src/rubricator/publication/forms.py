"""The page's forms, which its script shows: to search the text, and to choose how the page looks.

They depend on the wording, not on the document: they are made once for all of them.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from rubricator.publication.format import Publication
from rubricator.publication.parts import labels

_LOOKS = {
    "theme": ("auto", "light", "dark"),
    "size": ("small", "medium", "large"),
    "measure": ("short", "medium", "long"),
    "notes": ("margin", "foot"),
}
"""What a reader may choose; "notes" only where there are some in the margin."""
_FIRST = {"theme": "auto", "size": "medium", "measure": "medium", "notes": "margin"}
"""How the page looks at first."""
_LEGENDS = {"notes": "notes-place"}


def search(publication: Publication, prefix: str) -> str:
    """The form to search the text with; ids of ours begin with *prefix*."""
    return _search(publication.language, tuple(sorted(publication.wording.items())), prefix)


def display(publication: Publication, prefix: str, margins: bool) -> str:
    """The form to choose how the page looks; *margins* says that it has some with notes in them."""
    return _display(publication.language, tuple(sorted(publication.wording.items())), prefix, margins)


@lru_cache(maxsize=16)
def _search(language: str, replaced: tuple[tuple[str, str], ...], prefix: str) -> str:
    say = {key: _attribute(words) for key, words in labels(language, replaced).items()}
    return (
        f'<form class="search" role="search" hidden="hidden" data-found="{say["search-found"]}" '
        f'data-none="{say["search-none"]}"><input type="search" id="{prefix}search" '
        f'aria-label="{say["search-text"]}" placeholder="{say["search"]}" autocomplete="off"/>'
        f'<output for="{prefix}search"></output>'
        f'<button type="button" class="previous" aria-label="{say["search-previous"]}">↑</button>'
        f'<button type="submit" class="next" aria-label="{say["search-next"]}">↓</button></form>'
    )


@lru_cache(maxsize=16)
def _display(language: str, replaced: tuple[tuple[str, str], ...], prefix: str, margins: bool) -> str:
    say = {key: escape(words, quote=False) for key, words in labels(language, replaced).items()}
    sets = ""
    for name, values in _LOOKS.items():
        if name != "notes" or margins:
            legend = say[_LEGENDS.get(name, name)]
            looks = "".join(_look(prefix, name, value, say[f"{name}-{value}"]) for value in values)
            sets += f"<fieldset><legend>{legend}</legend>{looks}</fieldset>"
    return (
        f'<details class="menu settings" hidden="hidden"><summary>{say["settings"]}</summary>'
        f'<form class="panel">{sets}</form></details>'
    )


def _look(prefix: str, name: str, value: str, label: str) -> str:
    """One of the ways it may look."""
    ident = f"{prefix}{name}-{value}"
    checked = ' checked="checked"' if _FIRST[name] == value else ""
    return (
        f'<label for="{ident}"><input type="radio" name="{name}" id="{ident}" value="{value}"{checked}/>'
        f" {label}</label>"
    )


def _attribute(words: str) -> str:
    return escape(words, quote=False).replace('"', "&#34;")
