"""Rules cut to one document: what can match nothing in it is left out, and then what nobody asks for.

A template stays if its pattern, predicates aside, could match something; then whatever is named in what
stays. A declaration may say with `r:if` (namespace urn:rubricator:rules) that it gives nothing where there is
none of some elements (`rdg wit`), attributes (`@facs`, `@type=x`, one that begins so: `@type=x*`, of an
element `note@n`), or not both of two (`note+ref`); of `note@type!=x` there is one where a note says
something else, or nothing. A template with a pattern is then left out, any other emptied, a function or a
variable gives the nothing of its type; and no pattern matches that asks for such a variable
(`p[$fp:has-zones]`). An instruction may have `r:if` too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any

from lxml import etree

from rubricator import tei
from rubricator.stylesheet.merging import DEFAULT, VARIABLE, declared, merged, shared_meanings
from rubricator.stylesheet.modules import XSL
from rubricator.stylesheet.parting import parted

Step = frozenset[str]
"""The names of elements of which a step of a pattern takes one; none where it takes any node."""
Has = Callable[[str], bool]
"""Whether a document has an element or attribute; see `holdings`."""

_IF = "{urn:rubricator:rules}if"
_ANY: Step = frozenset()
_TEMPLATE = f"{XSL}template"
_SETTING = "m:xhtml"
"""The mode that sets the text. Of a header it sees only these:"""
_SET_OF_HEADER = tuple(
    f"{{{tei.TEI}}}{name}" for name in ("availability", "encodingDesc", "msDesc", "recordingStmt")
)
_NAMED = frozenset(f"{XSL}{kind}" for kind in ("template", "function", "variable", "key"))
_NOTHING = {"xs:boolean": "false()", "xs:string": "''", "xs:integer": "0"}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ASKED = re.compile(r"fp?:[\w.-]+")  # more than names, perhaps: without \b it takes half the time
_COMMENT = re.compile(r"\(:.*?:\)", re.DOTALL)
_STRING = re.compile(r"'[^']*'|\"[^\"]*\"")
_INNERMOST = re.compile(r"\[[^][]*\]")
_GUARD = re.compile(r"\[\$(fp?:[\w.-]+)\]")
_INSTRUCTIONS: Callable[[etree._Element], Any] = etree.XPath(
    "*/*/descendant-or-self::*[@r:if]", namespaces={"r": _IF[1:-3]}
)
_STEP = re.compile(r"(?:(?:child|descendant|self)::)?(?:([\w-]+|\*):)?([\w-]+|\*)")


def cut(modules: Sequence[etree._Element], documents: Sequence[etree._Element]) -> str:
    """The package that begins *modules*, with what is needed of them for *documents* put into it."""
    shared = shared_meanings(modules)
    return merged(modules, needed(modules, holdings(documents), set_names(documents), shared), shared)


def holdings(documents: Sequence[etree._Element]) -> Has:
    """What *documents* have: `rdg` is an element, `{…` a namespace, `@facs`, `@type=x`, `note@n` attributes.

    Of `note+ref` they have both; of `note@type!=x` a note of another type, or of none.
    """
    names = _names(tag for document in documents for tag in _tags(document))

    @cache
    def said() -> Mapping[tuple[str, str], Set[str | None]]:
        """What attributes say, of any element and (None where one lacks it) of those of a name."""
        found: dict[tuple[str, str], set[str | None]] = {}
        with_it: Counter[tuple[str, str]] = Counter()
        all_of: Counter[str] = Counter()
        for element in (one for document in documents for one in document.iter("{*}*")):
            namespace, _, name = str(element.tag).rpartition("}")
            if namespace:
                all_of[name] += 1
                for attribute, value in element.items():
                    key = (name, str(attribute).replace(_XML, "xml:"))
                    with_it[key] += 1
                    found.setdefault(key, set()).add(str(value))
                    found.setdefault(("", key[1]), set()).add(str(value))
        for key, number in with_it.items():
            if number < all_of[key[0]]:
                found[key].add(None)
        return found

    def values(element: str, attribute: str) -> Set[str | None]:
        return said().get((element, attribute), {None} if element else set())

    @cache
    def has(name: str) -> bool:
        if "+" in name:
            return all(map(has, name.split("+")))
        element, at, attribute = name.partition("@")
        if not at or (element and element not in names):
            return name in names
        attribute, other, value = attribute.partition("!=")
        if other:
            return bool(values(element, attribute) - {value})
        attribute, _, value = attribute.partition("=")
        there = values(element, attribute)
        if value.endswith("*"):
            return any(one and one.startswith(value[:-1]) for one in there)
        return value in there if value else bool(there - {None})

    return has


def set_names(documents: Sequence[etree._Element]) -> Set[str]:
    """The names of the elements of *documents* that are set as text, and of those they stand in."""
    left: Counter[str] = Counter()
    for document in documents:
        left.update(_tags(document))
        for header in document.iter(f"{{{tei.TEI}}}teiHeader"):
            left.subtract(_tags(header))
            left.update((str(header.tag),))
            for part in header.iter(*_SET_OF_HEADER):
                left.update(_tags(part))
                left.update(str(one.tag) for one in part.iterancestors())
    return _names(tag for tag, count in left.items() if count > 0)


def _tags(element: etree._Element) -> Iterator[str]:
    return (str(one.tag) for one in element.iter("{*}*"))


def _names(tags: Iterable[str]) -> Set[str]:
    """The names and, as `{…`, the namespaces; what is in none is a setting of ours."""
    parts = [tag[1:].rpartition("}") for tag in set(tags) if tag.startswith("{")]
    return {name for _, _, name in parts} | {f"{{{namespace}" for namespace, _, _ in parts}


def needed(
    modules: Sequence[etree._Element], has: Has, set_as_text: Set[str], shared: Mapping[str, str]
) -> list[etree._Element]:
    """The declarations of *modules* that are needed where a document *has* so much, in their order."""
    stays: set[etree._Element] = set()
    asked: list[etree._Element] = []
    named: dict[str, list[etree._Element]] = {}
    never = {
        str(one.get("name"))
        for module in modules
        for one in module.iterchildren(VARIABLE)
        if one.get("as") == "xs:boolean" and _gives_nothing(one, has)
    }
    for module in modules:
        for part in _INSTRUCTIONS(module):
            _given(part, has)
        for one in declared(module, shared):
            name = one.get("name", "")
            if (
                one.tag == _TEMPLATE
                and one.get("match") is not None
                and not _gives_nothing(one, has)
                and _may_match(
                    one,
                    set_as_text.__contains__ if one.get("mode") == _SETTING else has,
                    shared[DEFAULT],
                    never,
                )
            ):
                asked.append(one)
            elif one.tag in _NAMED and ":" in name:
                named.setdefault(name, []).append(_given(one, has))
            elif one.tag != _TEMPLATE:
                asked.append(one)
    while asked:
        one = asked.pop()
        stays.add(one)
        for name in set(_ASKED.findall(etree.tostring(one, encoding="unicode", with_tail=False))):
            asked += named.pop(name, ())
    return [one for module in modules for one in module if one in stays]


def _gives_nothing(one: etree._Element, has: Has) -> bool:
    condition = one.get(_IF)
    return bool(condition) and not any(map(has, str(condition).split()))


def _given(one: etree._Element, has: Has) -> etree._Element:
    """The declaration or instruction, emptied where it gives nothing."""
    if not _gives_nothing(one, has):
        return one
    one.text = None
    for part in list(one):
        if part.tag != f"{XSL}param":
            one.remove(part)
    if one.tag == f"{XSL}function":
        etree.SubElement(one, f"{XSL}sequence", select=_nothing(one))
    elif one.tag == VARIABLE:
        one.set("select", _nothing(one))
    elif one.tag == f"{XSL}when":
        one.set("test", "false()")
    elif one.tag != _TEMPLATE:
        one.tag = f"{XSL}sequence"
        one.attrib.clear()
        one.set("select", "()")
    return one


def _nothing(one: etree._Element) -> str:
    """What a function or a variable of this type gives where it gives nothing."""
    kind = one.get("as", "")
    return "map{}" if kind.startswith("map(") and kind.endswith(")") else _NOTHING.get(kind, "()")


def _may_match(template: etree._Element, has: Has, default: str, never: Set[str]) -> bool:
    if template.get(DEFAULT, default) != tei.TEI:
        return True  # a pattern of what we make ourselves
    pattern = str(template.get("match"))
    if not never.isdisjoint(_GUARD.findall(pattern)) and len(list(parted(bare(pattern), "|"))) == 1:
        return False
    return any(
        all(not step or any(map(has, step)) for step in branch)
        for branch in branches(pattern, template.nsmap)
    )


def branches(pattern: str, namespaces: Mapping[str | None, str]) -> Iterator[tuple[Step, ...]]:
    """What *pattern* may match: for each of its alternatives, the names that its steps take."""
    for branch in parted(bare(pattern), "|"):
        yield tuple(_step(step, namespaces) for step in parted(branch, "/"))


def bare(pattern: str) -> str:
    """*pattern* without its predicates."""
    if "[" not in pattern and "(:" not in pattern:
        return pattern
    pattern = _COMMENT.sub("", _STRING.sub("''", pattern))
    while pattern != (pattern := _INNERMOST.sub("", pattern)):
        pass
    return pattern


def _step(step: str, namespaces: Mapping[str | None, str]) -> Step:
    if step.startswith("(") and step.endswith(")"):
        inner = [next(filter(None, parts[::-1]), _ANY) for parts in branches(step[1:-1], namespaces)]
        return _ANY.union(*inner) if all(inner) else _ANY
    name = _STEP.fullmatch(step)
    if name is None or (name[1] in (None, "*") and name[2] == "*"):
        return _ANY
    return frozenset((f"{{{namespaces[name[1]]}" if name[2] == "*" else name[2],))
