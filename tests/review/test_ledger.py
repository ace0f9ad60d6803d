"""The ledger: what it keeps, how it finds words again, and what decisions do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.errors import InputRefused, SettingsError
from rubricator.review import Ledger, Quote, Status, anchor, locate
from rubricator.review import decisions as review
from rubricator.review.ledger import UNKNOWN_HAND
from rubricator.review.lines import read, write
from rubricator.review.merging import united
from rubricator.review.reconciling import reconciled, retold
from rubricator.source import Source
from rubricator.tei import TEXT_TABLE_VERSION

TEXT = "Hitler and Stalin. Later Stalin met Hitler in Berlin, crushed,when he could."
ME = {"by": "#editors", "when": "2026-11-22T10:00:00Z"}


def claim(words: str, kind: Kind = Kind.PERS_NAME, text: str = TEXT, **more: object) -> Annotation:
    start = text.index(words)
    return Annotation(kind, Span(start, start + len(words)), **more)  # type: ignore[arg-type]


def ledger(*annotations: Annotation, text: str = TEXT) -> Ledger:
    return review.suggested(Ledger("x.xml"), text, annotations)


def only(made: Ledger) -> str:
    (record,) = made.records
    return record.id


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ("I saw Stalin there", "I saw Stalin there", "saw Stalin"),
        ("I saw Stalin there", "Yesterday I saw Stalin there", "saw Stalin"),
        ("I saw Stalin there", "I saw Lenin there", None),
        ("I saw Stalin there", "Of Stalin one hears little these days, and that", None),
        ("I saw Stalin there, and Stalin left", "Stalin! I saw Stalin there, and Stalin left", "saw Stalin"),
    ],
)
def test_words_are_found_again_by_their_company(before: str, now: str, found: str | None) -> None:
    start = before.index("Stalin")
    span = Span(start, start + 6)
    again = locate(now, anchor(before, span), span)
    assert (again and now[again.start - 4 : again.end]) == found


@pytest.mark.parametrize(
    ("before", "now", "words", "found"),
    [
        ("I saw JohnDoe there", "I saw John\nDoe there", "JohnDoe", "John\nDoe"),
        ("I saw John\nDoe there", "I saw JohnDoe there", "John\nDoe", "JohnDoe"),
        ("JohnDoe met Doe and Doe", "John\nDoe met Doe and Doe", "Doe and", "Doe and"),
        ("One:JohnDoe. Two:John", "One:\nJohn\nDoe. Two:\nJohn", "JohnDoe", "John\nDoe"),
        ("Mary and John", "Mary and Jo", "John", None),
    ],
)
def test_a_newer_table_of_texts_leaves_decisions_at_their_words(
    before: str, now: str, words: str, found: str | None
) -> None:
    made = ledger(claim(words, text=before), text=before)
    made = review.decide(made, only(made), Status.ACCEPTED, **ME)
    old = replace(
        read(Source(write(replace(made, table=TEXT_TABLE_VERSION - 1)), "l.jsonl")),
        after="the digest of the file",
    )
    (record,) = retold(old, now).records
    assert record.id == only(made)
    assert record.status is (Status.ACCEPTED if found else Status.STALE)
    if found:
        assert now[record.annotation.span.start : record.annotation.span.end] == found == record.quote.exact
    assert retold(old, now).table == TEXT_TABLE_VERSION
    assert retold(retold(old, now), now) == retold(old, now)


@given(st.text(max_size=60), st.text(min_size=1, max_size=10), st.text(max_size=60))
def test_in_an_unchanged_text_every_anchor_finds_its_words(before: str, words: str, after: str) -> None:
    span = Span(len(before), len(before) + len(words))
    text = before + words + after
    assert locate(text, anchor(text, span), span) == span


def test_what_is_written_is_read_again_and_written_the_same() -> None:
    made = ledger(
        claim("Hitler", attributes=(("ref", "person:hitler"),), evidence="“a” form"),
        claim("crushed,when", Kind.SIC, correction="crushed, when", note="No space."),
    )
    made = review.decide(made, made.records[0].id, Status.ACCEPTED, **ME)
    again = read(Source(write(made), "x.jsonl"))
    assert again == made
    assert write(again) == write(made)
    assert write(made).decode().count("\n") == 3


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "x.jsonl:2.*broken"),
        ('{"id": "a"}', "x.jsonl:2.*missing"),
        ("[]", "x.jsonl:2.*broken"),
    ],
)
def test_a_broken_line_is_named_and_nothing_is_read_past_it(line: str, message: str) -> None:
    data = write(Ledger("x.xml")) + line.encode() + b"\n"
    with pytest.raises(InputRefused, match=message):
        read(Source(data, "x.jsonl"))


def test_running_again_changes_nothing() -> None:
    once = ledger(claim("Hitler"), claim("Berlin", Kind.PLACE_NAME))
    again = review.suggested(once, TEXT, [claim("Hitler"), claim("Berlin", Kind.PLACE_NAME)])
    assert write(again) == write(once)


def test_what_was_rejected_never_comes_back() -> None:
    made = ledger(claim("Hitler"))
    made = review.decide(made, only(made), Status.REJECTED, **ME, why="A street.")
    again = review.suggested(made, TEXT, [claim("Hitler", attributes=(("ref", "person:hitler"),))])
    assert write(again) == write(made)
    assert review.wanted(again) == ()


def test_a_rejection_does_not_veto_the_same_name_elsewhere() -> None:
    made = ledger(claim("Stalin"))
    made = review.decide(made, only(made), Status.REJECTED, **ME)
    second = TEXT.index("Stalin", 20)
    later = Annotation(Kind.PERS_NAME, Span(second, second + 6))
    assert len(review.suggested(made, TEXT, [later]).records) == 2


def test_a_suggestion_without_evidence_turns_stale_and_can_come_back() -> None:
    made = ledger(claim("Hitler"))
    gone = review.suggested(made, TEXT, [])
    assert gone.records[0].status is Status.STALE
    assert review.wanted(gone) == ()
    assert write(review.suggested(gone, TEXT, [claim("Hitler")])) == write(made)


@pytest.mark.parametrize(
    ("cert", "expected"), [(Certainty.HIGH, 1), (Certainty.MEDIUM, 1), (Certainty.LOW, 0)]
)
def test_what_is_pending_and_unsure_stays_in_the_ledger(cert: Certainty, expected: int) -> None:
    assert len(review.wanted(ledger(claim("Hitler", cert=cert)))) == expected


def test_an_accepted_suggestion_is_the_person_s() -> None:
    made = ledger(claim("Hitler"))
    made = review.decide(made, only(made), Status.ACCEPTED, **ME)
    accepted = review.effective(made.records[0])
    assert (accepted.resp, accepted.cert) == ("#editors", None)


def test_decisions_are_undone_to_any_depth_and_the_history_stays() -> None:
    first = ledger(claim("Hitler"))
    identifier = only(first)
    made = review.decide(first, identifier, Status.REJECTED, **ME)
    made = review.decide(made, identifier, Status.ACCEPTED, **ME)
    changed = replace(made[identifier].annotation, attributes=(("ref", "person:adolf"),))
    made = review.amend(made, identifier, changed, **ME)
    seen = [made[identifier].status]
    for _ in range(3):
        made = review.undo(made, identifier, **ME)
        seen.append(made[identifier].status)
    assert seen == [Status.AMENDED, Status.ACCEPTED, Status.REJECTED, Status.PENDING]
    assert made[identifier].annotation == first[identifier].annotation
    assert len(made[identifier].history) == 6
    with pytest.raises(SettingsError, match="Nothing was decided"):
        review.undo(made, identifier, **ME)


def test_what_a_person_adds_is_theirs_and_stays() -> None:
    made, record = review.add(
        Ledger("x.xml"), TEXT, claim("Berlin", Kind.PLACE_NAME, cert=None), **ME, why="It is the city."
    )
    assert record.status is Status.ADDED
    assert review.effective(record).resp == "#editors"
    assert review.suggested(made, TEXT, [claim("Berlin", Kind.ORG_NAME)]).records == made.records
    with pytest.raises(SettingsError, match="there already"):
        review.add(made, TEXT, claim("Berlin", Kind.PLACE_NAME), **ME)


@pytest.mark.parametrize(
    ("words", "after", "nth", "start"),
    [("Berlin", "", 0, TEXT.index("Berlin")), ("Stalin", "Later ", 0, 25), ("Stalin", "", 2, 25)],
)
def test_an_editor_points_to_words_by_quoting_them(words: str, after: str, nth: int, start: int) -> None:
    assert review.span_of(TEXT, words, after=after, nth=nth) == Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "nth", "message"),
    [("Lenin", 0, "does not stand in the text"), ("Stalin", 0, "2 times"), ("Stalin", 3, "only 2")],
)
def test_words_that_cannot_be_told_are_asked_about(words: str, nth: int, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        review.span_of(TEXT, words, nth=nth)


# -- what an unknown hand changed in the TEI


def edition(*annotations: Annotation) -> tuple[Ledger, Document]:
    base = Document.of(
        Source(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>{TEXT}</p></text></TEI>'.encode())
    )
    made = ledger(*annotations)
    records = review.wanted(made)
    result = inscribe(base, map(review.effective, records))
    return review.marked(made, (record.id for record in records)), result.document


def edited(document: Document, before: str, after: str) -> Document:
    assert before in document.source.markup
    return Document.of(document.source.encode(document.source.markup.replace(before, after, 1)))


def test_an_untouched_document_is_in_step() -> None:
    made, document = edition(claim("Hitler"), claim("crushed,when", Kind.SIC, correction="c", note="n"))
    assert reconciled(made, document) == made


def test_an_element_removed_by_hand_is_a_rejection() -> None:
    made, document = edition(claim("Hitler"), claim("Berlin", Kind.PLACE_NAME))
    tags = '<placeName resp="#rubricator" cert="high">Berlin</placeName>'
    after = reconciled(made, edited(document, tags, "Berlin"))
    record = next(r for r in after.records if r.quote.exact == "Berlin")
    assert (record.status, record.history[-1].by) == (Status.REJECTED, UNKNOWN_HAND)
    assert sum(r.status is Status.PENDING for r in after.records) == 1


@pytest.mark.parametrize(
    ("before", "now", "field", "value"),
    [
        (' cert="high">crushed, when', ' cert="high">crushed; when', "correction", "crushed; when"),
        (">No space.<", ">No space here.<", "note", "No space here."),
        ('<corr resp="#rubricator"', '<corr resp="#me"', "resp", "#me"),
        (
            '<corr resp="#rubricator" cert="high"',
            '<corr resp="#rubricator" cert="low"',
            "cert",
            Certainty.LOW,
        ),
    ],
)
def test_what_a_hand_changed_in_an_element_is_an_amendment(
    before: str, now: str, field: str, value: object
) -> None:
    made, document = edition(claim("crushed,when", Kind.SIC, correction="crushed, when", note="No space."))
    after = reconciled(made, edited(document, before, now))
    record = after.records[0]
    assert record.status is Status.AMENDED
    assert getattr(review.effective(record), field) == value
    assert reconciled(after, edited(document, before, now)) == after


def test_words_that_moved_keep_their_decisions() -> None:
    made, document = edition(claim("Hitler"), claim("Berlin", Kind.PLACE_NAME))
    after = reconciled(made, edited(document, "<p>", "<p>In those days "))
    assert [r.status for r in after.records] == [Status.PENDING] * 2
    assert [
        document.text[r.annotation.span.start - 14 : r.annotation.span.end - 14] for r in after.records
    ] == [
        "Hitler",
        "Berlin",
    ]


def test_words_that_are_gone_leave_a_stale_record() -> None:
    made, document = edition(claim("Berlin", Kind.PLACE_NAME))
    tags = '<placeName resp="#rubricator" cert="high">Berlin</placeName>'
    after = reconciled(made, edited(document, tags, "Moscow"))
    assert after.records[0].status is Status.STALE


def test_the_same_words_in_the_same_company_get_ids_of_their_own() -> None:
    text = "ab " * 40
    made = ledger(*(Annotation(Kind.RS, Span(45 + 3 * i, 47 + 3 * i)) for i in range(3)), text=text)
    assert len({record.id for record in made.records}) == 3
    assert Quote("ab", text[13:45], text[47:79]) == made.records[0].quote


def test_two_first_lines_are_those_of_two_branches_and_tell_nothing_of_the_file() -> None:
    mine = replace(ledger(claim("Hitler"), claim("Berlin")), before="a", after="b")
    first, *records = write(mine).decode().splitlines()
    both = "\n".join([first, first.replace('"b"', '"c"'), *records])
    put_together = read(Source(both.encode(), "l.jsonl"))
    assert put_together.merged
    assert (put_together.before, put_together.after) == ("", "")
    assert [record.id for record in put_together.records] == [record.id for record in mine.records]
    assert not read(Source(write(put_together), "l.jsonl")).merged


def test_what_both_branches_decided_of_one_thing_is_in_its_history_the_later_last() -> None:
    base = ledger(claim("Hitler"))
    identifier = only(base)
    early = review.decide(base, identifier, Status.ACCEPTED, by="#a", when="2026-11-22T10:00:00Z")
    early = review.undo(early, identifier, by="#a", when="2026-11-22T10:30:00Z")
    late = review.decide(base, identifier, Status.REJECTED, by="#b", when="2026-11-22T10:15:00Z")
    for one, other in ((early, late), (late, early)):
        made = united([one[identifier], other[identifier]])
        assert [(act.status, act.by) for act in made.history] == [
            (Status.REJECTED, "#b"),
            (Status.ACCEPTED, "#a"),
            (None, "#a"),
        ]
        assert made.status is Status.REJECTED
    assert united([base[identifier], late[identifier]]).history == late[identifier].history
