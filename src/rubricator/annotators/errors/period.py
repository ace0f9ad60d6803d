"""Words of older print that the lists of present-day English have lost, in the spellings they had.

A closed list like those of `closed`, made by hand: none is of one text, and what regular variation explains
(see `spelling`) is not repeated here.
"""

from __future__ import annotations

OLDER_WORDS = frozenset(
    """
    dependance dependances independance independant independantly visiter visiters secresy ecstacy ecstacies
    guelder expence expences mesalliance
    ablings aboon accompt accomptant accompting accompts akes aking alledge alledged alledges anigh
    anights antient antiently antients applejohn aprication aquafortis assafoetida aukward aukwardly
    aukwardness ayont baboo baboos babu bandalore bashaws bason basons beadleship bedtick befal
    befeathered befel beflounced befrilled begem behove bepraise beribboned bescatter bespake betid
    blacklead blewits bohea bombasin boyard boyards boyars bridemaid bridemaids brideman bridemen
    bridesman britzska brummagem bullrush bullrushes bulrushy burthensome butterwoman byeword caique
    caiques caleche cannel chaperonne chatelaines chawbacon cheapener chearful chearfully cheesemonger
    chevaux cheveril chibouque chiffonniere chouse christmassy chuprassy chymist chymistry chymists
    cieling cielings clarionet cloath cloathed cloathing cloaths cloke clokes coachbox cockaded
    cockahoop collops comfiture compleated compleatly confest connoisseuse conoscente controul
    controuled controuling conversaziones cookmaid copartnery copsewood copsy corses corslet coverlid
    coverlids cowcumber cowhouse coxcombical crossgrained croud crouded crouding crouds crysalis
    crysalises curricles curveted damosel damozel dauphiness dawk dedicatee demonstrance dewpond
    disbranched dishclout disherit disherited disheriting disinherison distrest doat doated doating
    doats dodderer doggrel doomsman dotings dowerless dowlas downfal draggletail drave drawingroom
    draymen dreamful drest drole drownded drownding drumly dumfounder ecarte eccho ecchoes eftsoons
    elbowchair embassador embassadors engirdle ensky expectance extasies extasy eyne fashious finnan
    firman firmans fitchew flouncings flowerets followership fowlingpiece frampold franion frolicksome
    furmity gaitered gallipots gallopaded gallopading gaolers gayeties ginghams gipseys gleby gloomful
    godmamma godpapa goloshes goosequill goslin gownsmen graveolent greasepot groupes halberdier
    halfcrown hardbake hatchments havock havresack hawbuck hayband haysel headborough heartease
    hedgepig heigh heigho hests highflown holloa horrent horseboy hotpress housedog housekeepery
    housewifes humoursome idlesse illapse illhumour illnature illude imbecillity imbrown impertinency
    impleach imposthume improvisatrice incog increate inexpressibles inwove inwreathe isba janizaries
    janizary jargonelle jasmin jeopard jointured joltheaded joyn kerchiefed khitmutgar kinchin kitcat
    lacqueys lacs landskip landskips lanthorns lillies linendraper linsey lyart mackarel mailcoach
    maltster maltsters mansionhouse mantlet mantuamaker masquers maybush meer meerly mercery mickle
    mignionette minever miniate minikin misdoubted misliked mockbird mofussil moidores molecatcher
    moustachios muffineer musichall musichalls musketoon muslins musquito musquitoes mussulmans
    mutchkin nathless neatherd needlebook negociate negociated negociation negociations negociator
    negociators nightwatch nipperkin nullah nullahs nuncheon oldfashioned opake outvie overpast oxslip
    oxslips packman packmen palkee pannel pantler pardie parlourmaid pashed pashes pashing passado
    passamezzo pastrycook peachick pearlash peascod pedler pedlers peery penfold pentice pentroof
    perswade perswaded pewholder phillipic physiognomist pierglass pinner pipkins pistoles plaguy
    plaister plaistered platt pleasaunce ploughboy ploughboys ploughmen porteress portionless portress
    postboys postchaise postchaises pourtray pourtrayed pourtraying pressgang prestidigitateur
    primrosed primrosy prithy proteid proteids puddock puggaree pyes quickset quicksets quidnuncs
    quilled quoif rareeshow ratcatcher recked recking reconnoitred relievo reliques repayed rickyard
    rickyards ringleted ropewalk rushlight rushlights ryot sabretache sabretasche sallad sallads
    sarcenets saucebox saunterings saveall sawpit scatheless scathless schako schakos scrutoire scummer
    seedsman seignory sempster sepoys servingman sheldrake shillyshally shoebuckle shopman shopmen
    shopwoman sighings silkmercer simples simular sinuosities sippets sith sithence sizars skait skaite
    skaited skaites skaiting skaits slippered slopseller smatterer smockfrock smockfrocks snooded
    southdowns southron sowar sowars spahis spatterdashes spencers spicery sprack springtide spunge
    spunged stager staylace staymaker stillroom stockinger stonebreaker subtilty sugarbasin surcoat
    surpliced surtouts swang sware swingling swoln tabbinet tabouret taffety tailoress tamboured
    tapestried tarantas tarletan taxcart teatable thymy tilburies tinman toadeaters tollbar topboots
    toyshops traitress trumeau turncock twitterings ugsome uhlans unbeseeming uneath unked unlading
    unlooked unpaled untented unwedded unweeting vails vallies vandyked vapourer vapourings villanies
    villanous villany vizards waggoners waggonette waistcoated warmingpan watchchain watchet
    watercresses wellaway wellnigh wheatrick whimbrel whitster whitweek whoopingcough whoopings
    willowed windowseat witcheries witlings wofully woodanemone woodanemones woodbines woodlander
    woodlark woodlarks woodpigeon woodsorrel woolsorter workbox worldlings worsteds wottest wrasle
    wrasled wrasling wrastle wrastled wrastling wreathy writingdesk yclad yeastly yestereve
    yesterevening yestermorn yesternight zemindar zemindars zemstvos zenanas zouaves
    """.split()
)
"""Things, trades and manners of the eighteenth and nineteenth centuries; spellings of their day; compounds
written as one."""

OLDER_NAMES = frozenset(
    """
    algerines azerbaidjan bakuninist bakuninists bengalee bengalees blanquism blanquist blanquists blas
    boccace burmah cabul candahar chiang cingalese coblentz corea corean dantzic dantzig esquimaux
    feejee fenians feuerbach fourierist fourierists francfort girondin girondins hegelians
    herzegovinian hindostan hindostanee jaggernaut kharkoff kieff konigsberg lassallean lassalleans
    leipsic leninists lucchese macchiavelli machiavel machiavels mahometan mahometanism mahometans
    mahommedan mahommedans menshevik mensheviks menshevism mentz moskow mussulmen narodnik narodniks
    neapolitans otaheite otho owenite owenites owhyhee petersburgh profintern proudhonist proudhonists
    roumanians roumelia sansculotte sansculottes servian servians shakespear shakspeare shakspearian
    shakspere shaksperian sovkhoz spinosa stalinists stamboul thermidorian thibet thibetan treves
    trotskyists varsovie yangtse
    """.split()
)
"""Persons, places and parties as they used to be written, in lower case."""
