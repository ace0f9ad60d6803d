"""What is said of a file that a run could not take in or put out, while it went on with the others."""

from __future__ import annotations

from rubricator.findings import Severity
from rubricator.rules import Rule

REFUSED = Rule(
    "input.refused",
    Severity.ERROR,
    "The file could not be read at all: it is not there, may not be opened, is too large, or is not what it "
    "has to be. Nothing is known of what is in it, and the other files of the run were not affected.",
    wrong="rubricator validate letters/ where letters/12.xml may not be read",
    right="chmod u+r letters/12.xml",
)
NOT_WRITTEN = Rule(
    "output.not-written",
    Severity.ERROR,
    "What was made could not be written: the disk is full, the place is read-only, or the file is open in a "
    "program that locks it. What stood there before still stands, whole.",
    wrong="rubricator build where output/letter.html may not be written",
    right="chmod u+w output/letter.html",
)
RULES = (REFUSED, NOT_WRITTEN)
