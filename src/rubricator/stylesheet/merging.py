"""Rules merged into one package: what their modules declare, in one text.

For many documents that is all of it, with the value of each global variable in a function of its own: what a
variable's expression comes to in instructions Saxon works out at every run, that of a function once. And
its rules are parted by the names of the elements that they match.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from rubricator.errors import Bug
from rubricator.stylesheet.modules import XSL
from rubricator.stylesheet.parting import rules

DEFAULT = "xpath-default-namespace"
VARIABLE = f"{XSL}variable"
_TEMPLATE = f"{XSL}template"
_ABSENT = {DEFAULT: "", "expand-text": "no", "exclude-result-prefixes": ""}
"""What attributes of a module mean for all that is in it where they are missing."""
_REFERENCES = frozenset((f"{XSL}include", f"{XSL}import"))
_OF_A_VALUE = ("as", DEFAULT, "expand-text", "exclude-result-prefixes")


def shared_meanings(modules: Sequence[etree._Element]) -> Mapping[str, str]:
    """What those attributes mean in most of *modules*."""
    return {
        name: Counter(module.get(name, absent) for module in modules).most_common(1)[0][0]
        for name, absent in _ABSENT.items()
    }


def declared(module: etree._Element, shared: Mapping[str, str]) -> Iterator[etree._Element]:
    """What *module* declares; where it means something else than is *shared*, each declaration says so."""
    meant = {name: module.get(name, _ABSENT[name]) for name in shared}
    special = {name: value for name, value in meant.items() if value != shared[name]}
    for one in module.iterchildren(etree.Element):
        if one.tag not in _REFERENCES:
            for attribute in special.keys() - one.keys():
                one.set(attribute, special[attribute])
            yield one


def merged(
    modules: Sequence[etree._Element], declarations: Iterable[etree._Element], shared: Mapping[str, str]
) -> str:
    """The package that begins *modules*, with those of their *declarations* put into it."""
    package = modules[0]
    namespaces: dict[Any, str] = {}  # that of no prefix is called None
    for prefix, namespace in ((prefix, one) for module in modules for prefix, one in module.nsmap.items()):
        if namespaces.setdefault(prefix, namespace) != namespace:
            raise Bug(f"Two modules of the rules mean different things by the prefix {prefix}.")
    whole = etree.Element(package.tag, {**dict(package.attrib), **shared}, nsmap=namespaces)
    whole.extend(list(declarations))
    return etree.tostring(whole, encoding="unicode")


def whole(modules: Sequence[etree._Element]) -> str:
    """The package that begins *modules*, with all that they declare."""
    shared = shared_meanings(modules)
    return merged(modules, _with_functions(modules, shared), shared)


def _with_functions(modules: Sequence[etree._Element], shared: Mapping[str, str]) -> Iterator[etree._Element]:
    for number, one in enumerate([one for module in modules for one in declared(module, shared)]):
        if one.tag == VARIABLE and _is_worked_out(one):
            yield _function(one)
        yield from rules(one, f"fp:rule.{number}") if one.tag == _TEMPLATE else (one,)


def _is_worked_out(variable: etree._Element) -> bool:
    """Whether it has a value to be worked out at each run; what a function cannot see is the document."""
    return variable.get("static") != "yes" and variable.get("select") != "/"


def _function(variable: etree._Element) -> etree._Element:
    """The function that gives what the *variable* has, which then asks it."""
    name = f"fp:value.{str(variable.get('name')).replace(':', '.')}"
    namespaces: dict[Any, str] = variable.nsmap
    function = etree.Element(f"{XSL}function", {"name": name}, nsmap=namespaces)
    for attribute in _OF_A_VALUE:
        if (value := variable.get(attribute)) is not None:
            function.set(attribute, value)
    select = variable.get("select")
    if select is None:
        function.text = variable.text
        function.extend(list(variable))
    else:
        etree.SubElement(function, f"{XSL}sequence", select=select)
    variable.text = None
    variable.set("select", f"{name}()")
    return function
