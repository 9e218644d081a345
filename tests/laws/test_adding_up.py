"""What must hold whatever the figures are: parts make wholes, and ranges hold the truth."""

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import portbook
from portbook.figures.bound import bound
from portbook.figures.measure import MEASURES
from portbook.figures.term import name
from portbook.measures.effective_number import effective_number
from portbook.measures.hhi import hhi
from portbook.measures.partners import partners
from portbook.measures.top_share import top_share
from portbook.quantities import Interval

PARTS = st.lists(st.integers(1, 10**9), min_size=2, max_size=12)
POINTS_TRIED = 10_000


@pytest.fixture(scope="module")
def book():
    return portbook.open()


def intervals(numbers, half=0):
    return [Interval(Fraction(n) - half, Fraction(n) + half) for n in numbers]


@pytest.mark.parametrize("by", ["partner", "product"])
def test_shares_of_records_sum_to_one(book, by):
    table = book.table("share", by=by, reporter="USA", flow="import", period="2024")
    assert sum(each.value for each in table.figures) == 100


@pytest.mark.parametrize("by", ["partner", "product"])
@pytest.mark.parametrize("period", ["2024", "2023-Q2", "2025-03"])
def test_contributions_of_records_add_up_to_growth(book, by, period):
    table = book.table("contribution", by=by, reporter="USA", flow="import", period=period)
    growth = book.figure("growth", reporter="USA", flow="import", period=period)
    assert sum(each.value for each in table.figures) == growth.value


def test_contributions_inside_a_partner_add_up_to_its_growth(book):
    scope = {"reporter": "USA", "flow": "import", "partner": "CHN", "period": "2024"}
    table = book.table("contribution", by="product", **scope)
    assert sum(each.value for each in table.figures) == book.figure("growth", **scope).value


def test_contribution_shares_of_records_sum_to_one(book):
    table = book.table(
        "contribution_share", by="partner", reporter="USA", flow="import", period="2024"
    )
    assert sum(each.value for each in table.figures) == 100


def test_the_rest_completes_the_shares(book):
    table = book.table("share", by="partner", top=5, reporter="USA", flow="import", period="2024")
    assert table.rest is not None
    assert sum(each.value for each in table.figures) + table.rest.value == 100


@pytest.mark.parametrize("period", ["2024", "2024-12"])
def test_balance_and_imports_make_exports(book, period):
    exports, imports, balance = (
        book.figure(measure, flow=flow, period=period)
        for measure, flow in (("value", "export"), ("value", "import"), ("balance", "total"))
    )
    assert (imports.interval + balance.interval).meets(exports.interval)


def test_cover_is_exports_over_imports(book):
    cover = book.figure("cover", flow="total", period="2024")
    exports = book.figure("value", flow="export", period="2024")
    imports = book.figure("value", flow="import", period="2024")
    assert cover.low <= 100 * exports.value / imports.value <= cover.high


def test_ratio_is_one_more_than_growth(book):
    scope = {"reporter": "USA", "flow": "import", "period": "2024"}
    growth = book.figure("growth", **scope).value
    assert book.figure("ratio", **scope).value == 1 + growth / 100


def test_unit_value_times_quantity_is_value(book):
    scope = {"flow": "export", "product": "3d-printers", "period": "2024"}
    price, value = book.figure("unit_value", **scope), book.figure("value", **scope)
    quantity = book.figure("quantity", **scope)
    assert price.value * quantity.value == value.value
    assert quantity.unit == "set"


def test_exchange_rate_turns_dollars_into_yuan(book):
    rate = book.figure("exchange_rate", flow="export", period="2024", basis="CNY")
    assert 7.1 < rate.low <= rate.high < 7.14  # the yearly mean of daily rates is 7.12


def test_contribution_share_of_machines_is_the_published_range(book):
    share = book.figure(
        "contribution_share", flow="export", product="mechanical-electrical", period="2024"
    )
    assert [round(float(end), 2) for end in (share.low, share.high)] == [71.17, 72.88]


def test_record_streak_threshold_and_revision(book):
    assert book.figure("record", flow="total", period="2024").value == 1
    assert book.figure("record", flow="total", period="2024", basis="USD").value == 0
    assert book.figure("record", reporter="USA", flow="import", period="2023").value == 0
    assert book.figure("streak", reporter="USA", flow="import", period="2022").value == 2
    assert book.figure("threshold", reporter="CN-SZ", flow="total", period="2024").value == 4e12
    revision = book.figure(
        "revision", flow="export", product="mechanical-electrical", period="2024"
    )
    first, last = Fraction("1512456809") * 10**4, Fraction("151155.3") * 10**8
    assert revision.low <= 100 * (last / first - 1) <= revision.high


def test_rank_counts_who_is_larger(book):
    ranks = {
        partner: book.figure("rank", flow="export", partner=partner, period="2024").value
        for partner in ("USA", "HKG", "VNM", "JPN")
    }
    assert ranks == {"USA": 1, "HKG": 2, "VNM": 3, "JPN": 4}


@given(PARTS)
def test_equal_parts_are_as_many_as_they_are(numbers):
    equal = intervals([numbers[0]] * len(numbers))
    assert hhi.call(equal) == Interval.exactly(Fraction(1, len(numbers)))
    assert effective_number.call(equal) == Interval.exactly(len(numbers))


@given(PARTS, st.integers(0, 3))
def test_concentration_holds_the_exact_value(numbers, half):
    exact, rounded = intervals(numbers), intervals([n + 10 for n in numbers], half)
    whole = sum(numbers)
    assert hhi.call(exact).low == sum(Fraction(n, whole) ** 2 for n in numbers)
    assert hhi.call(rounded).contains(hhi.call(intervals([n + 10 for n in numbers])))
    top = top_share.call(exact)
    assert top.low == top.high == 100 * Fraction(sum(sorted(numbers)[-5:]), whole)
    assert partners.call(exact) == Interval.exactly(len(numbers))


NUMBERS = st.fractions(1, 1000, max_denominator=100)


@settings(max_examples=60)
@given(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), st.fractions(0, Fraction(1, 3)))
@pytest.mark.parametrize("measure", ["growth", "share", "contribution", "ratio", "change"])
def test_narrowing_never_throws_away_the_truth(measure, truth, half):
    formula = MEASURES[measure].term
    values = dict(zip(formula.names(), truth, strict=False))
    boxes = {key: Interval(value - half, value + half) for key, value in values.items()}
    answer = Interval.exactly(formula.value(values))
    kept = formula.narrow(answer, boxes)
    assert all(kept[key].contains(value) for key, value in values.items())


def test_the_exact_range_lies_in_the_naive_one_and_holds_every_point():
    share, part, whole, level = map(name, ("share", "part", "whole", "level"))
    now = share * level
    term = (now - now / (1 + part)) / (level - level / (1 + whole))
    percent = Fraction(1, 100)
    box = {
        "share": Interval.rounded("59.4").scaled(percent),
        "part": Interval.rounded("8.7").scaled(percent),
        "whole": Interval.rounded("7.1").scaled(percent),
        "level": Interval.rounded("25.45", 10**12),
    }
    exact, naive = bound(term, box), term.interval(box)
    assert [f"{float(100 * end):.2f}" for end in (exact.low, exact.high)] == ["70.81", "72.63"]
    assert naive.contains(exact)
    draw = random.Random(1)  # noqa: S311 - points of a box, no secret
    floats = {key: (float(one.low), float(one.high)) for key, one in box.items()}
    for _ in range(POINTS_TRIED):
        point = {key: draw.uniform(*ends) for key, ends in floats.items()}
        found = term.value(point, float)
        assert float(exact.low) - 1e-12 <= found <= float(exact.high) + 1e-12
