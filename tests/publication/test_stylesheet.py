"""A stylesheet is compiled once, told only what it declares, and reads and writes nothing by itself."""

from __future__ import annotations

import os
import pickle
import threading
from pathlib import Path

import pytest

from rubricator import resources
from rubricator.errors import Bug, InputRefused, SettingsError
from rubricator.stylesheet import DEEPEST, Outcome, Parameter, Stylesheet, Tree
from rubricator.stylesheet.lookup import Lookup

HEAD = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" expand-text="yes" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">'
    '<xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>'
)


def stylesheet(rule: str, declared: str = "") -> Stylesheet:
    text = f'{HEAD}{declared}<xsl:template match="/">{rule}</xsl:template></xsl:stylesheet>'
    return Stylesheet.compile_text(text, "test.xsl")


def users(folder: Path, rule: str, declared: str = "") -> Stylesheet:
    path = folder / "their own.xsl"
    path.write_text(
        f'{HEAD}{declared}\n<xsl:template match="/">\n{rule}</xsl:template></xsl:stylesheet>', "utf-8"
    )
    return Stylesheet.compile(path)


def test_one_tree_goes_through_many_stylesheets() -> None:
    tree = Tree.of("<a>é</a>".encode())
    assert stylesheet("<b>{.}</b>").transform(tree) == "<b>é</b>"
    assert stylesheet("<c>{/a}</c>").transform(tree) == "<c>é</c>"


@pytest.mark.parametrize(
    ("declared", "value", "result"),
    [
        ("xs:string", "é & <", "é &amp; &lt;"),
        ("xs:boolean", True, "true"),
        ("xs:integer", 7, "7"),
        ("xs:string*", ("a", "b"), "a b"),
        ("xs:string*", None, ""),
        ("document-node()", Tree.of(b"<x>in</x>"), "in"),
        ("document-node()?", None, ""),
    ],
)
def test_a_parameter_arrives_as_what_it_is(declared: str, value: Parameter, result: str) -> None:
    made = stylesheet("<b>{$p}.</b>", f'<xsl:param name="p" as="{declared}"/>')
    assert made.transform(Tree.of(b"<a/>"), {"p": value}) == f"<b>{result}.</b>"


def test_a_map_of_strings_is_a_map() -> None:
    made = stylesheet("<b>{$p?k}</b>", '<xsl:param name="p" as="map(*)"/>')
    assert made.transform(Tree.of(b"<a/>"), {"p": {"k": "v"}}) == "<b>v</b>"


def test_what_is_looked_up_is_a_map_made_once_and_travels_without_it() -> None:
    words = Lookup({"a": "x", "b": "y"})
    made = stylesheet("<b>{$p('b')}{count($p?*)}{$p('c')}</b>", '<xsl:param name="p" as="map(*)"/>')
    assert [made.transform(Tree.of(b"<a/>"), {"p": words}) for _ in range(2)] == ["<b>y2</b>"] * 2
    assert words.map(made.engine) is words.map(made.engine)
    assert dict(pickle.loads(pickle.dumps(words))) == {"a": "x", "b": "y"}


def test_a_parameter_nobody_declared_is_refused() -> None:
    with pytest.raises(Bug, match=r"no parameter 'typo' \(it has: p\)"):
        stylesheet("<b/>", '<xsl:param name="p"/>').transform(Tree.of(b"<a/>"), {"typo": "x"})


def test_parameters_of_included_modules_count(tmp_path: Path) -> None:
    inner = f'{HEAD}<xsl:param name="inner"/></xsl:stylesheet>'
    (tmp_path / "inner one.xsl").write_text(inner, "utf-8")
    made = users(tmp_path, "<b>{$inner}</b>", '<xsl:include href="inner%20one.xsl"/>')
    assert made.transform(Tree.of(b"<a/>"), {"inner": "x"}) == "<b>x</b>"


def test_the_doctype_is_dropped_and_its_names_of_characters_are_known(tmp_path: Path) -> None:
    doctype = b'<!DOCTYPE a SYSTEM "http://nowhere.invalid/a.dtd" [<!ENTITY mine "own">]>'
    data = doctype + b"<a>&eacute;&mine;&amp;&nu;</a>"
    assert stylesheet("<b>{.}</b>").transform(Tree.of(data)) == "<b>éown&amp;ν</b>"


def test_an_entity_nobody_knows_is_refused_by_name() -> None:
    data = b'<!DOCTYPE a SYSTEM "a.dtd"><a>&nonesuch;</a>'
    with pytest.raises(InputRefused, match="the entity &nonesuch; is declared nowhere"):
        stylesheet("<b/>").transform(Tree.of(data, "a.xml"))


def test_external_entities_are_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    data = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'.encode()
    with pytest.raises(InputRefused):
        stylesheet("<b>{.}</b>").transform(Tree.of(data))


@pytest.mark.parametrize("read", ["unparsed-text('{}')", "doc('{}')", "document('{}')", "json-doc('{}')"])
def test_a_running_stylesheet_reads_nothing(tmp_path: Path, read: str) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<s/>", "utf-8")
    with pytest.raises(Bug, match="prohibited"):
        stylesheet(f'<xsl:copy-of select="{read.format(secret.as_uri())}"/>').transform(Tree.of(b"<a/>"))


def test_no_expression_of_the_input_is_evaluated() -> None:
    with pytest.raises(Bug, match="evaluate"):
        stylesheet('<xsl:evaluate xpath="/a"/>').transform(Tree.of(b"<a>1+1</a>"))


def test_depth_has_one_limit() -> None:
    for depth, fine in ((DEEPEST, True), (DEEPEST + 1, False)):
        tree = Tree.of(b"<a>" * depth + b"</a>" * depth)
        if fine:
            assert stylesheet("<b/>").transform(tree) == "<b/>"
        else:
            with pytest.raises(InputRefused, match="100 deep"):
                stylesheet("<b/>").transform(tree)


def test_what_is_not_well_formed_is_refused_with_its_place() -> None:
    with pytest.raises(InputRefused) as refused:
        Tree.of(b"<a>\n<b></a>", "bad.xml")
    assert refused.value.where.startswith("bad.xml:2:")


def test_our_own_faults_are_bugs_and_theirs_are_settings(tmp_path: Path) -> None:
    with pytest.raises(Bug, match="XPST0003"):
        stylesheet('<xsl:value-of select="f("/>')
    with pytest.raises(SettingsError, match="XPST0003") as wrong:
        users(tmp_path, '<xsl:value-of select="f("/>')
    assert wrong.value.where == f"{tmp_path / 'their own.xsl'}:3"


def test_a_failure_while_running_names_file_line_and_document(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SettingsError, match=r"failed on a\.xml.*division by zero") as wrong:
        users(tmp_path, '<xsl:value-of select="1 idiv 0"/>').transform(Tree.of(b"<a/>", "a.xml"))
    assert wrong.value.where == f"{tmp_path / 'their own.xsl'}:3"
    assert capfd.readouterr().err == ""


def test_a_stylesheet_can_refuse_its_input() -> None:
    made = stylesheet('<xsl:message terminate="yes" error-code="refused">Nothing here.</xsl:message>')
    with pytest.raises(InputRefused) as refused:
        made.transform(Tree.of(b"<a/>", "a.xml"))
    assert (refused.value.what, refused.value.where) == ("Nothing here.", "a.xml")


def test_messages_come_back_with_the_result() -> None:
    made = stylesheet("<b/><xsl:message>one</xsl:message><xsl:message>two</xsl:message>")
    assert made.report(Tree.of(b"<a/>")) == Outcome("<b/>", ("one", "two"))


def test_a_stylesheet_is_compiled_once(tmp_path: Path) -> None:
    path = tmp_path / "a.xsl"
    path.write_text(f'{HEAD}<xsl:template match="/"><b/></xsl:template></xsl:stylesheet>', "utf-8")
    assert Stylesheet.compile(path) is Stylesheet.compile(path)


def test_a_stylesheet_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        Stylesheet.compile(tmp_path / "missing.xsl")
    with pytest.raises(Bug, match="cannot be read"):
        Stylesheet.compile(resources.directory("xslt") / "missing.xsl")


def test_a_second_thread_is_told_off() -> None:
    made = stylesheet("<b/>")
    caught: list[Exception] = []

    def work() -> None:
        try:
            made.transform(Tree.of(b"<a/>"))
        except Bug as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_no_file_descriptor_leaks() -> None:
    made = stylesheet("<b/>")
    before = os.dup(2)
    os.close(before)
    for _ in range(50):
        made.transform(Tree.of(b"<a/>"))
    after = os.dup(2)
    os.close(after)
    assert after == before
