"""Where the stylesheets and schemas of Rubricator itself are: in the wheel, or at the top of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rubricator.errors import Bug


@cache
def directory(name: str) -> Path:
    """The directory *name* (`xslt` or `schema`) that Rubricator brings along."""
    package = Path(__file__).resolve().parent
    for place in (package / name, package.parent.parent / name):
        if place.is_dir():
            return place
    raise Bug(f"The directory {name} is missing from the installation.", remedy="Install Rubricator again.")
