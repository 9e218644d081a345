"""The issues of one series, joined: how a year is made of months.

Where an issue prints a cumulative figure, that is the level; only what is missing is summed from
months, the base from each month's level and growth. Months are revised between issues, so such a
figure says by how much the summed months miss a printed cumulative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portbook.errors import PortbookError
from portbook.figures.measure import MEASURES, addressed
from portbook.figures.term import Term, name, total
from portbook.quantities import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portbook.figures.cell import Address
    from portbook.figures.deduce import Deduction


class Series:
    """What the issues of one series say together.

    Parameters
    ----------
    issues
        The deduction of each issue, newest first.
    """

    def __init__(self, issues: Sequence[Deduction]) -> None:
        self.issues = issues
        self._how: dict[Address, Term | None] = {}
        self._inner: dict[Address, Deduction | None] = {}

    def term(self, address: Address, *, joined: bool = False) -> Term | None:
        """Return a figure as a term over prints, or None where the series does not say.

        Parameters
        ----------
        address
            The figure.
        joined
            Whether the figure itself is to be joined, even where one issue prints it.
        """
        if not joined:
            found = self._inside(address)
            if found is not None:
                return found
        how = self.how(address)
        if how is None:
            return None
        parts = {each: self.term(each) for each in how.names()}
        return how.replaced(parts)  # type: ignore[arg-type]

    def how(self, address: Address) -> Term | None:
        """Return the formula over figures of the series that joins its issues."""
        if address not in self._how:
            self._how[address] = None  # a figure is never made of itself
            self._how[address] = (
                self._months(address)
                or self._step(address)
                or self._base(address)
                or self._formula(address)
            )
        return self._how[address]

    def inside(self, address: Address) -> Deduction | None:
        """Return the newest issue that prints a figure, else the newest in which it follows."""
        if address not in self._inner:
            near = [issue for issue in self.issues if issue.near(address.cell.period)]
            printing = (issue for issue in near if issue.printed(address) is not None)
            implying = (issue for issue in near if issue.term(address) is not None)
            self._inner[address] = next(printing, None) or next(implying, None)
        return self._inner[address]

    def _inside(self, address: Address) -> Term | None:
        issue = self.inside(address)
        return None if issue is None else issue.term(address)

    def _months(self, address: Address) -> Term | None:
        if MEASURES[address.measure].shape != "counted" or address.cell.period.months == 1:
            return None
        months = [address.at(period=month) for month in address.cell.period.each_month()]
        if any(self.term(month) is None for month in months):
            return None
        return total([name(month) for month in months])

    def _step(self, address: Address) -> Term | None:
        """Return a month as the cumulative that it ends less the one before."""
        period = address.cell.period
        january = period.first - period.first % 12
        if not _is_month(address) or period.first == january:
            return None
        upto, before = (
            address.at(period=Period(january, last)) for last in (period.last, period.last - 1)
        )
        if self._inside(upto) is None or self._inside(before) is None:
            return None
        return name(upto) - name(before)

    def _base(self, address: Address) -> Term | None:
        """Return a month as the level a year later over its growth."""
        if not _is_month(address):
            return None
        later = address.at(period=address.cell.period.shifted(12))
        growth = addressed("growth", later.cell, of=address.measure)
        if self._inside(growth) is None or self.term(later) is None:
            return None
        return name(later) / (1 + name(growth))

    def _formula(self, address: Address) -> Term | None:
        if MEASURES[address.measure].term is None:
            return None
        try:
            formula = MEASURES[address.measure].formula(address)
        except PortbookError:
            return None
        if any(self.term(each) is None for each in formula.names()):
            return None
        return formula

    def missed(self, address: Address) -> Term | None:
        """Return by what ratio the summed months of a printed level miss it."""
        for issue in self.issues:
            one = issue.printed(address)
            months = None if one is None else self._months(address)
            if months is not None:
                summed = months.replaced({m: self.term(m) for m in months.each_name()})  # type: ignore[misc]
                return summed / name(one) - 1
        return None


def _is_month(address: Address) -> bool:
    return MEASURES[address.measure].shape == "counted" and address.cell.period.months == 1
