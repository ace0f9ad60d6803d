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
UNKNOWN_KIND = Rule(
    "authority.unknown-kind",
    Severity.WARNING,
    "What a file describes that is taken in goes into the list of its kind: persons, places, organisations "
    "or works. Where the file does not say which, somebody has to.",
    wrong="name,birth, then Trotsky,1879",
    right="kind,name,birth, then person,Trotsky,1879",
)
NO_DEGREES = Rule(
    "authority.no-degrees",
    Severity.WARNING,
    "Where a place lies is given in degrees as decimal numbers, latitude first, as maps and gazetteers "
    "exchange them; what is none is left out, so that no place is set in the sea.",
    wrong="name,lat,long, then Abingdon,51° 40' N,1° 17' W",
    right="name,lat,long, then Abingdon,51.67,-1.28",
)
CONTRADICTION = Rule(
    "authority.contradiction",
    Severity.WARNING,
    "What is taken in never changes what an entry says already. Where the two cannot both be right, one of "
    "them is wrong, or they are two people; only an editor can tell.",
    wrong='<birth when="1879"/> in the list, and 1789 in the file that is taken in',
    right='<birth when="1879"/> in both',
)
TWO_ENTRIES = Rule(
    "authority.two-entries",
    Severity.WARNING,
    "Public identifiers stand for one person or thing each. Where a record has those of two entries, the "
    "entries are the same and want merging, or one of them has another's number.",
    wrong='<person xml:id="a"><idno type="GND">1</idno></person> '
    '<person xml:id="b"><idno type="VIAF">2</idno></person>, and a record with both',
    right='<person xml:id="a"><idno type="GND">1</idno><idno type="VIAF">2</idno></person>',
)
POINTER = Rule(
    "authority.pointer-left-out",
    Severity.WARNING,
    "An entry taken from another edition's list may point to what is in that edition alone. Such pointers "
    "would lead nowhere here, and are left out; those to entries taken in with it are led anew.",
    wrong='<residence><placeName ref="#oxford">Oxford</placeName></residence> and no place with it',
    right='<residence><placeName ref="place:oxford">Oxford</placeName></residence> and the place beside it',
)
RULES = (TWICE, NO_ID, EMPTY, NO_NAME, DATES, UNKNOWN_KIND, NO_DEGREES, CONTRADICTION, TWO_ENTRIES, POINTER)
