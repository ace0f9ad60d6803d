"""Quotation: whether a passage between quotation marks is quoted, mentioned, or held at arm's length.

TEI Guidelines, 3.3.3: `quote` is somebody else's text, `mentioned` a word spoken of, `soCalled` a word whose
use the author does not answer for, and `q` what stands in quotation marks for another reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rubricator.encoding.marks import pairs


@dataclass(frozen=True, slots=True)
class Passage:
    """The characters *start* to *end* of a text, quotation marks included, and the element they are.

    At each end *mark* characters are markup of the transcription, and are taken out.

    *opens* says that the passage goes on in the next paragraph, *resumes* that it began in an earlier one.
    """

    start: int
    end: int
    name: str = "q"
    opens: bool = False
    resumes: bool = False
    mark: int = 0


def passages(paragraphs: Sequence[str]) -> list[list[Passage]]:
    """The quoted passages of each of the *paragraphs*, which follow each other; none crosses another."""
    openings = sum(text[:1] in tuple('“"‘«„') for text in paragraphs)
    narrative = openings >= max(3, 0.2 * len(paragraphs))
    found: list[list[Passage]] = []
    running = ""  # the mark of a quotation that goes on over the paragraph's end
    for index, text in enumerate(paragraphs):
        between, unclosed = pairs(text)
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else ""
        resumes = bool(running) and text.startswith(running)
        running = ""
        here = [Passage(start, end) for start, end in between]
        if unclosed and following.startswith(text[unclosed[0]]):
            running = text[unclosed[0]]
            start = unclosed[0]
            here = [passage for passage in here if passage.start > start or passage.end <= start]
            here.append(Passage(start, len(text), opens=True))
            here.sort(key=lambda passage: (passage.start, -passage.end))
        found.append(_named(text, here, resumes=resumes, narrative=narrative))
    return _linked(found)


def _linked(found: list[list[Passage]]) -> list[list[Passage]]:
    """*found* without the parts of quotations that run over paragraphs and then never close."""
    for index in range(len(found) - 1, -1, -1):
        following = found[index + 1] if index + 1 < len(found) else []
        goes_on = any(passage.start == 0 and passage.resumes for passage in following)
        found[index] = [passage for passage in found[index] if goes_on or not passage.opens]
    return found


def _named(text: str, here: Sequence[Passage], *, resumes: bool, narrative: bool) -> list[Passage]:
    """The passages of one paragraph with their names; words that are named together are named alike."""
    named: list[Passage] = []
    for passage in here:
        first = resumes and passage.start == 0
        name = "quote" if first or passage.opens else _name(text, passage, narrative=narrative)
        before = named[-1] if named else None
        if name in ("soCalled", "q") and before and before.name == "mentioned":
            between = text[before.end : passage.start]
            name = "mentioned" if _TOGETHER.fullmatch(between) else name
        named.append(replace(passage, name=name, resumes=first))
    return named


def _one_of(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_TOGETHER = re.compile(r",?\s*(?:and|or|nor)?\s*(?:the\s)?")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_THE_WORD = re.compile(
    r"\b"
    + _one_of(
        """words? terms? phrases? expressions? epithets? adjectives? nouns? verbs? adverbs? pronouns? names?
        prepositions? conjunctions? syllables? prefix suffix spellings? monosyllables?"""
    )
    + r"(?:\s+(?:of|like|such as|as))?[,:]?\s*$",
    re.I,
)
_THE_LETTER = re.compile(r"\bletters?\s*$", re.I)
_MEANS = re.compile(
    r"\s*(?:means?|meant|signif(?:y|ies|ied)|denotes?|denoted|(?:is|was) derived from"
    r"|(?:is|was|as) (?:an?|the|only a|merely a) (?:\w+ )?(?:word|term|phrase|expression|name))\b"
)
_SO_CALLED = re.compile(
    r"\b(?:so[- ]called|self[- ]styled|soi[- ]disant|known as|"
    + _one_of("called termed dubbed styled labell?ed nicknamed christened baptized calls?")
    + "|"
    + _one_of("it them him her this that themselves itself himself herself")
    + r" as)\s*(?:an?|the|its|their|his|her)?\s*$",
    re.I,
)
_SAYS = re.compile(
    r"\b"
    + _one_of(
        """sa(?:id|ys?|ying) wr(?:ote|ites?|itten|iting) ask(?:ed|s|ing)? repl(?:ied|ies|y|ying)
        answer(?:ed|s|ing)? declar(?:ed|es?|ing) stat(?:ed|es?|ing) add(?:ed|s|ing) announc(?:ed|es?|ing)
        proclaim(?:ed|s|ing)? cr(?:ied|ies|ying) exclaim(?:ed|s|ing)? shout(?:ed|s|ing)?
        assert(?:ed|s|ing)? explain(?:ed|s|ing)? continu(?:ed|es|ing) conclud(?:ed|es|ing)
        remark(?:ed|s|ing)? observ(?:ed|es|ing) affirm(?:ed|s|ing)? insist(?:ed|s|ing)?
        whisper(?:ed|s|ing)? murmur(?:ed|s|ing)? read(?:s|ing)? quot(?:ed|es?|ing) told tells? slogan
        motto"""
    )
    + r"(?:\b[^.?!]{0,40}:|(?:\s+\w+){0,3},)?\s*$",
    re.I,
)
_DETERMINED = re.compile(
    r"\b"
    + _one_of("an? the this that these those his her its our their my your no every such of")
    + r"\s+(?:\w+\s+)?$",
    re.I,
)
_SAID = re.compile(
    r"[\s,—–-]*(?:\w+\s+){0,2}"
    + _one_of(
        """said says asked asks replied replies answered answers cried cries exclaimed exclaims whispered
        murmured shouted remarked observed continued added returned declared wrote writes"""
    )
    + r"\b"
)
_OF_A_WORK = re.compile(
    r"\b"
    + _one_of(
        """entitled titled headed book article pamphlet editorial essay poem song play novel story paper
        newspaper journal magazine chapter section organ leaflet manifesto"""
    )
    + r"(?:\s+called)?[,:]?\s*$",
    re.I,
)
_LONG = 8  # words; so many are somebody's text, not somebody's word
_SHORT = 4
_NEAR = 120  # characters; words farther away introduce nothing


def _name(text: str, passage: Passage, *, narrative: bool) -> str:
    """The element that a passage is, by its length, its form and the words around it."""
    inner = text[passage.start + 1 : passage.end - 1].strip()
    before = text[max(0, passage.start - _NEAR) : passage.start]
    after = text[passage.end : passage.end + _NEAR]
    bare = inner.strip("“”‘’\"' ")
    words = _WORD.findall(bare)
    ends = bare[-1:] in tuple(".?!…")
    capital = next((letter for letter in bare if letter.isalpha()), "x").isupper()
    speech = "q" if narrative and _is_spoken(before, after, inner) else "quote"
    if not words:
        return "q"
    if (
        len(words) <= _SHORT
        and not (ends and capital and len(words) > 1)
        and _is_mentioned(before, after, bare)
    ):
        return "mentioned"
    if not ends and _OF_A_WORK.search(before):
        return "q"
    if len(words) <= _LONG and not ends and _SO_CALLED.search(before):
        return "soCalled"
    if len(words) >= _LONG or (capital and ends and len(words) > 2):
        return speech
    if _SAYS.search(before) or _SAID.match(after):
        return speech
    if bare[-1:] in tuple("?!…"):
        return "q"
    if len(words) > _SHORT:
        return "q" if capital and _is_titled(words) else "quote"
    return "q" if capital and not (_DETERMINED.search(before) and not _is_title(words)) else "soCalled"


def _is_mentioned(before: str, after: str, bare: str) -> bool:
    letter = len(bare) <= 2 and _THE_LETTER.search(before)
    return bool(letter or _THE_WORD.search(before) or _MEANS.match(after))


def _is_spoken(before: str, after: str, inner: str) -> bool:
    """Whether the passage is speech in a narrative: at a paragraph's edge, or beside a verb of saying."""
    edge = not before.strip() or not after.strip() or inner.endswith(",")
    return edge or bool(_SAID.match(after) or _SAYS.search(before))


def _is_title(words: Sequence[str]) -> bool:
    return len(words) > 1 and _is_titled(words)


def _is_titled(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long) and words[0][0].isupper()
