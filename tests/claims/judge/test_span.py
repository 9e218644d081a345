"""The days of claims: months, quarters, fiscal years, the first days of a month."""

import pytest

from portbook.claims.judge.span import Span
from portbook.errors import BadPeriod


@pytest.mark.parametrize(
    ("text", "since", "before"),
    [
        ("2024", "year", "2023"),
        ("2024-Q1", "quarter", "2023-Q4"),
        ("2024-01", "month", "2023-12"),
        ("2024-01/2024-11", "year", "2023-01/2023-11"),
        ("2024-02", "year", "2023-02"),
        ("2024", "2019", "2019"),
    ],
)
def test_what_a_period_is_compared_with(text, since, before):
    assert Span.parse(text).before(since) == Span.parse(before)


def test_days_are_compared_with_the_same_days():
    days = Span.parse("2025-03-01/2025-03-10")
    assert str(days.before("year").first) == "2024-03-01"
    assert days.period is None


def test_a_leap_day_is_compared_with_the_last_of_february():
    assert str(Span.parse("2024-02-29/2024-02-29").before("year").last) == "2023-02-28"


def test_a_year_has_no_month_before():
    assert Span.parse("2024").before("month") is None


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13", "2024-02-31/2024-03-01", "9999-12/0001-01"]
)
def test_what_is_no_period(text):
    with pytest.raises(BadPeriod):
        Span.parse(text)
