"""How good the suggestions are, measured against what people encoded."""

from rubricator.evaluation.gold import Gold, Mark, read_gold
from rubricator.evaluation.measure import Evaluation, Score, evaluate

__all__ = ["Evaluation", "Gold", "Mark", "Score", "evaluate", "read_gold"]
