"""What is plugged in by an entry point: annotators and formats."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from rubricator.errors import SettingsError

ANNOTATORS = "rubricator.annotators"
FORMATS = "rubricator.formats"


@cache
def _known(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=group)}


def names(group: str) -> tuple[str, ...]:
    """The names plugged in under *group*."""
    return tuple(sorted(_known(group)))


def load(group: str, name: str) -> Any:
    """The object plugged in as *name*; SettingsError if there is none or it cannot be loaded."""
    what = group.rpartition(".")[2].removesuffix("s")
    try:
        return _known(group)[name].load()
    except KeyError:
        raise SettingsError(
            f"There is no {what} called {name!r}.", remedy=f"There are: {', '.join(names(group))}."
        ) from None
    except (ImportError, AttributeError) as error:
        raise SettingsError(
            f"The {what} {name!r} cannot be loaded ({error}).",
            remedy="Install what it needs, or leave it out.",
        ) from error
