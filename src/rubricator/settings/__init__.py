"""The settings of an edition: `[tool.rubricator]` in pyproject.toml, or a rubricator.toml of its own."""

from rubricator.settings.reading import FILE, PYPROJECT, find, of, read
from rubricator.settings.values import (
    AbbreviationPolicy,
    Accessibility,
    Annotating,
    Collating,
    Cover,
    DatePolicy,
    DocumentSettings,
    Editor,
    ErrorPolicy,
    NamePolicy,
    Page,
    Paths,
    Publishing,
    Settings,
    Validating,
)

__all__ = [
    "FILE",
    "PYPROJECT",
    "AbbreviationPolicy",
    "Accessibility",
    "Annotating",
    "Collating",
    "Cover",
    "DatePolicy",
    "DocumentSettings",
    "Editor",
    "ErrorPolicy",
    "NamePolicy",
    "Page",
    "Paths",
    "Publishing",
    "Settings",
    "Validating",
    "find",
    "of",
    "read",
]
