"""The gate stands before the rules of exactly those elements that a reading may leave out."""

from __future__ import annotations

import re

from lxml import etree

from rubricator import resources

XSL = "{http://www.w3.org/1999/XSL/Transform}"
RULES = etree.parse(resources.directory("xslt") / "shared" / "reading.xsl").getroot()


def names(variable: str) -> set[str]:
    """The names that the strings of *variable* hold, in the module that chooses between readings."""
    known = RULES.find(f"{XSL}variable[@name='{variable}']")
    assert known is not None
    return set(re.findall(r"[A-Za-z]\w+", " ".join(re.findall(r"'([^']*)'", known.get("select", "")))))


def with_rules(*modes: str) -> set[str]:
    """The names of the elements that have a rule in *modes*."""
    return {
        re.sub(r"\[.*?\]|^.*[/:]", "", pattern).strip()
        for rule in RULES.iterchildren(f"{XSL}template")
        if rule.get("mode") in modes
        for pattern in re.sub(r"\[.*?\]", "", rule.get("match", "")).split("|")
    } - {"*"}


def test_every_element_that_decides_where_it_shows_is_known_to_the_gate() -> None:
    """Only elements of these names are asked: a rule for another one would never be heard."""
    assert names("f:deciding") == with_rules("m:readings", "m:aside")


def test_so_is_what_leaves_the_main_text_and_what_only_does_that() -> None:
    assert names("fp:leaving") == with_rules("m:aside")
    assert names("fp:limiting") == names("f:deciding") - with_rules("m:readings")
