"""Claims in the exchange format: intervals as the guide defines them, JSON there and back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portbook.claims.guide import HEDGES, MEASURES, Claim
from portbook.errors import BadData
from portbook.quantities import Interval


def claim(value, **more):
    fields = {"id": "c1", "span": (0, 1), "measure": "level", "unit": "CNY"} | more
    return Claim(value=value, **fields)


@pytest.mark.parametrize(
    ("one", "low", "high"),
    [
        (claim("43.85", scale=10**12, decimals=2), 43_845_000_000_000, 43_855_000_000_000),
        (claim("125000", decimals=-3, unit="vehicle"), 124_500, 125_500),
        (claim("7.1", measure="growth_yoy", unit="percent", decimals=1), "7.05", "7.15"),
        (claim("-0.2", measure="growth_yoy", unit="percent", decimals=1), "-0.25", "-0.15"),
        (claim("4", scale=10**12, hedge="over"), 4 * 10**12, None),
        (claim("10", measure="count", unit="market", hedge="under"), 0, 10),
        (claim("450", hedge="about"), 440, 460),
        (claim("450", hedge="nearly"), 440, 450),
        (claim("69.4", scale=10**9, decimals=1, hedge="about"), 69_300_000_000, 69_500_000_000),
        (claim("60", value_hi="80", scale=10**9), 59_500_000_000, 80_500_000_000),
        (claim("97", measure="count", unit="country"), 97, 97),
        (claim("25", measure="growth_yoy", unit="percent", decimals=-1), 20, 30),
    ],
)
def test_interval(one, low, high):
    expected = Interval(Fraction(low), None if high is None else Fraction(high))
    assert one.interval() == expected


def test_a_deficit_has_the_mirrored_interval():
    deficit = claim("-5", hedge="over")
    assert deficit.interval() == Interval(None, Fraction(-5))


def test_json_leaves_out_what_a_claim_has_not():
    assert claim("51.0", decimals=1).to_json() == {
        "id": "c1",
        "span": [0, 1],
        "measure": "level",
        "flow": None,
        "product": None,
        "reporter": None,
        "partner": None,
        "period": None,
        "value": 51,
        "unit": "CNY",
        "scale": 1,
        "decimals": 1,
        "hedge": None,
        "attribution": None,
        "basis": None,
    }


@given(
    value=st.decimals(-(10**6), 10**6, places=3),
    measure=st.sampled_from(MEASURES),
    hedge=st.sampled_from([None, *HEDGES]),
    scale=st.sampled_from([1, 10**6, 10**12]),
)
def test_json_there_and_back_keeps_the_interval(value, measure, hedge, scale):
    one = claim(str(value), measure=measure, hedge=hedge, scale=scale, decimals=3)
    again = Claim.from_json(one.to_json())
    assert again.interval() == one.interval()
    assert again.amount == one.amount


@pytest.mark.parametrize(
    "record",
    [{}, {"id": "a", "span": [0], "measure": "level", "value": 1, "unit": "CNY"},
     {"id": "a", "span": [0, 1], "measure": "level", "value": "much", "unit": "CNY"}],
)  # fmt: skip
def test_a_broken_record_says_so(record):
    with pytest.raises(BadData, match="claim"):
        Claim.from_json(record)
