"""What TEI P5 (4.9.0) allows of the elements that our schema has, and our schema does not.

Told of a document that has it: then it is no mistake, but more than a smaller schema takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.validation.relaxng.habits import XML_NAMESPACE
from rubricator.validation.relaxng.names import split

LEFT_OUT = "but this schema leaves it out"
WIDEN = "If it is needed, the schema must be widened, or all of TEI asked for: --schema tei_all.rng."


def has_attribute(element: str, attribute: str) -> bool:
    """Whether TEI has that *attribute*, an expanded name, on the *element* of that local name."""
    namespace, local = split(attribute)
    written = f"xml:{local}" if namespace == XML_NAMESPACE else attribute
    return written in GLOBAL or (written, element) in ATTRIBUTES


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    """The pairs that a *table* of groups stands for: each name before a colon with each after it."""
    for group in table.replace("\n    ", " ").strip().split("\n"):
        left, _, right = group.partition(": ")
        yield from ((one, other) for one in left.split() for other in right.split())


GLOBAL = frozenset(
    """
ana cert change copyOf corresp exclude facs n next prev rend rendition resp sameAs select source style synch
xml:base xml:id xml:lang xml:space
    """.split()
)
"""The attributes of every element."""

ATTRIBUTES = frozenset(
    _pairs(
        """
age gender: person
agent: gap unclear
aloud: said
anchored targetEnd: note
atLeast atMost confidence max min: add birth date death del floruit gap measure num supplied time unclear
cRef: gloss ptr ref term
calendar: docDate time
cause seq: add del
code: occupation
datcat targetDatcat valueDatcat: category seg taxonomy
datingMethod datingPoint from-iso notAfter-iso notBefore-iso period to-iso when-iso: affiliation application
    author birth change country creation date death docDate editor event floruit geogName idno licence
    location name nationality occupation orgName persName placeName region residence resp settlement time
    title
decls: ab back body div front geo gloss graphic lg p ptr ref standOff term text
default: availability bibl biblStruct correction correspDesc editorialDecl hyphenation interpretation
    langUsage listBibl listOrg listPerson listPlace normalization particDesc projectDesc punctuation
    quotation samplingDecl seriesStmt settingDesc sourceDesc textClass
defective: quote
dur dur-iso: date gap time
edRef spanTo: cb lb milestone pb
end start: gap
enjamb: l
evaluate targetLang: calendar catRef citedRange gloss licence note ptr ref term
evidence: add affiliation birth corr death del event expan floruit gap geogName location name nationality
    occupation org orgName persName person place placeName reg residence supplied time unclear
extent quantity unit: add birth date death del floruit time
from notAfter notBefore to when: title
from-custom notAfter-custom notBefore-custom to-custom when-custom: affiliation application author birth
    change country creation death docDate editor event floruit geogName idno licence location name
    nationality occupation orgName persName placeName region residence resp settlement time title
full sort: addName forename genName name orgName persName placeName roleName surname
function: seg
generatedBy: ab abbr add addName address affiliation anchor argument bibl biblStruct byline cb choice cit
    closer corr country date dateline del desc docAuthor docDate emph epigraph expan figure foreign forename
    gap genName geo geogName gloss graphic head hi idno l label lb lg list listBibl listOrg listPerson
    listPlace location measure mentioned milestone name nameLink note num opener orgName orig p pb persName
    placeName postscript ptr q quote ref reg region roleName rs said salute seg settlement sic signed
    soCalled stage surname table term time title trailer unclear
hand: ab add closer del div emph figure head hi label note opener p postscript salute seg signed stage text
    trailer
instant: add affiliation birth corr date death del event expan floruit gap geogName location name
    nationality occupation org orgName persName person place placeName reg residence supplied time unclear
key: addName affiliation author authority birth catDesc correspDesc country date death distributor docAuthor
    docTitle editor event forename genName geogName name nationality occupation orgName persName placeName
    pubPlace publisher region residence resp respStmt roleName rs settlement surname term time title
lang: code
marks placement: punctuation
met real rhyme: div l lg seg
mimeType: graphic ptr ref
notation: quote seg
nymRef: addName affiliation author birth country death editor event forename genName geogName name
    nationality occupation orgName persName placeName pubPlace region residence roleName rs settlement
    surname
org sample: div lg
part: ab div l lg p seg
precision: add birth death del floruit gap supplied time unclear
ref: correspDesc date time
scale: graphic
scheme: att gi occupation
scope: add birth date death del floruit gap supplied time unclear
sortKey: bibl biblStruct correspAction event idno item list listBibl listOrg listPerson listPlace org person
    place term
status: add bibl biblStruct change correction del
target: citedRange
toWhom: q said sp stage
unitRef: measure
version: TEI
versionDate: desc gloss
where: event
"""
    )
)
"""Attributes, each with an element that has it."""

PLACES = frozenset(
    _pairs(
        """
TEI: TEI
ab: ab correspAction editionStmt occupation org person place seriesStmt
add corr del orig reg sic supplied unclear: lg
addName country forename genName geogName name nameLink orgName persName placeName region roleName rs
    settlement surname: address
address: authority bibl catDesc classCode correspAction creation desc figDesc language location resp
affiliation: ab abbr add addName addrLine affiliation author authority bibl biblScope birth byline catDesc
    cell change citedRange classCode closer corr correspAction country creation date dateline death del desc
    distributor docAuthor docDate docImprint edition editor emph expan extent figDesc floruit foreign
    forename genName geogName gloss head hi item l label language licence location measure mentioned name
    nameLink nationality note num occupation opener orgName orig p persName placeName pubPlace publisher q
    quote ref reg region residence resp roleName rs said salute seg settlement sic signed soCalled speaker
    stage supplied surname term time title titlePart trailer unclear
anchor: address figure listBibl org
argument byline dateline docAuthor docDate epigraph: figure lg list table
authority: monogr
availability: analytic bibl monogr series
bibl: add corr del desc emph figDesc figure head hi l occupation orig ref reg salute seg sic signed standOff
    supplied title titlePart trailer unclear
biblStruct: add corr del desc emph figDesc figure head hi l location occupation orig person ref reg salute
    seg sic signed standOff supplied taxonomy title titlePart trailer unclear
catRef classCode respStmt: imprint
cb lb milestone pb: address listBibl org
choice: choice
cit said: cit desc figDesc figure
closer postscript signed: back figure front lg list table
desc: ab add application argument body cell change corr del desc div emph epigraph figDesc figure graphic
    head hi item l lg licence list note occupation orig p postscript q quote ref reg said salute seg sic
    signed stage supplied title titlePart trailer unclear
event: event
figure gap: address figure
graphic: ab abbr add addName addrLine affiliation author biblScope birth byline cell change cit citedRange
    closer corr country date dateline death del distributor docAuthor docDate docImprint edition editor emph
    expan extent floruit foreign forename genName geogName gloss head hi item l label licence measure
    mentioned name nameLink nationality note num occupation opener orgName orig p persName placeName
    pubPlace publisher q quote ref reg region residence roleName rs said salute seg settlement sic signed
    soCalled speaker stage supplied surname table term time title titlePart trailer unclear
idno: address idno
l lg: add corr del emph figure head hi occupation orig ref reg salute seg sic signed supplied title
    titlePart trailer unclear
label stage: add corr del desc emph figDesc figure head hi l lg occupation orig ref reg salute seg sic
    signed supplied title titlePart trailer unclear
list: add corr del desc emph figDesc figure head hi l occupation orig ref reg revisionDesc salute seg sic
    signed supplied title titlePart trailer unclear
listBibl: abstract add back corr del desc emph figDesc figure front head hi l location occupation orig ref
    reg salute seg sic signed supplied taxonomy title titlePart trailer unclear
listOrg: abstract add corr del desc emph figDesc figure head hi l occupation org orig ref reg salute seg sic
    signed supplied title titlePart trailer unclear
listPerson listPlace: abstract add corr del desc emph event figDesc figure head hi l occupation org orig ref
    reg salute seg sic signed supplied title titlePart trailer unclear
listPrefixDef: listPrefixDef
location: ab abbr add addName addrLine address affiliation author authority bibl biblScope birth byline
    catDesc cell change citedRange classCode closer corr correspAction country creation date dateline death
    del desc distributor docAuthor docDate docImprint edition editor emph expan extent figDesc floruit
    foreign forename genName geogName gloss head hi item l label language licence measure mentioned name
    nameLink nationality note num occupation opener org orgName orig p persName placeName pubPlace publisher
    q quote ref reg region residence resp roleName rs said salute seg settlement sic signed soCalled speaker
    stage supplied surname term time title titlePart trailer unclear
measure num: location
note: address correspDesc
opener: lg list
org: event listPerson particDesc
p: editionStmt occupation org person place seriesStmt
person: event org particDesc
place: event org
q: figure sp
quote: desc figDesc figure
salute: figure front lg list table
seg: choice standOff
sp: figure occupation
table: abstract add corr del desc emph figDesc figure head hi l occupation orig ref reg salute seg sic
    signed standOff supplied title titlePart trailer unclear
taxonomy: taxonomy
titlePage: back
trailer: back figure front table
"""
    )
)
"""Elements, each with one that it may stand in."""
