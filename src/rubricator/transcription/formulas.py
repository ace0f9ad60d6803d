"""The formulas of letters: words that greet and that take leave, in five languages."""

from __future__ import annotations

import re

LONGEST = 90
"""A longer line is no formula."""


def _any(listed: str) -> str:
    """One of the words or patterns *listed*, an underscore in them for a space."""
    return "(?:" + "|".join(listed.replace("_", r"\s").split()) + ")"


_WORDS = (
    r"(?:[^.?!]|\b(?:Mr|Mrs|Ms|Dr|Prof|Messrs|Rev|Revd|Hon|Hond|Capt|Col|Gen|Lieut|St|Wm|Jno|Thos|[A-Z])\.)"
)
"""A character of words without the end of a sentence."""

_DEAR = _any(
    "[Dd]ear(?:est)? [Bb]eloved [Dd]arling [Ss]weet(?:est)? [Hh]onou?red [Hh]ond\\.? [Ww]orthy [Ll]oving"
)
_HIGH = _any("""
    [Rr]everend [Rr]evd\\.? [Hh]onou?rable [Hh]onou?red [Hh]ond\\.? [Ww]orshipful [Ww]orthy [Nn]oble
    [Ee]steemed [Rr]espected [Gg]ood [Gg]racious [Ee]xcellent [Dd]read [Rr]ight [Vv]ery [Mm]ost
    [Kk]ind [Oo]ld [Oo]wn [Ee]ver [Tt]rusty [Ll]oving [Aa]nd
""")
_TITLES = _any("""
    Sirs? Madam Ma[’']am Lords? Lady Friends? Comrades? Citizens? Gentlemen Brothers? Brethren
    Sisters? Cousin Uncle Aunt Mother Father Mr\\.? Mrs\\.? Miss Master Doctor Dr\\.? General
    Colonel Captain Major Majesty Secretary Governor Bishop Child Son Daughter Wife Husband
""")
_GREETINGS = (
    # English
    rf"(?:(?:My|Our|my)\s)?(?:{_HIGH},?\s)*{_DEAR}(?:\s{_WORDS}{{1,60}})?",
    rf"(?:(?:My|Our)\s)?(?:{_HIGH},?\s)*{_TITLES}(?:\s(?:and|or|&)\s(?:[\w.]+\s)?{_TITLES})?"
    rf"(?:,?\s{_WORDS}{{1,40}})?",
    r"(?:My|Our)\s(?:\w+\s){0,2}(?:[Ll]ove|[Dd]ear|[Dd]arling|[Ll]ife|[Hh]eart|lord|lady|friend|child|boy|girl)",
    r"(?:(?:May|And) it please )?[Yy]our\s(?:\w+\s)?"
    + _any("Majesty Majestie Excellency Grace Highness Lordships? Honou?rs? Worships?"),
    r"Right\s(?:Honou?rable|Worshipful|Reverend|trusty)\b[^.?!]{0,40}",
    r"To\s(?:the\s)?Comrades?[^.?!]{0,40}",
    r"Ladies and Gentlemen",
    r"After my (?:right )?(?:harty|hearty)[^.?!]{0,50}",
    # German
    r"(?:Mein(?:e|en)?\s)?(?:(?:sehr|hoch|innig|viel|aller|lieber?|alter?)\s?)?"
    + _any("""
    [Ll]ieb(?:e[rsn]?|st[er]{1,2}) (?:[Hh]och|[Vv]iel)?(?:ge|ver)ehrte(?:r|ster|s|ste)?
    [Ww]ert?he[rs]? [Tt]h?eue?re?r [Tt]h?euerster? [Gg]eschätzte[rs]? [Hh]ochwohlgebor(?:e)?ner
    [Vv]erehrte[rs]? [Vv]erehrtester
""")
    + r"(?:\s[^.?!]{1,50})?",
    r"(?:Sehr|Hoch)\s?(?:ge|ver)ehrte[rs]?(?:\s[^.?!]{1,50})?",
    r"Euer\s(?:Wohlgeboren|Hochwohlgeboren|Exzellenz|Excellenz|Majestät)",
    r"(?:Genossen|Freunde|Herr|Frau)(?:\s[^.?!]{1,40})?",
    # French
    _any("Monsieur Messieurs Madame Mesdames Mademoiselle Monseigneur Citoyens? Citoyenne Sire Camarades?")
    + r"(?:\s(?:et|le|la|l’|l')[^.?!]{1,40}|,\s[^.?!]{1,30})?",
    r"(?:Mon|Ma|Mes)\s(?:\w+\s){0,2}?"
    + _any("ch(?:er|ère)s? bonne? ami amie amis tendre vieux fils fille père mère frère sœur")
    + r"\b[^.?!]{0,40}",
    r"(?:Très\s)?[Cc]h(?:er|ère)s?\s[^.?!]{1,40}",
    # Spanish
    r"(?:Muy\s)?"
    + _any("""
        [Ss]eñor(?:es|a|ita)? [Ee]stimad[oa]s? [Qq]uerid[oa]s? [Ii]lustrísim[oa] [Ee]xcelentísim[oa]
        [Dd]istinguid[oa] [Aa]mad[oa] [Rr]espetad[oa] [Aa]preciad[oa] [Cc]ompañer[oa]s?
    """)
    + r"(?:\s[^.?!]{1,40})?",
    r"Mis?\s(?:\w+\s)?(?:querid[oa]|amad[oa]|estimad[oa])s?[^.?!]{0,40}",
    # Russian
    r"(?:Мо[йя]\s)?"
    + _any("""
        [Мм]ил(?:ый|ая|ые) [Дд]орог(?:ой|ая|ие) [Лл]юбезн(?:ый|ая)
        (?:[Мм]ного|[Гг]лубоко)?[Уу]?важаем(?:ый|ая|ые) [Лл]юбим(?:ый|ая) [Рр]одн(?:ой|ая)
    """)
    + r"(?:\s[^.?!]{1,50})?",
    r"Милостивый государь|Милостивая государыня|Голубчик[^.?!]{0,30}|Товарищи?(?:\s[^.?!]{1,30})?|Ваше\s\w+",
)
_DEAREST = re.compile(rf"\b{_DEAR}\b")
_ALONE = frozenset({"Sir", "Sir.", "Sirs", "Madam", "Madam.", "Gentlemen", "My Lord", "My Lords"})
_MARK = re.compile(r"\s?[,:!;][—–-]*$|\s?[—–-]+$")
_GREETING = re.compile("|".join(_GREETINGS), re.S)
_TOO_COMMON = re.compile(
    _any("Friends? Citizens? Comrades? General Captain Major Miss Mrs?\\.? Herr Frau Father Mother")
)
"""What without a mark after it is as often the beginning of a title or a sentence."""

_KIN = _any("""
        servants? servt\\.? sert\\.? serv[’']?ts?\\.? fr(?:ie|ei)nds? sons? daughters? brothers?
        sisters? fathers? mothers? cousins? nephew niece husband wife comrades? subject pupil
        wellwisher well-wisher lover child uncle aunt
    """)
_TRULY = _any("""
    truly sincerely faithfully fraternally respectfully respy affectionately affectly affecty affly
    ever obediently cordially lovingly gratefully devotedly etc &c hastily always
""")
_YOUR = r"(?:[Yy]our['’]?s?|[Yy]r['’]?s?|[Tt]hy|[Tt]hine)"
_LEAVE = (
    # English
    rf"(?:{_WORDS}{{0,60}}\b)?{_YOUR}\b\.?,?\s(?:[\w’'-]+\.?(?:,|\sand|\s&)?\s){{0,7}}{_KIN}"
    r"(?:\s(?:to|and)\s\w+)?",
    rf"(?:{_WORDS}{{0,30}}\b)?{_YOUR}\.?,?(?:\s(?:[\w’'-]+\.?,?\s){{0,3}}{_TRULY})?"
    r"(?:\s(?:to command|in haste|indeed))?",
    rf"(?:{_WORDS}{{0,40}}\s)?(?:very\s|most\s)?{_TRULY},?(?:\s{_YOUR}[\w ]{{0,12}})?",
    rf"{_YOUR}\s(?:\w+,?\s(?:and\s)?){{0,3}}"
    + _any("loving affectionate devoted dutiful humble obedient grateful own"),
    r"(?:(?:and\s+)?(?:pray\s+)?believe me"
    r"|(?:and )?I (?:am|remain|rest|subscribe myself|have the honou?r to (?:be|remain))"
    rf"|we (?:are|remain)|(?:and )?remain)\b{_WORDS}{{0,60}}(?:,|&c|etc)",
    r"(?:with |my |your )?(?:\w+\s){0,3}"
    + _any("love regards respects wishes greetings? compliments esteem")
    + rf"(?:\s{_WORDS}{{0,40}})?",
    r"I (?:press|shake|clasp|kiss) your? ?(?:hands?|you)?\b[\w ]{0,20}|I embrace you\b[\w ]{0,30}",
    r"God (?:bless|keep|preserve|have) [\w ]{2,30}|Adieu\b[\w ,’']{0,30}|Farewell\b[\w ,]{0,20}|In haste",
    r"(?=.{0,60}$).*\b"
    + _any("greetings? regards sincerely fraternally faithfully truly respectfully comradely affectionately")
    + r"\b.*",
    # German
    r"Hochachtungsvoll(?:st)?(?:\s[\w ]{0,20})?|Viele Grüße|Leb(?:en Sie|e|t)?\s(?:recht\s)?wohl",
    r"Mit\s(?:\w+\s){0,4}"
    + _any("Hochachtung Gr[uü](?:ß|ss)(?:en)? Verehrung Liebe Freundschaft")
    + r"\b[\w ]{0,20}",
    r"Herzlich(?:st|e Gr[uü](?:ß|ss)e)?(?:\s(?:Ihr|Dein|Euer)e?)?",
    r"(?:Ganz\s)?(?:Ihr|Dein|Euer)e?(?:\s\w+){0,3}\s"
    + _any(
        "ergeben\\w* getreu\\w* treu\\w* alter? dankbar\\w* Freund Diener Sohn Bruder Vater Tochter Mutter"
    ),
    r"Es\s(?:grüßt|küßt|küsst|umarmt)\b[^.]{0,50}|In\s(?:\w+\s)?(?:Freundschaft|Liebe|Verehrung|Treue)",
    r"(?:Stets\s)?(?:Ihr|Dein|Euer)e?",
    # French
    r"(?:Veuillez|Agréez|Recevez|Croyez)\b[^.]{0,80}|(?:Bien|Toute?)\s[àa]\s(?:vous|toi)|Salut et \w+",
    r"(?:Votre|Ton|Ta|Vos)\s(?:\w+,?\s(?:et\s)?){0,6}"
    + _any("serviteur servante ami amie dévouée? frère sœur fils fille père mère"),
    r"Je\s(?:vous|t['’]|te)\s?(?:\w+\s)?(?:embrasse|salue|serre)\b[^.]{0,30}|Mille\s\w+[^.]{0,20}",
    # Spanish
    r"(?:Su|Tu|Vuestro)\s(?:\w+,?\s(?:y\s)?){0,4}"
    + _any("servidora? amig[oa] herman[oa] hij[oa] aff?m[oa]\\.?"),
    r"(?:Te|Le|Os|Los)\s(?:abraza|saluda|besa|quiere)\b[^.]{0,30}|Un (?:\w+ )?abrazo\b[^.]{0,20}|Atentamente",
    r"Suy[oa](?:\s\w+)?\.?",
    r"(?:Q\.\s?)?B\.\s?S\.\s?M\.",
    # Russian
    r"(?:С|Съ)\s(?:\w+\s)?(?:уважением|почтением|приветом|любовью)[^.]{0,30}",
    r"(?:Искренно|Искренне|Преданн\w+|Весь|Вся|Любящ\w+)\b[^.]{0,40}|(?:Жму|Целую|Обнимаю)\b[^.]{0,20}",
    r"(?:Ваша?|Твой|Твоя)(?:\s(?:\w+\s)?" + _any("слуга друг брат сестра сын дочь") + ")?",
)
_TAKING_LEAVE = re.compile(rf"(?:{'|'.join(_LEAVE)})[,.!;:]?(?:\s&c\.?|\setc\.?)?[,.]?", re.I | re.S)
_SURE = re.compile(
    rf"\b(?:{_YOUR}|{_TRULY}|{_KIN}|"
    + _any("""
    adieu farewell greetings? regards respects love god_bless_\\w+ dein ihr твой ваш votre agréez
    veuillez hochachtung\\w* ergeben\\w* herzlich\\w* embrasse dévouée? servidor abraza abrazo
    уважением почтением слуга
""")
    + r")\b",
    re.I,
)
_WITH_A_NAME = re.compile(
    r"(?:(?:ever |very )?(?:truly |sincerely |faithfully )?yours(?:\s\w+){0,2},|with (?:\w+\s){0,3}greetings,"
    rf"|{_YOUR} (?:\w+ ){{0,2}}{_KIN},"
    r"|Deine?|Ihre?|Euer|Ton|Ta|Votre|Твой|Твоя|Ваша?|Tu|Su|Love,)\s+(?P<name>.+)",
    re.I,
)


def greets(line: str) -> bool:
    """Whether *line* is nothing but the words that address the reader, with a mark at their end."""
    mark = _MARK.search(line) if len(line) <= LONGEST else None
    return mark is not None and _GREETING.fullmatch(line, 0, mark.start()) is not None


def may_greet(line: str) -> bool:
    """The same of a line whose mark was left out: "Dear Sir"."""
    short = len(line) <= LONGEST / 2 and len(line.split()) <= 6 and not _MARK.search(line)
    bare = line.removesuffix(".")
    if bare != line and not (line.count(" ") < 3 and (_DEAREST.search(line) or " " not in line)):
        return False
    return short and bool(_GREETING.fullmatch(bare)) and not _TOO_COMMON.fullmatch(bare)


def surely_greets(line: str) -> bool:
    """The same, where nothing before it says that a letter begins: "Sir", "Dear Anne"."""
    return may_greet(line) and (line in _ALONE or bool(_DEAREST.search(line)))


def takes_leave(line: str) -> bool:
    """Whether *line* is nothing but words that take leave, or lead up to that."""
    return len(line) <= LONGEST and bool(_TAKING_LEAVE.fullmatch(line))


def surely_takes_leave(line: str) -> bool:
    """Whether it says whose the writer is, or the like: what only leads up to that is no end."""
    return takes_leave(line) and bool(_SURE.search(line))


def name_after_leave(line: str) -> str:
    """The name in "Yours ever, M. Oldacre" or "Dein F.", or nothing."""
    match = _WITH_A_NAME.fullmatch(line) if len(line) <= LONGEST else None
    return match["name"] if match else ""
