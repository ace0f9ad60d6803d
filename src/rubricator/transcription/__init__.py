"""Reading what an archive published: header fields, body blocks and leftovers, each with its place."""

from rubricator.transcription.explain import Row, explain
from rubricator.transcription.model import Block, BlockKind, Field, Leftover, Part, Transcription
from rubricator.transcription.reader import read

__all__ = [
    "Block",
    "BlockKind",
    "Field",
    "Leftover",
    "Part",
    "Row",
    "Transcription",
    "explain",
    "read",
]
