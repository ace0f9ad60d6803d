"""Licences: the address of a well-known licence that a text states, and what it allows."""

from __future__ import annotations

import re

_CC = "https://creativecommons.org/licenses/"
_VERSIONS = ("1.0", "2.0", "2.5", "3.0", "4.0")
_ADDRESS = re.compile(r"https?://(?:www\.)?(?:creativecommons\.org|gnu\.org|opendatacommons\.org)/[^\s)>\]]+")
_CREATIVE_COMMONS = re.compile(
    r"(?:Creative\s+Commons|\bCC\b)[\s\-–(]*(?P<terms>(?:BY|Attribution)(?:[\s\-–/,&]*(?:and\s+)?(?:NC|ND|SA|Non-?\s?Commercial"
    r"|No-?\s?Deriv(?:ative)?s?(?:\s+Works)?|Share\s?-?Alike))*)[)\s]*(?:Licen[cs]e\s*)?[,\s(]*(?:v(?:ersion)?\.?\s*)?"
    r"(?P<version>[0-9]\.[0-9])?(?P<port>\s+(?!Unported|Generic|International|Licen[cs]e|You|Please|All|See|This)[A-Z][a-z]+)?",
    re.I,
)
_GFDL = re.compile(
    r"(?:GNU\s+Free\s+Documentation\s+Licen[cs]e|\bGFDL\b|\bGNU\s+FDL\b)[,\s(]*(?:v(?:ersion)?\.?\s*)?(?P<version>1\.[123])?",
    re.I,
)
_ZERO = re.compile(r"\bCC[\s-]?0\b|Creative\s+Commons\s+Zero", re.I)
_GUTENBERG = re.compile(r"\bProject\s+Gutenberg\s+(?:\W\s*)?Licen[cs]e\b", re.I)
_PUBLIC_DOMAIN = re.compile(r"\bpublic\s+domain\b", re.I)
_NOT_PUBLIC_DOMAIN = re.compile(r"\bnot\s+(?:yet\s+)?in\s+the\s+public\s+domain\b", re.I)
_FREELY = re.compile(
    r"\b(?:freely|permission is (?:hereby )?granted)\b[^.]*\b(?:copy|copied|distribut|reproduc|us(?:e|ed))\b",
    re.I,
)
_RESERVED = re.compile(
    r"\ball\s+rights\s+reserved\b|\bby\s+permission\s+of\b|\breproduced\s+with\b[^.]*\bpermission\b", re.I
)


def target(statement: str) -> str:
    """The address of the licence that *statement* names, or nothing; a version not stated is not supplied."""
    address = _ADDRESS.search(statement)
    if address:
        return address.group().rstrip(".,;")
    if _ZERO.search(statement):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    commons = _CREATIVE_COMMONS.search(statement)
    if commons:
        return _creative_commons(commons)
    gnu = _GFDL.search(statement)
    if gnu:
        version = gnu["version"]
        if version in ("1.1", "1.2"):
            return f"https://www.gnu.org/licenses/old-licenses/fdl-{version}.html"
        return f"https://www.gnu.org/licenses/fdl{'-' + version if version else ''}.html"
    if _GUTENBERG.search(statement):
        return "https://www.gutenberg.org/policy/license.html"
    if _PUBLIC_DOMAIN.search(statement) and not _NOT_PUBLIC_DOMAIN.search(statement):
        return "https://creativecommons.org/publicdomain/mark/1.0/"
    return ""


def status(statement: str) -> str:
    """TEI's `availability/@status` for *statement*: free, restricted or unknown."""
    if _RESERVED.search(statement):
        return "restricted"
    return "free" if target(statement) or _FREELY.search(statement) else "unknown"


def _creative_commons(stated: re.Match[str]) -> str:
    terms = stated["terms"].casefold().replace(" ", "")
    parts = ["by"]
    if re.search(r"nc|non-?commercial", terms):
        parts.append("nc")
    if re.search(r"nd|no-?deriv", terms):
        parts.append("nd")
    if re.search(r"sa|share-?alike", terms):
        parts.append("sa")
    version = stated["version"]
    if version not in _VERSIONS or stated["port"]:
        return ""
    return f"{_CC}{'-'.join(parts)}/{version}/"
