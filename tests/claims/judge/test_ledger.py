"""Claims against the embedded ledger: one sentence each, with the verdict it must get."""

import datetime as dt

import pytest

import portbook
from portbook.claims import check

DAY = "2025-02-10"


@pytest.fixture(scope="module")
def book():
    return portbook.open()


def only(text, book, day=DAY):
    """Return the finding on the one claim of a text."""
    (found,) = check(text, book, date=day).findings
    return found


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("China's exports grew 7.1 percent in 2024.", "supported"),
        ("China's exports grew 8.1 percent in 2024.", "contradicted"),
        ("China's exports came to 25.45 trillion yuan in 2024.", "supported"),
        ("China's exports came to 24.55 trillion yuan in 2024.", "contradicted"),
        ("China's imports came to 18.39 trillion yuan in 2024.", "supported"),
        ("Exports of 3D printers from China rose 32.8 percent in 2024.", "supported"),
        ("Exports of 3D printers from China rose 38.2 percent in 2024.", "not_enough_data"),
        ("Exports of electric vehicles from China rose 13.1 percent in 2024.", "not_enough_data"),
        ("Exports of dual-fuel ships from China rose 58.7 percent in 2024.", "not_identifiable"),
        ("China FAW Group exported 125,000 vehicles in 2024.", "not_enough_data"),
        ("Shenzhen's foreign trade reached 4.5 trillion yuan in 2024.", "supported"),
    ],
)
def test_verdict(text, verdict, book):
    assert only(text, book).verdict == verdict


def test_a_verdict_shows_its_arithmetic_and_evidence(book):
    found = only("China's imports came to 18.93 trillion yuan in 2024.", book)
    assert found.arithmetic == "18.925 to 18.935 trillion yuan excludes 18.3923 trillion yuan"
    first = found.evidence[0]
    assert (first.verb, first.figure.evidence) == ("excludes", "copy")
    assert first.figure.publication == "gacc-bulletin-2024-12"
    assert found.others[0].words == "18.39 with two digits exchanged"


def test_months_of_several_issues_support_and_say_so(book):
    found = only("Exports of 3D printers from China rose 32.8 percent in 2024.", book)
    assert found.evidence[0].figure.across
    assert "joined across the issues of a series" in found.notes


def test_what_the_press_alone_has_is_also_reported(book):
    found = only("Exports of industrial robots from China rose 45.2 percent in 2024.", book)
    assert (found.verdict, found.reported) == ("not_enough_data", True)
    assert found.evidence[0].figure.evidence == "press"


def test_a_bracketed_conversion_is_another_concept(book):
    text = "China's foreign trade came to 43.85 trillion yuan ($5.98 trillion) in 2024."
    yuan, dollars = check(text, book, date=DAY).findings
    assert yuan.verdict == "supported"
    assert dollars.verdict == "other_concept"
    assert dollars.evidence[0].figure.basis == "USD"
    assert "3.0% less" in dollars.notes[0]


def test_growth_without_a_currency_may_be_meant_in_dollars(book):
    found = only("China's exports grew 5.9 percent in 2024.", book)
    assert found.verdict == "supported"
    assert found.address.cell.basis == "USD"
    assert "in dollars" in found.arithmetic


def test_growth_beside_yuan_is_meant_in_yuan(book):
    text = "China's exports grew 5.9 percent to 25.45 trillion yuan in 2024."
    growth, level = check(text, book, date=DAY).findings
    assert (growth.verdict, level.verdict) == ("contradicted", "supported")
    assert any("dollars" in other.words for other in growth.others)


def test_growth_on_the_first_published_base_is_told_apart(book):
    text = "China's foreign trade fell 0.7 percent to 41.76 trillion yuan in 2023."
    growth = check(text, book, date="2024-02-10").findings[0]
    assert growth.verdict == "revised_base"
    assert "42.07 trillion yuan" in growth.arithmetic


def test_a_record_states_its_history_and_where_it_is_false(book):
    found = only("China's foreign trade hit a record high in 2024.", book)
    assert found.verdict == "supported"
    assert "42.07 trillion yuan (2022)" in found.arithmetic
    assert "2020\u20132023 from offices or copies" in found.notes[0]
    assert found.others[0].words.startswith("false in dollars: 6.16")


def test_a_record_that_was_none_is_contradicted(book):
    found = only("China's foreign trade hit a record high in 2023.", book, "2025-02-10")
    assert found.verdict != "supported"


def test_a_mark_with_gaps_before_it_is_not_proved(book):
    text = "Shenzhen's foreign trade surpassed 4 trillion yuan for the first time in 2024."
    found = only(text, book)
    assert (found.verdict, found.reported) == ("not_enough_data", True)
    assert "not covered" in found.notes[0]


def test_only_what_was_known_at_the_date_counts(book):
    text = "China's exports came to 25.45 trillion yuan in 2024."
    assert only(text, book, "2024-12-31").verdict == "not_enough_data"
    assert only(text, book, "2024-12-31").later[0].verb == "contains"


def test_a_book_of_an_earlier_day_knows_no_more_than_it_did(book):
    early = book.as_of(dt.date(2024, 12, 31))
    found = only("China's exports came to 25.45 trillion yuan in 2024.", early)
    assert (found.verdict, found.later) == ("not_enough_data", ())


def test_goods_do_not_contradict_goods_and_services(book):
    text = "The U.S. deficit in goods and services was $918.4 billion in 2024."
    assert {one.verdict for one in check(text, book, date="2025-06-01").findings} == {
        "not_enough_data"
    }


def test_an_international_compilation_does_not_contradict(book):
    found = only("Brazil's exports came to $399.5 billion in 2023.", book, "2025-06-01")
    assert found.verdict == "not_enough_data"
    assert "compilation" in found.notes[0]


def test_the_same_text_gets_the_same_verdicts_twice(book):
    text = "China's exports grew 7.1 percent to 25.45 trillion yuan in 2024."
    first, second = (check(text, book, date=DAY).to_dict() for _ in range(2))
    assert first == second
