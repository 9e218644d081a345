"""A figure as it is shown at the prompt: the number, its unit, its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.quantities import unit
from portbook.quantities.wording import currency_word, digits, outward, scale, scale_word

if TYPE_CHECKING:
    from fractions import Fraction

    from portbook.figures.figure import Figure

MOST = 6
"""No number is shown with more places than this."""


def amount(figure: Figure) -> str:
    """Return the number in words: 43.85 trillion yuan, 7.1%, 5.11 points."""
    factor = scale(figure.value) if unit(figure.unit).money else 1
    places = _places(figure.low / factor, figure.high / factor, least=2 if factor > 1 else 0)
    return _worded(digits(figure.value / factor, places), factor, figure.unit)


def range_words(figure: Figure) -> str:
    """Return the exact range, rounded outward; empty where the figure is exact."""
    if figure.low == figure.high:
        return ""
    factor = scale(figure.value) if unit(figure.unit).money else 1
    least = 2 if factor > 1 else 0
    places = _places(figure.low / factor, figure.high / factor, least) + 1
    low, high = outward(figure.low / factor, figure.high / factor, places)
    return _worded(f"{low} to {high}", factor, figure.unit)


def _places(low: Fraction, high: Fraction, least: int) -> int:
    """Return how many places tell the ends of a range apart."""
    for places in range(least, MOST):
        if (high - low) * 10**places >= 1:
            return places
    return MOST if low != high else max(least, 2)


def _worded(number: str, factor: int, code: str) -> str:
    if code == "percent":
        return f"{number}%"
    if unit(code).money:
        return " ".join(each for each in (number, scale_word(factor), currency_word(code)) if each)
    return f"{number} {code}".strip()
