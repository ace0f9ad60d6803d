"""Where pointers lead: within the file, through a prefix to an authority list, to other files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from itertools import pairwise

from lxml import etree

from rubricator import tei
from rubricator.authority import prefixes
from rubricator.authority.prefixes import Prefix
from rubricator.document import Document
from rubricator.findings import Finding
from rubricator.validation.elsewhere import Elsewhere, Ids, OutsideError
from rubricator.validation.places import Places
from rubricator.validation.pointer_rules import (
    ENTRY,
    FILE,
    FORMER,
    FRAGMENT,
    LOCAL,
    OUTSIDE,
    PATTERN,
    PREFIX,
    SPACE,
)
from rubricator.validation.rules import Rule

ATTRIBUTES = tei.POINTERS

SCHEMES = frozenset(
    "http https ftp ftps mailto tel urn doi hdl info ark tag data geo news about ssh git ipfs".split()
)
"""What may stand before a colon without being declared."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)
_BARE = re.compile(r"[^#:/.]+")
_BEGUN = re.compile(r"[^#:.]+")
_BROKEN_OFF = re.compile(r"#|[^#/]+:")
_FILE_LIKE = re.compile(r"[^#:]*[./][^:]*")


@dataclass(frozen=True)
class _Check:
    document: Document
    elsewhere: Elsewhere
    places: Places

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(map(str, tei.select("//@xml:id", self.document.root)))

    @cached_property
    def prefixes(self) -> dict[str, Prefix]:
        return prefixes.declared(self.document.root)

    def all(self) -> Iterator[Finding]:
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

    def attribute(self, element: etree._Element, name: str, value: str) -> Iterator[Finding]:
        pointers = value.split()
        if self.is_one_in_pieces(pointers):
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

    def is_one_in_pieces(self, pointers: list[str]) -> bool:
        """Whether these are the pieces of one address: `my file.xml`, `# p1`, `person: trotsky`."""
        for piece, following in pairwise(pointers):
            if _BROKEN_OFF.fullmatch(piece) and _BARE.fullmatch(following):
                return True
            in_a_name = _BEGUN.fullmatch(piece) and _FILE_LIKE.fullmatch(following)
            if in_a_name and piece not in self.ids and self.elsewhere_ids(piece) is None:
                return True
        return False

    def pointer(self, element: etree._Element, name: str, pointer: str) -> Finding | None:
        """What is wrong with one pointer, if anything."""
        scheme = _SCHEME.fullmatch(pointer)
        if scheme and scheme[1] in self.prefixes:
            return self.prefixed(element, name, pointer, scheme[1], scheme[2])
        if scheme and scheme[1].lower() in SCHEMES:
            return None
        if scheme and scheme[1].lower() == "file":
            return self.outside(element, name, pointer)
        if scheme:
            near = _near(scheme[1], frozenset(self.prefixes))
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
        if isinstance(found, Ids) and fragment in found.former:
            return self.former(element, name, pointer, f"{prefix}:{found.former[fragment]}")
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
            if pointer in self.ids:
                return self.missing(element, name, pointer, address)
            return self.outside(element, name, pointer)
        if found is None:
            return self.missing(element, name, pointer, address)
        if not fragment or fragment in found:
            return None
        if isinstance(found, Ids) and fragment in found.former:
            return self.former(element, name, pointer, f"{address}#{found.former[fragment]}")
        near = _near(fragment, found)
        return self.found(
            FRAGMENT,
            element,
            name,
            f"Nothing in {address} has the xml:id {fragment}.",
            f"Did you mean {address}#{near}?" if near else f"Correct @{name}.",
        )

    def former(self, element: etree._Element, name: str, pointer: str, now: str) -> Finding:
        return self.found(FORMER, element, name, f"{pointer} is now {now}.", f"Write {now} in @{name}.")

    def missing(self, element: etree._Element, name: str, pointer: str, address: str) -> Finding:
        through = f" (through {pointer})" if pointer.partition("#")[0] != address else ""
        return self.found(
            FILE,
            element,
            name,
            f"There is no file {address}, to which @{name} leads{through}.",
            f"Did you mean #{pointer}?" if pointer in self.ids else f"Correct @{name}, or add the file.",
        )

    def outside(self, element: etree._Element, name: str, pointer: str) -> Finding:
        return self.found(
            OUTSIDE,
            element,
            name,
            f"{pointer} leads out of the edition, and was not followed.",
            "Bring the file into the edition, or give its address on the web.",
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
    """What is wrong with the pointers of the document."""
    return _Check(document, elsewhere, Places(document)).all()


@lru_cache(maxsize=4096)
def _near(wanted: str, known: frozenset[str]) -> str | None:
    """What was probably meant: the nearest of those that are about as long and of much the same letters."""
    letters = set(wanted)
    likely = (
        name
        for name in known
        if abs(len(name) - len(wanted)) <= 2 and len(letters.symmetric_difference(name)) <= 3
    )
    return next(iter(get_close_matches(wanted, sorted(likely), n=1, cutoff=0.75)), None)
