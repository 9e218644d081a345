"""The concentration of a whole among its parts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from portbook.figures.measure import folded
from portbook.quantities import NUMBER, Interval


@folded(unit=NUMBER, label="Herfindahl index")
def hhi(parts: Sequence[Interval]) -> Interval:
    """Sum of the squared shares of the parts, from 0 to 1 (Herfindahl 1950)."""
    low, high = (
        sum((p.low or Fraction(0) for p in parts), Fraction(0)),
        sum((p.high or Fraction(0) for p in parts), Fraction(0)),
    )
    least = sum((_squared(p.low, high - (p.high or Fraction(0))) for p in parts), Fraction(0))
    most = sum((_squared(p.high, low - (p.low or Fraction(0))) for p in parts), Fraction(0))
    return Interval(least, min(most, Fraction(1)))


def _squared(part: Fraction | None, others: Fraction) -> Fraction:
    """Return the squared share of a part beside others; no part is less than nothing."""
    size = max(part or Fraction(0), Fraction(0))
    return (size / (size + others)) ** 2 if size else Fraction(0)
