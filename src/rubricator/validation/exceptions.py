"""Rules that are switched off, in the settings or for one place, and whether there is still need to.

Before an element stands `<?rubricator off="text.sigla" why="Printed so."?>`, and spares it; before
the root it spares the whole document. A name switches off all rules that begin with it and a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Fix, Place, Severity, Splice
from rubricator.source import Source
from rubricator.validation.rules import Rule

UNUSED = Rule(
    "exceptions.unused",
    Severity.NOTE,
    "An exception that nothing needs any more hides what may go wrong there later. It is reported so that "
    "exceptions are not left behind when their cause is gone.",
    wrong='<?rubricator off="text.sigla" why="Printed so."?><p>Nothing in brackets.</p>',
    right="<p>Nothing in brackets.</p>",
    mended=True,
)
RULES = (UNUSED,)
TARGET = "rubricator"
ALWAYS = "schema.not-found"
"""What cannot be switched off: what was not validated is never taken for valid."""

_INSTRUCTION = re.compile(r"<\?rubricator\s(.*?)\?>", re.DOTALL)
_PSEUDO = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Exemption:
    """A rule that is switched off from *start* to *end*, by the instruction at *place*."""

    rule: str
    place: Place
    splice: Splice
    start: tuple[int, int]
    end: tuple[int, int]

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is of that rule and begins within."""
        if not covers(self.rule, finding.rule):
            return False
        at = (finding.place.line, finding.place.column) if finding.place else (0, 0)
        return self.start <= at < self.end


def covers(name: str, rule: str) -> bool:
    """Whether *name* switches off *rule*."""
    return rule != ALWAYS and (rule == name or rule.startswith(f"{name}."))


def exemptions(document: Document) -> tuple[Exemption, ...]:
    """What instructions in the document switch off; nothing where its markup cannot be mapped."""
    if f"<?{TARGET} " not in document.source.markup:
        return ()
    try:
        return tuple(_exemptions(document))
    except InputRefused:
        return ()


def _exemptions(document: Document) -> Iterator[Exemption]:
    source = document.source
    starts = {element.node: element for element in document.elements}
    written = iter(_written(source.markup))
    for instruction in _instructions(document.root):
        match = next(written, None)
        if match is None:
            return
        said = {name: one or other for name, one, other in _PSEUDO.findall(match[1])}
        element = _next(instruction)
        start, end = (0, 0), (0, 0)
        if instruction.getparent() is None:
            start, end = (0, 0), (1 << 60, 0)
        elif element is not None:
            found = starts[element]
            start, end = (_position(source, offset) for offset in (found.open_start, found.close_end))
        for rule in said.get("off", "").replace(",", " ").split():
            splice = Splice(match.start(), match.end(), "")
            yield Exemption(rule, source.place(match.start(), match.end()), splice, start, end)


def _written(markup: str) -> Iterator[re.Match[str]]:
    """The instructions as they are written, without those in comments and CDATA sections."""
    hidden = [
        (match.start(), match.end())
        for match in re.finditer(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", markup, re.DOTALL)
    ]
    for match in _INSTRUCTION.finditer(markup):
        if not any(start <= match.start() < end for start, end in hidden):
            yield match


def _instructions(root: etree._Element) -> Iterator[etree._Element]:
    before = []
    sibling = root.getprevious()
    while sibling is not None:
        before.append(sibling)
        sibling = sibling.getprevious()
    for node in (*reversed(before), *root.iter(etree.PI)):
        if not isinstance(node.tag, str) and getattr(node, "target", "") == TARGET:
            yield node


def _next(instruction: etree._Element) -> etree._Element | None:
    node = instruction.getnext()
    while node is not None and not isinstance(node.tag, str):
        node = node.getnext()
    return node


def _position(source: Source, offset: int) -> tuple[int, int]:
    place = source.place(offset)
    return place.line, place.column


def spared(
    document: Document, findings: Iterable[Finding], *, elsewhere: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """The findings but those that the document itself makes exceptions of, and the exceptions without need.

    Rules told *elsewhere* (of an edition as a whole) are not missed here.
    """
    made = exemptions(document)
    if not made:
        yield from findings
        return
    used: set[Exemption] = set()
    for finding in findings:
        covering = [exemption for exemption in made if exemption.covers(finding)]
        used.update(covering)
        if not covering:
            yield finding
    for exemption in made:
        if exemption not in used and not any(covers(exemption.rule, rule) for rule in elsewhere):
            alone = sum(other.splice == exemption.splice for other in made) == 1
            yield UNUSED.broken(
                document.source,
                exemption.place,
                f"{exemption.rule} is switched off here, and finds nothing here.",
                "Remove the instruction, or correct the name of the rule.",
                Fix("Remove the exception.", (exemption.splice,)) if alone else None,
            )


def switched_off(
    findings: Iterable[Finding], off: Iterable[str]
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings but those of rules that are *off*, and the names among *off* that were not needed."""
    names = tuple(off)
    kept: list[Finding] = []
    used: set[str] = set()
    for finding in findings:
        covering = {name for name in names if covers(name, finding.rule)}
        used |= covering
        if not covering:
            kept.append(finding)
    return tuple(kept), tuple(name for name in names if name not in used)


def unneeded(names: Iterable[str], settings: str) -> Iterator[Finding]:
    """That the settings switch off what finds nothing."""
    for name in names:
        yield UNUSED.broken(
            settings,
            None,
            f"The settings switch {name} off (validate.off), and nothing in the edition breaks it.",
            "Remove it from the list, or correct the name of the rule.",
        )
