"""The closed lists of English that the rules rest on: each of a general kind, none for one text."""

from __future__ import annotations

ONE_AND_TWO_LETTERS = frozenset(
    """
    a ad ah am an as at ay be by do dr eh en et ex go ha he hi ho i id if ii in is it iv ix la lo ma me mr
    my no o of oh on or os ox pa ph re sh so st th to up us ut vi we xi ye yo
    """.split()
)
"""The words of one or two letters that prose uses; word lists hold every abbreviation."""

SHORT_AND_LITERARY = frozenset(
    """
    cwt est fay gar hap haw hob lbs nth obs oft sgt viz vol wen yon
    """.split()
)
"""Words of three letters that are rare in speech but no abbreviations."""

SMALL_WORDS = frozenset(
    """
    a about after again against all also always among an and any are as at be because been before being
    between both but by can could did do does during each either even every for from had has have he her
    him his how if in indeed into is it its know let like made make many me might more most much must my
    neither never no nor not of on once one only or other our out rather said see shall she should since
    so some still such than that the their them then there these they this those though three through thus
    till to two until up upon us very was we were what when where which while who why will with within
    without would yet you your
    """.split()
)
"""Words that print runs together with their neighbours; two other words run together are a compound."""

NEVER_IN_COMPOUNDS = frozenset(
    """
    an and are but could did for from had has have he his if is its it may me might must my not of our
    shall she should than that the their them then these they this those to was we were when where which
    while who whom whose why will with would you your said very too
    herself himself itself myself themselves yourself perhaps again he she we such same few another
    almost already also although always among because been became before began between came during every gave
    however into knew many never often only seemed though through told took until went without
    """.split()
)
"""Words of grammar that no compound begins or ends with."""

NEVER_FIRST = frozenset("am as at go if is me my no of or so to us".split())
"""Words of two letters that begin no compound whose rest is a long word."""

NUMERALS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand first second
    third fourth fifth last next
    """.split()
)
NO_LAST_PARTS = frozenset(
    """
    fold folk like man master men monger ness pence people penny ship side some ward wards wife wise woman
    women work worth
    """.split()
)
"""What ends compounds of all kinds: *twelvefold*, *craftswoman*, *needlesswork*."""

NO_STEMS = frozenset(
    """
    again against also although and any are because been both but can cannot could did does doing done
    each either every for from had has have her hers him his into its many may might more most much must
    neither nor not only onto our ours shall she should since some such than that the their them then
    there these they this those though till until unto upon very was were what when where which while who
    whom whose will with would you your
    """.split()
)
"""Words of grammar: nothing is derived from them, so “thes” and “wither” are not theirs."""

NEVER_TWICE = frozenset(
    """
    a an and are as at be been but by for from has have he his i if into is it its my not of or our she
    than the their these they this those to upon was we were which who with your
    """.split()
)
"""Words of grammar that never follow themselves without a mark between; “that that”, “had had” may."""

ONE_WORD = frozenset(
    """
    about above across afterward afterwards again against ago alive almost alone along already although
    altogether amid among another anything around aside asleep awake away became because become becomes
    before behalf behind being below beneath beside besides between beware beyond cannot everything
    forward herself himself however indeed inside instead into itself likewise myself nevertheless nobody
    nonetheless nothing oneself onto otherwise ourselves outside perhaps somebody something somewhat
    somewhere themselves thereby therefore therein thereupon throughout today together toward towards
    unless until upon whereas whereby wherein whereupon within without yourself yourselves
    """.split()
)
"""Words of grammar that print divides by mistake."""

FRAGMENTS = frozenset(
    """
    ac af ance ap ble cial cious com con de dis ed ence ful im ing ings inter ity lar ly ment ments mis
    ness ob ous pre re sion sive sub tial ties tion tions tious tive trans ture un
    """.split()
)
"""Parts of words that word lists hold as abbreviations or names."""

ABBREVIATIONS = frozenset(
    """
    a ad am apr art assn aug b bc bros c capt cf ch chap cit co col d dec dept dr e ed eds esq etc f feb
    fig fol fri g gen govt h hon i ibid inc inst j jan jr jul jun k l lieut ltd m mar messrs mlle mme mon mr
    mrs ms n no nos nov o oct op p pm pp prof prox q r rev s sat sec sept sgt sr st sun t thurs tues u ult
    univ v viz vol vols vs w wed x y z
    """.split()
)
"""What ends in a full stop and not a sentence."""

DIALECT = frozenset(
    """
    aboot afeard afeared agin ain allus amang ane anither atween aught auld aw awa ax axed aye baccy bain
    bairn bairns bein bide bin bonnie bonny canna childer chile comin cos couldn couldna critter critters
    cuz dat dem den dey didn didna dinna dis doan doin don doon dunno eddication everythin feared fella
    feller fellers feyther fust gal gals gie git gits goin gwine hadn hain haint hame hasn haven heerd
    hern hersel hev himsel hisn hisself hissen hoss hosses isn isna jes jest jine jist ken kep ketch
    ketched larn larned las ll lookin lor lors mair maun mebbe mek mickle mightn missus mither mony muckle
    mun mustn mysel mysen nae nane naow nary nater needn niver noan noo nothin nought nowt och ole onct
    oot oughtn ould ourn outen owd owt pianner pianny pison pore puir sae sartin sartinly sech seed sence
    sez sha shan shet shouldn sic siccan sich sma somethin sot spile spiled summat suthin syne tak taters
    tek ter tha thar thee theer theirselves ther thet thi thim thof thoo thou thro thysen tother tuk twa
    varmint ve vittles wad warn wasn wasna weans wee weel weren wha whaur whilk wi wid wimmen wite won wor
    wot wouldn wouldna wus wuss wuz yaller ye yer yere yersel yez yis yit yo yourn yoursel
    """.split()
)
"""Speech written by ear: no word list has it, and no editor would mend it."""

FORMERLY_DIVIDED = frozenset(
    " ".join(pair.split())
    for pair in """
    all ready, any body, any thing, any where, can not, every body, every thing, every where, for ever,
    her self, him self, in deed, in stead, it self, mean time, mean while, my self, no body, no thing,
    no where, one self, our selves, some body, some thing, some times, some what, some where, them selves,
    there upon, to day, to morrow, to night, where fore, where upon, with all, your self, your selves
    """.split(",")
)
"""Two words once, one word now: an error only where the document itself has it otherwise."""

PREFIXES = tuple(
    """
    anti arch be counter de dis fore hyper in inter mid mis non out over pan photo post pre pro pseudo re
    semi sub super trans ultra un under up vice co self neo auto bi tri multi micro grand great step
    """.split()
)
"""What may stand before a whole word to make another."""

FINITE = frozenset(
    """
    was had would could should did might must will shall cannot came went said saw took knew thought felt
    looked turned stood asked began dared seemed found gave got made told heard sat ran rose left
    """.split()
)
"""Finite verbs that cannot follow “be”."""

CUT_SHORT = frozenset("an th o i wi t ha sha ta fo mo ol po yo d m".split())
"""Words that speech cuts short: an’, th’, o’ …"""
CUT_AT_HEAD = frozenset(
    "e er is im em ere ead ouse ome ow as ad ave and tis twas twill cause bout til un t".split()
)
"""Words whose head speech drops: ’em, ’ere, ’bout …"""

CAPITALISED = frozenset(
    """
    january february march april june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday christmas easter england english scotland scottish ireland irish
    wales welsh britain british america american france french germany german italy italian spain spanish
    russia russian europe european london paris christian catholic protestant
    """.split()
)
"""Words that have a capital wherever they stand."""

BARE_VERBS = tuple(
    """
    agree allow answer ask be bear begin believe bother break bring buy call care catch change come complain
    deny die do drink eat expect explain fail fall feel fight find finish follow forget forgive get give go
    happen hate have hear help hold hope hurt imagine keep kill know laugh learn leave let lie like listen
    live look lose love make marry matter mean meet mention mind move need open pay play prevent promise put
    read refuse remain remember return run save say see seem sell send show sit sleep speak spend stand stay
    stop suffer suppose take talk tell think touch trouble trust try turn understand use wait walk want wear
    win wish wonder work worry write
    """.split()
)
"""Verbs without an ending, as they stand after “can’t” and “won’t”."""

PARTICIPLES = frozenset(
    """
    been become begun broken brought built bought caught chosen come cost done drawn driven eaten fallen felt
    forgotten fought found given gone got gotten had heard held kept known laid learnt led left lost made
    meant met paid put run said seen sent shown sold spent spoken stood taken taught thought told
    understood won written
    """.split()
)
"""Participles that stand after “have”."""
