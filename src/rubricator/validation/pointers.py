"""Where pointers lead: within the file, through a prefix to an authority list, to other files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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
from rubricator.validation.reach import Reach
from rubricator.validation.rules import Rule

ATTRIBUTES = tei.POINTERS

SCHEMES = frozenset(
    "http https ftp ftps mailto tel urn doi hdl info ark tag data geo news about ssh git ipfs".split()
)
"""What may stand before a colon without being declared."""

_CHOOSING = frozenset(("include", "exclude"))
_REFERRING = frozenset(("classRef", "moduleRef"))
"""Elements on which these attributes name elements and attributes of a schema, and lead nowhere."""
_HOST = re.compile(r"(?:www\.|[\w-]+\.(?:com|org|net|edu|co\.[a-z]{2}|org\.[a-z]{2}|ac\.[a-z]{2})(?:/|\Z))")
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
    reach: Reach
    told: set[str] = field(default_factory=set)

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
                if name in ATTRIBUTES and not (name in _CHOOSING and tei.local_name(element) in _REFERRING):
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
            if in_a_name and piece not in self.reach.ids and self.reach.of_file(piece) is None:
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
        if scheme and self.reach.header_is_elsewhere:
            return None  # the prefix may be declared there
        if scheme:
            near = _near(scheme[1], frozenset(self.prefixes))
            return self.found(
                PREFIX,
                element,
                name,
                f"The prefix {scheme[1]} is declared nowhere.",
                f"Did you mean {near}:{scheme[2]}?" if near else "Add a prefixDef for it to the header.",
            )
        address, _, fragment = pointer.partition("#")
        if "(" in fragment:  # an XPointer scheme
            return None
        if not address:
            return self.local(element, name, fragment)
        if element.xpath("ancestor-or-self::*/@xml:base"):
            return None
        return self.remote(element, name, pointer, address, fragment)

    def local(self, element: etree._Element, name: str, fragment: str) -> Finding | None:
        if self.reach.is_here(fragment):
            return None
        if name in self.reach.foreign:
            return self.of_another_file(element, name)
        near = _near(fragment, self.reach.ids)
        return self.found(
            LOCAL,
            element,
            name,
            f"Nothing in this file has the xml:id {fragment}, to which @{name} leads.",
            f"Did you mean #{near}?" if near else f"Correct @{name}, or give the id to what is meant.",
        )

    def of_another_file(self, element: etree._Element, name: str) -> Finding | None:
        """That the ids which an attribute points to are those of another file, said once."""
        if name in self.told:
            return None
        self.told.add(name)
        missing, asked = self.reach.foreign[name]
        shown = ", ".join(f"#{ident}" for ident in missing[:3])
        return self.found(
            LOCAL,
            element,
            name,
            f"Of the {asked:,} ids that @{name} points to {len(missing):,} are not in this file: {shown}, ….",
            "If they stand in another one, write its name before the # (persons.xml#smith), or declare a "
            "prefix for it (prefixDef).",
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
        found = self.reach.of_file(address) if address else self.reach.ids
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
            if pointer in self.reach.ids:
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
            self.instead(name, pointer, address),
        )

    def instead(self, name: str, pointer: str, address: str) -> str:
        """What was probably meant by the address of a file that is not there."""
        if pointer in self.reach.ids:
            return f"Did you mean #{pointer}?"
        if _HOST.match(address):
            return f"Write https:// before it if it is an address of the web; else correct @{name}."
        if "." not in address and "/" not in address:
            return f"Write #{address} if an xml:id is meant; else correct @{name}, or add the file."
        return f"Correct @{name}, or add the file."

    def outside(self, element: etree._Element, name: str, pointer: str) -> Finding:
        return self.found(
            OUTSIDE,
            element,
            name,
            f"@{name} leads out of the edition, and was not followed.",
            "Bring the file into the edition, or give its address on the web.",
        )

    def found(
        self, rule: Rule, element: etree._Element, attribute: str, message: str, remedy: str
    ) -> Finding:
        return rule.broken(self.document.source, self.places.of(element, attribute), message, remedy)


_KINDS = {"person": "person", "place": "place", "org": "organisation", "work": "work"}


def check(document: Document, elsewhere: Elsewhere) -> Iterator[Finding]:
    """What is wrong with the pointers of the document."""
    return _Check(document, elsewhere, Places(document), Reach(document, elsewhere)).all()


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
