"""Every rule that has a permanent name, as documentation and `explain` need it."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

from rubricator import resources, tei
from rubricator.files import read_bytes
from rubricator.validation import (
    across,
    characters,
    exceptions,
    ids,
    leftovers,
    notes,
    pointer_rules,
    schematron,
    times,
)
from rubricator.validation.relaxng.rules import RULES as GRAMMAR_RULES
from rubricator.validation.rules import Rule
from rubricator.validation.validate import NOT_FOUND, OLDER, READABLE

EXAMPLES = "http://www.tei-c.org/ns/Examples"
_SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"


@cache
def catalogue() -> dict[str, Rule]:
    """The rules by their names: those written in Python, then those of our own schema."""
    ours = of_odd(resources.directory("schema") / "rubricator.odd")
    known = (
        READABLE,
        NOT_FOUND,
        OLDER,
        *GRAMMAR_RULES,
        *ids.RULES,
        *pointer_rules.RULES,
        *times.RULES,
        *characters.RULES,
        *leftovers.RULES,
        *notes.RULES,
        *across.RULES,
        *exceptions.RULES,
        *ours,
    )
    return {rule.ident: rule for rule in known}


def of_odd(path: Path) -> tuple[Rule, ...]:
    """The rules that an ODD constrains documents by, with the examples that are written for them."""
    root = etree.fromstring(read_bytes(path), etree.XMLParser(collect_ids=False, no_network=True))
    return tuple(_rule(constraint) for constraint in tei.elements("//tei:constraintSpec[@ident]", root))


def _rule(constraint: etree._Element) -> Rule:
    ident = str(constraint.get("ident"))
    test = next(constraint.iter(_SCHEMATRON + "assert", _SCHEMATRON + "report"), None)
    why = constraint.find(f"{{{tei.TEI}}}desc")
    return Rule(
        ident,
        schematron.severity(None if test is None else test.get("role")),
        " ".join(tei.content(why).split()) if why is not None else "",
        wrong=_example(constraint, "wrong", ident),
        right=_example(constraint, "right", ident),
    )


def _example(constraint: etree._Element, kind: str, ident: str) -> str:
    """The markup of the example of that kind, without the namespace that examples are written in."""
    found = tei.elements("../tei:exemplum[@type=$kind][@n=$ident]/*", constraint, kind=kind, ident=ident)
    return "\n".join(_markup(root) for example in found for root in example)


def _markup(example: etree._Element) -> str:
    alone = deepcopy(example)
    etree.cleanup_namespaces(alone)  # those that the ODD itself declares
    return etree.tostring(alone, encoding="unicode", with_tail=False).replace(f' xmlns="{EXAMPLES}"', "")
