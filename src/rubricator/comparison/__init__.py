"""Comparing transcriptions: two witnesses of one text aligned, and their differences as an apparatus."""

from rubricator.comparison.aspects import Aspect, aspects_named
from rubricator.comparison.collation import Collation, Entry, Variance, Witness, collate

__all__ = ["Aspect", "Collation", "Entry", "Variance", "Witness", "aspects_named", "collate"]
