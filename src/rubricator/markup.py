"""A scan of a well-formed document's characters: where each tag, run of text and reference stands.

lxml knows what a document means; only the source knows where. The scan goes over `Source.markup`, and
`document.py` checks what it found against lxml's tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

_TOKEN = re.compile(
    r"""(?P<comment><!--.*?-->)
      | (?P<cdata><!\[CDATA\[.*?\]\]>)
      | (?P<pi><\?.*?\?>)
      | (?P<doctype><!DOCTYPE (?:[^\[>"'] | "[^"]*" | '[^']*')*
            (?:\[ (?: <!--.*?--> | <\?.*?\?> | "[^"]*" | '[^']*' | [^\]"'] )* \] \s*)? >)
      | (?P<end></[^>]*>)
      | (?P<start><[^!?/](?:[^>"'] | "[^"]*" | '[^']*')*>)
      | (?P<text>[^<]+)""",
    re.VERBOSE | re.DOTALL,
)
_PIECE = re.compile(r"&(?:#x(?P<hex>[0-9A-Fa-f]+)|#(?P<dec>[0-9]+)|(?P<name>[^;&<\s]+));|(?P<end>\r\n?)")
_ENTITY_DECLARATION = re.compile(r"""<!ENTITY\s+(?P<name>[^\s%]+)\s+(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')\s*>""")
_EXTERNAL_ENTITY = re.compile(r"""<!ENTITY\s+(?:%\s+)?(?P<name>\S+)\s+(?:SYSTEM|PUBLIC)\s[^>]*>""")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_ATTRIBUTES = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_SPECIAL = re.compile('[&<>"\n\r\t]')
"""To look for one of these takes a tenth of what it takes to translate a text that has none."""
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of markup: *kind* is `start`, `empty`, `end`, `text`, `cdata`, `comment`, `pi` or `doctype`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that come from one stretch of the source.

    Where *exact* holds, character n of *text* is character n of the stretch; otherwise the whole text comes
    from the whole stretch (a reference, a carriage return with its line feed) and cannot be divided.
    """

    text: str
    start: int
    end: int
    exact: bool
    in_cdata: bool = False


def tokens(markup: str) -> Iterator[Token]:
    """Every token of *markup*, in order; well-formed markup leaves no gap between them."""
    for match in _TOKEN.finditer(markup):
        kind = match.lastgroup or ""
        if kind == "start" and markup[match.end() - 2] == "/":
            kind = "empty"
        yield Token(kind, match.start(), match.end())


def doctype(markup: str) -> Token | None:
    """The document type declaration, if there is one."""
    for token in tokens(markup):
        if token.kind == "doctype":
            return token
        if token.kind in ("start", "empty"):
            return None
    return None


def declared_entities(subset: str) -> dict[str, str]:
    """The internal general entities that a document type declaration declares, with their literal values."""
    found: dict[str, str] = {}
    for match in _ENTITY_DECLARATION.finditer(_COMMENT.sub("", subset)):
        found.setdefault(match["name"], match["a"] if match["a"] is not None else match["b"])
    return found


def external_entities(subset: str) -> tuple[str, ...]:
    """The names of the entities that a document type declaration would fetch from elsewhere."""
    return tuple(match["name"] for match in _EXTERNAL_ENTITY.finditer(_COMMENT.sub("", subset)))


def without_external_entities(subset: str) -> str:
    """The internal subset with the declarations that lead to other files taken out; line ends stay."""
    return _EXTERNAL_ENTITY.sub(lambda match: "\n" * match.group().count("\n"), _COMMENT.sub("", subset))


def well_known_entity(name: str) -> str | None:
    """The character that HTML and the ISO sets call *name*."""
    return html5.get(f"{name};")


def pieces(
    markup: str, start: int, end: int, entities: dict[str, str], *, cdata: bool = False
) -> list[Piece]:
    """The characters that the stretch *start* to *end* stands for, with where each comes from."""
    if cdata:
        start, end = start + len("<![CDATA["), end - len("]]>")
    run = markup[start:end]
    if "\r" not in run and (cdata or "&" not in run):
        return [Piece(run, start, end, exact=True, in_cdata=cdata)] if run else []
    found: list[Piece] = []
    position = start
    for match in _PIECE.finditer(markup, start, end):
        if cdata and not match["end"]:
            continue
        if match.start() > position:
            found.append(Piece(markup[position : match.start()], position, match.start(), True, cdata))
        value = "\n" if match["end"] else _referent(match, entities)
        if value:
            found.append(Piece(value, match.start(), match.end(), False, cdata))
        position = match.end()
    if position < end:
        found.append(Piece(markup[position:end], position, end, True, cdata))
    return found


def expand(value: str, entities: dict[str, str], depth: int = 0) -> str | None:
    """The text an entity's literal value stands for, or None where it holds markup or loops."""
    if depth > 20:
        return None
    out: list[str] = []
    position = 0
    for match in _PIECE.finditer(value):
        out.append(value[position : match.start()])
        position = match.end()
        name = match["name"]
        if name in entities and name not in _PREDEFINED:
            inner = expand(entities[name], entities, depth + 1)
            if inner is None:
                return None
            out.append(inner)
        else:
            out.append("\n" if match["end"] else _referent(match, entities))
    out.append(value[position:])
    result = "".join(out)
    return None if "<" in value or len(result) > 1_000_000 else result


def _referent(match: re.Match[str], entities: dict[str, str]) -> str:
    if match["hex"]:
        return chr(int(match["hex"], 16))
    if match["dec"]:
        return chr(int(match["dec"]))
    name = match["name"]
    return _PREDEFINED.get(name) or entities.get(name) or ""


def escaped(text: str) -> str:
    """*text* as it is written between tags. (xml.sax.saxutils has the same, and loads a network library.)"""
    return text.translate(_IN_TEXT) if _SPECIAL.search(text) else text


def quoted(value: str) -> str:
    """An attribute's value with its quotes; white space in it stays what it is (XML 1.0, 3.3.3)."""
    return f'"{value.translate(_IN_ATTRIBUTES) if _SPECIAL.search(value) else value}"'
