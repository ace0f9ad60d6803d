"""What the editors of one edition taught: what they said of which words, and how they mark."""

from rubricator.learnt.memory import Memory, Rejection, Said, Use
from rubricator.learnt.model import Labelled, Limits, Model, Reading

__all__ = ["Labelled", "Limits", "Memory", "Model", "Reading", "Rejection", "Said", "Use"]
