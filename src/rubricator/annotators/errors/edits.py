"""What was meant: the words one slip of a key, an eye or a machine away, with the price of each slip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rubricator.annotators.errors.profiles import PRINT, Profile

LETTERS = "abcdefghijklmnopqrstuvwxyz"
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
MISREADINGS = (
    "b h,c e,c o,e o,a o,u n,f t,f s,l t,i l,i t,r t,n r,v y,q g,g y,h k,s a,a u,i j,v r,z s,"
    "rn m,cl d,ii u,li h,vv w,fi n,in m,ri n,ni m,nn m,lh th,ll u,ti n,tl d,iii m,ln in,"
    "hn hm,fl ff,rm nn,ci d,ce o,ji fi,fl fi,lc k,tli th,ml ni,ai m"
)
"""Letters that print or a machine's eye confuses; each pair is read both ways."""

HOMOPHONES = (
    "ance ence,ant ent,ancy ency,able ible,ably ibly,acy isy,aly ally,icly ically,"
    "ful full,fuly fully,us ous,er or,er ar,or ar,ary ery,ory ary,tion sion,cion tion,"
    "cial tial,sial tial,le al,le el,il le,ei ie,f ph,c ck,k ck,c sc,s sc,s c,k ch,"
    "c ch,y i,ey y,ise ize,g dg,j g,kn n,w wh,r rh,m mn,g gu,uo ou,oo ou,u oo,"
    "ea ee,e ea,i ee,ei ee,ie ee,cede ceed,sede cede,gous geous,ible eable,able eable,"
    "a e,e i,a i,o a,o e,i u,u e"
)
"""Letters that sound alike where they stand within a word or at its end; each pair is read both ways."""

BEGINNINGS = "n kn,w wh,r wr,s ps,r rh,w who,k ch,c k"
"""What is not heard where a word begins."""
ENDINGS = (
    "aly ally,icly ically,fuly fully,ys ies,yly ily,tly tily,dly dily,rly rily,mly mnly,eley ely,"
    "ment ement,ement ment,tention tension,cton ction,iton ition,aton ation,cian tion,"
    "cious tious,tious cious,isim ism,ence ance,ance ence,ently antly,antly ently,ency ancy,ancy ency,"
    "able ible,ible able,"
    "full ful,fullness fulness,fullness fulness,us ous,itly itely,atly ately,vly vely,sly sely,cly cely,"
    "osly ously,ouly ously,ateing ating,eing ing,yed ied,ery ary,ary ery,erys eries,arys aries"
)
"""What is written at the end of a word, and what is meant: the commonest slips of spelling."""

FIRST_LETTER = 0.9
"""What a slip costs more in the letter that writers and readers look at most."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that may be meant, the price of the slip, and what the slip would be."""

    word: str
    price: float
    what: str


def _adjacent() -> dict[str, str]:
    near: dict[str, set[str]] = {letter: set() for letter in LETTERS}
    for row, keys in enumerate(KEYS):
        for column, key in enumerate(keys):
            beside = [keys[column - 1 : column], keys[column + 1 : column + 2]]
            if row + 1 < len(KEYS):
                below = KEYS[row + 1]
                beside += [below[column - 1 : column] if column else "", below[column : column + 1]]
            for other in filter(None, beside):
                near[key].add(other)
                near[other].add(key)
    return {key: "".join(sorted(others)) for key, others in near.items()}


ADJACENT = _adjacent()


def _pairs(listed: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        pair
        for item in listed.split(",")
        for left, right in [item.split()]
        for pair in ((left, right), (right, left))
    )


def _as_meant(listed: str) -> tuple[tuple[str, str], ...]:
    return tuple((written, meant) for written, meant in (item.split() for item in listed.split(",")))


DOUBLED_BEFORE_ENDINGS = "bdglmnprt"
CONFUSED = _pairs(MISREADINGS)
ALIKE = _pairs(HOMOPHONES)
AT_START = _as_meant(BEGINNINGS)
AT_END = _as_meant(ENDINGS) + tuple(
    (letter + ending, letter * 2 + ending)
    for letter in DOUBLED_BEFORE_ENDINGS
    for ending in ("ed", "ing", "er")
)
LIKE = frozenset(CONFUSED)


def slips(form: str, is_word: Callable[[str], bool], price: Profile = PRINT) -> Iterator[Slip]:
    """Every word from which one slip makes *form*; the same word may come more than once."""
    for at in range(len(form)):
        head, letter, tail = form[:at], form[at], form[at + 1 :]
        first = FIRST_LETTER if at == 0 else 0.0
        if is_word(head + tail):
            if letter in (head[-1:], tail[:1]):
                yield Slip(head + tail, price.doubled, f"the letter {letter} stands once too often")
            else:
                yield Slip(head + tail, price.added + first, f"it has a letter {letter} too many")
        if tail and letter != tail[0] and is_word(word := head + tail[0] + letter + tail[1:]):
            yield Slip(word, price.swapped + first / 2, f"the letters {letter}{tail[0]} have changed places")
        for other in LETTERS:
            if other != letter and is_word(word := head + other + tail):
                cost = (
                    price.misread
                    if (letter, other) in LIKE
                    else price.neighbour
                    if other in ADJACENT.get(letter, "")
                    else price.other
                )
                at_start = first / 3 if cost == price.misread else first
                yield Slip(word, cost + at_start, f"it has {letter} for {other}")
    for at in range(len(form) + 1):
        head, tail = form[:at], form[at:]
        for other in LETTERS:
            if is_word(word := head + other + tail):
                if other in (head[-1:], tail[:1]):
                    yield Slip(word, price.halved, f"the letter {other} should be doubled")
                else:
                    yield Slip(
                        word, price.dropped + (FIRST_LETTER if at == 0 else 0), f"it lacks a letter {other}"
                    )
    for written, meant in CONFUSED:
        if len(written) == len(meant) == 1:
            continue
        for word in _instead(form, written, meant, 0):
            if is_word(word):
                yield Slip(word, price.misread, f"it has {written} for {meant}")
    for written, meant in AT_START:
        if form.startswith(written) and is_word(word := meant + form[len(written) :]):
            yield Slip(word, price.alike, f"it has {written} for {meant}, which sounds alike")
    for written, meant in AT_END:
        if form.endswith(written) and is_word(word := form[: -len(written)] + meant):
            yield Slip(word, price.alike / 3, f"it ends in {written}, not in {meant}")
    for written, meant in ALIKE:
        for word in _instead(form, written, meant, 1):
            if is_word(word):
                yield Slip(word, price.alike, f"it has {written} for {meant}, which sounds alike")


def _instead(form: str, written: str, meant: str, first: int) -> Iterator[str]:
    """*form* with *meant* for *written*, at each place of it from *first* on."""
    at = form.find(written, first)
    while at >= 0:
        yield form[:at] + meant + form[at + len(written) :]
        at = form.find(written, at + 1)


def rough_slips(form: str, is_word: Callable[[str], bool], price: Profile = PRINT) -> Iterator[Slip]:
    """The words two common slips away: letters left out, put in or changed places; for long forms only."""
    for at in range(len(form)):
        shorter = form[:at] + form[at + 1 :]
        for slip in slips(shorter, is_word, price):
            yield Slip(slip.word, slip.price + price.added, "it is two letters off")
        if at + 1 < len(form) and form[at] != form[at + 1]:
            swapped = form[:at] + form[at + 1] + form[at] + form[at + 2 :]
            for slip in slips(swapped, is_word, price):
                yield Slip(slip.word, slip.price + price.swapped, "it is two letters off")
