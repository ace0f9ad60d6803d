"""What the words beside a capitalised word tell of it: each table is a class of words, with what it is for.

Weights are in favour of a person and of a place; they are sums of small things, and no measure.
"""

from __future__ import annotations

from typing import NamedTuple

from rubricator.annotators.names.vocabulary import KIN


class Weight(NamedTuple):
    """How much speaks for a person and for a place."""

    person: float = 0.0
    place: float = 0.0

    def __add__(self, other: object) -> Weight:
        if not isinstance(other, Weight):
            return NotImplemented
        return Weight(self.person + other.person, self.place + other.place)


NOTHING = Weight()


def _table(*rows: tuple[str, Weight]) -> dict[str, Weight]:
    return {word: weight for words, weight in rows for word in words.split()}


BEFORE = _table(
    ("in at near", Weight(place=2.0)),
    ("into towards toward through via outside beyond around round", Weight(place=1.5)),
    ("from", Weight(place=1.2)),
    ("to", Weight(place=0.7)),
    ("between above below over across off", Weight(place=0.5)),
    ("left reached visited entered quitted leaving reaching visiting passed crossed", Weight(0.3, 1.0)),
    ("of", Weight(0.2, 0.3)),
    ("by with w and or than like", Weight(person=0.5)),
    ("without against upon on for under behind beside save except", Weight(person=0.3)),
    (
        "told tell asked ask met meet called call married marry saw see seen sent send gave give paid pay"
        " thank thanks thanked beg begged persuaded let made shewed showed helped loved hated knew know"
        " believe believed remember answered described saluted admired dear",
        Weight(person=1.0),
    ),
    ("poor dear old little young honest worthy good sweet pretty late aforesaid said", Weight(person=1.2)),
    (" ".join(KIN), Weight(person=1.5)),
    ("a an the", Weight(-1.5, -1.0)),
    ("my your his her our their this that these those no every each any some its", Weight(-1.5, -1.5)),
)
"""What stands directly before, with nothing but a space between."""

AFTER = _table(
    (
        "said says cried replied answered asked asks exclaimed whispered shouted muttered laughed smiled"
        " sighed nodded thought thinks knew knows believed believes wrote writes told tells came comes"
        " went goes died dies dined dines breakfasted slept woke rose sat stood walked rode talked talks"
        " spoke speaks dressed wept married replies calls called sups supped sings plays preached"
        " declared declares remarked observed observes wishes wished hopes hoped thanked begged promised"
        " promises advised insists insisted argued argues proposed proposes demanded demands refused"
        " refuses complained complains confessed told saw heard took gave brought sent looked himself"
        " herself esq esquire junr junior senior jun sen",
        Weight(person=1.5),
    ),
    ("was is has had would will did does could can might must should who whom and", Weight(person=0.4)),
    ("river street road county", Weight(place=1.5)),
    ("where itself", Weight(place=1.0)),
)
"""What stands directly after, with nothing but a space between."""

SPEAKING = frozenset(
    "said says cried replied answered asked exclaimed whispered shouted muttered returned added continued"
    " quoth rejoined repeated interrupted sighed laughed observed remarked".split()
)
"""What stands before a speaker: “said Tansley”."""

PLACED = frozenset(
    """
    aldermen apothecary archbishop archdeacon attorney bailiffs baker banks battle bishop blacksmith
    borough bourgeoisie burgess butcher capital capture carpenter castle church churchwarden
    churchwardens cities citizen citizens city clerk clothier coast count counties county curate dean
    defence duke earl east esq esquire fair fall farmer gaol gent gentleman glover hamlet hundred
    husbandman inhabitants innholder innkeeper island isle king kingdom labourer lord mariner mason
    mayor merchandise merchant merchants mouth native natives neighbourhood north outskirts overseers
    parish parishes people peoples physician poor port proletariat province queen rector remains
    republic road ruins schoolmaster shores siege site smith south spinster state streets suburb surgeon
    tailor taylor town towns township treaty university vale valley vicar vicinity victualler village
    villages walls weaver west widow workers yeoman
    """.split()
)
"""Nouns with which “of” names a place: “the inhabitants of Bristol”, “Weaver, of Skipton”."""

TERSE = frozenset(
    "told tell asked ask met meet called call saw see seen sent send gave give paid pay left read wrote"
    " write came went found took brought had got heard dined dine sup supped slept sleep rode walked made"
    " named crossed passed reached visited dear poor between near beyond".split()
)
"""Words that a sentence without its subject begins with, directly before a name."""
