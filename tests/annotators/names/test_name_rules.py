"""Each rule of the names annotator, by what it marks and by what it leaves alone."""

from __future__ import annotations

from typing import Literal

import pytest

from rubricator.annotation import Annotation, Certainty
from rubricator.annotators.names import names_in
from rubricator.annotators.names.context import DEFAULT, Context
from rubricator.annotators.names.lexicon import Lexicon
from rubricator.annotators.names.tokens import tokenise
from rubricator.authority import Authority
from rubricator.document import Document
from rubricator.settings import NamePolicy as Policy
from rubricator.source import Source

LISTS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<person xml:id="stalin"><persName><forename>Joseph</forename> <surname>Stalin</surname></persName>
  <persName type="surname">Stalin</persName><birth when="1878"/></person>
<person xml:id="molotov"><persName>Vyacheslav Molotov</persName><persName>Molotov</persName></person>
<person xml:id="buelow"><persName>Bernhard von Bülow</persName><birth when="1849"/></person>
<person xml:id="hirohito"><persName>Hirohito</persName>
  <persName type="title" notBefore="1926"><roleName>the Mikado</roleName></persName></person>
<person xml:id="meiji"><persName>Meiji</persName>
  <persName type="title" notAfter="1912"><roleName>the Mikado</roleName></persName></person>
<person xml:id="webb-mary" sex="f"><persName>Mary Webb</persName>
  <birth when="1796"/><death when="1860"/></person>
<person xml:id="webb-sidney" sex="m"><persName>Sidney Webb</persName><birth when="1859"/></person>
<person xml:id="havell" sex="f"><persName>Mrs. Havell</persName></person>
<person xml:id="page"><persName>Walter Page</persName></person>
<person xml:id="ocallaghan"><persName>Einde O’Callaghan</persName></person>
<person xml:id="friday"><persName>Friday</persName></person>
<place xml:id="germany"><placeName>Germany</placeName></place>
<place xml:id="ussr"><placeName>Soviet Union</placeName><placeName>USSR</placeName>
  <placeName>U.S.S.R.</placeName></place>
<place xml:id="abingdon"><placeName>Abingdon, Berkshire, England</placeName></place>
<place xml:id="reading"><placeName>Reading</placeName></place>
<place xml:id="hague"><placeName>The Hague</placeName></place>
<place xml:id="priory"><placeName>The Priory</placeName></place>
<place xml:id="london"><placeName>London</placeName></place>
<place xml:id="barbican"><settlement>London</settlement></place>
<place xml:id="washington"><placeName>Washington</placeName></place>
<person xml:id="washington"><persName>George Washington</persName>
  <persName>Washington</persName></person>
<place xml:id="farley"><placeName>Farley Hill</placeName></place>
<org xml:id="railway"><orgName>Chinese Eastern Railroad</orgName></org>
<org xml:id="opposition"><orgName>Left Opposition</orgName>
  <orgName type="members">Bolshevik-Leninists</orgName></org>
<org xml:id="government"><orgName type="description">Soviet government</orgName></org>
<org xml:id="scots"><orgName>Scotch</orgName></org>
<org xml:id="archive"><orgName>Stalin Archive</orgName></org>
<listBibl><bibl xml:id="militant"><title level="j">The Militant</title></bibl>
<bibl xml:id="emma"><title level="m">Emma</title></bibl></listBibl>
</body></text></TEI>"""
LEXICON = Lexicon(Authority.of([Source(LISTS.encode(), "lists.xml")]))
LISTED_ONLY = Policy(unlisted=False)
EMPTY = Lexicon(Authority())


def read(text: str, lexicon: Lexicon, year: int | None = None, policy: Policy = DEFAULT) -> list[Annotation]:
    boundaries = [offset for offset, char in enumerate(text) if char == "\n"]
    return list(names_in(Context(text, tokenise(text, boundaries), year, policy), lexicon))


def shown(text: str, found: list[Annotation]) -> list[tuple[str, str, str | None]]:
    return [(a.kind.value, text[a.span.start : a.span.end], a.attribute("ref")) for a in found]


def listed(text: str, year: int | None = None, policy: Policy = LISTED_ONLY) -> list[str]:
    """What is marked by the lists, surely enough to be inscribed: “Stalin=person:stalin”."""
    found = [a for a in read(text, LEXICON, year, policy) if a.cert is not Certainty.LOW]
    return [f"{words}={ref}" for _, words, ref in shown(text, found)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hail Stalin now", ["Stalin=person:stalin"]),
        ("Joseph Stalin and J. Stalin spoke", ["Joseph Stalin=person:stalin", "J. Stalin=person:stalin"]),
        ("Stalin’s and Stalin's word", ["Stalin=person:stalin", "Stalin=person:stalin"]),
        ("JOSEPH STALIN", ["JOSEPH STALIN=person:stalin"]),
        ("stalin and stalinism and Stalinist and Stalinists", []),
        ("the Stalin-Molotov government", ["Stalin=person:stalin", "Molotov=person:molotov"]),
        ("a Stalin-like man, anti-Stalin", []),
        ("the Scotch regiment and the French", []),
        ("on Friday, with Friday, in 1933", []),
        ("with Mr. Friday", ["Mr. Friday=person:friday"]),
        ("with Hirohito Yamato and Joseph Stalin Moscow", ["Joseph Stalin=person:stalin"]),
        ("the Stalin Government", ["Stalin=person:stalin"]),
        ("our militant; the Great Emma", []),
        ("by von Bulow, by Bulow", ["von Bulow=person:buelow", "Bulow=person:buelow"]),
        ("Einde O'Callaghan wrote", ["Einde O'Callaghan=person:ocallaghan"]),
        ("Joseph\n Stalin", ["Stalin=person:stalin"]),
        ("the Stalin Archive of Stalin", ["Stalin Archive=org:archive", "Stalin=person:stalin"]),
        ("in Germany, German, Germanic, Germans", ["Germany=place:germany"]),
        ("the German-Soviet treaty", []),
        ("Fascist Germany and Hitlerist Germany", ["Germany=place:germany"] * 2),
        ("the USSR, the U.S.S.R. and the U. S. S. R. too",
         ["USSR=place:ussr", "U.S.S.R.=place:ussr", "U. S. S. R.=place:ussr"]),
        ("at Abingdon, and at Abingdon, Berkshire, England",
         ["Abingdon=place:abingdon", "Abingdon, Berkshire, England=place:abingdon"]),
        ("to Farley-Hill", ["Farley-Hill=place:farley"]),
        ("the Chinese Eastern railroad", ["Chinese Eastern railroad=org:railway"]),
        ("the Chinese eastern railroad", []),
        ("the Bolshevik-Leninists (Left Opposition)",
         ["Bolshevik-Leninists=org:opposition", "Left Opposition=org:opposition"]),
        ("The Militant and the Militant", ["The Militant=work:militant", "Militant=work:militant"]),
        ("Militant workers; a militant", []),
        ("we read “Emma” there", ["Emma=work:emma"]),
        ("we saw Emma there", []),
        ("London burns", ["London=place:london"]),
        ("London Bridge, Stalin Street", []),
        ("in New London, Ohio", []),
    ],
)  # fmt: skip
def test_listed_names_are_marked_where_they_are_names(text: str, marked: list[str]) -> None:
    assert listed(text) == marked


@pytest.mark.parametrize(
    ("text", "year", "marked"),
    [
        ("before the Mikado and", 1933, ["the Mikado=person:hirohito"]),
        ("before the Mikado and", 1900, ["the Mikado=person:meiji"]),
        ("The Mikado’s army", 1933, ["The Mikado=person:hirohito"]),
        ("with Mr. Webb", 1900, ["Mr. Webb=person:webb-sidney"]),
        ("with Miss Webb", 1900, ["Miss Webb=person:webb-mary"]),
        (
            "Sidney Webb came; with Webb alone",
            None,
            ["Sidney Webb=person:webb-sidney", "Webb=person:webb-sidney"],
        ),
        ("with Webb alone", None, ["Webb=person:webb-sidney"]),
        ("with Webb alone", 1840, ["Webb=person:webb-mary"]),
        ("with Webb alone", 1900, ["Webb=person:webb-sidney"]),
        ("with S. Webb", 1900, ["S. Webb=person:webb-sidney"]),
        ("said Stalin", 1870, []),
        ("said Mrs. Havell", None, ["Mrs. Havell=person:havell"]),
        ("in Washington", None, ["Washington=place:washington"]),
        ("George Washington", None, ["George Washington=person:washington"]),
        ("Mr. Washington", None, ["Mr. Washington=person:washington"]),
        ("Martha Washington", None, ["Martha Washington=None"]),
    ],
)
def test_who_is_meant_is_decided_by_date_title_and_company(
    text: str, year: int | None, marked: list[str]
) -> None:
    assert listed(text, year) == marked


def test_what_nothing_decides_is_said_with_its_candidates() -> None:
    [claim] = read("said Washington then", LEXICON)
    assert claim.cert is Certainty.LOW
    assert claim.attribute("ref") is None
    assert "place:washington or person:washington" in claim.evidence


def test_a_stranger_of_the_same_surname_gets_no_reference() -> None:
    text = "with Harold Stalin"
    [claim] = read(text, LEXICON)
    assert shown(text, [claim]) == [("persName", "Harold Stalin", None)]
    assert "none of the names of person:stalin" in claim.evidence


def test_a_given_name_the_list_does_not_know_makes_a_stranger() -> None:
    [claim] = read("met Harry Havell", LEXICON)
    assert (claim.attribute("ref"), claim.rule) == (None, "names.authority.stranger")


def test_a_title_that_contradicts_the_list_makes_a_stranger() -> None:
    text = "met Miss Havell"
    [claim] = read(text, LEXICON)
    assert shown(text, [claim]) == [("persName", "Miss Havell", None)]
    assert claim.rule == "names.authority.stranger"


@pytest.mark.parametrize("text", ["a Stalin-like man", "the anti-Stalin front", "a London-born man"])
def test_a_compound_with_a_small_word_is_no_name(text: str) -> None:
    assert read(text, LEXICON) == []


def test_half_a_pair_is_only_proposed() -> None:
    text = "the Stalin-Bukharin bloc"
    [claim] = read(text, LEXICON)
    assert (shown(text, [claim]), claim.cert) == ([("persName", "Stalin", "person:stalin")], Certainty.LOW)


def test_the_hero_of_a_listed_story_is_a_person() -> None:
    work = '<bibl xml:id="t"><title>Tom Cordery</title></bibl>'
    lists = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><listBibl>{work}</listBibl></TEI>'
    lexicon = Lexicon(Authority.of([Source(lists.encode(), "works.xml")]))
    told, quoted = "with Tom Cordery here", "read “Tom Cordery” here"
    assert shown(told, read(told, lexicon)) == [("persName", "Tom Cordery", None)]
    assert shown(quoted, read(quoted, lexicon)) == [("title", "Tom Cordery", "work:t")]


def test_a_full_name_vouches_for_the_surname_alone() -> None:
    claims = read("Walter Page came. We saw Page there.", LEXICON)
    assert [claim.cert for claim in claims] == [Certainty.HIGH, Certainty.HIGH]


@pytest.mark.parametrize(
    ("text", "cert"),
    [
        ("They like reading. Reading is good", Certainty.LOW),
        ("They like reading at Reading too", Certainty.MEDIUM),
        ("against Page 5", Certainty.MEDIUM),
    ],
)
def test_a_capital_that_the_sentence_or_the_calendar_explains_proves_little(
    text: str, cert: Certainty
) -> None:
    assert [claim.cert for claim in read(text, LEXICON, policy=Policy(unlisted=False))] == [cert]


SURE, UNSURE = Certainty.HIGH, Certainty.MEDIUM


@pytest.mark.parametrize(
    ("text", "name", "cert"),
    [
        # The words beside the name may belong to it.
        ("seen by Joseph Stalin here", "Joseph Stalin", SURE),
        ("seen by Old Joseph Stalin here", "Joseph Stalin", UNSURE),
        ("seen by Joseph Stalin Esq. here", "Joseph Stalin", UNSURE),
        ("seen by German Farley Hill here", "Farley Hill", SURE),
        ("seen in Fascist Farley Hill here", "Farley Hill", SURE),
        ("seen in La Farley Hill here", "Farley Hill", UNSURE),
        # Whether the article belongs to the name of a house or a field, each editor decides.
        ("he left Farley Hill soon", "Farley Hill", SURE),
        ("he left the Farley Hill soon", "Farley Hill", UNSURE),
        ("he left the Soviet Union soon", "Soviet Union", SURE),
        ("of Stalin. He left the Chinese Eastern Railroad", "Chinese Eastern Railroad", SURE),
        ("dined with the Valpys soon", "Valpys", UNSURE),
        ("the Molotov victory", "Molotov", SURE),
        ("called on the Brooks soon", "Brooks", UNSURE),
        ("called on Brooks soon", "Brooks", SURE),
        # A name that is whole without its title.
        ("by Mr. Molotov here", "Mr. Molotov", SURE),
        ("by Mr. Vyacheslav Molotov here", "Mr. Vyacheslav Molotov", UNSURE),
        # What belongs to a person, and the person's house.
        ("read Mr. Molotov’s letter", "Mr. Molotov", SURE),
        ("dined at Mr. Molotov’s. Then", "Mr. Molotov", UNSURE),
        ("dined at Mr. Molotov’s with her", "Mr. Molotov", UNSURE),
        # A letter and its stop, a hill and a Mr. Hill.
        ("said Sally L. yesterday", "Sally L.", UNSURE),
        ("the ground of F. Hill was", "F. Hill", UNSURE),
        # What is said of several is no part of the first.
        ("Messrs. Molotov, Page and Webb", "Molotov", SURE),
    ],
)  # fmt: skip
def test_a_listed_name_is_sure_only_where_its_span_and_kind_are(
    text: str, name: str, cert: Certainty
) -> None:
    lexicon = with_more(
        '<org xml:id="valpys"><orgName>the Valpys</orgName></org>'
        '<person xml:id="brooks"><persName>Brooks</persName></person>'
        '<person xml:id="sally"><persName>Sally L.</persName></person>'
        '<place xml:id="f-hill"><placeName>F. Hill</placeName></place>'
    )
    claims = [(text[a.span.start : a.span.end], a.cert) for a in read(text, lexicon, policy=LISTED_ONLY)]
    assert (name, cert) in claims


@pytest.mark.parametrize(
    ("text", "cert"),
    [
        ("He lives in Reading.", SURE),
        ("He came from the town of Reading.", SURE),
        ("after some years of Reading.", UNSURE),  # of a university, or a prison
        ("of Abingdon, or Reading.", UNSURE),
        ("She packed the Reading.", UNSURE),
    ],
)
def test_a_town_of_one_word_is_sure_only_where_one_can_be(text: str, cert: Certainty) -> None:
    text = f"{text} He went to Reading, and to Reading."
    claims = [claim for claim in read(text, LEXICON, policy=LISTED_ONLY) if "Reading" in claim.evidence]
    assert [claim.cert for claim in claims] == [cert, SURE, SURE]


def test_one_of_a_listed_family_is_a_person() -> None:
    lexicon = with_more('<org xml:id="joliffes"><orgName>Joliffe</orgName></org>')
    text = "We met Mr. Joliffe and Mary Joliffe, and called on Joliffe’s"
    assert shown(text, read(text, lexicon)) == [
        ("persName", "Mr. Joliffe", None),
        ("persName", "Mary Joliffe", None),
        ("orgName", "Joliffe", "org:joliffes"),
    ]


def test_names_in_running_heads_and_notes_are_not_sure() -> None:
    body = "<p>At Farley Hill</p><fw>August, Farley Hill</fw><note>At Farley Hill</note>"
    markup = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text xml:lang="en"><body>{body}</body></text></TEI>'
    document = Document.of(Source(markup.encode()))
    claims = names_in(Context.of(document, DEFAULT), LEXICON)
    assert [claim.cert for claim in claims] == [SURE, UNSURE, UNSURE]


@pytest.mark.parametrize(
    ("policy", "text", "marked"),
    [
        (Policy(), "by Mr. Molotov’s hand", "Mr. Molotov"),
        (Policy(titles_inside=False), "by Mr. Molotov’s hand", "Molotov"),
        (Policy(possessive_inside=True), "by Mr. Molotov’s hand", "Mr. Molotov’s"),
        (Policy(), "before the Mikado here", "the Mikado"),
        (Policy(article_inside=False), "before the Mikado here", "Mikado"),
        (Policy(), "the Bolshevik-Leninists say", "Bolshevik-Leninists"),
        (Policy(factions=False), "the Bolshevik-Leninists say", None),
        (Policy(), "with Tom Cordery here", "Tom Cordery"),
        (Policy(unlisted=False), "with Tom Cordery here", None),
        (Policy(), "he left the Hague soon", "the Hague"),
        (Policy(place_article_inside=False), "he left the Hague soon", "Hague"),
        (Policy(), "we left the Priory soon", "Priory"),  # as many a house is called
        (Policy(), "the Stalinist press and Stalinism", None),
        (Policy(adjectives=True), "the Stalinist press", "Stalinist"),
        (Policy(adjectives=True), "the German press", "German"),
        (Policy(), "the German press", None),
    ],
)
def test_the_policy_decides_what_belongs_to_a_name(policy: Policy, text: str, marked: str | None) -> None:
    found = [words for _, words, _ in shown(text, read(text, LEXICON, 1933, policy))]
    assert found == ([marked] if marked else [])


@pytest.mark.parametrize(
    ("pairs", "text", "marked"),
    [
        ("each", "by Mr. and Mrs. Webb here", ["Mr.", "Mrs. Webb"]),
        ("together", "by Mr. and Mrs. Webb here", ["Mr. and Mrs. Webb"]),
        ("last", "by Mr. and Mrs. Webb here", ["Mrs. Webb"]),
        ("each", "by Mr & Mrs Jones here", ["Mr", "Mrs Jones"]),
        ("each", "by Tom and Jane Baker here", ["Tom", "Jane Baker"]),
        ("together", "by Tom and Jane Baker here", ["Tom and Jane Baker"]),
        ("together", "by Stalin and Molotov here", ["Stalin", "Molotov"]),  # each has a name
        ("each", "by Mr. Jones and Mrs. Webb here", ["Mr. Jones", "Mrs. Webb"]),
    ],
)
def test_of_two_joined_persons_each_is_marked_or_both_or_the_last(
    pairs: Literal["each", "together", "last"], text: str, marked: list[str]
) -> None:
    claims = read(text, LEXICON, 1890, Policy(pairs=pairs))
    assert [words for _, words, _ in shown(text, claims)] == marked


def test_a_pair_leads_to_both_persons_that_the_list_has() -> None:
    text = "by Mr. and Mrs. Webb here"
    each = read(text, LEXICON, 1890)
    assert [claim.attribute("ref") for claim in each] == ["person:webb-sidney", "person:webb-mary"]
    [both] = read(text, LEXICON, 1890, Policy(pairs="together"))
    assert both.attribute("ref") == "person:webb-sidney person:webb-mary"


def with_more(entries: str) -> Lexicon:
    lists = LISTS.replace('<org xml:id="scots">', f'{entries}<org xml:id="scots">')
    return Lexicon(Authority.of([Source(lists.encode(), "lists.xml")]))


def refs(text: str, lexicon: Lexicon, year: int | None = None) -> list[str | None]:
    return [claim.attribute("ref") for claim in read(text, lexicon, year)]


def test_what_nothing_decides_says_so_with_all_its_candidates() -> None:
    lexicon = with_more('<org xml:id="us"><orgName>Washington</orgName></org>')
    [claim] = read("Then Washington decided", lexicon)
    assert (claim.rule, claim.cert) == ("names.authority.ambiguous", Certainty.LOW)
    assert claim.attribute("ref") is None
    assert all(ref in claim.evidence for ref in ("place:washington", "person:washington", "org:us"))
    assert refs("He came to Washington", lexicon) == ["place:washington"]
    assert refs("as Gen. Washington said", lexicon) == ["person:washington"]


def test_of_two_of_one_surname_the_text_or_the_year_tells_who_is_meant() -> None:
    lexicon = with_more(
        '<person xml:id="lenin"><persName>Vladimir Lenin</persName><birth when="1870"/></person>'
        '<person xml:id="lenin-n"><persName>Nicholas Lenin</persName><birth when="1920"/></person>'
    )
    assert refs("Then Lenin spoke.", lexicon) == [None]
    assert refs("Then Lenin spoke.", lexicon, 1919) == ["person:lenin"]
    assert refs("Nicholas Lenin came. Then Lenin spoke.", lexicon) == ["person:lenin-n", "person:lenin-n"]


def test_words_that_stand_for_someone_are_rs_with_their_type() -> None:
    text = "the Soviet government and the Mikado"
    found = read(text, LEXICON, 1933)
    assert [(a.kind.value, a.attributes) for a in found] == [
        ("rs", (("type", "org"), ("ref", "org:government"))),
        ("rs", (("type", "person"), ("ref", "person:hirohito"))),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I am well. P.S. Direct to me at Leeds.", ["Leeds"]),
        ("D.C. P.S. Send my shirts.", []),
        ("He is of the 14th Regt. Mass. Vols. now.", []),
        ("He sailed in H.M.S. Ajax from Malta.", ["Malta"]),
        ("The HMS Ajax, the U.S.S. Maine and the S.S. Arctic are here.", []),
        ("He came by H.M.S. Washington and saw Washington.", ["Washington"]),
        ("The ship Amphion sailed; the brig Mary Ann and H.M. frigate Ellen met the good ship Polly.", []),
        ("The ship’s master, John Moon, left the ship, Tom Moon the brig.", ["John Moon", "Tom Moon"]),
        ("I saw S. S. Smith and P. S. Brown there.", ["S. S. Smith", "P. S. Brown"]),
    ],
)
def test_abbreviations_and_ships_are_no_persons_and_no_places(text: str, found: list[str]) -> None:
    assert [words for _, words, _ in shown(text, read(text, LEXICON))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I saw Mr. S. Webb, son to the Rev. Sidney Webb, at church.", [None, "person:webb-sidney"]),
        ("I saw Sidney Webb, the eldest son of Sidney Webb, at church.", [None, None]),
        ("I saw Sidney Webb, brother of Mary Webb.", ["person:webb-sidney", "person:webb-mary"]),
        ("I saw Mr. S. Webb. Sidney Webb was there.", ["person:webb-sidney", "person:webb-sidney"]),
    ],
)
def test_nobody_is_their_own_kin(text: str, found: list[str | None]) -> None:
    assert refs(text, LEXICON) == found


@pytest.mark.parametrize("lexicon", [EMPTY, LEXICON], ids=["without lists", "with lists"])
def test_where_a_person_is_from_is_a_place_whether_or_not_the_person_is_listed(lexicon: Lexicon) -> None:
    text = "I have read a book by a Mrs. Havell of Tidcombe."
    assert ("placeName", "Tidcombe", None) in shown(text, read(text, lexicon))


def test_the_evidence_is_given_in_words() -> None:
    evidence = {claim.evidence for claim in read("Stalin, J. Stalin, STALIN", LEXICON)}
    assert "“Stalin” is a form of person:stalin in the authority list." in evidence
    assert "“STALIN” is a form of person:stalin in the authority list (“Stalin”, in capitals)." in evidence
    assert any("follows from “Joseph Stalin”" in said for said in evidence)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we met Mr. Moon and Colonel Falkner", [("persName", "Mr. Moon"), ("persName", "Colonel Falkner")]),
        ("said the Duke of Wellington", [("persName", "Duke of Wellington")]),
        ("signed J. P. Cannon", [("persName", "J. P. Cannon")]),
        ("with Tom Cordery; then Cordery left", [("persName", "Tom Cordery"), ("persName", "Cordery")]),
        ("with Harry L. today", [("persName", "Harry L.")]),
        ("the Communist Party and the League of Nations",
         [("orgName", "Communist Party"), ("orgName", "League of Nations")]),
        ("from Farley Hill to the Isle of Wight",
         [("placeName", "Farley Hill"), ("placeName", "Isle of Wight")]),
        ("in France and the Soviet Union", [("placeName", "France"), ("placeName", "Soviet Union")]),
        ("before the Tsar fell", [("rs", "the Tsar")]),
        ("to Sir W. Elford Mr. Haydon", [("persName", "Sir W. Elford"), ("persName", "Mr. Haydon")]),
        ("at the Three Bridges House", [("placeName", "Three Bridges House")]),
        ("to plan B. He left", []),
        ("the Mediterranean, I say; the Mediterranean was calm", [("placeName", "Mediterranean")] * 2),
        ("the Mediterranean trade in Mediterranean fruit", []),
        ("they stayed at Silchester", [("placeName", "Silchester")]),
        ("gave it to Drum, for Drum is ill, and Drum knows", [("persName", "Drum")] * 3),
        ("in the County of Lancaster", [("placeName", "Lancaster")]),
        ("her Aunt Fanny, of Skipton", [("persName", "Aunt Fanny"), ("placeName", "Skipton")]),
        ("of Guy’s Hospital and James’s Court",
         [("orgName", "Guy’s Hospital"), ("placeName", "James’s Court")]),
        ("the Society for the Prevention of Cruelty to Animals met",
         [("orgName", "Society for the Prevention of Cruelty to Animals")]),
        ("with Holmes, Tunnicliffe and Mr. Barnes",
         [("persName", "Holmes"), ("persName", "Tunnicliffe"), ("persName", "Mr. Barnes")]),
        ("told L. that Ld. N— and the town of B—— knew",
         [("persName", "L."), ("persName", "Ld. N—"), ("placeName", "B——")]),
        ("wrote to M. de Montigny, M.P., by A. Gray",
         [("persName", "M. de Montigny"), ("persName", "A. Gray")]),
        ("played at Burton-on-Trent on the lawn", [("placeName", "Burton-on-Trent")]),
        ("at my Desire his Debt, a House and her Husband in some Trouble", []),
        ("the Resolute and the Mariner", []),
        ("The German workers and the Fascist dictatorship", []),
        ("On Monday, in May, at Christmas", []),
        ("The German-Soviet treaty; the Chinese revolution", []),
        ("Marxists, Stalinism, Bolsheviks and God", []),
        ("THE GREAT HOUSE", []),
        ("However, When the Government spoke", []),
    ],
)  # fmt: skip
def test_names_that_no_list_has_are_proposed(text: str, found: list[tuple[str, str]]) -> None:
    claims = read(text, EMPTY)
    assert [(kind, words) for kind, words, _ in shown(text, claims)] == found
    assert all(ref is None for _, _, ref in shown(text, claims))
    assert all(claim.cert is not Certainty.HIGH for claim in claims)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. Henry Wood told Miss Rose Hill.", ["persName Mr. Henry Wood", "persName Miss Rose Hill"]),
        ("I saw Mr. John Mill and Mr. G. E. Street.",
         ["persName Mr. John Mill", "persName Mr. G. E. Street"]),
        ("on the motion of Mr. John Burns and Mr. John Bright",
         ["persName Mr. John Burns", "persName Mr. John Bright"]),
        ("I read John Stuart Mill; Captain Henry Wood read it too.",
         ["persName John Stuart Mill", "persName Captain Henry Wood"]),
        ("Mr. Henry Wood’s House stands there.", ["persName Mr. Henry Wood"]),
        ("we went to Mrs. Moon Street", []),
        ("in King William Street and Queen Anne Street",
         ["placeName King William Street", "placeName Queen Anne Street"]),
        ("from Prince Edward Island to Captain Cook Bay",
         ["placeName Prince Edward Island", "placeName Captain Cook Bay"]),
        ("in John Church Street", ["placeName John Church Street"]),
        ("the General Post Office", ["orgName General Post Office"]),
        ("it was Miss May Day", []),
    ],
)  # fmt: skip
def test_titles_and_given_names_tell_persons_from_places(text: str, found: list[str]) -> None:
    claims = shown(text, read(text, EMPTY))
    assert [f"{kind} {words}" for kind, words, _ in claims] == found
