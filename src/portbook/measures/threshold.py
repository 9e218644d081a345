"""The highest round mark that a figure passes for the first time."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from portbook.figures.folding import history, judgement, span
from portbook.figures.measure import judged
from portbook.quantities import Interval

if TYPE_CHECKING:
    from portbook.figures.book import Book
    from portbook.figures.cell import Address
    from portbook.figures.figure import Figure


@judged(label="threshold")
def threshold(book: Book, address: Address) -> Figure:
    """The highest round mark below the figure that no earlier period has passed; 0 for none.

    A mark is a whole number of its leading scale: 40 trillion for 43.85 trillion.
    """
    now, before = history(book, address)
    peak = max(before, key=lambda each: each.value)
    verdict = Interval(mark(now.low, peak.high), mark(now.high, peak.low))
    notes = [
        f"history {span([now, *before])}",
        f"the highest before: {peak.text} ({peak.cell.period})",
    ]
    return judgement(address, verdict, [now, *before], notes, now.unit)


def mark(now: Fraction, before: Fraction) -> Fraction:
    """Return the highest mark of one significant digit between two levels; 0 for none.

    Examples
    --------
    >>> mark(Fraction(45), Fraction(387, 10))
    Fraction(40, 1)
    """
    if now <= 0:
        return Fraction(0)
    step = Fraction(1)
    while step * 10 <= now:
        step *= 10
    while step > now:
        step /= 10
    found = now // step * step
    return Fraction(found) if found > before else Fraction(0)
