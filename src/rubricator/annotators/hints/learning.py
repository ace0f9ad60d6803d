"""The rules that suggest what editors taught."""

from rubricator.rules import Hint

HINTS = (
    Hint(
        "learnt.memory",
        "People marked the same words elsewhere in this edition, or in this very text, and led them "
        "to someone; so often, and so often not. What was refused twice is suggested nowhere.",
        "[Old Hob] came, where Old Hob was accepted in another letter",
        "Old Hob came, where that was rejected",
    ),
    Hint(
        "learnt.model",
        "A model of how this edition's editors mark names, made by `rubricator learn`, took these "
        "words for one. It is called sure only where it was right in 95 of 100 cases that it had not "
        "seen.",
        "We saw [Mr. Zennor] before the rain, where letters say so of others",
        "We saw the church before the rain",
    ),
    Hint(
        "learnt.surname",
        "The text names someone in full where people have marked it, and this is the surname alone. "
        "It is only proposed, for relations have it too.",
        "[Tregear] wrote, where Miss Tregear was accepted above",
        "Tregear & Sons wrote",
    ),
    Hint(
        "editor",
        "A person made this annotation by hand (`rubricator review add`, or in the TEI itself). No "
        "annotator answers for it, and none takes it back.",
        "[Petrel], added by an editor",
        "Petrel, rejected by an editor",
    ),
)
