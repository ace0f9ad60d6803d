"""Closed classes of English that tell names from other words; each is a list of keys (folded words)."""

from __future__ import annotations

from rubricator.authority.sexes import FEMALE, MALE


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ADDRESS = (
    MALE
    | FEMALE
    | _set("dr doctor rev revd reverend prof professor st saint comrade citizen messrs mm cousin hon")
)
"""Forms of address: they are followed by a name."""

BEFORE_SURNAMES = _set(
    "mr mrs miss ms mister dr doctor prof professor monsieur herr frau mme mlle signor signora mris mres"
)
"""Forms of address that one word follows only if it is a surname."""

OFFICES = _set(
    """
    president chancellor minister premier senator governor general marshal admiral colonel col captain
    capt major lieutenant lieut sergeant corporal commander king queen prince princess emperor empress
    tsar czar tsarina kaiser duke duchess count countess earl baron baroness viscount marquis marquess
    archduke pope cardinal bishop archbishop archdeacon dean judge justice ambassador commissar
    secretary chairman mayor squire farmer serjeant serjt sergt sgt lt cmdr comdr commodore brigadier
    bombardier gen maj adm gov capt commandant inspector constable viscountess marchioness
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
    mr mrs ms messrs dr rev revd prof st hon capt col lieut lt gen maj sgt sergt serjt adm gov sen mme
    mlle jr sr ste ld mris mres esq cmdr comdr m mm
    wm jno jn chas geo thos saml robt richd jas jos edwd archd alexr alex danl benj nath nathl fredk matt
    eliz margt cath chr christr hen nich phil theo walt jo ed edw abm
    """
)
"""Words after which a full stop ends no sentence."""

FAMILIAR = _set("papa mama mamma granny grandpapa grandmama grandmamma grandpa grandma daddy mammy nurse")
"""What those of a family call each other: names, unless something says whose they are."""

KIN = _set(
    """
    brother sister wife son daughter uncle aunt cousin nephew niece husband widow friend friends servant
    man maid boy girl named called one namely messrs father mother colleague comrade comrades master
    mistress neighbour petitioner petitioners witness prisoner child partner apprentice tenant tenants
    """
)
"""What is said of a person directly before the name."""

OCCUPATIONS = _set(
    """
    yeoman labourer husbandman glover tailor taylor butcher baker blacksmith smith carpenter mason
    clothier spinster esquire gentleman gentlemen gent mariner merchant innholder innkeeper victualler
    apothecary surgeon physician attorney clerk cooper weaver chandler tanner miller shoemaker cordwainer
    joiner saddler barber grocer mercer draper goldsmith brewer fisherman shepherd carter wheelwright
    citizen beadle constable bailiff overseer churchwarden commander master apprentice widow cook gardener
    """
)
"""What people are by trade and standing: after a comma, rather than names."""

ORGANISATIONS = _set(
    """
    admiralty comintern kuomintang reichstag reichswehr duma sorbonne gestapo cheka politburo politbureau
    knesset cortes bundestag wehrmacht schutzbund falange guomindang reichsbank
    """
)
"""Bodies that one word names."""

NO_INITIALS = _set(
    """
    mp nb ps ba ma am pm dd jp qc kc us ad bc hms md frs phd cb kcb gcb rn ra lld fsa ie eg viz uk usa ussr
    """
)
"""Letters with stops that abbreviate something else than names."""

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

PEOPLES = _set(
    """
    englishman englishmen englishwoman frenchman frenchmen frenchwoman irishman irishmen irishwoman
    scotchman scotchmen scotsman scotsmen welshman welshmen dutchman dutchmen londoner londoners parisian
    parisians fleming flemings spaniard spaniards dane danes swede swedes pole poles finn finns scot turk
    turks arab arabs moor moors greeks germans romans americans africans mexicans cubans spartan trojan
    norman normans saxon saxons celt celts celtic gothic goth goths tartar tartars hun huns jesuit jesuits
    quaker quakers methodist methodists baptist baptists calvinist huguenot huguenots puritan puritans
    eskimo eskimos esquimaux negress gipsy gipsies gypsy hottentot zulu zulus sikh sikhs moslem moslems
    muslim muslims mahometan hindu hindus hindoo hindoos buddhist cossack cossacks slav slavs magyar
    czechs serb serbs croat croats bulgar bulgars swiss flemish gaelic manx cornish latin oriental
    european europeans yankee yankees creole creoles mulatto redskin whites blacks sioux mandan mandans
    """
)
"""Members of peoples and of persuasions, and what is theirs: with a capital, but no names."""

NO_NAMES = (
    DEMONYMS
    | PEOPLES
    | _set(
        """
    aldermen anglo austro bible bolshevik bolsheviks bolshevism bourgeoisie cabinet capitalism catholic
    chapter christians church cit communism communist communists congress constitution crown ed eds esq
    excellency fascism fascist fascists fig figure franco fridays god gods gospel government grace
    heaven heavens highness honor honour ibid imperialism indo jew jews justices ladyship leninism lord
    lordship majesties majesty marxian marxism marxist marxists menshevik mensheviks ministry mondays
    nature nazi nazis nazism negro negroes no note op page pages parliament part peace pp proletariat
    protestant providence revolution russo saturdays scripture scriptures section senate sheweth sino
    socialism socialist socialists stalinism stalinist stalinists state sundays table thursdays tories
    tory tuesdays vol volume war wednesdays whig whigs
    """
    )
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
    station mill mills cross gate terrace crescent row creek brook sound channel inlet firth loch lough
    rock rocks range ranges tower towers bluff bluffs fort falls rapids point head camp chapel church ward
    garden gardens buildings exchange guildhall reach pass plain plains springs spring peak cove haven
    dock docks abbey priory cliff cliffs down downs moor moors wharf circus vicarage rectory parsonage
    inn barracks arch crossing ferry ford glacier land reef shoal lagoon swamp prairie portage fell
    market
    """
)
"""Nouns that make a place of the capitalised words before them."""

PLACE_FIRSTS = _set(
    """
    mount lake cape fort port isle gulf strait straits bay river loch glen camp point
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
    museum hospital theatre theater railway railroad embassy legation government dispensary infirmary
    asylum fund guild order court chapter corps police service staff exchequer treasury workers union
    workhouse co inc ltd chamber delegation secretariat presidium administration directorate dockyard
    alliance front bloc
    """
)
"""Nouns that make an organisation of the capitalised words before them."""

GENERIC_PLACES = _set(
    """
    county city town village parish township province kingdom state borough hundred republic hamlet port
    """
)
"""Nouns that say of a place what it is, and are no part of its name: “the County of Middlesex”."""

TITLES = ADDRESS | OFFICES
"""What stands before a name and tells who it is."""

DATED = NO_NAMES | CALENDAR
"""Words with a capital that are no names by themselves."""

UNCALLED = FUNCTION | CALENDAR | ADDRESS
"""Words with a capital that go on with no name."""

LOWERED = ORG_HEADS | PLACE_HEADS
"""Last words of listed names that some texts write without a capital: “Chinese Eastern railroad”."""
