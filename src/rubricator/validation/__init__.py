"""Whether a document is what it should be: grammar, Schematron, pointers, and how that is told."""
