"""The document itself, byte for byte, for readers who want its markup."""

from __future__ import annotations

from rubricator.publication.format import Context, File, Format, Published

SUFFIX = ".tei.xml"
"""Not `.xml` alone: a document published in its own directory must not be written over."""


def factory() -> Format:
    """The format `tei`."""
    return Format("tei", "the TEI document", publish, suffixes=lambda publication: (SUFFIX,))


def publish(context: Context) -> Published:
    """The document of *context* as it is."""
    return Published((File(SUFFIX, context.document.source.data),))
