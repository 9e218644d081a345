"""The identities that partitions give: flows of a trade, months of a year, members of a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portbook.figures.cell import WHOLE, Address
from portbook.figures.term import Term, name, total
from portbook.nomenclature.partitions import partitions
from portbook.nomenclature.places import parent
from portbook.quantities import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from portbook.figures.cell import Cell

Place = tuple[str, ...]
PLACE = tuple(each for each in WHOLE if each != "flow")
"""The dimensions of a trade, its flow apart."""

Identity = tuple[Address, Term, str]
"""A figure, what it equals, and the name of the identity."""


def trades(levels: Iterable[Address]) -> Iterator[Identity]:
    """Iterate over total = exports + imports and balance = exports - imports.

    Parameters
    ----------
    levels
        Addresses of values in any flow; each trade is tied once.
    """
    seen = {_flow(each, "export") for each in levels if each.measure in ("value", "balance")}
    for exports in seen:
        imports = _flow(exports, "import")
        both = _flow(exports, "total")
        yield both, name(exports) + name(imports), "total"
        balance = Address("balance", exports.cell.at(flow="balance"))
        yield balance, name(exports) - name(imports), "balance"
        # the balance and the total alone give both flows
        yield exports, (name(both) + name(balance)) / 2, "total and balance"


def _flow(address: Address, flow: str) -> Address:
    return Address("value", address.cell.at(flow=flow))


def steps(levels: Iterable[Address]) -> Iterator[Identity]:
    """Iterate over cumulative = cumulative before + month, for levels that are there."""
    there = {each for each in levels if each.measure != "balance"}
    for each in there:
        period = each.cell.period
        if period.months == 1 or period.first % 12:
            continue
        month = _at(each, Period(period.last, period.last))
        before = _at(each, Period(period.first, period.last - 1))
        if month in there or before in there:
            yield each, name(before) + name(month), "cumulative"


def quarters(levels: Iterable[Address]) -> Iterator[Identity]:
    """Iterate over year = four quarters, where all are there."""
    there = set(levels)
    for each in there:
        period = each.cell.period
        if period.kind != "year":
            continue
        parts = [_at(each, Period(period.first + q, period.first + q + 2)) for q in (0, 3, 6, 9)]
        if sum(part in there for part in parts) >= len(parts) - 1:
            yield each, total([name(part) for part in parts]), "quarters"


def _at(address: Address, period: Period) -> Address:
    return address.at(period=period)


@dataclass(frozen=True, slots=True)
class Group:
    """A trade that is the sum of its members' trades, of which at most one is missing."""

    whole: Place
    parts: tuple[Place, ...]
    dimension: str
    flow: str = ""

    def identities(self, levels: Iterable[Address]) -> Iterator[Identity]:
        """Iterate over group = sum of members, for each flow, period and basis that is there."""
        near = {self.whole, *self.parts}
        there = set(levels)
        wholes = {
            each.moved(self.whole)
            for each in there
            if each.measure in ("value", "quantity")
            and each.cell.scope.place in near
            and self.flow in ("", each.cell.scope.flow)
        }
        for whole in wholes:
            members = [whole.moved(part) for part in self.parts]
            if sum(each in there for each in members) >= len(members) - 1:
                yield whole, total([name(each) for each in members]), f"members: {self.dimension}"


def reporters(place: Place, there: AbstractSet[Place]) -> Group | None:
    """Return the world as the sum of the reporters that one publication lists."""
    if place[0] != WHOLE["reporter"]:
        return None
    parts = tuple(sorted(each for each in there if each[1:] == place[1:] and each != place))
    return Group(place, parts, "reporter") if parts else None


def groups(place: Place, there: AbstractSet[Place], series: str = "") -> Iterator[Group]:
    """Iterate over the exhaustive partitions of a trade whose parts are there but for one.

    Parameters
    ----------
    place, there
        The trade, and all that one publication prints.
    series
        The series of the publication: some lists hold for one only.
    """
    for at, (each, member) in enumerate(zip(PLACE, place, strict=True)):
        if each == "reporter":
            continue
        for one in partitions(each, member):
            if not one.exhaustive or one.series not in ("", series):
                continue
            parts = tuple((*place[:at], part, *place[at + 1 :]) for part in one.parts)
            if sum(part in there for part in parts) >= max(len(parts) - 1, 1):
                yield Group(place, parts, each, one.flow)


def wider(place: Place) -> Iterator[Place]:
    """Iterate over the trades of which one may be a part: each dimension at its whole."""
    for at, (each, member) in enumerate(zip(PLACE, place, strict=True)):
        whole = parent(member) if each == "reporter" else WHOLE[each]
        if whole != member:
            yield (*place[:at], whole, *place[at + 1 :])


def exhaustive_places(cell: Cell) -> Iterator[Place]:
    """Iterate over the trades of the members of a group, where its list is exhaustive."""
    for dimension, member in cell.scope.items():
        if dimension in ("flow", "reporter") or member == WHOLE[dimension]:
            continue
        for one in partitions(dimension, member, str(cell.period)):
            for part in one.parts if one.exhaustive else ():
                yield cell.at(**{dimension: part}).scope.place
