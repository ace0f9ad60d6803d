"""The rules that suggest works, sources, phrases of other languages, and what is shortened."""

from rubricator.rules import Hint

HINTS = (
    Hint(
        "works.quoted",
        "A title between quotation marks, where the words before say that a book, an article or a "
        "poem is meant. The kind of work gives its `@level`.",
        "In his book “[The Wealth of Nations]” he says so.",
        "He spoke of “the wealth of nations” there.",
    ),
    Hint(
        "works.unquoted",
        "A title without marks, by its capitals, after whose book, novel or poem it is; only where nothing "
        "can belong to it that does not.",
        "In his book [The Influence of Sea Power upon History], he says so.",
        "In his book France and Germany, he says, are one.",
    ),
    Hint(
        "works.italic",
        "A title in italics, by its capitals or by the words before it.",
        "In his book _[The Wealth of Nations]_ he says so.",
        "He was _not_ pleased.",
    ),
    Hint(
        "works.periodical",
        "A newspaper or journal by the form of its name: the article, a place or a time, and "
        "Guardian, News, Gazette and their like.",
        "As we read in the [Manchester Guardian] of that day.",
        "As we read to the guardian of that day.",
    ),
    Hint(
        "works.source",
        "A source that the text gives in brackets, by author, title, volume and page.",
        "So he says ([Lenin, Collected Works, vol. 5, p. 12]).",
        "So he says (and he was right, of course).",
    ),
    Hint(
        "works.in-source",
        "The title within such a source: what stands between the author and the place.",
        "So he says (Lenin, [Collected Works], vol. 5, p. 12).",
        "So he says (vol. 5, p. 12).",
    ),
    Hint(
        "foreign.phrase",
        "A phrase whose words another language has and English has not, two or more together; the "
        "language is given. Words that English has taken in are left alone.",
        "He cried [c'est la guerre, messieurs] and left.",
        "He had a rendezvous at the café.",
    ),
    Hint(
        "initials.organisation",
        "The initials of a body that the text names in full with them in brackets behind it; from "
        "then on they mean that body.",
        "The [Independent Labour Party] ([ILP]) met. The [ILP] was split.",
        "The USA met.",
    ),
    Hint(
        "abbreviations.list",
        "An abbreviation of a list, or of the edition's own, is written out. Only where the settings "
        "name `abbreviations` among the annotators.",
        "Goods, [viz. → namely] tea and sugar, came.",
        "Goods, namely tea and sugar, came.",
    ),
)
