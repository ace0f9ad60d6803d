"""What is asked of a transcription before it is encoded."""

from __future__ import annotations

from rubricator.findings import Severity
from rubricator.rules import Rule

NO_TEXT = Rule(
    "transcription.no-text",
    Severity.WARNING,
    "Below the fields of the header there are no paragraphs: the file was cut off, or all of it was taken "
    "for header, navigation or footer. rubricator read shows what each line was taken for.",
    wrong="Author: Leon Trotsky\nTitle: A letter\n",
    right="Author: Leon Trotsky\nTitle: A letter\n\nDear comrades, the parcel has come.\n",
)
DIVIDED = Rule(
    "transcription.divided-word",
    Severity.WARNING,
    "A paragraph ends in the middle of a word, and the next begins with its rest: an empty line stands where "
    "a page of the source ended, and cuts the word in two. It is not joined unasked.",
    wrong="It was a ques-\n\ntion of bread.",
    right="It was a question of bread.",
)


def _missing(field: str, severity: Severity, why: str, right: str) -> Rule:
    return Rule(
        f"transcription.no-{field}",
        severity,
        f"{why} Give it at the head of the transcription, or in the settings of the document.",
        wrong="A letter\n\nDear comrades, the parcel has come.\n",
        right=right,
    )


MISSING = {
    "author": _missing(
        "author",
        Severity.WARNING,
        "The header of the edition says who wrote the text, and every catalogue asks for it.",
        "Author: Leon Trotsky\n\nDear comrades, the parcel has come.\n",
    ),
    "title": _missing(
        "title",
        Severity.WARNING,
        "A text is found by its title; the name of the file stands in for one that is missing, and is none.",
        "Title: A letter\n\nDear comrades, the parcel has come.\n",
    ),
    "source": _missing(
        "source",
        Severity.NOTE,
        "An edition says what it was made from (sourceDesc): without that nobody can check it.",
        "Source: The Militant, 10 June 1933\n\nDear comrades, the parcel has come.\n",
    ),
    "licence": _missing(
        "licence",
        Severity.NOTE,
        "Where nobody says under which licence a transcription may be used, nobody may use it.",
        "Copyleft: Creative Commons (Attribute & ShareAlike) 2.0\n\nDear comrades, the parcel has come.\n",
    ),
    "transcriber": _missing(
        "transcriber",
        Severity.NOTE,
        "Whoever transcribed a text has a share in the edition, and is to be named in its header.",
        "Transcription: Jane Smith\n\nDear comrades, the parcel has come.\n",
    ),
    "written": _missing(
        "written",
        Severity.NOTE,
        "When a text was written decides who and what is meant in it; names and dates are told apart by it.",
        "Written: 12 May 1933\n\nDear comrades, the parcel has come.\n",
    ),
}
"""By the field that a transcription does not have."""
CHANGED = Rule(
    "transcription.changed",
    Severity.WARNING,
    "A document is encoded once, and edited from then on. Its transcription has become another since, and "
    "the document does not know: what was mended there has to be mended here too.",
    wrong="tei/transcriptions/letter.txt is saved anew after tei/letter.xml was made from it",
    right="tei/letter.xml is mended by hand, or the new text is encoded under another name",
)
RULES = (NO_TEXT, DIVIDED, *MISSING.values(), CHANGED)
