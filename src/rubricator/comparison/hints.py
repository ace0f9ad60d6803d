"""The rules by which a second witness suggests something."""

from rubricator.rules import Hint

HINTS = (
    Hint(
        "collation.reading",
        "Another transcription of the same text has another word here, one slip away, and nothing beside it "
        "differs: one of the two is an error, and this one is the likelier. `@source` names the witness.",
        "He [bought → brought] it, where the other has brought",
        "He bought it, where the other has purchased",
    ),
    Hint(
        "collation.substitution",
        "Another transcription has other words here. Which is right, or whether both are, only an editor can "
        "tell: a remark.",
        "He [bought] it, where the other has purchased",
        "He bought it, where the other has that too",
    ),
    Hint(
        "collation.omission",
        "Another transcription lacks these words: one of the two has lost or added them. A remark.",
        "He [then] bought it, where the other has: He bought it",
        "He bought it, where the other has that too",
    ),
    Hint(
        "collation.addition",
        "Another transcription has more words here; the words that they follow are marked: a remark.",
        "[He] bought it, where the other has: He then bought it",
        "He bought it, where the other has that too",
    ),
    Hint(
        "collation.transposition",
        "Another transcription has these words, but in another place of the text: a remark.",
        "[First this passage], then that, where the other has them the other way round",
        "First this passage, then that, where the other has that too",
    ),
)
