"""A user's own models as recognisers of names: spaCy, GLiNER, or whatever an entry point names.

An entry point of the group `rubricator.recognisers` names a factory `(model, labels) -> Recogniser`: *model*
is the path or package that the settings give, *labels* are those that mean something to us. A recogniser
takes a passage of text and gives what it finds in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rubricator import plugins
from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.shapes import adjectival
from rubricator.annotators.names.vocabulary import ADDRESS, DEMONYMS, FUNCTION
from rubricator.errors import SettingsError
from rubricator.settings import NamePolicy

RULE = "names.model"
LONGEST = 10_000
"""Characters given to a model at once."""
_SURE_ENOUGH = 0.5
_USUAL = {
    Kind.PERS_NAME: "PERSON PER person",
    Kind.PLACE_NAME: "GPE LOC FAC place location",
    Kind.ORG_NAME: "ORG organisation organization",
}
USUAL = {label: kind.value for kind, labels in _USUAL.items() for label in labels.split()}
USUAL |= {kind.value: kind.value for kind in _USUAL}
"""What the labels that models commonly use mean."""
_KINDS = {kind.value: kind for kind in (*_USUAL, Kind.RS, Kind.TITLE, Kind.ROLE_NAME)}


@dataclass(frozen=True, slots=True)
class Found:
    """What a model finds in a passage: characters, the model's label, and how sure it is if it says so."""

    start: int
    end: int
    label: str
    score: float | None = None


Recogniser = Callable[[str], Iterable[Found]]
Factory = Callable[[str, tuple[str, ...]], Recogniser]


class Models:
    """The models that the settings name, each loaded when it is first needed."""

    def __init__(self, policy: NamePolicy) -> None:
        self.named = dict(policy.models)
        self.labels = _labels(policy)
        self.cert = Certainty(policy.model_cert)
        self._loaded: dict[str, Recogniser] = {}

    def claims(self, context: Context) -> Iterator[Annotation]:
        """What the models find in a text, within the bounds that its policy sets to names."""
        for name in self.named:
            recognise = self._recogniser(name)
            for start, passage in passages(context):
                for found in recognise(passage):
                    claim = self._claim(context, name, found, start)
                    if claim is not None:
                        yield claim

    def _recogniser(self, name: str) -> Recogniser:
        if name not in self._loaded:
            factory: Factory = plugins.load(plugins.RECOGNISERS, name)
            self._loaded[name] = factory(self.named[name], tuple(self.labels))
        return self._loaded[name]

    def _claim(self, context: Context, name: str, found: Found, offset: int) -> Annotation | None:
        kind = self.labels.get(found.label)
        if kind is None:
            return None
        words = _words(context, found.start + offset, found.end + offset)
        bounds = _bounds(context, *words, kind) if words else None
        if bounds is None or context.is_entry(bounds[0]):
            return None
        doubtful = found.score is not None and found.score < _SURE_ENOUGH
        said = f" with {found.score:.2f}" if found.score is not None else ""
        evidence = f"The model {self.named[name]} ({name}) labels it {found.label}{said}."
        cert = Certainty.LOW if doubtful else self.cert
        return Annotation(kind, context.span(*bounds), cert, rule=f"{RULE}.{name}", evidence=evidence)


def passages(context: Context) -> Iterator[tuple[int, str]]:
    """The text in pieces that end where blocks do, with where each begins; line ends are blanks in them."""
    tokens, text = context.tokens, context.text
    start = 0
    for index, token in enumerate(tokens):
        last = index + 1 == len(tokens)
        if last or (tokens[index + 1].gap == "\n" and tokens[index + 1].start - start > LONGEST // 10):
            end = len(text) if last else tokens[index + 1].start
            yield start, text[start:end].replace("\n", " ")
            start = end
        elif token.end - start > LONGEST and token.gap == " ":
            yield start, text[start : token.start].replace("\n", " ")
            start = token.start


def _words(context: Context, start: int, end: int) -> tuple[int, int] | None:
    """The words that the characters *start* to *end* touch."""
    first = bisect_left(context.tokens, start + 1, key=lambda token: token.end)
    last = bisect_left(context.tokens, end, key=lambda token: token.start)
    return (first, last) if first < last else None


def _bounds(context: Context, start: int, end: int, kind: Kind) -> tuple[int, int] | None:
    """The words that our policy takes for the name; None where it is none."""
    while start < end and context.key(start) in FUNCTION and not context.tokens[start].capital:
        start += 1
    if kind is Kind.PERS_NAME:
        while not context.policy.titles_inside and start + 1 < end and context.key(start) in ADDRESS:
            start += 1
        while (
            context.policy.titles_inside
            and start > 0
            and context.gap(start) in (" ", ".")
            and context.key(start - 1) in ADDRESS
            and context.tokens[start - 1].capital
        ):
            start -= 1
    if start >= end or _is_adjective(context, start, end):
        return None
    return start, end


def _is_adjective(context: Context, start: int, end: int) -> bool:
    single = end - start == 1 and not context.policy.adjectives
    return single and (context.key(start) in DEMONYMS or adjectival(context.key(start)))


def _labels(policy: NamePolicy) -> dict[str, Kind]:
    """What each label means; one that the settings leave empty means nothing."""
    told = {**USUAL, **policy.labels}
    for label, kind in told.items():
        if kind and kind not in _KINDS:
            raise SettingsError(
                f"annotate.names.labels says that {label} is {kind!r}.",
                remedy=f"It can be {', '.join(_KINDS)}, or empty.",
            )
    return {label: _KINDS[kind] for label, kind in told.items() if kind}


__all__ = ["Factory", "Found", "Models", "Recogniser", "passages"]
