"""A printed number is every number that rounds to it, and arithmetic keeps all of them."""

from fractions import Fraction

import pytest

from portbook.errors import BadNumber, ZeroDivisor
from portbook.quantities import ANYTHING, Interval, places


def between(low, high):
    return Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


@pytest.mark.parametrize(
    ("text", "scale", "decimals", "low", "high"),
    [
        ("43.85", 10**12, None, 43_845 * 10**9, 43_855 * 10**9),
        ("7.1", 1, None, "7.05", "7.15"),
        ("5", 1, None, "4.5", "5.5"),
        ("5.0", 1, None, "4.95", "5.05"),
        ("-2.3", 1, None, "-2.35", "-2.25"),
        ("0", 1, None, "-0.5", "0.5"),
        ("125000", 1, -3, 124_500, 125_500),
        ("1.5", 10**8, 0, 10**8, 2 * 10**8),
    ],
)
def test_rounded_is_every_number_that_rounds_to_the_print(text, scale, decimals, low, high):
    assert Interval.rounded(text, scale, decimals) == between(low, high)


def test_exactly_holds_one_number():
    assert Interval.exactly("0.1") == Interval(Fraction(1, 10), Fraction(1, 10))
    assert Interval.exactly(7).width == 0
    assert Interval.exactly(Fraction(1, 3)).contains(Fraction(1, 3))


@pytest.mark.parametrize("text", ["", "12,3", "1/0", "about 5", "7.1%"])
def test_what_is_no_number_is_named(text):
    with pytest.raises(BadNumber, match="is not a number"):
        Interval.rounded(text)


@pytest.mark.parametrize(("text", "shown"), [("43.85", 2), ("5", 0), ("5.0", 1), ("-0.125", 3)])
def test_places_counts_the_digits_shown(text, shown):
    assert places(text) == shown


def test_arithmetic_of_closed_intervals():
    a, b = between(1, 2), between(-3, 5)
    assert a + b == between(-2, 7)
    assert a - b == between(-4, 5)
    assert a * b == between(-6, 10)
    assert b / a == between(-3, 5)
    assert a / between(-4, -2) == between(-1, "-1/4")
    assert -b == between(-5, 3)
    assert a.scaled(100) == between(100, 200)
    assert a.scaled(-1) == between(-2, -1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Interval.over(Fraction(4)) + between(1, 2), between(5, None)),
        (between(1, 2) - Interval.over(Fraction(4)), between(None, -2)),
        (Interval.over(Fraction(4)) * between(2, 3), between(8, None)),
        (Interval.over(Fraction(4)) * between(-3, -2), between(None, -8)),
        (Interval.over(Fraction(4)) * Interval.exactly(0), between(0, 0)),
        (Interval.over(Fraction(4)) * between(-1, 1), ANYTHING),
        (Interval.under(Fraction(-4)) * Interval.under(Fraction(-2)), between(8, None)),
        (between(1, 2) / Interval.over(Fraction(4)), between(0, "1/2")),
        (between(1, 2) / Interval.under(Fraction(-4)), between("-1/2", 0)),
        (ANYTHING + between(1, 2), ANYTHING),
    ],
)
def test_arithmetic_with_open_ends(found, expected):
    assert found == expected


@pytest.mark.parametrize("divisor", [between(-1, 1), between(0, 1), between(-1, 0), ANYTHING])
def test_a_divisor_that_may_be_zero_is_refused(divisor):
    with pytest.raises(ZeroDivisor, match="may be zero"):
        divisor.inverse()
    with pytest.raises(ZeroDivisor, match="may be zero"):
        between(1, 2) / divisor


def test_inverse_turns_the_ends():
    assert between(2, 4).inverse() == between("1/4", "1/2")
    assert between(-4, -2).inverse() == between("-1/2", "-1/4")


def test_meets_is_closed_at_the_ends():
    assert Interval.rounded("5").meets(Interval.rounded("5.4"))
    assert between(1, 2).meets(between(2, 3))
    assert not between(1, 2).meets(between("2.0001", 3))
    assert Interval.over(Fraction(4)).meets(between(3, 4))
    assert not Interval.over(Fraction(4)).meets(Interval.under(Fraction(3)))


def test_contains_numbers_and_intervals():
    one = between(1, 2)
    assert one.contains(1)
    assert one.contains(Fraction(2))
    assert not one.contains(Fraction(201, 100))
    assert one.contains(between("1.5", 2))
    assert not one.contains(between("1.5", "2.5"))
    assert not one.contains(Interval.over(Fraction(1)))
    assert Interval.over(Fraction(1)).contains(Interval.over(Fraction(3)))
    assert ANYTHING.contains(ANYTHING)


def test_what_lies_in_both_and_around_both():
    assert between(1, 3) & between(2, 5) == between(2, 3)
    assert (between(1, 2) & between(3, 4)).empty
    assert not (between(1, 2) & between(2, 4)).empty
    assert between(1, 2) | between(3, 4) == between(1, 4)
    assert between(1, 2) | Interval.over(Fraction(0)) == between(0, None)


def test_middle_width_and_sign():
    assert (between(1, 4).middle, between(1, 4).width) == (Fraction(5, 2), 3)
    assert (Interval.over(Fraction(1)).middle, Interval.over(Fraction(1)).width) == (None, None)
    signs = [between(1, 2).sign, between(-2, -1).sign, between(0, 1).sign, ANYTHING.sign]
    assert signs == [1, -1, 0, 0]
