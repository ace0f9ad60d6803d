"""The rules that suggest errors of the printer or the transcriber."""

from rubricator.rules import Hint

HINTS = (
    Hint(
        "errors.nonword",
        "A form that no word list, authority or other text of the archive knows, one slip away from a"
        " word that fits here. Names, foreign and period words are none; what is often here is "
        "vocabulary.",
        "Nobody would have [beleived → believed] it of the house.",
        "Nobody would have colour'd the connexion of the house.",
    ),
    Hint(
        "errors.missing-space",
        "A space is lost: after a mark of punctuation, between a word and a number, or between two "
        "words that are run together.",
        "The captain of the [house,who → house, who] had kept it, stood by.",
        "The captain of the house, who had kept it, stood by.",
    ),
    Hint(
        "errors.extra-space",
        "A space stands where none belongs: before a comma or full stop, inside quotation marks, "
        "twice. A text that sets its marks so throughout is left alone.",
        "He kept the [house , → house,] and the light of it.",
        "He kept the house, and the light of it.",
    ),
    Hint(
        "errors.line-break-hyphen",
        "The hyphen of a line's end was left within a word, which is written without it elsewhere.",
        "It was a great [dis- aster → disaster] for the house.",
        "It was a well-known man of the house.",
    ),
    Hint(
        "errors.split-word",
        "One word was written as two, and the second or both are no words here.",
        "They spoke of the [gov ernment → government] of the house.",
        "They spoke of any one of the house.",
    ),
    Hint(
        "errors.joined-word",
        "Two words were written as one, where the words that follow tell: before “of”, everyone is two.",
        "For [everyone → every one] of these houses was lost.",
        "For everyone was lost in the house.",
    ),
    Hint(
        "errors.doubled-word",
        "A small word stands twice where the language has it once. “That that” and “had had” are English.",
        "He went to [the the → the] house at last.",
        "He said that that house was lost.",
    ),
    Hint(
        "errors.apostrophe",
        "An apostrophe stands in the wrong place, or is lost. A writer who leaves it out throughout "
        "is not corrected.",
        "He [did'nt → didn't] go to the house.",
        "He didn't go to the house.",
    ),
    Hint(
        "errors.auxiliary",
        "“Would of been”: the verb have, written as it sounds, where no other word can stand.",
        "He [would of → would have] been at the house.",
        "He would of course be at the house.",
    ),
    Hint(
        "errors.figure-in-word",
        "A figure or a sign stands for a letter, as machines read them: l for 1, o for 0, 1 for I.",
        "They went to the [h0use → house] of the captain.",
        "They went to the H2O of the captain.",
    ),
    Hint(
        "errors.inner-capital",
        "A capital stands inside a word that has none there. Names like McGregor are names.",
        "They went to the [hoUse → house] of the captain.",
        "They went to the house of McGregor.",
    ),
    Hint(
        "errors.odd-spelling",
        "A name or word is spelt once as nowhere else, and often, here or in the archive, in another "
        "way one slip from it.",
        "Litvinoff came, and Litvinoff, and Litvinoff; [Litvnoff → Litvinoff] spoke",
        "Litvinoff came, and Litvinov spoke",
    ),
    Hint(
        "errors.punctuation",
        "Two marks stand together that do not: only a remark for the editor, never a correction.",
        "He went to the house[,.] Then he came.",
        "He went to the house ... Then he came.",
    ),
    Hint(
        "errors.bracket",
        "A bracket is opened and never closed, or closed and never opened: only a remark.",
        "He went to the house [(]of the captain and came back.",
        "He went to the house (of the captain) and came back.",
    ),
    Hint(
        "errors.quotation-mark",
        "A quotation mark has no partner in its paragraph; that a speech goes on in the next is "
        "known. Only a remark.",
        "He said: [“]We went to the house. “Then he came,” they said.",
        "He said: “We went to the house.” “Then he came,” they said.",
    ),
    Hint(
        "errors.dash",
        "A hyphen where a dash is meant, before a word that ends no compound: only a remark.",
        "It was at noontime[-]he was at the house.",
        "It was a well-known house.",
    ),
    Hint(
        "errors.article",
        "“A” before a vowel's sound, “an” before none: only a remark. The older “an hotel” is left alone.",
        "He went to [a] old house by the sea.",
        "He went to an historic house by the sea.",
    ),
    Hint(
        "errors.case",
        "A small letter after a full stop, or for the pronoun I, where the text has it otherwise: a remark.",
        "He went to the house. [then] he came back. It was late. We saw him there.",
        "He went to the house. Then he came back. It was late.",
    ),
    Hint(
        "errors.real-word",
        "A word that exists, and does not fit before the next one, as “be” for “he”. No dictionary "
        "finds most of these; a second witness does (`rubricator collate`). Only a remark, unless grammar "
        "has no place for the word: “their is”, “lost it's way”, “greater then ever”.",
        "He knew that [be] came to the house.",
        "He knew that he came to the house.",
    ),
)
