"""Published figures as they were printed, and the index that finds them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from portbook.figures.cell import Address, Cell, Scope
from portbook.figures.measure import MEASURES, addressed
from portbook.quantities import Interval, Period, places, unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from portbook.ledger.schema import Publication, Published, Row, Source

Place = tuple[str, ...]
"""The members of a scope without its flow."""


class _Shares(dict[str, bool]):
    """Whether a measure needs a whole, by its name; looked up once."""

    def __missing__(self, measure: str) -> bool:
        self[measure] = MEASURES[measure].needs_whole
        return self[measure]


SHARES = _Shares()

NEAR = (0, 1, 12, 13)
"""How many months after a period a print may end that says something of it."""

RANK = {"records": 3, "official": 2, "copy": 1, "press": 0}
"""Evidence, weakest last."""


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """One figure as one publication printed it; two prints are never the same one.

    Parameters
    ----------
    address
        What it says.
    text, unit, scale, decimals
        The number as printed, its unit, what one of it is worth, and the places it shows.
    publication, source
        The issue it stands in, and the page or file it was read from.
    """

    address: Address
    text: str
    unit: str
    scale: int
    decimals: int
    publication: Publication
    source: Source

    @property
    def value(self) -> Fraction:
        """The number as printed, in the unit of the formula: a ratio for percent and points."""
        return Fraction(self.text) * self.scale / unit(self.unit).factor

    @property
    def interval(self) -> Interval:
        """Every number that rounds to the print, in the unit of the formula."""
        factor = Fraction(self.scale, unit(self.unit).factor)
        half = factor * Fraction(10) ** -self.decimals / 2
        return Interval(self.value - half, self.value + half)

    def finer(self, other: Print) -> bool:
        """Return whether it is printed more precisely than another."""
        return Fraction(10) ** -self.decimals * self.scale < (
            Fraction(10) ** -other.decimals * other.scale
        )

    @property
    def evidence(self) -> str:
        """On whose word it rests: official, copy or press."""
        return self.publication.evidence

    @property
    def strength(self) -> tuple[dt.date, Fraction, int]:
        """The order of answers: the newest, then the more precise, then official before copy."""
        return (
            self.publication.known_from,
            -(self.interval.width or Fraction(0)),
            RANK[self.evidence],
        )


class Prints:
    """All prints of a ledger, found by what they say or by their publication.

    Parameters
    ----------
    published
        The tables of published figures; rows become prints only when they are asked for.
    known
        Only publications known at this date count; None for all.
    """

    def __init__(self, published: Published, known: dt.date | None = None) -> None:
        self._published = published
        self.publications = {
            key: one
            for key, one in published.publications.items()
            if known is None or one.known_from <= known
        }
        self._made: dict[int, Print] = {}
        self._sorted: dict[Place, dict[Address, list[Print]]] = {}

    @cached_property
    def _by_place(self) -> dict[Place, list[Row]]:
        found: dict[Place, list[Row]] = defaultdict(list)
        for row in self._published.rows:
            if row.publication in self.publications:
                found[row.place].append(row)
        return found

    @cached_property
    def _by_publication(self) -> dict[str, dict[Place, list[Row]]]:
        found: dict[str, dict[Place, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for place, rows in self._by_place.items():
            for row in rows:
                found[row.publication][place].append(row)
        return found

    def at(self, place: Place) -> list[Print]:
        """Return the prints of one trade, whatever their flow, period and measure."""
        return [self._print(row) for row in self._by_place.get(place, ())]

    def of(self, address: Address) -> list[Print]:
        """Return the prints of one address, strongest first."""
        place = address.cell.scope.place
        if place not in self._sorted:
            found: dict[Address, list[Print]] = defaultdict(list)
            for one in self.at(place):
                found[one.address].append(one)
            for prints in found.values():
                prints.sort(key=lambda one: one.strength, reverse=True)
            self._sorted[place] = found
        return self._sorted[place].get(address, [])

    def members(self, scope: Scope, dimension: str) -> list[str]:
        """Return the members of one dimension that are printed anywhere for the rest of a scope."""
        order = [d for d, _ in scope.items() if d != "flow"]
        at = order.index(dimension)
        rest = scope.place[:at] + scope.place[at + 1 :]
        return sorted({p[at] for p in self._by_place if p[:at] + p[at + 1 :] == rest})

    def places(self) -> Iterable[Place]:
        """Return every trade of which something is printed."""
        return self._by_place.keys()

    def issue_places(self, publication: str) -> Iterable[Place]:
        """Return every trade of which one publication prints something."""
        return self._by_publication[publication].keys()

    def spread(self, publication: str, places: set[Place]) -> int:
        """Return of how many of these trades one publication prints something."""
        return len(places & self._by_publication[publication].keys())

    def shares(self, publication: str) -> list[Place]:
        """Return the trades whose part in a whole one publication prints."""
        found = self._by_publication[publication].items()
        return [place for place, rows in found if any(SHARES[row.measure] for row in rows)]

    def ends(self, publication: str) -> set[int]:
        """Return the last months of all periods of which one publication prints something."""
        found = self._by_publication[publication].values()
        return {Period.parse(row.period).last for rows in found for row in rows}

    def issue(self, publication: str, place: Place) -> list[Print]:
        """Return what one publication prints of one trade."""
        return [self._print(row) for row in self._by_publication[publication].get(place, ())]

    def publications_near(self, places: Iterable[Place], period: Period) -> list[Publication]:
        """Return the publications that may answer near a period, newest first.

        An issue that says something of a period prints one that ends with it (itself, its last
        month), a month later (the cumulative that contains it), or a year later (a growth rate).
        """
        ends = {period.last + months for months in NEAR}
        keys = {
            row.publication
            for place in places
            for row in self._by_place.get(place, ())
            if Period.parse(row.period).last in ends
        }
        found = (self.publications[key] for key in keys)
        return sorted(found, key=lambda one: (one.known_from, one.name), reverse=True)

    def series(self, name: str) -> list[Publication]:
        """Return the issues of a series, newest first."""
        issues = [one for one in self.publications.values() if one.series == name]
        return sorted(issues, key=lambda one: (one.known_from, one.name), reverse=True)

    def _print(self, row: Row) -> Print:
        key = id(row)
        if key not in self._made:
            self._made[key] = _read(row, self.publications, self._published.sources)
        return self._made[key]


def _read(row: Row, publications: dict[str, Publication], sources: dict[str, Source]) -> Print:
    scope = Scope(row.flow, *row.place)
    cell = Cell(scope, Period.parse(row.period), row.basis)
    address = addressed(row.measure, cell, of=row.of, since=row.since, within=row.within)
    return Print(
        address,
        row.value,
        row.unit,
        int(float(row.scale)),
        int(row.decimals) if row.decimals else places(row.value),
        publications[row.publication],
        sources[row.source],
    )
