"""Mentions of periods, and the periods that they come to."""

import pytest

from portbook.claims.read import assumed_date
from portbook.claims.read.lexicon import lexicon
from portbook.claims.read.line import Line
from portbook.claims.read.periods_en import moments
from portbook.claims.read.sentences import sentences
from portbook.claims.read.stretch import Today, resolve
from portbook.errors import BadPeriod
from portbook.quantities import Period


def named(text, today="2025-02-10", now=None):
    (one,) = moments(Line.of(sentences(text)[0], lexicon("en")))
    period = resolve(one, Today.parse(today), Period.parse(now) if now else None)
    return None if period is None else str(period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in 2024", "2024"),
        ("last year", "2024"),
        ("this year", "2025"),
        ("for all of 2024", "2024"),
        ("in December", "2024-12"),
        ("in February", "2025-02"),
        ("in November 2024", "2024-11"),
        ("in the first eleven months of 2024", "2024-01/2024-11"),
        ("in the first 11 months", "2024-01/2024-11"),
        ("in the first three quarters of last year", "2024-01/2024-09"),
        ("in the opening two months of 2025", "2025-01/2025-02"),
        ("between January and May 2024", "2024-01/2024-05"),
        ("in January-August 2024", "2024-01/2024-08"),
        ("from January to November 2024", "2024-01/2024-11"),
        ("in the first half", "2024-01/2024-06"),
        ("in the fourth quarter of 2024", "2024-Q4"),
        ("in the closing quarter of 2023", "2023-Q4"),
        ("the three months to December 2023", "2023-Q4"),
        ("the three months to January 2024", "2023-11/2024-01"),
        ("to date", "2025-01"),
        ("in 2023-24", "2023-04/2024-03"),
        ("in fiscal 2024", "2024-04/2025-03"),
        ("in the first half of fiscal 2025", "2025-04/2025-09"),
    ],
)
def test_period(text, period):
    assert named(text) == period


@pytest.mark.parametrize(
    ("text", "now", "period"),
    [
        ("a year earlier", "2024-11", "2023-11"),
        ("the previous year", "2024", "2023"),
        ("the same period of 2022", "2024-01/2024-05", "2022-01/2022-05"),
        ("the same months of last year", "2024-01/2024-05", "2023-01/2023-05"),
        ("the previous month", "2024-11", "2024-10"),
        ("the previous quarter", "2024-Q1", "2023-Q4"),
        ("for the full year", "2024-12", "2024"),
        ("year to date", "2023-10", "2023-01/2023-10"),
    ],
)
def test_a_period_told_from_another(text, now, period):
    assert named(text, now=now) == period


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("BEIJING, January 14, 2025: exports rose last year.", "2025-01-14"),
        ("Exports rose in 2024 and will rise in 2025.", "2025-12-31"),
        ("Trade reached 75% of its 2031 goal in 2024.", "2024-12-31"),
        ("Exports came to 2,024 tonnes in 2023.", "2023-12-31"),
    ],
)
def test_assumed_date(text, date):
    assert assumed_date(text) == date


def test_a_verb_is_no_month():
    assert moments(Line.of(sentences("Growth may slow.")[0], lexicon("en"))) == ()


def test_no_date():
    with pytest.raises(BadPeriod, match="write 2025-02-10"):
        Today.parse("soon")
