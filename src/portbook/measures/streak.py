"""For how many periods in a row a figure has risen or fallen."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from portbook.figures.folding import history, judgement, span
from portbook.figures.measure import judged
from portbook.quantities import Interval

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.cell import Address
    from portbook.figures.figure import Figure


@judged(label="streak")
def streak(book: Book, address: Address) -> Figure:
    """How many periods in a row each figure exceeds the one before; negative where each is less.

    A step that the rounding leaves open ends what is sure and not what may be.
    """
    now, before = history(book, address)
    run = [now, *before]
    steps = [_sign(later, earlier) for later, earlier in pairwise(run)]
    up, down = _length(steps, 1), _length(steps, -1)
    ends = (up, down) if up[1] >= down[1] else (down, up)
    sign = 1 if ends[0] is up else -1
    low, high = sorted((sign * ends[0][0], sign * ends[0][1]))
    used = run[: abs(high if sign > 0 else low) + 2]
    verdict = Interval(Fraction(low), Fraction(high))
    return judgement(address, verdict, used, [f"history {span(used)}"])


def _sign(later: Figure, earlier: Figure) -> int:
    """Return 1 for a sure rise, -1 for a sure fall, 0 where the rounding leaves it open."""
    return int(later.low > earlier.high) - int(later.high < earlier.low)


def _length(steps: list[int], sign: int) -> tuple[int, int]:
    """Return the sure and the possible length of a run of one sign."""
    sure = next((at for at, each in enumerate(steps) if each != sign), len(steps))
    maybe = next((at for at, each in enumerate(steps) if each == -sign), len(steps))
    return sure, maybe
