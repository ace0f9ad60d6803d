"""The words of Spanish dates."""

from __future__ import annotations

from rubricator.dates.languages.table import Table, meanings, seasons, weekdays
from rubricator.dates.lexicon import numbered, words

SPANISH = Table(
    tag="es",
    months=numbered("""
enero ene
febrero feb febr
marzo mzo
abril abr
mayo
junio jun
julio jul
agosto ago agto
septiembre setiembre sept sep set
octubre oct
noviembre nov
diciembre dic dizbre
"""),
    weekdays=weekdays(
        numbered("lunes\nmartes\nmiércoles miercoles\njueves\nviernes\nsábado sabado\ndomingo")
    ),
    ordinals=numbered("""
primero primer primera
segundo segunda
tercero tercer tercera
cuarto cuarta
quinto quinta
sexto sexta
séptimo séptima
octavo octava
noveno novena
décimo décima
"""),
    cardinals=numbered("un una uno\ndos\ntres\ncuatro\ncinco\nseis\nsiete\nocho\nnueve\ndiez\nonce\ndoce"),
    seasons=seasons("primavera", "verano", "otoño", "invierno"),
    abbreviated=words("ene feb febr mzo abr jun jul ago agto sept sep set oct nov dic"),
    homographs=words("ago set"),
    means=meanings("""
the: el la los las
afternoon: tarde
night: noche
noon: mediodía
in: en
of: de
from: desde del
to: hasta al a
between: entre
and: y e
or: o u
early: principios comienzos principio comienzo inicios
mid: mediados medio
late: fines finales fin final
half: mitad
about: hacia circa ca aproximadamente alrededor
before: antes
vor: hace
after: después
not: no
than: que
during: durante
year: año
decennium: años
century: siglo
yesterday: ayer
last: pasado pasada último última
next: próximo próxima
christmas: navidad
…: más pues sus mis tus nos nuestros entonces unos unas ellos ellas
"""),
    letters=r"[ad]\.\ ?(?:de\ )?(?:J\.\ ?)?C\.",
    eras={"a": "bc", "d": "ad"},
    endings="º|ª|°|ro|er|o|a",
    decade_endings="s",
    capitals=False,
    plural="s",
)
