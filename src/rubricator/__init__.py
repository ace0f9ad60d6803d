"""Rubricator: from a transcription to a validated TEI edition, and from that to the book."""

__version__ = "0.1.0"
