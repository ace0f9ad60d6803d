"""Every rule of the grammar and of XML itself that a document can break, with its permanent name."""

from __future__ import annotations

from rubricator.validation.relaxng.grammar_rules import RULES as GRAMMAR
from rubricator.validation.relaxng.syntax_rules import RULES as SYNTAX

RULES = GRAMMAR + SYNTAX
