"""Figures counted from records: exact sums of signed entries, and formulas over them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from portbook.errors import NotCovered, PortbookError
from portbook.figures.answer import figure_of
from portbook.figures.cell import WHOLE, Address
from portbook.figures.measure import MEASURES
from portbook.figures.term import Term, name
from portbook.nomenclature.groups import members
from portbook.quantities import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portbook.figures.figure import Figure
    from portbook.ledger.schema import Closed, Coverage, Publication, Published, Source


class Engine(Protocol):
    """What an engine must answer: grouped exact sums over records, and their SQL."""

    def sums(self, question: Sums) -> tuple[dict[str, Fraction], str]:
        """Return the sum of each member (one member, empty, where nothing groups), and the SQL."""


@dataclass(frozen=True, slots=True)
class Sums:
    """A question to records: the column summed, what is kept, and what it is grouped by."""

    column: str
    keep: tuple[tuple[str, tuple[str, ...]], ...]
    first: str
    last: str
    by: str = ""
    known: dt.date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """One exact sum over records, as an input of a figure."""

    address: Address
    amount: Fraction
    unit: str
    query: str
    publication: Publication
    source: Source
    evidence: str = "records"
    scale: int = 1

    @property
    def value(self) -> Fraction:
        """The sum."""
        return self.amount

    @property
    def text(self) -> str:
        """The sum, in digits."""
        return f"{self.amount.numerator / self.amount.denominator:.2f}"

    @property
    def interval(self) -> Interval:
        """The sum, which is exact."""
        return Interval(self.amount, self.amount)


class Records:
    """Records on an engine, and what they are closed for.

    Parameters
    ----------
    engine
        Answers sums.
    coverage
        The closed periods, by reporter, flow and dimension.
    published
        The tables that name the publication and the source of the records.
    known
        Entries known at this date count; None for all.
    """

    def __init__(
        self,
        engine: Engine,
        coverage: Coverage,
        published: Published,
        known: dt.date | None = None,
    ) -> None:
        self._engine, self._coverage, self._known = engine, coverage, known
        self._published = published
        self._origin = _origin(published, coverage)
        self._counts: dict[Address, Count] = {}
        self._members: dict[tuple[str, str], set[str]] = {}

    def as_of(self, known: dt.date | None) -> Records:
        """Return the records as they were known at a date."""
        return Records(self._engine, self._coverage, self._published, known)

    def basis(self, address: Address) -> str:
        """Return the currency in which records of a reporter are kept."""
        return "" if address.measure == "quantity" else "USD"

    def covers(self, address: Address) -> bool:
        """Return whether every input of a figure lies in what is closed."""
        measure = MEASURES[address.measure]
        if measure.term is not None:
            try:
                return all(self.covers(each) for each in measure.inputs(address).values())
            except PortbookError:
                return False
        if measure.shape != "counted" or address.measure != "value":
            return False
        scope, period = address.cell.scope, address.cell.period
        if address.cell.basis not in ("", "USD"):
            return False
        narrowed = scope.narrowed() or ["product"]
        return all(
            self._closed(scope.reporter, scope.flow, each, period) and self._named(address, each)
            for each in narrowed
        )

    def _named(self, address: Address, dimension: str) -> bool:
        """Return whether records tell a member apart: what they lump together is not covered."""
        member = address.cell.member(dimension)
        if member == WHOLE[dimension]:
            return True
        wanted = members(member, str(address.cell.period)) if dimension == "partner" else ()
        return self.named(address.cell.scope.reporter, dimension) >= set(wanted or (member,))

    def named(self, reporter: str, dimension: str) -> set[str]:
        """Return the members of a dimension that one reporter's records tell apart."""
        if (reporter, dimension) not in self._members:
            closed = [c for c in self._coverage.closed if c.reporter == reporter]
            found: set[str] = set()
            if any(c.dimension == dimension for c in closed):
                every = Sums("value", (("reporter", (reporter,)),), *_ends(closed), by=dimension)
                found = set(self._engine.sums(every)[0])
            self._members[reporter, dimension] = found
        return self._members[reporter, dimension]

    def _closed(self, reporter: str, flow: str, dimension: str, period: Any) -> bool:  # noqa: ANN401
        first, last = str(period.each_month()[0]), str(period.each_month()[-1])
        return any(
            (each.reporter, each.flow, each.dimension) == (reporter, flow, dimension)
            and each.first <= first
            and last <= each.last
            for each in self._coverage.closed
        )

    def count(self, address: Address) -> Count:
        """Return the exact sum of one cell."""
        if address not in self._counts:
            sums, query = self._engine.sums(self._question(address))
            self._keep(address, sums.get("", Fraction(0)), query)
        return self._counts[address]

    def load(self, address: Address, by: str) -> list[str]:
        """Sum every member of a dimension at once; return the members."""
        at_whole = replace(address, cell=address.cell.at(**{by: WHOLE[by]}))
        sums, query = self._engine.sums(replace(self._question(at_whole), by=by))
        for member, amount in sums.items():
            self._keep(replace(address, cell=address.cell.at(**{by: member})), amount, query)
        return sorted(sums)

    def _keep(self, address: Address, amount: Fraction, query: str) -> None:
        self._counts[address] = Count(address, amount, self.basis(address), query, *self._origin)

    def _question(self, address: Address) -> Sums:
        scope, period = address.cell.scope, address.cell.period
        keep = []
        for dimension, member in scope.items():
            if member != WHOLE[dimension]:
                inside = members(member, str(period)) if dimension == "partner" else ()
                keep.append((dimension, inside or (member,)))
        months = period.each_month()
        return Sums(
            address.measure,
            tuple(keep),
            str(months[0]),
            str(months[-1]),
            known=self._known,
        )

    def term(self, address: Address) -> Term:
        """Return a figure as a term over exact sums."""
        measure = MEASURES[address.measure]
        if measure.term is None:
            return name(self.count(address))
        formula = measure.formula(address)
        return formula.replaced({each: self.term(each) for each in formula.names()})


def _ends(closed: Iterable[Closed]) -> tuple[str, str]:
    """Return the first and last month that records are closed for."""
    stretches = list(closed)
    return min(each.first for each in stretches), max(each.last for each in stretches)


def _origin(published: Published, coverage: Coverage) -> tuple[Publication, Source]:
    """Return the newest publication of the records' series, and the source it was read from."""
    series = {each.series for each in coverage.closed}
    issues = [each for each in published.publications.values() if each.series in series]
    issue = max(issues, key=lambda each: each.known_from)
    return issue, published.sources[coverage.closed[0].source]


def counted_figure(records: Records, address: Address) -> Figure:
    """Return a figure counted from records, with its trace and query.

    Raises
    ------
    NotCovered
        Where an input lies outside what is closed.
    """
    if not records.covers(address):
        raise NotCovered(f"records do not cover {address.text()}")
    measure = MEASURES[address.measure]
    term = records.term(address)
    how = None if measure.term is None else measure.formula(address)
    found = figure_of(address, term, how=how)
    queries: Iterable[str] = dict.fromkeys(count.query for count in term.names())
    return replace(
        found,
        deduced=False,
        look=lambda each: counted_figure(records, each),
        query=";\n".join(queries),
    )
