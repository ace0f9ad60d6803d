"""A guest's rules stand over ours; what they cannot do, and what becomes of one that misbehaves."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from tests.publication.helpers import context, tei

from rubricator import resources
from rubricator.cli import run
from rubricator.edition.beginning import begin
from rubricator.errors import GuestFault, SettingsError
from rubricator.guest import Guest
from rubricator.guest.room import Room
from rubricator.publication.format import Published, formats
from rubricator.publication.parts import Parts
from rubricator.stylesheet import Rules

HEAD = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" expand-text="yes" '
    'xmlns:m="urn:rubricator:modes" xmlns:f="urn:rubricator:functions" exclude-result-prefixes="#all" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">\n'
)
DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "customising.md"
BODY = '<p>One <hi rend="smallcaps">two</hi> <choice><sic>thre</sic><corr>three</corr></choice>.</p>'
ENDLESS = (
    '<xsl:function name="f:end"><xsl:param name="n"/><xsl:sequence select="1 + f:end($n)"/></xsl:function>'
)

Say = pytest.CaptureFixture[str]


def guest(directory: Path, rules: str, *, seconds: int = 60, megabytes: int = 1024) -> Guest:
    """A guest whose stylesheet has *rules* from its second line on."""
    layer = directory / "my.xsl"
    layer.write_text(f"{HEAD}{rules}</xsl:stylesheet>", "utf-8")
    return Guest(layer, directory, seconds, megabytes)


def template(match: str, content: str) -> str:
    """A rule of a guest."""
    return f'<xsl:template match="{match}" mode="m:xhtml">{content}</xsl:template>'


def publish(one: Guest, *, form: str = "html", body: str = BODY) -> Published:
    """What the format makes of *body* with the guest's rules over ours."""
    (made,) = formats((form,), {form: one})
    return made.publish(context(tei(body)))


def text(made: Published) -> str:
    """The first file of what was published."""
    return made.files[0].data.decode()


def result(one: Guest, content: str) -> str:
    """What `<hi>` becomes where its rule has *content*, which nobody has looked over."""
    rules = Room(entry(), (guest(one.root, template("hi", f"<b>{content}</b>")).layer,), 60, 1024)
    parts = Parts.of(context(tei(BODY)))
    found = re.search(r"<b>(.*?)</b>", rules.report(parts.tree, parts.parameters).text)
    assert found
    return found[1]


def entry() -> Path:
    """Our entry point."""
    return resources.directory("xslt") / "publish.xsl"


@pytest.mark.parametrize("form", ["html", "text", "epub"])
def test_the_example_of_the_documentation_works_in_every_format(tmp_path: Path, form: str) -> None:
    found = re.search(r"```xml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found
    (tmp_path / "house.xsl").write_text(found[1], "utf-8")
    made = publish(Guest(tmp_path / "house.xsl", tmp_path), form=form)
    assert not made.findings
    if form == "html":
        assert re.search(r'<b style="font-variant: small-caps[^>]*>two</b>', text(made))


def test_a_guest_of_no_rules_changes_no_byte(tmp_path: Path) -> None:
    (plain,) = formats(("html",))
    assert text(publish(guest(tmp_path, ""))) == text(plain.publish(context(tei(BODY))))


def test_the_gate_stands_before_a_guest_whose_rule_never_thought_of_readings(tmp_path: Path) -> None:
    made = publish(guest(tmp_path, template("sic | corr", "<i><xsl:apply-templates mode='#current'/></i>")))
    assert not made.findings
    assert re.search(r'data-reading="diplomatic"[^>]*><i>thre</i>', text(made))


def test_a_guest_can_call_the_rule_that_it_stands_over(tmp_path: Path) -> None:
    made = publish(guest(tmp_path, template("hi", "<u><xsl:next-match/></u>")))
    assert re.search(r"<u><\w+ class=\"hi[^>]*>two</\w+></u>", text(made))


def test_the_same_words_are_proved_of_a_guest_too(tmp_path: Path) -> None:
    made = publish(guest(tmp_path, template("hi", "<b>too</b>")))
    assert [finding.rule for finding in made.findings] == ["publication.same-words"] * 2


def test_a_guest_may_have_rules_for_remarks(tmp_path: Path) -> None:
    one = guest(tmp_path, template("processing-instruction()", "<i data-added=''>{.}</i>"))
    made = publish(one, body=BODY.replace("two", "two<?mark here?>"))
    assert ">here</i>" in text(made)


def test_a_guest_sees_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUBRICATOR_SECRET", "secret")
    one = guest(tmp_path, "")
    assert result(one, "{available-environment-variables()}{environment-variable('PATH')}") == ""


@pytest.mark.parametrize(
    "expression",
    [
        "function-lookup(xs:QName('fn:unparsed-text'), 1)('{}')",
        "doc (: hidden :) ('{}')",
        "unparsed-text-lines (: hidden :) ('{}')",
        "json-doc(: hidden :)('{}')",
        "document(: hidden :)('{}')",
        "uri-collection(: hidden :)('{}')",
        "transform(: hidden :)(map{{'stylesheet-location': '{}', 'source-node': /}})?output",
    ],
)
def test_what_passes_the_looking_over_still_reads_nothing(tmp_path: Path, expression: str) -> None:
    secret = tmp_path.parent / "secret.xml"
    secret.write_text('<s xmlns:xsl="x">"SECRET"</s>', "utf-8")
    content = f'<xsl:sequence select="{expression.format(secret.as_uri())}"/>'
    with pytest.raises(GuestFault):
        result(guest(tmp_path, ""), content)


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ('<xsl:template match="hi" mode="m:xhmtl"/>', "m:xhmtl"),
        ('<xsl:template match="hi[" mode="m:xhtml"/>', "hi["),
        ("<xsl:template/>", "xsl:template"),
    ],
)
def test_a_fault_in_the_stylesheet_is_told_with_its_line(tmp_path: Path, rules: str, why: str) -> None:
    with pytest.raises(SettingsError) as fault:
        publish(guest(tmp_path, rules))
    assert str(fault.value).startswith(f"{(tmp_path / 'my.xsl').resolve()}:2: ")
    assert why in fault.value.what


def test_a_fault_on_a_document_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(GuestFault) as fault:
        publish(guest(tmp_path, template("hi", "\n<xsl:sequence select='1 div 0'/>")))
    assert fault.value.where == f"{(tmp_path / 'my.xsl').resolve()}:3"
    assert "test.xml" in fault.value.what


def test_what_a_guest_says_at_its_end_is_told(tmp_path: Path) -> None:
    with pytest.raises(GuestFault, match="“No small capitals!”"):
        publish(
            guest(tmp_path, template("hi", '<xsl:message terminate="yes">No small capitals!</xsl:message>'))
        )


def test_what_cannot_be_read_again_is_a_fault(tmp_path: Path) -> None:
    rules = '<xsl:output method="text"/>'
    with pytest.raises(GuestFault, match="not well-formed"):
        publish(guest(tmp_path, rules))


def test_a_slow_guest_is_ended_and_the_next_document_gets_a_new_room(tmp_path: Path) -> None:
    rules = template(
        "hi[. = 'slow']", '<xsl:sequence select="count((1 to 99999999) ! (1 to 9999)[. mod 7 = 0])"/>'
    )
    room = guest(tmp_path, rules, seconds=3).rules(entry())
    with pytest.raises(GuestFault, match="had not done"):
        ask(room, "<p><hi>slow</hi></p>")
    assert "quick" in ask(room, "<p><hi>quick</hi></p>")


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux limits the memory of a process.")
def test_a_hungry_guest_is_ended(tmp_path: Path) -> None:
    many = "string-join((for $i in 1 to 9999999 return 'x' || $i) => reverse())"
    room = guest(tmp_path, template("hi", f'<xsl:value-of select="{many}"/>'), megabytes=200).rules(entry())
    with pytest.raises(GuestFault, match="it needed over 200 MB"):
        ask(room, BODY)


def test_a_guest_that_calls_itself_without_end_is_ended(tmp_path: Path) -> None:
    room = guest(tmp_path, ENDLESS + template("hi", "{f:end(1)}"), seconds=20).rules(entry())
    with pytest.raises(GuestFault):
        ask(room, BODY)


def ask(room: Rules, body: str) -> str:
    """What the room's rules make of *body*."""
    parts = Parts.of(context(tei(body)))
    return room.report(parts.tree, parts.parameters).text


def test_a_failing_guest_stops_its_document_and_what_was_published_stays(tmp_path: Path, say: Say) -> None:
    root = tmp_path / "edition"
    begin(root)
    assert run(["build", "-C", str(root), "--quiet", "--to", "html"]) == 0
    before = {path: path.read_bytes() for path in (root / "output").iterdir()}
    settings = root / "rubricator.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[publish.xslt]\nhtml = "my.xsl"\n', "utf-8")
    guest(root, template("p", "{1 div 0}"))
    say.readouterr()
    assert run(["build", "-C", str(root), "--quiet", "--to", "html"]) == 1
    assert "my.xsl:2:1  publication.stylesheet" in say.readouterr().out
    guest(root, template("p", "<p>{f:language(.)}<xsl:apply-templates/></p>"))
    assert {path: path.read_bytes() for path in (root / "output").iterdir()} == before


def test_a_change_in_a_module_of_the_guest_builds_again(tmp_path: Path, say: Say) -> None:
    root = tmp_path / "edition"
    begin(root)
    settings = root / "rubricator.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[publish.xslt]\nhtml = "my.xsl"\n', "utf-8")
    guest(root, '<xsl:include href="part.xsl"/>')
    part = root / "part.xsl"
    for name in ("b", "i"):
        part.write_text(f"{HEAD}{template('soCalled', f'<{name}>{{.}}</{name}>')}</xsl:stylesheet>", "utf-8")
        run(["build", "-C", str(root), "--to", "html"])
        assert "0 of them written" not in say.readouterr().out
        run(["build", "-C", str(root), "--to", "html"])
        assert "0 of them written" in say.readouterr().out


@pytest.fixture
def say(capsys: Say) -> Say:
    """What is said."""
    return capsys
