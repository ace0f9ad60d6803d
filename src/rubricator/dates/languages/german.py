"""The words of German dates."""

from __future__ import annotations

from rubricator.dates.languages.table import Table, meanings, seasons, weekdays
from rubricator.dates.lexicon import numbered, words

GERMAN = Table(
    tag="de",
    months=numbered("""
januar januars jänner jän jan jenner
februar februars feber februari feb febr
märz märzes mertz maerz mär mrz
april aprils apr
mai mais may mayen
juni junis juny junius jun juno
juli julis july julius jul julei
august augusts aug
september septembers sept sep septbr
oktober oktobers october okt oct octbr
november novembers nov novbr
dezember dezembers december dez dec decbr xber
"""),
    weekdays=weekdays(
        numbered("""
montag montags mo mont
dienstag dienstags di dienst dienstage
mittwoch mittwochs mittw mi
donnerstag donnerstags donn do
freitag freitags freytag fr freit
samstag samstags sonnabend sonnabends sa samst
sonntag sonntags so sonnt
""")
    ),
    ordinals=numbered("""
erste ersten erster erstes
zweite zweiten zweiter zweites
dritte dritten dritter drittes
vierte vierten vierter
fünfte fünften fünfter
sechste sechsten sechster
siebte siebten siebenten siebter
achte achten achter
neunte neunten neunter
zehnte zehnten zehnter
elfte elften
zwölfte zwölften
dreizehnte dreizehnten
vierzehnte vierzehnten
fünfzehnte fünfzehnten
sechzehnte sechzehnten
siebzehnte siebzehnten
achtzehnte achtzehnten
neunzehnte neunzehnten
zwanzigste zwanzigsten
"""),
    cardinals=numbered("""
ein eine einem einer einen
zwei
drei
vier
fünf
sechs
sieben
acht
neun
zehn
elf
zwölf
"""),
    decades={
        "zwanziger": 20,
        "dreißiger": 30,
        "vierziger": 40,
        "fünfziger": 50,
        "sechziger": 60,
        "siebziger": 70,
        "achtziger": 80,
        "neunziger": 90,
    },
    seasons=seasons(
        "frühling frühjahr frühlings frühjahrs", "sommer sommers", "herbst herbstes", "winter winters"
    ),
    abbreviated=words(
        "jän jan feb febr mär mrz apr jun jul aug sept sep septbr okt oct octbr nov novbr dez dec decbr"
        " mo mont di dienst mittw mi donn do fr freit sa samst so sonnt"
    ),
    homographs=words("august mo di mi do fr sa so mont"),
    means=meanings("""
the: der die das den dem des zum zur d.
morning: früh morgens vormittag vormittags
afternoon: nachmittag nachmittags
evening: abend abends
night: nacht nachts
noon: mittag mittags
in: im
on: am
from: von vom ab
to: bis
between: zwischen
and: und u
or: oder
early: anfang anfangs
mid: mitte
late: ende
half: hälfte
about: um etwa circa ca gegen ungefähr
vor: vor
after: nach
since: seit
not: nicht
later: später
earlier: früher
than: als
during: während
year: jahr jahre jahres
anni: jahren
century: jahrhundert jahrhunderts jahrhunderte jh jhdt jhs
yesterday: gestern
last: letzte letzten letzter letztes letztem vorige vorigen voriger voriges
next: nächste nächsten nächster nächstes nächstem
week: woche wochen
month: monat monats monaten
day: tag tage tagen
easter: ostern
christmas: weihnachten
whitsun: pfingsten
michaelmas: michaelis michaeli
martinmas: martini
candlemas: lichtmess lichtmeß
"""),
    letters=r"[vn]\.\ ?(?:Chr\.|u\.\ ?Z\.)",
    eras={"v": "bc", "n": "ad"},
    endings="ten|sten|te|ste",
    decade_endings="er(?:n)?",
    contracted=r"\bd\.(?=\s?\d)",
    stop=True,
)
