"""A document judged by a schema: the verdict first, and the reasons if it is not valid."""

from __future__ import annotations

from typing import BinaryIO

from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation.relaxng.events import pieces, readable, streamed
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.verdict import is_valid


def accepts(stream: BinaryIO, grammar: Grammar) -> bool:
    """Whether *stream*, of any length, is well-formed and valid by *grammar*; it is never held as a whole."""
    grammar.tidy()
    data, told = streamed(stream)
    try:
        return is_valid(data, told, grammar)
    except UnicodeDecodeError:
        return False


def validate(
    source: Source, grammar: Grammar, *, identities: bool = True, at_length: bool = False
) -> tuple[Finding, ...]:
    """What *grammar* has to say of *source*: nothing, if it is well-formed and valid.

    With *identities*, that identifiers are given once and references to them lead somewhere is examined too
    (RELAX NG DTD Compatibility, 5). *at_length*, everything that may stand in a place is named.
    """
    grammar.tidy()
    data, told = readable(source)
    if is_valid(pieces(data), told, grammar, identities=identities):
        return ()
    # Most documents are valid, and what explains the others takes a while to load.
    from rubricator.validation.relaxng.reasons import reasons

    return reasons(source, grammar, identities=identities, at_length=at_length)
