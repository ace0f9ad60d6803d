"""The shelf of schemas from the web that `rubricator schema add` has filled: one file for each address."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

WEB = re.compile(r"https?://", re.IGNORECASE)
TEI_RELEASE = "https://tei-c.org/release/xml/tei/custom/schema/relaxng/"
"""Where the TEI Consortium keeps its customisations, compiled, in their latest release."""

TEI_NAMES = frozenset(
    "tei_all tei_allPlus tei_bare tei_basic tei_corpus tei_dictionaries tei_drama tei_enrich tei_jtei"
    " tei_lite tei_math tei_minimal tei_ms tei_odds tei_simplePrint tei_speech tei_svg"
    " tei_tite tei_xinclude".split()
)
_TEI = re.compile(
    r"https?://(?:(?:www\.)?tei-c\.org/(?:release|vault/P5/(?:current|latest))"
    r"|vault\.tei-c\.(?:org|de)/P5/(?:current|latest)|jenkins2?\.tei-c\.(?:org|de)/.*/release)/xml/tei"
    r"/custom/schema/(?:relaxng|relaxNG)/(?P<name>[\w-]+)\.rn[gc]",
    re.IGNORECASE,
)
_TEI_HOST = re.compile(r"https?://(?:www\.)?tei-c\.org/", re.IGNORECASE)
_VAULT_COMPACT = re.compile(r"(https://tei-c\.org/vault/.*)\.rnc", re.IGNORECASE)


def canonical(address: str) -> str:
    """The one address of a schema that TEI's site has under several; any other as it is.

    The grammars that TEI publishes in both syntaxes are the same, so the one in XML answers for both.
    """
    address = address.strip().partition("#")[0]
    if match := _TEI.fullmatch(address):
        return f"{TEI_RELEASE}{match['name']}.rng"
    address = _TEI_HOST.sub("https://tei-c.org/", address)
    if match := _VAULT_COMPACT.fullmatch(address):
        return f"{match[1]}.rng"
    return re.sub(r"^https?://", "https://", address, flags=re.IGNORECASE)


def well_known(name: str) -> str | None:
    """The address of the TEI customisation with that name, or that file name."""
    stem = name.removesuffix(".rng").removesuffix(".rnc")
    return f"{TEI_RELEASE}{stem}.rng" if stem in TEI_NAMES else None


def directory() -> Path:
    """Where the shelf is: as RUBRICATOR_SCHEMAS says, else among the user's caches."""
    told = os.environ.get("RUBRICATOR_SCHEMAS")
    return Path(told) if told else caches() / "schemas"


def caches() -> Path:
    """Where the user's caches are, as the system has it."""
    home = Path.home()
    if sys.platform == "win32":
        system = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        system = home / "Library" / "Caches"
    else:
        system = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return system / "rubricator"


def place(address: str) -> Path | None:
    """Where the schema of that address stands on the shelf, or would; None if it cannot."""
    try:
        parts = urlsplit(canonical(address))
        host = parts.netloc.lower()
    except ValueError:
        return None
    last = f"?{parts.query}" if parts.query else ""
    pieces = [unquote(piece) for piece in parts.path.split("/") if piece]
    if not host or not pieces or not WEB.match(address) or any(set(piece) <= {"."} for piece in pieces):
        return None
    pieces[-1] += last
    return directory().joinpath(*(quote(piece, safe=" +,=@")[:200] for piece in (host, *pieces)))


def found(address: str) -> Path | None:
    """The file on the shelf for that address, if there is one."""
    path = place(address)
    try:
        return path if path and path.is_file() else None
    except (OSError, ValueError):
        return None


def contents() -> tuple[str, ...]:
    """The addresses of all that is on the shelf."""
    top = directory()
    files = (path.relative_to(top) for path in top.rglob("*") if path.is_file() and path.name[0] != ".")
    return tuple(sorted("https://" + unquote(path.as_posix()) for path in files))
