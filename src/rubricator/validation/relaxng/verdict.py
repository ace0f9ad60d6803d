"""The verdict on a document, and nothing else: almost every event is one look into a table.

Memory is bounded by the schema and by the depth of the document (and by its identifiers), not by its length.
"""

from __future__ import annotations

from collections.abc import Iterable

from rubricator.validation.relaxng.automaton import State
from rubricator.validation.relaxng.datatypes import WHITE
from rubricator.validation.relaxng.events import feed, new_parser, supplied
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.identities import Identities

XML = {"xml": "http://www.w3.org/XML/1998/namespace", "": ""}


class _InvalidError(Exception):
    """The document is not valid: nothing more need be read."""


def is_valid(data: Iterable[bytes], told: str | None, grammar: Grammar, *, identities: bool = True) -> bool:
    """Whether *data*, in the encoding that is *told* or declared, are well-formed and valid by *grammar*."""
    parser = new_parser(told)
    automaton = grammar.automaton
    state: State = automaton.start
    stack: list[tuple[State, ...]] = []
    pending: list[str] = []  # text of a content in which a datatype may play a part
    needs_context = grammar.needs_context
    context: dict[str, str] = XML
    scopes: list[dict[str, str]] = []
    declared: dict[str, str] = {}
    found = Identities()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal state
        if pending:
            flush()
        if needs_context:
            enter()
        step = state.starts.get(name)
        if step is None:
            step = automaton.step(state, name)
            if step is None:
                raise _InvalidError
        stack.append(step.afters)
        opening = step.opening
        if opening is not None:
            table = opening.table
            for attribute, value in attributes.items():
                check = table.get(attribute)
                if check is None or (value not in check.good and not check.allows(value, context)):
                    raise _InvalidError
                if check.identity and identities and found.take(check.identity, value, 0, attribute):
                    raise _InvalidError
            if opening.required and not opening.required <= attributes.keys():
                raise _InvalidError
            state = opening.state
        else:
            state = automaton.content(step, attributes, context)
            if state.dead:
                raise _InvalidError
            if identities:
                for kind, value, attribute in automaton.identities(step, attributes):
                    if found.take(kind, value, 0, attribute):
                        raise _InvalidError

    def end(name: str) -> None:
        nonlocal state, context
        if state.strings:
            flush(ended=True)
        afters = stack.pop()
        if state.plain:
            state = afters[0]
        else:
            state = automaton.end(state, afters)
            if state.dead:
                raise _InvalidError
        if needs_context:
            context = scopes.pop()

    def characters(text: str) -> None:
        nonlocal state
        if state.after_text is state:
            return
        if state.strings:
            pending.append(text)
        elif text.strip(WHITE):
            state = automaton.text(state)
            if state.dead:
                raise _InvalidError

    def flush(*, ended: bool = False) -> None:
        nonlocal state
        text = "".join(pending)
        pending.clear()
        if ended or text.strip(WHITE):
            state = automaton.string(state, text, context)
            if state.dead:
                raise _InvalidError

    def declare(prefix: str | None, uri: str | None) -> None:
        declared[prefix or ""] = uri or ""

    def enter() -> None:
        nonlocal context
        scopes.append(context)
        if declared:
            context = {**context, **declared}
            declared.clear()

    def skipped(entity: str, is_parameter: bool) -> None:
        if not is_parameter:
            meaning = supplied(entity)
            if meaning is None:
                raise _InvalidError
            characters(meaning)

    def outside(*names: str | None) -> int:
        raise _InvalidError

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.SkippedEntityHandler = skipped
    parser.ExternalEntityRefHandler = outside
    if needs_context:
        parser.StartNamespaceDeclHandler = declare
    try:
        return feed(parser, data) is None and not (identities and found.dangling())
    except _InvalidError:
        return False
