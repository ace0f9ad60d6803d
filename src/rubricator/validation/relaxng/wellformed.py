"""What is wrong with a source that is not well-formed XML."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from rubricator.findings import Finding, Severity
from rubricator.source import Source


def ill_formed(source: Source, error: expat.ExpatError, parser: Any, stack: Any, positions: Any) -> Finding:
    return Finding("wellformed", Severity.ERROR, source.name, expat.ErrorString(error.code))
