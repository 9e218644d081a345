"""How many equal parts would be as concentrated."""

from __future__ import annotations

from collections.abc import Sequence

from portbook.figures.measure import folded
from portbook.measures.hhi import hhi
from portbook.quantities import NUMBER, Interval


@folded(unit=NUMBER, label="effective number")
def effective_number(parts: Sequence[Interval]) -> Interval:
    """One over the Herfindahl index: as many parts of equal size are as concentrated."""
    found: Interval = hhi.call(parts)  # type: ignore[misc]
    return found.inverse()
