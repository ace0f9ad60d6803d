"""What an edition counts as a name: span and kind where good editions differ."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """The choices behind the names annotator; the defaults are those of the TEI Guidelines' examples."""

    titles_inside: bool = True
    """Whether forms of address and offices belong to the name: `<persName>Mr. Haydon</persName>`."""
    possessive_inside: bool = False
    """Whether the possessive ending belongs to the name: `<persName>Burke's</persName> works`."""
    article_inside: bool = True
    """Whether the article belongs to a string that stands for a person: `<rs>the Mikado</rs>`."""
    factions: bool = True
    """Whether those who adhere to an organisation, taken together, name it: `<orgName>Nazis</orgName>`."""
    unlisted: bool = True
    """Whether names that are in no authority list are suggested too."""


DEFAULT = Policy()
