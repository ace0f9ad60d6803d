"""The words of English dates, in their old spellings too."""

from __future__ import annotations

from rubricator.dates import lexicon
from rubricator.dates.languages.table import Table
from rubricator.dates.lexicon import numbered, words

MONTHS = numbered("""
january januarye januarij ianuarij jan jany janry januarie ianuary ianuarie januar janu januarii
february februarye feabruarie februarij feb feby febry febr februarie februari februar febru februarii
march mar marche mch martii
april aprille aprell apryl apr apl aprl aprill aprile aprilis
may maie maye maij maii
june iunij iunii junie jun iune junij junii
july julye iulij iulii jul iuly julie iulie julij julii
august agust augusti ougust aug augt auguste augusti
september septembar sept sep septr sepr septbr sepber septembre septem septembr septemb septembris
october octobar oct octr octbr octber octobre octob octobr octobris
november nov novr novbr novber nouember novembre nouembre novem novembr novemb novembris
december xbris xbr dec decr decbr decber decembre xber xbre decem decembr decemb decembris
""")

ABBREVIATED = words(
    "jan jany janry feb feby febry febr mar mch apr apl aprl jun jul aug augt sept sep septr sepr"
    " septbr oct octr octbr octber octob nov novr novbr novber dec decr decbr decber"
    " januar janu febru septem septembr septemb octobr novem novembr novemb decem decembr decemb"
    " mon tue tues wed weds thu thur thurs fri sat sun"
)

HOMOGRAPHS = frozenset({"march", "may", "august", "april", "june", "mar", "jan", "jun", "augt", "auguste"})
"""Month names that are also words, or names of people."""

WEEKDAYS = {
    word: number - 1
    for word, number in numbered("""
monday mondaie mondaye mundaie mundaye mon munday
tuesday tuesdaie tuesdaye tewesday tewesdaie twesday teusday tues tue tewsday
wednesday wednesdaie wednesdaye weddensday wensdaie wednsday weds wed wensday
thursday thursdaie thursdaye thirsday thursdaye thurs thur thu
friday fridaie fridaye frydaye frydaie fri fryday
saturday saturdaie saturdaye satterday satturday saterdaie satterdaie sat saterday
sunday sundaie sundaye sondaie sondaye sun sonday
""").items()
}

ORDINALS = numbered("""
first firste fyrst
second seconde
third thyrd thirde
fourth fowerth fourthe fowrth
fifth fift fifte fyfte
sixth sixt sixte
seventh seaventh seventhe
eighth eyghth eightth
ninth nynth
tenth tenthe
eleventh eleaventh
twelfth twelft twelveth
thirteenth
fourteenth
fifteenth
sixteenth
seventeenth
eighteenth
nineteenth
twentieth twentith twentyth
""") | {"thirtieth": 30, "thirtith": 30, "thyrtieth": 30}

CARDINALS = numbered("""
one
two
three
four
five
six
seven
eight
nine
ten
eleven
twelve
thirteen
fourteen
fifteen
sixteen
seventeen
eighteen
nineteen
twenty
""") | {
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

DECADES = {
    "tens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip


def _one_edit(word: str) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
        *(a + c + b[1:] for a, b in cuts if b for c in letters),
        *(a + c + b for a, b in cuts for c in letters),
    }


def _misspelt(names: list[str], known: dict[str, int], first: int) -> dict[str, int]:
    found = {
        variant: number
        for number, name in enumerate(names, first)
        if len(name) > 5
        for variant in _one_edit(name.lower())
        if variant not in known and not variant.endswith("s")
    }
    for word in ("augusta", "augusti", "auguste", "mondaye"):
        found.pop(word, None)
    return found


_MISSPELT_MONTHS = _misspelt(lexicon.ENGLISH_MONTHS, MONTHS, 1)
_MISSPELT_WEEKDAYS = _misspelt(lexicon.ENGLISH_WEEKDAYS, WEEKDAYS, 0)
"""Slips of one letter ("Deptember", "Wednesay"); a slip counts only where the rest makes a full date."""


_LETTERS = (
    r"(?:A\.\ ?D|B\.\ ?C(?:\.\ ?E)?|C\.\ ?E|O\.\ ?S|N\.\ ?S|[aApP]\.\ ?[mM])\b\.?"
    r"| (?:AD|BCE?|CE)\b | (?:(?<=\d)|(?<=\d\ ))[apAP][mM]\b"
)

ENGLISH = Table(
    tag="en",
    months=MONTHS,
    weekdays=WEEKDAYS,
    ordinals=ORDINALS,
    cardinals=CARDINALS,
    decades=DECADES,
    seasons={name: name for name in lexicon.SEASONS},
    abbreviated=ABBREVIATED,
    homographs=HOMOGRAPHS,
    slips=(_MISSPELT_MONTHS, _MISSPELT_WEEKDAYS),
    means=None,
    letters=_LETTERS,
    contracted=(
        r"\b(?:Jan|Feb|Mar|Apr|Aug|Sep|Sept|Oct|Octo|Nov|Novem|Dec|Decem)['’](?:y|r|ber|br|ch|l|t)\b"
    ),
    endings="st|nd|rd|th|d|ſt|ST|ND|RD|TH",
    decade_endings="['’]?s",
)
"""The grammar's own language: its words mean themselves."""
