"""Laws that hold for every transcription: those in `tests/transcription/texts`, and any made up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from rubricator.document import Document
from rubricator.encoding.emphasis import emphasis
from rubricator.encoding.encode import encode
from rubricator.encoding.quotation import Passage
from rubricator.errors import InputRefused
from rubricator.resources import directory
from rubricator.source import Source
from rubricator.transcription import Block, BlockKind, Field, Transcription, read
from rubricator.transcription.notes import marks_in

TEXTS = sorted((Path(__file__).parent.parent / "transcription" / "texts").glob("*.txt"))

WORDS = (
    "the a of and sea harbour Stalin Germany 1933 May No. pp. Vol. IV I V. ’tis workers’ don't Written:"
    " Source:"
    ' Notes return next Dear Yours, [1] [2] ¹ (1) 1. 2. • - * “so “so” ‘so’ ‘so "so" "so so" «so» „so“ said'
    " the word Letter, L. Trotsky Prinkipo, 12 May 1933 _so_ *so* _The_ *_ /_so_ so_so & < > ]]>"
    " {} — – … re- CAPITALS"
).split(" ")
LABELS = [
    "Written",
    "Source",
    "First Published",
    "Translated",
    "Transcription/HTML Markup",
    "Copyleft",
    "Unknown Thing",
    "Last updated on",
    "Author",
]

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
prose = st.lists(st.sampled_from(WORDS), min_size=15, max_size=40).map(lambda some: " ".join(some) + ".")
lines = st.one_of(
    words,
    prose,
    st.builds("{}: {}".format, st.sampled_from(LABELS), words),
    st.sampled_from(
        [
            "* * *",
            "-----",
            "Notes",
            "I",
            "Chapter 2",
            "return return",
            "Top of the page",
            "[Footnote A: Here, and there.]",
            "the sea[A] was",
            "[Illustration: A boat]",
            "[Illustration]",
            "Monday, 3 June.",
            "4th. Rain.",
            "*** START OF THE PROJECT GUTENBERG EBOOK NOTES ***",
            "*** END OF THE PROJECT GUTENBERG EBOOK NOTES ***",
            "    set in",
            "(May 1933)",
            "Hull, 3 May 1821",
            "The Elms,",
            "Sunday night",
            "Dear Sir,",
            "To the Mayor of Hull",
            "No. 412.",
            "Yours ever,",
            "M. Wren",
            "P. S. Burn this.",
            "— J. Miller, The Loaf, p. 3",
        ]
    ),
)
files = st.lists(
    st.tuples(lines, st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n\r\n", "\n  "])), min_size=1, max_size=25
).map(lambda parts: "".join(line + end for line, end in parts))
characters = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=300
)
anything = st.one_of(files, characters)
modest = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def squeezed(text: str) -> str:
    return "".join(text.split())


def refused_or_read(text: str) -> Transcription | None:
    try:
        return read(Source(text.encode(), "made-up.txt"))
    except InputRefused:
        return None


def unaccounted(transcription: Transcription) -> str:
    """What of the source is in no part, or in two; and what a part holds that is not there in the source."""
    markup = transcription.source.markup
    position = 0
    for part in transcription.parts:
        assert part.span is not None
        here = squeezed(markup[part.span.start : part.span.end])
        if part.span.start < position or markup[position : part.span.start].strip():
            return f"before {part}"
        bracketed = re.fullmatch(r"\[(?:Footnote|Most).*\]", here, re.S)
        if bracketed and ((isinstance(part, Field) and part.label) or _is_note(part)):
            here = here[1:-1]  # [Footnote A: …], [Most recently updated: …]
        exact: object
        if isinstance(part, Field):
            said = squeezed(part.value)
            before = here[: len(here) - len(said)].replace(squeezed(part.label), "", 1)
            exact = here.endswith(said) and re.fullmatch(r"(?:by|:)?", before, re.I)
        elif isinstance(part, Block) and part.kind is BlockKind.FIGURE:
            exact = re.fullmatch(rf"\[Illustration:?{re.escape(squeezed(part.text))}\]", here, re.I)
        elif _is_note(part):
            exact = here.endswith(squeezed(part.text))
        elif isinstance(part, Block):
            exact = here == squeezed(part.mark + part.text)
        else:
            exact = here == squeezed(part.text)
        if not exact:
            return f"{part} is not {here}"
        position = part.span.end
    return markup[position:].strip()


def _is_note(part: object) -> bool:
    return isinstance(part, Block) and part.kind is BlockKind.NOTE


def witness(transcription: Transcription) -> str:
    """The words of the text: heads and blocks in order, without the marks of notes, then the notes."""
    notes = [block for block in transcription.blocks if block.kind is BlockKind.NOTE]
    main = [field.value for field in transcription.heads()]
    marks = {note.mark for note in notes if note.mark}
    placed: set[str] = set()
    for block in transcription.blocks:
        if block.kind in (BlockKind.NOTE, BlockKind.RULE):
            continue
        text = block.text
        for match in marks_in(text):
            if match.group() in marks - placed:
                placed.add(match.group())
                text = text.replace(match.group(), "", 1)
        main += [block.mark, text]
    words = [*main, *(note.text for note in notes)]
    asterisks = not any(mark.strip("[()]").startswith("*") for mark in marks)
    return " ".join(unmarked(text, emphasis(text, asterisks)) for text in words)


def unmarked(text: str, passages: Iterable[Passage]) -> str:
    """*text* without the marks of what is set off in it."""
    out = {at for one in passages if one.mark for at in (one.start, one.end - 1)}
    return "".join(character for at, character in enumerate(text) if at not in out)


def broken_laws(transcription: Transcription) -> list[str]:
    """What is wrong with the transcription or with the document it becomes, but for its validity."""
    source = encode(transcription)
    text = Document.of(source).text
    broken = [unaccounted(transcription)]
    if text.split() != witness(transcription).split():
        broken.append(f"other words: {text.split()} for {witness(transcription).split()}")
    ids = re.findall(rb'xml:id="([^"]*)"', source.data)
    if len(set(ids)) < len(ids):
        broken.append("an id was given twice")
    pointers = set(re.findall(rb'(?:who|next|prev|target)="#([^"]*)"', source.data))
    if pointers - set(ids):
        broken.append("a pointer leads nowhere")
    return [law for law in broken if law]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.stem))
def test_every_word_of_a_text_arrives(path: Path) -> None:
    assert broken_laws(read(Source.read(path))) == []


@modest
@given(anything)
@example("the\n[Footnote A: Here.]\n* * *\n*** START OF THE PROJECT GUTENBERG EBOOK NOTES ***\n")
def test_every_word_of_any_text_arrives(text: str) -> None:
    transcription = refused_or_read(text)
    if transcription:
        assert broken_laws(transcription) == []


def complaints(schema: etree.RelaxNG, transcription: Transcription) -> list[str]:
    schema.validate(etree.fromstring(encode(transcription).data))
    return [error.message for error in schema.error_log]


@pytest.fixture(scope="module")
def own_grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(directory("schema") / "rubricator.rng")))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.stem))
def test_every_text_is_valid_by_our_own_schema(path: Path, own_grammar: etree.RelaxNG) -> None:
    assert complaints(own_grammar, read(Source.read(path))) == []


@modest
@given(anything)
def test_any_text_is_valid_by_our_own_schema(own_grammar: etree.RelaxNG, text: str) -> None:
    transcription = refused_or_read(text)
    if transcription:
        assert complaints(own_grammar, transcription) == []


@pytest.mark.shared
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.stem))
def test_every_text_becomes_valid_tei(path: Path, tei_all: etree.RelaxNG) -> None:
    assert complaints(tei_all, read(Source.read(path))) == []


@pytest.mark.shared
@modest
@given(anything)
def test_any_text_becomes_valid_tei(tei_all: etree.RelaxNG, text: str) -> None:
    transcription = refused_or_read(text)
    if transcription:
        assert complaints(tei_all, transcription) == []
