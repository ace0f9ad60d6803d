"""Rules parted by the names of the elements that they match.

Saxon finds a rule by the name of an element where its pattern ends in one name. A pattern for several names
it takes apart itself only if the rule has no priority of its own, and the names stand in no brackets; any
other it tries on every element that there is. Here such a rule becomes one for each name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from rubricator.stylesheet.modules import XSL

_NAME = re.compile(r"[\w-]+(?=\s*(?:\[|$))")
_PARAM = f"{XSL}param"
_CLOSED = re.compile(r"""[(\["']""")


def rules(rule: etree._Element, called: str) -> Sequence[etree._Element]:
    """*rule*, or a rule for each name that its pattern ends in: all do what the first does, so *called*."""
    pattern = " ".join(rule.get("match", "").split())
    takes = any(part.get("tunnel") != "yes" for part in rule.iterchildren(_PARAM))
    if "|" not in pattern or takes:
        return (rule,)
    # What may match one element must stay one rule, or the two would be taken for a contradiction.
    groups: dict[str, list[str]] = {}
    for alternative in alternatives(pattern):
        name = _NAME.match(_steps(alternative)[-1])
        groups.setdefault(name[0] if name else "*", []).append(alternative)
    if len(groups) == 1:
        return (rule,)
    if rule.get("priority") is None:
        rule.set("match", " | ".join(one for group in groups.values() for one in group))
        return (rule,)
    first, *others = (" | ".join(group) for group in groups.values())
    rule.set("match", first)
    rule.set("name", rule.get("name", called))
    same = {str(name): str(value) for name, value in rule.items() if name not in ("match", "name")}
    found = [rule]
    for other in others:
        spaces: dict[Any, str] = rule.nsmap
        made = etree.Element(rule.tag, {**same, "match": other}, nsmap=spaces)
        etree.SubElement(made, f"{XSL}call-template", name=str(rule.get("name")))
        found.append(made)
    return found


def alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of *pattern*; of a last step with several names in brackets, one for each."""
    for branch in parted(pattern, "|"):
        last = _steps(branch)[-1]
        end = next(
            (at for at in range(len(last)) if last[: at + 1].count("(") == last[: at + 1].count(")")), 0
        )
        names = list(parted(last[1:end], "|")) if last.startswith("(") else []
        if len(names) > 1 and all(map(_NAME.fullmatch, names)):
            yield from (branch.removesuffix(last) + name + last[end + 1 :].lstrip() for name in names)
        else:
            yield branch


def _steps(branch: str) -> list[str]:
    return list(parted(branch, "/"))


def parted(written: str, mark: str) -> Iterator[str]:
    """The parts between the marks that stand in no brackets and no string."""
    if not _CLOSED.search(written):
        yield from map(str.strip, written.split(mark))
        return
    depth, start, quoted = 0, 0, ""
    for at, character in enumerate(written):
        if quoted:
            quoted = "" if character == quoted else quoted
        elif character in "'\"":
            quoted = character
        elif character == mark and not depth:
            yield written[start:at].strip()
            start = at + 1
        else:
            depth += (character in "([") - (character in ")]")
    yield written[start:].strip()
