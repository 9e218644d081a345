"""Growth between levels of different publications: a base that was revised, or only compared."""

from __future__ import annotations

from dataclasses import dataclass

from portbook.claims.judge.amounts import bounds_words
from portbook.claims.judge.known import PRESS, TRUSTED, printed_by
from portbook.errors import PortbookError, ZeroDivisor
from portbook.figures.book import Book
from portbook.figures.cell import Address
from portbook.figures.figure import Figure
from portbook.figures.measure import MEASURES
from portbook.quantities import Interval

EVERY = (*TRUSTED, *PRESS)


@dataclass(frozen=True, slots=True)
class Pair:
    """A growth rate between levels that two publications print.

    Parameters
    ----------
    over
        The rate, in percent.
    now, before
        The two levels.
    """

    over: Interval
    now: Figure
    before: Figure

    @property
    def words(self) -> str:
        """The two levels and the rate."""
        shown = bounds_words(self.over.low, self.over.high, "percent")
        return f"{self.now.text} \u00f7 {self.before.text} \u2212 1 = {shown}"

    @property
    def note(self) -> str:
        """Where the two levels stand."""
        return (
            f"{self.now.publication} ({self.now.evidence}) over "
            f"{self.before.publication} ({self.before.evidence})"
        )


def rebased(book: Book, address: Address, stated: Interval) -> Pair | None:
    """Return two levels of different publications between which a stated growth holds."""
    for pair in _pairs(book, address, TRUSTED, EVERY):
        if pair.over.meets(stated) and pair.now.publication != pair.before.publication:
            return pair
    return None


def across(book: Book, address: Address) -> Pair | None:
    """Return the growth between the strongest levels that any two publications print."""
    return next(iter(_pairs(book, address, EVERY, EVERY)), None)


def _pairs(
    book: Book, address: Address, now: tuple[str, ...], before: tuple[str, ...]
) -> list[Pair]:
    measure = MEASURES[address.measure]
    if measure.name != "growth":
        return []
    try:
        inputs = measure.inputs(address)
    except PortbookError:
        return []
    found = []
    for late in _levels(book, inputs["now"], now):
        for early in _levels(book, inputs["before"], before):
            try:
                rate = late.interval / early.interval - Interval.exactly("1")
            except ZeroDivisor:
                continue
            if late.unit == early.unit:
                found.append(Pair(rate.scaled(100), late, early))
    return found


def _levels(book: Book, address: Address, evidence: tuple[str, ...]) -> list[Figure]:
    """Return the printed levels, official and copied ones first."""
    levels = printed_by(book, address, tuple(e for e in evidence if e in TRUSTED))
    return levels + printed_by(book, address, tuple(e for e in evidence if e in PRESS))
