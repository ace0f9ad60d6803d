"""Given names common in texts in English, and the countries and cities every reader knows."""

from __future__ import annotations

GIVEN = frozenset(
    """
    aaron abigail abraham ada adam adolf adolph adrian agatha agnes aileen alan albert alec alexander
    alexandra alexei alexis alfonso alfred alice alison allan allen amelia amos amy andre andreas andrew
    andrey angela angelica ann anna anne annie anthony anton antonia antonio archibald arnold arthur
    august augusta augustus barbara barnaby bartholomew basil beatrice benedict benjamin bernard bertha
    bertram bessie betsy betty boris bridget bruno caleb calvin carl carlo carlos carol caroline carrie
    casper catharine catherine cecil cecilia charles charlotte chester chloe christian christina christine
    christopher clara clarence claude clement clifford conrad constance cornelia cornelius curtis cyril
    cyrus daniel david deborah denis dennis dmitri dmitry dolly donald dora dorothea dorothy douglas
    duncan ebenezer edgar edith edmond edmund edna eduard edward edwin eleanor eleanora elena eli elijah
    elinor elisabeth eliza elizabeth ella ellen elsie emanuel emil emile emily emma emmanuel enoch
    enrico eric ernest ernst esther ethel eugene eugenia eustace eva evan eve evelyn ezra fanny felix
    ferdinand fidel flora florence frances francis francisco frank franklin franz fred frederic
    frederick friedrich fritz gabriel geoffrey georg george georges gerald gerard gertrude gideon
    gilbert giles giovanni giuseppe godfrey gordon grace grigori grigory guy gustav hannah hans harold
    harriet harriett harrison harry harvey hector helen helena henri henrietta henrik henry herbert
    hermann hester hilda horace horatio howard hubert hugh hugo humphrey ida ignatius igor immanuel ira
    irene isaac isabel isabella isaiah israel ivan jabez jack jackson jacob jacques james jan jane janet
    jasper jean jeanne jem jemima jenny jeremiah jeremy jerome jesse jessie jim joachim joan joanna job
    joe joel johan johann johanna john johnny jonas jonathan josef joseph josephine joshua josiah juan
    judith julia julian juliet julius karl kate katharine katherine kathleen kenneth konrad konstantin
    kurt lancelot laura laurence lavinia lawrence leo leon leonard leonid leopold leslie lev lewis
    lilian lionel lizzie lizzy louis louisa louise lucas lucia lucinda lucius lucy ludwig luigi luke
    luther lydia mabel madeleine magdalene malcolm marcel marcus margaret maria marian marianne marie
    mario marion mark martha martin mary matilda matthew maud maurice max maxim maximilian may mehmet
    melissa michael miguel mikhail mildred miles millicent minnie miriam molly mordecai morris moses
    mustafa muriel nancy nathan nathaniel ned nell nelly nicholas nicolas nikita nikolai noah nora
    norman obadiah octavia oliver olga oscar oswald otto owen pablo patience patrick paul paula pauline
    pavel pedro peggy penelope percival percy peregrine perez peter phebe philip philippa phoebe pierre
    polly priscilla prudence pyotr rachel ralph raymond rebecca reginald reuben rhoda richard robert
    robin roderick rodney roger roland rolf ronald rosa rosalind rosamond rosamund rosanna rose rowland
    roy rudolf rudolph rufus rupert russell ruth sally salvador samson samuel sara sarah saul sebastian
    septimus sergei sidney sigmund silas silvia simon solomon sophia sophie sophy stanley stefan stephen
    steven stewart stuart susan susanna susannah suzanne sydney sylvester sylvia tabitha theodora
    theodore theodosia theophilus theresa thomas timothy tobias toby tom tommy ulrich ursula valentine
    vera vernon victor victoria vincent viola violet virginia vivian vladimir vyacheslav walter warren
    wilfred wilfrid wilhelm will willi william willie winifred winston wolfgang xavier yakov zachariah
    zachary
    """.split()
)

KNOWN_PLACES = frozenset(
    tuple(name.split())
    for name in """
    afghanistan|africa|albania|algeria|america|arabia|argentina|armenia|asia|australia|austria|
    azerbaijan|bavaria|belgium|bolivia|bosnia|brazil|britain|bulgaria|burma|cambodia|canada|ceylon|
    chile|china|colombia|congo|corsica|crete|croatia|cuba|cyprus|czechoslovakia|denmark|dalmatia|
    ecuador|egypt|england|estonia|ethiopia|abyssinia|europe|finland|flanders|france|germany|ghana|
    great britain|greece|greenland|guatemala|haiti|holland|honduras|hungary|iceland|india|indochina|
    indonesia|iran|iraq|ireland|italy|jamaica|japan|java|jordan|kenya|korea|latvia|lebanon|libya|
    lithuania|luxembourg|macedonia|madagascar|malaya|malta|manchuria|mexico|moldavia|mongolia|
    montenegro|morocco|mozambique|nepal|netherlands|new zealand|nicaragua|nigeria|normandy|norway|
    pakistan|palestine|panama|paraguay|persia|peru|philippines|poland|portugal|prussia|romania|roumania|
    rumania|russia|sardinia|saxony|scotland|serbia|siberia|sicily|silesia|slovakia|slovenia|somalia|
    south africa|soviet russia|soviet union|spain|sudan|sumatra|sweden|switzerland|syria|thailand|siam|
    tibet|transylvania|tunisia|turkey|ukraine|united kingdom|united states|uruguay|venezuela|vietnam|
    wales|yugoslavia|jugoslavia|asia minor|latin america|north america|south america|london|paris|
    berlin|rome|vienna|madrid|lisbon|moscow|petrograd|leningrad|saint petersburg|st petersburg|
    petersburg|constantinople|istanbul|athens|brussels|amsterdam|rotterdam|antwerp|the hague|copenhagen|
    stockholm|oslo|helsinki|helsingfors|warsaw|cracow|prague|budapest|bucharest|belgrade|sofia|kiev|
    kharkov|odessa|riga|geneva|zurich|basel|berne|milan|turin|venice|florence|naples|genoa|palermo|
    barcelona|seville|munich|hamburg|leipzig|dresden|frankfurt|cologne|dublin|belfast|edinburgh|glasgow|
    aberdeen|cardiff|oxford|cambridge|bristol|bath|liverpool|manchester|birmingham|leeds|sheffield|york|
    brighton|dover|new york|boston|philadelphia|chicago|baltimore|san francisco|los angeles|new orleans|
    detroit|minneapolis|pittsburgh|montreal|toronto|quebec|mexico city|buenos aires|rio de janeiro|
    havana|cairo|alexandria|jerusalem|damascus|baghdad|teheran|tehran|bombay|calcutta|delhi|madras|
    peking|shanghai|canton|nanking|tokyo|tokio|sydney|melbourne|cape town|johannesburg|versailles|
    marseilles|lyons|bordeaux|thames|rhine|danube|volga|seine|tiber|nile|ganges|alps|pyrenees|caucasus|
    balkans|crimea|mediterranean|atlantic|pacific|baltic
    """.replace("\n", "").split("|")
)
"""Countries, capitals and the like, as sequences of keys."""
