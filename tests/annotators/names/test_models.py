"""A user's own model finds names through one seam; what it finds keeps the edition's policy.

spaCy and GLiNER are stood in for by modules of their interface. Where spaCy itself is installed, a small
model is trained and used besides (`pip install 'rubricator[spacy]'`, then run this file).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rubricator import plugins, settings
from rubricator.annotation import Annotation
from rubricator.annotators.names import recogniser
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.models import LONGEST, Found, Recogniser, passages
from rubricator.cli import run
from rubricator.document import Document
from rubricator.edition.beginning import begin
from rubricator.edition.layout import Edition
from rubricator.errors import SettingsError
from rubricator.knowledge import Knowledge
from rubricator.settings import NamePolicy
from rubricator.source import Source

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{}</body></text></TEI>'


def document(*paragraphs: str) -> Document:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return Document.of(Source(TEI.format(body).encode()))


def knowledge(**names: Any) -> Knowledge:
    table = {"annotate": {"names": {"unlisted": False, **names}}}
    return Knowledge(settings=settings.of(table, "rubricator.toml"))


def claims(text: Document, **names: Any) -> list[tuple[str, str, str]]:
    made: Iterable[Annotation] = recogniser(knowledge(**names))(text)
    return [(one.kind.value, text.text[one.span.start : one.span.end], str(one.cert)) for one in made]


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A model that finds what it is told to, plugged in as `words`; what it was asked is kept."""
    told: dict[str, Any] = {"find": {}, "passages": [], "made": []}

    def factory(model: str, labels: tuple[str, ...]) -> Recogniser:
        told["made"].append((model, labels))

        def recognise(text: str) -> Iterator[Found]:
            told["passages"].append(text)
            for name, (label, score) in told["find"].items():
                start = text.find(name)
                if start >= 0:
                    yield Found(start, start + len(name), label, score)

        return recognise

    monkeypatch.setitem(plugins.OURS[plugins.RECOGNISERS], "words", "rubricator.of.tests:factory")
    module = ModuleType("rubricator.of.tests")
    module.factory = factory  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "rubricator.of.tests", module)
    return told


MODEL = {"models": {"words": "some-model"}}


def test_what_the_model_finds_is_suggested_as_sure_as_the_settings_say(words: dict[str, Any]) -> None:
    words["find"] = {"Kerouane": ("GPE", None), "Bodhgaya": ("LOC", 0.9), "Vrindavan": ("place", 0.3)}
    text = document("From Kerouane to Bodhgaya", "and Vrindavan.")
    assert claims(text, **MODEL) == [
        ("placeName", "Kerouane", "medium"),
        ("placeName", "Bodhgaya", "medium"),
        ("placeName", "Vrindavan", "low"),
    ]
    assert ("placeName", "Kerouane", "high") in claims(text, **MODEL, model_cert="high")


def test_labels_mean_what_the_settings_say(words: dict[str, Any]) -> None:
    words["find"] = {"Kerouane": ("CITY", None), "Bodhgaya": ("GPE", None)}
    text = document("From Kerouane to Bodhgaya")
    assert claims(text, **MODEL) == [("placeName", "Bodhgaya", "medium")]
    told = {"CITY": "orgName", "GPE": ""}
    assert claims(text, **MODEL, labels=told) == [("orgName", "Kerouane", "medium")]
    with pytest.raises(SettingsError, match="says that CITY is 'city'"):
        claims(text, **MODEL, labels={"CITY": "city"})


@pytest.mark.parametrize(
    ("policy", "text", "found", "name"),
    [
        ({}, "Burke's works", "Burke's", "Burke"),
        ({"possessive_inside": True}, "Burke's works", "Burke", "Burke's"),
        ({}, "then Mr. Burke came", "Burke", "Mr. Burke"),
        ({"titles_inside": False}, "then Mr. Burke came", "Mr. Burke", "Burke"),
        ({}, "to the Oval", "the Oval", "Oval"),
        ({}, "a Leninist paper", "Leninist", None),
        ({"adjectives": True}, "a Leninist paper", "Leninist", "Leninist"),
        ({}, "at Ker\nouane Hill", "Ker ouane", "Ker\nouane"),
    ],
)
def test_a_name_has_the_bounds_of_the_policy(
    words: dict[str, Any], policy: dict[str, bool], text: str, found: str, name: str | None
) -> None:
    words["find"] = {found: ("PERSON", None)}
    assert [one[1] for one in claims(document(text), **MODEL, **policy)] == ([name] if name else [])


def test_a_model_is_made_when_it_is_first_needed_and_then_kept(words: dict[str, Any]) -> None:
    annotate = recogniser(knowledge(**MODEL))
    assert words["made"] == []
    list(annotate(document("One.")))
    list(annotate(document("Two.")))
    [(model, labels)] = words["made"]
    assert (model, "PERSON" in labels) == ("some-model", True)


def test_a_long_text_is_given_in_passages_that_lose_nothing() -> None:
    text = document(*(["A word and one more. " * 30] * 12), "Long " * 3000)
    context = Context.of(text, NamePolicy())
    pieces = list(passages(context))
    assert "".join(piece for _, piece in pieces) == text.text.replace("\n", " ")
    assert [start for start, _ in pieces] == [
        sum(len(piece) for _, piece in pieces[:index]) for index in range(len(pieces))
    ]
    assert max(len(piece) for _, piece in pieces) <= LONGEST + 10
    assert len(pieces) > 5


@dataclass
class Entity:
    start_char: int
    end_char: int
    label_: str


def test_spacy_is_asked_through_its_interface(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(tmp_path / "edition")
    begun = Edition.open(tmp_path / "edition")
    (begun.root / "models" / "ours").mkdir(parents=True)
    loaded: list[object] = []

    def load(path: object) -> Any:
        loaded.append(path)

        def pipeline(text: str) -> Any:
            start = text.find("Petrel")
            found = [Entity(start, start + 6, "ORG")] if start >= 0 else []
            return type("Doc", (), {"ents": found})

        return pipeline

    module = ModuleType("spacy")
    module.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)
    file = begun.root / "rubricator.toml"
    file.write_text(file.read_text("utf-8") + '\n[annotate.names]\nmodels.spacy = "models/ours"\n', "utf-8")
    assert run(["build", "-C", str(begun.root), "--quiet"]) == 0
    assert loaded == [begun.root / "models" / "ours"]
    assert b"<orgName" in begun.document("harbour-light").read_bytes()


def test_gliner_is_asked_for_words_and_never_fetches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    class GLiNER:
        @classmethod
        def from_pretrained(cls, path: str, local_files_only: bool) -> GLiNER:
            assert local_files_only
            return cls()

        def predict_entities(self, text: str, labels: list[str], threshold: float) -> list[dict[str, Any]]:
            asked.append(labels)
            return [{"start": 3, "end": 11, "label": "place", "score": 0.8}]

    module = ModuleType("gliner")
    module.GLiNER = GLiNER  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", module)
    text = document("at Kerouane")
    assert claims(text, models={"gliner": str(tmp_path)}) == [("placeName", "Kerouane", "medium")]
    assert {"person", "place", "organisation"} <= set(asked[0])
    assert all(label.islower() for label in asked[0])
    with pytest.raises(SettingsError, match="no GLiNER model"):
        claims(text, models={"gliner": str(tmp_path / "none")})


@pytest.mark.parametrize("library", ["spacy", "gliner"])
def test_a_library_that_is_not_installed_is_said_with_the_remedy(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsError, match="not installed") as refused:
        claims(document("x"), models={library: "m"})
    assert "pip install" in refused.value.remedy


def test_a_recogniser_that_nobody_plugged_in_is_said() -> None:
    with pytest.raises(SettingsError, match="no recogniser called 'nltk'"):
        claims(document("x"), models={"nltk": "m"})


_AROUND = (("We came to ", " at noon."), ("They left ", " again."), ("In ", " it rained."))

if find_spec("spacy"):  # 250 MB, so it is no part of what the checks install

    @pytest.mark.slow
    def test_a_small_model_trained_here_finds_names_that_no_list_has(tmp_path: Path) -> None:
        import spacy
        from spacy.training import Example

        pipeline = spacy.blank("en")
        pipeline.add_pipe("ner")
        taught = []
        for name in ("Kerouane", "Bodhgaya", "Vrindavan", "Thornbury", "Ashgabat", "Merowe"):
            for before, after in _AROUND:
                span = (len(before), len(before) + len(name), "GPE")
                made = pipeline.make_doc(before + name + after)
                taught.append(Example.from_dict(made, {"entities": [span]}))
        optimizer = pipeline.initialize(lambda: taught)
        for _ in range(20):
            pipeline.update(taught, sgd=optimizer)
        pipeline.to_disk(tmp_path / "ours")
        read = document("We came to Kerouane at noon.", "They left Merowe's walls again.")
        found = claims(read, models={"spacy": str(tmp_path / "ours")})
        assert {("placeName", "Kerouane", "medium"), ("placeName", "Merowe", "medium")} <= set(found)
