"""The rules that suggest names."""

from rubricator.rules import Hint

HINTS = (
    Hint(
        "names.authority",
        "A form of a listed entry: as the list has it, or as follows from it safely (initials, the "
        "surname alone), inflected or possessive, longest first. How sure it is depends on what else "
        "the form can be.",
        "It was [Tobias Wren] who drew it.",
        "It was Tobias Lark who drew it.",
    ),
    Hint(
        "names.authority.ambiguous",
        "The form is one of several entries, and neither the words before it, the text around, the "
        "year nor earlier decisions tell which. The candidates are named; the editor chooses one.",
        "At last [Oldacre] spoke of the light.",
        "At last Captain Oldacre spoke of the light.",
    ),
    Hint(
        "names.authority.stranger",
        "Someone of a listed surname who cannot be the listed person, by the forename or title before"
        " it; or a place of a listed name which a word before it makes another one. An entry may be "
        "lacking.",
        "Then [Harriet Wren] came in.",
        "Then Tobias Wren came in.",
    ),
    Hint(
        "names.authority.plural",
        "Several people of one listed surname, whom no single entry can be: the family, or a pair of "
        "them. It is left to the editor whether that is a name at all.",
        "We dined with the [Wrens] on Monday.",
        "We dined with Wren on Monday.",
    ),
    Hint(
        "names.authority.adjective",
        "An adjective, an -ism or an adherent made of a listed name. Most editions mark no such "
        "words: the rule speaks only where the settings say `adjectives = true`.",
        "It is a [Wrenite] doctrine.",
        "It is an ornate doctrine.",
    ),
    Hint(
        "names.pair",
        "Two people who share a surname or a title, joined by “and”. The setting `pairs` says whether"
        " each is marked, both in one name, or the last alone.",
        "We saw [Mr.] and Mrs. Lark there.",
        "We saw Mrs. Lark there.",
    ),
    Hint(
        "names.title",
        "A form of address, a rank or an office with a name behind it. Nothing else is so sure a sign"
        " of a person whom no list has yet.",
        "I saw [Mrs. Trevanion] in the garden.",
        "I saw the mistress in the garden.",
    ),
    Hint(
        "names.initials",
        "Initials with a surname behind them, or initials alone where a name would stand. Points of "
        "the compass and common abbreviations are none.",
        "A letter from [J. H. Trevanion] came.",
        "A letter from the N. W. came.",
    ),
    Hint(
        "names.given",
        "A well-known forename followed by a word with a capital that can be a surname.",
        "We found [Margaret Trevanion] at home.",
        "We found Margaret at home, Trevanion.",
    ),
    Hint(
        "names.company",
        "A word with a capital that is used as a name is used: it speaks, is written to, is come "
        "from, here or elsewhere in the text. What it is used as decides whether a person or a place "
        "is suggested.",
        "“No,” said [Trevanion]. Then [Trevanion] smiled.",
        "The Harvest was late.",
    ),
    Hint(
        "names.standing",
        "The title of a ruler that stands for one person without the name, as `rs`. Whether the "
        "article belongs to it the setting `article-inside` says.",
        "It was a letter to [the Tsar], as they knew.",
        "It was a letter to a tsar, as they knew.",
    ),
    Hint(
        "names.organisation",
        "A body by the form of its name (House of, Society for, … Company), or one that a single "
        "well-known word names.",
        "It was brought before the [House of Commons] again.",
        "It was brought before the house of his father again.",
    ),
    Hint(
        "names.place",
        "A well-known place, or one by the form of its name: Saint …, … Street, Mount …, … River.",
        "They lived in [Russell Square] for years.",
        "They lived in a square for years.",
    ),
    Hint(
        "names.model",
        "A model of your own, named in the settings under `models`, took these words for a name; its "
        "name follows (names.model.spacy). How sure that is taken to be `model-cert` says.",
        "what the model of the user finds in [Trevanion]",
        "what it does not find",
    ),
)
