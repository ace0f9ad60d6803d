"""The run of one document through the automaton of a schema: almost every event is one look into a table."""

from __future__ import annotations

from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation.relaxng.automaton import State, Step
from rubricator.validation.relaxng.datatypes import WHITE
from rubricator.validation.relaxng.events import feed, new_parser, readable
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.positions import Positions
from rubricator.validation.relaxng.recovery import Frame, Recovery
from rubricator.validation.relaxng.wellformed import ill_formed


def validate(source: Source, grammar: Grammar) -> tuple[Finding, ...]:
    """What *grammar* has to say of *source*: nothing, if it is valid."""
    data, encoding, told = readable(source)
    parser = new_parser(told)
    recovery = Recovery(source, grammar, lambda: Positions(source, data, encoding))
    automaton = grammar.automaton
    state: State = automaton.start
    stack: list[Frame] = []
    pending: list[str] = []  # text of a content in which a datatype may play a part
    last = 0  # the byte offset of the last tag
    context: dict[str, str] = {}
    scopes: list[dict[str, str]] = []
    declared: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal state, last, context, declared
        if pending:
            flush()
        last = parser.CurrentByteIndex
        if grammar.needs_context:
            scopes.append(context)
            if declared:
                context = {**context, **declared}
                declared = {}
        step: Step | None = state.starts.get(name)
        if step is None:
            step = automaton.step(state, name)
            if step is None:
                step = recovery.start(state, stack, name, attributes, last)
        opening = step.opening
        if opening is not None:
            table = opening.table
            required = opening.attributes.required
            if attributes:
                for attribute, value in attributes.items():
                    check = table.get(attribute)
                    if check is None or (value not in check.good and not check.allows(value, context)):
                        break
                    if check.identity:
                        recovery.identity(check.identity, value, attribute, last)
                else:
                    if not required or required <= attributes.keys():
                        stack.append((step, name, last))
                        state = opening.state  # type: ignore[assignment]
                        return
            elif not required:
                stack.append((step, name, last))
                state = opening.state  # type: ignore[assignment]
                return
        content = automaton.content(step, attributes, context)
        if content.dead:
            content = recovery.attributes(step, stack, name, attributes, last, context)
        stack.append((step, name, last))
        state = content

    def end(name: str) -> None:
        nonlocal state, last, context
        if pending or state.strings:
            flush(ended=True)
        frame = stack.pop()
        if state.plain:
            state = frame[0].afters[0]
        else:
            after = automaton.end(state, frame[0].afters)
            state = recovery.end(state, frame, stack) if after.dead else after
        last = parser.CurrentByteIndex
        if grammar.needs_context:
            context = scopes.pop()

    def characters(text: str) -> None:
        nonlocal state
        if state.strings:
            pending.append(text)
        elif state.after_text is not state and text.strip(WHITE):
            after = automaton.text(state)
            state = recovery.text(state, stack, text, last) if after.dead else after

    def flush(*, ended: bool = False) -> None:
        nonlocal state
        text = "".join(pending)
        pending.clear()
        if ended or text.strip(WHITE):
            after = automaton.string(state, text, context)
            state = recovery.string(state, stack, text, last) if after.dead else after

    def declare(prefix: str | None, uri: str | None) -> None:
        declared[prefix or ""] = uri or ""

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.SkippedEntityHandler = lambda entity, is_parameter: None if is_parameter else characters("\u00a0")
    if grammar.needs_context:
        parser.StartNamespaceDeclHandler = declare
    error = feed(parser, data)
    if error is not None:
        recovery.add(ill_formed(source, error, parser, stack, recovery.positions))
    else:
        recovery.finish()
    return recovery.findings
