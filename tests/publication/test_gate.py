"""The gate stands before the rules of exactly those elements that a reading may leave out."""

from __future__ import annotations

import re

from lxml import etree

from rubricator import resources

XSL = "{http://www.w3.org/1999/XSL/Transform}"


def test_every_element_that_decides_where_it_shows_is_known_to_the_gate() -> None:
    """Only elements of these names are asked: a rule for another one would never be heard."""
    rules = etree.parse(resources.directory("xslt") / "shared" / "reading.xsl").getroot()
    known = rules.find(f"{XSL}variable[@name='f:deciding']")
    assert known is not None
    listed = set(re.findall(r"[A-Za-z]\w+", re.findall(r"'([^']*)'", known.get("select", ""))[0]))
    decided = {
        re.sub(r"\[.*?\]|^.*[/:]", "", pattern).strip()
        for rule in rules.iterchildren(f"{XSL}template")
        if rule.get("mode") in ("m:readings", "m:aside")
        for pattern in re.sub(r"\[.*?\]", "", rule.get("match", "")).split("|")
    } - {"*"}
    assert listed == decided
