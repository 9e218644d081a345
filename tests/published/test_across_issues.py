"""Growth, contribution and share of 2024 by product, over the twelve issues of the bulletin."""

import csv
from functools import cache
from pathlib import Path

import pytest

import portbook
from portbook.nomenclature.products import product

HERE = Path(__file__).parent


def _expected():
    with (HERE / "across_issues.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def _table(measure, of):
    more = {"of": "quantity"} if of == "quantity" else {}
    table = portbook.open().table(
        measure, by="product", flow="export", period="2024", across="series", **more
    )
    return {figure.address.cell.scope.product: figure for figure in table.figures}


def _shown(text):
    return 10 ** -len(text.partition(".")[2])


@pytest.mark.parametrize(
    "row", _expected(), ids=lambda row: f"{row['measure']} {row['of']} {row['product']}"
)
def test_range_over_issues(row):
    """Both ends agree to the digits shown."""
    slug = product(row["product"])
    figure = _table(row["measure"], row["of"])[slug]
    assert figure.across
    assert figure.unit == row["unit"]
    for end, text in ((figure.low, row["low"]), (figure.high, row["high"])):
        assert abs(float(end) - float(text)) <= _shown(text) / 2 + 1e-9


def test_every_product_of_the_oracle_is_named():
    """The oracle's 69 products are 69 products of ours."""
    names = {row["product"] for row in _expected()}
    assert len(names) == len({product(each) for each in names}) == 69
