"""What a book answers: measured values, the evidence they rest on, and what it refuses."""

from fractions import Fraction

import pytest

import portbook
from portbook.errors import BadPeriod, NotCovered, UnclearWhole, UnknownName

ELECTRICAL = "mechanical-electrical"


@pytest.fixture(scope="module")
def book():
    return portbook.open()


def test_growth_across_issues(book):
    """A year over the same year in the issue before: no issue prints the growth itself."""
    found = book.figure("growth", flow="export", product=ELECTRICAL, period="2024")
    assert float(found.low) == pytest.approx(8.6876, abs=1e-3)
    assert float(found.high) == pytest.approx(8.7876, abs=1e-3)
    assert (found.unit, found.basis, found.across, found.evidence) == (
        "percent",
        "CNY",
        True,
        "copy",
    )


def test_contribution_share_across_issues(book):
    found = book.figure("contribution_share", flow="export", product=ELECTRICAL, period="2024")
    assert float(found.low) == pytest.approx(71.174, abs=1e-3)
    assert float(found.high) == pytest.approx(72.880, abs=1e-3)
    assert found.deduced


def test_share_inside_one_issue(book):
    found = book.figure("share", flow="export", product=ELECTRICAL, period="2024")
    assert float(found.value) == pytest.approx(59.418, abs=1e-3)
    assert (found.publication, found.across) == ("gacc-bulletin-2024-12", False)
    assert len(found.prints) == 2


def test_imports_as_printed(book):
    found = book.figure("value", flow="import", period="2024")
    assert found.value == 18_392_255_340_000
    assert (found.low, found.high) == (18_392_255_335_000, 18_392_255_345_000)
    assert not found.deduced


def test_what_another_currency_says_is_another_record(book):
    in_yuan = book.figure("record", flow="total", period="2024", basis="CNY")
    in_dollars = book.figure("record", flow="total", period="2024", basis="USD")
    assert (in_yuan.value, in_dollars.value) == (1, 0)
    levels = {str(one.cell.period): one.value for one in in_dollars.history}
    assert max(levels, key=levels.get) == "2022"


def test_folds_and_ranks_over_partners(book):
    spread = book.figure("hhi", flow="export", period="2024")
    assert float(spread.value) == pytest.approx(0.0444, abs=5e-5)
    assert spread.low <= spread.value <= spread.high
    ranks = [
        book.figure("rank", flow="export", period="2024", partner=each).value
        for each in ("USA", "VNM")
    ]
    assert ranks == [1, 3]


def test_records_are_summed_to_the_cent(book):
    found = book.figure("value", reporter="USA", flow="import", period="2024")
    assert found.value == 3_251_194_802_380
    assert found.low == found.value == found.high
    assert (found.evidence, found.basis) == ("records", "USD")
    assert "records" in found.query
    assert "sum" in found.query


def test_months_of_records_sum_to_the_year(book):
    months = [
        book.figure("value", reporter="USA", flow="import", period=f"2024-{month:02d}").value
        for month in range(1, 13)
    ]
    assert sum(months) == 3_251_194_802_380


def test_what_records_do_not_hold_is_not_zero(book):
    with pytest.raises(NotCovered, match="partner=asean"):
        book.figure("value", reporter="USA", flow="import", partner="asean", period="2024")
    with pytest.raises(NotCovered, match="not covered"):
        book.figure("value", reporter="USA", flow="import", period="2031")


def test_the_only_basis_there_is_answers(book):
    found = book.figure("value", reporter="DEU", flow="export", period="2023")
    assert (found.value, found.basis) == (1_718_251_000_000, "USD")


def test_share_of_a_country_in_the_world(book):
    found = book.figure("share", reporter="DEU", flow="export", period="2023", within="reporter")
    assert found.value == Fraction(1_718_251, 23_809_145) * 100
    assert float(found.value) == pytest.approx(7.2168, abs=1e-4)
    with pytest.raises(UnclearWhole, match="within=reporter"):
        book.figure("share", reporter="DEU", flow="export", period="2023")


def test_nothing_of_a_year_is_known_before_it_is_published():
    before = portbook.open(as_of="2024-12-31")
    with pytest.raises(NotCovered):
        before.figure("value", flow="export", period="2024")
    assert before.figure("value", flow="export", period="2023").value == 23_770_000_000_000
    after = portbook.open(as_of="2025-02-10")
    found = after.figure("value", flow="export", period="2024")
    assert found.value == pytest.approx(25_454_500_000_000, rel=1e-5)
    assert found.known_from.isoformat() <= "2025-02-10"


def test_no_print_is_from_after_the_date():
    known = portbook.open(as_of="2023-06-30")
    dates = {each.known_from.isoformat() for each in known.prints.publications.values()}
    assert dates
    assert max(dates) <= "2023-06-30"


@pytest.mark.parametrize(
    ("measure", "question", "message"),
    [
        ("grwth", {}, "no measure called 'grwth'; did you mean: growth"),
        ("growth", {"flw": "export"}, "no dimension called 'flw'; did you mean: flow"),
        ("growth", {"flow": "exprt"}, "no flow called 'exprt'; did you mean: export"),
        ("growth", {"partner": "Vietnm"}, "no place called 'Vietnm'; did you mean: Vietnam"),
        (
            "growth",
            {"product": "mechancal-electrical"},
            "no product called .*; did you mean: mechanical-electrical",
        ),
        ("growth", {"of": "valeu"}, "no measure called 'valeu'; did you mean: value"),
        ("growth", {"across": "issues"}, "did you mean: series"),
    ],
)
def test_an_unknown_name_names_the_near_ones(book, measure, question, message):
    with pytest.raises(UnknownName, match=message):
        book.figure(measure, period="2024", **question)


def test_a_period_must_be_one(book):
    with pytest.raises(BadPeriod, match="'20244' is no period"):
        book.figure("value", flow="export", period="20244")
    with pytest.raises(UnknownName, match="2024-Q1"):
        book.figure("value", flow="export")


def test_names_and_codes_are_one_question(book):
    asked = book.address("value", flow="export", partner="Vietnam", period="2024-01/2024-12")
    assert asked == book.address("value", flow="export", partner="VNM", period="2024")
    assert asked.text() == "value flow=export reporter=CHN partner=VNM period=2024"


def test_another_reporter_where_a_question_names_none(book):
    found = book.for_reporter("Germany").figure("value", flow="export", period="2023")
    assert found.value == 1_718_251_000_000


def test_the_derivation_ends_in_prints_of_the_figure(book):
    found = book.figure("growth", flow="export", product=ELECTRICAL, period="2024")
    values = {one: one.value for one in found.prints}
    assert found.term.value(values) * 100 == found.value
    assert all(one.source.address for one in found.prints)


def test_to_dict_holds_the_printed_inputs(book):
    found = book.figure("share", flow="export", product=ELECTRICAL, period="2024").to_dict()
    assert found["cell"]["product"] == ELECTRICAL
    assert {one["publication"] for one in found["inputs"]} == {"gacc-bulletin-2024-12"}
    assert found["within"] == "product"
    assert found["low"] < found["value"] < found["high"]
