"""Stretches of whole months: every form is read, and each stretch has one text."""

import pytest

from portbook.errors import BadPeriod
from portbook.quantities import Period


@pytest.mark.parametrize(
    ("text", "canonical", "months", "kind"),
    [
        ("2024", "2024", 12, "year"),
        (" 2024 ", "2024", 12, "year"),
        ("2024-Q1", "2024-Q1", 3, "quarter"),
        ("2024-Q4", "2024-Q4", 3, "quarter"),
        ("2024-01", "2024-01", 1, "month"),
        ("2024-12", "2024-12", 1, "month"),
        ("2024-01/2024-11", "2024-01/2024-11", 11, "cumulative"),
        ("2024-04/2025-03", "2024-04/2025-03", 12, "fiscal"),
        ("2024-01/2024-12", "2024", 12, "year"),
        ("2024-01/2024-03", "2024-Q1", 3, "quarter"),
        ("2024-02/2024-04", "2024-02/2024-04", 3, "range"),
        ("2024-05/2024-05", "2024-05", 1, "month"),
        ("2024-Q1/2024-Q3", "2024-01/2024-09", 9, "cumulative"),
        ("2021/2025", "2021-01/2025-12", 60, "range"),
        ("2024-S1", "2024-01/2024-06", 6, "cumulative"),
        ("2024-H2", "2024-07/2024-12", 6, "range"),
    ],
)
def test_each_form_is_read_and_has_one_text(text, canonical, months, kind):
    found = Period.parse(text)
    assert (str(found), found.months, found.kind) == (canonical, months, kind)
    assert Period.parse(str(found)) == found


@pytest.mark.parametrize(
    "text",
    ["", "24", "20244", "2024-13", "2024-00", "2024-Q5", "2024-1", "last year", "2024/", "/"],
)
def test_what_is_no_period_is_named_with_the_forms_that_are(text):
    with pytest.raises(BadPeriod, match="2024-Q1, 2024-01 or 2024-01/2024-05"):
        Period.parse(text)


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadPeriod, match="'2024-05/2024-01' ends before it begins"):
        Period.parse("2024-05/2024-01")


@pytest.mark.parametrize(
    ("text", "since", "before"),
    [
        ("2024", "year", "2023"),
        ("2024-Q1", "year", "2023-Q1"),
        ("2024-01/2024-11", "year", "2023-01/2023-11"),
        ("2024-04/2025-03", "year", "2023-04/2024-03"),
        ("2024-01", "month", "2023-12"),
        ("2024-Q1", "quarter", "2023-Q4"),
        ("2024", "2019", "2019"),
        ("2024-01", "2020-02", "2020-02"),
    ],
)
def test_what_a_period_is_compared_with(text, since, before):
    assert str(Period.parse(text).before(since)) == before


@pytest.mark.parametrize(("text", "since"), [("2024", "month"), ("2024-01", "quarter")])
def test_only_a_month_has_a_month_before(text, since):
    with pytest.raises(BadPeriod, match=f"{text} is no {since}"):
        Period.parse(text).before(since)


def test_inside_and_months():
    year = Period.parse("2024")
    assert year == Period.year(2024)
    assert Period.parse("2024-Q3").inside(year)
    assert not Period.parse("2024-04/2025-03").inside(year)
    months = [str(month) for month in Period.parse("2023-12/2024-02").each_month()]
    assert months == ["2023-12", "2024-01", "2024-02"]
    assert str(Period.parse("2024-11").shifted(3)) == "2025-02"
