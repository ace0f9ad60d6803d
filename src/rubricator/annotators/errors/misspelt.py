"""How English is commonly misspelt, where no rule of `edits` leads to the word that was meant.

A closed list made by hand: two slips in one word, a slip that lies nearer to another word, and forms that
word lists have taken for words. What was once a spelling of its own (*connexion*, *controul*) is not here.
"""

from __future__ import annotations

_SLIPS = """
abscence absence, abundent abundant, accidently accidentally, accomadate accommodate, accomodate
accommodate, accomodated accommodated, accomodation accommodation, accross across, acheivement
achievement, acknowlege acknowledge, acn can, acqaintance acquaintance, adn and, adress address,
adressed addressed, agian again, ahev have, ahve have, alledgedly allegedly, allmost almost, allways
always, amature amateur, anonimous anonymous, anouncement announcement, aparent apparent, arguements
arguments, aritcle article, assasinate assassinate, assasination assassination, athiest atheist,
attatch attach, attatched attached, awfull awful, balckmail blackmail, bankrupcy bankruptcy, becuase
because, beggining beginning, begining beginning, beleif belief, beleifs beliefs, bouy buoy,
brillance brilliance, brillant brilliant, buisness business, buoyent buoyant, bureacracy
bureaucracy, burocracy bureaucracy, burocratic bureaucratic, caluclate calculate, carraige carriage,
catagories categories, cheif chief, cheifly chiefly, cheifs chiefs, collegue colleague, collegues
colleagues, comemorate commemorate, comit commit, comittee committee, commitee committee, commiteed
committed, comunism communism, comunist communist, comunists communists, concensus consensus,
concience conscience, condem condemn, condemed condemned, conscence conscience, consciencious
conscientious, curiousity curiosity, deside decide, desided decided, desparately desperately, diety
deity, diptheria diphtheria, effeciency efficiency, embarased embarrassed, embarass embarrass,
emmigrants emigrants, enought enough, enthousiasm enthusiasm, exagerrate exaggerate, excercise
exercise, exhorbitant exorbitant, exilerate exhilarate, expatriot expatriate, facism fascism, facist
fascist, facists fascists, firey fiery, flourescent fluorescent, foriegn foreign, foriegner
foreigner, foriegners foreigners, fourties forties, fourty forty, freind friend, freindly friendly,
freinds friends, freindship friendship, fulfull fulfil, garanteed guaranteed, garentee guarantee,
garenteed guaranteed, gaurd guard, geneology genealogy, grammer grammar, greatful grateful,
greatfully gratefully, guage gauge, hte the, humerous humorous, hygeine hygiene, hypocrit hypocrite,
idealogical ideological, idealogy ideology, idiosyncracy idiosyncrasy, incidently incidentally,
indispensible indispensable, innoculate inoculate, inocent innocent, intresting interesting,
jeapardy jeopardy, jewelery jewellery, knwo know, konw know, konwn known, lazyness laziness,
libarian librarian, lieing lying, liesure leisure, litreature literature, maintainance maintenance,
maintainence maintenance, managable manageable, manuever manoeuvre, manuevers manoeuvres, mariage
marriage, marraige marriage, massacer massacre, mediaval mediaeval, medival medieval, milennium
millennium, minature miniature, miniscule minuscule, mispell misspell, mispelled misspelled, momento
memento, morgage mortgage, mortage mortgage, mosquitos mosquitoes, mountian mountain, mysogyny
misogyny, naieve naive, neccessarily necessarily, neccessary necessary, neccessity necessity, neice
niece, neices nieces, neigbour neighbour, neighor neighbor, nieghbour neighbour, nieghbours
neighbours, nineth ninth, ninty ninety, noticable noticeable, noticably noticeably, nowdays
nowadays, obstical obstacle, obsticle obstacle, obsticles obstacles, occassional occasional,
occurance occurrence, occured occurred, occurences occurrences, occuring occurring, ocur occur,
oftenly often, ommission omission, ommit omit, ommited omitted, ommitted omitted, optomist optimist,
orignal original, orignally originally, paraphanalia paraphernalia, parlament parliament, parliment
parliament, pasttime pastime, peice piece, peices pieces, permanant permanent, permenant permanent,
perseption perception, personell personnel, persue pursue, persued pursued, phenomenom phenomenon,
pheonix phoenix, philisophical philosophical, philosopy philosophy, playwrite playwright, politican
politician, politicans politicians, posess possess, posessed possessed, possition position, potatos
potatoes, preceeded preceded, preceeding preceding, prefered preferred, prejudise prejudice,
prevelant prevalent, prevelent prevalent, primative primitive, privalege privilege, privelege
privilege, priviledge privilege, priviledges privileges, proletarait proletariat, pronounciation
pronunciation, prosperty prosperity, pseudonim pseudonym, psuedo pseudo, publically publicly, quater
quarter, questionaire questionnaire, realy really, rebelion rebellion, reccomend recommend,
reccommend recommend, reciept receipt, recieving receiving, reconise recognise, reconize recognize,
reconized recognized, refered referred, refering referring, relize realize, relized realized, rember
remember, remeber remember, remebered remembered, rendevous rendezvous, repentence repentance,
resevoir reservoir, resistence resistance, restaraunt restaurant, rythm rhythm, rythmic rhythmic,
sacreligious sacrilegious, sargeant sergeant, seargent sergeant, seige siege, seperate separate,
seperated separated, seperately separately, seperation separation, severly severely, sieze seize,
siezed seized, siezure seizure, similer similar, simultanous simultaneous, speach speech, speaches
speeches, stategy strategy, stilus stylus, stomache stomach, straegy strategy, strenous strenuous,
suberb suburb, suberbs suburbs, subtley subtly, succede succeed, sucess success, sucessful
successful, sucessfully successfully, supercede supersede, superceded superseded, suposed supposed,
supress suppress, supressed suppressed, supression suppression, suprise surprise, suprised
surprised, surveilance surveillance, taht that, teh the, theif thief, theives thieves, themselfs
themselves, thenselves themselves, thier their, throught through, thrugh through, thsi this, tobbaco
tobacco, tomatos tomatoes, tounge tongue, tounges tongues, tradgedy tragedy, tradgic tragic, truely
truly, tyrany tyranny, tyrranny tyranny, undoubtably undoubtedly, unecessary unnecessary, unforseen
unforeseen, unneccessary unnecessary, untill until, vaccum vacuum, vaccuum vacuum, villian villain,
villians villains, visious vicious, waht what, whcih which, wheras whereas, whereever wherever,
whith with, wholely wholly, wholy wholly, wich which, wierd weird, wih with, wiht with, writen
written, wroking working, yeild yield, yeilded yielded, yeilding yielding, youself yourself, yuo
you, yuor your
"""

MISSPELT: dict[str, str] = {item.split()[0]: item.split()[1] for item in _SLIPS.split(",")}
"""What is written, and what is meant by it."""
