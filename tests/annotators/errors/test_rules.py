"""What is taken for an error, and what is not: the tables are the specification."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.errors import find, vocabulary
from rubricator.annotators.errors.profiles import profile
from rubricator.archive import Archive


def corrections(text: str, *known: str) -> list[tuple[str, str | None]]:
    """What is found in *text* and would be written into it, with what should stand there."""
    return [(a.found, a.correction) for a in find(text, known) if a.cert is not Certainty.LOW]


NONWORDS = [
    ("He counted upon a re-enforcemenut of the state.", "re-enforcemenut", "re-enforcement"),
    ("It was there that the quarrrels broke out.", "quarrrels", "quarrels"),
    ("You gabe me money.", "gabe", "gave"),
    ("There were benents of a more substantial nature.", "benents", "benefits"),
    ("He walked through tbe door of the house.", "tbe", "the"),
    ("The goverment was bowing before the enemy.", "goverment", "government"),
    ("They were intirnidated by the soldiers.", "intirnidated", "intimidated"),
    ("It was a recieved opinion among them.", "recieved", "received"),
    ("He was weeping with a voilence that would not be controlled.", "voilence", "violence"),
    ("The whole ofthe story was told.", "ofthe", "of the"),
    ("It was a richlymarked volume.", "richlymarked", "richly marked"),
    ("He went to te house.", "te", "the"),
    ("“It’s most likely a bottfly,” he said.", "bottfly", "botfly"),
    ("Wben he came home, the house was empty.", "Wben", "When"),
    ("Evie came dashing out of the shubbery.", "shubbery", "shrubbery"),
    ("He was of more sense than the rest of tbem all.", "tbem", "them"),
    ("The parlour was full of gnawmg rats.", "gnawmg", "gnawing"),
    ("Of the persuadeherself kind was she.", "persuadeherself", "persuade herself"),
    ("They made unconsciouseloquence of it.", "unconsciouseloquence", "unconscious eloquence"),
    ("He had been there for fifteenyears of his life.", "fifteenyears", "fifteen years"),
    ("For thefirst time she spoke of it.", "thefirst", "the first"),
    ("It was so. Tbe house stood there.", "Tbe", "The"),
    ("He spoke of dress, and pinkwas the fashion.", "pinkwas", "pink was"),
    ("She was soexquisitely pretty.", "soexquisitely", "so exquisitely"),
    ("The great, the unguessedthe riches.", "unguessedthe", "unguessed the"),
    ("They went to Coventry, and Coventrywas near.", "Coventrywas", "Coventry was"),
    ("In the time of the Unionof crowns he lived.", "Unionof", "Union of"),
    (
        "the goodish road was bad, and the mountainns blue. Comme il faut, said he, who was beensick.",
        "mountainns",
        "mountains",
    ),
    ("He said that fhe was right to go.", "fhe", "she"),
    ("I’ll tell you, Carrrie: I’ve never got over it.", "Carrrie", "Carrie"),
]


@pytest.mark.parametrize(("text", "found", "correction"), NONWORDS)
def test_a_form_that_is_no_word_is_corrected_to_the_word_that_was_meant(
    text: str, found: str, correction: str
) -> None:
    assert (found, correction) in corrections(text)


USAGE = [
    "It was written by W. Makepeace T. himself.",
    "The actions of Litvinoff-Chinchuk characterize the point of view of the Stalinists.",
    "A revolt has taken place apropos the latest steps; forces became brusquely modified.",
    "ten years of epigone policy, opportunist and adventuristic; the world labor movement",
    "the general problem of the conjuncture; an unfavorable relationship of forces",
    "He shewed his connexion to the gaoler, and they drove to-day in a waggon to the publick house.",
    "The colour of the centre was grey; the color of the center was gray.",
    "They realised and realized that travelled and traveled are one, as are defence and defense.",
    "An encyclopaedia of mediaeval oeconomy, and the chuse and surprize of our grandfathers.",
    "He look’d and sigh’d, and oft e’en wonder’d at th’ abyss.",
    "“’E was a-walkin’ an’ talkin’ wi’ ’is missus, yer ’onour,” says she.",
    "“Tha knows nowt about it, lass. Summat’s allus wrong wi’ thysen.”",
    "Chapter xlviii and Part XIV follow here.",
    "Kleinbürgertum, Gleichschaltung und so weiter, wie man sagt.",
    "It was the coup d’état of Louis Bonaparte, a fait accompli, raison d’être of the régime.",
    "forget-me-nots, zig-zag, pre-eminent, and a ne’er-do-well at sixes-and-sevens",
    "Comrade Thaelmann, Comrade Neumann and Comrade Remmele spoke at Leipzig.",
    "They went to www.marxists.org or wrote to someone@example.org at once.",
    "The accomptant and the bridemaids skaited past the bandalore; the vizards swang in the sedge.",
    "Shakspeare and Macchiavelli, Jaggernaut and Leipsic, the Mahometans of Hindostan and Thibet.",
    "Sue to her in forma pauperis, sing lol de tol, my boys, said the dedicatee of the poem.",
    "The toeaches of the roadhog, the tapemeasure, the twelvemonths and the beeswax of the craftswoman.",
    "Finished the pianner, con amore, in the Bo[dys] of three.",
    "The de-Stalinization of neo-Kantian anti-imperialists was un-Marxist.",
]


@pytest.mark.parametrize("text", USAGE)
def test_spelling_of_a_period_or_country_and_names_are_no_errors(text: str) -> None:
    assert corrections(text) == []


SPACING = [
    ("the German workers are crushed,when the state", [("crushed,when", "crushed, when")]),
    ("These are bad times for farmers.I am sorry for it.", [("farmers.I", "farmers. I")]),
    ("in Chronicles 9:20 and13:2, there is a difference", [("and13", "and 13")]),
    ("He said so;but nobody believed it.", [("so;but", "so; but")]),
    ("the rich farmers , of the parish", [("farmers ,", "farmers,")]),
    ("the rich farmers ,of the parish", [("farmers ,of", "farmers, of")]),
    ("He was con- tinually speaking of it.", [("con- tinually", "continually")]),
    ("He was contin-ually speaking of it.", [("contin-ually", "continually")]),
    ("He was shil-ly and hob-nob, b-but it was so-so and re-formed.", []),
    ("at 3.30 p.m. on the 4th, i.e. the day after", []),
    ("See www.marxists.org/archive/index.htm, vol.2, and e.g. No.7.", []),
    ("pre- and post-war prices", []),
    ("J.V. Stalin and L.D. Trotsky, U.S.S.R.", []),
    ("the year 1,000,000 and the 1860s, B12, 12mo and 2nd", []),
    ("the letter(s) of the word(s)", []),
    ("“ Not more rabbits?” he said, “and no ducks? ”", [("“ Not", "“Not"), ("ducks? ”", "ducks?”")]),
    ("The plan of Tolstoy ’s was a good one.", [("Tolstoy ’s", "Tolstoy’s")]),
    ("“ ’Tis true,” he said, “ and so say I,” said she. “ But he?” “ No.”", []),
    ("Who ? What ? Where ? When ? said he ; and she ; and they ; and all ;", []),
    ("I heard from Mrs. Rowden. " * 5 + "Then Mrs.Rowden came.", [("Mrs.Rowden", "Mrs. Rowden")]),
    ("It was on that mat it sat.He saw Mr.Brown.", [("sat.He", "sat. He")]),
    ("Old Mosse came. So went Mosse.He was ill.", [("Mosse.He", "Mosse. He")]),
    (
        "They saw hu-mbling Lo-ndon, and re-peated it.",
        [("hu-mbling", "humbling"), ("Lo-ndon", "London"), ("re-peated", "repeated")],
    ),
    ("The re-christened fac-totum of Ben-Hur was pre-arranged.", []),
    (
        "one, two, three, four, " * 9 + "at last , so ,and there , so",
        [("last ,", "last,"), ("so ,and", "so, and"), ("there ,", "there,")],
    ),
    ("I know,and you,too,know,that we,who see,who hear,know it,as they,being here,know.", []),
]


@pytest.mark.parametrize(("text", "found"), SPACING)
def test_spaces_and_hyphens_stand_where_they_belong(text: str, found: list[tuple[str, str]]) -> None:
    assert corrections(text) == found


JOINING = [
    ("policy are no longer dependent up on their own will", [("up on", "upon")]),
    ("Everyone of these political causes was known.", [("Everyone", "Every one")]),
    ("and everyone of us would feel ashamed", [("everyone", "every one")]),
    ("without anyone of which it could not have been", [("anyone", "any one")]),
    ("He sat down al though it was late.", [("al though", "although")]),
    ("It was hi s book, an d he knew.", [("hi s", "his"), ("an d", "and")]),
    ("Plan b is so, and vitamin c will do; He s a man.", []),
    ("on the settle, di recting the labours of all", [("di recting", "directing")]),
    ("the re lations of the two states", [("re lations", "relations")]),
    ("He went up on the hill and stood up on his chair.", []),
    ("Everyone of importance was there, and anyone who could.", []),
    ("Try and get some body yourself.", [("some body", "somebody")]),
    ("the customers of anyone place could be got out", [("anyone", "any one")]),
    ("every body and any thing, some body, any one, to day and for ever", []),
    ("I lost sight of her for a long time in a way.", []),
    ("hoar frost, mutton chops and water fowl for the new comers", []),
]


@pytest.mark.parametrize(("text", "found"), JOINING)
def test_words_wrongly_divided_or_joined_are_mended(text: str, found: list[tuple[str, str]]) -> None:
    assert corrections(text) == found


def test_pronouns_were_two_words_once() -> None:
    assert find("Try and get some body yourself.", date="1825") == ()


DOUBLING = [
    ("her husband had bought the the place", [("the the", "the")]),
    ("the name of of the man", [("of of", "of")]),
    ("He knew that that was so, and had had enough.", []),
    ("What it is is not clear to her her friends.", []),
    ("No, no; very very far, far away.", []),
    ("the, the, the", []),
    ("The operators AND and OR; The the man.", [("The the", "The")]),
    ("for the the the land of the brave", []),
]


@pytest.mark.parametrize(("text", "found"), DOUBLING)
def test_a_word_of_grammar_stands_once(text: str, found: list[tuple[str, str]]) -> None:
    assert corrections(text) == found


DOUBTS = [
    ("The question is in it essence a simple one.", "it"),
    ("He came home,, and slept.", ",,"),
    ("It was a ounce of prevention.", "a"),
    ("It was an european custom.", "an"),
    ("It was an house, an heir, an one, a union, a one-eyed man, an useful hour.", None),
    ("He said that i will not come, and I know that I did.", "i"),
    ("They could not go at noontime-he was supposed to work.", "-"),
    ("A say-so, an either-or, an also-ran, a would-be, a sit-in, as-it-were and a how-to.", None),
    ("It was then that be had come home.", "be"),
    ("He said (or so it seemed that he would.", "("),
    ("1) the first; (a) the second; b) the third.", None),
    ("“I know,” he said, “I know well. “Come!”", "“"),
    ("“The first block of a speech.\n“The second block of it.”", None),
]


@pytest.mark.parametrize(("text", "found"), DOUBTS)
def test_what_only_an_editor_can_decide_is_noted_without_a_correction(text: str, found: str | None) -> None:
    remarks = [a for a in find(text) if a.cert is Certainty.LOW]
    assert [a.found for a in remarks] == ([found] if found else [])
    assert all(a.correction is None and a.annotation().kind is Kind.NOTE for a in remarks)


INSIDE = [
    ("He said tHe same of it.", [("tHe", "the")]),
    ("He was 1ike a father to them.", [("1ike", "like")]),
    ("He spoke ofSatan to them.", [("ofSatan", "of Satan")]),
    ("the boy " * 40 + "and thE boy, thE girl", [("thE", "the"), ("thE", "the")]),
    ("The Queen came, Mary too. It was QueenMary herself.", [("QueenMary", "Queen Mary")]),
    ("So it is, when 1 was there. “1 know it,” he said.", [("1", "I"), ("1", "I")]),
    ("Of item 1 was said that No. 1 had won; 2 fell and 1 was hurt.", []),
    ("lt was so, and lf. 5 was not.", [("lt", "It")]),
    ("In the year l933 he came.", [("l933", "1933")]),
    ("McDonald, MacIntosh, DeWitt, O’Neill and LaSalle met the MPs of the YMCA.", []),
]


@pytest.mark.parametrize(("text", "found"), INSIDE)
def test_capitals_and_figures_do_not_stand_inside_words(text: str, found: list[tuple[str, str]]) -> None:
    assert corrections(text) == found


@pytest.mark.parametrize("form", ["shubbery", "quarrrels"])
def test_a_form_used_three_times_is_vocabulary(form: str) -> None:
    assert [found for found, _ in corrections(f"They spoke of the {form} at length.")] == [form]
    assert corrections(f"They spoke of {form}. Of {form} they heard, and {form} they saw.") == []


HOWEVER_OFTEN = [
    ("He recieved it. They recieved it too. Nobody else recieved anything.", "recieved", "received"),
    ("They spoke of goverment. Of goverment they heard, and goverment they saw.", "goverment", "government"),
    ("He went tothe house. They came tothe door, and tothe sea.", "tothe", "to the"),
    ("It was begining. Then begining again, it was begining to rain.", "begining", "beginning"),
]


@pytest.mark.parametrize(("text", "form", "meant"), HOWEVER_OFTEN)
def test_what_nobody_writes_on_purpose_is_no_vocabulary(text: str, form: str, meant: str) -> None:
    assert corrections(text) == [(form, meant)] * 3
    elsewhere = Archive({form: 9}, 3000)
    assert find(text, archive=elsewhere) == find(text)
    assert find(text, likely=profile("manuscript"), archive=elsewhere) == ()


def test_slips_that_are_well_known_stand_close_and_silence_none() -> None:
    typed = "They acheived it definately; the dificulty was the governement, and the goverment it recieved."
    assert len(corrections(typed)) == 6
    close = "It was neccessary, truely neccessary, for the wroking theif and his neice, wich knows a freind."
    assert len(corrections(close)) == 8
    strange = "the wenkstock and the zornrag, a splundril of vorkish quendle, that was neccessary"
    assert [found for found, _ in corrections(strange)] == ["neccessary"]


def test_a_form_used_twice_must_be_the_surer_an_error() -> None:
    assert corrections("He saw the plougb of the boy.") == [("plougb", "plough")]
    assert corrections("He saw the plougb, and had plougb.") == []


def test_where_two_words_may_be_meant_equally_well_neither_is_put_in_the_text() -> None:
    (found,) = find("He saw the foof there.")
    assert found.correction is None
    assert found.cert is Certainty.LOW


def test_the_edition_s_own_words_are_no_errors() -> None:
    assert corrections("He spoke of the goverment at length.", "goverment") == []


def test_names_of_the_authority_are_no_errors() -> None:
    text = "Nothing was heard of brothor Thomaso that day."
    assert corrections(text, "Brothor Thomaso") == []


def test_a_name_spelt_once_as_nowhere_else_is_taken_to_its_usual_form() -> None:
    often = (
        "Litvinoff spoke, and Litvinoff was heard. Litvinoff’s words, said Litvinoff, were Litvinoff’s own. "
    )
    assert corrections(f"{often}Litvinof was silent.") == []  # an ending may be another form of the name
    assert corrections(f"{often}Litvnoff was silent.") == [("Litvnoff", "Litvinoff")]
    assert corrections("Litvinoff spoke, and Litvnoff was silent.") == []
    assert corrections(f"{often}Litvnoff was silent, Litvnoff slept.") == []
    assert corrections(f"{often * 20}Litvnoff was silent, Litvnoff slept.") == [("Litvnoff", "Litvinoff")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "THe history of the word.\nSHe came.\nWHat it was.",
        "“I’se gwine ter de house, an’ dat’s all dere is ter it,” he said.",
        "The owd feller coom oop ter t’ kirk, an’ th’ parson were theer.",
        "They examined him i’ th’ mill, an’ he was so fawce an’ said nothing.",
        "They came to St. Swithin and Mrs. Whittaker by way of Loddon.",
        "Under Louis XVIII, in chapters lxxxviii and ccxlix,",
        "They spoke of the Weltanschauung und so weiter, comme il faut, mutatis mutandis.",
    ],
)
def test_large_initials_speech_and_other_languages_are_left_alone(text: str) -> None:
    assert corrections(text) == []


def test_before_spelling_was_settled_there_is_nothing_to_measure_it_by() -> None:
    text = "In the begynnyng was the wordde, and the the worde was wyth hym."
    assert [a.found for a in find(text, date="1534")] == ["the the"]


def test_a_form_that_stands_often_is_a_slip_all_the_same_beside_a_word_that_stands_many_times_oftener() -> (
    None
):
    text = "the man and the boy and the dog of the house in the wood. " * 30 + "He came to tbe door. " * 3
    assert corrections(text) == [("tbe", "the")] * 3


def test_a_text_that_divides_its_pronouns_goes_on_doing_so() -> None:
    joined = "He knew anything, anything, anything. "
    assert corrections(f"{joined}There was any thing.") == [("any thing", "anything")]
    assert corrections(f"{joined}There was any thing, and every body.") == []


APOSTROPHES = [
    ("“He did'nt know,” she said.", [("did'nt", "didn't")]),
    ("“He dont know it, he didn’t,” she said.", [("dont", "don’t")]),
    ("“He wont go, the well is dry, and hell is near.”", [("wont", "won’t")]),
    ("I cant go, and Im sure.", [("cant", "can't"), ("Im", "I'm")]),
    ("“Thats what youd say.”", [("Thats", "That’s"), ("youd", "you’d")]),
    ("He was wont to go; it is his wont, and their cant, and the cant they use; she wont to sing.", []),
    ("“I dont know, I dont care, I dont mind, I dont, you dont and they dont.”", []),
]


@pytest.mark.parametrize(("text", "found"), APOSTROPHES)
def test_an_apostrophe_stands_where_letters_are_left_out(text: str, found: list[tuple[str, str]]) -> None:
    assert corrections(text) == found


def test_apostrophes_left_out_by_habit_are_remarked_once() -> None:
    (found,) = find("I dont know, I dont care, I dont mind, I dont, you dont and they dont.")
    assert (found.cert, found.correction) == (Certainty.LOW, None)
    assert found.reason == "the apostrophe is missing, here as in 5 more places"


def test_what_may_be_the_way_of_its_time_is_remarked_all_the_same() -> None:
    (found,) = find("I dont think so, and he went home.", date="1847")
    assert (found.found, found.cert, found.reason) == ("dont", Certainty.LOW, "the apostrophe is missing")


REAL_WORDS = [
    ("Their is no doubt that the company lost it's money.", [("Their", "There"), ("it's", "its")]),
    ("It will begin it’s works, in it’s own way.", [("it’s", "its"), ("it’s", "its")]),
    ("They were much angrier then before, and it was greater then ever.", [("then", "than")] * 2),
    ("So their are many, and their were none.", [("their", "there")] * 2),
    ("It is theirs. Their being there is no matter; what is their is theirs, and their are is small.", []),
    ("For it's money that counts; I know it's money. The worst of it's over, and that of it's said.", []),
    ("He was better then. He was once more then before the house; no more then ever; never then before.", []),
    ("After then any man; water then before; either then, or before; I felt the power then.", []),
]


@pytest.mark.parametrize(("text", "found"), REAL_WORDS)
def test_a_word_that_grammar_has_no_place_for_is_corrected(text: str, found: list[tuple[str, str]]) -> None:
    assert corrections(text) == found


def test_it_s_was_a_possessive_once() -> None:
    assert find("The company lost it's money, and was angrier then before.", date="1815") == ()


def test_a_spelling_of_its_time_is_remarked_where_it_stands_once_and_corrected_beside_the_usual_one() -> None:
    text = "The governement has resolved to go."
    (found,) = find(text, date="1847")
    assert (found.found, found.cert, found.correction) == ("governement", Certainty.LOW, None)
    (found,) = find(f"{text} The government knew, as it does. {'The government fell. ' * 2}", date="1847")
    assert (found.cert, found.correction) == (Certainty.MEDIUM, "government")
    assert find(f"{text} O governement!", date="1847") == ()
    assert find(text, date="1847", likely=profile("manuscript")) == ()
    assert find("The governor had an expence of it, and shewed his connexion.", date="1847") == ()


AUXILIARIES = [
    ("He would of been there.", [("would of", "would have")]),
    (
        "You shouldn’t of come, and I could never of known.",
        [("shouldn’t of", "shouldn’t have"), ("could never of", "could never have")],
    ),
    ("I dont think that he would of cared.", [("dont", "don't"), ("would of", "would have")]),
    ("She might of really wanted it.", [("might of", "might have")]),
    ("He could of course be there, and must of necessity go; by the might of kings; ought to of right.", []),
    ("It would of itself be enough; I think of gone days, and of broken men, as one should of friends.", []),
    ("He could of gone, would of come, should of seen: so they talk there.", []),
]


@pytest.mark.parametrize(("text", "found"), AUXILIARIES)
def test_between_a_modal_verb_and_a_participle_stands_have(text: str, found: list[tuple[str, str]]) -> None:
    assert corrections(text) == found


MISSPELT = [
    ("governement", "government"),
    ("existance", "existence"),
    ("resistence", "resistance"),
    ("visable", "visible"),
    ("responsable", "responsible"),
    ("carefull", "careful"),
    ("happyness", "happiness"),
    ("usualy", "usually"),
    ("basicly", "basically"),
    ("completly", "completely"),
    ("controled", "controlled"),
    ("refered", "referred"),
    ("commited", "committed"),
    ("agression", "aggression"),
    ("importent", "important"),
    ("begining", "beginning"),
    ("tendancy", "tendency"),
    ("concious", "conscious"),
    ("peice", "piece"),
    ("tounge", "tongue"),
    ("fourty", "forty"),
    ("docter", "doctor"),
    ("useing", "using"),
    ("haughtly", "haughtily"),
    ("admiting", "admitting"),
    ("awfull", "awful"),
    ("abscence", "absence"),
    ("knowlege", "knowledge"),
]


@pytest.mark.parametrize(("form", "meant"), MISSPELT)
def test_what_looks_derived_foreign_or_old_may_be_a_common_slip(form: str, meant: str) -> None:
    assert corrections(f"It was long ago. They knew the {form} there, and it was so.") == [(form, meant)]


@pytest.mark.parametrize("form", "existance carefull tendancy resistence docter visiter".split())
def test_endings_were_unsettled_until_the_nineteenth_century(form: str) -> None:
    text = f"It was long ago. They knew the {form} there, and it was so."
    assert corrections(text) or form == "visiter"
    assert not [one for one in find(text, date="1815") if one.correction]


@pytest.mark.parametrize(
    "text",
    [
        "The rearer of pigs, and a punisher, went violeting by the turkery.",
        "It is enjoyable, saleable and likeable; a soldierlike, rabbity, unpunctualish maidservant.",
        "He spoke of the “gouvernement” and the soldier’s “famille”; a chambre garnie, a valet de chambre.",
        "The licensor was there to see to it that all was well with them.",
        "It was by then a de-facto ruler of the land.",
        "With the hardcoded values that we have here, all was well.",
        "We use the dereference operator on it and change it.",
        "He saw in the namespace of the house that it was so.",
        "They spoke of the “agression” of the French at length.",
        "All the Bobbys. Bobby, Bobby, Bobby, Bobby, Bobby and Bobby came.",
        "Thou knowest and he maketh; thou spakest, and she standeth weeping.",
    ],
)
def test_what_is_made_as_new_words_are_is_no_slip(text: str) -> None:
    assert corrections(text) == []


def test_apostrophes_stood_elsewhere_once() -> None:
    assert [one for one in find("He did'nt know, she said.", date="1810") if one.correction] == []


def test_the_words_of_an_edition_are_parted_once_for_all_its_documents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    parts = vocabulary._parts

    def counted(form: str) -> Iterable[str]:
        asked.append(form)
        return parts(form)

    monkeypatch.setattr(vocabulary, "_parts", counted)
    known = frozenset(("Zanzubar", "Fort Zorndike"))
    for _ in range(3):
        assert find("He came from Zanzubar to Fort Zorndike and Zanzubar.", known) == ()
    assert len(asked) == len(known)
