"""The text: divisions, heads, paragraphs, lists, verse, notes, opener and closer, from a transcription."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rubricator.encoding.emphasis import with_emphasis
from rubricator.encoding.quotation import Passage, passages
from rubricator.encoding.serialize import Child, Node, node
from rubricator.transcription import Block, BlockKind, Field, Transcription
from rubricator.transcription.attribution import is_attribution
from rubricator.transcription.notes import marks_in

_WRAPPERS = (
    BlockKind.DATELINE,
    BlockKind.SALUTE,
    BlockKind.SIGNATURE,
    BlockKind.ADDRESS,
    BlockKind.LETTERHEAD,
)
_QUOTED = (BlockKind.QUOTATION, BlockKind.VERSE)
_HEADS = (BlockKind.HEADING, BlockKind.ENTRY)
_NO_TEXT = (BlockKind.RULE, BlockKind.FIGURE)
_BOTTOM = (*_WRAPPERS, BlockKind.POSTSCRIPT)
_WRAPPER_NAMES = {
    BlockKind.DATELINE: "dateline",
    BlockKind.SALUTE: "salute",
    BlockKind.SIGNATURE: "signed",
}
_DIVISION = re.compile(r"(?P<type>part|book|volume|chapter|section|letter|lecture|act|appendix)\b", re.I)
_NOTES = re.compile(r"(?:foot|end)?notes?", re.I)
_FROM_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BULLETS = "•·◦▪*-–"


@dataclass
class _Ids:
    """The ids given so far: a letter for the kind of block, and a number."""

    given: Counter[str] = field(default_factory=Counter)

    def __call__(self, letter: str) -> str:
        self.given[letter] += 1
        return f"{letter}{self.given[letter]}"


@dataclass(frozen=True)
class _Call:
    """A mark in the text that calls a note, and the note that takes its place."""

    start: int
    end: int
    note: Node


def text(transcription: Transcription, *, language: str, kind: str = "text") -> Node:
    """The `text` element of a transcription; *kind* is the type of its division (`article`, `letter` …)."""
    return _Encoder(transcription).text(language, kind)


class _Encoder:
    def __init__(self, transcription: Transcription) -> None:
        self.ids = _Ids()
        self.heads = list(transcription.heads())
        self.blocks = [block for block in transcription.blocks if block.kind is not BlockKind.NOTE]
        notes = [block for block in transcription.blocks if block.kind is BlockKind.NOTE]
        self.marks = {block.mark: [block] for block in notes if block.mark}
        current: list[Block] = []
        for block in notes:
            if block.mark:
                current = self.marks[block.mark]
            else:
                current.append(block)
        self.placed: set[str] = set()
        self.asterisks = not any(mark.strip("[()]").startswith("*") for mark in self.marks)
        quoted = _quoted([*self.blocks, *notes])
        self.quoted = {
            block: with_emphasis("\n".join(block.lines), found, self.asterisks)
            for block, found in quoted.items()
        }

    def text(self, language: str, kind: str) -> Node:
        identifier = self.ids("d")
        heads = [self._title(part) for part in self.heads]
        blocks, after = _divided(self.blocks)
        content = self._letters(blocks, 0)
        if not (heads or content):
            content = [node("p", {"xml:id": self.ids("p")})]
        article = node("div", {"type": kind, "xml:id": identifier}, *heads, *content)
        back = node("back", None, *self._division(after, 0)) if after else None
        return node("text", {"xml:lang": language}, node("body", None, article), back)

    def _letters(self, blocks: Sequence[Block], level: int) -> list[Node]:
        """The content of a division: where letters follow each other in it, each a division of its own."""
        above = next((index for index, block in enumerate(blocks) if block.kind in _HEADS), len(blocks))
        begins = [index for index in range(above) if blocks[index].begins]
        if len(begins) < 2:
            return self._letter(blocks, level)
        made = self._letter(blocks[: begins[0]], level) if begins[0] else []
        for start, end in zip(begins, [*begins[1:], above], strict=True):
            identifier = self.ids("d")
            inner = self._letter(blocks[start:end], level)
            made.append(node("div", {"type": "letter", "xml:id": identifier}, *inner))
        return [*made, *self._division(blocks[above:], level)]

    def _letter(self, blocks: Sequence[Block], level: int) -> list[Node]:
        """A division with what opens and closes it, as a letter's dateline, salutation and signature do."""
        start, end = 0, len(blocks)
        while start < end and blocks[start].kind in _WRAPPERS:
            start += 1
        last = max((n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADING), default=-1)
        of_a_letter_below = 0 <= last < end - 1 and blocks[last + 1].kind in _WRAPPERS
        while end > start and blocks[end - 1].kind in _BOTTOM and not of_a_letter_below:
            end -= 1
        if all(block.kind in _NO_TEXT for block in blocks[start:end]):
            # TEI wants something to stand above what closes a text.
            end = len(blocks)
        opener = self._wrapper("opener", blocks[:start])
        content = self._division(blocks[start:end], level)
        return [*opener, *content, *self._closing(blocks[end:])]

    def _division(self, blocks: Sequence[Block], level: int) -> list[Node]:
        """The blocks of a division up to its first sub-division, and the sub-divisions, each with its own."""
        heads = [index for index, block in enumerate(blocks) if block.kind in _HEADS]
        first = heads[0] if heads else len(blocks)
        content = self._run(blocks[:first])
        if not heads:
            return content
        depth = min(blocks[index].level for index in heads if blocks[index].level > level)
        starts = [index for index in heads if blocks[index].level <= depth or index == first]
        for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
            head = blocks[start]
            identifier = self.ids("d")
            made = self._day(head) if head.kind is BlockKind.ENTRY else self._head(head)
            inner = self._letters(blocks[start + 1 : end], max(depth, head.level))
            content.append(node("div", {"type": _type(head), "xml:id": identifier}, made, *inner))
        return content

    def _run(self, blocks: Sequence[Block]) -> list[Node]:
        made: list[Node] = []
        groups = deque((kind, list(group)) for kind, group in groupby(blocks, key=lambda block: block.kind))
        while groups:
            kind, group = groups.popleft()
            if kind in _QUOTED and groups and groups[0][0] is BlockKind.PARAGRAPH:
                below = groups[0][1]
                if is_attribution(below[0].text):
                    made += self._cited(kind, group, below.pop(0))
                    if not below:
                        groups.popleft()
                    continue
            if kind in _QUOTED and len(group) > 1 and is_attribution(group[-1].text):
                made += self._cited(kind, group[:-1], group[-1])
            else:
                made += self._group(kind, group)
        return made

    def _cited(self, kind: BlockKind, group: list[Block], source: Block) -> list[Node]:
        """A quotation with the line below it that says where it is from."""
        *before, last = self._group(kind, group)
        quoted = last if last.name == "quote" else node("quote", None, last)
        return [*before, node("cit", None, quoted, node("bibl", None, *self._inline(source)))]

    def _group(self, kind: BlockKind, blocks: list[Block]) -> list[Node]:
        if kind is BlockKind.ITEM:
            return [self._list(blocks)]
        if kind is BlockKind.QUOTATION:
            identifier = self.ids("b")
            return [node("quote", {"xml:id": identifier}, *map(self._paragraph, blocks))]
        if kind is BlockKind.VERSE:
            return [self._verse(block) for block in blocks]
        if kind is BlockKind.ORNAMENT:
            return [node("ab", {"type": "ornament", "xml:id": self.ids("m")}, block.text) for block in blocks]
        if kind is BlockKind.RULE:
            return [
                node("milestone", {"unit": "section", "rend": "rule", "xml:id": self.ids("m")})
                for _ in blocks
            ]
        if kind is BlockKind.FIGURE:
            return [self._figure(block) for block in blocks]
        return [self._paragraph(block) for block in blocks]

    def _figure(self, block: Block) -> Node:
        """A picture that the transcription mentions, with its caption; the picture itself is not there."""
        identifier = self.ids("f")
        caption = node("head", None, *self._inline(block)) if block.lines else None
        return node("figure", {"xml:id": identifier}, caption)

    def _paragraph(self, block: Block) -> Node:
        return node("p", {"xml:id": self.ids("p")}, *self._inline(block))

    def _verse(self, block: Block) -> Node:
        lines = [node("l", None, *self._line(line)) for line in block.lines]
        return node("lg", {"xml:id": self.ids("v")}, *lines)

    def _list(self, blocks: Sequence[Block]) -> Node:
        identifier = self.ids("l")
        rend = "bulleted" if blocks[0].mark in _BULLETS else "numbered"
        items: list[Node] = []
        for block in blocks:
            items += [node("label", None, block.mark), node("item", None, *self._inline(block))]
        return node("list", {"rend": rend, "xml:id": identifier}, *items)

    def _day(self, block: Block) -> Node:
        """The opener of an entry: the day that begins it."""
        dateline = node("dateline", None, *self._inline(block))
        return node("opener", {"xml:id": self.ids("o")}, dateline)

    def _head(self, block: Block) -> Node:
        return node("head", {"xml:id": self.ids("h")}, *self._inline(block))

    def _title(self, part: Field) -> Node:
        """A head from the title block; marks in it call no notes."""
        whole = "\n".join(part.lines)
        kind = "" if part.name == "title" else "sub"
        content = _nested(
            whole,
            0,
            len(whole),
            deque(with_emphasis(whole, passages([whole])[0], self.asterisks)),
            deque(),
            self._attributes,
        )
        return node("head", {"type": kind, "xml:id": self.ids("h")}, *content)

    def _wrapper(self, name: str, blocks: Sequence[Block]) -> list[Node]:
        if not blocks:
            return []
        identifier = self.ids("c" if name == "closer" else "o")
        inner: list[Child] = []
        for kind, group in groupby(blocks, key=lambda block: block.kind):
            lines = [self._line("\n".join(block.lines)) for block in group]
            if kind is BlockKind.ADDRESS:
                inner.append(node("address", None, *(node("addrLine", None, *line) for line in lines)))
            elif kind is BlockKind.LETTERHEAD:
                inner += [node("seg", {"type": "letterhead"}, *line) for line in lines]
            else:
                inner += [node(_WRAPPER_NAMES[kind], None, *line) for line in lines]
        return [node(name, {"xml:id": identifier}, *inner)]

    def _closing(self, blocks: Sequence[Block]) -> list[Node]:
        made: list[Node] = []
        for postscript, group in groupby(blocks, key=lambda block: block.kind is BlockKind.POSTSCRIPT):
            if postscript:
                identifier = self.ids("s")
                made.append(node("postscript", {"xml:id": identifier}, *map(self._paragraph, group)))
            else:
                made += self._wrapper("closer", list(group))
        return made

    def _inline(self, block: Block) -> list[Child]:
        return self._children("\n".join(block.lines), self.quoted[block])

    def _line(self, whole: str) -> list[Child]:
        """The children of a line in which nothing is quoted."""
        return self._children(whole, with_emphasis(whole, [], self.asterisks))

    def _children(self, whole: str, quoted: Sequence[Passage]) -> list[Child]:
        """The children of a block of the words *whole*; a line feed is a line break that was meant."""
        calls: deque[_Call] = deque()
        for match in marks_in(whole) if self.marks else []:
            if match.group() in self.marks and match.group() not in self.placed:
                self.placed.add(match.group())
                calls.append(_Call(match.start(), match.end(), self._note(match.group())))
        return _nested(whole, 0, len(whole), deque(quoted), calls, self._attributes)

    def _note(self, mark: str) -> Node:
        blocks = self.marks[mark]
        number = self.ids("n")
        label = re.sub(r"[\[\]()]", "", mark).translate(_FROM_SUPERSCRIPT)
        attributes = {"place": "end", "n": label, "xml:id": number}
        if len(blocks) == 1:
            return node("note", attributes, *self._plain(blocks[0]))
        return node("note", attributes, *(node("p", None, *self._plain(block)) for block in blocks))

    def _plain(self, block: Block) -> list[Child]:
        whole = "\n".join(block.lines)
        return _nested(whole, 0, len(whole), deque(self.quoted[block]), deque(), self._attributes)

    def _attributes(self, passage: Passage) -> dict[str, str]:
        """The attributes of a quoted passage: those that join the parts of one that runs over paragraphs."""
        if passage.name == "hi":
            return {"rend": "italic"}
        if not (passage.opens or passage.resumes):
            return {}
        number = self.ids.given["q"] + 1
        return {
            "xml:id": self.ids("q"),
            "prev": f"#q{number - 1}" if passage.resumes else "",
            "next": f"#q{number + 1}" if passage.opens else "",
        }


def _divided(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks up to the closer, and the sections (unpaired notes) that follow it."""
    for index in range(len(blocks) - 1, 0, -1):
        if blocks[index].kind in _WRAPPERS:
            break  # below the heading stands a letter, with what opens or closes it
        if blocks[index].kind is BlockKind.HEADING and blocks[index - 1].kind in _BOTTOM:
            return blocks[:index], blocks[index:]
    return blocks, ()


def _quoted(blocks: Sequence[Block]) -> dict[Block, list[Passage]]:
    """The quoted passages of each block: those that follow each other may share one, others cannot."""
    found: dict[Block, list[Passage]] = {}
    for _, group in groupby(blocks, key=lambda block: block.kind):
        run = list(group)
        for block, quoted in zip(run, passages(["\n".join(block.lines) for block in run]), strict=True):
            found[block] = quoted
    return found


def _nested(
    whole: str,
    start: int,
    end: int,
    quoted: deque[Passage],
    calls: deque[_Call],
    attributes: Callable[[Passage], dict[str, str]],
) -> list[Child]:
    """The characters *start* to *end* of *whole* as text, line breaks, notes and quoted passages.

    *quoted* (outer before inner) and *calls* are taken from the left as they are met.
    """
    children: list[Child] = []
    position = start
    while True:
        passage = quoted[0] if quoted and quoted[0].start < end else None
        call = calls[0] if calls and calls[0].start < end else None
        if passage and (call is None or passage.start < call.start):
            children += _broken(whole[position : passage.start])
            quoted.popleft()
            given = attributes(passage)  # before those of what is inside, so that ids follow the text
            first, last = passage.start + passage.mark, passage.end - passage.mark
            inner = _nested(whole, first, last, quoted, calls, attributes)
            children.append(node(passage.name, given, *inner))
            position = passage.end
        elif call:
            between = whole[position : call.start]
            spaced = whole[call.end : call.end + 1] in (" ", "")  # the note stands at its word
            children += _broken(between.rstrip(" ") if spaced or not between.strip() else between)
            children.append(call.note)
            calls.popleft()
            position = call.end
        else:
            return [*children, *_broken(whole[position:end])]


def _broken(text: str) -> list[Child]:
    """*text* with an `lb` for each line feed."""
    first, *others = text.split("\n")
    children: list[Child] = [first]
    for other in others:
        children += [node("lb"), other]
    return children


def _type(head: Block) -> str:
    if head.kind is BlockKind.ENTRY:
        return "entry"
    match = _DIVISION.match(head.text)
    if match:
        return match["type"].lower()
    return "notes" if _NOTES.fullmatch(head.text.rstrip(":")) else "section"
