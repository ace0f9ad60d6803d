"""The encoder: from a transcription to TEI, as a careful encoder would write it by hand."""

from __future__ import annotations

from rubricator import __version__
from rubricator.encoding import creation, source, structure
from rubricator.encoding.header import header
from rubricator.encoding.naming import document_id, document_name, relative
from rubricator.encoding.serialize import node, serialize
from rubricator.settings import Settings
from rubricator.source import Source
from rubricator.tei import TEI
from rubricator.transcription import Transcription

_RELAX_NG = "http://relaxng.org/ns/structure/1.0"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"


def encode(
    transcription: Transcription, settings: Settings | None = None, *, version: str = __version__
) -> Source:
    """The TEI document that *transcription* becomes in the edition with these *settings*.

    The same values give the same bytes: nothing reads the clock, and no identifier is made up.
    """
    settings = settings or Settings()
    language = creation.language(transcription, settings)
    kind = transcription.value("type") or source.kind(transcription)
    document = node(
        "TEI",
        {"xmlns": TEI, "xml:id": document_id(transcription, settings), "xml:lang": language},
        header(transcription, settings, version=version),
        structure.text(transcription, language=language, kind=kind),
    )
    models = {
        relative("schema/rubricator.rng", settings): _RELAX_NG,
        relative("schema/rubricator.sch", settings): _SCHEMATRON,
    }
    return Source(serialize(document, models), f"{document_name(transcription)}.xml")
