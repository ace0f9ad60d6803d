"""Annotators: what they suggest of a document, put together so that it can stand in one text."""

from rubricator.annotators.overlaps import settle
from rubricator.annotators.suggest import suggest

__all__ = ["settle", "suggest"]
