"""Closed classes of English that tell names from other words; each is a list of keys (folded words)."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MALE = _set(
    """
    mr sir lord mister master father brother uncle monsieur herr signor don abbe esquire
    """
)
FEMALE = _set(
    """
    mrs miss ms lady dame mistress madame mme mlle mademoiselle frau fraulein signora aunt sister
    """
)
ADDRESS = (
    MALE
    | FEMALE
    | _set("dr doctor rev reverend prof professor st saint comrade citizen messrs mm cousin hon")
)
"""Forms of address: they are followed by a name."""

BEFORE_SURNAMES = _set(
    "mr mrs miss ms mister dr doctor prof professor monsieur herr frau mme mlle signor signora"
)
"""Forms of address that one word follows only if it is a surname."""

OFFICES = _set(
    """
    president chancellor minister premier senator governor general marshal admiral colonel col captain
    capt major lieutenant lieut sergeant corporal commander king queen prince princess emperor empress
    tsar czar tsarina kaiser duke duchess count countess earl baron baroness viscount marquis marquess
    archduke pope cardinal bishop archbishop archdeacon dean judge justice ambassador commissar
    secretary chairman mayor alderman squire farmer
    """
)
"""Offices and ranks: they may be followed by a name."""

RULERS = _set(
    """
    mikado tsar czar tsarina kaiser pope sultan emperor empress king queen regent shah dalai negus
    """
)
"""Titles that stand for one person when they follow “the” and nothing follows them."""

ABBREVIATIONS = _set(
    """
    mr mrs ms messrs dr rev prof st hon capt col lieut gen maj sgt adm gov sen mme mlle jr sr ste
    """
)
"""Words after which a full stop ends no sentence."""

PARTICLES = _set(
    """
    de da di du del della der den des van von zu zur la le los las ten ter af av bin ibn al el
    """
)
"""Small words that stand inside surnames."""

NUMBERS = _set("one two three four five six seven eight nine ten")

FUNCTION = _set(
    """
    the a an and or but nor for so yet of in on at by to from with without within into onto upon over
    under about after before since until till while when where whence why how what which who whom whose
    that this these those there here then thus hence now not no yes oh ah o if unless although though
    because as than like such some any all both each every either neither other another many much more
    most few several one two three four five six seven eight nine ten first second third last next i you
    he she it we they me him her us them my your his its our their mine yours hers ours theirs myself
    himself herself itself ourselves themselves am is are was were be been being do does did has have
    had having will would shall should can could may might must ought let go come dear sir madam ever
    never always often still only even just also too very well perhaps indeed however moreover therefore
    meanwhile nevertheless again once twice today yesterday tomorrow up down out off among between
    against through during despite except per via
    """
)
"""Words that are no names although a sentence begins with them."""

CALENDAR = _set(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
    tues tue wed thurs thur thu fri sat sun christmas easter michaelmas whitsun whitsuntide lent advent
    spring summer autumn winter
    """
)

DEMONYMS = _set(
    """
    english french german dutch spanish italian russian greek latin hebrew turkish swedish danish polish
    czech finnish scotch scots irish welsh swiss british american soviet chinese japanese portuguese
    christian jewish roman
    """
)
"""Adjectives of peoples: with a capital, but no names of places or persons."""

NO_NAMES = DEMONYMS | _set(
    """
    god gods lord heaven heavens providence nature bible gospel scripture scriptures fascism communism
    socialism marxism capitalism imperialism bolshevism leninism stalinism nazism state church crown
    revolution war peace constitution parliament congress senate government ministry cabinet bourgeoisie
    proletariat christians jew jews catholic protestant tory tories whig whigs fascist fascists nazi
    nazis marxist marxists bolshevik bolsheviks menshevik mensheviks stalinist stalinists communist
    communists socialist socialists marxian negro negroes vol volume no chapter page pages part section
    figure table note ed eds pp fig ibid anglo franco russo sino austro indo op cit esq papa mama mamma
    majesty highness grace excellency honour honor ladyship lordship
    """
)
"""Words with a capital that name no person, place or organisation by themselves."""

ADJECTIVE_ENDINGS = (
    "ish",
    "ese",
    "ist",
    "ists",
    "ism",
    "isms",
    "ian",
    "ians",
    "ean",
    "eans",
    "ite",
    "ites",
    "istic",
)
"""Endings of adjectives and of words for adherents; a word with one, alone, is never taken for a new name."""

PLACE_PREPOSITIONS = _set(
    """
    in at near from to into towards toward through via outside beyond around round above below
    """
)

PLACE_HEADS = _set(
    """
    street road lane avenue square place park bridge hill hills mount mountain mountains river lake sea
    ocean bay gulf strait straits island islands isle isles peninsula cape valley forest wood woods
    heath common green field fields house hall castle abbey court grove manor farm lodge cottage palace
    county shire province district city town village harbour harbor port bank banks coast desert canal
    station mill mills cross gate terrace crescent row
    """
)
"""Nouns that make a place of the capitalised words before them."""

PLACE_FIRSTS = _set(
    """
    mount lake cape fort port isle gulf strait bay river county
    """
)
"""Nouns that make a place of the capitalised word after them."""

QUALIFIERS = _set(
    """
    new north south east west upper lower great little old saint st san santa sao los las el northern
    southern eastern western central inner outer
    """
)
"""Capitalised words that belong to the place name after them."""

ORG_HEADS = _set(
    """
    party league union society committee commission council congress association federation
    confederation international institute institution university college academy school museum library
    bank company corporation ministry department office bureau board parliament assembly senate soviet
    government army navy regiment club press archive archives agency brigade guard front youth trust
    museum hospital theatre theater railway railroad embassy legation government
    """
)
"""Nouns that make an organisation of the capitalised words before them."""

LOWERED = ORG_HEADS | PLACE_HEADS
"""Last words of listed names that some texts write without a capital: “Chinese Eastern railroad”."""
