"""Given names common in texts in English, with the short forms of letters and registers (“Wm.”, “Thos.”)."""

from __future__ import annotations

GIVEN = frozenset(
    """
    aaron abel abigail abm abraham absalom ada adam ade adela adelaide adele adeline adolf adolph adrian
    aeneas agatha agnes aileen alan alaric alastair alban albert alberta alec alex alexander alexandra
    alexei alexis alexr alfonso alfred alfreda algernon alice alick alison alix allan allen aloysius
    althea alvin alyce alys amabel amanda ambrose amelia amos amy amyas anastasia andre andreas andrew
    andrey aneurin angela angelica angelina angus anita ann anna annabel annas anne annette annie annis
    anselm anth anthea anthonie anthony anton antonia antonio arabella araminta archd archibald archie
    ariadne aristide arnold artemus arthur arturo asa astrid athol aubrey audrey august augusta augustin
    augustine augustino augustus aurelia avice avis azariah balthasar baptist barbara barbary barnaby
    barnard barney barth bartho bartholomeus bartholomew bartley bartw basil basilia bea beatrice
    beatrix becky belinda bella ben benedict benito benj benjamin benjy bernadette bernard bernhard
    bertha berthold bertie bertram bertrand bess bessie beth betsy bettina betty beverley bill billy
    blaise blanche bob bobby bohumil boris brenda brian bridget bridgit bronislav bronwen bruno bryan
    cadwallader caesar caleb calvin camilla camille candace carl carlo carlos carlotta carmen carol
    carolina caroline carolyn carrie caspar casper cassandra cath catharine catherina catherine cathleen
    catriona cecil cecilia cedric celeste celestine celia charity charles charley charlie charlotta
    charlotte chas chauncey chester chloe chr chris chrissie christabel christian christiana christina
    christine christofer christoph christopher christr cicely cissy clara clarence clarice clarinda
    clarissa claude claudia claudine clem clemence clement clementina clementine cleopatra clifford
    clotilde colette colin conan connie conrad constance constantin constantine cora cordelia corinna
    corinne cornelia cornelius cosmo cressida crispin curtis cuthberd cuthbert cynthia cyril cyrilla
    cyrus dagmar daisy damaris damian dan daniel danl danll danny daphne darby darius david davy deb
    debora deborah delia della demetrius denis dennis derek dermot desmond diana dick dickon diego
    dietrich dinah dionysius dmitri dmitry dolly dominic dominick donal donald donough dora dorcas
    dorian doris dorothea dorothy dougal douglas dulcie duncan eamon earnest ebba eben ebenezer ed eda
    eddie edgar edie edith edmond edmund edmunda edna eduard edw edward edwarde edwd edwin edwina effie
    egbert eileen elaine eldred eleanor eleanora eleazar elena elfrida eli elias elihu elijah elinor
    elinora elisa elisabeth eliseus elisha eliz eliza elizabeth elizabethe elizth elkanah ella ellen
    elsa elsabeth elsie elspeth elvira elyzabeth emanuel emeline emery emil emile emilia emilie emilio
    emily emlyn emma emmanuel emmeline enid enoch enrico ephraim erasmus eric erich erik erika ernest
    ernestine ernesto ernst erwin esau esdras esme estelle esther ethel ethelbert ethelred etienne
    eugene eugenia eulalia eunice euphemia eusebius eustace eva evan evangeline eve evelina eveline
    evelyn everard everett ewan ezekiel ezra fabian faith fanny faustina fedor felix feodor ferdinand
    fergus fernando fidel finlay fiona flavia flora florence fortunatus fran frances francesca francesco
    francis francisco francois frank frankie franklin franz franziska fred freda freddy frederic
    frederick fredk frida friedrich fritz fulke gabriel gaston gavin gawain geff genevieve geo geof
    geoffrey georg george georges georgiana georgie georgina gerald geraldine gerard gerhard gerry
    gertrude gervase gideon gilb gilbert gilda giles gillian gina giovanni giuseppe gladys gloria
    godfrey godwin gordon grace greg greta gretchen grigori grigory griselda grizel guido guillaume
    gunther gustav gustave guy gwen gwendolen gwyneth gyles hal hamish hamo hanna hannah hans harley
    harold harrie harriet harriett harriette harrison harry harvey hattie hazel hector hedwig heinrich
    heinz helen helena hen henri henrie henrietta henrik henry hephzibah herbert herman hermann hermione
    hester hetty hew hezekiah hilda hiram hob honor honora honoria horace horatia horatio hosea howard
    hubert hubertus hugh hugo huldah humphrey humphry hy hyacinth hyman ian ida ifor ignacio ignatius
    ignatz igor ike immanuel imogen ines inez ingrid iona ira irene irina isaac isabel isabella isabelle
    isadora isaiah ishmael isidore isobel isolde israel issac ivan ivor jabez jack jackey jackie jackson
    jacob jacobus jacqueline jacques jago jaime jake james jamie jan jane janet janey janie jared jas
    jasper jean jeanne jedediah jeffery jeffray jeffrey jem jemima jemmy jenkin jennet jennett jennie
    jenny jephthah jer jeremiah jeremias jeremy jerome jerry jerusha jervis jesse jessica jessie jessy
    jethro jhon jhone jill jillian jim jn jno jo joachim joan joane joanna job jocasta jocelyn joe joel
    johan johann johanna johannes john johnny jolyon jon jonah jonas jonathan jone jordi jorge jos
    joscelin jose josef joseph josephine josephus josh joshua joshuah josiah josias jotham joyce juan
    judah judas jude judith judy jules julia julian juliana julianna juliet juliette julius justin
    justine karl kaspar katarina kate kateren katerina kateryn kath katharina katharine kathe katherine
    katheryn kathleen kathryn katie katrina katrine katy keith kenneth keziah kit kitty klara klaus
    klement konrad konstantin kurt lachlan laetitia lambert lancelot launcelot laur laura laurce
    laurence laurie lavinia lawrence lazarus leah leander leila lemuel lena lenora leo leon leonard
    leonhard leonid leonidas leonor leonora leontine leopold leroy leslie letitia lettice lev levi lewis
    lilian lilias lilla lillian lily linda lionel lisa lise lisette livia lizzie lizzy llewellyn lola
    lorenz lorenzo lorna lothar lottie louie louis louisa louise loveday lucas lucia lucie lucien
    lucille lucinda lucius lucretia lucy ludwig luigi luis luisa luke lulu luther lydia lyman lyn mabel
    madalena madeleine madge magda magdalen magdalena magdalene maggie mahala maisie malcolm mamie
    manfred manuel marc marcel marcella marcia marco marcus marg margaret margaretta margarita margery
    marget margot margt marguerite maria marian mariana marianne marie marietta marina mario marion
    marjorie marjory mark marmaduke marta martha marthe martin marvin mary marye masha mathew mathewe
    mathias mathilda mathilde matilda matt matteo matth matthew matthias mattie maud maude maura maureen
    maurice mavis max maxim maximilian may maynard meg mehetabel mehitabel mehmet melchior melinda
    melissa mercy merlin micah mich michael michel michele mick miguel mikael mikhail mildred mildrith
    miles millicent millie milly mima mina minna minnie mirabel miranda miriam misha moira moll mollie
    molly mona monica mordecai morris moses murdoch muriel mustafa myra myrtle nadia nan nancy nanette
    naomi narcissus nat natalia natalie natasha nath nathan nathaniel nathl ned nehemiah neil nell nelly
    nettie nich nicholas nicholaus nicholls nichs nick nicodemus nicol nicola nicolas nigel nikita
    nikolai nina ninian noah noel noelle noll nonna nora norbert norman obadiah octavia olaf oleg olga
    olive oliver olivia olivier omar onesimus onora orlando orson osbert oscar osmund oswald oswin otis
    ottilie otto ottoline owen ozias pablo paddy pamela paolo patience patricia patrick patsy patty paul
    paula paulina pauline pavel pedro peg peggie peggy peleg penelope penny percival percy peregrin
    peregrine perez perpetua peter peterkin petronella petrus phebe phil philemon philibert philip
    philippa philippe phillip phillipe phillis phineas phoebe phyllis pierre pietro pius polly portia
    priscilla prudence prue pyotr quentin quintin rachel rafael rafe rainer ralph ramon randal randall
    randle raoul raphael raphe rauf ray raymond raymund rebecca rebekah regina reginald rene renee
    reuben rex reynold rhoda rhys ric ricardo richard richardus richd rita robart roberd robert roberta
    roberto robin robina robt roddy roderick rodney rodolph rodolphe rodrigo rog roger roland rolf roma
    romeo ronald rory rosa rosalie rosalind rosaline rosamond rosamund rosamunde rosanna rosanne rose
    rosetta rosie rosina rowena rowland roxana roy rube ruben rudolf rudolfo rudolph rufus rupert
    russell ruth ruthven rychard sabina sabine sadie sally salome salvador sam saml sammy sampson samson
    samuel sancho sandra sandy sara sarah sarra sasha saskia saul scipio seamus seb sebastian selim
    selina selma septimus serena serge sergei seth shadrach sharon sheila shirley sib sibyl sibylla
    sidney sidonia sidonie siegfried sigismund sigmund silas silvanus silvester silvia sim simeon simon
    simone solomon sondra sophia sophie sophronia sophy stan stanislas stanislaw stanley stefan stella
    stepan steph stephen steve steven stewart stuart sue sukey susan susanna susannah susie suzanne
    suzette sybil sybilla sydney sylvain sylvanus sylvester sylvia tabitha tamar tamsin tatiana ted
    teddy terence teresa tertius tess tessa thaddeus thea thelma theobald theodor theodora theodore
    theodoric theodorus theodosia theophila theophilus theresa therese thirza tho thom thomas thomasin
    thomasine thomasyn thos thurstan tib tiberius tilda tillie tilly tim timothy titus tobiah tobias
    tobit toby tom tommy torquil tristram trudy tryphena tyrone tyrrel ulrich ulysses una urbain uriah
    urias ursula valentina valentine valeria valerie vanessa vasily vassily venetia vera vernon veronica
    vic vicente vicky victor victoria viktor vilma vincent vincenzo viola violet virgil virginia
    virginie vita vittoria vivian vivien vladimir vladislav vyacheslav wal wally walt walter walther
    wanda warren wat wenceslas werner wilbur wilfred wilfrid wilfrida wilhelm wilhelmina will willard
    willi william willie willm willy willyam wilmot winifred winnie winny winston wm wmson wolfgang
    wylliam wyllyam xavier xpofer yakov yolande yves yvette yvonne zach zachariah zacharias zachary
    zebedee zebulon zechariah zelda zenobia zephaniah zillah zita zoe
    """.split()
)

_CALLED = """
    abigail:abby alexander:alec,alick,sandy,alex andrew:andy,drew anne:annie,nancy,nan
    ann:annie,nancy,nan anthony:tony,anty arthur:art barbara:bab,babs benjamin:ben,benjy
    bridget:biddy catherine:kate,kitty,cathy katherine:kate,kitty,kathy charles:charley,charlie
    charlotte:lottie,charley christopher:kit,kester daniel:dan,danny david:davy,dave
    deborah:deb,debby dorothy:dolly,dora,dot edmund:ned,ted edward:ned,ted,teddy,neddy
    eleanor:nell,nelly,ellen elizabeth:eliza,betsy,bess,bessy,bessie,betty,lizzy,lizzie,libby
    emily:em,emmy emma:em,emmy frances:fanny,fan francis:frank frederick:fred,freddy
    george:georgy,geordie harriet:hatty,harriot helen:nell,nelly henry:harry,hal,hen
    hester:hetty,esther isaac:ike isabella:bell,bella,isabel jacob:jake
    james:jem,jim,jemmy,jimmy,jamie jane:jenny,jenney,janet joanna:jo john:jack,jacky,johnny,jock
    jonathan:jon joseph:joe,joey joshua:josh lawrence:larry,laurie letitia:letty,lettice
    louisa:lou,loo lucy:luce margaret:meg,peggy,peg,madge,maggie,margery martha:patty,matty
    mary:molly,polly,moll,poll,may matilda:matty,tilly matthew:mat,matt michael:mick,mike
    nathaniel:nat,nathan nicholas:nick oliver:noll patrick:pat,paddy peter:pete philip:phil
    prudence:prue rachel:rach rebecca:becky,becca richard:dick,dickon,dicky
    robert:bob,rob,robin,bobby roger:hodge samuel:sam,sammy sarah:sally,sal,sukey
    sophia:sophy,sophie stephen:steve susan:sue,suky,sukey susanna:sukey,sue,susan theodore:theo,ted
    theresa:tess,terry thomas:tom,tommy timothy:tim tobias:toby walter:wat,walt
    william:will,bill,willy,billy,bil winifred:winny,winnie zachary:zach nikolai:kolya
    vladimir:volodya
""".split()
SHORT = {full: tuple(short.split(",")) for full, short in (pair.split(":") for pair in _CALLED)}
"""How those of a given name are called: “Tom” is Thomas."""
