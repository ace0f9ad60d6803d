"""The 1933 article: every name in it, and nothing that is none."""

from __future__ import annotations

from pathlib import Path

from rubricator.annotation import Certainty
from rubricator.annotators.names import names_in
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.lexicon import Lexicon
from rubricator.annotators.names.tokens import tokenise
from rubricator.authority import Authority

CHECKOUT = Path(__file__).resolve().parents[3]
ARTICLE = CHECKOUT / "tei" / "transcriptions" / "trotsky-1933-foreign-policy.txt"

NAMES = """
placeName Orient place:orient
rs Soviet government org:soviet-government
orgName Chinese Eastern Railroad org:chinese-eastern-railway
placeName Occident place:occident
persName Hitler person:hitler
persName Stalin person:stalin
persName Molotov person:molotov

orgName Chinese Eastern Railroad org:chinese-eastern-railway
placeName China place:china
placeName Soviet Union place:ussr

persName Stalin person:stalin
persName Hitler person:hitler
persName Hitler person:hitler
placeName Germany place:germany
orgName Nazis org:nsdap
orgName Communist International org:comintern
persName Hitler person:hitler
placeName Germany place:germany
persName Litvinoff person:litvinov
persName Chinchuk person:khinchuk
persName Manuilsky person:manuilsky
persName Kuusinen person:kuusinen

placeName Orient place:orient
placeName Occident place:occident
rs the Mikado person:hirohito
persName Hitler person:hitler

rs Soviet government org:soviet-government
placeName Germany place:germany
placeName USSR place:ussr
placeName Germany place:germany

placeName Germany place:germany
placeName Germany place:germany
placeName Germany place:germany

orgName Bolshevik-Leninists org:left-opposition
orgName Left Opposition org:left-opposition
placeName Germany place:germany

placeName Prinkipo place:prinkipo
persName L. Trotsky person:trotsky
""".split("\n")


def test_every_name_of_the_article_is_marked_and_nothing_else() -> None:
    text = ARTICLE.read_bytes().decode("utf-8")
    text = text[text.index("In the Orient") : text.index("return return")]
    boundaries = [offset for offset, char in enumerate(text) if char == "\n"]
    authority = Authority.read([CHECKOUT / "tei" / "authority"])
    claims = names_in(Context(text, tokenise(text, boundaries), 1933), Lexicon(authority))
    found = [f"{c.kind} {text[c.span.start : c.span.end]} {c.attribute('ref')}" for c in claims]
    assert found == [line for line in NAMES if line]
    assert Certainty.LOW not in {claim.cert for claim in claims}
