"""The same laws of the embedded ledger: within the rounding of prints, and exactly of records."""

from fractions import Fraction

import pytest

import portbook
from portbook.quantities import Interval


@pytest.fixture(scope="module")
def book():
    return portbook.open()


def summed(figures):
    out = Interval.exactly(0)
    for each in figures:
        out += each.interval
    return out


CONTINENTS = (
    "asia",
    "africa",
    "europe",
    "latin-america",
    "north-america",
    "oceania",
    "unspecified",
)
ANTARCTIC = Interval(Fraction(0), Fraction(5, 10**6))
"""The eighth part is left out of some issues; all of it is less than so many percent."""
ENTERPRISES = ("state-owned", "foreign-invested", "private", "other")


@pytest.mark.parametrize("period", ["2024", "2023", "2024-01", "2019"])
@pytest.mark.parametrize("dimension", ["partner", "product"])
def test_shares_of_records_sum_to_one(book, dimension, period):
    found = book.table("share", dimension, reporter="USA", flow="import", period=period)
    assert found.kind == "partition"
    assert sum(each.value for each in found.figures) == 100


@pytest.mark.parametrize("since", ["year", "month"])
@pytest.mark.parametrize("dimension", ["partner", "product"])
def test_contributions_of_records_add_to_growth(book, dimension, since):
    period = "2024" if since == "year" else "2024-06"
    asked = {"reporter": "USA", "flow": "import", "period": period, "since": since}
    found = book.table("contribution", dimension, **asked)
    assert sum(each.value for each in found.figures) == book.figure("growth", **asked).value


def test_shares_of_growth_sum_to_one(book):
    asked = {"reporter": "USA", "flow": "import", "period": "2024"}
    found = book.table("contribution_share", "product", **asked)
    assert sum(each.value for each in found.figures) == 100


def test_contributions_inside_one_partner_add_to_its_growth(book):
    asked = {"reporter": "USA", "flow": "import", "period": "2024"}
    growth = book.figure("growth", partner="CHN", **asked).value
    found = book.table("contribution", "product", partner="CHN", **asked)
    assert sum(each.value for each in found.figures) == growth


@pytest.mark.parametrize("flow", ["export", "import"])
def test_continents_are_all_of_chinese_trade(book, flow):
    asked = {"flow": flow, "period": "2024", "basis": "CNY"}
    parts = [book.figure("share", partner=each, **asked) for each in CONTINENTS]
    assert {each.publication for each in parts} == {"gacc-bulletin-2024-12"}
    assert (summed(parts) + ANTARCTIC).contains(100)
    assert float(sum(each.value for each in parts)) == pytest.approx(100, abs=5e-6)


@pytest.mark.parametrize("flow", ["export", "import"])
def test_contributions_of_continents_add_to_growth(book, flow):
    asked = {"flow": flow, "period": "2024", "basis": "CNY"}
    parts = [book.figure("contribution", partner=each, **asked) for each in CONTINENTS]
    assert summed(parts).meets(book.figure("growth", **asked).interval)


def test_enterprises_are_all_of_chinese_imports(book):
    found = book.table("share", "enterprise", flow="import", period="2024")
    assert {each.cell.member("enterprise") for each in found.figures} == set(ENTERPRISES)
    assert summed(found.figures).contains(100)
    basis = found.figures[0].basis
    parts = book.table("contribution", "enterprise", flow="import", period="2024", basis=basis)
    growth = book.figure("growth", flow="import", period="2024", basis=basis)
    assert summed(parts.figures).meets(growth.interval)


@pytest.mark.parametrize("basis", ["CNY", "USD"])
@pytest.mark.parametrize("period", ["2024", "2023", "2024-12"])
def test_balance_and_imports_are_exports(book, period, basis):
    balance, imports, exports = (
        book.figure("value", flow=flow, period=period, basis=basis)
        for flow in ("balance", "import", "export")
    )
    assert (balance.interval + imports.interval).meets(exports.interval)
    assert float(balance.value + imports.value) == pytest.approx(float(exports.value), rel=2e-3)
