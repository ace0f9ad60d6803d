"""The names annotator: persons, places, organisations and works (TEI Guidelines, 14.2)."""

from __future__ import annotations

from collections.abc import Iterable

from rubricator.annotation import Annotation, Annotator, Certainty, Kind
from rubricator.annotators.names.abbreviated import abbreviated, ships
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.lexicon import Lexicon
from rubricator.annotators.names.listed import listed
from rubricator.annotators.names.models import Models
from rubricator.annotators.names.own import led_to_own, own_entries
from rubricator.annotators.names.pairs import paired
from rubricator.annotators.names.unlisted import unlisted
from rubricator.annotators.names.vocabulary import ADDRESS
from rubricator.annotators.overlaps import settle
from rubricator.document import Document
from rubricator.knowledge import Knowledge

__all__ = ["names_in", "recogniser"]


def recogniser(knowledge: Knowledge) -> Annotator:
    """Find the names of the authority lists, and propose those that no list has, or that a model finds."""
    lexicon = Lexicon(knowledge.authority)
    policy = knowledge.settings.annotate.names
    models = Models(policy)

    def recognise(document: Document) -> Iterable[Annotation]:
        context = Context.of(document, policy)
        own = own_entries(document)
        strange = [entry for entry in own if entry.ref not in knowledge.authority.by_ref]
        found = names_in(context, lexicon.extended(own) if own else lexicon)
        found = tuple(led_to_own(claim, strange) for claim in found) if strange else found
        return settle([*found, *models.claims(context)]) if policy.models else found

    return recognise


def names_in(context: Context, lexicon: Lexicon) -> tuple[Annotation, ...]:
    """The claims about names in one text, none over another."""
    found = [one for one in listed(context, lexicon) if not context.is_entry(one[0])]
    at_sea = [(ship.start, ship.stop) for ship in ships(context)]
    found = [one for one in found if not _is_ship(one, at_sea)]
    if context.policy.unlisted:
        spans = ((start, end) for start, end, claim in found if not _is_doubtful_title(context, start, claim))
        taken = {index for start, end in spans for index in range(start, end)} | abbreviated(context)
        persons = [end for _, end, claim in found if claim.kind is Kind.PERS_NAME]
        found += unlisted(context, taken, persons)
    found = paired(context, lexicon, found)
    return settle(claim for _, _, claim in found)


def _is_ship(found: tuple[int, int, Annotation], ships: list[tuple[int, int]]) -> bool:
    """Whether what is called a person or a place is the ship called after one: “H.M.S. Nelson”."""
    start, end, claim = found
    if claim.kind not in {Kind.PERS_NAME, Kind.PLACE_NAME}:
        return False
    whole = claim.attribute("ref") is not None  # a list may have “H.M.S. Nelson” itself
    return any(start < last and end > first and (first <= start or not whole) for first, last in ships)


def _is_doubtful_title(context: Context, start: int, claim: Annotation) -> bool:
    """Whether a work's title is more likely the name of a person, which is then looked for."""
    doubtful = claim.kind is Kind.TITLE and claim.cert is Certainty.LOW
    return doubtful and context.key(start) in GIVEN | ADDRESS
