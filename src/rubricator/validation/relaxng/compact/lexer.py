"""The tokens of the compact syntax, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rubricator.errors import InputRefused
from rubricator.source import Source

KEYWORDS = frozenset(
    """
    attribute default datatypes div element empty external grammar include inherit list mixed namespace
    notAllowed parent start string text token
    """.split()
)
_NC = r"[A-Za-z_\u00c0-\U0010ffff][A-Za-z0-9._\-\u00b7-\U0010ffff]*"  # what is no name is found out later
_TOKEN = re.compile(
    rf"""(?P<space>[ \t\r\n\ufeff]+)
      | (?P<documentation>\#\#[^\n]*)
      | (?P<comment>\#[^\n]*)
      | (?P<literal>\"\"\".*?\"\"\" | \'\'\'.*?\'\'\' | "[^"\n]*" | '[^'\n]*')
      | (?P<nsname>{_NC}:\*)
      | (?P<cname>{_NC}:{_NC})
      | (?P<quoted>\\{_NC})
      | (?P<word>{_NC})
      | (?P<sign>\|= | &= | >> | [=|&,?*+~(){{}}\[\]\-])""",
    re.VERBOSE | re.DOTALL,
)
_LINE_BREAK = "\0"  # no character of a schema
_ESCAPE = re.compile(r"\\x+\{([0-9A-Fa-f]+)\}")


@dataclass(frozen=True, slots=True)
class Token:
    """*kind* is `literal`, `nsname`, `cname`, `name`, `keyword`, `documentation`, `end`, or a sign."""

    kind: str
    value: str
    line: int


def tokens(source: Source) -> list[Token]:
    """Every token of *source*, and one that ends it; InputRefused at a character that begins none."""
    return [*_tokens(source), Token("end", "", source.markup.count("\n") + 1)]


def _tokens(source: Source) -> Iterator[Token]:
    text = _ESCAPE.sub(_escaped, source.markup.replace("\r\n", "\n"))
    position, line = 0, 1
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise InputRefused(
                f"The character {text[position]!r} begins nothing in the compact syntax.",
                where=f"{source.name}:{line}",
                remedy="Correct the schema there.",
            )
        kind, value = match.lastgroup or "", match.group()
        if kind not in ("space", "comment"):
            yield _token(kind, value, line)
        line += value.count("\n")
        position = match.end()


def _escaped(match: re.Match[str]) -> str:
    """The character that an escape stands for; a line break so written does not end a literal."""
    code = int(match.group(1), 16)
    return _LINE_BREAK if code in (0x0A, 0x0D) else chr(code)


def _token(kind: str, value: str, line: int) -> Token:
    match kind:
        case "literal":
            marks = 3 if value[:3] in ('"""', "'''") and len(value) >= 6 else 1
            return Token("literal", value[marks:-marks].replace(_LINE_BREAK, "\n"), line)
        case "quoted":
            return Token("name", value[1:], line)
        case "word":
            return Token("keyword" if value in KEYWORDS else "name", value, line)
        case "sign":
            return Token(value, value, line)
        case "documentation":
            return Token(kind, value.lstrip("#").removeprefix(" "), line)
    return Token(kind, value, line)
