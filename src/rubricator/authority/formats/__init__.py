"""What other people's files say of persons, places, organisations and works, as entries of our own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from rubricator.authority.entries import Entry, EntryKind
from rubricator.authority.formats import gnd, mads, marc, tables, viaf, wikidata
from rubricator.authority.formats.values import objects, read_json
from rubricator.authority.reading import read_list
from rubricator.authority.rules import DATES, EMPTY, NO_NAME, UNKNOWN_KIND
from rubricator.errors import InputRefused
from rubricator.faults import in_words
from rubricator.findings import Finding, Place
from rubricator.rules import Rule
from rubricator.source import Source

__all__ = ["Wish", "read"]


@dataclass(frozen=True)
class Wish:
    """How a file is to be read: of which *kind* what it describes is, where it does not say so.

    *languages* are those of labels wanted, the first foremost; *columns* say how a table calls ours.
    """

    kind: EntryKind | None = None
    languages: tuple[str, ...] = ("en",)
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def read(source: Source, wish: Wish) -> tuple[list[Entry], list[Finding]]:
    """The entries that *source* describes, and what could not be taken; InputRefused if it is broken."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    for one in _read(source, wish):
        if isinstance(one, Finding):
            findings.append(one)
        elif one.names:
            entries.append(one)
        else:
            message = f"The {one.kind} {one.id or 'without an id'} has no name."
            findings.append(_finding(source, NO_NAME, one.line, message, "It was passed over."))
    if not entries and not findings:
        message, remedy = "Nothing in this file describes an entry.", "Say with --kind of which kind it is."
        findings.append(_finding(source, EMPTY, 1, message, remedy))
    return entries, findings


def _read(source: Source, wish: Wish) -> Iterator[Entry | Finding]:
    text = source.markup.lstrip()
    if text.startswith("<"):
        yield from _xml(source, wish)
    elif text.startswith(("{", "[")):
        yield from _json(source, wish)
    elif text.startswith(("=LDR", "=001", "LDR ", "001 ")):
        yield from marc.read_lines(source)
    else:
        yield from tables.read(source, wish.kind, wish.columns)


def _xml(source: Source, wish: Wish) -> Iterator[Entry | Finding]:
    parser = etree.XMLParser(no_network=True, load_dtd=False, collect_ids=False)
    try:
        root = etree.fromstring(source.data, parser)
    except etree.XMLSyntaxError as error:
        row, column = error.position
        raise InputRefused(
            f"This is not well-formed XML: {in_words(error.msg)}.", where=f"{source.name}:{row}:{column}"
        ) from error
    space = etree.QName(root).namespace
    if space in mads.NAMESPACES:
        yield from mads.read(source, root)
    elif space == marc.SLIM.strip("{}") or root.find(f".//{marc.SLIM}record") is not None:
        yield from marc.read_xml(source, root)
    else:
        entries, findings = read_list(source, of_others=True)
        yield from (entry for entry in entries if wish.kind in (None, entry.kind))
        yield from (finding for finding in findings if finding.rule == DATES.ident)


def _json(source: Source, wish: Wish) -> Iterator[Entry | Finding]:
    unknown: list[str] = []
    for value in read_json(source):
        found = list(wikidata.entities(value))
        for entity in found:
            made = list(wikidata.read(entity, wish.kind, wish.languages, source.name))
            yield from made
            if not made:
                unknown.append(str(entity.get("id")))
        for record in () if found else objects(value):
            if viaf.is_record(record):
                made = list(viaf.read(record, wish.kind, source.name))
            elif gnd.is_record(record):
                made = list(gnd.read(record, wish.kind, source.name))
            else:
                continue  # other nodes of a graph
            yield from made
            if not made:
                unknown.append(str(record.get("id", record.get("@id", "without an id"))))
    if unknown:
        message = f"It does not say of which kind {_listed(unknown)} {'is' if len(unknown) == 1 else 'are'}."
        yield _finding(source, UNKNOWN_KIND, 1, message, "Give --kind, or leave them out.")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def _finding(source: Source, rule: Rule, line: int, message: str, remedy: str) -> Finding:
    return rule.broken(source, Place(line or 1, 1), message, remedy)
