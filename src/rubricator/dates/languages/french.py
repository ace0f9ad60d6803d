"""The words of French dates."""

from __future__ import annotations

from rubricator.dates.languages.table import Table, meanings, seasons, weekdays
from rubricator.dates.lexicon import numbered, words

FRENCH = Table(
    tag="fr",
    months=numbered("""
janvier janv jan janver
février fevrier févr fév fev feb
mars
avril avr
mai may
juin juing
juillet juil
août aout aoust
septembre sept sep
octobre oct
novembre nov
décembre decembre déc dec xbre xber
"""),
    weekdays=weekdays(numbered("lundi\nmardi\nmercredi\njeudi\nvendredi\nsamedi\ndimanche")),
    ordinals=numbered("""
premier première
second seconde deuxième
troisième
quatrième
cinquième
sixième
septième
huitième
neuvième
dixième
"""),
    cardinals=numbered("un une\ndeux\ntrois\nquatre\ncinq\nsix\nsept\nhuit\nneuf\ndix\nonze\ndouze"),
    seasons=seasons("printemps", "été", "automne", "hiver"),
    abbreviated=words("janv jan févr fév fev feb avr juil sept sep oct nov déc dec"),
    homographs=words("mars"),
    means=meanings("""
the: le la les l ce cet
morning: matin
evening: soir soirée
night: nuit
noon: midi
midnight: minuit
in: en dans
of: de d
from: du depuis des
to: au aux à jusqu
between: entre
and: et
or: ou
early: début
mid: mi milieu
late: fin
half: moitié
about: vers environ circa ca
before: avant
after: après
not: pas
than: que
during: pendant durant
year: an année
decennium: années
century: siècle siècles
yesterday: hier
tomorrow: demain
last: dernier dernière
next: prochain prochaine
christmas: noël
easter: pâques
pentecost: pentecôte
epiphany: épiphanie
…: mais dans plus puis sans sous dès alors toujours jamais nous vous ils elles leurs ses mes tes nos vos ces
"""),
    letters=r"(?:av|apr|ap)\.\ ?J\.\ ?-\ ?C\.",
    eras={"av": "bc", "ap": "ad"},
    endings="er|ere|ère|re|e|ème|eme|ième|nd|nde",
    decade_endings="s",
    capitals=False,
    plural="s",
)
