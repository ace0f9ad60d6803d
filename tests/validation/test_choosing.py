"""Which schema a document is held to, and what becomes of one that cannot be had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rubricator import resources
from rubricator.cli import run
from rubricator.errors import InputRefused
from rubricator.findings import Report
from rubricator.source import Source
from rubricator.validation import Choice, Schema, held_to, shelf, validate

RNG = "http://relaxng.org/ns/structure/1.0"
SCH = "http://purl.oclc.org/dsdl/schematron"
GRAMMAR = f'<element name="{{}}" xmlns="{RNG}"><text/></element>'
RULES = (
    f'<sch:pattern xmlns:sch="{SCH}" id="said"><sch:rule context="/letter"><sch:assert test="@n">No @n.'
    "</sch:assert></sch:rule></sch:pattern>"
)
WEB = "https://example.org/schema/letter.rng"
Write = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def empty_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUBRICATOR_SCHEMAS", str(tmp_path / "shelf"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "edition" / "tei").mkdir(parents=True)
    return tmp_path / "edition"


@pytest.fixture
def write(root: Path) -> Write:
    def into(name: str, content: str) -> Path:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return path

    return into


def model(address: str, language: str = RNG) -> str:
    return f'<?xml-model href="{address}" schematypens="{language}"?>'


def judged(root: Path, prolog: str = "", choice: Choice = Choice(), *, name: str = "letter") -> Report:  # noqa: B008
    source = Source(f"{prolog}<{name}>text</{name}>".encode(), "letter.xml")
    return validate(source, held_to(source, root / "tei", root, choice))


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report]


def test_a_document_is_held_to_the_schema_that_it_names(root: Path, write: Write) -> None:
    write("schema/letter.rng", GRAMMAR.format("letter"))
    assert rules(judged(root, model("../schema/letter.rng"))) == []
    assert "grammar.element-unknown" in rules(judged(root, model("../schema/letter.rng"), name="lettre"))


def test_a_schema_in_the_compact_syntax_is_one_too(root: Path, write: Write) -> None:
    write("tei/letter.rnc", "element letter { text }")
    named = '<?xml-model href="letter.rnc" type="application/relax-ng-compact-syntax"?>'
    assert rules(judged(root, named)) == []
    assert "grammar.element-unknown" in rules(judged(root, named, name="lettre"))


def test_what_is_asked_for_comes_before_what_the_document_names(root: Path, write: Write) -> None:
    write("tei/own.rng", GRAMMAR.format("x"))
    asked = write("asked.rng", GRAMMAR.format("letter"))
    assert rules(judged(root, model("own.rng"), Choice(asked=(str(asked),)))) == []


def test_the_settings_speak_for_documents_that_name_none(root: Path, write: Write) -> None:
    write("preset.rng", GRAMMAR.format("letter"))
    write("tei/own.rng", GRAMMAR.format("x"))
    choice = Choice(preset="preset.rng")
    assert rules(judged(root, "", choice)) == []
    assert rules(judged(root, model("own.rng"), choice)) != []


def test_where_nothing_names_a_schema_it_is_ours(root: Path) -> None:
    assert held_to(Source(b"<TEI/>"), root, root, Choice()) == Schema.ours()


@pytest.mark.parametrize(
    "prolog",
    [
        model("nowhere.rng"),
        model("nowhere.sch", SCH),
        model("../../outside.rng"),
        model("file:///etc/passwd"),
        model(WEB),
        model("broken.rnc"),
        model("letter.xsd", "http://www.w3.org/2001/XMLSchema"),
        model("broken.rng"),
        model("broken.sch", SCH),
        model("a\0b.rng").replace("\0", "%00"),
        model("x" * 5000),
    ],
)
def test_a_schema_that_cannot_be_had_never_means_valid(prolog: str, root: Path, write: Write) -> None:
    write("tei/broken.rng", "<grammar")
    write("tei/broken.rnc", "element {")
    write("tei/broken.sch", f'<schema xmlns="{SCH}">')
    (root.parent / "outside.rng").write_text(GRAMMAR.format("letter"), "utf-8")
    report = judged(root, prolog)
    assert rules(report) == ["schema.not-found"]
    (finding,) = report
    assert finding.message.startswith("Not validated: ")
    assert finding.remedy
    assert finding.place
    assert (finding.place.line, finding.place.column) == (1, 1)
    assert report.exit_code() == 1


def test_the_rest_is_judged_by_the_schemas_that_are_there(root: Path, write: Write) -> None:
    write("tei/x.rng", GRAMMAR.format("x"))
    found = rules(judged(root, model("x.rng") + model("nowhere.sch", SCH)))
    assert "schema.not-found" in found
    assert len(found) > 1


def test_a_schema_that_is_named_for_grammar_and_for_rules_is_missed_once(root: Path) -> None:
    assert rules(judged(root, model(WEB) + model(WEB, SCH))) == ["schema.not-found"]


def test_a_second_form_of_the_same_schema_that_nobody_reads_is_passed_over(root: Path, write: Write) -> None:
    write("tei/letter.rng", GRAMMAR.format("letter"))
    assert rules(judged(root, model("letter.rng") + model("l.xsd", "http://www.w3.org/2001/XMLSchema"))) == []


@pytest.mark.parametrize(
    ("prolog", "expected"),
    [
        (f"<!-- {model('nowhere.rng')} -->" + model("letter.rng"), []),
        (f"<!DOCTYPE letter [<!-- {model('nowhere.rng')} --> {model('nowhere.rng')}]>", None),
        (model("letter.rng").replace('"', "'"), []),
        (model("letter.rng").replace(" schematypens", "\n  schematypens"), []),
        (f'<?xml-model href="letter.rng" title="a &gt; b"?>{model("./letter.rng")}', []),
        ("<?xml-model type='x'?>", None),
    ],
    ids=["a comment", "a document type", "single quotes", "two lines", "no language", "no address"],
)
def test_instructions_are_read_as_xml_has_them(
    prolog: str, expected: list[str] | None, root: Path, write: Write
) -> None:
    write("tei/letter.rng", GRAMMAR.format("letter"))
    report = judged(root, prolog)
    assert "schema.not-found" not in rules(report)
    assert expected is None or rules(report) == expected


def test_an_instruction_after_the_root_is_none(root: Path) -> None:
    source = Source(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{model("nowhere.rng")}</TEI>'.encode())
    assert held_to(source, root, root, Choice()) == Schema.ours()


def test_rules_in_a_grammar_are_kept_wherever_it_is_used_and_once(root: Path, write: Write) -> None:
    content = f'<grammar xmlns="{RNG}">{RULES}<start>{GRAMMAR.format("letter")}</start></grammar>'
    path = write("tei/letter.rng", content)
    assert rules(judged(root, model("letter.rng"))) == ["said"]
    assert rules(judged(root, model("letter.rng") + model("letter.rng", SCH))) == ["said"]
    assert rules(judged(root, "", Choice(preset="tei/letter.rng"))) == ["said"]
    assert rules(judged(root, "", Choice(asked=(str(path),)))) == ["said"]


PHASES = """<phase id="draft"><active pattern="one"/></phase><phase id="final"><active pattern="two"/></phase>
<pattern id="one"><rule context="*"><report id="one" test="true()">One.</report></rule></pattern>
<pattern id="two"><rule context="*"><report id="two" test="true()">Two.</report></rule></pattern>"""


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        ("", ["one", "two"]),
        ("#ALL", ["one", "two"]),
        ("draft", ["one"]),
        ("final", ["two"]),
        ("other", ["schema.not-found"]),
    ],
)
def test_schematron_is_kept_in_the_phase_that_the_document_names(
    phase: str, said: list[str], root: Path, write: Write
) -> None:
    write("tei/house.sch", f'<schema xmlns="{SCH}">{PHASES}</schema>')
    told = model("house.sch", SCH).replace("?>", f' phase="{phase}"?>') if phase else model("house.sch", SCH)
    assert rules(judged(root, told)) == said


def test_a_grammar_named_for_its_rules_too_keeps_them_in_that_phase_alone(root: Path, write: Write) -> None:
    inside = PHASES.replace("<phase ", f'<phase xmlns="{SCH}" ').replace(
        "<pattern ", f'<pattern xmlns="{SCH}" '
    )
    content = f'<grammar xmlns="{RNG}">{inside}<start>{GRAMMAR.format("letter")}</start></grammar>'
    write("tei/letter.rng", content)
    told = model("letter.rng") + model("letter.rng", SCH).replace("?>", ' phase="final"?>')
    assert rules(judged(root, told)) == ["two"]


def test_rules_in_a_grammar_that_cannot_be_used_leave_its_own_judgement(root: Path, write: Write) -> None:
    content = f'<grammar xmlns="{RNG}">{RULES}<start>{GRAMMAR.format("letter")}</start></grammar>'
    write("tei/letter.rng", content.replace('test="@n"', 'test="@n ="'))
    assert rules(judged(root, model("letter.rng"))) == ["schema.not-found"]
    write("tei/other.rng", content.replace('test="@n"', 'test="@m ="').replace('"letter"', '"other"'))
    assert rules(judged(root, model("other.rng"))) == ["schema.not-found", "grammar.element-unknown"]


def test_rules_of_the_edition_are_kept_besides_the_schema(root: Path, write: Write) -> None:
    write("tei/letter.rng", GRAMMAR.format("letter"))
    write("house.sch", f'<schema xmlns="{SCH}">{RULES}</schema>')
    assert rules(judged(root, model("letter.rng"), Choice(rules=("house.sch",)))) == ["said"]
    assert rules(judged(root, model("letter.rng"), Choice(rules=("none.sch",)))) == ["schema.not-found"]


@pytest.mark.parametrize("name", ["rubricator.rng", "rubricator.sch"])
def test_our_own_schema_is_known_where_an_edition_has_no_copy_of_it(name: str, root: Path) -> None:
    language = RNG if name.endswith("rng") else SCH
    source = Source(f"{model(f'../schema/{name}', language)}<TEI/>".encode())
    schema = held_to(source, root / "tei", root, Choice())
    assert not schema.missing
    assert (bool(schema.grammars), bool(schema.rules)) == (language == RNG, language == SCH)


def test_a_changed_copy_of_our_schema_is_used_and_told_unless_its_odd_lies_beside_it(
    root: Path, write: Write
) -> None:
    write("schema/rubricator.rng", GRAMMAR.format("letter"))
    assert rules(judged(root, model("../schema/rubricator.rng"))) == ["schema.older"]
    write("schema/rubricator.odd", "")
    assert rules(judged(root, model("../schema/rubricator.rng"))) == []


@pytest.mark.parametrize("name", ["tei_all", "tei_all.rng"])
def test_a_schema_of_teis_is_known_by_its_name_alone(name: str, root: Path, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="not at hand") as refused:
        judged(root, "", Choice(asked=(name,)))
    address = "https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
    assert refused.value.remedy == f"Get it once: rubricator schema add {address}"
    (report,) = judged(root, "", Choice(preset=name))
    assert address in report.remedy
    place = tmp_path / "shelf/tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
    place.parent.mkdir(parents=True)
    place.write_text(GRAMMAR.format("letter"), "utf-8")
    assert rules(judged(root, "", Choice(asked=(name,)))) == []
    assert rules(judged(root, "", Choice(preset=name))) == []


def catalog(entries: str) -> str:
    return (
        '<!DOCTYPE catalog PUBLIC "-//OASIS//DTD XML Catalogs V1.1//EN" "http://localhost:1/catalog.dtd">'
        f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{entries}</catalog>'
    )


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (f'<uri name="{WEB}" uri="../schema/letter.rng"/>', True),
        (f'<system systemId="{WEB}" uri="../schema/letter.rng"/>', True),
        ('<rewriteURI uriStartString="https://example.org/" rewritePrefix="../"/>', True),
        (
            '<rewriteURI uriStartString="https://example.org/" rewritePrefix="nowhere/"/>'
            '<rewriteURI uriStartString="https://example.org/schema/" rewritePrefix="../schema/"/>',
            True,
        ),
        ('<uriSuffix uriSuffix="/letter.rng" uri="../schema/letter.rng"/>', True),
        (f'<group xml:base="../schema/"><uri name="{WEB}" uri="letter.rng"/></group>', True),
        ('<nextCatalog catalog="next.xml"/>', True),
        ('<delegateURI uriStartString="https://example.org/" catalog="next.xml"/>', True),
        ('<delegateURI uriStartString="https://other.org/" catalog="next.xml"/>', False),
        ('<nextCatalog catalog="catalog.xml"/>', False),
        (f'<uri name="{WEB}" uri="../../outside.rng"/>', False),
        (f'<uri name="{WEB}" uri="https://example.org/elsewhere.rng"/>', False),
        ("", False),
    ],
)
def test_a_catalog_says_which_file_stands_for_an_address(
    entries: str, found: bool, root: Path, write: Write
) -> None:
    write("schema/letter.rng", GRAMMAR.format("letter"))
    (root.parent / "outside.rng").write_text(GRAMMAR.format("letter"), "utf-8")
    write("tei/catalog.xml", catalog(entries))
    write("tei/next.xml", catalog(f'<uri name="{WEB}" uri="../schema/letter.rng"/>'))
    assert rules(judged(root, model(WEB))) == ([] if found else ["schema.not-found"])


def test_a_catalog_of_the_settings_serves_every_directory(root: Path, write: Write) -> None:
    write("schema/letter.rng", GRAMMAR.format("letter"))
    write("schema/map.xml", catalog(f'<uri name="{WEB}" uri="letter.rng"/>'))
    assert rules(judged(root, model(WEB), Choice(catalogs=("schema/map.xml",)))) == []


def test_a_catalog_that_is_no_xml_is_named(root: Path, write: Write) -> None:
    write("tei/catalog.xml", "<catalog")
    (finding,) = judged(root, model(WEB))
    assert "catalog.xml" in finding.message


def on_shelf(address: str, content: str) -> None:
    path = shelf.place(address)
    assert path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def test_what_was_added_is_found_by_its_address(root: Path) -> None:
    on_shelf(WEB, GRAMMAR.format("letter"))
    assert rules(judged(root, model(WEB))) == []
    assert rules(judged(root, model(WEB.replace("https", "http")))) == []
    assert rules(judged(root, "", Choice(preset=WEB))) == []
    assert rules(judged(root, "", Choice(asked=(WEB,)))) == []


def test_a_grammar_on_the_shelf_includes_its_neighbours_there(root: Path) -> None:
    include = f'<grammar xmlns="{RNG}"><include href="part.rng"/></grammar>'
    on_shelf(WEB, include)
    on_shelf(
        WEB.replace("letter", "part"),
        f'<grammar xmlns="{RNG}"><start>{GRAMMAR.format("letter")}</start></grammar>',
    )
    assert rules(judged(root, model(WEB))) == []


def test_an_edition_s_grammar_includes_nothing_from_outside(root: Path, write: Write) -> None:
    (root.parent / "part.rng").write_text(
        f'<grammar xmlns="{RNG}"><start>{GRAMMAR.format("letter")}</start></grammar>', "utf-8"
    )
    write("tei/letter.rng", f'<grammar xmlns="{RNG}"><include href="../../part.rng"/></grammar>')
    assert rules(judged(root, model("letter.rng"))) == ["schema.not-found"]


@pytest.mark.parametrize(
    "address",
    [
        "http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng",
        "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng",
        "https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rnc",
        "http://www.tei-c.org/Vault/P5/current/xml/tei/custom/schema/relaxng/tei_all.rng",
        "https://tei-c.org/Vault/P5/latest/xml/tei/custom/schema/relaxng/tei_all.rng",
    ],
)
def test_tei_s_own_schema_has_one_place_under_all_its_addresses(address: str, root: Path) -> None:
    on_shelf("https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng", GRAMMAR.format("letter"))
    assert rules(judged(root, model(address))) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://tei-c.org/Vault/P5/4.7.0/xml/tei/custom/schema/relaxng/tei_all.rng",
        "https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_lite.rng",
        "https://example.org/release/xml/tei/custom/schema/relaxng/tei_all.rng",
    ],
)
def test_another_release_or_customisation_is_another_schema(address: str) -> None:
    tei_all = "https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
    assert shelf.place(address) != shelf.place(tei_all)


@pytest.mark.parametrize("path", ["../../etc/passwd", "a/../../b", "", "a/%2e%2e/b", "a/b\\..\\c"])
def test_no_address_leads_off_the_shelf(path: str) -> None:
    place = shelf.place(f"https://{path}")
    assert place is None or place.resolve().is_relative_to(shelf.directory().resolve())


ODD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x">'
    '<moduleRef key="core"/></schemaSpec></TEI>'
)


def test_an_odd_that_builds_on_teis_modules_validates_nothing_and_says_what_to_do(
    root: Path, write: Write
) -> None:
    (finding,) = judged(root, "", Choice(asked=(str(write("a.odd", ODD)),)))
    assert finding.rule == "schema.not-found"
    assert "core" in finding.message
    assert "roma.tei-c.org" in finding.remedy


def test_a_schema_asked_for_that_is_not_there_is_a_refusal(root: Path) -> None:
    with pytest.raises(InputRefused, match=r"nowhere\.rng"):
        judged(root, "", Choice(asked=(str(root / "nowhere.rng"),)))
    with pytest.raises(InputRefused, match="schema add"):
        judged(root, "", Choice(asked=(WEB,)))


def test_a_new_edition_brings_the_schema_that_its_documents_name(tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "new"), "--quiet"]) == 0
    for name in ("rubricator.rng", "rubricator.sch"):
        copy = tmp_path / "new" / "schema" / name
        assert copy.read_bytes() == (resources.directory("schema") / name).read_bytes()


def test_the_command_says_that_a_document_is_not_validated(
    root: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write("tei/letter.xml", model("nowhere.rng") + '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    assert run(["validate", str(path), "-C", str(root)]) == 1
    assert "Not validated" in capsys.readouterr().out
