"""Rules cut to one document: what can match nothing in it is left out, and then what nobody asks for.

A template stays if its pattern, predicates aside, could match something; then whatever is named in what
stays. A declaration may say with `r:if` (namespace urn:rubricator:rules) that it gives nothing where there is
none of some elements (`rdg wit`) or attributes (`@facs`, `@type=x`); a template with a pattern is then left
out, any other emptied.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from rubricator import tei
from rubricator.errors import Bug
from rubricator.stylesheet.modules import XSL

Step = frozenset[str]
"""The names of elements of which a step of a pattern takes one; none where it takes any node."""
Has = Callable[[str], bool]
"""Whether a document has an element or attribute; see `holdings`."""

_IF = "{urn:rubricator:rules}if"
_ANY: Step = frozenset()
_TEMPLATE = f"{XSL}template"
_NAMED = frozenset(f"{XSL}{kind}" for kind in ("template", "function", "variable", "key"))
_REFERENCES = frozenset((f"{XSL}include", f"{XSL}import"))
_DEFAULT = "xpath-default-namespace"
_ABSENT = {_DEFAULT: "", "expand-text": "no", "exclude-result-prefixes": ""}
"""What attributes of a module mean for all that is in it where they are missing."""
_ASKED = re.compile(r"fp?:[\w.-]+")  # more than names, perhaps: without \b it takes half the time
_COMMENT = re.compile(r"\(:.*?:\)", re.DOTALL)
_STRING = re.compile(r"'[^']*'|\"[^\"]*\"")
_INNERMOST = re.compile(r"\[[^][]*\]")
_STEP = re.compile(r"(?:(?:child|descendant|self)::)?(?:([\w-]+|\*):)?([\w-]+|\*)")


def cut(modules: Sequence[etree._Element], documents: Sequence[etree._Element]) -> str:
    """The package that begins *modules*, with what is needed of them for *documents* put into it."""
    package = modules[0]
    shared = {
        name: Counter(module.get(name, absent) for module in modules).most_common(1)[0][0]
        for name, absent in _ABSENT.items()
    }
    namespaces: dict[Any, str] = {}  # that of no prefix is called None
    for prefix, namespace in ((prefix, one) for module in modules for prefix, one in module.nsmap.items()):
        if namespaces.setdefault(prefix, namespace) != namespace:
            raise Bug(f"Two modules of the rules mean different things by the prefix {prefix}.")
    whole = etree.Element(package.tag, {**dict(package.attrib), **shared}, nsmap=namespaces)
    for one in needed(modules, holdings(documents), shared):
        whole.append(one)
    return etree.tostring(whole, encoding="unicode")


def holdings(documents: Sequence[etree._Element]) -> Has:
    """What *documents* have: `rdg` is an element, `{…` a namespace, `@facs` and `@type=x` attributes."""
    tags = {element.tag for document in documents for element in document.iter(etree.Element)}
    names = {str(tag).rpartition("}")[2] for tag in tags} | {str(tag).rpartition("}")[0] for tag in tags}
    found: dict[str, bool] = {}

    def has(name: str) -> bool:
        if not name.startswith("@"):
            return name in names
        if name not in found:
            attribute, _, value = name.partition("=")
            path = f"boolean(//{attribute}{f'[. = {value!r}]' if value else ''})"
            found[name] = any(document.xpath(path) for document in documents)
        return found[name]

    return has


def needed(modules: Sequence[etree._Element], has: Has, shared: Mapping[str, str]) -> list[etree._Element]:
    """The declarations of *modules* that are needed where a document *has* so much, in their order."""
    stays: set[etree._Element] = set()
    asked: list[etree._Element] = []
    named: dict[str, list[etree._Element]] = {}
    for module in modules:
        meant = {name: module.get(name, _ABSENT[name]) for name in shared}
        special = {name: value for name, value in meant.items() if value != shared[name]}
        for one in module.iterchildren(etree.Element):
            if one.tag in _REFERENCES:
                continue
            for attribute in special.keys() - one.keys():
                one.set(attribute, special[attribute])
            name = one.get("name", "")
            if (
                one.tag == _TEMPLATE
                and one.get("match") is not None
                and _may_match(one, has, meant[_DEFAULT])
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


def _given(declaration: etree._Element, has: Has) -> etree._Element:
    """The declaration, emptied where it gives nothing."""
    condition = declaration.get(_IF)
    if condition and not any(map(has, condition.split())):
        declaration.text = None
        for part in list(declaration):
            if part.tag != f"{XSL}param":
                declaration.remove(part)
    return declaration


def _may_match(template: etree._Element, has: Has, default: str) -> bool:
    condition = template.get(_IF)
    if condition and not any(map(has, condition.split())):
        return False
    if template.get(_DEFAULT, default) != tei.TEI:
        return True  # a pattern of what we make ourselves
    return any(
        all(not step or any(map(has, step)) for step in branch)
        for branch in branches(str(template.get("match")), template.nsmap)
    )


def branches(pattern: str, namespaces: Mapping[str | None, str]) -> Iterator[tuple[Step, ...]]:
    """What *pattern* may match: for each of its alternatives, the names that its steps take."""
    for branch in _parted(bare(pattern), "|"):
        yield tuple(_step(step, namespaces) for step in _parted(branch, "/"))


def bare(pattern: str) -> str:
    """*pattern* without its predicates."""
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


def _parted(written: str, mark: str) -> Iterator[str]:
    """The parts between the marks that stand in no brackets."""
    if "(" not in written:
        yield from map(str.strip, written.split(mark))
        return
    depth, start = 0, 0
    for at, character in enumerate(written):
        depth += (character == "(") - (character == ")")
        if character == mark and not depth:
            yield written[start:at].strip()
            start = at + 1
    yield written[start:].strip()
