"""Places that every reader knows: countries, counties, provinces, great cities, rivers and seas."""

from __future__ import annotations

KNOWN_PLACES = frozenset(
    tuple(" ".join(name.split()).replace("'s", "").split())
    for name in """
    aberdeen| aberdeenshire| abyssinia| adelaide| adrianople| adriatic| aegean| afghanistan| africa|
    agra| alabama| alaska| albania| albany| alberta| aleppo| alexandria| algeria| algiers| alps| alsace|
    amazon| america| amiens| amsterdam| andalusia| andes| anglesey| angola| antarctic| antarctica|
    antrim| antwerp| apennines| arabia| aragon| ararat| archangel| arctic| argentina| argyll|
    argyllshire| arizona| arkansas| armagh| armenia| arno| arras| asia| asia minor| astrakhan| athens|
    atlanta| atlantic| auckland| augsburg| austerlitz| australia| austria| avignon| avon| ayrshire|
    azerbaijan| baffin bay| baffin's bay| baghdad| baku| balkans| baltic| baltimore| banffshire|
    bangkok| bangladesh| barbados| barbary| barcelona| barnet| basel| basle| bath| battersea| batum|
    bavaria| bedford| bedfordshire| beirut| belfast| belgium| belgrade| benares| bengal| bering strait|
    berks| berkshire| berlin| bermondsey| bermuda| bern| berne| berwick| berwickshire| bessarabia|
    bethlehem| billingsgate| birmingham| black sea| blackburn| blackheath| bloomsbury| bogota| bohemia|
    bolivia| bologna| bolton| bombay| bonn| bordeaux| bosnia| bosphorus| boston| botany bay| botswana|
    boulogne| boyne| bradford| bratislava| brazil| brecknockshire| bremen| brentford| breslau| brest|
    brighton| brisbane| bristol| britain| british columbia| brittany| brno| bruges| brussels| bucharest|
    buckinghamshire| bucks| budapest| buenos aires| bulgaria| burgundy| burma| burundi| byzantium|
    cadiz| caernarvon| cairo| caithness| calais| calcutta| california| cambodia| cambridge|
    cambridgeshire| cameroon| canada| cannes| canterbury| canton| cape colony| cape town| cape verde|
    caracas| cardiff| cardiganshire| carlisle| carlow| carmarthenshire| carnarvonshire| carolina|
    carpathians| caspian| castile| catalonia| caucasus| cavan| cawnpore| central america| ceylon| chad|
    charing cross| charleston| chatham| cheapside| chechnya| chelsea| cheltenham| cherwell| cheshire|
    chester| chicago| chichester| chile| china| cincinnati| clerkenwell| cleveland| clyde| coimbra|
    colchester| cologne| colombia| colorado| congo| congo river| connaught| connecticut| constantinople|
    copenhagen| cordoba| cordova| corinth| cork| cornwall| corsica| corunna| costa rica| covent garden|
    coventry| cracow| crete| crimea| croatia| croydon| cuba| cumberland| cyprus| cyrenaica|
    czechoslovakia| dalmatia| damascus| danube| danzig| dardanelles| dead sea| delaware| delft| delhi|
    denbighshire| denmark| denver| deptford| derby| derbyshire| derry| detroit| devon| devonshire|
    dieppe| dijon| dnieper| dniester| dominica| doncaster| donegal| dorchester| dorking| dorset|
    dorsetshire| dover| downing street| dresden| drogheda| drury lane| dublin| dumfriesshire| dundee|
    dunkirk| durham| dutch guiana| east africa| east anglia| east indies| eastbourne| ebro| ecuador|
    edinburgh| egham| egypt| elba| elbe| ely| enfield| england| english channel| epsom| eritrea| essex|
    estonia| ethiopia| etna| eton| euphrates| europe| exeter| falmouth| far east| faversham| fermanagh|
    ferrara| fife| fiji| finland| flanders| fleet street| flintshire| florence| folkestone| forfarshire|
    formosa| france| frankfurt| fulham| gabon| galicia| galloway| galway| gambia| ganges| garonne|
    gascony| gaul| geneva| genoa| georgia| germany| ghana| ghent| gibraltar| glamorgan| glamorganshire|
    glasgow| gloucester| gloucestershire| gottingen| granada| gravesend| graz| great britain| greece|
    greenland| greenock| greenwich| grenada| grenoble| guadeloupe| guatemala| guernsey| guiana|
    guildford| guinea| guyana| haarlem| hackney| haiti| halifax| halle| hamburg| hammersmith| hampshire|
    hampstead| hankow| hanoi| hanover| hants| harrogate| harrow| hastings| havana| havre| hawaii|
    heidelberg| helicon| helsingfors| helsinki| hereford| herefordshire| hertford| hertfordshire| herts|
    hesse| highgate| himalayas| hindustan| hispaniola| hobart| holborn| holland| honduras| hong kong|
    hounslow| hove| huddersfield| hudson| hudson bay| hudson's bay| hull| humber| hungary|
    huntingdonshire| hyde park| iceland| idaho| illinois| india| indiana| indochina| indonesia| indus|
    innsbruck| inverness| iowa| ipswich| iran| iraq| ireland| irkutsk| isis| isle of man| isle of wight|
    islington| istanbul| italy| ivory coast| jaffa| jamaica| japan| jassy| java| jena| jericho| jersey|
    jerusalem| johannesburg| jordan| judea| jugoslavia| kabul| kandahar| kansas| kansas city| karachi|
    karelia| kashmir| kazan| kendal| kensington| kent| kentucky| kenya| kerry| kew| kharkov| khartoum|
    kiev| kildare| kilkenny| kingston| knightsbridge| konigsberg| korea| kronstadt| kurdistan| kuwait|
    kyoto| labrador| lahore| lambeth| lanarkshire| lancashire| lancaster| languedoc| laos| lapland|
    latin america| latvia| lausanne| lebanon| leeds| leghorn| leicester| leicestershire| leiden|
    leinster| leipzig| leith| leitrim| lemberg| leningrad| lesotho| levant| lewes| leyden| liberia|
    libya| liege| liffey| lille| lima| limerick| limpopo| lincoln| lincolnshire| linz| lisbon|
    lithuania| liverpool| livonia| lodz| loire| lombardy| london| londonderry| lorraine| los angeles|
    lothian| louisiana| lubeck| lucerne| lucknow| luxembourg| lvov| lynn| lyon| lyons| macedonia|
    madagascar| madras| madrid| magdeburg| maidstone| maine| mainz| majorca| malabar| malaga| malawi|
    malaya| malaysia| mali| malta| manchester| manchuria| mandalay| manila| manitoba| mantua| margate|
    marseille| marseilles| martinique| maryland| marylebone| massachusetts| mauritania| mauritius|
    mayfair| mayo| meath| mecca| mecklenburg| medina| mediterranean| medway| mekong| melbourne|
    melville bay| merionethshire| mersey| mesopotamia| messina| metz| meuse| mexico| mexico city|
    michigan| middle east| middlesex| midlothian| milan| milwaukee| minneapolis| minnesota| minorca|
    minsk| mississippi| missouri| modena| moldavia| monaghan| mongolia| monmouthshire| montana|
    montenegro| montevideo| montgomeryshire| montpellier| montreal| moravia| morocco| moscow| moselle|
    mozambique| munich| munster| murmansk| murray river| nairobi| namibia| nancy| nanking| nantes|
    naples| nazareth| near east| nebraska| nepal| netherlands| neva| nevada| new brunswick| new england|
    new guinea| new hampshire| new haven| new holland| new jersey| new mexico| new orleans|
    new south wales| new spain| new york| new zealand| newbury| newcastle| newfoundland| newgate|
    nicaragua| niger| niger river| nigeria| nile| norfolk| normandy| north africa| north america|
    north carolina| north dakota| north pole| north sea| north wales| northampton| northamptonshire|
    northern ireland| northumberland| norway| norwich| nottingham| nottinghamshire| notts| nova scotia|
    nova zembla| nubia| nuremberg| oder| odessa| ohio| ohio river| oklahoma| olympus| oman| omsk|
    ontario| oporto| oregon| orinoco| orkney| orleans| osaka| oslo| ostend| ottawa| oxford| oxfordshire|
    oxon| pacific| paddington| padua| paisley| pakistan| palermo| palestine| panama| paraguay| paris|
    parma| parnassus| patagonia| peiping| peking| pembrokeshire| pennsylvania| penzance| persia| perth|
    perthshire| peru| perugia| peterborough| petersburg| petrograd| philadelphia| philippines|
    piccadilly| piedmont| pisa| pittsburgh| plymouth| podolia| poland| pomerania| poona| port jackson|
    portland| portsmouth| portugal| posen| potomac| potsdam| prague| preston| provence| prussia|
    puerto rico| punjab| pyrenees| quebec| queensland| radnorshire| ramsgate| ranelagh| rangoon|
    ravenna| reading| red sea| renfrewshire| reval| rheims| rhine| rhineland| rhode island| rhodesia|
    rhone| richmond| riga| rio de janeiro| rochester| rockies| rocky mountains| romania| rome|
    roscommon| rotherhithe| rotterdam| rouen| roumania| roxburghshire| rumania| russia| ruthenia|
    rutland| rwanda| saar| saigon| saint helena| saint petersburg| salamanca| salisbury| salonica|
    salonika| salop| salt lake city| salzburg| samara| samarkand| samoa| san francisco| santiago|
    saragossa| sarajevo| saratov| sardinia| saskatchewan| saudi arabia| savannah| savoy| saxony|
    scandinavia| scarborough| schleswig| scotland| seattle| seine| senegal| seoul| serbia| sevastopol|
    severn| seville| shanghai| shannon| sheerness| sheffield| shetland| shoreditch| shrewsbury|
    shropshire| siam| siberia| sicily| sidon| siena| sierra leone| silesia| simla| singapore| skopje|
    slavonia| sligo| slovakia| slovenia| smithfield| smolensk| smyrna| sofia| soho| somalia| somerset|
    somersetshire| south africa| south america| south australia| south carolina| south pole|
    south wales| southampton| southwark| soviet russia| soviet union| spain| sparta| spitsbergen|
    spitzbergen| sri lanka| st albans| st helena| st james's| st kitts| st louis| st paul|
    st petersburg| staffordshire| staines| stalingrad| stepney| stettin| stirling| stockholm| stockport|
    strasbourg| stuttgart| styria| sudan| sudetenland| suffolk| sumatra| sunderland| surinam| surrey|
    sussex| sutherland| swabia| swansea| sweden| switzerland| sydney| sydney cove| syracuse| syria|
    tagus| tahiti| taiwan| tallinn| tanganyika| tangier| tanzania| tashkent| tasmania| taunton| teheran|
    tehran| tennessee| texas| thailand| thames| the hague| thessaly| thrace| thuringia| tiber| tibet|
    tiflis| tipperary| tirana| tobago| tokio| tokyo| toledo| tonga| tongking| toronto| toulon| toulouse|
    tower of london| trafalgar| transcaucasia| transvaal| transylvania| trent| trieste| trinidad|
    tripoli| truro| tsaritsyn| tula| tunbridge| tunis| tunisia| turin| turkey| tuscany| tweed|
    twickenham| tyne| tyre| tyrol| tyrone| u s s r| uganda| ukraine| ulster| umbria| united kingdom|
    united states| urals| uruguay| usa| ussr| utah| utrecht| uxbridge| valencia| valparaiso|
    van diemen's land| van diemens land| vancouver| vauxhall| venezuela| venice| vermont| verona|
    versailles| vesuvius| victoria land| vienna| vietnam| vilna| vilnius| virginia| vistula|
    vladivostok| volga| wakefield| wales| wallachia| wandsworth| wapping| warsaw| warwick| warwickshire|
    washington| waterford| waterloo| watford| weimar| wellington| west africa| west indies|
    west virginia| western australia| westminster| westmoreland| westmorland| westphalia| wexford|
    weymouth| whitby| whitechapel| whitehall| wicklow| wilts| wiltshire| wimbledon| winchester| windsor|
    winnipeg| wisconsin| woolwich| worcester| worcestershire| wye| wyoming| yalta| yangtze| yarmouth|
    yemen| yokohama| york| yorkshire| yugoslavia| zagreb| zambesi| zambezi| zambia| zanzibar| zimbabwe|
    zululand| zurich
    """.split("|")
)
"""Each as the keys of its words; what is more often a common word (Deal, Nice, Tours) is left out."""
