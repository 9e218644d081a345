"""A table answers all its rows from one publication or series, and says how complete it is."""

import pytest

import portbook
from portbook.errors import NotCovered, UnknownName, WrongUse


@pytest.fixture(scope="module")
def book():
    return portbook.open()


def test_rows_come_from_one_publication_the_largest_first(book):
    found = book.table("share", "partner", top=3, flow="export", period="2024")
    assert [each.cell.scope.partner for each in found.figures] == ["apec", "asia", "europe"]
    assert {each.publication for each in found.figures} == {found.publication}
    assert found.publication == "gacc-bulletin-2024-12"
    assert found.kind == "overlapping"
    assert found.rest is None


def test_what_a_partition_leaves_is_one_row(book):
    found = book.table("value", "enterprise", top=2, flow="import", period="2024")
    parts = [each.cell.scope.enterprise for each in found.figures]
    assert (parts, found.kind) == (["private", "foreign-invested"], "partition")
    every = book.table("value", "enterprise", flow="import", period="2024").figures
    left = {each.cell.scope.enterprise: each.value for each in every[2:]}
    assert set(left) == {"state-owned", "other"}
    assert found.rest.interval.contains(sum(left.values()))
    assert found.rows()[-1]["enterprise"] == "rest"


def test_the_rest_of_records_is_exact(book):
    asked = {"reporter": "USA", "flow": "import", "period": "2024"}
    found = book.table("share", "partner", top=5, **asked)
    names = [each.cell.scope.partner for each in found.figures]
    assert names == ["MEX", "CHN", "CAN", "other", "DEU"]
    assert found.rest.value + sum(each.value for each in found.figures) == 100


def test_growth_has_no_rest(book):
    found = book.table("growth", "enterprise", top=2, flow="import", period="2024")
    assert len(found.figures) == 2
    assert found.rest is None


def test_months_stay_in_order(book):
    found = book.table("value", "month", reporter="USA", flow="import", period="2024")
    assert [str(each.cell.period) for each in found.figures] == [
        f"2024-{month:02d}" for month in range(1, 13)
    ]
    assert sum(each.value for each in found.figures) == 3_251_194_802_380


def test_rows_have_the_columns_of_every_table(book):
    (row,) = book.table("share", "enterprise", top=1, flow="import", period="2024").rows()[:1]
    assert list(row)[:4] == ["enterprise", "value", "low", "high"]
    assert row["value"] == pytest.approx(41.968, abs=1e-3)
    assert row["low"] <= row["value"] <= row["high"]
    assert (row["unit"], row["publication"]) == ("percent", "gacc-bulletin-2024-12")


def test_a_date_bounds_what_a_table_is_made_from():
    early = portbook.open(as_of="2024-12-31")
    with pytest.raises(NotCovered):
        early.table("share", "enterprise", flow="import", period="2024")


def test_wrong_tables_are_refused(book):
    with pytest.raises(UnknownName, match="did you mean: partner"):
        book.table("share", "partnr", flow="export", period="2024")
    with pytest.raises(WrongUse, match="one or two dimensions"):
        book.table("share", "partner,product,regime", flow="export", period="2024")
    with pytest.raises(NotCovered, match="by partner"):
        book.table("share", "partner", flow="export", period="2031")
