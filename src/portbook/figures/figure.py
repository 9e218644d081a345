"""One answered figure: its value, its exact range, and where it comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from portbook.figures.measure import MEASURES
from portbook.quantities import Interval, unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from portbook.figures.cell import Address, Cell
    from portbook.figures.measure import Measure
    from portbook.figures.prints import Print
    from portbook.figures.term import Term


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one cell: the value, and the evidence or the figures behind it.

    Parameters
    ----------
    address
        What is asked: measure, cell, and what is compared, since when, within what.
    value, low, high
        The value and its exact range, in the figure's unit (7.1 for percent, 25.45e12 for money).
    unit
        ``percent``, ``points``, a currency, a counted thing, or nothing.
    evidence
        records, official, copy or press: the weakest of what it rests on.
    publication, known_from
        The issue or series that answers, and the day from which all of it is known.
    deduced, across
        Whether it follows from other figures, and whether those stand in several issues.
    term
        The formula down to printed figures.
    how
        The formula over the figures it follows from directly; None where it is printed.
    query
        The query over records, as SQL that can be run.
    notes
        What a reader should know beside the number.
    """

    address: Address
    value: Fraction
    low: Fraction
    high: Fraction
    unit: str
    evidence: str
    publication: str
    known_from: dt.date | None
    deduced: bool = False
    across: bool = False
    term: Term | None = field(default=None, repr=False)
    how: Term | None = field(default=None, repr=False)
    look: Callable[[Address], Figure] | None = field(default=None, repr=False, compare=False)
    query: str = field(default="", repr=False)
    notes: tuple[str, ...] = ()
    history: tuple[Figure, ...] = field(default=(), repr=False)

    @property
    def measure(self) -> Measure:
        """The measure."""
        return MEASURES[self.address.measure]

    @property
    def cell(self) -> Cell:
        """The cell."""
        return self.address.cell

    @property
    def basis(self) -> str:
        """Currency and adjustment."""
        return self.address.cell.basis

    @property
    def interval(self) -> Interval:
        """The exact range, in the figure's unit."""
        return Interval(self.low, self.high)

    @property
    def inputs(self) -> tuple[Figure, ...]:
        """The figures that it follows from directly, each with its own trace."""
        if self.how is None or self.look is None:
            return ()
        return tuple(self.look(address) for address in self.how.names())

    @property
    def prints(self) -> tuple[Print, ...]:
        """The printed figures it rests on."""
        return () if self.term is None else tuple(self.term.names())

    @property
    def text(self) -> str:
        """The number as a release would print it."""
        from portbook.figures.words import amount

        return amount(self)

    def explain(self) -> str:
        """Return the derivation, down to printed figures or to the query over records."""
        from portbook.figures.explain import explain

        return explain(self)

    def to_dict(self) -> dict[str, Any]:
        """Return what ``figure --json`` prints."""
        cell = dict(self.cell.scope.items())
        return {
            "measure": self.address.measure,
            "of": self.address.of or None,
            "since": self.address.since or None,
            "within": self.address.within or None,
            "cell": {**cell, "period": str(self.cell.period)},
            "value": float(self.value),
            "low": float(self.low),
            "high": float(self.high),
            "unit": self.unit,
            "basis": self.basis,
            "evidence": self.evidence,
            "publication": self.publication,
            "known_from": None if self.known_from is None else self.known_from.isoformat(),
            "deduced": self.deduced,
            "across_issues": self.across,
            "inputs": [
                {
                    "address": one.address.text(),
                    "printed": one.text,
                    "unit": one.unit,
                    "scale": one.scale,
                    "publication": one.publication.name,
                    "source": one.source.address,
                }
                for one in self.prints
            ],
            "query": self.query or None,
            "notes": list(self.notes),
        }


def scaled(ratio: Fraction, code: str) -> Fraction:
    """Return a value of the formula in the unit that is shown (a ratio in percent)."""
    return ratio * unit(code).factor
