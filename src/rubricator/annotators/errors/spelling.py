"""Spellings that are none of our business: of a period, of a country, of a derived form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

VARIANTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # of a country: ours and yours
        (r"our(?=$|s$|ed$|ing$|er|ers$|ab|ful|less|it|is|iz|hood|ly$|ous|able)", "or"),
        (r"or(?=$|s$|ed$|ing$|er|ers$|ab|ful|less|it|is|iz|hood|ly$|able)", "our"),
        (r"is(?=e$|es$|ed$|ing$|er$|ers$|ation|able|ingly$)", "iz"),
        (r"iz(?=e$|es$|ed$|ing$|er$|ers$|ation|able|ingly$)", "is"),
        (r"ys(?=e$|es$|ed$|ing$|er$)", "yz"),
        (r"yz(?=e$|es$|ed$|ing$|er$)", "ys"),
        (r"re(?=s?$)", "er"),
        (r"er(?=s?$)", "re"),
        (r"ll(?=ed$|ing$|er|est$|ous|or|ist|ment|ful|y$|ness)", "l"),
        (r"(?<=[aeiou])l(?=ed$|ing$|ers?$|est$|ous|ors?$|ists?$|ments?$|ful|ness)", "ll"),
        (r"ence(?=s?$|less)", "ense"),
        (r"ense(?=s?$|less)", "ence"),
        (r"æ|ae", "e"),
        (r"œ|oe", "e"),
        (r"(?<=.)ogue", "og"),
        (r"amme(?=s?$)", "am"),
        # of a period: Johnson's to Chambers's
        (r"shew", "show"),
        (r"x(?=ions?$|ional)", "ct"),
        (r"ctx(?=ion)", "ct"),
        (r"ick(?=s?$|ed$|ly$)", "ic"),
        (r"^in(?=[bcdfglmpqrstv])", "en"),
        (r"^en(?=[bcdfglmpqrstv])", "in"),
        (r"^im(?=[bmp])", "em"),
        (r"^em(?=[bmp])", "im"),
        (r"ck(?=[aeit])", "k"),
        (r"(?<=[aeiou])k(?=[ei])", "ck"),
        (r"sc(?=[ei])", "s"),
        (r"que", "ck"),
        (r"cq", "ck"),
        (r"ph", "f"),
        (r"y(?=.)", "i"),
        (r"i(?=.)", "y"),
        (r"ie(?=s?$)", "y"),
        (r"ey(?=s?$)", "y"),
        (r"y(?=s?$)", "ey"),
        (r"y(?=s?$)", "ie"),
        (r"eable", "able"),
        (r"able", "eable"),
        (r"eably$", "ably"),
        (r"gement|ement(?=s?$)", "ment"),
        (r"dgment", "dgement"),
        (r"ope(?=ment)", "op"),
        (r"(?<=....)e$", ""),
        (r"s(?=[yi])", "c"),
        (r"c(?=[yi])", "s"),
        (r"z", "s"),
        (r"(?<=[aeiou])s(?=[eiy])", "z"),
        (r"(?<=[chklnpsx])t$", "ed"),
        (r"([klmnp])t$", r"\1\1ed"),
        (r"'d$", "ed"),
        (r"'d$", "d"),
        (r"([bdgmnprt])'d$", r"\1\1ed"),
        (r"ance(?=s?$|d$)", "ence"),
        (r"ence(?=s?$|d$)", "ance"),
        (r"anc(?=y$|ies$)", "enc"),
        (r"enc(?=y$|ies$)", "anc"),
        (r"ant(?=s?$|ly$)", "ent"),
        (r"ent(?=s?$|ly$)", "ant"),
        (r"ary(?=$)", "ery"),
        (r"ar(?=y$|ies$)", "or"),
        (r"or(?=s?$)", "er"),
        (r"er(?=s?$)", "or"),
        (r"ours?(?=ous$|ite$)", "or"),
        (r"ful(?=$|ness|ly)", "full"),
        (r"full(?=$|ness)", "ful"),
        (r"l$", "ll"),
        (r"ll$", "l"),
        (r"ow", "ou"),
        (r"ou(?=[sn])", "ow"),
        (r"ancle", "ankle"),
        (r"(?<=che|wal)s(?=n)", "st"),
        (r"cc(?=o)", "c"),
        (r"pp", "p"),
        (r"(?<=[bgn])h", ""),
    )
)
"""What makes a form we do not know into one that we may know, once in a word."""

PREFIXES = (
    "anti arch be counter de dis fore hyper in inter mid mis non out over pan photo post pre pro pseudo re semi sub super "
    "trans ultra un under up vice co self neo auto bi tri multi micro grand great step"
).split()

SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("s", ("",)),
    ("es", ("", "e")),
    ("ies", ("y",)),
    ("ves", ("f", "fe")),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("iest", ("y",)),
    ("ly", ("", "le")),
    ("ily", ("y",)),
    ("ness", ("",)),
    ("nesses", ("",)),
    ("iness", ("y",)),
    ("less", ("",)),
    ("lessness", ("",)),
    ("like", ("",)),
    ("ish", ("", "e")),
    ("ism", ("", "e", "ist", "y")),
    ("ist", ("", "e", "ism", "y")),
    ("isms", ("", "e", "ist", "y")),
    ("ists", ("", "e", "ism", "y")),
    ("istic", ("", "ism", "ist", "e", "y")),
    ("istically", ("", "ism", "ist", "e", "y")),
    ("ize", ("", "e", "y")),
    ("ise", ("", "e", "y")),
    ("ized", ("", "e", "y")),
    ("ised", ("", "e", "y")),
    ("ization", ("", "e", "y")),
    ("isation", ("", "e", "y")),
    ("able", ("", "e")),
    ("ably", ("", "e")),
    ("ability", ("", "e")),
    ("ible", ("", "e")),
    ("ment", ("",)),
    ("ments", ("",)),
    ("ful", ("",)),
    ("some", ("",)),
    ("ward", ("",)),
    ("wards", ("",)),
    ("wise", ("",)),
    ("ship", ("",)),
    ("ships", ("",)),
    ("hood", ("",)),
    ("dom", ("",)),
    ("ess", ("", "or", "er")),
    ("esses", ("", "or", "er")),
    ("ress", ("er", "or")),
    ("let", ("",)),
    ("lets", ("",)),
    ("ery", ("", "er", "e")),
    ("y", ("", "e")),
    ("ian", ("", "e", "y", "ia")),
    ("ic", ("", "y", "e")),
    ("ical", ("", "y", "e", "ic")),
    ("ity", ("", "e")),
    ("ation", ("", "e", "ate")),
    ("ative", ("", "e", "ate")),
    ("al", ("", "e")),
    ("eer", ("",)),
    ("eth", ("", "e")),
    ("edst", ("", "e")),
    ("folk", ("",)),
    ("man", ("",)),
    ("men", ("",)),
    ("craft", ("",)),
    ("proof", ("",)),
    ("house", ("",)),
    ("fold", ("",)),
)

NO_STEMS = frozenset(
    "the this that and for with from they them then there their these those have has had was were are been but not you "
    "your his her hers him she its our ours who whom whose which what when where while than upon into unto onto only "
    "also very such much many most more some any each every both either neither nor could would should shall will might "
    "must may can cannot did does done doing because though although since until till again against".split()
)
"""Words of grammar: nothing is derived from them, so "thes" and "wither" are not theirs."""

SHORTEST_STEM = 4

DIALECT = frozenset(
    "agin ain allus amang atween aught auld awa aw ax axed baccy bain bairn bairns bin bonnie bonny childer chile cos cuz "
    "dat dem den dey dis didna dinna canna wouldna couldna wasna isna doan doin dunno eddication everythin fella feller "
    "fellers feyther fust gal gals gie git gits goin gwine haint hain heerd hern hev hisn hisself hoss hosses jes jest "
    "jine jist ken kep ketch ketched larn larned las lor lors lookin mebbe mek missus mither mun naow nary nater niver "
    "noan noo nothin nowt ole onct ould ourn outen owd owt pianner pianny pison pore puir sae sartin sartinly sech "
    "seed sence sez shet sich sma somethin sot spile spiled suthin summat taters tak tek tha thar thee theer "
    "theirselves thet thi thim thof thou thoo thro thysen tother tuk vittles warn weel wimmen wor wot wuss wuz yaller "
    "ye yer yere yersel yis yit yez yo yourn yoursel mysel himsel hersel hissen mysen varmint critter critters feared "
    "afeard afeared ter ther wi wid wite wus und ane anither aye bide bein comin nae nane nought och oot aboot doon hame "
    "mair maun mony mickle muckle sic siccan syne twa wad weans wee whaur whilk wha didn couldn wouldn shouldn hadn hasn "
    "haven isn wasn weren mightn mustn needn oughtn shan sha won don ll ve".split()
)
"""Speech written by ear: no list of ours has it, and no editor would mend it."""


def fold(word: str) -> str:
    """*word* without its accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def variants(word: str) -> tuple[str, ...]:
    """What *word* would be, were it the spelling of another country or period."""
    found: list[str] = []
    for pattern, replacement in VARIANTS:
        for match in pattern.finditer(word):
            form = word[: match.start()] + match.expand(replacement) + word[match.end() :]
            if form != word:
                found.append(form)
    return tuple(dict.fromkeys(found))


def stems(word: str) -> Iterator[str]:
    """The words of which *word* may be a regular derived form."""
    for suffix, endings in SUFFIXES:
        if not word.endswith(suffix) or len(word) - len(suffix) < SHORTEST_STEM - 1:
            continue
        trunk = word[: -len(suffix)]
        for ending in endings:
            stem = trunk + ending
            if suffix == "s" and stem.endswith(("s", "x", "z", "ch", "sh")):
                continue
            if len(stem) >= SHORTEST_STEM and stem not in NO_STEMS:
                yield stem
        if trunk[-1:] == trunk[-2:-1] and suffix[0] in "aeiouy" and len(trunk) > SHORTEST_STEM:  # "drubb-ing"
            yield trunk[:-1]


def derived(word: str, is_word: Callable[[str], bool], depth: int = 2) -> bool:
    """Whether *word* is a regular derived form of a word: "adventuristic" of "adventurist"."""
    for stem in stems(word):
        if is_word(stem) or (depth > 1 and len(stem) > SHORTEST_STEM + 1 and derived(stem, is_word, depth - 1)):
            return True
    for prefix in PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= SHORTEST_STEM and rest not in NO_STEMS:
            if is_word(rest) or (depth > 1 and derived(rest, is_word, depth - 1)):
                return True
    return False
