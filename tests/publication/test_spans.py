"""What is deleted, added and restored from one place to another, and what was undone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.publication.helpers import article, plain, tei

from rubricator.publication.arrangement import arranged
from rubricator.publication.format import Publication
from rubricator.publication.spans import endless
from rubricator.publication.streams import MAIN
from rubricator.publication.words import of_document
from rubricator.tei import Reading

EDITED, DIPLOMATIC = Reading.EDITED, Reading.DIPLOMATIC


@pytest.mark.parametrize(
    ("body", "edited", "diplomatic"),
    [
        (
            '<p>One <delSpan spanTo="#e"/>two three<anchor xml:id="e"/> five.</p>',
            "One five.",
            "One ⟦two three⟧ five.",
        ),
        (  # over paragraphs, from the middle of one to the middle of another
            '<p>a <delSpan spanTo="#e"/>b</p><p>c <hi>d</hi></p><p>e<anchor xml:id="e"/> f</p>',
            "a\n\nf",
            "a ⟦b⟧\n\n⟦c d⟧\n\n⟦e⟧ f",
        ),
        ('<p>a <hi>b<delSpan spanTo="#e"/>c</hi> d<anchor xml:id="e"/> e</p>', "a b e", "a b⟦c⟧ ⟦d⟧ e"),
        # the end is the last element of it, with all it holds; or that which it stands in
        ('<p>a</p><delSpan spanTo="#q"/><p>b</p><p xml:id="q">c</p><p>d</p>', "a\n\nd", None),
        ('<p xml:id="q">a <delSpan spanTo="#q"/>b <hi>c</hi></p><p>d</p>', "a\n\nd", None),
        # lines, items and what stands round them
        (
            '<lg><l>a</l><delSpan spanTo="#e"/><l>b</l><l>c</l><anchor xml:id="e"/><l>d</l></lg>',
            "    a\n    d",
            "    a\n    ⟦b⟧\n    ⟦c⟧\n    d",
        ),
        ('<list><item>a</item><delSpan spanTo="#q"/><item xml:id="q">b</item></list>', "- a", "- a\n- ⟦b⟧"),
        # the page breaks all the same
        (
            '<p>a <delSpan spanTo="#e"/>b<pb n="2"/>c<anchor xml:id="e"/> d</p>',
            "a [p. 2] d",
            "a ⟦b⟧ [p. 2] ⟦c⟧ d",
        ),
        ('<p>a <del>b<pb n="2"/>c</del> d</p>', "a [p. 2] d", "a ⟦b⟧ [p. 2] ⟦c⟧ d"),
        (
            '<p>a <del>b <hi>c <pb n="2"/> <del>e</del></hi></del> d</p>',
            "a [p. 2] d",
            "a ⟦b⟧ ⟦c⟧ [p. 2] ⟦⟦e⟧⟧ d",
        ),
        (
            '<p>a <subst><del>b <pb n="2"/> c</del><add>d</add></subst> e</p>',
            "a d e",
            "a ⟦b [p. 2] c⟧⸌d⸍ e",
        ),
        # one within another, and two that cross
        (
            '<p>a <delSpan spanTo="#e"/>b <delSpan spanTo="#f"/>c<anchor xml:id="f"/> d'
            '<anchor xml:id="e"/> e</p>',
            "a e",
            None,
        ),
        (
            '<p>a <delSpan spanTo="#e"/>b <addSpan spanTo="#f"/>c<anchor xml:id="e"/> d'
            '<anchor xml:id="f"/> e</p>',
            "a d e",
            "a ⟦b⟧ ⸌⟦c⟧⸍ ⸌d⸍ e",
        ),
        ('<p>a <addSpan spanTo="#f"/>b</p><p>c<anchor xml:id="f"/> d</p>', None, "a ⸌b⸍\n\n⸌c⸍ d"),
        ('<p>a <mod rend="strikethrough" spanTo="#f"/>b<anchor xml:id="f"/> d</p>', "a d", "a ⟦b⟧ d"),
        ('<p>a <mod spanTo="#f"/>b<anchor xml:id="f"/> d</p>', "a b d", "a b d"),
        ('<p>a <damageSpan spanTo="#f"/>b<anchor xml:id="f"/> d</p>', "a b d", "a b d"),
        # an end that is not there, or comes before: the text stays
        ('<p>a <delSpan spanTo="#x"/>b c</p>', "a b c", "a b c"),
        ('<p>a<anchor xml:id="e"/> <delSpan spanTo="#e"/>b c</p>', "a b c", "a b c"),
        # undone, and done again
        ('<p>a <del xml:id="d">b</del> c<undo target="#d"/></p>', "a b c", "a ⟦b⟧[stet] c"),
        ('<p>a <del xml:id="d">b</del> c<undo target="#d"/><redo target="#d"/></p>', "a c", "a ⟦b⟧ c"),
        (
            '<p>a <del xml:id="d">b</del> c<undo xml:id="u" target="#d"/><undo target="#u"/></p>',
            "a c",
            "a ⟦b⟧ c",
        ),
        (
            '<p>a <delSpan xml:id="d" spanTo="#e"/>b</p><p>c<anchor xml:id="e"/> d<undo target="#d"/></p>',
            "a b\n\nc d",
            None,
        ),
        ('<p>a <add xml:id="d">b</add> c<undo target="#d"/></p>', "a c", None),
        (
            '<p>a <subst xml:id="s"><del>b</del><add>c</add></subst> d<undo target="#s"/></p>',
            "a b d",
            None,
        ),
        # a part of a deletion is taken back (Guidelines, 12.3.1.7)
        (
            "<p>This is <del><seg xml:id='a'>just some</seg> sample "
            "<seg xml:id='b'>text</seg>, we need</del> "
            "<add>not</add> it. <undo target='#a #b'/></p>",
            "This is just some text not it.",
            "This is ⟦just some⟧[stet] ⟦sample⟧ ⟦text⟧[stet]⟦, we need⟧ ⸌not⸍ it.",
        ),
        ("<p>a <del>b <restore>c</restore> d</del> e</p>", "a c e", "a ⟦b⟧ ⟦c⟧[stet] ⟦d⟧ e"),
        (
            '<p>a <del>b <undo spanTo="#z"/>c<anchor xml:id="z"/> d</del> e</p>',
            "a c e",
            "a ⟦b⟧ ⟦c⟧[stet] ⟦d⟧ e",
        ),
        ("<p>a <restore>b <hi><del>c</del></hi></restore> d</p>", "a b c d", "a b ⟦c⟧[stet] d"),
        ("<p>a <restore><del>b <del>c</del></del></restore> d</p>", "a b d", "a ⟦b ⟦c⟧⟧[stet] d"),
    ],
)
def test_what_runs_from_one_place_to_another(body: str, edited: str | None, diplomatic: str | None) -> None:
    assert edited is None or plain(body).rstrip() == edited
    assert diplomatic is None or plain(body, reading=DIPLOMATIC).rstrip() == diplomatic


_MOVED = '<transpose><ptr target="#y"/><ptr target="#x"/></transpose>'


@pytest.mark.parametrize(
    ("body", "edited", "diplomatic"),
    [
        (
            '<p>a <seg xml:id="x">late</seg> and <seg xml:id="y">soon</seg>, b</p>',
            "a soon and late, b",
            "a ⇄2 late and ⇄1 soon, b",
        ),
        (  # whole lines
            '<lg><l xml:id="x">late</l><l>and</l><l n="5" xml:id="y">soon</l><l>b</l></lg>',
            "  5 soon\n    and\n    late\n    b",
            "    ⇄2 late\n    and\n  5 ⇄1 soon\n    b",
        ),
        ('<div><p xml:id="x">late</p><p xml:id="y">soon</p></div>', "soon\n\nlate", "⇄2 late\n\n⇄1 soon"),
        (  # the writer's own marks say so
            '<lg><l xml:id="x"><metamark function="transposition" target="#x">2.</metamark> late</l>'
            '<l xml:id="y"><metamark function="transposition" target="#y">1.</metamark> soon</l></lg>',
            "    soon\n    late",
            "    2. late\n    1. soon",
        ),
        (  # items of a list stay where they are
            '<list><item xml:id="x">late</item><item xml:id="y">soon</item></list>',
            "- late\n- soon",
            "- ⇄2 late\n- ⇄1 soon",
        ),
        (  # so do lines and words that call a note, which is there once
            '<lg><l xml:id="x">late<note>n</note></l><l xml:id="y">soon</l></lg>',
            "    late[1]\n    soon",
            None,
        ),
        (
            '<p><seg xml:id="x">late<note>n</note></seg> and <seg xml:id="y">soon</seg></p>',
            "late[1] and soon",
            None,
        ),
        ('<p><seg xml:id="x">late</seg> and soon</p>', "late and soon", "late and soon"),
        ('<p>late<anchor xml:id="x"/> and <anchor xml:id="y"/>soon</p>', "late and soon", "late and soon"),
    ],
)
def test_what_was_wanted_in_another_order(body: str, edited: str, diplomatic: str | None) -> None:
    moved = f"{body}<listTranspose>{_MOVED}</listTranspose>"
    assert plain(moved).split("\n\n\n")[0].rstrip() == edited
    assert diplomatic is None or plain(moved, reading=DIPLOMATIC).rstrip() == diplomatic


@pytest.mark.parametrize(
    "body",
    [
        "<p>a</p><p><del>b</del></p><p>c</p>",
        "<p>a</p><lg><l><del>b</del></l><l><del>c</del></l></lg><p>d</p>",
        "<p>a</p><div><head><del>b</del></head><p><del>c</del></p></div>",
        "<list><item>a</item><item><del>b</del></item></list>",
    ],
)
def test_what_has_nothing_left_leaves_no_gap(body: str) -> None:
    made = article(body, Publication(readings=(EDITED,)))
    assert re.search(r"<(p|li|ul|h2|section)\b[^>]*>\s*</|<div class=\"(l|lg|list|item)\"></", made) is None
    both = article(body, Publication(readings=(EDITED, DIPLOMATIC)))
    assert re.search(r'<(p|li|div) class="(p|item|l)" data-reading="diplomatic" hidden="hidden">', both)


def test_a_page_break_in_it_keeps_a_paragraph() -> None:
    assert 'class="pb"' in article('<p><del>b</del><pb n="2"/></p>', Publication(readings=(EDITED,)))


def test_it_is_told_once_however_many_lines_it_goes_over() -> None:
    body = '<delSpan spanTo="#e"/><lg><l>a</l><l>b</l><l>c</l></lg><anchor xml:id="e"/>'
    assert article(body, Publication(readings=(DIPLOMATIC,))).count("[Deleted:") == 1


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('<p>a <delSpan spanTo="#x"/>b</p>', ["#x"]),
        ('<p><anchor xml:id="e"/>a <addSpan spanTo="#e"/>b</p>', ["#e"]),
        ('<p>a <delSpan spanTo="#e"/>b<anchor xml:id="e"/></p>', []),
        ('<p xml:id="p">a <delSpan spanTo="#p"/>b</p>', []),
        ("<p>a <delSpan/>b</p>", []),
    ],
)
def test_an_end_that_is_not_known_is_reported(body: str, named: list[str]) -> None:
    found = list(endless(etree.fromstring(tei(body)), "x.xml"))
    assert [name for finding in found for name in named if f'"{name}"' in finding.message] == named
    assert len(found) == len(named)


def test_a_document_without_any_is_itself() -> None:
    root = etree.fromstring(tei("<p>a <del>b</del> <restore><del>c</del></restore> <mod>d</mod></p>"))
    assert arranged(root) is root


def test_the_document_that_was_read_is_not_changed() -> None:
    root = etree.fromstring(tei('<p>One <delSpan spanTo="#e"/>two<anchor xml:id="e"/> five.</p>'))
    before = etree.tostring(root)
    assert arranged(root) is not root
    assert etree.tostring(root) == before


@st.composite
def _drafts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A body with numbered words, and from which to which of them it is deleted."""
    words = draw(st.integers(2, 9))
    spans = draw(st.lists(st.tuples(st.integers(0, words), st.integers(0, words)).map(sorted), max_size=3))
    opened: list[str] = []
    made: list[str] = []
    for at in range(words + 1):
        for number, (begin, end) in enumerate(spans):
            made += [f'<anchor xml:id="e{number}"/>'] * (end == at and begin < end)
        for number, (begin, end) in enumerate(spans):
            made += [f'<delSpan spanTo="#e{number}"/>'] * (begin == at and begin < end)
        if at == words:
            break
        step = draw(st.sampled_from(["stay", "in", "out", "next"]))
        if step == "in" and len(opened) < 3:
            opened.append(draw(st.sampled_from(["hi", "seg", "q"])))
            made.append(f"<{opened[-1]}>")
        elif step == "out" and opened:
            made.append(f"</{opened.pop()}>")
        elif step == "next" and not opened:
            made.append("</p><p>")
        made.append(f" w{at} {draw(st.sampled_from(['', '<lb/>', '<pb/>']))}")
    made += [f"</{name}>" for name in reversed(opened)]
    return f"<p>{''.join(made)}</p>", [(begin, end) for begin, end in spans]


@settings(max_examples=60)
@given(_drafts())
def test_each_word_between_the_two_places_is_deleted_and_no_other(
    draft: tuple[str, list[tuple[int, int]]],
) -> None:
    body, spans = draft
    root = etree.fromstring(tei(body))
    every = re.findall(r"w\d", body)
    left = [word for at, word in enumerate(every) if not any(begin <= at < end for begin, end in spans)]
    assert of_document(root, EDITED).running(MAIN).split() == left
    assert of_document(root, DIPLOMATIC).running(MAIN).split() == every
    assert "".join(map(str, arranged(root).itertext())) == "".join(map(str, root.itertext()))
