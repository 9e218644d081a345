"""A book: the tables that figures are answered from, as they were known at one date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from portbook.errors import NotCovered, PortbookError, UnknownName, WrongUse
from portbook.figures.across import Series
from portbook.figures.answer import answer, places
from portbook.figures.cell import WHOLE, Address, Cell, Scope, dimension
from portbook.figures.counted import Records, counted_figure
from portbook.figures.deduce import Deduction
from portbook.figures.folding import folded_figure
from portbook.figures.measure import MEASURES, addressed
from portbook.figures.prints import Prints
from portbook.nomenclature.places import currency, place
from portbook.nomenclature.products import product
from portbook.quantities import Period

if TYPE_CHECKING:
    from portbook.figures.figure import Figure
    from portbook.figures.tabulate import Table
    from portbook.figures.term import Term
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
        records = None if self.records is None else self.records.as_of(known)
        return Book(self.published, records, self.coverage, known, self.reporter)

    def for_reporter(self, reporter: str) -> Book:
        """Return the book with another reporter where a question does not say."""
        return Book(self.published, self.records, self.coverage, self.known, place(reporter))

    def title(self, publication: str) -> str:
        """Return what a publication is called, with its office; of a series, that of its issues."""
        one = self.published.publications.get(publication)
        if one is not None:
            return f"{one.title} ({one.office})"
        issues = self.prints.series(publication)
        return f"issues of {publication} ({issues[0].office})" if issues else publication

    def held(self) -> dict[str, dict[str, str]]:
        """Return how much is published of each reporter, and from when to when."""
        found: dict[str, list[str]] = {}
        series: dict[str, set[str]] = {}
        for row in self.published.rows:
            found.setdefault(row.place[0], []).append(row.period)
            name = self.published.publications[row.publication].series
            series.setdefault(row.place[0], set()).add("press" if "press" in name else name)
        return {
            reporter: {
                "holds": " ".join(sorted(series[reporter])),
                "from": min(periods)[:7],
                "to": max(period[-7:] for period in periods),
                "figures": str(len(periods)),
            }
            for reporter, periods in found.items()
        }

    def deduction(self, publication: str) -> Deduction:
        """Return what one publication says."""
        if publication not in self._deductions:
            series = self.prints.publications[publication].series
            listing = self.coverage.lists.get((series, "reporter"))
            listed = listing is not None and listing.whole == "world"
            self._deductions[publication] = Deduction(self.prints, publication, listed=listed)
        return self._deductions[publication]

    def series(self, name: str) -> Series:
        """Return what the issues of one series say together."""
        if name not in self._series:
            issues = [self.deduction(each.name) for each in self.prints.series(name)]
            self._series[name] = Series(issues)
        return self._series[name]

    def term(self, address: Address, title: str) -> Term | None:
        """Return a figure as a term over the prints of one publication or series, or records."""
        if self.records is not None and self.records.covers(address):
            return self.records.term(address)
        if title in self.prints.publications:
            return self.deduction(title).term(address)
        return self.series(title).term(address)

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
        across = question.pop("across", "")
        if across not in ("", "series"):
            raise UnknownName("value of across=", across, ["series"])
        asked = self.address(measure, **question)
        if asked.cell.basis or "quantity" in (asked.measure, asked.of):
            return self.answer(asked, across=bool(across))
        return self._in_default_basis(asked, across=bool(across))

    def _in_default_basis(self, address: Address, *, across: bool) -> Figure:
        """Return the figure in the reporter's own currency, else in the only one there is."""
        own = currency(address.cell.scope.reporter)
        others = sorted(self.bases(address) - {own})
        refused: PortbookError | None = None
        for basis in [*([own] if own else []), *others[: 1 if len(others) == 1 else 0]]:
            try:
                return self.answer(in_basis(address, basis), across=across)
            except NotCovered as error:
                refused = refused or error
        if len(others) > 1:
            raise WrongUse(f"{address.text()}: in which basis? Say basis= one of {others}")
        raise refused or NotCovered(f"not covered: {address.text()}")

    def answer(self, address: Address, *, across: bool = False) -> Figure:
        """Return the figure of an address: from records, by its own function, or as published."""
        key = (address, across)
        if key not in self._answers:
            self._answers[key] = self._answer(address, across=across)
        return self._answers[key]

    def _answer(self, address: Address, *, across: bool) -> Figure:
        measure = MEASURES[address.measure]
        if measure.shape == "judged":
            return measure.call(self, address)  # type: ignore[misc, no-any-return]
        if measure.shape == "folded":
            unit = measure.unit.code if measure.unit else ""
            return folded_figure(self, address, measure.call, unit)  # type: ignore[arg-type]
        if not across and self.records is not None and self.records.covers(address):
            return counted_figure(self.records, address)
        return answer(self, address, across=across)

    def address(self, measure: str, **question: str) -> Address:
        """Return the full address of a question; its basis is empty where it does not say one."""
        MEASURES[measure]
        parameters = {key: question.pop(key, "") for key in PARAMETERS if key != "across"}
        basis = parameters.pop("basis")
        cell = self.cell(**question)
        return addressed(measure, cell.at(basis=basis), **parameters)

    def cell(self, **question: str) -> Cell:
        """Return the cell of a question without its basis."""
        period = question.pop("period", "")
        if not period:
            raise UnknownName("period", "", ["2024", "2024-Q1", "2024-01", "2024-01/2024-05"])
        members = {dimension(d): member(d, text) for d, text in question.items()}
        return Cell(Scope(**{"reporter": self.reporter, **members}), Period.parse(period))

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


def in_basis(address: Address, basis: str) -> Address:
    """Return an address in another basis."""
    return replace(address, cell=address.cell.at(basis=basis))


FLOWS = ("export", "import", "total", "balance", "re-export")
