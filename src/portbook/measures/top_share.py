"""The share of the largest parts in the whole."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from portbook.figures.measure import folded
from portbook.quantities import PERCENT, Interval

LARGEST = 5
"""The share is that of so many parts."""


@folded(unit=PERCENT, label="share of the five largest")
def top_share(parts: Sequence[Interval]) -> Interval:
    """Share of the five largest parts in the whole, in percent (concentration ratio)."""
    ranked = sorted(parts, key=lambda part: part.middle or Fraction(0), reverse=True)
    top, rest = ranked[:LARGEST], ranked[LARGEST:]
    low, high = _sum(top)
    rest_low, rest_high = _sum(rest)
    return Interval(100 * low / (low + rest_high), 100 * high / (high + rest_low))


def _sum(parts: Sequence[Interval]) -> tuple[Fraction, Fraction]:
    lows = (max(each.low or Fraction(0), Fraction(0)) for each in parts)
    highs = (each.high or Fraction(0) for each in parts)
    return sum(lows, Fraction(0)), sum(highs, Fraction(0))
