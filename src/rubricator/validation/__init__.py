"""Whether a document is what it should be: grammar, Schematron, pointers, dates, and how that is told."""

from rubricator.validation.choosing import Choice, held_to, looked_for
from rubricator.validation.elsewhere import edition_files, nowhere
from rubricator.validation.schema import Schema
from rubricator.validation.validate import validate

__all__ = ["Choice", "Schema", "edition_files", "held_to", "looked_for", "nowhere", "validate"]
