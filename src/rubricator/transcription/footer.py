"""The bottom of a page: navigation, the date of the last update, and fields that stand below the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rubricator.transcription import labels
from rubricator.transcription.lines import Chunk, Line, fold, joined, span_of
from rubricator.transcription.model import Field, Leftover
from rubricator.transcription.navigation import is_navigation, is_rule

_BELOW = frozenset({"updated", "licence", "transcriber", "proofreader", "online"})
"""The fields that archives also put below a text; any other label there may be the text's own."""


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands below the body, and what remains above it."""

    fields: tuple[Field, ...]
    leftovers: tuple[Leftover, ...]
    chunks: tuple[Chunk, ...]


def read_footer(found: Sequence[Chunk]) -> Footer:
    """Take navigation and fields off the bottom of the chunks *found*, line by line."""
    fields: list[Field] = []
    leftovers: list[Leftover] = []
    body = list(found)
    while len(body) > 1 or (body and fields):
        lines = list(body[-1].lines)
        if (fields or leftovers) and is_rule(body[-1].text):
            leftovers.append(Leftover("rule", body[-1].text, body[-1].span))
            body.pop()
            continue
        taken = _take(lines, fields, leftovers)
        if not taken:
            break
        body[-1:] = [Chunk(tuple(lines))] if lines else []
        if lines:
            break
    return Footer(tuple(reversed(fields)), tuple(reversed(leftovers)), tuple(body))


def _take(lines: list[Line], fields: list[Field], leftovers: list[Leftover]) -> bool:
    """Take what is no text off the end of *lines*; whether anything was."""
    whole = joined(lines)
    if len(lines) > 1 and is_navigation(whole):
        leftovers.append(Leftover("navigation", whole, span_of(lines)))
        lines.clear()
        return True
    field = _field(lines)
    if field:
        fields.append(field)
        lines.clear()
        return True
    taken = False
    while lines:
        last = lines[-1:]
        field = _field(last)
        if field:
            fields.append(field)
        elif is_navigation(last[0].text):
            leftovers.append(Leftover("navigation", fold(last[0].text), span_of(last)))
        else:
            break
        lines.pop()
        taken = True
    return taken


def _field(lines: Sequence[Line]) -> Field | None:
    others = lines[1:]
    if any(labels.known(line.text) or labels.without_colon(line.text) for line in others) or any(
        is_navigation(line.text) for line in lines
    ):
        return None
    text = joined(lines)
    split = labels.known(text) or labels.without_colon(text)
    if split is None:
        return None
    label, value = split
    name = labels.name_of(label)
    if name not in _BELOW or len(text) > 600 or not fold(value):
        return None
    return Field(name, (fold(value),), span_of(lines), fold(label))
