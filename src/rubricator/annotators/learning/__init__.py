"""Learning from the editors: what they confirmed and refused weighs what the annotators claim."""

from rubricator.annotators.learning.confirmed import Confirmed, Mark, read_confirmed
from rubricator.annotators.learning.heeding import heeding
from rubricator.annotators.learning.lesson import Figure, Lesson, learn
from rubricator.annotators.learning.policies import Proposal
from rubricator.annotators.learning.veto import Veto, rejection

__all__ = [
    "Confirmed",
    "Figure",
    "Lesson",
    "Mark",
    "Proposal",
    "Veto",
    "heeding",
    "learn",
    "read_confirmed",
    "rejection",
]
