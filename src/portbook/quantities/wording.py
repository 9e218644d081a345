"""Numbers in words: scale words, currencies and decimals of a language, from Unicode CLDR."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

MINUS = "\u2212"
SCALES = {
    "en": (10**12, 10**9, 10**6, 1),
    "zh": (10**12, 10**8, 10**4, 1),
}
"""The numbers that have a word of their own in trade prose, largest first."""


def decimal(value: Fraction, places: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return a fraction to so many places, rounded once and exactly."""
    step = Decimal(1).scaleb(-places)
    shifted = value * 10**places
    floor = shifted.numerator // shifted.denominator
    rest = shifted - floor
    if rounding == ROUND_CEILING:
        floor += rest > 0
    elif rounding == ROUND_HALF_EVEN:
        half = Fraction(1, 2)
        floor += rest > half or (rest == half and floor % 2)
    return Decimal(int(floor)) * step


def digits(value: Fraction, places: int, rounding: str = ROUND_HALF_EVEN) -> str:
    """Return a number with thousands commas, so many places and a true minus sign."""
    return f"{decimal(value, places, rounding):,.{places}f}".replace("-", MINUS)


def outward(low: Fraction, high: Fraction, places: int) -> tuple[str, str]:
    """Return both ends of a range, the low one rounded down and the high one up."""
    return digits(low, places, ROUND_FLOOR), digits(high, places, ROUND_CEILING)


def scale(value: Fraction, lang: str = "en") -> int:
    """Return the largest scale with a word of its own that a value reaches."""
    return next(each for each in SCALES[lang] if abs(value) >= each or each == 1)


@cache
def scale_word(factor: int, lang: str = "en") -> str:
    """Return the word of a scale: trillion, billion, million; 万亿, 亿, 万.

    Examples
    --------
    >>> scale_word(10**12), scale_word(10**8, "zh"), scale_word(1)
    ('trillion', '亿', '')
    """
    if factor == 1:
        return ""
    from babel.numbers import format_compact_decimal

    form: Literal["long", "short"] = "short" if lang == "zh" else "long"
    text = format_compact_decimal(factor, format_type=form, locale=lang)
    return text.lstrip("0123456789\u00a0 .")


@cache
def currency_word(code: str, lang: str = "en") -> str:
    """Return what a currency is called in a sentence: US dollars, Chinese yuan, 人民币.

    Examples
    --------
    >>> currency_word("USD"), currency_word("CNY")
    ('US dollars', 'yuan')
    """
    if (code, lang) in PLAIN:
        return PLAIN[code, lang]
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, count=2, locale=lang))


PLAIN = {
    ("CNY", "en"): "yuan",
    ("CNY", "zh"): "元",
    ("USD", "zh"): "美元",
    ("EUR", "en"): "euros",
    ("EUR", "zh"): "欧元",
    ("JPY", "en"): "yen",
}
"""What trade prose calls the currencies whose full names it does not write out."""
