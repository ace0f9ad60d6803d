"""ISO Schematron: rules compiled to XSLT 3.0 by a stylesheet of our own, and what they find."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from rubricator import resources
from rubricator.document import Document
from rubricator.files import read_bytes
from rubricator.findings import Finding, Severity
from rubricator.stylesheet import Stylesheet, Tree
from rubricator.validation import kept
from rubricator.validation.places import Places

_ROLES = {
    "warning": Severity.WARNING,
    "warn": Severity.WARNING,
    "information": Severity.NOTE,
    "info": Severity.NOTE,
    "note": Severity.NOTE,
}
"""What Schematron's roles are called here; everything else is an error."""


@cache
def compiled(path: Path, phase: str = "") -> Stylesheet:
    """The rules in the file at *path*: a Schematron schema, or one that was compiled before (`.sch.xsl`)."""
    data = read_bytes(path)
    if path.suffix == ".xsl":
        return Stylesheet.compile_text(data.decode(), str(path), own=_is_ours(path))
    return compiled_now(data, path, phase)


def compiled_now(schema: bytes, path: Path, phase: str = "") -> Stylesheet:
    """The rules of a Schematron schema, in that *phase* or its own; *path* names it in messages."""
    compiler = resources.directory("xslt") / "schema" / "sch-to-xsl.xsl"
    name = kept.key("sch.xsl", read_bytes(compiler), schema, phase.encode())
    known = kept.get(name)
    if known is None:
        text = Stylesheet.compile(compiler).transform(
            Tree.of(schema, str(path)), {"phase": phase} if phase else {}
        )
        kept.put(name, text.encode())
    else:
        text = known.decode()
    return Stylesheet.compile_text(text, str(path), own=_is_ours(path))


def _is_ours(path: Path) -> bool:
    return path.resolve().is_relative_to(resources.directory("schema"))


def check(document: Document, rules: Stylesheet) -> Iterator[Finding]:
    """What the compiled rules find."""
    found = rules.transform(Tree(document.root, document.source.name))
    places = Places(document)
    for finding in etree.fromstring(found.encode()).iter("finding"):
        yield Finding(
            rule=str(finding.get("rule")),
            severity=severity(finding.get("role")),
            file=document.source.name,
            message=_words(finding, "message"),
            remedy=_words(finding, "diagnostic"),
            place=places.at(str(finding.get("path"))),
        )


def severity(role: str | None) -> Severity:
    """How grave a finding is whose assert or report has this role."""
    return _ROLES.get((role or "").lower(), Severity.ERROR)


def _words(finding: etree._Element, name: str) -> str:
    return " ".join((finding.findtext(name) or "").split())
