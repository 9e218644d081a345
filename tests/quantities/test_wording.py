"""Numbers in words: rounded once, ranges outward, scale words and currencies of the language."""

from fractions import Fraction

import pytest

from portbook.quantities import NUMBER, PERCENT, POINTS, unit
from portbook.quantities.wording import currency_word, digits, outward, scale, scale_word


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction("25454.5"), 1, "25,454.5"),
        (Fraction("0.125"), 2, "0.12"),
        (Fraction("0.135"), 2, "0.14"),
        (Fraction("7.14999999999999999999999"), 1, "7.1"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction("-2.25"), 1, "\u22122.2"),
        (Fraction("-0.04"), 1, "0.0"),
        (Fraction(1_234_567), 0, "1,234,567"),
    ],
)
def test_digits_round_once_half_to_even_with_a_true_minus(value, places, text):
    assert digits(value, places) == text


@pytest.mark.parametrize(
    ("low", "high", "places", "ends"),
    [
        ("70.8012", "72.6312", 2, ("70.80", "72.64")),
        ("8.6876", "8.7876", 2, ("8.68", "8.79")),
        ("-1.25", "-1.21", 1, ("\u22121.3", "\u22121.2")),
        ("5", "5", 1, ("5.0", "5.0")),
    ],
)
def test_a_range_is_rounded_outward(low, high, places, ends):
    assert outward(Fraction(low), Fraction(high), places) == ends


@pytest.mark.parametrize(
    ("factor", "lang", "word"),
    [
        (10**12, "en", "trillion"),
        (10**9, "en", "billion"),
        (10**6, "en", "million"),
        (1, "en", ""),
        (10**12, "zh", "万亿"),
        (10**8, "zh", "亿"),
        (10**4, "zh", "万"),
    ],
)
def test_scale_words(factor, lang, word):
    assert scale_word(factor, lang) == word


@pytest.mark.parametrize(
    ("value", "lang", "factor"),
    [
        (25_454_500_000_000, "en", 10**12),
        (999_999_999_999, "en", 10**9),
        (-3_000_000, "en", 10**6),
        (12_345, "en", 1),
        (999_999_999_999, "zh", 10**8),
        (12_345, "zh", 10**4),
    ],
)
def test_the_largest_scale_a_value_reaches(value, lang, factor):
    assert scale(Fraction(value), lang) == factor


def test_currencies_as_prose_calls_them():
    words = [currency_word("USD"), currency_word("CNY"), currency_word("CNY", "zh")]
    assert words == ["US dollars", "yuan", "元"]


def test_units():
    assert unit("percent") is PERCENT
    assert unit("points") is POINTS
    assert (PERCENT.factor, POINTS.factor, NUMBER.factor) == (100, 100, 1)
    assert [unit(code).money for code in ("CNY", "USD", "tonne", "ABC", "percent")] == [
        True,
        True,
        False,
        False,
        False,
    ]
