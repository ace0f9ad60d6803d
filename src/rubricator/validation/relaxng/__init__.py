"""RELAX NG: a grammar read, a source judged by it, and what is wrong said in words.

The algorithm is James Clark's (derivatives of patterns); the schema language is OASIS's and ISO's (19757-2).
"""

from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.validator import accepts, validate

__all__ = ["Grammar", "accepts", "validate"]
