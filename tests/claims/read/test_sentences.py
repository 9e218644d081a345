"""Lines, bullets, tables and sentences, each at its place in the text."""

from hypothesis import given
from hypothesis import strategies as st

from portbook.claims.read.sentences import LONGEST, plain, sentences


def test_abbreviations_do_not_end_a_sentence():
    text = "The U.S. deficit widened to $98.4 billion. Mr. Smith said so at Acme Inc. of Kochi."
    assert [one.text for one in sentences(text)] == [
        "The U.S. deficit widened to $98.4 billion.",
        "Mr. Smith said so at Acme Inc. of Kochi.",
    ]


def test_kinds_of_lines():
    text = "Goods trade, April 2025\n- Exports: $5 billion\nItem | 2023 | 2024\nExports rose."
    assert [one.kind for one in sentences(text)] == ["heading", "bullet", "table", "prose"]


def test_typography_is_made_plain_one_for_one():
    assert plain("\u22125\u00a0% \uff11\uff12 \u2018a\u2019") == "-5 % 12 'a'"


@given(st.text(max_size=400))
def test_a_sentence_stands_where_it_says(text):
    for one in sentences(text):
        assert plain(text)[one.start : one.start + len(one.text)] == one.text


def test_a_long_line_is_read_in_pieces():
    assert all(len(one.text) <= LONGEST for one in sentences("5 percent " * 5_000))
