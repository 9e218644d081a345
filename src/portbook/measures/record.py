"""Whether a figure is the highest or lowest of its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.figures.folding import history, judgement, span
from portbook.figures.measure import judged
from portbook.quantities import Interval

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.cell import Address
    from portbook.figures.figure import Figure


@judged(label="record")
def record(book: Book, address: Address) -> Figure:
    """1 where no earlier period reaches the figure, -1 where all exceed it, 0 where neither holds.

    Undecided, from -1 or 0 to 0 or 1, where the rounding of the prints leaves it open.
    """
    now, before = history(book, address)
    high = Interval.exactly(1)
    low = Interval.exactly(-1)
    none = Interval.exactly(0)
    above = [each for each in before if each.low > now.high]
    below = [each for each in before if each.high < now.low]
    if len(below) == len(before):
        verdict = high
    elif len(above) == len(before):
        verdict = low
    elif above and below:
        verdict = none
    else:
        verdict = (none | high) if not above else (none | low)
    peak = max(before, key=lambda each: each.value)
    notes = [
        f"history {span([now, *before])}",
        f"the highest before: {peak.text} ({peak.cell.period})",
    ]
    return judgement(address, verdict, [now, *before], notes)
