"""Prefixes that nothing declares."""

from __future__ import annotations

import re

from rubricator.validation.relaxng.telling import Findings

_PREFIXES = {
    "tei": "http://www.tei-c.org/ns/1.0", "xi": "http://www.w3.org/2001/XInclude",
    "xlink": "http://www.w3.org/1999/xlink", "svg": "http://www.w3.org/2000/svg",
    "mml": "http://www.w3.org/1998/Math/MathML", "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "html": "http://www.w3.org/1999/xhtml", "rng": "http://relaxng.org/ns/structure/1.0",
    "sch": "http://purl.oclc.org/dsdl/schematron", "eg": "http://www.tei-c.org/ns/Examples",
}  # fmt: skip
_TAG = re.compile(rb"""(?:"[^"]*"|'[^']*'|[^"'>])*>""")
_VALUE = re.compile(rb"""("[^"]*"|'[^']*')""")
_PREFIXED = re.compile(rb"""(?:^</?|\s)([^\s:=<>"'/]+):[^\s=<>"'/]+""")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)


def undeclared_prefix(findings: Findings, at: int, told: set[str]) -> None:
    """Report the undeclared prefix in the tag at byte *at*, unless it was *told* of, and declare it."""
    positions = findings.positions
    data = positions.data
    found = _TAG.match(data, at)
    tag = data[at : found.end()] if found else data[at:]
    names = [name.decode("utf-8", "ignore") for name in _PREFIXED.findall(_VALUE.sub(b"", tag))]
    declared = {
        name.decode("utf-8", "ignore") for name in re.findall(rb"xmlns:([^\s=]+)\s*=", data[:at] + tag)
    }
    open_ = [name for name in names if name not in told | {"xml", "xmlns"}]
    # A prefix may be declared elsewhere, on an element that is not around this one.
    prefix = next((name for name in open_ if name not in declared), next(iter(open_), ""))
    place = positions.place(*positions.tag_name(at))
    if not prefix:
        findings.add("wellformed.prefix", place, "A prefix in this tag is not declared.", "Declare it.")
        return
    told.add(prefix)
    uri = _PREFIXES.get(prefix, "")
    findings.add(
        "wellformed.prefix",
        place,
        f"The prefix {prefix}: is not declared.",
        f'Add xmlns:{prefix}="{uri or "…"}" to the outermost element.',
    )
    bare = _COMMENT.sub(lambda match: b" " * len(match.group()), data)
    root = re.compile(rb"<[^\s/>!?]+").search(bare)
    if root:
        declaration = f' xmlns:{prefix}="{uri or f"urn:undeclared:{prefix}"}"'
        positions.edit(root.end(), root.end(), declaration.encode())
