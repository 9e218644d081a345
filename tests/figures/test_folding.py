"""Folding a column of figures to one, and judging a series of them."""

from fractions import Fraction

import pytest

import portbook
from portbook.errors import NotCovered
from portbook.figures.folding import earlier, span
from portbook.quantities import Period

RECORDS = {"reporter": "USA", "flow": "import", "period": "2024"}


@pytest.fixture(scope="module")
def book():
    return portbook.open()


def test_folds_over_records_are_those_of_the_shares(book):
    shares = [each.value / 100 for each in book.table("share", "partner", **RECORDS).figures]
    spread = book.figure("hhi", **RECORDS)
    assert spread.value == sum(each * each for each in shares)
    assert spread.low <= spread.value <= spread.high
    assert spread.evidence == "records"
    number = book.figure("effective_number", **RECORDS)
    assert number.value == 1 / spread.value
    assert number.low <= number.value <= number.high


def test_partners_are_counted(book):
    found = book.figure("partners", **RECORDS)
    assert found.value == len(found.history)


def test_a_fold_says_among_how_many(book):
    found = book.figure("hhi", flow="export", period="2024")
    assert found.notes[0] == f"among {len(found.history)} parts"
    assert all(each.cell.scope.partner not in ("asia", "apec", "eu27") for each in found.history)


def test_ranks_of_records(book):
    ranks = {
        each: book.figure("rank", partner=each, **RECORDS).value for each in ("MEX", "CHN", "CAN")
    }
    assert ranks == {"MEX": 1, "CHN": 2, "CAN": 3}


def test_a_record_states_how_far_back_it_is_known(book):
    found = book.figure("record", flow="total", period="2024", basis="CNY")
    assert (found.value, found.low, found.high) == (1, 1, 1)
    periods = [each.cell.period for each in found.history]
    assert Period.parse("2023") in periods
    assert found.notes
    usd = book.figure("record", flow="total", period="2024", basis="USD")
    assert (usd.value, usd.low, usd.high) == (0, 0, 0)


def test_a_record_needs_a_period_before(book):
    with pytest.raises(NotCovered):
        book.figure("record", reporter="USA", flow="import", period="2031")


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024", "2023"),
        ("2024-03", "2024-02"),
        ("2024-01", "2023-12"),
        ("2024-Q1", "2023-Q4"),
        ("2024-01/2024-05", "2023-01/2023-05"),
        ("2024-04/2025-03", "2023-04/2024-03"),
    ],
)
def test_the_period_before_of_the_same_kind(period, before):
    assert str(earlier(Period.parse(period))) == before


def test_the_span_of_a_history(book):
    figures = [book.figure("value", flow="export", period=each) for each in ("2024", "2022")]
    assert span(figures) == "2022\u20132024"
    assert Fraction(figures[0].value) > figures[1].value
