"""Any text at all is read without a crash and in time that stays in proportion."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portbook.claims.read import read
from portbook.errors import UnknownName

WORDS = st.sampled_from(
    "exports imports fell 5 3.2 percent points to from of the China 's in 2024 last year , . ; "
    "( ) and billion yuan $ US more than share record first consecutive months surplus deficit by "
    "Shenzhen company which respectively a third doubled times | \n - trade growth price per tonne "
    "May January to March half quarter fiscal since between with Vietnam total its their".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_are_read(text):
    found = read(text, date="2025-02-10")
    for one in found.claims:
        assert 0 <= one.span[0] < one.span[1] <= len(text)
        assert not one.interval().empty


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_read(text):
    found = read(text)
    assert found.numbers == len(found.claims) + len(found.unread)


def test_an_empty_text_has_no_claims():
    assert read("").claims == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["1.5 " * 5_000, "(" * 50_000 + "5 percent", "Exports rose 5 percent, " * 2_000]
)
def test_a_long_line_ends(text):
    assert read(text, date="2025-02-10").numbers >= 1


def test_an_unknown_language_names_those_there_are():
    with pytest.raises(UnknownName, match="en"):
        read("Text", lang="xx")
