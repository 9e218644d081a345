"""The range of a formula over the rounding of its inputs is exact where they are repeated."""

from fractions import Fraction

import pytest

from portbook.errors import ZeroDivisor
from portbook.figures.bound import bound
from portbook.figures.term import name
from portbook.quantities import Interval
from portbook.quantities.wording import outward

share, growth, whole, exports = name("share"), name("growth"), name("whole"), name("exports")
PLAIN = share * growth / (1 + growth) * (1 + whole) / whole
NOW = share * exports
AS_DECLARED = (NOW - NOW / (1 + growth)) / (exports - exports / (1 + whole))
"""The same from the levels: every input is repeated, and the level itself cancels."""
PRINTED = {
    "exports": Interval.rounded("25.45"),
    "share": Interval.rounded("59.4", Fraction(1, 100)),
    "growth": Interval.rounded("8.7", Fraction(1, 100)),
    "whole": Interval.rounded("7.1", Fraction(1, 100)),
}


def percents(one, decimals=2):
    return outward(one.low * 100, one.high * 100, decimals)


def test_the_founding_example_is_exact():
    """59.4 % of exports, grown by 8.7 %, of exports grown by 7.1 %."""
    found = bound(PLAIN, PRINTED)
    low = Fraction("0.5935") * Fraction("0.0865") / Fraction("1.0865")
    high = Fraction("0.5945") * Fraction("0.0875") / Fraction("1.0875")
    assert found.low == low * Fraction("1.0715") / Fraction("0.0715")
    assert found.high == high * Fraction("1.0705") / Fraction("0.0705")
    assert percents(found) == ("70.80", "72.64")


def test_the_founding_example_from_its_levels_is_as_exact():
    found = bound(AS_DECLARED, PRINTED)
    assert found == bound(PLAIN, PRINTED)


def test_the_naive_range_of_the_founding_example_is_wider():
    naive = AS_DECLARED.interval(PRINTED)
    assert (round(float(naive.low) * 100, 1), round(float(naive.high) * 100, 1)) == (68.7, 74.8)
    assert naive.contains(bound(AS_DECLARED, PRINTED))


def test_no_repeated_input_needs_no_corners():
    a, b = name("a"), name("b")
    box = {"a": Interval.rounded("2.0"), "b": Interval.rounded("4")}
    assert bound(a / b, box) == (a / b).interval(box)


def test_what_cancels_is_one_number():
    a = name("a")
    assert bound(a - a, {"a": Interval.rounded("5")}) == Interval.exactly(0)
    assert bound(a / a, {"a": Interval.rounded("5")}) == Interval.exactly(1)


def test_an_open_end_falls_back_to_the_naive_range():
    a, b = name("a"), name("b")
    box = {"a": Interval.over(Fraction(4)), "b": Interval.exactly(2)}
    assert bound(a * b + a, box) == Interval.over(Fraction(12))


def test_a_square_is_bisected():
    """x (1 - x) over 0.2 to 0.7 has its top inside, at a half."""
    x = name("x")
    found = bound(x * (1 - x), {"x": Interval(Fraction("0.2"), Fraction("0.7"))})
    assert found.low <= Fraction("0.16")
    assert found.high >= Fraction("0.25")
    assert Fraction("0.16") - found.low < Fraction(1, 100)
    assert found.high - Fraction("0.25") < Fraction(1, 100)


def test_a_rising_square_needs_no_bisection():
    x = name("x")
    found = bound(x * x - x, {"x": Interval(Fraction(2), Fraction(3))})
    assert found == Interval(Fraction(2), Fraction(6))


@pytest.mark.parametrize(
    ("formula", "box"),
    [
        (name("a") / name("b"), {"a": ("1", "2"), "b": ("-1", "1")}),
        (name("a") / (name("a") - name("b")), {"a": ("1", "2"), "b": ("1", "2")}),
        (name("a") / (name("a") - 1), {"a": ("0.5", "2")}),
        (PLAIN, {"share": ("0.5", "0.6"), "growth": ("0.1", "0.2"), "whole": ("-0.01", "0.01")}),
    ],
)
def test_a_denominator_that_may_be_zero_is_refused(formula, box):
    of = {key: Interval(Fraction(low), Fraction(high)) for key, (low, high) in box.items()}
    with pytest.raises(ZeroDivisor):
        bound(formula, of)
