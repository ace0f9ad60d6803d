"""The canonical serialisation."""

from __future__ import annotations

import pytest

from rubricator.encoding.serialize import node, serialize


def lines(*args: object) -> list[str]:
    return serialize(*args).decode("utf-8").split("\n")  # type: ignore[arg-type]


def test_a_block_has_a_line_and_mixed_content_is_never_indented() -> None:
    quote = node("quote", None, "“", node("name", None, "A"), "”")
    body = node("body", None, node("p", {"xml:id": "p1"}, quote), node("p", None, "B", node("lb"), "C"))
    assert lines(node("text", None, body))[1:] == [
        "<text>",
        "  <body>",
        '    <p xml:id="p1"><quote>“<name>A</name>”</quote></p>',
        "    <p>B<lb/>C</p>",
        "  </body>",
        "</text>",
        "",
    ]


def test_attributes_stand_in_a_fixed_order_and_empty_ones_are_left_out() -> None:
    one = node("div", {"xml:id": "d1", "type": "article", "n": "", "custom": "x", "cert": "high"})
    other = node("div", {"cert": "high", "custom": "x", "type": "article", "xml:id": "d1"})
    assert one == other
    assert lines(one)[1] == '<div type="article" xml:id="d1" cert="high" custom="x"/>'


def test_what_would_be_markup_is_escaped() -> None:
    assert lines(node("p", {"n": 'a"<&\n'}, "a < b && c ]]> d"))[1] == (
        '<p n="a&quot;&lt;&amp;&#10;">a &lt; b &amp;&amp; c ]]&gt; d</p>'
    )


def test_schemas_are_named_before_the_root() -> None:
    assert lines(node("p"), {"a.rng": "urn:x"})[:2] == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<?xml-model href="a.rng" type="application/xml" schematypens="urn:x"?>',
    ]


def test_text_where_tei_allows_none_is_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="body holds no text"):
        serialize(node("body", None, "text"))
