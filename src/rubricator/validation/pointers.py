"""Where pointers lead: within the file, through a prefix to an authority list, to other files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.findings import Finding, Severity
from rubricator.validation.places import Places
from rubricator.validation.rules import Rule

Elsewhere = Callable[[str], frozenset[str] | None]
"""Tells the xml:ids of another file by its address from this one: None if there is no such file.

A file that has none (a picture, a text) has an empty set. `OutsideError` says that it was not looked for.
"""


class OutsideError(Exception):
    """The address leads out of the edition, where nothing is read."""


LOCAL = Rule(
    "pointers.local",
    Severity.ERROR,
    "A pointer that begins with # leads to the element of this file that has that xml:id.",
    wrong='<ref target="#p99">below</ref>',
    right='<ref target="#p9">below</ref>',
)
SPACE = Rule(
    "pointers.space",
    Severity.ERROR,
    "White space divides one address from the next, so an address with a blank in it is read as two.",
    wrong='<ref target="my article.xml">there</ref>',
    right='<ref target="my%20article.xml">there</ref>',
)
PREFIX = Rule(
    "pointers.prefix",
    Severity.ERROR,
    "What stands before the colon is either a scheme of the web (https) or a prefix that a prefixDef in the "
    "header declares.",
    wrong='<persName ref="persn:trotsky">Trotsky</persName>',
    right='<persName ref="person:trotsky">Trotsky</persName>',
)
PATTERN = Rule(
    "pointers.prefix-pattern",
    Severity.ERROR,
    "The matchPattern of a prefixDef says what may stand after the colon, and the address is made of it.",
    wrong='<prefixDef ident="person" matchPattern="([a-z]+" replacementPattern="persons.xml#$1"/>',
    right='<prefixDef ident="person" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/>',
)
ENTRY = Rule(
    "names.ref-resolves",
    Severity.ERROR,
    "A name leads through its prefix to an entry of an authority list.",
    wrong='<persName ref="person:jsmyth">J. Smith</persName>',
    right='<persName ref="person:jsmith">J. Smith</persName>',
)
FILE = Rule(
    "pointers.file",
    Severity.ERROR,
    "A relative address leads to a file of the edition.",
    wrong='<graphic url="image/page1.png"/>',
    right='<graphic url="images/page1.png"/>',
)
FRAGMENT = Rule(
    "pointers.fragment",
    Severity.ERROR,
    "What stands after # is the xml:id of an element in that file.",
    wrong='<ref target="other-article.xml#p99">there</ref>',
    right='<ref target="other-article.xml#p9">there</ref>',
)
OUTSIDE = Rule(
    "pointers.outside",
    Severity.WARNING,
    "Nothing outside the edition is read, so it cannot be told where this leads; and whoever has the edition "
    "alone cannot follow it.",
    wrong='<ref target="../../elsewhere/notes.xml">there</ref>',
    right='<ref target="notes.xml">there</ref>',
)
UNIQUE = Rule(
    "ids.unique",
    Severity.ERROR,
    "An xml:id is the name of one element. People cite it, and a pointer to two leads to neither.",
    wrong='<p xml:id="p1">…</p> <p xml:id="p1">…</p>',
    right='<p xml:id="p1">…</p> <p xml:id="p2">…</p>',
)
RULES = (LOCAL, SPACE, PREFIX, PATTERN, ENTRY, FILE, FRAGMENT, OUTSIDE, UNIQUE)

ATTRIBUTES = frozenset(
    "ref target resp who toWhom corresp next prev sameAs copyOf synch select exclude facs source ana decls "
    "hand rendition wit calendar period edRef spanTo change url nymRef active passive mutual inst parent "
    "targetEnd since feats".split()
)
"""The attributes whose values are pointers, wherever TEI has them."""

SCHEMES = frozenset(
    "http https ftp ftps mailto tel urn doi hdl info ark isbn issn tag data file geo news about magnet "
    "ssh git ipfs lsid cts purl oclc orcid".split()
)
"""What may stand before a colon without being declared."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)
_BARE = re.compile(r"[^#:/.]+")
_DECLARED = "/*/tei:teiHeader//tei:prefixDef | /*/tei:TEI/tei:teiHeader//tei:prefixDef"


@dataclass(frozen=True)
class _Prefix:
    """What a prefixDef declares."""

    element: etree._Element
    pattern: re.Pattern[str] | None
    replacement: str

    @classmethod
    def of(cls, element: etree._Element) -> _Prefix:
        try:
            pattern = re.compile(element.get("matchPattern") or "(.*)")
        except re.error:
            pattern = None
        return cls(element, pattern, element.get("replacementPattern") or "")

    def address(self, rest: str) -> str | None:
        """Where what stands after the colon leads."""
        match = self.pattern.fullmatch(rest) if self.pattern else None
        if match is None:
            return None
        groups = match.groups()
        return re.sub(
            r"\$([1-9])",
            lambda group: (groups[int(group[1]) - 1] or "") if int(group[1]) <= len(groups) else "",
            self.replacement,
        )


@dataclass(frozen=True)
class _Check:
    document: Document
    elsewhere: Elsewhere
    places: Places

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(map(str, tei.select("//@xml:id", self.document.root)))

    @cached_property
    def prefixes(self) -> dict[str, _Prefix]:
        declared = tei.elements(_DECLARED, self.document.root)
        return {str(element.get("ident")): _Prefix.of(element) for element in declared}

    def all(self) -> Iterator[Finding]:
        yield from self.duplicates()
        for prefix, declared in self.prefixes.items():
            if declared.pattern is None:
                yield self.found(
                    PATTERN,
                    declared.element,
                    "matchPattern",
                    f"The matchPattern of the prefix {prefix} is no regular expression.",
                    "Correct it, as in (.+).",
                )
        for element in self.document.root.iter(f"{{{tei.TEI}}}*"):
            for name, value in element.attrib.items():
                if name in ATTRIBUTES:
                    yield from self.attribute(element, str(name), str(value))

    def duplicates(self) -> Iterator[Finding]:
        first: dict[str, etree._Element] = {}
        for element in self.document.root.iter("*"):
            ident = element.get(tei.XML_ID)
            if ident is None:
                continue
            if ident in first:
                line = place.line if (place := self.places.of(first[ident])) else "?"
                yield self.found(
                    UNIQUE,
                    element,
                    "xml:id",
                    f"The xml:id {ident} is already that of {tei.local_name(first[ident])} in line {line}.",
                    "Give this one an id of its own.",
                )
            first.setdefault(ident, element)

    def attribute(self, element: etree._Element, name: str, value: str) -> Iterator[Finding]:
        pointers = value.split()
        broken = [pointer for pointer in pointers if _BARE.fullmatch(pointer)]
        if len(pointers) > 1 and broken and self.elsewhere_ids(broken[0]) is None:
            yield self.found(
                SPACE,
                element,
                name,
                f"There is white space in the address {value}, so it is read as {len(pointers)} addresses.",
                "Write %20 for each blank in a file name, or remove it.",
            )
            return
        for pointer in pointers:
            if finding := self.pointer(element, name, pointer):
                yield finding

    def pointer(self, element: etree._Element, name: str, pointer: str) -> Finding | None:
        """What is wrong with one pointer, if anything."""
        scheme = _SCHEME.fullmatch(pointer)
        if scheme and scheme[1] in self.prefixes:
            return self.prefixed(element, name, pointer, scheme[1], scheme[2])
        if scheme and scheme[1].lower() in SCHEMES:
            return None
        if scheme:
            near = _near(scheme[1], self.prefixes)
            return self.found(
                PREFIX,
                element,
                name,
                f"The prefix {scheme[1]} of {pointer} is declared nowhere.",
                f"Did you mean {near}:{scheme[2]}?" if near else "Add a prefixDef for it to the header.",
            )
        if element.xpath("ancestor-or-self::*/@xml:base"):
            return None
        address, _, fragment = pointer.partition("#")
        if "(" in fragment:  # an XPointer scheme
            return None
        if not address:
            return self.local(element, name, fragment)
        return self.remote(element, name, pointer, address, fragment)

    def local(self, element: etree._Element, name: str, fragment: str) -> Finding | None:
        if fragment in self.ids:
            return None
        near = _near(fragment, self.ids)
        return self.found(
            LOCAL,
            element,
            name,
            f"Nothing in this file has the xml:id {fragment}, to which @{name} leads.",
            f"Did you mean #{near}?" if near else f"Correct @{name}, or give the id to what is meant.",
        )

    def prefixed(
        self, element: etree._Element, name: str, pointer: str, prefix: str, rest: str
    ) -> Finding | None:
        declared = self.prefixes[prefix]
        if declared.pattern is None:
            return None  # said where it is declared
        leads = declared.address(rest)
        if leads is None:
            pattern = declared.element.get("matchPattern")
            return self.found(
                PATTERN,
                element,
                name,
                f"{pointer} does not fit the pattern that the header gives for {prefix}: {pattern}",
                f"Correct @{name}, or the matchPattern.",
            )
        if _SCHEME.fullmatch(leads):
            return None
        address, _, fragment = leads.partition("#")
        found = self.elsewhere_ids(address) if address else self.ids
        if found is None or not fragment or fragment in found:
            return None if found is not None else self.missing(element, name, pointer, address)
        near = _near(fragment, found)
        return self.found(
            ENTRY,
            element,
            name,
            f"No {_KINDS.get(prefix, 'entry')} has the id {pointer}.",
            f"Did you mean {prefix}:{near}?" if near else f"Add one to {address}, or remove @{name}.",
        )

    def remote(
        self, element: etree._Element, name: str, pointer: str, address: str, fragment: str
    ) -> Finding | None:
        try:
            found = self.elsewhere(address)
        except OutsideError:
            return self.found(
                OUTSIDE,
                element,
                name,
                f"{pointer} leads out of the edition, and was not followed.",
                "Bring the file into the edition, or give its address on the web.",
            )
        if found is None:
            return self.missing(element, name, pointer, address)
        if not fragment or fragment in found:
            return None
        near = _near(fragment, found)
        return self.found(
            FRAGMENT,
            element,
            name,
            f"Nothing in {address} has the xml:id {fragment}.",
            f"Did you mean {address}#{near}?" if near else f"Correct @{name}.",
        )

    def missing(self, element: etree._Element, name: str, pointer: str, address: str) -> Finding:
        through = f" (through {pointer})" if pointer.partition("#")[0] != address else ""
        return self.found(
            FILE,
            element,
            name,
            f"There is no file {address}, to which @{name} leads{through}.",
            f"Correct @{name}, or add the file.",
        )

    def elsewhere_ids(self, address: str) -> frozenset[str] | None:
        try:
            return self.elsewhere(address)
        except OutsideError:
            return None

    def found(
        self, rule: Rule, element: etree._Element, attribute: str, message: str, remedy: str
    ) -> Finding:
        return rule.broken(self.document.source, self.places.of(element, attribute), message, remedy)


_KINDS = {"person": "person", "place": "place", "org": "organisation", "work": "work"}


def check(document: Document, elsewhere: Elsewhere) -> Iterator[Finding]:
    """What is wrong with the pointers and the ids of the document."""
    return _Check(document, elsewhere, Places(document)).all()


def _near(wanted: str, known: frozenset[str] | dict[str, _Prefix]) -> str | None:
    return next(iter(get_close_matches(wanted, sorted(known), n=1, cutoff=0.75)), None)
