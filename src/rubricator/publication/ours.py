"""Our rules, compiled for what is published: all of them, or those alone that one document needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from rubricator import resources
from rubricator.stylesheet import Outcome, Parameter, Rules, Stylesheet, Tree

if TYPE_CHECKING:
    from rubricator.guest import Guest


class Ours:
    """The rules of every format. To compile them all takes as long as to publish many a document.

    They are compiled once, all of them; only where a process publishes nothing but one document, and nobody
    has asked for all, are they cut to it. A second document gets them all.
    """

    def __init__(self, entry: Path) -> None:
        self.entry = entry
        self._all: Stylesheet | None = None
        self._cut: Stylesheet | None = None
        self._cut_for: ref[Tree] | None = None

    def compiled(self) -> Stylesheet:
        """All of them."""
        if self._all is None:
            self._all = Stylesheet.compile_whole(self.entry)
        return self._all

    def report(
        self, tree: Tree, parameters: Mapping[str, Parameter] | None = None, *, mode: str = ""
    ) -> Outcome:
        """What they make of *tree*, beginning in *mode*, and what they say of it."""
        return self._for(tree, parameters or {}).report(tree, parameters, mode=mode)

    def _for(self, tree: Tree, parameters: Mapping[str, Parameter]) -> Stylesheet:
        if self._all is None and self._cut is None:
            told = (tree, *(one for one in parameters.values() if isinstance(one, Tree)))
            self._cut, self._cut_for = Stylesheet.compile_for(self.entry, told), ref(tree)
        if self._cut and self._cut_for and self._cut_for() is tree:
            return self._cut
        self._cut = None
        return self.compiled()


@cache
def ours() -> Ours:
    """The rules of this process."""
    return Ours(resources.directory("xslt") / "publish.xsl")


def rules(guest: Guest | None = None) -> Rules:
    """The rules of every format (a guest's over ours), compiled once; a format runs them in its own mode."""
    return guest.rules(ours().entry) if guest else ours()


def all_rules(guest: Guest | None) -> Callable[[], object]:
    """What compiles all of these rules: a guest's are compiled already."""
    return (lambda: None) if guest else ours().compiled
