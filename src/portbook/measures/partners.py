"""How many parts trade."""

from __future__ import annotations

from collections.abc import Sequence

from portbook.figures.measure import folded
from portbook.quantities import NUMBER, Interval


@folded(unit=NUMBER, label="partners")
def partners(parts: Sequence[Interval]) -> Interval:
    """Number of partners with trade above zero, among those that are listed."""
    surely = sum(1 for each in parts if each.low is not None and each.low > 0)
    maybe = sum(1 for each in parts if each.high is None or each.high > 0)
    return Interval.exactly(surely) | Interval.exactly(maybe)
