"""A second witness's readings in the ledger: offered, kept apart from the annotators' claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rubricator import tei
from rubricator.annotation import Certainty, Kind
from rubricator.cli import run
from rubricator.document import Document
from rubricator.edition import reviewing, store
from rubricator.edition.annotating import annotated, annotators
from rubricator.edition.layout import Edition
from rubricator.edition.settling import settled
from rubricator.review import Record, Status
from rubricator.source import Source

NAME = "harbour-light"
Say = pytest.CaptureFixture[str]


@pytest.fixture
def witness(edition: Edition) -> Path:
    """A second transcription of the worked example: other quotes, one error of the first mended, one made."""
    text = edition.transcription_of(NAME).read_text("utf-8")
    changed = text.replace("beleived", "believed").replace("“", '"').replace("”", '"')
    changed = changed.replace("the mole", "the mule").replace("committee", "comittee")
    assert changed != text
    place = edition.root / "tei" / "witnesses"
    place.mkdir()
    (place / "copy.txt").write_text(changed, "utf-8")
    return place / "copy.txt"


def collate(edition: Edition, witness: Path, *options: str) -> int:
    return run(["collate", NAME, str(witness), "-C", str(edition.root), "--quiet", *options])


def offered(edition: Edition) -> dict[str, Record]:
    records = store.load(edition, NAME).ledger.records
    return {r.quote.exact: r for r in records if r.annotation.rule.startswith("collation.") and not r.stale}


def files(edition: Edition) -> tuple[bytes, bytes]:
    return edition.document(NAME).read_bytes(), edition.ledger(NAME).read_bytes()


def annotate(edition: Edition) -> None:
    now = store.load(edition, NAME)
    store.save(edition, NAME, annotated(now.document, now.ledger, annotators(edition.knowledge)))


def test_a_reading_is_offered_with_its_source(edition: Edition, witness: Path) -> None:
    assert collate(edition, witness, "--suggest") == 0
    claims = {words: record.annotation for words, record in offered(edition).items()}
    assert (claims["beleived"].correction, claims["beleived"].cert) == ("believed", Certainty.HIGH)
    assert (claims["mole"].correction, claims["mole"].cert) == ("mule", Certainty.MEDIUM)
    assert all(claim.attribute("source") == "witnesses/copy.txt" for claim in claims.values())
    assert (
        '<choice><sic>mole</sic><corr source="witnesses/copy.txt" resp="#rubricator" '
        'cert="medium">mule</corr></choice>'
    ) in edition.document(NAME).read_text("utf-8")


def test_the_other_witness_s_own_errors_are_none_of_ours(edition: Edition, witness: Path) -> None:
    collate(edition, witness, "--suggest")
    assert not any("committee" in words for words in offered(edition))


def test_what_a_witness_offers_outlasts_the_annotators_and_keeps_their_claims_away(
    edition: Edition, witness: Path
) -> None:
    collate(edition, witness, "--suggest")
    before = files(edition)
    annotate(edition)
    assert files(edition) == before
    assert collate(edition, witness, "--suggest") == 0
    assert files(edition) == before


def test_the_edition_with_a_witness_s_readings_can_be_built_anew_from_its_ledger(
    edition: Edition, witness: Path, tmp_path: Path
) -> None:
    collate(edition, witness, "--suggest")
    assert run(["build", "-C", str(edition.root), "--fresh", str(tmp_path / "fresh"), "--quiet"]) == 0
    assert (tmp_path / "fresh" / "tei" / f"{NAME}.xml").read_bytes() == edition.document(NAME).read_bytes()


def test_an_offer_goes_when_the_witness_no_longer_makes_it(edition: Edition, witness: Path) -> None:
    collate(edition, witness, "--suggest")
    witness.write_text(edition.transcription_of(NAME).read_text("utf-8"), "utf-8")
    collate(edition, witness, "--suggest")
    assert offered(edition) == {}
    annotate(edition)
    assert "<sic>beleived</sic>" in edition.document(NAME).read_text("utf-8"), "the word list speaks again"


def test_a_rejected_reading_is_not_offered_again(edition: Edition, witness: Path) -> None:
    collate(edition, witness, "--suggest")
    rejected = offered(edition)["mole"].id
    reviewing.decide(edition, NAME, (rejected,), Status.REJECTED, by="#editors", when="", why="")
    before = files(edition)
    collate(edition, witness, "--suggest")
    assert files(edition) == before


def test_low_remarks_stay_in_the_ledger(edition: Edition, witness: Path) -> None:
    witness.write_text(witness.read_text("utf-8").replace("any weather", "any foul weather"), "utf-8")
    before = edition.document(NAME).read_bytes().count(b"<note")
    collate(edition, witness, "--suggest")
    (remark,) = (
        record.annotation
        for record in store.load(edition, NAME).ledger.records
        if record.annotation.rule == "collation.addition"
    )
    assert (remark.kind, remark.cert) == (Kind.NOTE, Certainty.LOW)
    assert remark.note == "Another witness, copy.txt, goes on after this with “foul” (1 word)."
    assert edition.document(NAME).read_bytes().count(b"<note") == before + 1, "the note of mole/mule alone"


def test_the_command_shows_text_json_and_a_page(edition: Edition, witness: Path, say: Say) -> None:
    base = ["collate", str(edition.transcription_of(NAME)), str(witness), "-C", str(edition.root)]
    assert run(base) == 0
    text = say.readouterr().out
    assert "beleived] believed B" in text
    line = next(line for line in text.splitlines() if "beleived]" in line)
    number = int(line.split(":")[1])
    assert "beleived" in edition.transcription_of(NAME).read_text("utf-8").splitlines()[number - 1]
    assert run([*base, "--format", "json"]) == 0
    value = json.loads(say.readouterr().out)
    assert {"beleived", "mole", "committee"} <= {entry["a"]["text"] for entry in value["entries"]}
    assert run([*base, "--format", "html"]) == 0
    page = say.readouterr().out
    assert "<del>beleived</del> <ins>believed</ins>" in page


def test_the_tei_never_lands_on_a_witness(edition: Edition, witness: Path, say: Say) -> None:
    before = files(edition)
    assert collate(edition, witness, "--tei", str(edition.document(NAME))) == 2
    assert files(edition) == before
    assert "write over a witness" in say.readouterr().err


def test_suggestions_are_only_for_documents_of_the_edition(edition: Edition, witness: Path, say: Say) -> None:
    assert run(["collate", str(witness), NAME, "-C", str(edition.root), "--suggest"]) == 2
    assert "not a document of the edition" in say.readouterr().err


def test_a_correction_has_to_say_where_it_comes_from(
    edition: Edition, witness: Path, tmp_path: Path, say: Say
) -> None:
    elsewhere = tmp_path / "copy.txt"
    witness.rename(elsewhere)
    assert collate(edition, elsewhere, "--suggest") == 2
    assert "tei/witnesses/" in say.readouterr().err
    assert collate(edition, elsewhere, "--suggest", "--source", "https://example.org/copy") == 0
    assert offered(edition)["mole"].annotation.attribute("source") == "https://example.org/copy"


@pytest.fixture
def say(capsys: Say) -> Say:
    """What the command said."""
    return capsys


@pytest.mark.shared
@pytest.mark.parametrize("place", ["app.xml", "tei/app.xml", "elsewhere/app.xml"])
def test_the_tei_with_its_apparatus_is_valid_wherever_it_is_written(
    edition: Edition, witness: Path, shared: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUBRICATOR_SCHEMAS", str(edition.root / "shelf"))
    assert run(["schema", "add", str(shared / "schemas" / "tei_all.rng"), "--quiet"]) == 0
    made = edition.root / place
    made.parent.mkdir(exist_ok=True)
    assert collate(edition, witness, "--tei", str(made)) == 0
    text = made.read_text("utf-8")
    assert text.count("<?xml-model") == 1
    assert "/tei_all.rng" in text
    assert "<app " in text
    assert run(["validate", str(made), "-C", str(edition.root), "--quiet"]) == 0


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('source="witnesses/copy.txt"', 'source="../tei/witnesses/copy.txt"'),
        ('source="witnesses/lost.txt"', 'source="../tei/witnesses/lost.txt"'),
        ('source="lost"', 'source="lost"'),
        ('replacementPattern="authority/$1.xml"', 'replacementPattern="../tei/authority/$1.xml"'),
        ('source="https://a.org/x #A"', 'source="https://a.org/x #A"'),
        ('source="#A witnesses/copy.txt#p1"', 'source="#A ../tei/witnesses/copy.txt#p1"'),
        ('type="witnesses/copy.txt"', 'type="witnesses/copy.txt"'),
    ],
)
def test_an_address_of_a_file_is_told_from_where_the_document_goes(
    edition: Edition, witness: Path, written: str, told: str
) -> None:
    source = Source(f'<TEI xmlns="{tei.TEI}"><text><p {written}/></text></TEI>'.encode())
    there = edition.root / "elsewhere" / "app.xml"
    made = settled(Document.of(source), edition.document(NAME), there, preset=True)
    assert f"<p {told}/>" in made.source.markup
    same = settled(Document.of(source), edition.document(NAME), edition.document("app"), preset=True)
    assert same.source == source


def test_a_schema_of_its_own_stays_with_a_document(edition: Edition) -> None:
    model = '<?xml-model href="https://a.org/letters.rng"?>\n'
    source = Source(f'{model}<TEI xmlns="{tei.TEI}"/>'.encode())
    assert settled(Document.of(source), edition.document(NAME), edition.root / "a.xml").source == source
