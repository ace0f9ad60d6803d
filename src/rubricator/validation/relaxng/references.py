"""Entities that nothing declares: the names HTML has, and others."""

from __future__ import annotations

import re
from html.entities import html5

from rubricator.findings import Fix, Splice
from rubricator.validation.relaxng.telling import Findings

_REFERENCE = re.compile(rb"&([^\s;&<#]+);")
_DECLARED = re.compile(r"<!ENTITY\s+([^\s%]+)\s")
_PREDEFINED = {"amp", "lt", "gt", "quot", "apos"}


def undeclared(findings: Findings, at: int) -> None:
    """Report the first undeclared entity from byte *at* on, and put in what it means."""
    positions = findings.positions
    declared = _PREDEFINED | set(_DECLARED.findall(positions.markup))
    found = next(
        (
            match
            for match in _REFERENCE.finditer(positions.data, at)
            if match.group(1).decode() not in declared
        ),
        None,
    )
    if found is None:
        return
    name = found.group(1).decode()
    everywhere = list(re.compile(rf"&{re.escape(name)};").finditer(positions.markup))
    times = f" ({len(everywhere)} times in this file)" if len(everywhere) > 1 else ""
    meaning = html5.get(f"{name};", "")
    start = positions.character(found.start())
    fix = None
    if meaning:
        points = " ".join(f"U+{ord(character):04X}" for character in meaning)
        written = "".join(f"&#{ord(character)};" for character in meaning)
        shown = (
            f"the character itself ({meaning}, {points})"
            if meaning.isprintable()
            else f"{written} ({points})"
        )
        message = f"&{name}; is HTML's; XML does not know it{times}."
        remedy = f"Write {shown} instead."
        fix = Fix(
            f"Write {written} for &{name};.",
            tuple(Splice(match.start(), match.end(), written) for match in everywhere),
        )
    else:
        written = f"&amp;{name};"
        message = f"The entity &{name}; is not declared{times}."
        remedy = f"Declare it in the DOCTYPE, or write &amp;{name}; if these very characters are meant."
    place = positions.place(start, start + len(name) + 2)
    findings.add("wellformed.entity-undeclared", place, message, remedy, fix=fix)
    while match := re.compile(rb"&" + re.escape(found.group(1)) + rb";").search(positions.data):
        positions.edit(match.start(), match.end(), written.encode())
        if not meaning:
            break
