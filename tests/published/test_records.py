"""What the Census Bureau published of 2024 follows from the embedded records."""

import pytest

import portbook
from portbook.quantities import Interval


@pytest.fixture(scope="module")
def book():
    """Return the embedded ledger."""
    return portbook.open()


@pytest.mark.parametrize(
    ("partner", "text"),
    [("world", "3251.195"), ("CHN", "429.426")],
)
def test_imports_for_consumption(book, partner, text):
    """Records sum to the Bureau's total in thousand millions, to the digits shown."""
    figure = book.figure("value", flow="import", reporter="USA", partner=partner, period="2024")
    assert (figure.evidence, figure.unit) == ("records", "USD")
    assert Interval.rounded(text, scale=10**9).contains(figure.value)


@pytest.mark.parametrize("partner", ["world", "CHN", "MEX", "DEU"])
def test_months_sum_to_the_year(book, partner):
    """Twelve months of records are the year's records, to the cent."""
    asked = {"flow": "import", "reporter": "USA", "partner": partner}
    months = [book.figure("value", period=f"2024-{m:02}", **asked).value for m in range(1, 13)]
    assert sum(months) == book.figure("value", period="2024", **asked).value
