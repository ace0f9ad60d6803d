"""What went where: a row for each part of a transcription, for `rubricator read --explain`."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.findings import Place
from rubricator.transcription.model import Block, Field, Transcription


@dataclass(frozen=True, slots=True)
class Row:
    """A part of the source and what it was taken for; *place* is None for what the settings supply."""

    place: Place | None
    where: str  # header, text, left out, settings
    what: str  # the field's name, the block's kind, the leftover's kind
    text: str


def explain(transcription: Transcription) -> tuple[Row, ...]:
    """A row for each part in the order of the source, then what the settings supply."""
    supplied = {field.name for field in transcription.settings}
    rows: list[Row] = []
    for part in transcription.parts:
        assert part.span is not None
        place = transcription.source.place(part.span.start, part.span.end)
        if isinstance(part, Field):
            what = part.name or f"note ({part.label})"
            if part.name in supplied:
                what += ", overruled by the settings"
            rows.append(Row(place, "header", what, part.value))
        elif isinstance(part, Block):
            text = f"{part.mark} {part.text}" if part.mark else part.text
            rows.append(Row(place, "text", str(part.kind), text))
        else:
            rows.append(Row(place, "left out", part.kind, part.text))
    rows += [Row(None, "settings", field.name, field.value) for field in transcription.settings]
    return tuple(rows)
