"""What each rule of the annotators suggests, and why, as `rubricator explain` tells it."""

from rubricator.annotators.hints.dates import HINTS as OF_DATES
from rubricator.annotators.hints.errors import HINTS as OF_ERRORS
from rubricator.annotators.hints.learning import HINTS as OF_LEARNING
from rubricator.annotators.hints.names import HINTS as OF_NAMES
from rubricator.annotators.hints.works import HINTS as OF_WORKS

HINTS = (*OF_NAMES, *OF_LEARNING, *OF_DATES, *OF_ERRORS, *OF_WORKS)

__all__ = ["HINTS"]
