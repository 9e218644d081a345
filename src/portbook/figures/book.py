"""A book: the tables that figures are answered from, as they were known at one date."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - the field of a dataclass
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from portbook.errors import PortbookError, UnknownName
from portbook.figures.across import Series
from portbook.figures.answer import answer, places
from portbook.figures.cell import WHOLE, Address, Cell, Scope, dimension
from portbook.figures.counted import Records, counted_figure
from portbook.figures.deduce import Deduction
from portbook.figures.measure import MEASURES, addressed
from portbook.figures.prints import Prints
from portbook.nomenclature.places import currency, place
from portbook.nomenclature.products import product
from portbook.quantities import Period

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.figures.tabulate import Table
    from portbook.ledger.schema import Coverage, Published

PARAMETERS = ("basis", "of", "since", "within", "across")


@dataclass(frozen=True)
class Book:
    """Records and published figures, and what they are complete for.

    Parameters
    ----------
    published
        The tables of published figures.
    records
        The records, or None.
    coverage
        What is closed, and how complete each published list is.
    known
        The date as of which everything is answered; None for all that is known.
    reporter
        Whose trade is meant where a question does not say.
    """

    published: Published
    records: Records | None
    coverage: Coverage
    known: dt.date | None = None
    reporter: str = "CHN"
    _deductions: dict[str, Deduction] = field(default_factory=dict, repr=False, compare=False)
    _series: dict[str, Series] = field(default_factory=dict, repr=False, compare=False)
    _answers: dict[tuple[Address, bool], Figure] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def prints(self) -> Prints:
        """The prints that were known at the date."""
        return Prints(self.published, self.known)

    def as_of(self, known: dt.date | None) -> Book:
        """Return the book as it was known at a date."""
        return replace(self, known=known, _deductions={}, _series={}, _answers={})

    def deduction(self, publication: str) -> Deduction:
        """Return what one publication says."""
        if publication not in self._deductions:
            self._deductions[publication] = Deduction(self.prints, publication)
        return self._deductions[publication]

    def series(self, name: str) -> Series:
        """Return what the issues of one series say together."""
        if name not in self._series:
            issues = [self.deduction(each.name) for each in self.prints.series(name)]
            self._series[name] = Series(issues)
        return self._series[name]

    def figure(self, measure: str, **question: str) -> Figure:
        """Return one figure.

        Parameters
        ----------
        measure
            The measure: ``value``, ``growth``, ``share`` …
        question
            The members of dimensions (``flow="export"``), ``period``, and ``basis``, ``of``,
            ``since``, ``within``, ``across``.

        Raises
        ------
        UnknownName
            Where a measure, dimension, member or period does not exist.
        NotCovered
            Where nothing known answers.
        """
        across = question.pop("across", "") == "series"
        return self.answer(self.address(measure, **question), across=across)

    def answer(self, address: Address, *, across: bool = False) -> Figure:
        """Return the figure of an address: from records, by its own function, or as published."""
        key = (address, across)
        if key not in self._answers:
            self._answers[key] = self._answer(address, across=across)
        return self._answers[key]

    def _answer(self, address: Address, *, across: bool) -> Figure:
        measure = MEASURES[address.measure]
        if measure.shape in ("folded", "judged"):
            return measure.call(self, address)  # type: ignore[misc, no-any-return]
        if not across and self.records is not None and self.records.covers(address):
            return counted_figure(self.records, address)
        return answer(self, address, across=across)

    def address(self, measure: str, **question: str) -> Address:
        """Return the full address of a question, every default filled in."""
        MEASURES[measure]
        parameters = {key: question.pop(key, "") for key in PARAMETERS if key != "across"}
        basis = parameters.pop("basis")
        cell = self.cell(**question)
        address = addressed(measure, cell.at(basis=basis), **parameters)
        if basis or address.cell.basis or "quantity" in (address.measure, address.of):
            return address
        return self._in_default_basis(address)

    def cell(self, **question: str) -> Cell:
        """Return the cell of a question without its basis."""
        period = question.pop("period", "")
        if not period:
            raise UnknownName("period", "", ["2024", "2024-Q1", "2024-01", "2024-01/2024-05"])
        members = {dimension(d): member(d, text) for d, text in question.items()}
        return Cell(Scope(**{"reporter": self.reporter, **members}), Period.parse(period))

    def _in_default_basis(self, address: Address) -> Address:
        """Return the address in the reporter's own currency, else the only one there is."""
        own = currency(address.cell.scope.reporter)
        there = self.bases(address)
        if own in there or len(there) != 1:
            return replace(address, cell=address.cell.at(basis=own))
        return replace(address, cell=address.cell.at(basis=there.pop()))

    def bases(self, address: Address) -> set[str]:
        """Return the currencies in which something is known near a cell."""
        if self.records is not None and self.records.covers(address):
            return {self.records.basis(address)}
        near = address.cell.period
        years = range(near.first // 12 - 1, near.last // 12 + 2)
        found = set()
        for each in places(address):
            for one in self.prints.at(each):
                if one.address.cell.period.first // 12 in years:
                    found.add(one.address.cell.basis)
        return found - {"", "unstated"}

    def table(self, measure: str, by: str, top: int | None = None, **question: str) -> Table:
        """Return one measure of every member of a dimension, from one publication or series.

        Parameters
        ----------
        measure
            The measure.
        by
            One dimension, or two joined by a comma; ``month`` for the months of the period.
        top
            How many rows to keep; the rest is one row where the parts are a partition.
        question
            As for `figure`.
        """
        from portbook.figures.tabulate import table

        return table(self, measure, by, top, question)

    def covered(self, address: Address) -> bool:
        """Return whether an address is answered."""
        try:
            self.answer(address)
        except PortbookError:
            return False
        return True


def member(name: str, text: str) -> str:
    """Return the code of a member, from its code or one of its names."""
    if text == WHOLE[name]:
        return text
    if name in ("reporter", "partner"):
        return place(text)
    if name == "product":
        return product(text)
    if name == "flow" and text not in FLOWS:
        raise UnknownName("flow", text, FLOWS)
    return text


FLOWS = ("export", "import", "total", "balance", "re-export")


