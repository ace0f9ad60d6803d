"""A rule as the rooms of validation know it; it stands a floor below, where other rooms find it too."""

from rubricator.rules import Rule

__all__ = ["Rule"]
