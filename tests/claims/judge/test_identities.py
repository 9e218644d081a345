"""Every identity of the guide: met, broken, and not tied where claims do not belong together."""

from dataclasses import replace

import pytest
from claim_makers import claim, tied, verdict

TRILLION = 10**12
BILLION = 10**9


def level(name, value, **fields):
    return claim(name, "level", value, "CNY", **{"scale": TRILLION, **fields})


@pytest.mark.parametrize(
    ("rate", "expected"), [("7.1", "consistent"), ("7.4", "inconsistent"), ("-7.1", "inconsistent")]
)
def test_growth_of_two_levels(rate, expected):
    found = verdict(
        "growth",
        level("a", "25.45"),
        level("b", "23.77", period="2023"),
        claim("c", "growth_yoy", rate),
    )
    assert found == expected


def test_growth_without_the_level_before_bounds_it_exactly():
    found = tied(level("a", "25.45"), claim("b", "growth_yoy", "7.1"))
    (derived,) = found["growth", frozenset("ab")].derived
    assert derived.role == "previous"
    assert (float(derived.low), float(derived.high)) == (23747083527764.816, 23778608127043.438)


def test_growth_from_a_change():
    dear = level("a", "11.37", scale=BILLION)
    change = claim("b", "change", "0.54", "CNY", scale=BILLION)
    assert verdict("growth", dear, change, claim("c", "growth_yoy", "5.0")) == "consistent"
    assert verdict("growth", dear, change, claim("c", "growth_yoy", "6.0")) == "inconsistent"


def test_a_first_published_base_is_not_tied_to_growth_on_a_revised_one():
    found = verdict(
        "growth",
        level("a", "41.76", period="2023", flow="total"),
        level("b", "42.07", period="2022", flow="total", basis="first"),
        claim("c", "growth_yoy", "0.2", period="2023", flow="total", basis="comparable"),
    )
    assert found != "inconsistent"


def test_growth_in_dollars_is_not_tied_to_yuan():
    found = verdict(
        "growth",
        level("a", "25.45"),
        level("b", "23.77", period="2023"),
        claim("c", "growth_yoy", "5.9", basis="currency:USD"),
    )
    assert found is None


@pytest.mark.parametrize(
    ("balance", "expected"), [("7.06", "consistent"), ("7.60", "inconsistent")]
)
def test_balance(balance, expected):
    claims = level("a", "25.45"), level("b", "18.39", flow="import")
    assert verdict("balance", *claims, level("c", balance, flow="balance")) == expected


@pytest.mark.parametrize(
    ("total", "expected"), [("43.85", "consistent"), ("44.85", "inconsistent")]
)
def test_total(total, expected):
    claims = level("a", "25.45"), level("b", "18.39", flow="import")
    assert verdict("total", *claims, level("c", total, flow="total")) == expected


def test_a_missing_flow_is_bounded():
    found = tied(level("a", "43.85", flow="total"), level("b", "25.45"))
    (derived,) = found["total", frozenset("ab")].derived
    assert (derived.role, derived.low, derived.high) == ("import", 18390 * 10**9, 18410 * 10**9)


def test_adjusted_and_unadjusted_figures_are_not_added():
    claims = level("a", "2.5", basis="sa"), level("b", "1.5", flow="import")
    assert verdict("balance", *claims, level("c", "0.3", flow="balance")) == "needs_data"


@pytest.mark.parametrize(("rest", "expected"), [("58.8", "consistent"), ("85.8", "inconsistent")])
def test_sum_of_a_part_and_its_complement(rest, expected):
    claims = (
        level("a", "69.4", scale=BILLION, partner="EU"),
        level("b", rest, scale=BILLION, partner="non-EU countries"),
        level("c", "128.2", scale=BILLION),
    )
    assert verdict("sum", *claims) == expected


def test_parts_that_may_not_be_all_are_no_broken_sum():
    claims = (
        level("a", "4.0", scale=BILLION, product="shoes"),
        level("b", "5.0", scale=BILLION, product="toys"),
        level("c", "20.0", scale=BILLION),
    )
    assert verdict("sum", *claims) is None


@pytest.mark.parametrize(("share", "expected"), [("59.4", "consistent"), ("54.9", "inconsistent")])
def test_share(share, expected):
    claims = level("a", "15.12", product="machines"), level("b", "25.45")
    assert verdict("share", *claims, claim("c", "share", share, product="machines")) == expected


def test_a_share_narrowed_twice_is_no_contradiction_of_the_whole():
    claims = (
        level("a", "1.00", product="cars", partner="US"),
        level("b", "25.45"),
        claim("c", "share", "14.0", product="cars", partner="US"),
    )
    assert verdict("share", *claims) is None


def test_shares_of_overlapping_parts_may_exceed_the_whole():
    claims = (
        claim("a", "share", "59.4", product="machines"),
        claim("b", "share", "64.5", product="private enterprises"),
    )
    assert verdict("share_sum", *claims) is None


def test_shares_of_countries_may_not_exceed_the_whole():
    claims = claim("a", "share", "59.4", partner="US"), claim("b", "share", "64.5", partner="JP")
    assert verdict("share_sum", *claims) == "inconsistent"


def test_share_before_from_two_growth_rates():
    found = tied(
        claim("a", "share", "59.4", product="machines"),
        claim("b", "growth_yoy", "8.7", product="machines"),
        claim("c", "growth_yoy", "7.1"),
    )
    (derived,) = found["share_growth", frozenset("abc")].derived
    assert [round(float(end), 5) for end in (derived.low, derived.high)] == [58.42223, 58.62925]


def test_the_contribution_that_four_numbers_imply():
    found = tied(
        claim("a", "share", "59.4", product="machines"),
        claim("b", "growth_yoy", "8.7", product="machines"),
        claim("c", "growth_yoy", "7.1"),
    )
    share, points = found["contribution", frozenset("abc")].derived
    assert (share.role, points.role) == ("contribution_share", "contribution_pp")
    assert 70.80 < share.low < 70.81
    assert 72.63 < share.high < 72.64


@pytest.mark.parametrize(("points", "expected"), [("2.4", "consistent"), ("4.2", "inconsistent")])
def test_contribution_in_points(points, expected):
    claims = (
        level("a", "5.25", product="robots"),
        claim("b", "growth_yoy", "13.2", product="robots"),
        level("c", "26.99"),
        claim("d", "growth_yoy", "6.1"),
        claim("e", "contribution_pp", points, "pp", product="robots"),
    )
    assert verdict("contribution", *claims) == expected


@pytest.mark.parametrize(("total", "expected"), [("5.0", "consistent"), ("8.0", "inconsistent")])
def test_growth_of_a_whole_lies_between_those_of_its_parts(total, expected):
    claims = (
        claim("a", "growth_yoy", total, flow="total"),
        claim("b", "growth_yoy", "7.1"),
        claim("c", "growth_yoy", "2.3", flow="import"),
    )
    assert verdict("growth_between", *claims) == expected


@pytest.mark.parametrize(("total", "expected"), [("5.0", "consistent"), ("6.5", "inconsistent")])
def test_growth_of_a_whole_weighs_those_of_its_parts(total, expected):
    claims = (
        claim("a", "growth_yoy", total, flow="total"),
        claim("b", "growth_yoy", "7.1"),
        claim("c", "growth_yoy", "2.3", flow="import"),
        level("d", "25.45"),
        level("e", "18.39", flow="import"),
    )
    assert verdict("weighted_growth", *claims) == expected


@pytest.mark.parametrize(
    ("dollars", "expected"), [("5.98", "consistent"), ("4.98", "inconsistent")]
)
def test_conversion_at_a_daily_rate(dollars, expected):
    claims = (
        level("a", "43.85", flow="total", at=100),
        claim("b", "level", dollars, "USD", scale=TRILLION, flow="total", at=112),
    )
    assert verdict("conversion", *claims) == expected


def test_a_currency_without_a_daily_rate_is_left_alone():
    claims = (
        claim("a", "level", "165.7", "VND", scale=TRILLION, at=100),
        claim("b", "level", "6.63", "USD", scale=BILLION, at=112),
    )
    assert verdict("conversion", *claims) is None


def test_two_conversions_imply_one_rate():
    pairs = [
        claim("a", "level", "10.0", "VND", scale=TRILLION, at=100),
        claim("b", "level", "5.0", "USD", scale=BILLION, at=112),
        claim("c", "level", "20.0", "VND", scale=TRILLION, flow="import", at=200),
        claim("d", "level", "13.0", "USD", scale=BILLION, flow="import", at=212),
    ]
    assert verdict("conversion_pair", *pairs) == "inconsistent"
    pairs[3] = claim("d", "level", "10.0", "USD", scale=BILLION, flow="import", at=212)
    assert verdict("conversion_pair", *pairs) == "consistent"


@pytest.mark.parametrize(("price", "expected"), [("1875", "consistent"), ("1578", "inconsistent")])
def test_unit_value(price, expected):
    claims = (
        claim("a", "level", "1.20", "USD", scale=BILLION, product="rubber"),
        claim("b", "level", "640000", "tonne", decimals=-4, product="rubber"),
        claim("c", "price", price, "USD/tonne", product="rubber", flow=None),
    )
    assert verdict("unit_value", *claims) == expected


@pytest.mark.parametrize(("average", "expected"), [("119", "consistent"), ("199", "inconsistent")])
def test_mean_of_months(average, expected):
    text = f"It earned $1.19 billion, or ${average} million a month on average."
    at = text.index("$1") + 25
    claims = (
        claim("a", "level", "1.19", "USD", scale=BILLION, period="2024-01/2024-10", at=10),
        claim("b", "level", average, "USD", scale=10**6, period="2024-01/2024-10", at=at),
    )
    claims = (claims[0], replace(claims[1], basis="average"))
    assert verdict("mean", *claims, text=text) == expected


@pytest.mark.parametrize(("points", "expected"), [("4", "consistent"), ("6", "inconsistent")])
def test_difference_of_two_shares_in_points(points, expected):
    claims = (
        claim("a", "share", "38", product="chips"),
        claim("b", "share", "34", product="chips", period="2023"),
        claim("c", "pp_change", points, "pp", product="chips"),
    )
    assert verdict("pp_change", *claims) == expected


@pytest.mark.parametrize(("rate", "expected"), [("16.4", "consistent"), ("6.4", "inconsistent")])
def test_a_mark_is_passed_for_the_first_time_only_if_it_was_not_before(rate, expected):
    claims = (
        level("a", "4.5", flow="total"),
        claim("b", "threshold", "4", "CNY", scale=TRILLION, flow="total", hedge="over"),
        claim("c", "growth_yoy", rate, flow="total"),
    )
    assert verdict("threshold", *claims) == expected


@pytest.mark.parametrize(("price", "expected"), [("15.4", "consistent"), ("5.0", "inconsistent")])
def test_value_grows_by_volume_and_price(price, expected):
    claims = (
        claim("a", "growth_yoy", "20", product="rubber"),
        claim("b", "growth_yoy", "4", product="rubber", basis="volume"),
        claim("c", "growth_yoy", price, product="rubber", flow=None),
    )
    assert verdict("growth_product", *claims) == expected


def test_a_part_is_no_larger_than_its_whole():
    claims = level("a", "4.77"), level("b", "127.38", product="leather")
    assert verdict("order", *claims) == "inconsistent"


def test_a_record_is_no_less_than_the_peak_before():
    record = claim("c", "record", "1", "record_high")
    assert (
        verdict("order", level("a", "6.38"), level("b", "6.83", period="2022"), record)
        == "inconsistent"
    )
    assert (
        verdict("order", level("a", "6.84"), level("b", "6.83", period="2022"), record)
        == "consistent"
    )


def test_a_slip_between_two_mentions_of_one_figure():
    assert (
        verdict("same", claim("a", "growth_yoy", "12"), claim("b", "growth_yoy", "21"))
        == "inconsistent"
    )


@pytest.mark.parametrize(
    "other",
    [
        {"basis": "forecast"},
        {"basis": "sa"},
        {"period": "2023"},
        {"partner": "US"},
        {"basis": "currency:USD"},
        {"attribution": "somebody else"},
    ],
)
def test_figures_of_unlike_concepts_need_not_agree(other):
    one = claim("a", "growth_yoy", "12", attribution="customs")
    assert verdict("same", one, claim("b", "growth_yoy", "21", **other)) is None


def test_a_fall_breaks_a_run_of_rises():
    claims = (
        claim("a", "ordinal", "3", "consecutive_month", period="2025-02"),
        claim("b", "growth_mom", "8", period="2025-02"),
        claim("c", "growth_mom", "-5", period="2025-01"),
    )
    assert verdict("streak", *claims) == "inconsistent"


def test_a_fall_before_the_run_does_not_break_it():
    claims = (
        claim("a", "ordinal", "2", "consecutive_month", period="2025-02"),
        claim("b", "growth_mom", "8", period="2025-02"),
        claim("c", "growth_mom", "-5", period="2024-12"),
    )
    assert verdict("streak", *claims) is None


def test_a_hedged_number_is_wide():
    claims = level("a", "4", hedge="over"), level("b", "2.0", period="2023")
    assert verdict("growth", *claims, claim("c", "growth_yoy", "150")) == "consistent"
    assert verdict("growth", *claims, claim("c", "growth_yoy", "50")) == "inconsistent"


def test_a_broken_identity_says_what_each_claim_should_have_been():
    found = tied(
        level("a", "25.45"), level("b", "18.93", flow="import"), level("c", "43.85", flow="total")
    )
    meant = {one.about: one for one in found["total", frozenset("abc")].derived}
    assert (meant["b"].low, meant["b"].high) == (18390 * 10**9, 18410 * 10**9)
