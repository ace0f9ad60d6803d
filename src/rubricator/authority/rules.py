"""What is asked of the lists of persons, places, organisations and works as they are read."""

from __future__ import annotations

from rubricator.findings import Severity
from rubricator.rules import Rule

TWICE = Rule(
    "authority.duplicate-id",
    Severity.ERROR,
    "The id of an entry is its name in the whole edition: person:smith is one person, in whichever list. Of "
    "two with the same, the first counts, and names that mean the other lead to the wrong one.",
    wrong='<person xml:id="smith"><persName>Adam Smith</persName></person> in persons.xml, '
    '<person xml:id="smith"><persName>John Smith</persName></person> in more-persons.xml',
    right='<person xml:id="smith"><persName>Adam Smith</persName></person> in persons.xml, '
    '<person xml:id="john-smith"><persName>John Smith</persName></person> in more-persons.xml',
)
NO_ID = Rule(
    "authority.no-id",
    Severity.WARNING,
    "Names refer to an entry by its xml:id. An entry without one cannot be referred to, and is left out. "
    "Once given, an id stays.",
    wrong="<person><persName>Lev Trotsky</persName></person>",
    right='<person xml:id="trotsky"><persName>Lev Trotsky</persName></person>',
)
EMPTY = Rule(
    "authority.empty",
    Severity.WARNING,
    "A file among the authorities holds no entry: a list was begun and not filled, or another file lies "
    "there by mistake. Entries are person, place, org, and bibl within listBibl.",
    wrong="<standOff><listPerson/></standOff>",
    right='<standOff><listPerson><person xml:id="trotsky"><persName>Lev Trotsky</persName></person>'
    "</listPerson></standOff>",
)
NO_NAME = Rule(
    "authority.no-name",
    Severity.WARNING,
    "Names are found in the texts by the forms that the entry lists. An entry without any is never found, "
    "and an index has nothing to print for it.",
    wrong='<person xml:id="trotsky"/>',
    right='<person xml:id="trotsky"><persName>Lev Trotsky</persName></person>',
)
DATES = Rule(
    "authority.dates",
    Severity.ERROR,
    "Nobody dies before being born, and no organisation ends before it began. The two are exchanged, or one "
    "has a wrong digit; who is meant by a name is told by these years too.",
    wrong='<person xml:id="trotsky"><persName>Lev Trotsky</persName>'
    '<birth when="1940"/><death when="1879"/></person>',
    right='<person xml:id="trotsky"><persName>Lev Trotsky</persName>'
    '<birth when="1879"/><death when="1940"/></person>',
)
RULES = (TWICE, NO_ID, EMPTY, NO_NAME, DATES)
